"""Drop shadows on a Cairo surface that keeps shapes (PDF): gradients, and no pixels.

Pieces side by side would show seams where a viewer smooths their edges. A shadow whose corners are little rounder than
its blur (two standard deviations, as those of cards) is therefore one linear gradient seen through others, without
pieces; it is at most 3 % off (1.5 % where corners are square, up to 8 % in boxes that are smaller than their own
blur). Rounder corners are turned gradients, at most 5 % off, whose seams are as dark as a quarter of the square of the
shadow's own alpha: 0.2 % for a shadow of 8 %.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import cairo

from layoutkit.color import Color
from layoutkit.paint.shadow import REACH, factors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.output.canvas import Canvas
    from layoutkit.paint.display import DropShadow
    from layoutkit.paint.shadow import Corner

__all__ = ["draw_on_paper"]

_ROUND = 2.0
"""Standard deviations of radius up to which a corner is a product."""
_STEP = 1 / 2
"""Distance of two stops of a product, in standard deviations."""
_STOPS = 24
_SQUARE_CORNER = 1.64
"""Turning radius, in standard deviations, at which a blurred square corner keeps its value of 1/4."""
_BLACK = Color(0.0, 0.0, 0.0)
"""The colour of a mask does not matter."""


def draw_on_paper(shadow: DropShadow, part: Corner, context: Canvas) -> None:
    """Draw a shadow with the corner ``part``."""
    if shadow.radius <= _ROUND * shadow.sigma:
        _product(shadow, part, context)
    else:
        _turned(shadow, context)


def _product(shadow: DropShadow, part: Corner, context: Canvas) -> None:
    """Gradients across, down and, where corners are round, along both diagonals, each a mask of those before."""
    rect, color = shadow.rect, shadow.color
    box = rect.grown(part.out)
    context.rectangle(box.x, box.y, box.width, box.height)
    context.clip()
    across, down, diagonal = factors(part, _STEP * part.sigma)
    middle = (rect.x + rect.width / 2, rect.y + rect.height / 2)
    masks = [_both_ways(middle, (0.0, 1.0), rect.height / 2, down)]
    if shadow.radius:
        corner_at = (rect.width + rect.height) / 2 * math.sqrt(0.5)
        masks += [_both_ways(middle, (math.sqrt(0.5), sign * math.sqrt(0.5)), corner_at, diagonal) for sign in (1, -1)]
    source: cairo.Pattern = _both_ways(middle, (1.0, 0.0), rect.width / 2, across, color)
    for mask in masks[:-1]:
        context.push_group()
        context.set_source(source)
        context.mask(mask)
        source = context.pop_group()
    context.set_source(source)
    context.mask(masks[-1])


def _both_ways(
    middle: tuple[float, float],
    direction: tuple[float, float],
    edge: float,
    profile: Sequence[tuple[float, float]],
    color: Color = _BLACK,
) -> cairo.LinearGradient:
    """A gradient through the middle that is the same in both directions.

    Args:
        middle: in px from the figure's top-left corner.
        direction: a vector of length 1.
        edge: where the profile begins to count, in px from the middle.
        profile: distances inward from the edge, and the share of the colour there.
        color: what it is a share of.
    """
    reach = edge - profile[0][0]
    dx, dy = direction[0] * reach, direction[1] * reach
    gradient = cairo.LinearGradient(middle[0] - dx, middle[1] - dy, middle[0] + dx, middle[1] + dy)
    half = [((inward - profile[0][0]) / (2 * reach), share) for inward, share in profile]
    for place, share in (*half, *((1 - place, share) for place, share in reversed(half))):
        gradient.add_color_stop_rgba(place, color.red, color.green, color.blue, color.alpha * share)
    return gradient


def _turned(shadow: DropShadow, context: Canvas) -> None:
    """One solid rectangle, four edges, and corners in which the edge's own fade is turned about a centre.

    The centre lies so far inside both edges that the fade on the diagonal agrees with a blurred corner.
    """
    rect, color = shadow.rect, shadow.color
    turn = min(math.hypot(_SQUARE_CORNER * shadow.sigma, shadow.radius), rect.width / 2, rect.height / 2)
    out = turn + REACH * shadow.sigma
    left, right, top, bottom = rect.x + turn, rect.right - turn, rect.y + turn, rect.bottom - turn
    context.set_source_rgba(color.red, color.green, color.blue, color.alpha * _fade(-turn, shadow.sigma))
    _fill(context, left, top, right - left, bottom - top)
    for x0, y0, x1, y1, piece in (
        (left, top, left, top - out, (left, top - out, right - left, out)),
        (left, bottom, left, bottom + out, (left, bottom, right - left, out)),
        (left, top, left - out, top, (left - out, top, out, bottom - top)),
        (right, top, right + out, top, (right, top, out, bottom - top)),
    ):
        context.set_source(_stops(cairo.LinearGradient(x0, y0, x1, y1), shadow, turn, out))
        _fill(context, *piece)
    for x, y, piece_x, piece_y in (
        (left, top, left - out, top - out),
        (right, top, right, top - out),
        (left, bottom, left - out, bottom),
        (right, bottom, right, bottom),
    ):
        context.set_source(_stops(cairo.RadialGradient(x, y, 0, x, y, out), shadow, turn, out))
        _fill(context, piece_x, piece_y, out, out)


def _fade(outside: float, sigma: float) -> float:
    """How much of the colour is left ``outside`` px from a blurred edge (inside, where negative)."""
    return 0.5 * math.erfc(outside / (sigma * math.sqrt(2)))


def _stops(gradient: cairo.Gradient, shadow: DropShadow, turn: float, out: float) -> cairo.Gradient:
    color = shadow.color
    for i in range(_STOPS + 1):
        share = i / _STOPS
        alpha = color.alpha * _fade(share * out - turn, shadow.sigma)
        gradient.add_color_stop_rgba(share, color.red, color.green, color.blue, alpha if i < _STOPS else 0.0)
    return gradient


def _fill(context: Canvas, x: float, y: float, width: float, height: float) -> None:
    if width > 0 and height > 0:
        context.rectangle(x, y, width, height)
        context.fill()
