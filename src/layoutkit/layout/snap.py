"""Edges on device pixels, for raster targets.

Every edge is rounded once, where it is on the page, never as an offset inside its parent: two boxes that share
an edge share it afterwards, whatever the scale, and no error adds up. Sizes follow from the edges, so two boxes of
the same size may come to differ by a device pixel. Other targets take the layout as it is.
"""

from __future__ import annotations

from dataclasses import replace
from math import floor
from typing import TYPE_CHECKING

from layoutkit.geometry import Rect
from layoutkit.layout.tree import B, PlacedBox

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["snap"]

_NOISE = 1e-6
"""Device px: edges that are halves but for the last digits of a sum go the same way."""


def snap(placed: PlacedBox[B], scale: float) -> PlacedBox[B]:
    """The tree with all edges and baselines on multiples of a device pixel.

    Args:
        placed: the root; the top-left of its border box is where its rectangle says, on the page.
        scale: device px for each px.

    Returns:
        The same tree, still in px and with the same origins as before. The content box of a leaf with a content
        only moves: it keeps its size.
    """

    def on_device(position: float) -> float:
        return floor(position * scale + 0.5 + _NOISE) / scale

    return _snapped(placed, on_device, (0.0, 0.0), (0.0, 0.0))


def _snapped(
    placed: PlacedBox[B], on_device: Callable[[float], float], parent: tuple[float, float], snapped: tuple[float, float]
) -> PlacedBox[B]:
    """``parent`` is the top-left of the parent's border box on the page, ``snapped`` the same after rounding."""
    if placed.hidden:
        return placed
    rect = placed.rect.moved(*parent)
    content = placed.content.moved(rect.x, rect.y)
    if _is_round(placed):
        return replace(placed, rect=rect.moved(-snapped[0], -snapped[1]))
    left, top = on_device(rect.x), on_device(rect.y)
    baseline = placed.baseline
    return PlacedBox(
        placed.box,
        _between(rect, on_device).moved(-snapped[0], -snapped[1]),
        _content(placed, content, on_device).moved(-left, -top),
        None if baseline is None else on_device(rect.y + baseline) - top,
        tuple([_snapped(child, on_device, (rect.x, rect.y), (left, top)) for child in placed.children]),
        None if placed.gutters is None else placed.gutters.moved(rect.x - left, rect.y - top),
    )


def _is_round(placed: PlacedBox[B]) -> bool:
    """Whether a box is a shape around a point, such as a circle: with rounded edges it would be no circle any more."""
    style = placed.box.style
    return not placed.children and bool(style.translate_x or style.translate_y)


def _content(placed: PlacedBox[B], content: Rect, on_device: Callable[[float], float]) -> Rect:
    """A paragraph keeps the width it was measured for: in one rounded down, its lines would break elsewhere."""
    if placed.box.measurable is None:
        return _between(content, on_device)
    return Rect(on_device(content.x), on_device(content.y), content.width, content.height)


def _between(rect: Rect, on_device: Callable[[float], float]) -> Rect:
    """The rectangle between the four rounded edges."""
    left, top = on_device(rect.x), on_device(rect.y)
    return Rect(left, top, on_device(rect.right) - left, on_device(rect.bottom) - top)
