"""Paragraphs: measuring, setting, alignment, line boxes, errors."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from layoutkit.diagnostics import LayoutkitError
from layoutkit.origin import caller_origin
from layoutkit.sizing import MAX_CONTENT, MIN_CONTENT, Fit, Request
from layoutkit.text.fill import SLACK
from layoutkit.text.fonts import FontFamily, FontFile, FontLibrary
from layoutkit.text.hanging import DEEPEST
from layoutkit.text.paragraph import Paragraph, StyledSpan, Typesetter
from tests.text.support import (
    FAMILIES,
    LIBRARY,
    MONO,
    ROBOTO,
    SMALL,
    TYPESETTER,
    lines_of,
    set_to,
    shown,
    small_font,
    typesetter_of,
)

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.text.style import TextStyle

SHY, NBSP, ZWSP = "\u00ad", "\u00a0", "\u200b"


def paragraph(text: str, **options: object) -> Paragraph:
    return TYPESETTER.paragraph([StyledSpan(text, MONO)], **options)  # type: ignore[arg-type]


# --- measuring -------------------------------------------------------------------------------------------------------


def test_min_content_is_the_longest_piece_and_max_content_the_longest_hard_line() -> None:
    p = paragraph("um modelo\nconversacional responde bem")
    assert p.measure(MIN_CONTENT).width == pytest.approx(14 * 6)
    assert p.measure(MIN_CONTENT).height == 3 * 14
    assert p.measure(MAX_CONTENT).width == pytest.approx(27 * 6)
    assert p.measure(MAX_CONTENT).height == 2 * 14


@pytest.mark.parametrize(("offered", "expected"), [(0, 36), (30, 36), (60, 60), (1000, 19 * 6), (math.inf, 19 * 6)])
def test_fit_is_the_width_offered_between_min_and_max_content(offered: float, expected: float) -> None:
    p = paragraph("texto modelo treino")
    assert p.measure(Fit(offered)).width == pytest.approx(expected)


def test_width_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="NaN"):
        paragraph("a").measure(Fit(math.nan))
    with pytest.raises(ValueError, match="NaN"):
        paragraph("a").set(math.nan)


def test_equal_requests_get_the_same_answer_object() -> None:
    p = paragraph("texto modelo treino")
    assert p.measure(Fit(60.0)) is p.measure(Fit(60.0))
    assert p.measure(MIN_CONTENT) is p.measure(MIN_CONTENT)


def test_without_wrapping_only_hard_line_breaks_count() -> None:
    p = paragraph("um dois\ntrês", wrap="nowrap")
    assert p.measure(MIN_CONTENT) == p.measure(MAX_CONTENT)
    assert [shown(line) for line in p.set(10).lines] == ["um dois", "três"]
    assert p.set(10).overflow == pytest.approx(7 * 6 - 10)


# --- lines -----------------------------------------------------------------------------------------------------------


def test_lines_hold_as_much_as_fits() -> None:
    assert lines_of("texto modelo treino dado", 12 * 6) == ["texto modelo", "treino dado"]
    assert lines_of("texto modelo treino dado", 12 * 6 - 0.1) == ["texto", "modelo", "treino dado"]


def test_spaces_at_a_line_end_hang() -> None:
    block = set_to("texto   modelo  ", 6 * 6)
    assert [line.text for line in block.lines] == ["texto   ", "modelo  "]
    assert [shown(line) for line in block.lines] == ["texto", "modelo"]
    assert [line.width for line in block.lines] == pytest.approx([30, 36])
    assert block.overflow == 0


def test_spaces_inside_and_before_a_line_stay() -> None:
    assert lines_of("  a  b", 100) == ["  a  b"]
    assert paragraph("  a  b").measure(MAX_CONTENT).width == pytest.approx(36)


def test_hard_line_breaks_make_lines_even_empty_ones() -> None:
    block = set_to("a\n\nb\n", 100)
    assert [shown(line) for line in block.lines] == ["a", "", "b", ""]
    assert block.height == 4 * 14
    assert [line.text for line in block.lines] == ["a\n", "\n", "b\n", ""]
    assert lines_of("a\u2028b\u2029c", 100) == ["a", "b", "c"]


def test_empty_text_is_one_empty_line() -> None:
    block = set_to("", 100)
    assert len(block.lines) == 1
    assert block.lines[0].runs == ()
    assert (block.lines[0].width, block.height) == (0, 14)
    assert paragraph("").measure(MAX_CONTENT).width == 0
    assert paragraph("   ").measure(MAX_CONTENT).width == 0


def test_long_word_sticks_out_and_is_reported() -> None:
    block = set_to("um otorrinolaringologista", 60)
    assert [shown(line) for line in block.lines] == ["um", "otorrinolaringologista"]
    assert block.overflow == pytest.approx(22 * 6 - 60)
    assert set_to("um modelo", 60).overflow == 0


def test_measured_height_is_the_height_that_is_set() -> None:
    p = paragraph("aa bb cccccccc")
    for width in (1.0, 15.0, 30.0, 50.0, 90.0):
        assert p.set(width).height == p.measure(Fit(width)).height


def test_soft_hyphen_shows_only_where_the_line_ends_there() -> None:
    text = f"aten{SHY}ção"
    assert [line.replace(SHY, "") for line in lines_of(text, 100)] == ["atenção"]
    assert lines_of(text, 30) == ["aten\u2010", "ção"]
    assert paragraph(text).measure(MIN_CONTENT).width == pytest.approx(5 * 6)
    assert paragraph(text).measure(MAX_CONTENT).width == pytest.approx(7 * 6)


def test_word_that_its_hyphen_would_make_wider_stays_whole() -> None:
    p = TYPESETTER.paragraph([StyledSpan(f"a{SHY}i", ROBOTO)])
    assert p.measure(MIN_CONTENT) == p.measure(MAX_CONTENT)
    assert [shown(line) for line in p.set(0).lines] == [f"a{SHY}i"]


def test_soft_hyphen_needs_room_for_its_hyphen() -> None:
    assert lines_of(f"um aten{SHY}ção", 8 * 6) == ["um aten\u2010", "ção"]
    assert lines_of(f"um aten{SHY}ção x", 8 * 6 - 1) == ["um", f"aten{SHY}ção", "x"]


def test_font_without_the_hyphen_character_shows_the_hyphen_minus(tmp_path: Path) -> None:
    setter = typesetter_of(small_font(tmp_path, {"a": 500, "-": 300, " ": 250}))
    block = setter.paragraph([StyledSpan(f"aaa{SHY}aaa", SMALL)]).set(20)
    assert [shown(line) for line in block.lines] == ["aaa-", "aaa"]


def test_characters_that_only_break_or_hold() -> None:
    assert lines_of(f"aaa{ZWSP}bbb", 18) == [f"aaa{ZWSP}", "bbb"]
    assert lines_of(f"aaa{NBSP}bbb", 18) == [f"aaa{NBSP}bbb"]


def test_kerning_with_the_space_counts_only_inside_a_line(tmp_path: Path) -> None:
    features = "languagesystem DFLT dflt; feature kern { pos u0061 u0020 -100; pos u0020 u0062 -50; } kern;"
    path = small_font(tmp_path, {"a": 500, "b": 500, " ": 250}, features)
    p = typesetter_of(path).paragraph([StyledSpan("a b", SMALL)])
    assert p.measure(MAX_CONTENT).width == pytest.approx(11)
    assert p.measure(MIN_CONTENT).width == pytest.approx(5)  # not 4: no space, no kerning
    assert [line.width for line in p.set(10).lines] == pytest.approx([5, 5])


def test_line_that_is_wider_alone_than_in_the_text_is_found_out(tmp_path: Path) -> None:
    features = "languagesystem DFLT dflt; feature kern { pos u0061 u0020 -400; } kern;"
    path = small_font(tmp_path, {"a": 500, " ": 250}, features)
    block = typesetter_of(path).paragraph([StyledSpan("a a a", SMALL)]).set(8.5)
    assert [line.width for line in block.lines] == pytest.approx([8.5, 5])
    tighter = typesetter_of(path).paragraph([StyledSpan("a a a", SMALL)]).set(8.4)
    assert [shown(line) for line in tighter.lines] == ["a", "a", "a"]


def test_more_lines_than_wanted_are_counted_and_kept() -> None:
    block = paragraph("a\nb\nc", max_lines=2).set(100)
    assert block.lines_over == 1
    assert len(block.lines) == 3
    assert paragraph("a\nb\nc", max_lines=3).set(100).lines_over == 0


@pytest.mark.parametrize(("align", "x"), [("start", 0), ("center", 35), ("end", 70)])
def test_alignment(align: str, x: float) -> None:
    (line,) = paragraph("texto", align=align).set(100).lines
    assert line.x == pytest.approx(x)
    assert line.runs[0].x == pytest.approx(x)


@pytest.mark.parametrize("align", ["start", "center", "end"])
def test_line_that_is_too_wide_starts_at_the_left(align: str) -> None:
    assert paragraph("texto", align=align).set(10).lines[0].x == 0


# --- runs ------------------------------------------------------------------------------------------------------------


def test_colour_changes_make_runs_and_change_no_glyph() -> None:
    one = TYPESETTER.paragraph([StyledSpan("AVATAR", ROBOTO, "red")]).set(1000).lines[0]
    two = TYPESETTER.paragraph([StyledSpan("AV", ROBOTO, "red"), StyledSpan("ATAR", ROBOTO, "blue")]).set(1000).lines[0]
    assert [(run.glyphs.text, run.color) for run in two.runs] == [("AV", "red"), ("ATAR", "blue")]
    assert two.width == pytest.approx(one.width)
    positions = [run.x + x for run in two.runs for x in run.glyphs.xs]
    assert positions == pytest.approx(one.runs[0].glyphs.xs)


def test_colours_stay_with_their_text_over_line_ends() -> None:
    spans = [StyledSpan("um ", MONO, 1), StyledSpan("dois tr", MONO, 2), StyledSpan("ês", MONO, 3)]
    block = TYPESETTER.paragraph(spans).set(4 * 6)
    assert [[(r.glyphs.text, r.color) for r in line.runs] for line in block.lines] == [
        [("um", 1)],
        [("dois", 2)],
        [("tr", 2), ("ês", 3)],
    ]


def test_runs_follow_one_another_without_gap() -> None:
    spans = [StyledSpan("Roboto ", ROBOTO), StyledSpan("e mono ", MONO), StyledSpan("→ π ✓", ROBOTO)]
    (line,) = TYPESETTER.paragraph(spans).set(1000).lines
    assert [run.x for run in line.runs[1:]] == pytest.approx([r.x + r.glyphs.width for r in line.runs[:-1]])
    assert line.runs[-1].x + line.runs[-1].glyphs.width == pytest.approx(line.width)
    assert "".join(run.glyphs.text for run in line.runs) == line.text


def test_fallback_faces_take_the_size_and_line_of_the_style() -> None:
    block = set_to("a → b", 1000, ROBOTO)
    assert {run.glyphs.face.path.stem for run in block.lines[0].runs} == {"roboto-400", "math-400"}
    assert {run.glyphs.size for run in block.lines[0].runs} == {16}
    assert block.height == 24


def test_mark_stays_in_the_face_of_its_letter() -> None:
    (line,) = set_to("→e\u0301→", 1000, ROBOTO).lines
    assert [run.glyphs.text for run in line.runs] == ["→", "e\u0301", "→"]


def test_capitals_are_made_before_shaping() -> None:
    style = replace(MONO, uppercase=True)
    p = TYPESETTER.paragraph(
        [StyledSpan("Straße é", replace(style, language="de")), StyledSpan(" i", replace(style, language="tr"))]
    )
    assert p.text == "STRASSE É İ"
    assert p.measure(MAX_CONTENT).width == pytest.approx(11 * 6)


def test_glue_follows_the_language_of_the_span() -> None:
    assert lines_of("foi o modelo", 5 * 6) == ["foi", "o modelo"]
    assert lines_of("foi o modelo", 5 * 6, replace(MONO, language="vo")) == ["foi o", "modelo"]
    mixed = [StyledSpan("foi o modelo ", replace(MONO, language="vo")), StyledSpan("e o dado", MONO)]
    block = TYPESETTER.paragraph(mixed).set(6 * 6)
    assert [shown(line) for line in block.lines] == ["foi o", "modelo", "e o dado"]


# --- line boxes ------------------------------------------------------------------------------------------------------


def test_baselines_are_one_line_height_apart() -> None:
    block = set_to("a\nb\nc", 100, ROBOTO)
    assert [line.baseline - block.lines[0].baseline for line in block.lines] == [0, 24, 48]
    assert [line.top for line in block.lines] == [0, 24, 48]
    assert block.baseline == block.lines[0].baseline == paragraph_of(ROBOTO).measure(MAX_CONTENT).baseline


def paragraph_of(*styles: object, text: str = "Hx") -> Paragraph:
    return TYPESETTER.paragraph([StyledSpan(text, style) for style in styles])  # type: ignore[arg-type]


def test_sizes_in_one_line_share_the_baseline_and_the_largest_decides() -> None:
    small, large = replace(ROBOTO, size=12, line_height=16), replace(ROBOTO, size=32, line_height=40)
    mixed, alone = paragraph_of(small, large).set(1000), paragraph_of(large).set(1000)
    assert mixed.height == alone.height == 40
    assert mixed.baseline == alone.baseline
    assert mixed.cap_height == alone.cap_height == pytest.approx(LIBRARY.face("Roboto").cap_height * 32)
    assert mixed.ascent == pytest.approx(LIBRARY.face("Roboto").ascent * 32)


def test_only_the_styles_of_a_line_decide_its_height() -> None:
    small, large = replace(MONO, line_height=14), replace(MONO, line_height=30)
    spans = [StyledSpan("a\n", small), StyledSpan("b\n", large), StyledSpan("c", small)]
    assert [line.height for line in TYPESETTER.paragraph(spans).set(100).lines] == [14, 30, 14]


def test_empty_line_is_as_high_as_the_style_at_its_place() -> None:
    small, large = replace(MONO, line_height=14), replace(MONO, line_height=30)
    spans = [StyledSpan("a\n", small), StyledSpan("\n", large), StyledSpan("c", small)]
    assert [line.height for line in TYPESETTER.paragraph(spans).set(100).lines] == [14, 30, 14]


def test_half_leading_may_be_negative() -> None:
    tight = replace(ROBOTO, size=16, line_height=10)
    block = paragraph_of(tight, text="a\nb").set(100)
    assert block.height == 20
    assert block.lines[1].baseline - block.lines[0].baseline == 10


@pytest.mark.parametrize("text", ["H", "H\nH\nH"])
def test_trimmed_block_reaches_from_cap_height_to_baseline(text: str) -> None:
    cap = LIBRARY.face("Roboto").cap_height * 16
    p = TYPESETTER.paragraph([StyledSpan(text, ROBOTO)], trim="cap")
    block = p.set(100)
    assert block.baseline == pytest.approx(cap)
    assert block.height == pytest.approx(cap + 24 * (len(block.lines) - 1))
    assert block.lines[-1].baseline == pytest.approx(block.height)
    assert (p.measure(Fit(100)).height, p.measure(Fit(100)).baseline) == (block.height, block.baseline)


# --- errors ----------------------------------------------------------------------------------------------------------


def refused(text: str) -> LayoutkitError:
    with pytest.raises(LayoutkitError) as caught:
        paragraph(text, origin=caller_origin() or None)
    return caught.value


def test_missing_glyphs_are_named_each_once() -> None:
    found = refused("漢字 🙂 漢").diagnostics
    assert [d.rule for d in found] == ["missing-glyph"] * 3
    assert "'漢' U+6F22 CJK UNIFIED IDEOGRAPH-6F22" in found[0].message
    assert "'🙂' U+1F642 SLIGHTLY SMILING FACE" in found[2].message
    assert "'Mono' or 'Symbols'" in found[0].message
    assert "fallback" in found[0].hint


def test_cluster_that_needs_two_fonts_is_named_whole() -> None:
    with pytest.raises(LayoutkitError) as caught:
        TYPESETTER.paragraph([StyledSpan("→\u0301", ROBOTO)])
    (found,) = caught.value.diagnostics
    assert "U+2192 RIGHTWARDS ARROW with" in found.message
    assert "U+0301 COMBINING ACUTE ACCENT" in found.message


def test_missing_mark_is_named_and_not_its_letter() -> None:
    (found,) = refused("a\u20dd").diagnostics
    assert "U+20DD COMBINING ENCLOSING CIRCLE" in found.message


def test_errors_stand_at_the_place_where_the_text_was_made() -> None:
    (found,) = refused("漢").diagnostics
    assert found.places[0].path.name == "test_paragraph.py"


@pytest.mark.parametrize(
    ("text", "name"),
    [("a\tb", "U+0009"), ("a\r\nb", "U+000D"), ("\x00", "U+0000"), ("\x85", "U+0085"), ("\ud83d", "U+D83D")],
)
def test_control_characters_and_lone_surrogates_are_refused(text: str, name: str) -> None:
    (found,) = refused(text).diagnostics
    assert found.rule == "control-character"
    assert name in found.message
    assert found.hint


@pytest.mark.parametrize("character", ["א", "ع", "\u202e", "\u2067", "\u200f"])
def test_right_to_left_text_is_refused_clearly(character: str) -> None:
    (found,) = refused(f"texto {character} texto").diagnostics
    assert found.rule == "direction"
    assert f"U+{ord(character):04X}" in found.message


def test_what_shaping_turns_into_notdef_is_a_missing_glyph(tmp_path: Path) -> None:
    features = "languagesystem DFLT dflt; feature calt { sub u0061 by .notdef; } calt;"
    path = small_font(tmp_path, {"a": 500, "b": 500}, features)
    with pytest.raises(LayoutkitError, match="LATIN SMALL LETTER A"):
        typesetter_of(path).paragraph([StyledSpan("ba", SMALL)])


def test_paragraph_without_spans_is_a_programming_error() -> None:
    with pytest.raises(ValueError, match="span"):
        TYPESETTER.paragraph([])


def test_fallback_that_is_not_needed_is_not_opened() -> None:
    broken = FontFamily("Broken", (FontFile(FAMILIES["Mono"].files[0].path.with_name("no.ttf")),))
    mono = replace(FAMILIES["Mono"], fallback=("Broken",))
    setter = Typesetter(FontLibrary({"Mono": mono, "Broken": broken}))
    assert setter.paragraph([StyledSpan("abc", MONO)]).measure(MAX_CONTENT).width == pytest.approx(18)
    with pytest.raises(LayoutkitError, match=r"no\.ttf"):
        setter.paragraph([StyledSpan("漢", MONO)])


# --- laws ------------------------------------------------------------------------------------------------------------

WORDS = st.lists(
    st.sampled_from(
        [
            "a",
            "e",
            "é",
            "o",
            "modelo",
            "pré-treinado",
            "R$",
            "1.200",
            "→",
            "“sim”",
            "\n",
            f"ins{SHY}tru{SHY}ção",
            "AVATAR,",
        ]
    ),
    max_size=14,
).map(" ".join)
TEXTS = st.one_of(WORDS, st.text("aé Ti.-—/\n\u00ad\u200b\u00a0\u0301(π→”", max_size=30))
WIDTHS = st.floats(0, 400)
STYLES = st.builds(
    replace,
    st.sampled_from([ROBOTO, MONO, replace(ROBOTO, family="Google Sans", weight=700)]),
    size=st.floats(8, 40),
    letter_spacing=st.sampled_from([0.0, 0.5, 2.0]),
)
UNSHOWABLE = re.compile("[→π]\u0301")
"""Arrow and accent come from different fonts, so no font can show them as one."""
TWO_SCRIPTS = re.compile("[a-zA-Zé](.|\n)*π")
"""Signs before π are kerned by the script of the letters before them, which may stand on the line above."""


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    pieces = draw(st.lists(st.tuples(TEXTS, STYLES), min_size=1, max_size=3))
    assume(not UNSHOWABLE.search("".join(text for text, _ in pieces)))
    spans = [StyledSpan(text, style, i) for i, (text, style) in enumerate(pieces)]
    return TYPESETTER.paragraph(spans, align=draw(st.sampled_from(["start", "center", "end"])))


PARAGRAPHS = paragraphs()


@given(PARAGRAPHS, WIDTHS)
def test_the_text_of_all_lines_is_the_text(p: Paragraph, width: float) -> None:
    block = p.set(width)
    assert "".join(line.text for line in block.lines) == p.text
    for line in block.lines:
        visible = shown(line).removesuffix("\u2010")
        assert line.text.startswith(visible)


@given(PARAGRAPHS, WIDTHS)
def test_lines_fit_unless_they_cannot_be_broken(p: Paragraph, width: float) -> None:
    block, narrowest = p.set(width), p.measure(MIN_CONTENT).width
    assert all(line.width <= max(width, narrowest) + SLACK for line in block.lines)
    right = max(line.x + line.width for line in block.lines)
    assert block.overflow == pytest.approx(right - width if right > width + SLACK else 0)


@given(PARAGRAPHS, WIDTHS, WIDTHS)
def test_wider_never_gives_more_lines(p: Paragraph, one: float, other: float) -> None:
    narrow, wide = sorted((one, other))
    assert len(p.set(wide).lines) <= len(p.set(narrow).lines)


@given(PARAGRAPHS)
def test_max_content_gives_one_line_for_each_hard_line(p: Paragraph) -> None:
    answer = p.measure(MAX_CONTENT)
    block = p.set(answer.width)
    assert len(block.lines) == p.text.count("\n") + 1
    assert max(line.width for line in block.lines) == pytest.approx(answer.width)
    assert p.measure(MIN_CONTENT).width <= answer.width + SLACK


@given(PARAGRAPHS, st.one_of(st.just(MIN_CONTENT), st.just(MAX_CONTENT), WIDTHS.map(Fit)))
def test_what_is_measured_is_what_is_set(p: Paragraph, request: Request) -> None:
    answer = p.measure(request)
    block = p.set(answer.width)
    assert block.overflow == 0
    assert (block.height, block.baseline) == pytest.approx((answer.height, answer.baseline))


@given(PARAGRAPHS, WIDTHS)
def test_runs_fill_their_line_and_lines_stand_as_aligned(p: Paragraph, width: float) -> None:
    block = p.set(width)
    for line in block.lines:
        pen = line.x
        for run in line.runs:
            assert run.x == pytest.approx(pen)
            pen += run.glyphs.width
        assert pen == pytest.approx(line.x + line.width, abs=1e-6)
        assert line.x >= -DEEPEST * 40


@given(TEXTS, STYLES, WIDTHS)
def test_each_line_is_as_wide_as_what_it_shows_is_alone(text: str, style: TextStyle, width: float) -> None:
    assume(not UNSHOWABLE.search(text) and not TWO_SCRIPTS.search(text))
    for line in TYPESETTER.paragraph([StyledSpan(text, style)]).set(width).lines:
        alone = TYPESETTER.paragraph([StyledSpan(shown(line), style)], wrap="nowrap")
        assert line.width == pytest.approx(alone.measure(MAX_CONTENT).width, abs=1e-6)
