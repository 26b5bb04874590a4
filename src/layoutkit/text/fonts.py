"""Fonts by file: which file serves a family, weight and slope, and what that file holds.

Only the files named by a theme exist; nothing is looked up on the system. A file is read when a
text first needs it. Faces are used as they are: no synthetic bold and no synthetic slope. A
variable font takes the weight that it is listed for; its other axes stay at their defaults.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import uharfbuzz as hb

from layoutkit.diagnostics import error, near_miss
from layoutkit.path import CLOSE, CurveTo, LineTo, MoveTo, quadratic
from layoutkit.text.characters import HYPHEN, NON_BREAKING_HYPHEN, falls_back_to_space, is_ignorable
from layoutkit.text.font_data import font_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path as FilePath

    from layoutkit.origin import Place
    from layoutkit.path import PathOp

__all__ = ["Face", "FontFamily", "FontFile", "FontLibrary"]

_REGULAR, _MEDIUM = 400, 500
_WEIGHT_AXIS = "wght"


@dataclass(frozen=True, slots=True)
class FontFile:
    """One font file and what it is to be used for; a variable one may be listed once for each weight."""

    path: FilePath
    weight: int = 400
    """CSS ``font-weight`` of the file, 1 to 1000; the place on the weight axis of a variable font."""
    italic: bool = False
    place: Place | None = None
    """Where the file is named, for messages."""


@dataclass(frozen=True, slots=True)
class FontFamily:
    """The files of one typeface, and where to look for characters that it lacks."""

    name: str
    files: tuple[FontFile, ...]
    fallback: tuple[str, ...] = ()
    """Names of other families, tried in order for each cluster that this family cannot show."""


class Face:
    """One font file, opened; of a variable font, one weight.

    Lengths are fractions of the em: times the font size in px, they are px.
    """

    def __init__(self, path: FilePath, place: Place | None = None, weight: int | None = None) -> None:
        """Open a file; ``place`` says where it is named, for messages.

        The ``weight`` sets the weight axis, where the font has one; None leaves it at its default.

        Raises:
            LayoutkitError: ``font-file``, where the file cannot be read or is no usable OpenType font.
        """
        self.path = path
        self.hb_font = hb.Font(_opened(path, place))
        """The HarfBuzz font, scaled to font units."""
        axis = next((axis for axis in self.hb_font.face.axis_infos if axis.tag == _WEIGHT_AXIS), None)
        self.weight: float | None = None
        """The place on the weight axis; None for a font without one."""
        if axis is not None:
            wanted = axis.default_value if weight is None else weight
            self.weight = min(max(axis.min_value, wanted), axis.max_value)
            self.hb_font.set_variations({_WEIGHT_AXIS: self.weight})
        self.units_per_em: int = self.hb_font.face.upem
        extents = self.hb_font.get_font_extents("ltr")
        self.ascent: float = extents.ascender / self.units_per_em
        """Baseline to the top of the face, upwards (hhea, or OS/2 typo where the font asks for it)."""
        self.descent: float = -extents.descender / self.units_per_em
        """Baseline to the bottom of the face, downwards: positive in nearly every font."""
        self._glyph_ids: dict[str, int | None] = {}
        self._outlines: dict[int, tuple[PathOp, ...]] = {}

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

    def shows(self, character: str) -> bool:
        """Whether shaping has a glyph for the character, or needs none."""
        return (
            bool(self.glyph_id(character))
            or is_ignorable(character)
            or (falls_back_to_space(character) and bool(self.glyph_id(" ")))
            or (character == NON_BREAKING_HYPHEN and bool(self.glyph_id(HYPHEN)))
        )

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
            pen = _OutlinePen(1 / self.units_per_em)
            self.hb_font.draw_glyph_with_pen(glyph_id, pen)
            outline = self._outlines[glyph_id] = tuple(pen.ops)
            return outline


class _OutlinePen:
    """Records what HarfBuzz draws (font units, y up) as path operations (em, y down)."""

    def __init__(self, scale: float) -> None:
        self.ops: list[PathOp] = []
        self._scale = scale
        self._current = (0.0, 0.0)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - the names are the pen protocol's
        self.ops.append(MoveTo(*self._to(point)))

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self.ops.append(LineTo(*self._to(point)))

    def qCurveTo(self, control: tuple[float, float], point: tuple[float, float]) -> None:  # noqa: N802
        start = self._current
        self.ops.append(quadratic(start, self._scaled(control), self._to(point)))

    def curveTo(  # noqa: N802
        self, first: tuple[float, float], second: tuple[float, float], point: tuple[float, float]
    ) -> None:
        self.ops.append(CurveTo(*self._scaled(first), *self._scaled(second), *self._to(point)))

    def closePath(self) -> None:  # noqa: N802
        self.ops.append(CLOSE)

    def endPath(self) -> None:  # noqa: N802
        """A glyph's contours are always closed; the protocol asks for the method."""

    def _scaled(self, point: tuple[float, float]) -> tuple[float, float]:
        return point[0] * self._scale, 0.0 - point[1] * self._scale

    def _to(self, point: tuple[float, float]) -> tuple[float, float]:
        self._current = self._scaled(point)
        return self._current


def _opened(path: FilePath, place: Place | None) -> Any:  # noqa: ANN401 - hb.Face has no types
    face = hb.Face(hb.Blob(font_data(path, place)))
    tables = set(face.table_tags)
    if not tables:
        raise error("font-file", f"{path} is not an OpenType font", place=place, hint="a TTF or OTF file is needed")
    missing = sorted({"cmap", "head", "hhea", "hmtx", "maxp"} - tables)
    if missing:
        raise error(
            "font-file",
            f"the font file {path} lacks the table {missing[0]!r}",
            place=place,
            hint="use an undamaged copy",
        )
    if not face.glyph_count or not face.unicodes:
        raise error(
            "font-file",
            f"the font file {path} is damaged: it has no glyphs or no character map",
            place=place,
            hint="use an undamaged copy",
        )
    return face


class FontLibrary:
    """The families of a theme; opens files when they are first needed and keeps them open."""

    def __init__(self, families: Mapping[str, FontFamily]) -> None:
        """Check the names and take the families in; no file is read.

        Raises:
            LayoutkitError: ``font-family``, where a fallback is not a family or a family has no file.
        """
        self.families = dict(families)
        self._faces: dict[tuple[FilePath, int], Face] = {}
        self._matches: dict[tuple[str, int, bool], Face] = {}
        for family in self.families.values():
            if not family.files:
                raise error("font-family", f"the font family {family.name!r} has no font files")
            for name in family.fallback:
                self._family(name)

    def face(self, family: str, weight: int = _REGULAR, italic: bool = False) -> Face:  # noqa: FBT001, FBT002 - CSS's triple
        """The face of a family that is nearest to a weight and slope (CSS Fonts 4, section 5.2).

        Raises:
            LayoutkitError: ``font-family`` for an unknown name, ``font-file`` for an unusable file.
        """
        wanted = (family, weight, italic)
        try:
            return self._matches[wanted]
        except KeyError:
            file = match(self._family(family).files, weight, italic=italic)
            key = (file.path, file.weight)
            face = self._faces.get(key) or Face(file.path, file.place, file.weight)
            self._faces[key] = self._matches[wanted] = face
            return face

    def face_for(self, cluster: str, family: str, weight: int = _REGULAR, italic: bool = False) -> Face | None:  # noqa: FBT001, FBT002
        """The first face of the family and its fallbacks that can show a cluster, or None."""
        for name in (family, *self._family(family).fallback):
            face = self.face(name, weight, italic)
            if face.covers(cluster):
                return face
        return None

    def _family(self, name: str) -> FontFamily:
        try:
            return self.families[name]
        except KeyError:
            hint = near_miss(name, self.families)
            raise error("font-family", f"there is no font family {name!r}", hint=hint) from None


def match(files: Iterable[FontFile], weight: int, *, italic: bool) -> FontFile:
    """The file nearest to a weight and slope: slope first, then weight (CSS Fonts 4, section 5.2)."""
    candidates = list(files)
    sloped = [file for file in candidates if file.italic is italic]
    return min(sloped or candidates, key=lambda file: _weight_distance(weight, file.weight))


def _weight_distance(wanted: int, offered: int) -> tuple[int, int]:
    """The order in which CSS tries weights: a group, then the distance within the group."""
    distance = abs(offered - wanted)
    if _REGULAR <= wanted <= _MEDIUM:
        if wanted <= offered <= _MEDIUM:
            return 0, distance
        return (1, distance) if offered < wanted else (2, distance)
    if wanted < _REGULAR:
        return (0, distance) if offered <= wanted else (1, distance)
    return (0, distance) if offered >= wanted else (1, distance)
