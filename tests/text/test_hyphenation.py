"""Words broken with a hyphen by the patterns of a language."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutkit.diagnostics import LayoutkitError
from layoutkit.origin import caller_origin
from layoutkit.sizing import MIN_CONTENT, Fit
from layoutkit.text import hyphenation
from layoutkit.text.fill import SLACK
from layoutkit.text.hyphenation import hyphenation_points
from layoutkit.text.paragraph import Paragraph, StyledSpan
from tests.text.support import MONO, ROBOTO, TYPESETTER, lines_of

if TYPE_CHECKING:
    from layoutkit.keywords import TextWrap
    from layoutkit.text.style import TextStyle

HYPHENATED = replace(MONO, hyphenate=True)


def parts(text: str, language: str = "pt-BR") -> str:
    points = hyphenation_points(text, language)
    return "-".join(text[a:b] for a, b in zip([0, *points], [*points, len(text)], strict=True))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("instrução", "ins-tru-ção"),
        ("conhecimento", "co-nhe-ci-mento"),
        ("Treinamento", "Trei-na-mento"),
        ("TREINAMENTO", "TREI-NA-MENTO"),
        ("casa", "casa"),
    ],
)
def test_words_part_between_syllables_but_not_at_their_ends(word: str, expected: str) -> None:
    assert parts(word) == expected


@pytest.mark.parametrize(
    "text",
    [
        "hardware", "Hardware", "software", "tokens", "prompts", "dataset", "benchmark", "OpenAIChat", "PyTorch",
        "exemplo.com", "figuras/exemplo", "exemplo_interno", "@instrucao", "pré-treinamento", "instru\u00adção",
        "<instrucao>", "instrução2",
    ],
)  # fmt: skip
def test_foreign_words_names_addresses_and_compounds_stay_whole(text: str) -> None:
    assert parts(text) == text


ENGLISH = """
    accuracy adapters alignment annotation architecture argmax attention autoencoder backpropagation backtracking
    baseline batching benchmarking benchmarks boolean bottleneck broadcasting buffer buffers callback checkpointing
    chunking classifier clustering compiler computing dashboard database dataloader dataset deadline debugging
    deployment distillation downsampling dropout embeddings encoding endpoint ensemble entropy evaluation fallback
    feedback finetuned flattening framework gradient grounding guardrails handler hardware hashing heatmap helpfulness
    hyperparameters inference instruction iterator jailbreak kernel labeling leaderboard learning logging lookup masking
    merging middleware minibatch multitask network normalization notebook optimizer overfitting padding parsing
    perplexity pipeline plugin pooling preprocessing pretrained pretraining prompting pruning quantization ranking
    reasoning refactoring regression reinforcement reranking retrieval roadmap rollout runtime sampling scheduler
    scraping sharding shuffling softmax speedup streaming structured subword supervision template throughput
    tokenization tokenizer training transformers truncation tuning underfitting unsupervised upsampling warmup weights
    workflow
""".split()  # noqa: SIM905 - easier to read than a list


@pytest.mark.parametrize("word", ENGLISH)
def test_english_words_of_the_trade_stay_whole_in_portuguese_text(word: str) -> None:
    assert parts(word) == word


PORTUGUESE = """
    aprender compreender reencontrar coordenar cooperação alcance pertence debate inclusive reagem segurança palavras
    modelos respostas exemplos instruções correções treinamento aprendizado conhecimento linguagem máscara perda
    ganhamos homens jovens ônibus lápis tórax veloz possível difícil melhor assistente carruagem professor
""".split()  # noqa: SIM905 - as above


@pytest.mark.parametrize("word", PORTUGUESE)
def test_portuguese_words_are_not_taken_for_english_ones(word: str) -> None:
    assert "-" in parts(word) or len(word) < 6


def test_other_languages_are_not_judged_by_portuguese_spelling() -> None:
    assert parts("llamada", "es") == "lla-mada"
    assert parts("checkpoint", "es") == "checkpoint"


def test_english_text_breaks_english_words() -> None:
    assert parts("hardware", "en-US") == "hard-ware"


def test_punctuation_around_a_word_does_not_matter() -> None:
    assert parts("“instrução”, (instrução).") == "“ins-tru-ção”, (ins-tru-ção)."


def test_lines_break_inside_words_only_where_the_style_allows_it() -> None:
    text = "dados conhecimento"
    assert lines_of(text, 12 * 6, HYPHENATED) == ["dados conhe\u2010", "cimento"]
    assert lines_of(text, 12 * 6, MONO) == ["dados", "conhecimento"]
    both = TYPESETTER.paragraph(
        [StyledSpan("instrução ", HYPHENATED), StyledSpan("instrução", replace(MONO, size=10.5))]
    )
    assert both.measure(MIN_CONTENT).width == pytest.approx(9 * 6.3)
    whole = TYPESETTER.paragraph([StyledSpan(text, HYPHENATED)], wrap="nowrap")
    assert len(whole.set(10).lines) == 1


def test_pretty_breaks_no_word_where_that_gains_nothing() -> None:
    text = "dados treinados sempre bem conhecimento final ok"
    lines = {}
    for mode in ("wrap", "pretty"):
        block = TYPESETTER.paragraph([StyledSpan(text, HYPHENATED)], wrap=mode).set(30 * 6)
        lines[mode] = [line.text for line in block.lines]
    assert lines["wrap"] == ["dados treinados sempre bem co", "nhecimento final ok"]
    assert lines["pretty"] == ["dados treinados sempre bem ", "conhecimento final ok"]


def test_missing_package_is_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    hyphenation._loaded.cache_clear()
    monkeypatch.setitem(sys.modules, "pyphen", None)
    with pytest.raises(LayoutkitError) as caught:
        TYPESETTER.paragraph([StyledSpan("instrução", HYPHENATED)], origin=caller_origin())
    (found,) = caught.value.diagnostics
    assert found.rule == "hyphenation"
    assert "pyphen is not installed" in found.message
    assert 'pip install "layoutkit[hyphenation]"' in found.hint
    assert found.places
    assert TYPESETTER.paragraph([StyledSpan("instrução", MONO)])


def test_language_without_patterns_is_a_clear_error() -> None:
    with pytest.raises(LayoutkitError, match="no hyphenation patterns for the language 'xx'"):
        hyphenation_points("palavra", "xx")


WORDS = st.lists(st.sampled_from(["a", "instrução", "conhecimento,", "hardware", "de", "treinamento"]), max_size=14)
MODES: st.SearchStrategy[TextWrap] = st.sampled_from(["wrap", "balance", "pretty"])


@given(WORDS.map(" ".join), st.floats(0, 300), st.sampled_from([MONO, ROBOTO]), MODES)
def test_hyphenated_lines_fit_and_keep_the_text(text: str, width: float, style: TextStyle, mode: TextWrap) -> None:
    p: Paragraph = TYPESETTER.paragraph([StyledSpan(text, replace(style, hyphenate=True))], wrap=mode)
    answer = p.measure(Fit(width))
    block = p.set(answer.width)
    assert "".join(line.text for line in block.lines) == text
    assert all(line.width <= answer.width + SLACK for line in block.lines)
    assert block.height == answer.height
