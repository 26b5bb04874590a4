"""Blocks of code: lines, numbers, bars, colours, and what is refused."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from layoutkit import Card, Code, Column, Grid
from layoutkit.check import cramped, overflow
from layoutkit.color import Color, contrast, over
from tests.components.looked_at import looked_at
from tests.nodes.faults import fault, marked
from tests.style.series import glyphs, placed, rects, series, t

if TYPE_CHECKING:
    from layoutkit import Node
    from layoutkit.paint.display import Glyphs

LOOKS = ("tokens.toml", "tests/tokens_palette.toml", "tests/tokens_large.toml")
PYTHON = "def loss(x):\n    # média\n\n\treturn x * 2"


def at(code: Node) -> dict[str, tuple[float, float]]:
    """Where each run stands on the page."""
    return {run.run.text.strip(): (ink(run), run.y) for run in glyphs(code)}


def ink(run: Glyphs) -> float:
    """The left end of the first character that is not a space."""
    text = run.run.text
    return run.x + run.run.xs[run.run.clusters.index(len(text) - len(text.lstrip()))]


def test_lines_and_indentation_are_kept() -> None:
    places = at(Code(PYTHON))
    role, first = t().type.code, places["def loss(x):"]
    advance = glyphs(Code("aa"))[0].run.xs[1]
    assert places["# média"] == pytest.approx((first[0] + 4 * advance, first[1] + role.line_height))
    assert places["return x * 2"] == pytest.approx((first[0] + 4 * advance, first[1] + 3 * role.line_height))
    assert first[0] == t().code.padding_x


@pytest.mark.parametrize(
    ("text", "width", "column"), [("\ta", 4, 4), ("a\tb", 4, 4), ("ab\tb", 2, 4), ("\t\ta", 8, 16)]
)
def test_a_tab_reaches_to_the_next_stop(text: str, width: int, column: int) -> None:
    (run,) = glyphs(Code(text, tab_width=width))
    assert len(run.run.text) - 1 == column
    assert "\t" not in run.run.text


def test_lines_stay_together_in_a_box_that_is_higher() -> None:
    plain, high = (
        [seen.rect.y for seen in looked_at(code).texts] for code in (Code("a\nb\nc"), Code("a\nb\nc", height=300))
    )
    assert high == plain


def test_a_line_feed_at_the_end_begins_no_line() -> None:
    heights = [placed(Code(text)).root.rect.height for text in ("a", "a\n", "a\n\n", "\na")]
    line = t().type.code.line_height
    assert [height - heights[0] for height in heights] == [0, 0, line, line]


def test_nothing_in_code_is_markup() -> None:
    text = "*a* _b_ `c` #ink[d] \\*"
    assert "".join(run.run.text for run in glyphs(Code(text))) == text


def test_a_long_line_is_not_broken_and_the_check_says_so() -> None:
    findings = overflow.RULE.find(looked_at(Card(Code("palavra " * 30))))
    faults = [overflow.RULE.diagnostic(finding) for finding in findings]
    assert faults
    assert {marked(found) for found in faults} <= {'Code("palavra " * 30)', 'Card(Code("palavra " * 30))'}


def test_bars_and_numbers_keep_to_their_box() -> None:
    code = Code(PYTHON, language="python", line_numbers=True, highlight=[1, 4])
    light = Code("{}", language="json", kind="light", highlight=[1])
    assert list(overflow.RULE.find(looked_at(Column(code, light)))) == []


def test_numbers_line_up_at_their_right() -> None:
    runs = glyphs(Code("\n".join("abcdefghij"), line_numbers=True))
    numbers, letters = [r for r in runs if r.run.text.isdigit()], [r for r in runs if r.run.text.isalpha()]
    assert [run.run.text for run in numbers] == [str(n) for n in range(1, 11)]
    assert len({round(run.x + run.run.width, 6) for run in numbers}) == 1
    assert [run.y for run in numbers] == [run.y for run in letters]
    assert {run.color for run in numbers} == {t().code.line_number}
    assert letters[0].x == pytest.approx(numbers[0].x + numbers[0].run.width + t().code.gap)


@pytest.mark.parametrize("line_numbers", [False, True])
def test_bars_fill_their_lines_behind_the_code(line_numbers: bool) -> None:  # noqa: FBT001 - both cases
    block, *bars = rects(Code("a\nb\nc\nd", highlight=(4, 2), line_numbers=line_numbers))
    line, tokens = t().type.code.line_height, t().code
    assert {bar.fill for bar in bars} == {tokens.highlight}
    tops = [tokens.padding_y + n * line for n in (1, 3)]
    assert sorted({bar.rect.y for bar in bars}) == tops
    assert {bar.rect.height for bar in bars} == {line}
    for top in tops:
        parts = [bar.rect for bar in bars if bar.rect.y == top]
        assert (parts[0].x, parts[-1].right) == (0, block.rect.right)
        assert all(one.right == other.x for one, other in pairwise(parts))


def test_a_bar_stands_clear_of_numbers_and_code() -> None:
    code = Code(PYTHON, language="python", line_numbers=True, highlight=[1, 4])
    assert list(cramped.RULE.find(looked_at(Column(code)))) == []


@pytest.mark.parametrize(("kind", "tokens"), [("dark", "code"), ("light", "code_light")])
def test_pieces_have_the_colours_of_their_kinds(kind: Any, tokens: str) -> None:  # noqa: ANN401 - one of two words
    component = t().components[tokens]
    code = 'class Um:\n    x = "a" + 1  # um'
    colors = {run.run.text.strip(): run.color for run in glyphs(Code(code, language="python", kind=kind))}
    named = {"class": "keyword", "Um": "name", '"a"': "string", "1": "number", "# um": "comment", "x =": "color"}
    assert {text: colors[text] for text in named} == {text: component.get(name) for text, name in named.items()}
    (block, *_) = rects(Code(code, kind=kind))
    assert block.fill == component.background


def test_a_string_over_several_lines_is_one_colour() -> None:
    runs = glyphs(Code('"""a\nb\n\nc""" + d', language="python"))
    assert [(run.run.text, run.color == t().code.string) for run in runs] == [
        ('"""a', True), ("b", True), ('c"""', True), (" + d", False),
    ]  # fmt: skip


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("component", ["code", "code_light"])
@pytest.mark.parametrize("word", ["color", "keyword", "name", "string", "number", "comment", "line_number"])
def test_every_colour_can_be_read(look: str, component: str, word: str) -> None:
    """WCAG 2.2, success criterion 1.4.3: 4.5 to 1, on the surface and on a bar."""
    tokens = series(look).theme.components[component]
    color: Color = getattr(tokens, word)
    for surface in (tokens.background, over(tokens.highlight, tokens.background)):
        assert contrast(color, surface) >= 4.5


def test_keywords_go_before_the_component() -> None:
    node = Code("a", padding=0, grow=1)
    assert isinstance(node, Grid)
    assert (node.props["grow"], node.props["padding"], node.props["component"]) == (1, 0, "code")


def test_an_unknown_language_is_answered_with_the_nearest() -> None:
    wrong: Any = "pyton"
    with fault("bad-value") as found:
        Code("a", language=wrong)
    assert found.message == "language is 'pyton'; Pygments has no language of that name"
    assert (found.hint, found.marked) == ("did you mean 'python'?", 'Code("a", language=wrong)')
    with fault("bad-value") as found:
        Code("a", kind=wrong)
    assert found.message == "kind is 'pyton'; expected one of dark, light"


@pytest.mark.parametrize("text", ["", "\n", "  \n\t"])
def test_empty_code_is_refused(text: str) -> None:
    with fault("bad-value") as found:
        Code(text)
    assert found.message == "the code is empty"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\nb\x07", "the code holds U+0007 a control character at line 2, column 2"),
        ("\ta\r\n", "the code holds U+000D a control character at line 1, column 3"),
        ("\ud800", "the code holds U+D800 a lone surrogate at line 1, column 1"),
    ],
)
def test_control_characters_are_refused_at_their_place(text: str, message: str) -> None:
    with fault("control-character") as found:
        Code(text)
    assert (found.message, found.marked) == (message, "Code(text)")


@pytest.mark.parametrize("text", [None, 3, ["a"], b"a"])
def test_code_is_a_string(text: Any) -> None:  # noqa: ANN401 - wrong on purpose
    with fault("not-text") as found:
        Code(text)
    assert found.message == f"Code takes a string, not {text!r}"


@pytest.mark.parametrize("lines", [3, None])
def test_the_lines_of_bars_are_several(lines: Any) -> None:  # noqa: ANN401 - wrong on purpose
    with fault("bad-value") as found:
        Code("a", highlight=lines)
    assert found.message == f"highlight is {lines}; expected the numbers of lines"


@pytest.mark.parametrize("line", [0, 3, -1, "1", True, 1.0])
def test_bars_stand_behind_lines_that_are_there(line: Any) -> None:  # noqa: ANN401 - wrong on purpose
    with fault("bad-value") as found:
        Code("a\nb", highlight=[line])
    assert found.message == f"highlight names line {line!r}; the code has the lines 1 to 2"


@pytest.mark.parametrize("width", [0, -4, 2.0, "4", True])
def test_a_tab_has_a_width(width: Any) -> None:  # noqa: ANN401 - wrong on purpose
    with fault("bad-value") as found:
        Code("a", tab_width=width)
    assert found.message == f"tab_width is {width!r}; expected a whole number of at least 1"


def test_code_takes_part_in_the_layout() -> None:
    node = Column(Code("a"), Code("b"))
    assert len(glyphs(node)) == 2
