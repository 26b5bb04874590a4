"""Fonts as the Matterhorn Protocol looks at them: checkpoints 10 and 31, for Type 0 fonts of TrueType outlines."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import pikepdf
from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["font_failures"]

_PAIRS = re.compile(r"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]*)>")
_NO_CHARACTERS = ("\ufeff", "\ufffe")


def font_failures(font: Any, codes: set[int]) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - pikepdf's objects
    """Numbers and sentences for all that is wrong with a font in which some codes are shown."""
    name = str(font.get("/BaseFont", "a font"))
    below = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    if str(font.get("/Subtype")) != "/Type0" or str(below.get("/Subtype")) != "/CIDFontType2":
        yield "unchecked", f"{name} is no Type 0 font of TrueType outlines"
        return
    if str(font.get("/Encoding")) not in ("/Identity-H", "/Identity-V"):
        yield "31-006", f"the CMap of {name} is neither predefined nor embedded"
    if "/CIDToGIDMap" not in below:
        yield "31-005", f"{name} does not say which glyphs its codes are"
    elif not isinstance(below.CIDToGIDMap, pikepdf.Stream) and str(below.CIDToGIDMap) != "/Identity":
        yield "31-004", f"{name} has a map of glyphs that is none"
    if 0 in codes:
        yield "31-030", f"{name} shows the glyph of missing characters"
    yield from _characters(font, name, codes)
    yield from _program(below, name, codes)


def _characters(font: Any, name: str, codes: set[int]) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - as above
    if "/ToUnicode" not in font:
        yield "31-027", f"{name} does not say which characters its codes are"
        return
    table = font.ToUnicode.read_bytes().decode("ascii")
    characters = {
        int(code, 16): bytes.fromhex(text).decode("utf-16-be")
        for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL)
        for code, text in _PAIRS.findall(block)
    }
    for code in sorted(codes):
        text = characters.get(code, "")
        if not text:
            yield "10-001", f"code {code} of {name} has no character"
        if "\0" in text:
            yield "31-028", f"code {code} of {name} has the character 0"
        if any(character in text for character in _NO_CHARACTERS):
            yield "31-029", f"code {code} of {name} has a character that is none"


def _program(below: Any, name: str, codes: set[int]) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - as above
    if "/FontFile2" not in below.get("/FontDescriptor", {}):
        yield "31-009", f"{name} is not embedded"
        return
    program = TTFont(io.BytesIO(below.FontDescriptor.FontFile2.read_bytes()))
    count, em = program["maxp"].numGlyphs, program["head"].unitsPerEm
    widths = _widths(below)
    for code in sorted(codes):
        if code >= count:
            yield "31-011", f"glyph {code} of {name} is not embedded"
            continue
        advance = program["hmtx"][program.getGlyphName(code)][0] * 1000 / em
        if abs(widths.get(code, float(below.get("/DW", 1000))) - advance) > 1:
            yield "31-016", f"glyph {code} of {name} is {advance:.0f} wide, the file says {widths.get(code)}"


def _widths(below: Any) -> dict[int, float]:  # noqa: ANN401 - as above
    """The widths of codes (ISO 32000-1, section 9.7.4.3), in thousandths."""
    found: dict[int, float] = {}
    items = list(below.get("/W", []))
    while items:
        first, second = int(items.pop(0)), items.pop(0)
        if isinstance(second, pikepdf.Array):
            found.update({first + i: float(width) for i, width in enumerate(second)})
        else:
            width = float(items.pop(0))
            found.update(dict.fromkeys(range(first, int(second) + 1), width))
    return found
