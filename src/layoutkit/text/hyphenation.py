"""Where words may be broken with a hyphen: the patterns of pyphen, an optional package, and the words they get wrong.

The patterns are those of LibreOffice, made for one language each: in a Portuguese text they would break ``hardwa-re``
and ``da-ta-set``. Such words stay whole, as do names with capitals inside, and what is part of a file name, an address
or a compound with a hyphen. Patterns that change the spelling at the break (``Schiff-fahrt``) are left out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from layoutkit.diagnostics import error

if TYPE_CHECKING:
    from layoutkit.origin import Origin

__all__ = ["hyphenation_points"]

_WORD = re.compile(r"(?<![\w@./\\#<-])(?<!\u00ad)[^\W\d_]{6,}(?![\w@/\\>\u00ad-])(?!\.\w)")
"""A word of six letters or more that stands by itself; shorter ones are better not broken."""
_LEAST_BEFORE, _LEAST_AFTER = 2, 3
"""Letters that stay before and after the hyphen."""

_FOREIGN_WORDS = """
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
"""English words of the trade that Portuguese texts use as they are; a plural ``s`` counts as well."""
_FOREIGN = frozenset(_FOREIGN_WORDS.split())
_NOT_PORTUGUESE = re.compile(
    r"[kwy]|([bdfglmnptz])\1|th|sh|ph"  # letters, pairs and sounds that its spelling does not have
    r"|(?:[bcdfghjpqtv]|ss|[^aeiouáéíóúâêôãõn]s)$"  # ends that its words do not have, or had before a plural s
    r"|(?:ing|[st]ion|ness|able|ible|ous)s?$"  # and endings of English words
)
"""How a word shows that Portuguese patterns do not fit it: ``checkpoint``, ``buffer``, ``attention``."""


def hyphenation_points(text: str, language: str, origin: Origin | None = None) -> list[int]:
    """The indexes in ``text`` before which a word may be broken, rising.

    Args:
        text: running text.
        language: BCP 47 tag; chooses the patterns.
        origin: where the author made the text, for messages.

    Raises:
        LayoutkitError: ``hyphenation``, where pyphen is not installed or has no patterns for the language.
    """
    patterns = _patterns(language, origin)
    primary = language.split("-", 1)[0].lower()
    return [
        found.start() + position
        for found in _WORD.finditer(text)
        if _is_common(found.group()) and not _is_foreign(found.group().lower(), primary)
        for position in _positions(patterns, found.group().lower())
        if _LEAST_BEFORE <= position <= len(found.group()) - _LEAST_AFTER
    ]


def _positions(patterns: Any, word: str) -> list[int]:  # noqa: ANN401 - pyphen has no types
    return [int(position) for position in patterns.positions(word) if position.data is None]


def _is_common(word: str) -> bool:
    """Whether a word is written without capitals inside, or in capitals throughout."""
    return word[1:].islower() or word.isupper()


def _is_foreign(word: str, language: str) -> bool:
    """Whether a word in small letters is an English one in a text of another language (primary subtag)."""
    if language == "en":
        return False
    if word in _FOREIGN or word.removesuffix("s") in _FOREIGN:
        return True
    return language == "pt" and _NOT_PORTUGUESE.search(word) is not None


def _patterns(language: str, origin: Origin | None) -> Any:  # noqa: ANN401 - pyphen has no types
    try:
        found = _loaded(language.replace("-", "_"))
    except ImportError:
        raise error(
            "hyphenation",
            "a type role sets hyphenate = true, but the package pyphen is not installed",
            origin=origin,
            hint='pip install "layoutkit[hyphenation]", or leave hyphenate out',
        ) from None
    if found is None:
        raise error(
            "hyphenation",
            f"there are no hyphenation patterns for the language {language!r}",
            origin=origin,
            hint="leave hyphenate out of the type role, or write soft hyphens (U+00AD) where words may break",
        )
    return found


@lru_cache(maxsize=8)
def _loaded(language: str) -> Any:  # noqa: ANN401 - pyphen has no types
    """The patterns for a language, or for the language without its region; None where there are none."""
    import pyphen  # noqa: PLC0415 - an optional package, loaded only where a role asks for it

    known = pyphen.language_fallback(language)
    return None if known is None else pyphen.Pyphen(lang=known)
