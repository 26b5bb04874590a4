"""Fonts in a PDF file: composite fonts whose character codes are the glyph numbers of the face.

Each face becomes one Type 0 font with the Identity-H encoding (ISO 32000-1, section 9.7). The embedded font program
holds only the glyphs that are used, under their old numbers; a variable font is embedded at the weight it is used at.
"""

from __future__ import annotations

import hashlib
import io
import re
import struct
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any

import uharfbuzz as hb

from layoutkit.output.font_subset import tag_number, wanted_of
from layoutkit.output.pdf_objects import Name
from layoutkit.text.font_tables import damaged

if TYPE_CHECKING:
    from layoutkit.output.pdf_objects import Dictionary, PdfFile, Ref, Value
    from layoutkit.text.fonts import Face

__all__ = ["PdfFont"]

_KEPT_TABLES = frozenset({"CFF ", "CFF2", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"})
_POSTSCRIPT_NAME = 6
"""In the name table."""
_SYMBOLIC, _ITALIC = 1 << 2, 1 << 6
"""Flags of a font descriptor (table 123): not limited to Latin text; slanted."""
_EM = 1000
"""Glyph space: units to the em."""
_REPLACEMENT = "\ufffd"
_BLOCK = 100
"""Entries that one ``bfchar`` operator may have."""


class PdfFont:
    """A face in the making: learns which glyphs are used and what they say, then embeds itself."""

    def __init__(self, face: Face, name: str, tracking: float = 0.0) -> None:
        self.face = face
        self.tracking = tracking
        """What each advance is longer by, in ems: where letters stand far apart, readers would take the space between
        them for one between words."""
        self.name = name
        """The name of the resource."""
        self._texts: dict[int, str] = {}

    def width(self, glyph: int) -> int:
        """Advance width in thousandths of the em, as the file gives it.

        It is a whole number, as some readers drop the decimals; what is rounded away is an adjustment of the text.
        """
        return round((self.face.advance(glyph) + self.tracking) * _EM)

    def says(self, glyph: int, text: str) -> bool:
        """Use a glyph for a text; whether the glyph stands for this text wherever it is used."""
        return self._texts.setdefault(glyph, text) == text

    def uses(self, glyph: int) -> None:
        """Use a glyph that says what its text tells only together with others."""
        self._texts.setdefault(glyph, self._characters.get(glyph, _REPLACEMENT))

    @cached_property
    def _characters(self) -> dict[int, str]:
        """The character map, turned round; the first of several characters stands for a glyph."""
        found: dict[int, str] = {}
        for code in sorted(self.face.hb_font.face.unicodes):
            found.setdefault(self.face.glyph_id(chr(code)) or 0, chr(code))
        return found

    def embedded(self, file: PdfFile) -> Ref:
        """Put the font into a file, with the glyphs that are used by now.

        Raises:
            LayoutkitError: the font file is damaged (``font-file``).
        """
        try:
            return self._embedded(file)
        except (RuntimeError, ValueError, struct.error) as reason:  # HarfBuzz cannot cut it, or its numbers are no use
            raise damaged(self.face.path, reason, self.face.place) from reason

    def _embedded(self, file: PdfFile) -> Ref:
        program = self._subset()
        tables = set(program.table_tags)
        compact = "CFF " in tables
        name = Name(f"{_tag(program.blob.data)}+{self._postscript_name()}")
        data = program.reference_table("CFF ").data if compact else program.blob.data
        extra: Dictionary = {"Subtype": Name("CIDFontType0C")} if compact else {"Length1": len(data)}
        descriptor = self._descriptor(program, name)
        descriptor["FontFile3" if compact else "FontFile2"] = file.stream(data, extra)
        descendant: Dictionary = {
            "Type": Name("Font"),
            "Subtype": Name("CIDFontType0" if compact else "CIDFontType2"),
            "BaseFont": name,
            "CIDSystemInfo": {"Registry": "Adobe", "Ordering": "Identity", "Supplement": 0},
            "FontDescriptor": file.add(descriptor),
            "DW": 0,
            "W": self._widths(),
        }
        if not compact:
            descendant["CIDToGIDMap"] = Name("Identity")
        return file.add(
            {
                "Type": Name("Font"),
                "Subtype": Name("Type0"),
                "BaseFont": Name(f"{name}-Identity-H") if compact else name,
                "Encoding": Name("Identity-H"),
                "DescendantFonts": [file.add(descendant)],
                "ToUnicode": file.stream(self._to_unicode()),
            }
        )

    def _subset(self) -> Any:  # noqa: ANN401 - hb.Face has no types
        face = self.face.hb_font.face
        wanted = wanted_of(self.face, self._texts, hb.SubsetFlags.RETAIN_GIDS)
        wanted.drop_table_tag_set.update(tag_number(tag) for tag in face.table_tags if tag not in _KEPT_TABLES)
        program = hb.subset(face, wanted)
        return self._tracked(program) if self.tracking and "hmtx" in program.table_tags else program

    def _tracked(self, program: Any) -> Any:  # noqa: ANN401 - hb.Face has no types
        """The same with longer advances, as ISO 14289-1, 7.21.5 asks for widths that are those of the font."""
        from fontTools.ttLib import TTFont  # noqa: PLC0415 - few files have such letters

        font = TTFont(io.BytesIO(program.blob.data), recalcTimestamp=False)
        for number in self._texts:
            name = font.getGlyphName(number)
            advance, bearing = font["hmtx"][name]
            font["hmtx"][name] = advance + round(self.tracking * self.face.units_per_em), bearing
        with io.BytesIO() as written:
            font.save(written)
            return hb.Face(written.getvalue())

    def _postscript_name(self) -> str:
        name = self.face.hb_font.face.get_name(_POSTSCRIPT_NAME) or self.face.path.stem
        weight = "" if self.face.weight is None else f"-wght{self.face.weight:g}"
        return re.sub(r"[^!-~]|[()<>\[\]{}/%]", "", name + weight)

    def _descriptor(self, program: Any, name: Name) -> Dictionary:  # noqa: ANN401 - hb.Face has no types
        box = struct.unpack(">4h", program.reference_table("head").data[36:44])
        style = self.face.hb_font.get_style_value
        slant = style(hb.StyleTag.SLANT_ANGLE)
        return {
            "Type": Name("FontDescriptor"),
            "FontName": name,
            "Flags": _SYMBOLIC | (_ITALIC if slant else 0),
            "FontBBox": [round(edge * _EM / self.face.units_per_em) for edge in box],
            "ItalicAngle": round(slant, 2),
            "Ascent": round(self.face.ascent * _EM),
            "Descent": round(-self.face.descent * _EM),
            "CapHeight": round(self.face.cap_height * _EM),
            "StemV": round(
                50 + (style(hb.StyleTag.WEIGHT) / 65) ** 2
            ),  # no table of the font has it; viewers do as well
        }

    def _widths(self) -> list[Value]:
        """The widths of each stretch of consecutive glyphs (section 9.7.4.3)."""
        widths: list[Value] = []
        for _, stretch in groupby(enumerate(sorted(self._texts)), lambda pair: pair[1] - pair[0]):
            glyphs = [glyph for _, glyph in stretch]
            widths += [glyphs[0], [self.width(glyph) for glyph in glyphs]]
        return widths

    def _to_unicode(self) -> bytes:
        """The character map from codes to texts (section 9.10.3)."""
        lines = [
            f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>" for glyph, text in sorted(self._texts.items())
        ]
        blocks = [lines[i : i + _BLOCK] for i in range(0, len(lines), _BLOCK)]
        body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{body}\n"
            "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
        ).encode("ascii")


def _tag(data: bytes) -> str:
    """Six capitals that tell subsets of one font apart (section 9.6.4)."""
    return "".join(chr(ord("A") + byte % 26) for byte in hashlib.sha256(data).digest()[:6])
