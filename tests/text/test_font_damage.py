"""Font files that a later pass could not use are refused when they are opened, whatever the output."""

from __future__ import annotations

import random
import struct
from typing import TYPE_CHECKING

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.ttCollection import TTCollection

from layoutkit.color import Color
from layoutkit.diagnostics import LayoutkitError
from layoutkit.output.metadata import Metadata
from layoutkit.output.pdf import Sheet, pdf, source_date
from layoutkit.output.png import png
from layoutkit.output.svg import svg
from layoutkit.paint.display import DisplayList, Glyphs
from layoutkit.text.face import Face
from layoutkit.text.font_tables import check_deeply
from layoutkit.text.paragraph import StyledSpan
from tests.text.support import FONTS, SMALL, small_font, typesetter_of

if TYPE_CHECKING:
    from pathlib import Path

NEEDED = ("OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "name", "post")


def records(data: bytes) -> dict[str, int]:
    """Where each table's record stands in the directory."""
    (count,) = struct.unpack_from(">H", data, 4)
    return {data[at : at + 4].decode(): at for at in range(12, 12 + 16 * count, 16)}


def rewritten(path: Path, tag: str, offset: int, new: bytes) -> Path:
    """The file with some bytes of a directory record changed."""
    data = bytearray(path.read_bytes())
    at = records(bytes(data))[tag] + offset
    data[at : at + len(new)] = new
    path.write_bytes(bytes(data))
    return path


def without(path: Path, tag: str) -> Path:
    with TTFont(path) as font:
        del font[tag]
        font.save(path)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(LayoutkitError) as caught:
        Face(path)
    (found,) = caught.value.diagnostics
    assert found.rule == "font-file"
    assert str(path) in found.message
    assert found.hint
    return found.message


@pytest.mark.parametrize("tag", ["name", "post"])
def test_a_table_that_browsers_need_is_missed_at_once(tmp_path: Path, tag: str) -> None:
    assert refusal(without(small_font(tmp_path, {"a": 500}), tag)).endswith(f"lacks the table {tag!r}")


def test_a_font_without_os2_is_refused(tmp_path: Path) -> None:
    path = small_font(tmp_path, {"a": 500})
    assert "lacks the table 'OS/2'" in refusal(rewritten(path, "OS/2", 0, b"OS22"))


def test_several_missing_tables_are_counted(tmp_path: Path) -> None:
    path = without(without(small_font(tmp_path, {"a": 500}), "post"), "name")
    assert refusal(path).endswith("lacks the table 'name' and 1 more of the 8 needed")


@pytest.mark.parametrize(
    ("tag", "offset", "new", "reason"),
    [
        ("glyf", 8, b"\x00\xff\xff\xff", "its table 'glyf' ends at byte 16777"),
        ("hmtx", 12, b"\x7f\xff\xff\xff", "its table 'hmtx' ends at byte 2147"),
        ("cmap", 8, b"\x00\x00\x00\x04", "its table 'cmap' begins at byte 4, inside the directory"),
        ("glyf", 0, b"glyx", "it has no outlines"),
        ("loca", 0, b"lo\x80a", r"its directory lists a table 'lo\x80a'"),
        ("glyf", 0, b"cmap", "its directory lists a table twice"),
    ],
)
def test_a_damaged_directory_is_refused(tmp_path: Path, tag: str, offset: int, new: bytes, reason: str) -> None:
    path = rewritten(small_font(tmp_path, {"a": 500}), tag, offset, new)
    assert f"the font file {path} is damaged: {reason}" in refusal(path)


def test_a_directory_longer_than_the_file_is_refused(tmp_path: Path) -> None:
    path = small_font(tmp_path, {"a": 500})
    path.write_bytes(path.read_bytes()[:100])
    assert "its table directory ends at byte 172, the file at byte 100" in refusal(path)


@pytest.mark.parametrize("cut", [1, 50, 300])
def test_a_file_cut_short_is_refused(tmp_path: Path, cut: int) -> None:
    path = small_font(tmp_path, {"a": 500})
    data = path.read_bytes()
    path.write_bytes(data[: len(data) - 4 - cut])
    assert f"the file at byte {len(data) - 4 - cut}" in refusal(path)


def test_a_collection_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "two.ttc"
    collection = TTCollection()
    collection.fonts = [TTFont(FONTS / "math-400.ttf"), TTFont(FONTS / "symbols-400.ttf")]
    collection.save(path)
    assert refusal(path).endswith("is a collection of fonts")


def test_bytes_that_were_changed_are_read_before_they_are_used(tmp_path: Path) -> None:
    path = tmp_path / "changed.ttf"
    data = bytearray((FONTS / "roboto-400.ttf").read_bytes())
    at = int.from_bytes(data[(record := records(bytes(data))["GSUB"]) + 8 : record + 12])
    data[at + 4 : at + 10] = b"\xff" * 6
    path.write_bytes(bytes(data))
    assert "is damaged" in refusal(path)


def test_a_wrong_checksum_alone_does_no_harm(tmp_path: Path) -> None:
    path = rewritten(small_font(tmp_path, {"a": 500}), "glyf", 4, b"\1\2\3\4")
    assert Face(path).glyph_id("a")


def test_damage_that_its_maker_has_summed_up_is_found_by_the_deep_check(tmp_path: Path) -> None:
    path = small_font(tmp_path, {"a": 500})
    with TTFont(path) as font:
        font["hmtx"].decompile = font["hmtx"].decompile  # read it, so that it is written from what follows
        font["hmtx"].compile = lambda _: b"\0\0"
        font.save(path)
    Face(path)
    with pytest.raises(LayoutkitError, match="is damaged"):
        check_deeply(path.read_bytes(), path, None)


def compact_font(folder: Path) -> Path:
    """A font with CFF outlines."""
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "a"])
    builder.setupCharacterMap({ord("a"): "a"})
    pen = T2CharStringPen(500, None)
    pen.moveTo((0, 0))
    pen.curveTo((100, 700), (300, 600), (500, 700))
    pen.closePath()
    builder.setupCFF("Small", {}, {".notdef": pen.getCharString(), "a": pen.getCharString()}, {})
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", "a"), (500, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2()
    builder.setupNameTable({"familyName": "Small", "styleName": "Regular"})
    builder.setupPost()
    path = folder / "small.otf"
    builder.save(path)
    return path


def test_damaged_fonts_are_refused_or_drawn_but_never_a_crash(tmp_path: Path) -> None:
    chance = random.Random(14)  # noqa: S311 - a test
    joining = "feature liga { sub u0061 u0062 by u0061; } liga;"
    fonts = (small_font(tmp_path, {"a": 500, "b": 400}, joining), compact_font(tmp_path))
    whole = [path.read_bytes() for path in fonts]
    about = Metadata("T", "A", "en", name="t")
    ends = {"font-file": 0, "missing-glyph": 0, "drawn": 0}
    for i in range(150):
        data = bytearray(whole[i % 2])
        for _ in range(chance.randrange(1, 9)):
            data[chance.randrange(4, len(data))] = chance.randrange(256)
        path = tmp_path / f"{i}.ttf"
        path.write_bytes(bytes(data))
        try:
            block = typesetter_of(path).paragraph([StyledSpan("ab", SMALL)]).set(100)
            shown = [Glyphs(0, 20, run.glyphs, Color(0, 0, 0)) for line in block.lines for run in line.runs]
            display = DisplayList(100, 50, tuple(shown))
            svg(display, about)
            pdf(Sheet(display, about, 100.0), source_date())
            png(display, 1, 72, about)
            ends["drawn"] += 1
        except LayoutkitError as refused:
            ends[refused.diagnostics[0].rule] += 1
    assert min(ends["font-file"], ends["drawn"]) > 10
