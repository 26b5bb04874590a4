"""Itemisation: cutting a text into pieces that one face, style and script can shape."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from layoutkit.diagnostics import FigureError, error
from layoutkit.text.characters import clusters, describe, script_of
from layoutkit.text.direction import stretches
from layoutkit.text.marks import has_marks
from layoutkit.text.shape import COMMON_SCRIPT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from layoutkit.origin import Origin
    from layoutkit.text.fonts import Face, FontLibrary
    from layoutkit.text.style import TextStyle

__all__ = ["StyleRange", "TextItem", "directed", "itemise", "missing_glyphs"]


@dataclass(frozen=True, slots=True)
class StyleRange:
    """A stretch of a paragraph's text with one style."""

    start: int
    """Index of the first character in the paragraph's text."""
    end: int
    """Index after the last character."""
    style: TextStyle


@dataclass(frozen=True, slots=True)
class TextItem:
    """A stretch of a paragraph's text that is shaped as one."""

    start: int
    end: int
    style: TextStyle
    face: Face
    script: str
    """ISO 15924 code."""
    rtl: bool = False
    """Whether it runs from right to left."""


def itemise(text: str, stretch: StyleRange, library: FontLibrary, origin: Origin | None) -> list[TextItem]:
    """The items of a stretch, in order; a face and a script are chosen for every cluster.

    Raises:
        FigureError: ``missing-glyph``, one diagnostic for each character that no font has.
    """
    style, start, end = stretch.style, stretch.start, stretch.end
    primary = library.face(style.family, style.weight, style.italic)
    alphabet = set(text[start:end])
    scripts = {script_of(c) for c in alphabet} - {None}
    if len(scripts) <= 1 and all(primary.shows(c) for c in alphabet) and not has_marks(text[start:end]):
        return [TextItem(start, end, style, primary, next(iter(scripts), None) or COMMON_SCRIPT)]

    items: list[TextItem] = []
    missing: dict[str, None] = {}
    for begin, stop in clusters(text, start, end):
        cluster = text[begin:stop]
        face = (
            primary
            if primary.covers(cluster) and primary.sets_marks(cluster)
            else library.face_for(cluster, style.family, style.weight, style.italic)
        )
        if face is None:
            missing.update(dict.fromkeys(_unknown(cluster, style, library)))
            continue
        _append(items, TextItem(begin, stop, style, face, script_of(cluster[0]) or COMMON_SCRIPT))
    if missing:
        raise missing_glyphs(missing, style, library, origin)
    return items


def directed(text: str, items: list[TextItem]) -> list[TextItem]:
    """The items, cut where the direction changes."""
    found: list[TextItem] = []
    directions = iter(stretches(text))
    _, end, rtl = next(directions)
    for item in items:
        start = item.start
        while True:
            while end <= start:
                _, end, rtl = next(directions)
            stop = min(end, item.end)
            found.append(replace(item, start=start, end=stop, rtl=rtl))
            if stop == item.end:
                break
            start = stop
    return found


def _append(items: list[TextItem], new: TextItem) -> None:
    """Add a cluster, joined to the item before it where face and script allow.

    Characters that all scripts share take the script of the letters before them, or else after them.
    """
    if items:
        last = items[-1]
        scripts = {last.script, new.script} - {COMMON_SCRIPT}
        if last.face is new.face and len(scripts) <= 1:
            script = next(iter(scripts), COMMON_SCRIPT)
            items[-1] = TextItem(last.start, new.end, new.style, new.face, script)
            return
    items.append(new)


def _unknown(cluster: str, style: TextStyle, library: FontLibrary) -> list[str]:
    """What of a cluster is to blame: the characters that no font has, else the cluster, which no one font has."""
    lone = [c for c in cluster if library.face_for(c, style.family, style.weight, style.italic) is None]
    return lone or [cluster]


def missing_glyphs(
    unshown: Iterable[str], style: TextStyle, library: FontLibrary, origin: Origin | None
) -> FigureError:
    """The error about characters, or whole clusters, that no font of the chain has or can draw."""
    chain = (style.family, *library.families[style.family].fallback)
    tried = " or ".join(repr(name) for name in chain)
    return FigureError(
        *(
            error(
                "missing-glyph",
                f"no font of {tried} {_lack(cluster, style, library)}",
                origin=origin,
                hint="use another character, or add a family that has it to the fallback of the font",
            ).diagnostics[0]
            for cluster in unshown
        )
    )


def _lack(cluster: str, style: TextStyle, library: FontLibrary) -> str:
    """What the fonts of a chain lack of a cluster: a glyph, or one that can be drawn."""
    named = " with ".join(describe(c) for c in cluster)
    for face in library.chain(style.family, style.weight, style.italic):
        undrawn = face.undrawn(cluster)
        if undrawn:
            return f"can draw {named}: {face.path.name} has it {undrawn}, and only outlines are drawn"
    return f"has {named}"
