"""Drop shadows from linear and radial gradients, without raster.

A blurred straight edge fades as the Gaussian's integral, Φ(-d/σ) at distance d outside the edge.
The straight parts of a shadow are that, exactly. Around the corners the same profile is turned
about a centre that lies ``_turning`` px inside both edges; that value makes the fade on the
diagonal agree with a blurred corner.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import cairo

if TYPE_CHECKING:
    from layoutkit.output.canvas import Canvas
    from layoutkit.paint.display import DropShadow

__all__ = ["draw_shadow"]

_REACH = 3.0
"""The fade is cut off at so many standard deviations, where it is 0.1 %."""
_STOPS = 24
_SQUARE_CORNER = 1.64
"""Turning radius, in standard deviations, at which a blurred square corner keeps its value of 1/4."""


def draw_shadow(shadow: DropShadow, context: Canvas) -> None:
    """Draw a shadow with one solid rectangle, four edges and four corners."""
    rect, reach = shadow.rect, _REACH * shadow.sigma
    turn = min(_turning(shadow), rect.width / 2, rect.height / 2)
    left, right, top, bottom = rect.x + turn, rect.right - turn, rect.y + turn, rect.bottom - turn
    out = turn + reach
    context.save()
    context.set_antialias(cairo.Antialias.NONE)  # the pieces share edges, and their colours meet there
    color = shadow.color
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
    context.restore()


def _turning(shadow: DropShadow) -> float:
    return math.hypot(_SQUARE_CORNER * shadow.sigma, shadow.radius)


def _fade(outside: float, sigma: float) -> float:
    """How much of the colour is left ``outside`` px from a blurred edge (inside, where negative)."""
    return 0.5 * math.erfc(outside / (sigma * math.sqrt(2))) if sigma else float(outside <= 0)


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
