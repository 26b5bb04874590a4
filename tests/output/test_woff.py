"""The web fonts of SVG files: sound WOFF files that draw and shape as the whole font does."""

from __future__ import annotations

import base64
import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
import uharfbuzz as hb
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from layoutkit.output.svg_fonts import Usage, web_font
from layoutkit.output.woff import woff
from layoutkit.text.face import Face
from layoutkit.text.shape import shape
from layoutkit.text.style import TextStyle
from tests.text.support import FONTS

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Ação e reação: ofício, AVATAR, fi 0123 x̂"


def embedded(path: Path, text: str, features: tuple[tuple[str, int], ...] = ()) -> tuple[Usage, bytes]:
    """What a text uses of a font, and the file that its web font has."""
    run = shape(text, Face(path), TextStyle("family", features=features)).run
    usage = Usage(run.face)
    usage.add(run)
    found = re.search(r"base64,([^)]+)\) format\('woff'\)", web_font(usage).rule)
    assert found
    return usage, base64.b64decode(found[1])


def unpacked(data: bytes) -> bytes:
    """The font of a WOFF file, unpacked by another program."""
    file = BytesIO()
    with TTFont(BytesIO(data), checkChecksums=2) as font:
        font.flavor = None
        font.save(file, reorderTables=False)
    return file.getvalue()


@pytest.mark.parametrize("file", ["roboto-400.ttf", "serif-700.ttf", "marks-400-italic.ttf", "mono-400.ttf"])
def test_glyphs_look_and_are_spaced_as_in_the_whole_font(file: str) -> None:
    usage, data = embedded(FONTS / file, TEXT)
    whole, cut = TTFont(FONTS / file), TTFont(BytesIO(data), checkChecksums=2)
    assert {one for one in usage.characters if usage.face.glyph_id(one)} <= set(map(chr, cut.getBestCmap()))
    for character in usage.characters & set(map(chr, cut.getBestCmap())):
        drawn = []
        for font in (whole, cut):
            name, glyphs = font.getBestCmap()[ord(character)], font.getGlyphSet()
            pen = DecomposingRecordingPen(glyphs)
            glyphs[name].draw(pen)
            drawn.append((glyphs[name].width, pen.value))
        assert drawn[0] == drawn[1]


@pytest.mark.parametrize(("file", "text", "features"), [
    ("roboto-400.ttf", "AVATAR To. 10/12", (("frac", 1),)),
    ("roboto-400.ttf", "Ofício fi ffi", (("smcp", 1),)),
    ("roboto-700.ttf", "0123456789", (("tnum", 1), ("zero", 1))),
    ("serif-400.ttf", "ofício AVATAR 1789", (("onum", 1),)),
    ("marks-400.ttf", "x̂ ấ ế", ()),
    ("mono-400.ttf", "!= -> =>", (("calt", 0),)),
])  # fmt: skip
def test_a_browser_shapes_a_text_as_the_whole_font_does(
    file: str, text: str, features: tuple[tuple[str, int], ...]
) -> None:
    usage, data = embedded(FONTS / file, text, features)
    places = []
    for font in (usage.face.hb_font, hb.Font(hb.Face(unpacked(data)))):
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(font, buffer, dict(features))
        places.append([(at.x_advance, at.x_offset, at.y_offset) for at in buffer.glyph_positions or ()])
    assert places[0] == places[1]


def test_fonts_with_cubic_outlines_are_cut_down_too(tmp_path: Path) -> None:
    builder = FontBuilder(1000, isTTF=False)
    pen = T2CharStringPen(600, None)
    pen.moveTo((0, 0))
    pen.curveTo((0, 400), (300, 700), (500, 700))
    pen.closePath()
    names = [".notdef", "a", "b"]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({97: "a", 98: "b"})
    builder.setupCFF("Cubic", {}, dict.fromkeys(names, pen.getCharString()), {})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Cubic"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(tmp_path / "cubic.otf")
    _, data = embedded(tmp_path / "cubic.otf", "a")
    cut = TTFont(BytesIO(data), checkChecksums=2)
    assert (cut.sfntVersion, cut.getGlyphOrder()[1:], set(cut.getBestCmap())) == ("OTTO", ["a"], {97})


def test_a_file_tells_the_checksums_and_the_size_of_the_font_in_it() -> None:
    with TTFont(FONTS / "roboto-400.ttf") as font:
        tables = {tag: bytes(font.reader[tag]) for tag in font.reader.keys()}  # noqa: SIM118 - no dict
    data = woff(b"\0\1\0\0", tables)
    sfnt = unpacked(data)
    assert int.from_bytes(data[16:20], "big") == len(sfnt)
    assert int.from_bytes(data[8:12], "big") == len(data)
    numbers = (int.from_bytes(sfnt[at : at + 4], "big") for at in range(0, len(sfnt), 4))
    assert sum(numbers) % (1 << 32) == 0xB1B0AFBA
    assert woff(b"\0\1\0\0", dict(reversed(tables.items()))) == data


def test_two_subsets_of_a_font_have_two_names() -> None:
    families = set()
    for text in ("ab", "abc"):
        with TTFont(BytesIO(embedded(FONTS / "roboto-400.ttf", text)[1])) as font:
            families.add(font["name"].getBestFamilyName())
    assert len(families) == 2
