"""Fonts with a character that is a colour picture and nothing else, one font for each way to hold it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from fontTools.colorLib.builder import buildCOLR, buildCPAL
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.ttLib.tables.BitmapGlyphMetrics import SmallGlyphMetrics
from fontTools.ttLib.tables.C_B_D_T_ import cbdt_bitmap_format_17
from fontTools.ttLib.tables.E_B_L_C_ import BitmapSizeTable, SbitLineMetrics, Strike, eblc_index_sub_table_1
from fontTools.ttLib.tables.S_V_G_ import SVGDocument
from fontTools.ttLib.tables.sbixGlyph import Glyph as SbixGlyph
from fontTools.ttLib.tables.sbixStrike import Strike as SbixStrike
from PIL import Image

from tests.text.support import small_font

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["KINDS", "SNOWMAN", "color_font"]

SNOWMAN = "\u2603"
KINDS = {"COLR": "COLR", "COLR-1": "COLR", "SVG": "SVG", "sbix": "sbix", "CBDT": "CBDT", "CBDT-alone": "CBDT"}
"""Ways to hold the picture, and the table that messages name."""
_GLYPH = f"u{ord(SNOWMAN):04X}"


def color_font(folder: Path, kind: str, features: str = "", also: str = "") -> Path:
    """A font with the outlines a, f and space, where the snowman is a colour picture.

    Args:
        folder: where to write it.
        kind: one of ``KINDS``; ``CBDT-alone`` has no outlines at all.
        features: OpenType features.
        also: more characters that have outlines.
    """
    path = small_font(folder, dict.fromkeys(f" af{also}{SNOWMAN}", 500), features)
    with TTFont(path) as font:
        font["glyf"][_GLYPH] = Glyph()
        _ADD[kind](font)
        font.save(path)
    return path


def _layers(font: TTFont) -> None:
    font["COLR"] = buildCOLR({_GLYPH: [("u0061", 0)]}, version=0)
    font["CPAL"] = buildCPAL([[(1.0, 0.0, 0.0, 1.0)]])


def _paint(font: TTFont) -> None:
    fill = {"Format": otTables.PaintFormat.PaintSolid, "PaletteIndex": 0, "Alpha": 1.0}
    paint = {"Format": otTables.PaintFormat.PaintGlyph, "Paint": fill, "Glyph": "u0061"}
    font["COLR"] = buildCOLR({_GLYPH: paint}, version=1)
    font["CPAL"] = buildCPAL([[(1.0, 0.0, 0.0, 1.0)]])


def _svg(font: TTFont) -> None:
    glyph = font.getGlyphID(_GLYPH)
    table = font["SVG "] = newTable("SVG ")
    text = f'<svg xmlns="http://www.w3.org/2000/svg"><g id="glyph{glyph}"><path fill="red" d="M0 0H9V9Z"/></g></svg>'
    table.docList = [SVGDocument(text, glyph, glyph, compressed=False)]


def _png() -> bytes:
    data = io.BytesIO()
    Image.new("RGBA", (20, 20), (255, 0, 0, 255)).save(data, "PNG")
    return data.getvalue()


def _sbix(font: TTFont) -> None:
    table = font["sbix"] = newTable("sbix")
    strike = SbixStrike(ppem=20, resolution=72)
    for name in font.getGlyphOrder():
        strike.glyphs[name] = SbixGlyph(glyphName=name)
    strike.glyphs[_GLYPH] = SbixGlyph(
        glyphName=_GLYPH, graphicType="png ", imageData=_png(), originOffsetX=0, originOffsetY=0
    )
    table.strikes = {20: strike}


def _cbdt(font: TTFont) -> None:
    metrics = SmallGlyphMetrics()
    metrics.height = metrics.width = metrics.Advance = 20
    metrics.BearingX, metrics.BearingY = 0, 18
    bitmap = cbdt_bitmap_format_17(b"", font)
    bitmap.metrics, bitmap.imageData = metrics, _png()
    pictures, index = newTable("CBDT"), newTable("CBLC")
    pictures.version, pictures.strikeData = 3.0, [{_GLYPH: bitmap}]
    strike, size, glyph = Strike(), BitmapSizeTable(), font.getGlyphID(_GLYPH)
    size.hori, size.vert = _line(), _line()
    size.colorRef, size.startGlyphIndex, size.endGlyphIndex = 0, glyph, glyph
    size.ppemX = size.ppemY = 20
    size.bitDepth, size.flags = 32, 1
    part = eblc_index_sub_table_1(b"", font)
    part.names, part.indexFormat, part.imageFormat = [_GLYPH], 1, 17
    part.firstGlyphIndex = part.lastGlyphIndex = glyph
    strike.bitmapSizeTable, strike.indexSubTables = size, [part]
    index.version, index.strikes = 3.0, [strike]
    font["CBDT"], font["CBLC"] = pictures, index


def _line() -> SbitLineMetrics:
    line = SbitLineMetrics()
    for name in (
        "ascender",
        "descender",
        "widthMax",
        "caretSlopeNumerator",
        "caretSlopeDenominator",
        "caretOffset",
        "minOriginSB",
        "minAdvanceSB",
        "maxBeforeBL",
        "minAfterBL",
        "pad1",
        "pad2",
    ):
        setattr(line, name, 0)
    return line


def _cbdt_alone(font: TTFont) -> None:
    _cbdt(font)
    del font["glyf"], font["loca"]


_ADD = {"COLR": _layers, "COLR-1": _paint, "SVG": _svg, "sbix": _sbix, "CBDT": _cbdt, "CBDT-alone": _cbdt_alone}
