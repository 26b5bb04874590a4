"""Text from right to left: order, shaping, lines and what files carry of it; with small fonts made for the tests."""

from __future__ import annotations

import json
import unicodedata
import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutkit.color import Color
from layoutkit.output.svg import svg
from layoutkit.paint.display import DisplayList, Glyphs
from layoutkit.sizing import MAX_CONTENT, MIN_CONTENT
from layoutkit.text.direction import stretches
from layoutkit.text.fill import SLACK
from layoutkit.text.paragraph import StyledSpan
from layoutkit.text.shape import part, shape
from tests.output.documents import ABOUT, document, opened, parts, rasterised
from tests.text.support import SMALL, small_font, typesetter_of

if TYPE_CHECKING:
    from layoutkit.text.lines import TextLine

HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
SIGNS = " .,:;!?%$+-−/()[]«»\"'…\u200f"
ADVANCES = {c: 400 + 20 * i for i, c in enumerate(HEBREW)} | dict.fromkeys("0123456789\u0660\u0661\u0662\u0663", 500)
ADVANCES |= dict.fromkeys("بتكﺑﺒﺐﺗﺘﺖﻛﻜﻚ", 450) | dict.fromkeys(SIGNS, 250) | {"\u05b8": 0, "…": 600}
JOINING = """
languagesystem DFLT dflt;
languagesystem arab dflt;
languagesystem hebr dflt;
feature init { sub u0628 by uFE91; sub u062A by uFE97; sub u0643 by uFEDB; } init;
feature medi { sub u0628 by uFE92; sub u062A by uFE98; sub u0643 by uFEDC; } medi;
feature fina { sub u0628 by uFE90; sub u062A by uFE96; sub u0643 by uFEDA; } fina;
feature kern { pos u05D0 u05D1 -100; } kern;
"""
STYLE = replace(SMALL, language="he")


FACTS: list[dict[str, str]] = json.loads(Path(__file__).with_name("chromium.json").read_text("utf-8"))["orders"]


FOLDER = TemporaryDirectory()
SETTER = typesetter_of(small_font(Path(FOLDER.name), ADVANCES, JOINING))


def visual(line: TextLine) -> str:
    """The characters of a line from left to right; a bracket is the one that is written."""
    glyphs = [
        (run.x + x, run.glyphs.text[cluster])
        for run in line.runs
        for x, cluster in zip(run.glyphs.xs, run.glyphs.clusters, strict=True)
    ]
    return "".join(character for _, character in sorted(glyphs, key=lambda glyph: glyph[0]))


def visual_of(text: str, width: float = 1000) -> list[str]:
    return [visual(line) for line in SETTER.paragraph([StyledSpan(text, STYLE)]).set(width).lines]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: ascii(fact["text"]))
def test_letters_run_to_the_left_and_numbers_to_the_right_as_in_the_browser(fact: dict[str, str]) -> None:
    assert visual_of(fact["text"]) == [fact["expected"]]


def test_brackets_are_mirrored() -> None:
    (line,) = SETTER.paragraph([StyledSpan("א(ב)", STYLE)]).set(100).lines
    (run,) = line.runs
    face = run.glyphs.face
    assert run.glyphs.glyph_ids == tuple(face.glyph_id(c) for c in "א)ב(")


def test_arabic_letters_join() -> None:
    (line,) = SETTER.paragraph([StyledSpan("بتك", STYLE)]).set(100).lines
    (run,) = line.runs
    assert run.glyphs.glyph_ids == tuple(run.glyphs.face.glyph_id(c) for c in "\ufe91\ufe98\ufeda")


def test_first_letter_is_at_the_right_and_kerning_holds() -> None:
    (line,) = SETTER.paragraph([StyledSpan("אבג", STYLE)]).set(100).lines
    (run,) = line.runs
    alef, bet, gimel = (ADVANCES[c] / 100 for c in "אבג")
    assert run.glyphs.rtl
    assert run.glyphs.clusters == (0, 1, 2)
    width = alef + bet + gimel - 1.0
    assert line.width == pytest.approx(width)
    assert run.glyphs.xs[0] == pytest.approx(width - alef, abs=1.01), "the pair is one px closer"
    assert run.glyphs.xs[1:] == pytest.approx((gimel, 0.0))


@pytest.mark.parametrize(("align", "share"), [("start", 1.0), ("center", 0.5), ("end", 0.0), ("justify", 1.0)])
def test_lines_start_at_the_right(align: Any, share: float) -> None:  # noqa: ANN401 - one of four
    (line,) = SETTER.paragraph([StyledSpan("אב גד", STYLE)], align=align).set(100).lines
    assert line.x == pytest.approx((100 - line.width) * share)


def test_lines_are_broken_in_reading_order() -> None:
    text = "אבג דהו זחט 123 יכל"
    block = SETTER.paragraph([StyledSpan(text, STYLE)]).set(35)
    assert [line.text for line in block.lines] == ["אבג דהו ", "זחט 123 ", "יכל"]
    assert [visual(line) for line in block.lines] == ["והד גבא", "123 טחז", "לכי"]
    assert all(line.x + line.width == pytest.approx(35) for line in block.lines)


def test_justified_lines_fill_their_width() -> None:
    text = "אבג דהו 12 זחט"
    width = width_of(text) + 6
    first, _ = SETTER.paragraph([StyledSpan(f"{text} יכלמנ", STYLE)], align="justify").set(width).lines
    assert (first.x, first.width) == pytest.approx((0, width))
    edges = sorted(
        (run.x + x, run.x + x + run.glyphs.face.advance(glyph) * run.glyphs.size)
        for run in first.runs
        for x, glyph, cluster in zip(run.glyphs.xs, run.glyphs.glyph_ids, run.glyphs.clusters, strict=True)
        if run.glyphs.text[cluster] != " "
    )
    gaps = [right[0] - left[1] for left, right in pairwise(edges)]
    wide = [gap for gap in gaps if gap > 0.01]
    assert len(wide) == 3
    assert wide == pytest.approx([wide[0]] * 3)


def test_colours_keep_their_letters() -> None:
    spans = [StyledSpan("אב", STYLE, "red"), StyledSpan("ג 12", STYLE, "green"), StyledSpan("34 ד", STYLE, "blue")]
    (line,) = SETTER.paragraph(spans).set(100).lines
    runs = sorted(line.runs, key=lambda run: run.x)
    seen = [(run.glyphs.text, run.color) for run in runs]
    assert seen == [(" ד", "blue"), ("12", "green"), ("34", "blue"), ("ג ", "green"), ("אב", "red")]
    assert [run.glyphs.text for run in line.runs] == ["אב", "ג ", "12", "34", " ד"], "runs are in reading order"
    assert all(left.x + left.glyphs.width == pytest.approx(right.x) for left, right in pairwise(runs))


def test_an_ellipsis_stands_at_the_left() -> None:
    for text, kept, seen in (("אבג דהו", "אבג", "…גבא"), ("אב 123 גדה", "אב 123", "…123 בא")):
        p = SETTER.paragraph([StyledSpan(text, STYLE)], max_lines=1, ellipsis=True)
        block = p.set(width_of(kept) + 6.5)
        assert [visual(line) for line in block.lines] == [seen]


def width_of(text: str) -> float:
    return SETTER.paragraph([StyledSpan(text, STYLE)]).measure(MAX_CONTENT).width


def test_space_between_letters_is_added_once_each() -> None:
    spaced = replace(STYLE, letter_spacing=2)
    (line,) = SETTER.paragraph([StyledSpan("דה 12", spaced)]).set(100).lines
    assert line.width == pytest.approx(width_of("דה 12") + 5 * 2)


@given(st.text(alphabet="אבגדבتك 012٣.,%-()", max_size=30), st.floats(0, 120))
def test_no_character_is_lost_and_lines_fit(text: str, width: float) -> None:
    p = SETTER.paragraph([StyledSpan(text, STYLE)])
    block = p.set(width)
    room = max(width, p.measure(MIN_CONTENT).width)
    assert "".join(line.text for line in block.lines) == text
    for line in block.lines:
        assert line.width <= room + SLACK
        assert sum(run.glyphs.width for run in line.runs) == pytest.approx(line.width)
        assert sorted(visual(line)) == sorted(line.text.rstrip())


@given(st.text(alphabet="אבגדبتك 012٣.,%-()", max_size=30))
def test_stretches_cover_the_text_and_letters_run_to_the_left(text: str) -> None:
    found = stretches(text)
    assert "".join(text[start:end] for start, end, _ in found) == text
    for start, end, rtl in found:
        kinds = {unicodedata.bidirectional(c) for c in text[start:end]}
        assert not kinds & ({"EN", "AN"} if rtl else {"R", "AL"})


@given(st.text(alphabet="אבגבتك", min_size=1, max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_a_part_is_what_is_shaped_alone_where_it_may_be_cut(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    face = SETTER.library.face("Small")
    script = "Hebr" if text[0] in HEBREW else "Arab"
    whole = shape(text, face, STYLE, script, rtl=True)
    safe = {cluster for cluster, is_safe in zip(whole.run.clusters, whole.safe, strict=True) if is_safe} | {
        0,
        len(text),
    }
    if {start, end} <= safe and start < end:
        alone, cut = shape(text[start:end], face, STYLE, script, rtl=True), part(whole, start, end)
        assert cut.run.glyph_ids == alone.run.glyph_ids
        assert cut.run.xs == pytest.approx(alone.run.xs)
        assert cut.pens == pytest.approx(alone.pens)
        assert cut.run.width == pytest.approx(alone.run.width)


# --- files -----------------------------------------------------------------------------------------------------------

TEXT = "אבג 12 (דה)"


def test_pdf_holds_the_text_in_reading_order() -> None:
    operations = display(TEXT)
    data = document(*operations)
    file = opened(data)
    assert "".join(part.text for part in parts(file.pages[0]) if "TJ" in part.operators) == TEXT
    left, right = min(op.x for op in operations), max(op.x + op.run.width for op in operations)
    ink = rasterised(data, 4 / 3).convert("L").point(lambda value: 255 * (value < 128)).getbbox()
    assert ink is not None
    assert ink[0] == pytest.approx(left, abs=1.5)
    assert ink[2] == pytest.approx(right, abs=1.5)


def test_svg_sets_each_run_that_goes_left_from_its_right_end() -> None:
    operations = display(TEXT)
    root = ET.fromstring(svg(DisplayList(120, 50, tuple(operations)), ABOUT))  # noqa: S314 - written by the test itself
    spans = list(root.iter("{http://www.w3.org/2000/svg}tspan"))
    assert [span.text for span in spans] == [run.run.text for run in operations]
    for span, glyphs in zip(spans, operations, strict=True):
        rtl = glyphs.run.rtl
        assert (span.get("direction"), span.get("unicode-bidi")) == (("rtl", "bidi-override") if rtl else (None, None))
        place = glyphs.x + (glyphs.run.width if rtl else 0)
        assert float(span.get("x", "nan")) == pytest.approx(place, abs=0.01)


def display(text: str) -> list[Glyphs]:
    """The runs of a line as they are painted, ten px from the left and 30 below the top."""
    (line,) = SETTER.paragraph([StyledSpan(text, STYLE)]).set(90).lines
    return [Glyphs(10 + run.x, 30, run.glyphs, Color(0, 0, 0)) for run in line.runs]
