"""Every limit of every rule: what is just inside it is not a finding, and what is just outside it is one."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import NamedTuple

import pytest

import layoutkit.check
from layoutkit.check.decoration import is_texture, shadow_bounds
from layoutkit.check.naming import quoted
from layoutkit.color import Color
from layoutkit.geometry import Rect
from layoutkit.paint.display import Dots, DropShadow
from layoutkit.renderer import Renderer
from layoutkit.tokens import load_theme
from tests.check.figures import faults, theme_with
from tests.tokens.merged import as_one_file, tables

FOLDER = Path(layoutkit.check.__file__).parent
BOX = "Row(background=t.color.response, width='{}px', height='{}px', shrink=0)"
PAGE = f"Row({{}}, {BOX.format(50, 920)}, align='start', gap='100px', padding_x=0)"
"""A page of 1000 px × 1000 px."""


class Limit(NamedTuple):
    """A figure with a hole, filled once so that a rule has nothing to say and once so that it has."""

    constants: str
    rule: str
    tree: str
    good: object
    bad: object
    tokens: dict[str, str] = {}  # noqa: RUF012 - none of them changes it
    message: str = ""
    """A part of the message or the hint; empty where the rule alone says enough."""


def grey(lightness: int) -> str:
    return f"#{lightness:02x}{lightness:02x}{lightness:02x}"


def chart(*heights: float) -> str:
    return f"Row({', '.join(BOX.format(30, height) for height in heights)}, align='end', gap='10px')"


CUT = "Column(Row(Text('H', margin_top='{}px'), height='40px', align='start', overflow='hidden'))"
"""The ink of the H begins 5.625 px below the top of its line."""
SIDE = "Row(Card(Text('H'), padding='8px', {}), align='start')"
"""The border is 1 px wide, the H begins 1.32 px right of its line and 5.625 px below its top."""
METER = "Column(Column(Meter(0.5, background='{}'), background=t.color.instruction, padding='20px'))"
LETTERS = "Column(Text('Texto', role='{}', color='{}'), background=t.color.surface)"
PILL = f"Column(Card({BOX.format(200, 60)[:-1]}, margin_top='{{}}px'), padding='60px'))"
LONG = "Column(Text('{}', role='code', wrap='nowrap'))"
CAPTIONS = (
    "Row(Card(Row(background=t.color.response_tint, height='90px'), Text('a'), grow=1), "
    "Card(Row(background=t.color.response_tint, height='50px'), Text('b'), grow=1, margin_top='{}px'), "
    "align='start', gap='20px')"
)
OVER = "Stack(Text('Texto', color='#8a8a8a'), Row(background='#ffffff{:02x}', height='60px'))"

LIMITS = (
    Limit("ambiguous_tone._SAME", "ambiguous-tone", "Column(Meter(0.3), Meter(0.4, tone='instruction'))",
          None, None, {"good": '"#2982f7"', "bad": '"#2780f5"'}),
    Limit("arrow_dangling._REACH", "arrow-dangling",
          "Row(a, (y := Row(b, padding_left='{}px')), Arrow(a.right, y.left), gap='60px')", 19.5, 20.5),
    Limit("arrow_too_short._SHAFT", "arrow-too-short", "Row(a, b, Arrow(a.right, b.left), gap='{}px')", 15.2, 14.8),
    Limit("captions._LEVEL", "out-of-line", CAPTIONS, 1.2, 0.8),
    Limit("charts._SAME", "out-of-line",
          f"Row({chart(80, 40)}, Row({BOX.format(30, 60)}, {BOX.format('{}', 90)}, align='end', gap='10px'), "
          "gap='40px', align='start')", 31.2, 30.8),
    Limit("clipped._TOLERANCE", "clipped", CUT, -5.625 - 0.4, -5.625 - 0.6),
    Limit("colour_only._GREY_APART", "colour-only", f"Row({BOX.format(40, 40)}, {BOX.format(40, 40)}, gap='40px')"
          .replace("t.color.response", "'#d93025'", 1).replace("t.color.response", "'{}'"), "#003000", "#003300"),
    Limit("contrast._LEAST", "contrast", LETTERS.format("body", "{}"), grey(0x76), grey(0x77),
          {"color.surface": '"#ffffff"'}),
    Limit("contrast._LEAST_LARGE", "contrast", LETTERS.format("title", "{}"), grey(0x94), grey(0x95),
          {"color.surface": '"#ffffff"'}),
    Limit("contrast._LARGE", "contrast", LETTERS.format("speech", grey(0x90)), None, None,
          {"good type.speech.size": "30", "bad type.speech.size": "29.95"}),  # 24 px of an article
    Limit("contrast._LARGE_BOLD", "contrast", LETTERS.format("verdict", grey(0x90)), None, None,
          {"good type.verdict.size": "23.35", "bad type.verdict.size": "23.3"}),  # 18.66 px of an article
    Limit("contrast._BOLD", "contrast", LETTERS.format("verdict", grey(0x90)), None, None,
          {"type.verdict.size": "24", "good type.verdict.weight": "700", "bad type.verdict.weight": "500"}),
    Limit("cramped._BESIDE", "cramped", SIDE.format("padding_left='{}px'"), 0.8, 0.6),
    Limit("cramped._ABOVE", "cramped", SIDE.format("padding_top=0, border_width=0").replace(
        "Text('H')", "Text('H', margin_top='{}px')"), -4.525, -4.725),
    Limit("cramped._BEYOND", "cramped", SIDE.format("padding_left=0, border_width=0").replace(
        "Text('H')", "Text('H', margin_left='{}px')"), -1.32 - 0.6, -1.32 - 0.4),
    Limit("cramped._BESIDE", "cramped", "Row(Text('H'), a, gap='{}px')", 1.8, 1.5),
    Limit("crossing._TOLERANCE", "arrow-crosses-box",
          "Row((x := Card(width='80px', height='100px')), Card(Text('um'), height='{}px', padding=0), "
          "(y := Card(width='80px', height='100px')), Arrow(x.right, y.left, route='straight'), gap='60px', "
          "align='start')", 50.8, 51.2),
    Limit("empty._LARGE", "empty", PAGE.format("Card(Text('a'), width='400px', height='{}px')"), 198, 202),
    Limit("empty._NARROW", "empty", PAGE.format("Card(Text('a'), width='800px', height='{}px')"), 119.5, 120.5),
    Limit("empty._LEAST", "empty",
          PAGE.format(f"Card({BOX.format(100, '{}')}, width='500px', height='400px', align='start')"), 81, 79),
    Limit("ground._FAINT", "contrast", OVER, 48, 54, message="take away"),
    Limit("heavy_icon._HEAVIEST", "heavy-icon", "Column(Icon('brain', size=24, stroke_width='{}px'))", 3.99, 4.01),
    Limit("legibility._LEAST_PT", "legibility", "Column(Text('Texto'))", None, None,
          {"good type.body.size": "13.73", "bad type.body.size": "13.71"}, "pt on paper"),
    Limit("legibility._LEAST_CSS_PX", "legibility", "Column(Text('Texto'))", None, None,
          {"good type.body.size": "13.76", "bad type.body.size": "13.74"}),
    Limit("legibility._LEAST_STROKE_PT", "legibility", "Column(Card(Text('a'), border_width='{}px'))", 0.495, 0.485),
    Limit("margin._TOLERANCE", "margin", "Column(Card(Text('a'), margin_left='{}px'))", -0.4, -0.6),
    Limit("measure._MOST", "measure", LONG, "abcd " * 15, "abcd " * 15 + "a"),
    Limit("meter_track._QUIET", "meter-track", METER, grey(0x94), grey(0x96)),
    Limit("meter_track._LEAST", "meter-track", "Column(Card(Meter({}, width='100px'), kind='inverse'))", 0.991, 0.989),
    Limit("near_miss._SEEN", "near-miss", "Column(Card(Text('a'), width='400px'), Card(Text('b'), width='{}px'))",
          400.6, 400.65),
    Limit("near_miss._MEANT", "near-miss", "Column(Card(Text('a'), width='400px'), Card(Text('b'), width='{}px'))",
          403.1, 402.9),
    Limit("near_miss._LARGE", "near-miss",
          PAGE.format(f"Column({BOX.format(300, 100)}, {BOX.format('100', '{}')}, gap='20px')".replace(
              "width='100px'", "width='100px', margin_left='2px'")), 99, 101, message="edges of"),
    Limit("off_page._TOLERANCE", "off-page", "Column(b, Card(Text('a'), position='absolute', top=0, right='{}px'))",
          -0.4, -0.6),
    Limit("out_of_line._APART", "out-of-line",
          f"Row({chart(80, 40)}, {chart(80, 60)[:-1]}, margin_top='{{}}px'), gap='40px', align='start')", 2.9, 3.1),
    Limit("out_of_line._BESIDE", "out-of-line",
          f"Row({chart(80, 40)}, {chart(80, 60)[:-1]}, margin_top='{{}}px'), gap='40px', align='start')", 41, 39),
    Limit("overflow._TOLERANCE", "overflow", f"Column(Row({BOX.format('{}', 20)}, width='100px'))", 100.4, 100.6),
    Limit("overflow._ON_EDGE", "overflow", PILL, -60 - 1 - 20.5, -60 - 1 - 19.5),
    Limit("overlap._TOLERANCE", "overlap",
          f"Column({BOX.format(90, 40)}, {BOX.format(90, 40)[:-1]}, margin_top='{{}}px'), gap=0)", -0.9, -1.1),
    Limit("stranded._SHORT", "stranded", "Column(Text('ab cd ef gh ij kl mn{}', role='code'))",
          "\\nabcdefghij", "\\nabcdefghi"),
    Limit("stranded._PER_LINE", "stranded", "Column(Text('{}\\nab', role='code'))", "abcdefg abcdef", "abcdef abcd a"),
)  # fmt: skip

ELSEWHERE = {
    "alt_text._MOST": "test_the_longest_alt_text",
    "naming._WORDS": "test_the_longest_quotation",
    "too_much_text._MOST": "test_words_where_the_page_says_nothing",
    "outside_corner._BEYOND": "test_the_corner",
    "decoration._SEEN": "test_decoration",
    "decoration._SHARP": "test_decoration",
    "decoration._REACH": "test_decoration",
    "literal._TOLD": "test_literal.test_a_line_is_reported_once",
    "contract._TOLD": "test_contracts.test_a_message_names_a_few_lines_and_figures",
    "broken_contracts._FIGURES": "test_contracts.test_a_message_names_a_few_lines_and_figures",
    "paints._BESIDE": "where a ground is looked at",
    "paints._ALONG": "where a ground is looked at",
    "loose_mark._NAMED": "test_the_letters_that_are_named",
    "unused_token._NEAR": "test_unused_token",
    "arrow_too_short._NOISE": "the noise of floating point",
    "heavy_icon._NOISE": "the noise of floating point",
    "legibility._NOISE": "the noise of floating point",
    "legibility._PT_PER_PX": "a definition",
    "outside_corner._DIAGONAL": "a definition",
    "inside._PIECES": "test_inside; how finely a curve is cut",
    "ground._SAMPLES": "where a run is looked at, no limit",
    "ground._HEIGHTS": "where a run is looked at, no limit",
    "ground._CAPITAL": "where a run is looked at, no limit",
    "font_glyphs._BELOW": "test_font_glyphs",
    "font_glyphs._SOME": "how many roles a message names",
    "line_through_text._LEAST_PX": "test_line_through_text",
    "line_through_text._FAINT": "test_line_through_text",
    "line_through_text._PIECES": "how finely a curve is cut",
    "meter_track._OUTSIDE": "where a track is looked at, no limit",
}
"""Numbers that are no limit of a figure: where they are tested, or why not."""

FIGURE = """
@figure(title="T", alt="Cartões, textos e setas.")
def example(t: Theme) -> Node:
    a, b = Card(Text("um")), Card(Text("dois"))
    return {}
"""


def said(limit: Limit, value: object, which: str, folder: Path) -> list[str]:
    """What the rule says of the figure with a value, or with its tokens for it."""
    tokens = {}
    for key, token in limit.tokens.items():
        kind, _, name = key.rpartition(" ")
        if limit.constants == "ambiguous_tone._SAME":
            kind, name = key, "meter_fill.background"
        if kind in ("", which):
            tokens[name] = token
    tree = limit.tree.replace("{}", str(value)) if "{:" not in limit.tree else limit.tree.format(value)
    return [one for one in _found(tree, folder, tokens) if one.startswith(f"{limit.rule}: ") and limit.message in one]


def _found(tree: str, folder: Path, tokens: dict[str, str]) -> list[str]:
    """What the rules say, hints included, of a figure that may name two cards."""
    script = FIGURE.format(tree)
    look = theme_with(folder, tuple(tokens.items()))
    diagnostics = [fault.diagnostic for fault in faults(script, folder, look=look)]
    return [f"{one.rule}: {one.message}; {one.hint}" for one in diagnostics]


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.constants)
def test_just_inside_and_just_outside(limit: Limit, tmp_path: Path) -> None:
    assert said(limit, limit.good, "good", tmp_path) == []
    assert said(limit, limit.bad, "bad", tmp_path) != []


def test_no_number_is_left_out() -> None:
    numbers = {
        f"{path.stem}.{name}"
        for path in FOLDER.glob("*.py")
        for statement in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(statement, ast.Assign) and _is_number(statement.value)
        for name in _names(statement.targets[0])
    }
    assert numbers == {limit.constants for limit in LIMITS} | ELSEWHERE.keys()


def _is_number(value: ast.expr) -> bool:
    """Whether a constant is a number, numbers, or computed from them."""
    parts = list(ast.walk(value))
    calls = [part for part in parts if isinstance(part, ast.Call | ast.Dict | ast.Set | ast.JoinedStr | ast.Subscript)]
    found = [part for part in parts if isinstance(part, ast.Constant)]
    roots = [call for call in calls if not (isinstance(call, ast.Call) and ast.unparse(call.func) == "sqrt")]
    return not roots and bool(found) and all(isinstance(part.value, int | float) for part in found)


def _names(target: ast.expr) -> list[str]:
    return [part.id for part in ast.walk(target) if isinstance(part, ast.Name)]


def test_the_longest_alt_text(tmp_path: Path) -> None:
    script = '@figure(title="T", alt="{}")\ndef example(t: Theme) -> Node:\n    return Column(Text("a"))\n'
    words = "ab " * 83 + "a"
    assert faults(script.format(words), tmp_path) == []
    assert [fault.diagnostic.rule for fault in faults(script.format(words + "b"), tmp_path)] == ["alt-text"]


def test_the_longest_quotation() -> None:
    assert quoted("a" * 24) == f"“{'a' * 24}”"
    assert quoted("a" * 25) == f"“{'a' * 24}…”"


def test_the_letters_that_are_named(tmp_path: Path) -> None:
    hats = [f"{letter}\u0302" for letter in "θεμσφ"]
    for count, end in ((4, f"‘{hats[2]}’ and ‘{hats[3]}’ of"), (5, f"‘{hats[2]}’ and 2 more letters of")):
        (said,) = _found(f"Column(Text({' '.join(hats[:count])!r}))", tmp_path, {})
        assert said.startswith("loose-mark: ")
        assert end in said


def test_words_where_the_page_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "tokens.toml"
    silent = tables()
    del silent["page"]["words"]
    path.write_text(as_one_file(silent))
    look = Renderer(load_theme(path))
    tree = "Column(*(Text('um dois tres') for _ in range(53)), *(Text('um') for _ in range({})))"
    for more, wanted in ((1, []), (2, ["the figure has 161 words; page.words allows 160"])):
        found = [fault.diagnostic for fault in faults(FIGURE.format(tree.format(more)), tmp_path, look=look)]
        assert [one.message for one in found if one.rule == "too-much-text"] == wanted


def test_decoration() -> None:
    assert is_texture(Dots(Rect(0, 0, 99, 99), 9, 1.59, Color(0, 0, 0)), 16)
    assert not is_texture(Dots(Rect(0, 0, 99, 99), 9, 1.61, Color(0, 0, 0)), 16)
    for sigma, reach in ((0.2, 1.5), (0.5, 1.5), (0.6, 1.8), (10, 30)):
        around = shadow_bounds(DropShadow(Rect(0, 0, 50, 50), 0, sigma, Color(0, 0, 0)))
        assert around.x == pytest.approx(-reach)


def test_the_corner(tmp_path: Path) -> None:
    """An H in a circle: the corner of its ink is 14.4 px above its middle."""
    tree = "Row(Row(Text('H', margin_left='{}px'), width='40px', height='40px', radius=20, background=t.color.sunken))"
    for left, wanted in ((24.4, 0), (24.8, 1)):
        found = _found(tree.format(left), tmp_path, {})
        assert len([one for one in found if one.startswith("outside-corner: ")]) == wanted
