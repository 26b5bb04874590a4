"""Drop shadows on Cairo, from the numbers of :mod:`layoutkit.paint.shadow`.

A shadow is a solid middle, four linear gradients and four corners: one small mask, mirrored and stretched with a
bilinear filter. The pieces meet on device pixels. It is at most 1.5 % of its colour off a true Gaussian.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from layoutkit.output.cairo_binding import cairo
from layoutkit.output.canvas import SHARED
from layoutkit.paint.shadow import corner, lines, shares

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.output.canvas import Canvas
    from layoutkit.paint.display import DropShadow
    from layoutkit.paint.shadow import Corner

__all__ = ["draw_shadow"]

_FINE = 1 / 3
"""Distance of two samples on pixels, in standard deviations: between them a ramp is at most 0.4 % off in each axis."""
_SHARP = 0.05
"""px: a shadow blurred by less is a rectangle."""

_Box = tuple[float, float, float, float]
"""x, y, width and height in px."""


def draw_shadow(shadow: DropShadow, context: Canvas) -> None:
    """Draw a shadow that is blurred."""
    color = shadow.color
    part = corner(shadow)
    context.save()
    context.set_source_rgba(color.red, color.green, color.blue, color.alpha)
    _pieces(shadow, part, context)
    context.restore()


def blurs(shadow: DropShadow) -> bool:
    """Whether a shadow is more than a rectangle."""
    return shadow.sigma >= _SHARP


def _pieces(shadow: DropShadow, part: Corner, context: Canvas) -> None:
    rect, out = shadow.rect, part.out
    x1, x2, y1, y2 = rect.x + part.width, rect.right - part.width, rect.y + part.height, rect.bottom - part.height
    context.set_antialias(cairo.Antialias.NONE)  # the pieces share edges, and their colours meet there
    mask, across, down = _sampled(part)
    for x, y, step_x, step_y, box in (
        (rect.x - out, rect.y - out, across, down, (rect.x - out, rect.y - out, x1, y1)),
        (rect.right + out, rect.y - out, -across, down, (x2, rect.y - out, rect.right + out, y1)),
        (rect.x - out, rect.bottom + out, across, -down, (rect.x - out, y2, x1, rect.bottom + out)),
        (rect.right + out, rect.bottom + out, -across, -down, (x2, y2, rect.right + out, rect.bottom + out)),
    ):
        _stretched(context, mask, cairo.Matrix(1 / step_x, 0, 0, 1 / step_y, 0.5 - x / step_x, 0.5 - y / step_y), box)
    if x2 > x1:
        for start, end, box in (
            (rect.y - out, y1, (x1, rect.y - out, x2, y1)),
            (rect.bottom + out, y2, (x1, y2, x2, rect.bottom + out)),
        ):
            _fill(context, _ramp(shadow, (0, start, 0, end), _profile(part, down=True)), box)
    if y2 > y1:
        for start, end, box in (
            (rect.x - out, x1, (rect.x - out, y1, x1, y2)),
            (rect.right + out, x2, (x2, y1, rect.right + out, y2)),
        ):
            _fill(context, _ramp(shadow, (start, 0, end, 0), _profile(part, down=False)), box)
    color = shadow.color
    ((middle,),) = shares(part, (part.width,), (part.height,))
    _fill(context, cairo.SolidPattern(color.red, color.green, color.blue, color.alpha * middle), (x1, y1, x2, y2))


@lru_cache(maxsize=32)
def _sampled(part: Corner) -> tuple[cairo.ImageSurface, float, float]:
    """A corner as a mask of few pixels, and their distance across and down in px."""
    xs, ys = (lines(-part.out, end, _FINE * part.sigma) for end in (part.width, part.height))
    mask = cairo.ImageSurface(cairo.Format.A8, len(xs), len(ys))
    data, stride = mask.get_data(), mask.get_stride()
    for j, row in enumerate(shares(part, xs, ys)):
        data[j * stride : j * stride + len(xs)] = bytes(round(255 * share) for share in row)
    mask.mark_dirty()
    return mask, xs[1] - xs[0], ys[1] - ys[0]


@lru_cache(maxsize=64)
def _profile(part: Corner, *, down: bool) -> tuple[float, ...]:
    """The shares from the end of the shadow inward, in the middle of a straight edge, at equal distances."""
    places = lines(-part.out, part.height if down else part.width, _FINE * part.sigma)
    if down:
        return tuple(row[0] for row in shares(part, (part.width,), places))
    return tuple(shares(part, places, (part.height,))[0])


def _stretched(context: Canvas, mask: cairo.ImageSurface, matrix: cairo.Matrix, box: _Box) -> None:
    context.save()
    _rectangle(context, box)
    context.clip()
    with SHARED:
        pattern = cairo.SurfacePattern(mask)
        pattern.set_filter(cairo.Filter.BILINEAR)
        pattern.set_extend(cairo.Extend.PAD)
        pattern.set_matrix(matrix)
        context.mask(pattern)
        del pattern
    context.restore()


def _ramp(shadow: DropShadow, ends: _Box, profile: Sequence[float]) -> cairo.LinearGradient:
    gradient, color = cairo.LinearGradient(*ends), shadow.color
    for i, share in enumerate(profile):
        gradient.add_color_stop_rgba(i / (len(profile) - 1), color.red, color.green, color.blue, color.alpha * share)
    return gradient


def _fill(context: Canvas, source: cairo.Pattern, box: _Box) -> None:
    context.set_source(source)
    _rectangle(context, box)
    context.fill()


def _rectangle(context: Canvas, box: _Box) -> None:
    left, top, right, bottom = box
    context.rectangle(left, top, right - left, bottom - top)
