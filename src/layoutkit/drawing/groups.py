"""Clips and fades of drawings, as few as there have to be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from layoutkit.drawing.shapes import VectorClip, VectorClose, VectorFade, VectorShape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from layoutkit.drawing.shapes import VectorItem

__all__ = ["simplified"]


def simplified(items: Iterable[VectorItem]) -> tuple[VectorItem, ...]:
    """The same drawing without empty groups, and without fades around one fill or one stroke."""
    stack: list[list[VectorItem]] = [[]]
    opened: list[VectorClip | VectorFade] = []
    for item in items:
        match item:
            case VectorClip() | VectorFade():
                opened.append(item)
                stack.append([])
            case VectorClose():
                inside, group = stack.pop(), opened.pop()
                stack[-1] += _grouped(group, inside)
            case _:
                stack[-1].append(item)
    return tuple(stack[0])


def _grouped(group: VectorClip | VectorFade, inside: list[VectorItem]) -> list[VectorItem]:
    if not inside:
        return []
    if isinstance(group, VectorFade):
        if not group.opacity:
            return []
        if group.opacity == 1 and group.blend == "normal" and not any(map(_mixes, inside)):
            return inside
        if len(inside) == 1 and group.blend == "normal" and isinstance(inside[0], VectorShape):
            alone = _faded(inside[0], group.opacity)
            if alone is not None:
                return [alone]
    return [group, *inside, VectorClose()]


def _mixes(item: VectorItem) -> bool:
    return isinstance(item, VectorFade) and item.blend != "normal"


def _faded(shape: VectorShape, opacity: float) -> VectorShape | None:
    """A shape with an opacity of its own; None where its stroke would be seen over its fill."""
    if shape.fill is not None and shape.stroke is not None:
        return None
    if shape.stroke is not None:
        return replace(shape, stroke=shape.stroke.faded(opacity))
    return shape if shape.fill is None else replace(shape, fill=shape.fill.faded(opacity))
