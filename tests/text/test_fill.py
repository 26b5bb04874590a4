"""Breaking modes: what balance and pretty choose, and that they choose the best."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from layoutkit.languages import language_for
from layoutkit.sizing import MAX_CONTENT, MIN_CONTENT
from layoutkit.text.breaking import opportunities
from layoutkit.text.fill import BROKEN_WORD, LEEWAY, LONE_WORD, SHORT_LAST_LINE, SLACK, WEAK_END
from layoutkit.text.glue import glued
from layoutkit.text.paragraph import Paragraph, StyledSpan
from tests.text.strings import PARAGRAPHS
from tests.text.support import MONO, ROBOTO, TYPESETTER, shown

if TYPE_CHECKING:
    from layoutkit.keywords import TextWrap
    from layoutkit.text.lines import TextBlock
    from layoutkit.text.style import TextStyle

SHY = "\u00ad"
FUNCTION_WORDS = frozenset({"de", "que", "para", "com"})


def paragraph(text: str, mode: TextWrap, style: TextStyle = MONO) -> Paragraph:
    return TYPESETTER.paragraph([StyledSpan(text, style)], wrap=mode)


def lines(text: str, width: float, mode: TextWrap, style: TextStyle = MONO) -> list[str]:
    return [shown(line) for line in paragraph(text, mode, style).set(width).lines]


def demerits(widths: list[float], texts: list[str], width: float, words: frozenset[str] = FUNCTION_WORDS) -> float:
    """The measure that pretty makes least, for one hard line."""
    return raggedness(widths, width) + penalties(widths, texts, width, words)


def raggedness(widths: list[float], width: float) -> float:
    """The squares of what lines leave free, as shares of the width; the last line is left out."""
    return sum((max(0.0, width - used) / width) ** 2 for used in widths[:-1])


def penalties(widths: list[float], texts: list[str], width: float, words: frozenset[str] = FUNCTION_WORDS) -> float:
    """What stranded and broken words, a lone last word and a short last line add."""
    if len(widths) == 1:
        return 0.0
    total = 0.0
    for text in texts[:-1]:
        broken = text.endswith("\u2010")
        total += BROKEN_WORD if broken else WEAK_END if text.split()[-1] in words else 0.0
    total += LONE_WORD if len(texts[-1].split()) == 1 else 0.0
    return total + SHORT_LAST_LINE * max(0.0, 1 - widths[-1] / (width / 2))


def demerits_of(p: Paragraph, width: float, words: frozenset[str] = FUNCTION_WORDS) -> float:
    return demerits(*set_lines(p, width), width, words)


def set_lines(p: Paragraph, width: float) -> tuple[list[float], list[str]]:
    """The width of each line, and what it shows."""
    block = p.set(width)
    return [line.width for line in block.lines], [shown(line) for line in block.lines]


def weak_ends(block: TextBlock, style: TextStyle) -> int:
    """How many lines but the last end in a function word or inside a word."""
    table = language_for(style.language).function_words
    ends = [shown(line).rstrip(SHY) for line in block.lines[:-1]]
    return sum(text.endswith("\u2010") or text.split(" ")[-1].lower() in table for text in ends)


def test_balance_evens_out_the_lines_of_a_heading() -> None:
    text = "Do modelo base ao assistente conversacional"
    assert lines(text, 36 * 6, "wrap") == ["Do modelo base ao assistente", "conversacional"]
    assert lines(text, 36 * 6, "balance", replace(MONO, language="und")) == [
        "Do modelo base ao",
        "assistente conversacional",
    ]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Do modelo base ao assistente conversacional", 36, ["Do modelo base", "ao assistente conversacional"]),
        ("Ensinar aos poucos", 14, ["Ensinar", "aos poucos"]),
        ("Treinar o modelo com pares de dados bons", 25, ["Treinar o modelo", "com pares de dados bons"]),
        # too wide a price, and no room for it
        ("um com dados", 9, ["um com", "dados"]),
        ("Do modelo base ao assistente conversacional", 27, ["Do modelo base ao", "assistente conversacional"]),
    ],
)  # fmt: skip
def test_balance_strands_no_function_word_where_it_can_do_otherwise(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width * 6, "balance") == expected


def test_balance_leaves_one_line_and_each_hard_line_alone() -> None:
    assert lines("uma linha", 300, "balance") == ["uma linha"]
    assert lines("aa bb cc dd\nee", 9 * 6, "balance") == ["aa bb", "cc dd", "ee"]


def test_pretty_moves_a_word_to_the_last_line() -> None:
    text = "texto modelo treino dados resposta fim"
    assert lines(text, 20 * 6, "wrap") == ["texto modelo treino", "dados resposta fim"]
    longer = "texto modelo treino dados resposta teste fim"
    assert lines(longer, 20 * 6, "wrap") == ["texto modelo treino", "dados resposta teste", "fim"]
    assert lines(longer, 20 * 6, "pretty") == ["texto modelo treino", "dados resposta", "teste fim"]


def test_pretty_does_not_strand_a_function_word_where_it_can_do_otherwise() -> None:
    text = "dados treinados de resposta longa"
    assert lines(text, 18 * 6, "wrap") == ["dados treinados de", "resposta longa"]
    assert lines(text, 18 * 6, "pretty") == ["dados treinados", "de resposta longa"]
    french = replace(MONO, language="fr")
    assert lines(text, 18 * 6, "pretty", french) == ["dados treinados de", "resposta longa"]


def test_pretty_evens_out_a_hole_that_greedy_leaves() -> None:
    text = "aaa bb cc ddddd ee ff"
    assert lines(text, 6 * 6, "wrap") == ["aaa bb", "cc", "ddddd", "ee ff"]
    assert lines(text, 6 * 6, "pretty") == ["aaa", "bb cc", "ddddd", "ee ff"]


@pytest.mark.parametrize("mode", ["balance", "pretty"])
def test_a_piece_that_is_too_wide_gets_a_line_of_its_own(mode: TextWrap) -> None:
    assert lines("um otorrinolaringologista ri", 30, mode) == ["um", "otorrinolaringologista", "ri"]
    assert lines("um", 0, mode) == ["um"]
    assert lines("", 0, mode) == [""]


WORDS = st.lists(
    st.sampled_from(
        [
            "a",
            "de",
            "que",
            "para",
            "com",
            "modelo",
            "pré-treinado",
            "R$",
            "1.200",
            "AVATAR,",
            "token",
            f"ins{SHY}trução",
        ]
    ),
    max_size=40,
).map(" ".join)
TEXTS = st.one_of(WORDS, st.lists(WORDS, max_size=3).map("\n".join))
WIDTHS = st.floats(0, 400)
STYLES = st.sampled_from([ROBOTO, MONO, replace(ROBOTO, letter_spacing=0.6), replace(MONO, language="en")])
MODES: st.SearchStrategy[TextWrap] = st.sampled_from(["balance", "pretty"])


@given(TEXTS, STYLES, WIDTHS, MODES)
def test_modes_keep_the_text_and_the_number_of_lines(text: str, style: TextStyle, width: float, mode: TextWrap) -> None:
    block, first_fit = paragraph(text, mode, style).set(width), paragraph(text, "wrap", style).set(width)
    assert len(block.lines) == len(first_fit.lines)
    assert "".join(line.text for line in block.lines) == text
    assert (block.height, block.overflow) == pytest.approx((first_fit.height, first_fit.overflow))


@given(TEXTS, STYLES, WIDTHS, MODES)
def test_lines_of_each_mode_fit(text: str, style: TextStyle, width: float, mode: TextWrap) -> None:
    p = paragraph(text, mode, style)
    room = max(width, p.measure(MIN_CONTENT).width) + SLACK
    assert all(line.width <= room for line in p.set(width).lines)


@given(WORDS, STYLES, WIDTHS)
def test_narrower_columns_hold_what_balance_sets_only_with_more_weak_ends(
    text: str, style: TextStyle, width: float
) -> None:
    p, first_fit = paragraph(text, "balance", style), paragraph(text, "wrap", style)
    block = p.set(width)
    narrower = max(line.width for line in block.lines) - 0.5
    if narrower > p.measure(MIN_CONTENT).width:
        other = first_fit.set(narrower)
        assert len(other.lines) > len(block.lines) or weak_ends(other, style) > weak_ends(block, style)


@given(st.lists(st.sampled_from(["aa", "bbb", "ccccc", "de", "para", "dddddddd"]), min_size=2, max_size=11), WIDTHS)
def test_balance_is_the_best_of_all_ways_with_as_few_lines(words: list[str], width: float) -> None:
    p = paragraph(" ".join(words), "balance")
    width = max(width, p.measure(MIN_CONTENT).width)
    chosen = [shown(line) for line in p.set(width).lines]
    ways = []
    for cuts in combinations(range(1, len(words)), len(chosen) - 1):
        texts = [" ".join(words[i:j]) for i, j in zip((0, *cuts), (*cuts, len(words)), strict=True)]
        ways.append((sum(text.split()[-1] in FUNCTION_WORDS for text in texts[:-1]), max(6 * len(t) for t in texts)))
    room = min(width, min(widest for _, widest in ways) * (1 + LEEWAY)) + SLACK
    best = min(way for way in ways if way[1] <= room)
    weak = sum(text.split()[-1] in FUNCTION_WORDS for text in chosen[:-1])
    assert (weak, max(6 * len(text) for text in chosen)) == best


@given(WORDS, STYLES, st.floats(1, 400))
@example("pré-treinado pré-treinado a a a de ins\xadtrução", replace(MONO, language="en"), 234)
def test_pretty_is_never_worse_than_greedy(text: str, style: TextStyle, width: float) -> None:
    p, first_fit = paragraph(text, "pretty", style), paragraph(text, "wrap", style)
    width = max(width, p.measure(MIN_CONTENT).width)
    words = FUNCTION_WORDS & language_for(style.language).function_words
    assert demerits_of(p, width, words) <= demerits_of(first_fit, width, words) + 1e-9


@given(st.lists(st.sampled_from(["aa", "bbb", "ccccc", "de", "para", "dddddddd"]), min_size=2, max_size=11), WIDTHS)
def test_pretty_is_the_best_of_all_ways_with_as_few_lines(words: list[str], width: float) -> None:
    p = paragraph(" ".join(words), "pretty")
    width = max(width, p.measure(MIN_CONTENT).width)
    count = len(p.set(width).lines)
    ways = []
    for cuts in combinations(range(1, len(words)), count - 1):
        texts = [" ".join(words[i:j]) for i, j in zip((0, *cuts), (*cuts, len(words)), strict=True)]
        widths = [6.0 * len(text) for text in texts]
        if max(widths) <= width + SLACK:
            ways.append(demerits(widths, texts, width))
    assert demerits_of(p, width) == pytest.approx(min(ways))


@given(WORDS, STYLES, st.floats(1, 400))
def test_pretty_is_more_ragged_than_greedy_only_for_better_ends(text: str, style: TextStyle, width: float) -> None:
    p, first_fit = paragraph(text, "pretty", style), paragraph(text, "wrap", style)
    width = max(width, p.measure(MIN_CONTENT).width)
    words = FUNCTION_WORDS & language_for(style.language).function_words
    ours, theirs = set_lines(p, width), set_lines(first_fit, width)
    gained = penalties(*theirs, width, words) - penalties(*ours, width, words)
    assert raggedness(ours[0], width) <= raggedness(theirs[0], width) + max(0.0, gained) + 1e-9


@pytest.mark.parametrize("text", PARAGRAPHS, ids=lambda text: text[:12])
def test_running_text_strands_no_more_words_than_it_must(text: str) -> None:
    """Function words at line ends and a lone last word: as few as in any way that takes as few lines."""
    for width in range(160, 421, 20):
        _, texts = set_lines(paragraph(text, "pretty", ROBOTO), width)
        if len(texts) > 1:
            assert faults(texts) == fewest_faults(text, width, len(texts)), (width, texts)


def faults(texts: list[str]) -> int:
    table = language_for("pt").function_words
    return sum(text.split(" ")[-1].lower() in table for text in texts[:-1]) + (len(texts[-1].split()) == 1)


def fewest_faults(text: str, width: float, count: int) -> int:
    """By trying, line after line, every place where a line may end."""
    cuts = [*sorted(set(opportunities(text)) - glued(text, "pt")), len(text)]
    known = {0: 0}
    for number in range(1, count + 1):
        found: dict[int, int] = {}
        for start, before in known.items():
            for end in (cut for cut in cuts if cut > start):
                line = text[start:end].rstrip()
                if width_of(line) > width + SLACK:
                    break
                last = number == count
                if last == (end == len(text)):
                    here = faults([line]) if last else faults([line, "a b"])
                    found[end] = min(found.get(end, before + here), before + here)
        known = found
    return known[len(text)]


@cache
def width_of(line: str) -> float:
    return paragraph(line, "wrap", ROBOTO).measure(MAX_CONTENT).width


def test_measured_size_does_not_depend_on_the_mode() -> None:
    text = "Modelos de linguagem aprendem padrões gerais durante o pré-treinamento"
    answers = {paragraph(text, mode).measure(MAX_CONTENT) for mode in ("wrap", "balance", "pretty")}
    assert len(answers) == 1
