"""Fonts by file: which file serves a family, weight and slope, and which family has a character.

Only the files named by a theme exist; nothing is looked up on the system. A file is read when a
text first needs it. Faces are used as they are: no synthetic bold and no synthetic slope. A
variable font takes the weight that it is listed for; its other axes stay at their defaults.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import RLock
from typing import TYPE_CHECKING

from layoutkit.diagnostics import did_you_mean, error
from layoutkit.text.face import Face

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path as FilePath

    from layoutkit.origin import Location

__all__ = ["Face", "FontFamily", "FontFile", "FontLibrary"]

_REGULAR, _MEDIUM = 400, 500


@dataclass(frozen=True, slots=True)
class FontFile:
    """One font file and what it is to be used for; a variable one may be listed once for each weight."""

    path: FilePath
    weight: int = 400
    """CSS ``font-weight`` of the file, 1 to 1000; the place on the weight axis of a variable font."""
    italic: bool = False
    place: Location | None = None
    """Where the file is named, for messages."""


@dataclass(frozen=True, slots=True)
class FontFamily:
    """The files of one typeface, and where to look for characters that it lacks."""

    name: str
    files: tuple[FontFile, ...]
    fallback: tuple[str, ...] = ()
    """Names of other families, tried in order for each cluster that this family cannot show."""


class FontLibrary:
    """The families of a theme; opens files when they are first needed and keeps them open."""

    def __init__(self, families: Mapping[str, FontFamily]) -> None:
        """Check the names and take the families in; no file is read.

        Raises:
            LayoutkitError: ``font-family``, where a fallback is not a family or a family has no file.
        """
        self.families = dict(families)
        self._opening = RLock()
        """Several threads may set text; each file is one face in all of them."""
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
            with self._opening:
                face = self._faces.get(key) or Face(file.path, file.place, file.weight)
                self._faces[key] = self._matches[wanted] = face
            return face

    def face_for(self, cluster: str, family: str, weight: int = _REGULAR, italic: bool = False) -> Face | None:  # noqa: FBT001, FBT002
        """The first face of the family and its fallbacks that can show a cluster, or None.

        One that also sets its marks precedes those that do not.
        """
        first = None
        for face in self.chain(family, weight, italic):
            if face.covers(cluster):
                if face.sets_marks(cluster):
                    return face
                first = first or face
        return first

    def chain(self, family: str, weight: int = _REGULAR, italic: bool = False) -> Iterator[Face]:  # noqa: FBT001, FBT002
        """The faces in which a character is looked for, in order; a file is opened when its turn comes."""
        for name in (family, *self._family(family).fallback):
            yield self.face(name, weight, italic)

    def _family(self, name: str) -> FontFamily:
        try:
            return self.families[name]
        except KeyError:
            hint = did_you_mean(name, self.families)
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
