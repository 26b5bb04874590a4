"""One font file, opened: its metrics, its glyphs, and what can be drawn of it."""

from __future__ import annotations

import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING, Any

import uharfbuzz as hb

from layoutkit.text.characters import (
    HYPHEN,
    NON_BREAKING_HYPHEN,
    falls_back_to_space,
    is_ignorable,
    is_spacing_sign,
    may_be_blank,
)
from layoutkit.text.font_data import font_data
from layoutkit.text.font_tables import check_tables, damaged
from layoutkit.text.glyph_outline import glyph_outline
from layoutkit.text.marks import sets_marks

if TYPE_CHECKING:
    from pathlib import Path as FilePath

    from layoutkit.origin import Location
    from layoutkit.path import PathOp

__all__ = ["Face"]

_WEIGHT_AXIS = "wght"
_REGULAR = 400
_HYPHENS = (HYPHEN, NON_BREAKING_HYPHEN)


class Face:
    """One font file, opened; of a variable font, one weight.

    Lengths are fractions of the em: times the font size in px, they are px.
    """

    def __init__(self, path: FilePath, place: Location | None = None, weight: int | None = None) -> None:
        """Open a file; ``place`` says where it is named, for messages.

        The ``weight`` sets the weight axis, where the font has one; None leaves it at its default.

        Raises:
            LayoutkitError: ``font-file``, where the file cannot be read or is no usable OpenType font.
        """
        self.path = path
        self.place = place
        """Where the file is named, for messages."""
        self.hb_font = hb.Font(_opened(path, place))
        """The HarfBuzz font, scaled to font units."""
        axis = next((axis for axis in self.hb_font.face.axis_infos if axis.tag == _WEIGHT_AXIS), None)
        self.weight: float | None = None
        """The place on the weight axis; None for a font without one."""
        if axis is not None:
            wanted = axis.default_value if weight is None else weight
            self.weight = min(max(axis.min_value, wanted), axis.max_value)
            self.hb_font.set_variations({_WEIGHT_AXIS: self.weight})
        self.weight_class: float = (_REGULAR if weight is None else weight) if self.weight is None else self.weight
        """How bold it is, from 1 to 1000: by its axis, else as it is declared."""
        self.units_per_em: int = self.hb_font.face.upem
        extents = self.hb_font.get_font_extents("ltr")
        self.ascent: float = extents.ascender / self.units_per_em
        """Baseline to the top of the face, upwards (hhea, or OS/2 typo where the font asks for it)."""
        self.descent: float = -extents.descender / self.units_per_em
        """Baseline to the bottom of the face, downwards: positive in nearly every font."""
        self._glyph_ids: dict[str, int | None] = {}
        self._shows: dict[str, bool] = {}
        self._outlines: dict[int, tuple[PathOp, ...]] = {}
        self._sets: dict[str, bool] = {}

    def __repr__(self) -> str:
        """Name the file."""
        return f"Face({str(self.path)!r})"

    @cached_property
    def cap_height(self) -> float:
        """Height of a flat capital above the baseline."""
        return self._metric(hb.OTMetricsTag.CAP_HEIGHT)

    @cached_property
    def x_height(self) -> float:
        """Height of a flat small letter above the baseline."""
        return self._metric(hb.OTMetricsTag.X_HEIGHT)

    def _metric(self, tag: object) -> float:
        """A metric of the OS/2 table, or measured on the glyphs where the table has none."""
        value: float = self.hb_font.get_metric_position_with_fallback(tag)
        return value / self.units_per_em

    def glyph_id(self, character: str) -> int | None:
        """The glyph that the character map names, or None."""
        try:
            return self._glyph_ids[character]
        except KeyError:
            found: int | None = self.hb_font.get_nominal_glyph(ord(character))
            self._glyph_ids[character] = found
            return found

    def covers(self, cluster: str) -> bool:
        """Whether shaping can show the whole cluster (a base and its marks) with this face.

        HarfBuzz composes and decomposes by itself, so one of the canonical forms is enough.
        """
        if all(self.shows(c) for c in cluster):
            return True
        forms = (unicodedata.normalize("NFC", cluster), unicodedata.normalize("NFD", cluster))
        return any(all(self.shows(c) for c in form) for form in forms)

    def sets_marks(self, cluster: str) -> bool:
        """Whether each mark of a cluster that the face covers is set at its letter; see :mod:`layoutkit.text.marks`."""
        if cluster.isascii():
            return True
        try:
            return self._sets[cluster]
        except KeyError:
            found = self._sets[cluster] = sets_marks(self.hb_font, cluster)
            return found

    def shows(self, character: str) -> bool:
        """Whether shaping has a glyph for the character that can be drawn, or needs none."""
        try:
            return self._shows[character]
        except KeyError:
            shown = self._shows[character] = (
                self._draws(character)
                or is_ignorable(character)
                or (falls_back_to_space(character) and bool(self.glyph_id(" ")))
                or (character == NON_BREAKING_HYPHEN and self._draws(HYPHEN))
                or (character in _HYPHENS and self._draws("-"))
            )
            return shown

    def _draws(self, character: str) -> bool:
        """Whether the character has a glyph with an outline, or one that is rightly blank."""
        glyph = self.glyph_id(character)
        if not glyph or (is_spacing_sign(character) and not self.advance(glyph)):
            return False
        return bool(self.outline(glyph)) or (may_be_blank(character) and not self.color_table(glyph))

    def spelt(self, text: str) -> str:
        """The text with the hyphen-minus of the face for hyphens that it lacks: one of another font would stand out."""
        for hyphen in _HYPHENS:
            lacks = hyphen in text and not self._draws(hyphen)
            if lacks and not (hyphen == NON_BREAKING_HYPHEN and self._draws(HYPHEN)) and self._draws("-"):
                text = text.replace(hyphen, "-")
        return text

    @property
    def draws_anything(self) -> bool:
        """Whether any character has an outline; a font of colour pictures may have none."""
        return any(self.outline(self.glyph_id(chr(code)) or 0) for code in sorted(self.hb_font.face.unicodes))

    def undrawn(self, cluster: str) -> str:
        """Why the face has glyphs for a cluster and still cannot show it, for messages; empty where it is not so."""
        if not all(self.glyph_id(c) or self.shows(c) for c in cluster):
            return ""
        buffer = hb.Buffer()
        buffer.add_str(cluster)
        buffer.guess_segment_properties()
        hb.shape(self.hb_font, buffer)
        tables = [table for info in buffer.glyph_infos or () if (table := self.color_table(info.codepoint))]
        if tables:
            return f"in colour only ({tables[0]})"
        return "" if self.covers(cluster) else "without an outline"

    def color_table(self, glyph_id: int) -> str:
        """The table in which a glyph is a colour picture and nothing else; empty for any other glyph."""
        if self.outline(glyph_id):
            return ""
        face = self.hb_font.face
        if face.has_color_png and len(self.hb_font.get_glyph_color_png(glyph_id)):
            return "sbix" if "sbix" in face.table_tags else "CBDT"
        if face.has_color_svg and len(face.get_glyph_color_svg(glyph_id)):
            return "SVG"
        layered = face.has_color_layers and face.get_glyph_color_layers(glyph_id)
        return "COLR" if layered or (face.has_color_paint and face.glyph_has_color_paint(glyph_id)) else ""

    def advance(self, glyph_id: int) -> float:
        """The unshaped advance width of a glyph, as a fraction of the em."""
        value: float = self.hb_font.get_glyph_h_advance(glyph_id)
        return value / self.units_per_em

    def top(self, glyph_id: int) -> float:
        """How far a glyph's ink reaches above the baseline, as a fraction of the em."""
        extents = self.hb_font.get_glyph_extents(glyph_id)
        value: float = extents.y_bearing if extents else 0.0
        return value / self.units_per_em

    def outline(self, glyph_id: int) -> tuple[PathOp, ...]:
        """The glyph's outline as fractions of the em, y down, from the glyph's origin on the baseline."""
        try:
            return self._outlines[glyph_id]
        except KeyError:
            outline = self._outlines[glyph_id] = glyph_outline(self.hb_font, glyph_id, 1 / self.units_per_em)
            return outline


def _opened(path: FilePath, place: Location | None) -> Any:  # noqa: ANN401 - hb.Face has no types
    data = font_data(path, place)
    check_tables(data, path, place)
    face = hb.Face(hb.Blob(data))
    if not face.glyph_count or not face.unicodes:
        raise damaged(path, "it has no glyphs or no character map", place)
    return face
