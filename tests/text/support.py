"""What the text tests share: the project's fonts, and small fonts made for one test."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from layoutkit.sizing import MAX_CONTENT
from layoutkit.text.fonts import FontFamily, FontFile, FontLibrary
from layoutkit.text.paragraph import StyledSpan, Typesetter
from layoutkit.text.style import TextStyle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layoutkit.text.lines import TextBlock, TextLine

FONTS = Path(__file__).parents[2] / "fonts"

FAMILIES = {
    "Google Sans": FontFamily(
        "Google Sans", tuple(FontFile(FONTS / f"google-sans-{w}.ttf", w) for w in (400, 500, 700)), ("Symbols", "Math")
    ),
    "Roboto": FontFamily(
        "Roboto",
        (
            *(FontFile(FONTS / f"roboto-{w}.ttf", w) for w in (400, 500, 700)),
            *(FontFile(FONTS / f"roboto-{w}-italic.ttf", w, italic=True) for w in (400, 700)),
        ),
        ("Symbols", "Math"),
    ),
    "Mono": FontFamily("Mono", tuple(FontFile(FONTS / f"mono-{w}.ttf", w) for w in (400, 500, 700)), ("Symbols",)),
    "Symbols": FontFamily("Symbols", (FontFile(FONTS / "symbols-400.ttf"),)),
    "Math": FontFamily("Math", (FontFile(FONTS / "math-400.ttf"),)),
}
LIBRARY = FontLibrary(FAMILIES)
TYPESETTER = Typesetter(LIBRARY)

ROBOTO = TextStyle("Roboto", size=16, line_height=24, language="pt-BR")
MONO = TextStyle("Mono", size=10, line_height=14, language="pt-BR")
"""Every character is 6 px wide: 0.6 em."""


def shown(line: TextLine) -> str:
    """What a line shows, hyphens included and spaces at its end left out."""
    return "".join(run.glyphs.text for run in line.runs)


def lines_of(text: str, width: float, style: TextStyle = MONO) -> list[str]:
    """What each line shows when a text is set to a width in px."""
    return [shown(line) for line in set_to(text, width, style).lines]


def set_to(text: str, width: float, style: TextStyle = MONO) -> TextBlock:
    """A text in one style, set to a width in px."""
    return TYPESETTER.paragraph([StyledSpan(text, style)]).set(width)


def width_in(face: tuple[str, int, float], text: str) -> float:
    """How wide a text is on one line, in a family, weight and size and no language."""
    family, weight, size = face
    style = TextStyle(family, weight, size=size, line_height=40, language="und")
    return TYPESETTER.paragraph([StyledSpan(text, style)], wrap="nowrap").measure(MAX_CONTENT).width


def small_font(folder: Path, advances: Mapping[str, int], features: str = "", cmap: str | None = None) -> Path:
    """A font file of 1000 units to the em, with a box as each glyph and the features given.

    Glyphs are called ``u`` and the hexadecimal code: ``u0041`` is A. The space is empty.
    """
    characters = cmap if cmap is not None else "".join(advances)
    names = {character: f"u{ord(character):04X}" for character in advances}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap({ord(character): names[character] for character in characters})
    glyphs = {".notdef": _box(500)} | {
        name: _box(0 if character == " " else advances[character]) for character, name in names.items()
    }
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({".notdef": (500, 0)} | {names[c]: (advances[c], 0) for c in advances})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2(sCapHeight=700, sxHeight=500, sTypoAscender=800, sTypoDescender=-200, version=4)
    builder.setupNameTable({"familyName": "Small", "styleName": "Regular"})
    builder.setupPost()
    if features:
        addOpenTypeFeaturesFromString(builder.font, features)
    path = folder / "small.ttf"
    builder.save(path)
    return path


def _box(width: int) -> object:
    pen = TTGlyphPen(None)
    if width:
        pen.moveTo((0, 0))
        pen.lineTo((0, 700))
        pen.lineTo((width, 700))
        pen.lineTo((width, 0))
        pen.closePath()
    return pen.glyph()


def typesetter_of(path: Path) -> Typesetter:
    """A typesetter whose only family, Small, has one file."""
    return Typesetter(FontLibrary({"Small": FontFamily("Small", (FontFile(path),))}))


SMALL = TextStyle("Small", size=10, line_height=12, language="und")
"""The style for a small font: 100 units are 1 px."""
