"""English words of the trade that other languages use as they are."""

from __future__ import annotations

__all__ = ["ENGLISH_LOANWORDS"]

_WORDS = """
    adapter alignment architecture argmax assistant autoencoder average backbone backend backward baseline batch
    benchmark boolean bottleneck cache chatbot checkpoint chunk classifier cluster compiler compute container
    corpora cosine coverage crawler database dataframe dataloader dataset deadline decoder deploy download dropout
    embedding encoder ensemble epoch evaluate feature feedback finetuning forward framework frontend gradient
    handler hardware headline hyperparameter image inference inline instance instruction issue iterator kernel
    language layer learning license logits loss machine mainframe merge metadata middleware minibatch minimax
    mixture mobile module multimodal namespace notebook numpy offline online optimizer outlier outline output
    overfitting package padding parameter parser perceptron pipeline plugin pooling preference pretraining primitive
    prompt quantize queue ranker reader recall reference regularizer release render repository response retrieval
    retrieve retriever reward router runtime sample sampling scaler scaling scheduler schema score scraper script
    sequence server shuffle silhouette slice softmax software sparse speedup stride structure supervised temperature
    template tensorboard throughput timeline token tokenizer trainer training transducer transformer transpose
    tuning tuple underfitting unsupervised upload upscale variance vector vocoder warmup website workflow workshop
"""
ENGLISH_LOANWORDS = frozenset(_WORDS.split())
"""In small letters; only those of six letters or more matter, shorter words are never broken."""
