"""The letters of a paragraph whose combining marks the font of their text does not set."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.text.characters import clusters
from layoutkit.text.marks import has_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from layoutkit.text.face import Face
    from layoutkit.text.fonts import FontLibrary
    from layoutkit.text.items import TextItem

__all__ = ["LooseMark", "loose_marks"]


@dataclass(frozen=True, slots=True)
class LooseMark:
    """A letter with marks that its font does not set: it comes from another font, or nothing says where they go."""

    cluster: str
    """The letter and its marks; without a letter, where the text before them has another style or is none."""
    face: Face
    """What it is set in."""
    wanted: Face
    """What its text is set in."""
    families: tuple[str, ...]
    """The families of the theme that set it."""

    @property
    def marks(self) -> str:
        """The marks, taken off a letter that has a code point with them."""
        return _marks(self.cluster)

    @property
    def alone(self) -> bool:
        """Whether there is no letter."""
        return self.marks == self.cluster

    @property
    def anchored(self) -> bool:
        """Whether the marks are at their letter."""
        return not self.alone and self.face.sets_marks(self.cluster)


def loose_marks(text: str, items: Iterable[TextItem], library: FontLibrary) -> Sequence[LooseMark]:
    """The clusters of a paragraph with marks that the font of their text does not set, each once."""
    found: dict[LooseMark, None] = {}
    for item in items:
        style = item.style
        wanted = library.face(style.family, style.weight, style.italic)
        stretch = text[item.start : item.end]
        if stretch.isascii() or (
            item.face is wanted and not has_marks(stretch) and all(wanted.glyph_id(c) for c in set(stretch))
        ):
            continue
        for start, end in clusters(text, item.start, item.end):
            cluster = text[start:end]
            letter, marks = cluster[:1], _marks(cluster)
            of_another = item.face is not wanted and wanted.shows(unicodedata.normalize("NFD", letter)[0])
            if not has_marks(marks) or not (marks == cluster or of_another or not item.face.sets_marks(cluster)):
                continue
            faces = {name: library.face(name, style.weight, style.italic) for name in library.families}
            able = [name for name, face in faces.items() if face.covers(cluster) and face.sets_marks(cluster)]
            found[LooseMark(cluster, item.face, wanted, tuple(able))] = None
    return tuple(found)


def _marks(cluster: str) -> str:
    """What stands behind the letter of a cluster; all of it, where it begins with a mark."""
    apart = unicodedata.normalize("NFD", cluster)
    return apart if has_marks(apart[:1]) else apart[1:]
