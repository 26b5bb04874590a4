"""Clip paths of SVG files (CSS Masking 1, 5): the outlines that something is seen inside of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from layoutkit.drawing.outline import transformed
from layoutkit.drawing.regions import common_region, union_region
from layoutkit.drawing.shapes import VectorClip
from layoutkit.drawing.svg_error import SvgError
from layoutkit.drawing.svg_gradient import units_matrix
from layoutkit.drawing.svg_known import SHAPES, SILENT
from layoutkit.drawing.svg_style import reference

if TYPE_CHECKING:
    from layoutkit.drawing.svg_context import Context, Walker
    from layoutkit.drawing.svg_tree import Element
    from layoutkit.geometry import Rect
    from layoutkit.path import Path

__all__ = ["clips_of"]

_NOTHING = ("g", "svg", "a", "switch", "image", "symbol", "defs")
"""What adds nothing to a clip path (CSS Masking 1, 5.1)."""
Rule = Literal["nonzero", "evenodd"]


def clips_of(element: Element, context: Context, walker: Walker) -> list[VectorClip] | None:
    """What an element is clipped by, each inside the one before it; None where nothing of it is seen.

    Args:
        element: has the property ``clip-path``, or has not.
        context: of its own coordinates.
        walker: finds what it refers to.

    Raises:
        SvgError: it is not understood.
    """
    text = walker.values(element).get("clip-path", "none")
    if text in ("none", "initial", "unset", ""):
        return []
    named = reference("clip-path", text)
    if named is None or named[1]:
        raise SvgError(f"it has the clip-path {text!r:.60}; only url(#id) is understood")
    clip = walker.target(named[0])
    if clip is None or clip.tag != "clipPath":
        return []
    if clip in context.inside:
        raise SvgError(f"its <clipPath> {named[0]!r:.60} is clipped by itself", line=clip.line)
    values = walker.values(clip)
    units = values.get("clipPathUnits", "userSpaceOnUse")
    box: Rect | None = None
    if units == "objectBoundingBox":
        box = walker.box(element, context)
    matrix = units_matrix(units, box, "userSpaceOnUse")
    if matrix is None:
        return None
    inner = replace(context, style=walker.computed(clip), inside=context.inside | {clip})
    outer = clips_of(clip, inner, walker)
    if outer is None:
        return None
    placed = walker.placed(clip, replace(inner, style=context.style))
    inner = replace(placed, style=inner.style).under(matrix)
    parts = [part for child in clip.children if (part := _part(child, inner, walker)) is not None]
    if not parts:
        return None
    path, rule = parts[0] if len(parts) == 1 else (union_region(parts), "nonzero")
    return [*outer, VectorClip(path, rule)] if path.ops else None


def _part(child: Element, context: Context, walker: Walker) -> tuple[Path, Rule] | None:
    """What a child of a clip path adds to it."""
    walker.count()
    if child.tag in SILENT or child.tag in _NOTHING or child.namespace != _namespace(child):
        return None
    if walker.values(child).get("display") == "none":
        return None
    inner = walker.placed(child, context)
    found: tuple[Path, Rule] | None
    if child.tag == "use":
        found = _used(child, inner, walker)
    elif child.tag in SHAPES:
        path = transformed(walker.outline(child, inner), inner.matrix, inner.farthest)
        found = (path, inner.style.clip_rule) if inner.style.visible else None
    else:
        raise SvgError(f"its <clipPath> has a <{child.tag:.60}>, which is not understood", line=child.line)
    clips = clips_of(child, inner, walker)
    if found is None or clips is None:
        return None
    for clip in clips:
        found = common_region(found, (clip.path, clip.rule)), "nonzero"
    return found


def _used(child: Element, context: Context, walker: Walker) -> tuple[Path, Rule] | None:
    """What a ``use`` in a clip path adds to it: shapes alone."""
    href = child.get("href")
    if href and not href.startswith("#"):
        raise SvgError(f"its <use> has href={href!r:.60}, which leads out of the file", line=child.line)
    target = walker.target(href[1:])
    if target is None or target.tag not in (*SHAPES, "text"):
        return None
    lengths = context.lengths
    return _part(target, context.under((1, 0, 0, 1, lengths.across(child, "x"), lengths.down(child, "y"))), walker)


def _namespace(child: Element) -> str:
    """The namespace of what an element is in."""
    return child.parent.namespace if child.parent is not None else child.namespace
