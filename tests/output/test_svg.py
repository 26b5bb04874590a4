"""SVG files, read back by an XML parser, by fontTools and by HarfBuzz."""

from __future__ import annotations

import base64
import io
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from layoutkit import Grid, Heading, NumberedList, Text
from layoutkit.color import Color
from layoutkit.diagnostics import LayoutkitError
from layoutkit.geometry import Rect
from layoutkit.output import svg_fonts
from layoutkit.output.metadata import Metadata
from layoutkit.output.svg import svg
from layoutkit.paint import paint
from layoutkit.paint.display import (
    Begin,
    Clip,
    DisplayList,
    Dots,
    DrawPicture,
    DropShadow,
    End,
    FillRect,
    Glyphs,
    LinearGradient,
    StrokePath,
    StrokeRect,
    Unclip,
)
from layoutkit.path import LineTo, MoveTo, Path
from layoutkit.picture import Picture
from layoutkit.text.face import Face
from layoutkit.text.shape import shape
from layoutkit.text.style import TextStyle
from tests.output.svg_figures import FIGURES, LIBRARY, about, display, figure_svg
from tests.style.series import placed
from tests.text.color_fonts import color_font

if TYPE_CHECKING:
    from pathlib import Path as FilePath

    from layoutkit.paint.display import Operation
    from layoutkit.text.shape import GlyphRun

NS = "{http://www.w3.org/2000/svg}"
ABOUT = Metadata("Título", "O que se vê: maçãs", "pt-BR", name="01-maçãs")
INK = Color(0, 0, 0, 1, "color.ink")
BOX = Rect(10, 10, 40, 20)


def parsed(data: bytes) -> ET.Element:
    return ET.fromstring(data)  # noqa: S314 - written by the test itself


def drawn(*operations: Operation, about: Metadata = ABOUT, dark: tuple[Operation, ...] | None = None) -> ET.Element:
    second = None if dark is None else DisplayList(100, 50, dark)
    return parsed(svg(DisplayList(100, 50, operations), about, second))


def glyphs(run: GlyphRun, x: float = 5, joint: str = "", color: Color = INK) -> Glyphs:
    return Glyphs(x, 30, run, color, joint)


def run_of(text: str, *, family: str = "text", weight: int = 400, spacing: float = 0, **features: int) -> GlyphRun:
    style = TextStyle(family, weight, letter_spacing=spacing, features=tuple(features.items()))
    return shape(text, LIBRARY.face(family, weight), style).run


def texts(root: ET.Element) -> list[str]:
    return ["".join(text.itertext()) for text in root.iter(f"{NS}text")]


def sheet(root: ET.Element) -> str:
    return "".join(style.text or "" for style in root.iter(f"{NS}style"))


def fonts(root: ET.Element) -> dict[str, TTFont]:
    found = re.findall(r"font-family: '([^']+)';[^}]*?base64,([^)]*)\)", sheet(root))
    return {name: TTFont(io.BytesIO(base64.b64decode(data))) for name, data in found}


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_says_what_it_is(name: str) -> None:
    root = parsed(figure_svg(name))
    title, description = root[0], root[1]
    assert (title.tag, description.tag) == (f"{NS}title", f"{NS}desc")
    assert title.text == FIGURES[name].figure.title
    assert (description.text or "").startswith(FIGURES[name].figure.alt)
    assert root.get("role") == "graphics-document document"
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert root.get("lang") == "pt-BR"


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_holds_its_texts_in_reading_order(name: str) -> None:
    said = [o.text for o in display(name).operations if isinstance(o, Begin) and o.kind in ("heading", "paragraph")]
    shown = " ".join(texts(parsed(figure_svg(name))))
    at = 0
    for text in said:
        words = " ".join(text.split())
        found = " ".join(shown.split()).upper().find(words.upper(), at)
        assert found >= 0, f"{words!r} is not found after {shown[max(0, at - 40) : at]!r}"
        at = found


@pytest.mark.parametrize("name", FIGURES)
def test_names_are_unique_and_every_reference_is_inside(name: str) -> None:
    data = figure_svg(name)
    root = parsed(data)
    ids = [e.get("id", "") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    source = data.decode()
    assert set(re.findall(r"url\(#([^)]*)\)", source)) <= set(ids)
    variables = set(re.findall(r"(--[\w-]+):", sheet(root)))
    assert set(re.findall(r"var\((--[\w-]+)\)", source)) <= variables
    painted = ("fill-", "stroke-", "stop-")
    classes = {c for e in root.iter() for c in e.get("class", "").split() if c.startswith(painted)}
    assert classes == set(re.findall(r"^#[\w-]+ \.([\w-]+)", sheet(root), re.MULTILINE))


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_stands_alone(name: str) -> None:
    root = parsed(figure_svg(name))
    tags = {element.tag.removeprefix(NS) for element in root.iter()}
    assert tags.isdisjoint({"script", "foreignObject", "a", "animate", "set", "iframe"})
    links = [value for e in root.iter() for key, value in e.attrib.items() if key.endswith("href")]
    links += re.findall(r"url\(([^)]*)\)", sheet(root))
    assert links
    assert all(link.startswith(("data:font/", "data:image/", "#")) for link in links)
    assert "@import" not in sheet(root)


@pytest.mark.parametrize("name", FIGURES)
def test_fonts_hold_what_is_used_and_no_more(name: str) -> None:
    runs = [o.run for o in display(name).operations if isinstance(o, Glyphs)]
    used: dict[str, set[int]] = {}
    for run in runs:
        used.setdefault(run.face.path.stem, set()).update(map(ord, run.text))
    embedded = fonts(parsed(figure_svg(name)))
    assert {family.rpartition("-")[0]: set(font.getBestCmap()) for family, font in embedded.items()} == {
        stem: {c for c in characters if c in TTFont(path_of(runs, stem)).getBestCmap()}
        for stem, characters in used.items()
    }
    for family, font in embedded.items():
        assert font["name"].getDebugName(1) == family
        assert len(font.getGlyphOrder()) < 2 * len(font.getBestCmap()) + 5


def path_of(runs: list[GlyphRun], stem: str) -> str:
    return str(next(run.face.path for run in runs if run.face.path.stem == stem))


def test_a_run_that_a_browser_sets_alike_is_one_text() -> None:
    root = drawn(glyphs(run_of("AV fi Instrução: 10 %")))
    (text,) = root.iter(f"{NS}text")
    assert (text.get("x"), text.get("y"), text.text) == ("5", "30", "AV fi Instrução: 10 %")


@pytest.mark.parametrize("text", ["\u2714\ufe0f", "a \u27a1\ufe0f b", "\u2714\ufe0f\u27a1\ufe0f", "\u2714\ufe0e"])
def test_no_sign_asks_the_browser_for_a_colour_picture(text: str) -> None:
    run = run_of(text, family="symbols", spacing=0.6)
    root = drawn(glyphs(run))
    assert "".join(root.itertext()).count("\ufe0f") == 0
    assert texts(root)[0] == text.replace("\ufe0f", "")


def test_justified_words_have_their_own_places() -> None:
    run = run_of("um dois três")
    wide = replace(run, xs=tuple(x + 4 * run.text[:c].count(" ") for x, c in zip(run.xs, run.clusters, strict=True)))
    spans = list(drawn(glyphs(wide)).iter(f"{NS}tspan"))
    assert [span.text for span in spans] == ["um ", "dois ", "três"]
    places = [float(span.get("x", "")) for span in spans]
    assert places == pytest.approx([5 + wide.xs[0], 5 + wide.xs[3], 5 + wide.xs[8]], abs=0.006)


def test_glyphs_that_no_font_rule_explains_have_their_own_places() -> None:
    run = run_of("abc")
    moved = replace(run, xs=(0.0, 20.0, 30.0))
    spans = list(drawn(glyphs(moved)).iter(f"{NS}tspan"))
    assert [(span.text, span.get("x")) for span in spans] == [("a", "5"), ("b", "25"), ("c", "35")]


def test_letter_spacing_features_and_weight_are_kept() -> None:
    root = drawn(glyphs(run_of("42", family="heading", weight=700, spacing=0.6, tnum=1)))
    (text,) = root.iter(f"{NS}text")
    assert text.get("letter-spacing") == "0.6"
    assert text.get("style") == "font-feature-settings: 'tnum' 1"
    assert text.get("font-weight") == "700"
    ((family, font),) = fonts(root).items()
    assert str(text.get("font-family")).split(", ")[0] == family
    assert "tnum" in {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}


def test_a_run_says_how_wide_it_is_in_any_font() -> None:
    run = run_of("Instrução", family="heading", weight=700)
    (text,) = drawn(glyphs(run)).iter(f"{NS}text")
    assert float(text.get("textLength", "")) == pytest.approx(run.width, abs=0.006)
    assert text.get("lengthAdjust") == "spacingAndGlyphs"
    families = str(text.get("font-family")).split(", ")[1:]
    assert families == ["'Google Sans'", "Arial", "Helvetica", "'Liberation Sans'", "sans-serif"]


def test_a_root_says_nothing_of_how_text_is_rendered() -> None:
    """CairoSVG garbles texts below an element that has the attribute."""
    root = drawn(glyphs(run_of("a")))
    assert not any("text-rendering" in element.attrib for element in root.iter())
    (rule,) = [line for line in sheet(root).splitlines() if "text-rendering" in line]
    assert rule.startswith("@supports ")


def outlined(*operations: Operation) -> ET.Element:
    return parsed(svg(DisplayList(100, 50, operations), ABOUT, font=None))


def test_each_outline_is_in_the_file_once_and_no_font_is() -> None:
    root = outlined(glyphs(run_of("abab a")), replace(glyphs(run_of("ba")), y=50), FillRect(BOX, 0, INK))
    defined = [path.get("id") for path in root.findall(f"{NS}defs/{NS}path")]
    assert len(defined) == 2
    used = [use.get("{http://www.w3.org/1999/xlink}href", "")[1:] for use in root.iter(f"{NS}use")]
    a, b = defined
    assert used == [a, b, a, b, a, b, a]
    assert "@font-face" not in sheet(root)


def test_outlines_are_hidden_from_readers_and_the_text_is_there_once() -> None:
    root = outlined(glyphs(run_of("Uma linha"), joint=" "), replace(glyphs(run_of("e outra")), y=50))
    assert texts(root) == ["Uma linha e outra"]
    (text,) = root.iter(f"{NS}text")
    assert text.get("fill-opacity") == "0"
    groups = [group for group in root.iter(f"{NS}g") if group.find(f"{NS}use") is not None]
    hidden = [g for outer in root.iter(f"{NS}g") if outer.get("aria-hidden") == "true" for g in outer]
    assert groups == hidden
    assert [group.get("class") for group in groups] == ["fill-color-ink", "fill-color-ink"]


def test_outlines_keep_both_looks() -> None:
    night = replace(INK, red=1.0)
    light, dark = (DisplayList(100, 50, (glyphs(run_of("a"), color=color),)) for color in (INK, night))
    root = parsed(svg(light, ABOUT, dark, font=None))
    assert "--color-ink: #ff0000" in sheet(root).split("@media (prefers-color-scheme: dark)")[1]


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_in_outlines_holds_the_same_texts(name: str) -> None:
    root = parsed(svg(display(name), about(name), font=None))
    assert texts(root) == texts(parsed(figure_svg(name)))
    links = [value[1:] for e in root.iter() for key, value in e.attrib.items() if key.endswith("href")]
    ids = [e.get("id", "") for e in root.iter() if e.get("id")]
    assert set(links) <= set(ids)
    assert len(ids) == len(set(ids))


def test_fonts_are_woff_with_the_letters_that_are_used() -> None:
    root = drawn(glyphs(run_of("Ação")))
    assert "format('woff')" in sheet(root)
    (font,) = fonts(root).values()
    assert (font.flavor, set(map(chr, font.getBestCmap()))) == ("woff", set("Ação"))


def test_lines_are_joined_by_what_stands_between_them() -> None:
    root = drawn(glyphs(run_of("Uma linha"), joint=" "), replace(glyphs(run_of("e outra")), y=50))
    assert texts(root) == ["Uma linha e outra"]


def test_characters_that_xml_cannot_hold() -> None:
    about = replace(ABOUT, title='a < b & "c"\x00\x0b\ud800', alt="x > y\ttab")
    root = drawn(FillRect(BOX, 0, INK), about=about)
    assert root[0].text == 'a < b & "c"\ufffd\ufffd\ufffd'
    assert root[1].text == "x > y\ttab"
    assert texts(drawn(glyphs(run_of("a<b&c>\"d'")))) == ["a<b&c>\"d'"]


def test_equal_definitions_are_made_once() -> None:
    gradient = LinearGradient(0, 0, 100, 0, ((0, INK), (1, Color(1, 1, 1))))
    pair = (FillRect(BOX, 3, gradient), Clip(BOX, 4), DropShadow(BOX, 4, 6, INK), Unclip())
    root = drawn(*pair, *pair, DropShadow(BOX, 4, 7, INK))
    names = [element.get("id") for element in root.iter(f"{NS}defs") for element in element]
    prefix = "figure-01-ma-s"
    assert names == [f"{prefix}-{kind}" for kind in ("gradient-1", "clip-1", "blur-1", "blur-2")]


def test_a_picture_shown_twice_is_in_the_file_once() -> None:
    file = io.BytesIO()
    Image.new("RGB", (2, 2), "red").save(file, "PNG")
    shown = DrawPicture(BOX, Picture(2, 2, "png", file.getvalue()))
    root = drawn(Begin("picture", "", text="Um robô"), shown, End(), replace(shown, rect=BOX.moved(5, 5)))
    (image,) = root.iter(f"{NS}image")
    assert base64.b64decode(image.get("href", "").removeprefix("data:image/png;base64,")) == file.getvalue()
    places = [(use.get("href"), use.get("transform")) for use in root.iter(f"{NS}use")]
    name = f"#{image.get('id')}"
    assert places == [(name, "translate(10 10) scale(40 20)"), (name, "translate(15 15) scale(40 20)")]
    assert root.findtext(f"{NS}g/{NS}title") == "Um robô"


def test_empty_groups_are_left_out() -> None:
    root = drawn(Begin("box", "card"), Begin("paragraph", "body"), End(), FillRect(BOX, 0, INK), End())
    assert [g.get("class") for g in root.iter(f"{NS}g")] == ["box card"]


def test_shapes_say_what_svg_understands_otherwise() -> None:
    line = Path((MoveTo(0, 0), LineTo(10.004, 0)))
    rect, path, dots = drawn(
        StrokeRect(BOX, 8, 2, "dashed", INK), StrokePath(line, 3, (), INK, cap="round"), Dots(BOX, 10, 1, INK)
    )[3:]
    assert [rect.get(key) for key in ("x", "width", "rx", "stroke-dasharray", "stroke-dashoffset", "fill")] == [
        "11", "38", "7", "9.26 7.41", "9.29", "none",
    ]  # fmt: skip
    assert [path.get(key) for key in ("d", "stroke-linecap", "stroke-linejoin")] == ["M0 0L10 0", "round", "round"]
    assert dots.get("d") == "M15 15h31M15 25h31"


def test_dots_that_are_left_out_part_a_row() -> None:
    (dots,) = drawn(Dots(BOX, 10, 1, INK, (Rect(24, 10, 3, 9), Rect(0, 24, 90, 1))))[3:]
    assert dots.get("d") == "M15 15h1M35 15h11"


def test_one_file_has_a_light_and_a_dark_look() -> None:
    night = replace(INK, red=1.0, alpha=0.5)
    root = drawn(FillRect(BOX, 0, INK), FillRect(BOX, 0, Color(1, 1, 1)), dark=(
        FillRect(BOX, 0, night), FillRect(BOX, 0, Color(0, 0, 0)),
    ))  # fmt: skip
    first, second = root.iter(f"{NS}rect")
    assert (first.get("class"), first.get("fill")) == ("fill-color-ink", "#000000")
    assert (second.get("class"), second.get("fill")) == ("fill-hex-ffffff", "#ffffff")
    light, dark = sheet(root).split("@media (prefers-color-scheme: dark)")
    assert "--color-ink: #000000; --hex-ffffff: #ffffff;" in light
    assert "--color-ink: #ff000080; --hex-ffffff: #000000;" in dark


def test_a_colour_of_many_values_has_many_names() -> None:
    root = drawn(FillRect(BOX, 0, INK), FillRect(BOX, 0, INK.faded(0.5)), FillRect(BOX, 0, Color(1, 1, 1)))
    classes = [(r.get("class"), r.get("fill-opacity")) for r in root.iter(f"{NS}rect")]
    assert classes == [("fill-color-ink", None), ("fill-color-ink-2", "0.5"), (None, None)]
    assert "prefers-color-scheme" not in sheet(root)


def test_a_picture_may_be_another_in_the_dark() -> None:
    def picture(*shapes: Operation) -> tuple[Operation, ...]:
        return (FillRect(BOX, 0, INK), Begin("picture", ""), *shapes, End(), FillRect(BOX, 0, INK))

    light, dark = FillRect(BOX, 3, Color(1, 0, 0)), FillRect(BOX, 5, Color(0, 1, 0))
    root = drawn(*picture(light), dark=picture(dark, dark))
    groups = [(g.get("class"), g.get("display"), len(list(g.iter(f"{NS}rect")))) for g in root.findall(f"{NS}g")]
    assert groups == [("only-light", None, 1), ("only-dark", "none", 2)]
    assert ".only-light { display: none }" in sheet(root).split("@media (prefers-color-scheme: dark)")[1]
    same = drawn(*picture(light), dark=picture(replace(light, fill=Color(0, 1, 0))))
    assert [g.get("class") for g in same.findall(f"{NS}g")] == ["picture"]


@pytest.mark.parametrize(
    "dark",
    [
        (FillRect(BOX.moved(0, 1), 0, INK),),
        (StrokeRect(BOX, 0, 1, "solid", INK),),
        (FillRect(BOX, 0, LinearGradient(0, 0, 1, 1, ((0, INK), (1, INK)))),),
        (FillRect(BOX, 0, INK), FillRect(BOX, 0, INK)),
    ],
)
def test_modes_that_differ_in_more_than_colours_are_refused(dark: tuple[Operation, ...]) -> None:
    with pytest.raises(LayoutkitError) as caught:
        drawn(FillRect(BOX, 0, INK), dark=dark)
    assert caught.value.diagnostics[0].rule == "modes-differ"


@pytest.mark.parametrize("kind", ["COLR", "SVG", "sbix", "CBDT"])
def test_a_web_font_has_no_colours_of_its_own(tmp_path: FilePath, kind: str) -> None:
    style = TextStyle("Small", size=16, line_height=20)
    run = shape("a", Face(color_font(tmp_path, kind)), style).run
    usage = svg_fonts.Usage(run.face)
    usage.add(run)
    data = base64.b64decode(re.findall(r"base64,([^)]*)", svg_fonts.web_font(usage).rule)[0])
    with TTFont(io.BytesIO(data)) as font:
        assert not {"CBDT", "CBLC", "COLR", "CPAL", "SVG ", "sbix"} & set(font.keys())


def test_groups_say_what_they_are_in_the_words_of_aria() -> None:
    cells = Text("a", semantics="columnheader", column_span=2), Text("", semantics="cell"), Text("c")
    drawn = paint(placed(Grid(*cells, columns=2, semantics="table"), NumberedList("um"), Heading("Título")))
    groups = parsed(svg(drawn, ABOUT, font=None)).iter(f"{NS}g")
    told = [(g.get("role"), g.get("aria-colspan") or g.get("aria-level")) for g in groups if g.get("role")]
    assert told == [
        *(("table", None), ("row", None), ("columnheader", "2"), ("row", None), ("cell", None), ("cell", None)),
        *(("list", None), ("listitem", None), ("heading", "2")),
    ]
