"""Fonts by file: matching, metrics, outlines, fallback, and files that cannot be used."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.boundsPen import BoundsPen, ControlBoundsPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation

from layoutkit.diagnostics import LayoutkitError
from layoutkit.path import ClosePath, CurveTo, LineTo, MoveTo
from layoutkit.path import Path as Outline
from layoutkit.text.fonts import Face, FontFamily, FontFile, FontLibrary, match
from layoutkit.text.paragraph import StyledSpan, Typesetter
from tests.text.support import FONTS, LIBRARY, SMALL, small_font


def files(*weights: int) -> tuple[FontFile, ...]:
    return tuple(FontFile(Path(f"{weight}.ttf"), weight) for weight in weights)


@pytest.mark.parametrize(
    ("wanted", "offered", "expected"),
    [  # CSS Fonts 4, section 5.2
        (400, (300, 400, 500), 400),
        (400, (300, 500, 700), 500),  # 400: up to 500 first
        (450, (400, 500), 500),
        (500, (400, 600), 400),  # 500: then downwards
        (400, (600, 700), 600),  # then upwards
        (300, (100, 200, 400), 200),  # below 400: downwards first
        (300, (400, 500), 400),
        (600, (500, 700, 900), 700),  # above 500: upwards first
        (900, (400, 700), 700),
    ],
)
def test_weight_matching_follows_css(wanted: int, offered: tuple[int, ...], expected: int) -> None:
    assert match(files(*offered), wanted, italic=False).weight == expected


def test_slope_matters_more_than_weight() -> None:
    upright, sloped = FontFile(Path("a"), 700), FontFile(Path("b"), 100, italic=True)
    assert match((upright, sloped), 700, italic=True) is sloped
    assert match((upright, sloped), 100, italic=False) is upright
    assert match((upright,), 400, italic=True) is upright


@pytest.mark.parametrize("path", sorted(FONTS.glob("*.ttf")), ids=lambda path: path.stem)
def test_metrics_are_those_of_the_tables(path: Path) -> None:
    face = FontLibrary({"F": FontFamily("F", (FontFile(path),))}).face("F")
    with TTFont(path) as font:
        em, os2, hhea = font["head"].unitsPerEm, font["OS/2"], font["hhea"]
        typo = os2.fsSelection & 1 << 7
        assert face.units_per_em == em
        assert face.ascent * em == pytest.approx(os2.sTypoAscender if typo else hhea.ascent)
        assert face.descent * em == pytest.approx(-(os2.sTypoDescender if typo else hhea.descent))
        assert face.cap_height * em == pytest.approx(os2.sCapHeight)
        assert face.x_height * em == pytest.approx(os2.sxHeight)


@pytest.mark.parametrize("path", sorted(FONTS.glob("*.ttf")), ids=lambda path: path.stem)
def test_outlines_are_those_that_fonttools_draws(path: Path) -> None:
    face = FontLibrary({"F": FontFamily("F", (FontFile(path),))}).face("F")
    with TTFont(path) as font:
        glyphs, em = font.getGlyphSet(), font["head"].unitsPerEm
        for character in "AgéOI&→✓":
            name = font.getBestCmap().get(ord(character))
            if name is None:
                assert face.glyph_id(character) is None
                continue
            pen = BoundsPen(glyphs)
            glyphs[name].draw(pen)
            left, bottom, right, top = pen.bounds
            drawn = face.outline(font.getGlyphID(name))
            box = exact_bounds(drawn)
            assert box == pytest.approx((left / em, -top / em, right / em, -bottom / em), abs=1e-4)


def exact_bounds(ops: tuple[object, ...]) -> tuple[float, float, float, float]:
    pen = BoundsPen(None)
    for op in ops:
        match op:
            case MoveTo(x, y):
                pen.moveTo((x, y))
            case LineTo(x, y):
                pen.lineTo((x, y))
            case CurveTo(x1, y1, x2, y2, x, y):
                pen.curveTo((x1, y1), (x2, y2), (x, y))
            case ClosePath():
                pen.closePath()
    left, top, right, bottom = pen.bounds
    return left, top, right, bottom


def test_outline_is_made_once_and_is_a_closed_path() -> None:
    face = LIBRARY.face("Roboto")
    glyph = face.glyph_id("o")
    assert glyph is not None
    outline = face.outline(glyph)
    assert outline is face.outline(glyph)
    assert isinstance(outline[0], MoveTo)
    assert isinstance(outline[-1], ClosePath)
    assert sum(isinstance(op, MoveTo) for op in outline) == 2  # the letter and its counter
    assert face.outline(face.glyph_id(" ") or 0) == ()


def test_control_box_of_a_scaled_outline_is_in_the_place_of_the_glyph() -> None:
    face = LIBRARY.face("Roboto")
    glyph = face.glyph_id("H") or 0
    box = Outline(face.outline(glyph)).scaled(100).moved(10, 200).control_box()
    pen = ControlBoundsPen(None)
    with TTFont(face.path) as font:
        font.getGlyphSet()["H"].draw(pen)
        em = font["head"].unitsPerEm
    left, bottom, right, top = (v * 100 / em for v in pen.bounds)
    assert box is not None
    assert (box.x, box.y, box.right, box.bottom) == pytest.approx((10 + left, 200 - top, 10 + right, 200 - bottom))
    assert box.bottom == pytest.approx(200)  # H stands on the baseline


def test_fallback_is_tried_in_order_and_only_where_needed() -> None:
    def family_of(cluster: str) -> str:
        face = LIBRARY.face_for(cluster, "Roboto", 700)
        assert face is not None
        return face.path.stem

    assert family_of("a") == "roboto-700"
    assert family_of("→") == "math-400"
    assert family_of("✓") == "symbols-400"
    assert family_of("e\u0301") == "roboto-700"
    assert LIBRARY.face_for("\u6f22", "Roboto") is None


def test_cluster_is_covered_where_shaping_can_compose_or_decompose_it(tmp_path: Path) -> None:
    composed = small_font(tmp_path, {"é": 500}).rename(tmp_path / "composed.ttf")
    apart = small_font(tmp_path, {"e": 500, "\u0301": 0})
    families = {n: FontFamily(n, (FontFile(p),)) for n, p in (("composed", composed), ("apart", apart))}
    library = FontLibrary(families)
    for name in families:
        assert library.face(name).covers("é")
        assert library.face(name).covers("e\u0301")
        assert not library.face(name).covers("è")


def test_files_are_opened_only_when_needed(tmp_path: Path) -> None:
    library = FontLibrary({"F": FontFamily("F", (*files(400), FontFile(small_font(tmp_path, {"a": 500}), 700)))})
    assert library.face("F", 700).glyph_id("a")


def test_one_file_is_opened_once() -> None:
    assert LIBRARY.face("Roboto", 400) is LIBRARY.face("Roboto", 300)


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (None, "No such file"),
        (b"", "not an OpenType font"),
        (b"hello, I am text", "not an OpenType font"),
        (b"wOF2" + bytes(60), "WOFF"),
        (b"\x00\x01\x00\x00" + bytes(8), "not an OpenType font"),
    ],
)
def test_unusable_file_is_named_with_the_reason(tmp_path: Path, content: bytes | None, part: str) -> None:
    path = tmp_path / "broken.ttf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(LayoutkitError) as caught:
        FontLibrary({"F": FontFamily("F", (FontFile(path),))}).face("F")
    (found,) = caught.value.diagnostics
    assert found.rule == "font-file"
    assert str(path) in found.message
    assert part in found.message
    assert found.hint


def test_folder_instead_of_a_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LayoutkitError, match="directory") as caught:
        FontLibrary({"F": FontFamily("F", (FontFile(tmp_path),))}).face("F")
    assert caught.value.diagnostics[0].rule == "font-file"


@pytest.mark.parametrize("length", [12, 100, 300, 1000, 20_000])
def test_truncated_file_is_refused_or_usable_but_never_a_crash(tmp_path: Path, length: int) -> None:
    path = tmp_path / "cut.ttf"
    path.write_bytes((FONTS / "roboto-400.ttf").read_bytes()[:length])
    with pytest.raises(LayoutkitError, match=r"cut\.ttf") as caught:
        FontLibrary({"F": FontFamily("F", (FontFile(path),))}).face("F")
    assert caught.value.diagnostics[0].rule == "font-file"


@pytest.mark.parametrize("table", ["cmap", "hhea", "hmtx", "head", "maxp"])
def test_missing_table_is_named(tmp_path: Path, table: str) -> None:
    path = small_font(tmp_path, {"a": 500})
    with TTFont(path) as font:
        font.reader.tables.pop(table)
        data = {tag: font.reader[tag] for tag in font.reader.tables}
    path.write_bytes(sfnt(data))
    with pytest.raises(LayoutkitError, match=repr(table)):
        FontLibrary({"F": FontFamily("F", (FontFile(path),))}).face("F")


def sfnt(tables: dict[str, bytes]) -> bytes:
    """A font file with the tables as they are."""
    offset = 12 + 16 * len(tables)
    head, body = b"\x00\x01\x00\x00" + len(tables).to_bytes(2) + bytes(6), b""
    for tag, data in sorted(tables.items()):
        head += tag.encode() + bytes(4) + (offset + len(body)).to_bytes(4) + len(data).to_bytes(4)
        body += data + bytes(-len(data) % 4)
    return head + body


def test_unknown_family_gets_a_near_name() -> None:
    with pytest.raises(LayoutkitError) as caught:
        LIBRARY.face("Robotto")
    (found,) = caught.value.diagnostics
    assert found.rule == "font-family"
    assert "'Robotto'" in found.message
    assert "'Roboto'" in found.hint


def test_unknown_fallback_and_empty_family_are_refused_at_once() -> None:
    with pytest.raises(LayoutkitError, match="'Nope'"):
        FontLibrary({"F": FontFamily("F", files(400), ("Nope",))})
    with pytest.raises(LayoutkitError, match="no font files"):
        FontLibrary({"F": FontFamily("F", ())})


def test_what_authors_import_loads_no_font_inverse() -> None:
    program = "import sys, layoutkit.nodes; print(sorted({'uharfbuzz', 'fontTools'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# --- packed and variable fonts ---------------------------------------------------------------------------------------


def packed(path: Path) -> Path:
    woff = path.with_suffix(".woff")
    with TTFont(path) as font:
        font.flavor = "woff"
        font.save(woff)
    return woff


def test_woff_file_is_the_same_font_as_what_it_packs(tmp_path: Path) -> None:
    unpacked = LIBRARY.face("Roboto", 400)
    copy = tmp_path / "roboto.ttf"
    copy.write_bytes(unpacked.path.read_bytes())
    woff = packed(copy)
    assert woff.read_bytes()[:4] == b"wOFF"
    face = Face(woff)
    for character in "aÁç1“":
        glyph = face.glyph_id(character)
        assert glyph is not None
        assert glyph == unpacked.glyph_id(character)
        assert face.outline(glyph) == unpacked.outline(glyph)
        assert face.advance(glyph) == unpacked.advance(glyph)
    assert (face.ascent, face.cap_height) == (unpacked.ascent, unpacked.cap_height)


def test_damaged_woff_file_is_named(tmp_path: Path) -> None:
    woff = packed(small_font(tmp_path, {"a": 500}))
    woff.write_bytes(woff.read_bytes()[:200])
    with pytest.raises(LayoutkitError, match=r"the WOFF file .*small\.woff is damaged") as caught:
        Face(woff)
    assert caught.value.diagnostics[0].rule == "font-file"


def test_woff2_without_its_unpacker_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fontTools.ttLib.woff2.haveBrotli", False)
    path = tmp_path / "small.woff2"
    path.write_bytes(b"wOF2" + bytes(60))
    with pytest.raises(LayoutkitError, match="brotli") as caught:
        Face(path)
    assert "install brotli" in caught.value.diagnostics[0].hint


def variable_font(folder: Path) -> Path:
    """The letter a as a box 500 wide at weight 400, which is 700 wide at 900 and 400 at 100."""
    path = small_font(folder, {"a": 500})
    with TTFont(path) as font:
        builder = FontBuilder(font=font)
        builder.setupFvar([("wght", 100, 400, 900, "Weight")], [])
        moved = [(0, 0), (0, 0), (1, 0), (1, 0), (0, 0), (1, 0), (0, 0), (0, 0)]  # four points, four phantom points
        variations = [
            TupleVariation({"wght": (0, 1, 1)}, [(200 * x, 0) for x, _ in moved]),
            TupleVariation({"wght": (-1, -1, 0)}, [(-100 * x, 0) for x, _ in moved]),
        ]
        builder.setupGvar({"u0061": variations})
        font.save(path)
    return path


def test_variable_font_serves_each_weight_it_is_listed_for(tmp_path: Path) -> None:
    path = variable_font(tmp_path)
    listed = tuple(FontFile(path, weight) for weight in (100, 400, 650, 900))
    library = FontLibrary({"V": FontFamily("V", listed)})
    widths = {}
    for weight in (100, 400, 650, 900):
        face = library.face("V", weight)
        glyph = face.glyph_id("a")
        assert glyph is not None
        assert face.weight == weight
        points = [op for op in face.outline(glyph) if isinstance(op, MoveTo | LineTo)]
        widths[weight] = (face.advance(glyph), max(op.x for op in points))
    assert widths == {weight: pytest.approx((w, w)) for weight, w in {100: 0.4, 400: 0.5, 650: 0.6, 900: 0.7}.items()}


def test_text_in_a_variable_font_is_as_wide_as_its_weight(tmp_path: Path) -> None:
    path = variable_font(tmp_path)
    library = FontLibrary({"Small": FontFamily("Small", (FontFile(path, 400), FontFile(path, 900)))})
    spans = [StyledSpan("aa", SMALL), StyledSpan("aa", replace(SMALL, weight=900))]
    (line,) = Typesetter(library).paragraph(spans).set(100).lines
    assert [run.glyphs.width for run in line.runs] == pytest.approx([10, 14])


def test_weight_beyond_the_axis_is_its_end_and_static_fonts_have_none(tmp_path: Path) -> None:
    path = variable_font(tmp_path)
    assert Face(path, weight=1000).weight == 900
    assert Face(path).weight == 400
    assert LIBRARY.face("Roboto").weight is None
