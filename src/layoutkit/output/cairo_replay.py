"""Display list -> Cairo: one short function per operation.

Text is filled glyph outlines: Cairo's own glyph rendering puts glyphs of an image surface on whole
pixels, which spaces small text unevenly.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from layoutkit.color import Color
from layoutkit.output.cairo_binding import cairo
from layoutkit.output.cairo_picture import draw_picture
from layoutkit.output.cairo_shadow import blurs, draw_shadow
from layoutkit.paint.display import (
    Begin,
    Clip,
    ClipPath,
    Dots,
    DrawPicture,
    DropShadow,
    End,
    Fade,
    FillPath,
    FillRect,
    Glyphs,
    GridLines,
    RadialGradient,
    StrokePath,
    StrokeRect,
    Unclip,
    Unfade,
)
from layoutkit.path import ClosePath, CurveTo, LineTo, MoveTo, Path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from layoutkit.geometry import Rect
    from layoutkit.output.canvas import Canvas
    from layoutkit.paint.display import DisplayList, Fill, Operation
    from layoutkit.path import PathOp, RepeatedPath
    from layoutkit.text.fonts import Face

__all__ = ["replay"]

_CAPS = {"butt": cairo.LineCap.BUTT, "round": cairo.LineCap.ROUND, "square": cairo.LineCap.SQUARE}
_JOINS = {"miter": cairo.LineJoin.MITER, "round": cairo.LineJoin.ROUND, "bevel": cairo.LineJoin.BEVEL}
_OPERATORS = {
    "normal": cairo.Operator.OVER,
    "multiply": cairo.Operator.MULTIPLY,
    "screen": cairo.Operator.SCREEN,
    "overlay": cairo.Operator.OVERLAY,
    "darken": cairo.Operator.DARKEN,
    "lighten": cairo.Operator.LIGHTEN,
    "color-dodge": cairo.Operator.COLOR_DODGE,
    "color-burn": cairo.Operator.COLOR_BURN,
    "hard-light": cairo.Operator.HARD_LIGHT,
    "soft-light": cairo.Operator.SOFT_LIGHT,
    "difference": cairo.Operator.DIFFERENCE,
    "exclusion": cairo.Operator.EXCLUSION,
    "hue": cairo.Operator.HSL_HUE,
    "saturation": cairo.Operator.HSL_SATURATION,
    "color": cairo.Operator.HSL_COLOR,
    "luminosity": cairo.Operator.HSL_LUMINOSITY,
}
_RULES = {"nonzero": cairo.FillRule.WINDING, "evenodd": cairo.FillRule.EVEN_ODD}
_GLYPH_UNITS = 2048
"""Cached outlines are this many units to the em: Cairo keeps 1/256 of a unit."""


def replay(display: DisplayList, context: Canvas) -> None:
    """Draw everything; the context's user space is px from the figure's top-left."""
    glyphs = _GlyphCache(context)
    fades: list[Fade] = []
    for operation in display.operations:
        _draw(operation, context, glyphs, fades)


def _draw(operation: Operation, context: Canvas, glyphs: _GlyphCache, fades: list[Fade]) -> None:  # noqa: C901, PLR0912 - one case for each operation
    match operation:
        case FillRect(rect, radius, fill):
            _set(context, fill)
            _rounded_rect(context, rect, radius)
            context.fill()
        case StrokeRect():
            _stroke_rect(operation, context)
        case DropShadow() if blurs(operation):
            draw_shadow(operation, context)
        case DropShadow(rect, radius, _, color):
            _set(context, color)
            _rounded_rect(context, rect, radius)
            context.fill()
        case Dots():
            _dots(operation, context)
        case GridLines():
            _stroke_path(operation.stroke, context)
        case FillPath(path, fill, rule):
            _set(context, fill)
            _trace_path(context, path)
            context.set_fill_rule(_RULES[rule])
            context.fill()
            context.set_fill_rule(cairo.FillRule.WINDING)
        case StrokePath():
            _stroke_path(operation, context)
        case Glyphs():
            glyphs.draw(operation)
        case DrawPicture():
            draw_picture(operation, context)
        case Clip(rect, radius):
            context.save()
            _rounded_rect(context, rect, radius)
            context.clip()
        case ClipPath(path, rule):
            context.save()
            _trace(context, path.ops)
            context.set_fill_rule(_RULES[rule])
            context.clip()
            context.set_fill_rule(cairo.FillRule.WINDING)
        case Unclip():
            context.restore()
        case Fade():
            context.push_group()
            fades.append(operation)
        case Unfade():
            _end_fade(fades.pop(), context)
        case Begin() | End():
            pass  # a picture of pixels has no structure


def _end_fade(fade: Fade, context: Canvas) -> None:
    context.pop_group_to_source()
    context.set_operator(_OPERATORS[fade.blend])
    context.paint_with_alpha(fade.opacity)
    context.set_operator(cairo.Operator.OVER)


def _set(context: Canvas, fill: Fill) -> None:
    if isinstance(fill, Color):
        context.set_source_rgba(fill.red, fill.green, fill.blue, fill.alpha)
        return
    if isinstance(fill, RadialGradient):
        gradient: cairo.LinearGradient | cairo.RadialGradient = cairo.RadialGradient(
            fill.x1, fill.y1, fill.r1, fill.x2, fill.y2, fill.r2
        )
        space = cairo.Matrix(*fill.matrix)
        space.invert()
        gradient.set_matrix(space)
    else:
        gradient = cairo.LinearGradient(fill.x1, fill.y1, fill.x2, fill.y2)
    for place, color in fill.stops:
        gradient.add_color_stop_rgba(place, color.red, color.green, color.blue, color.alpha)
    context.set_source(gradient)


def _stroke_path(stroke: StrokePath, context: Canvas) -> None:
    _set(context, stroke.color)
    _trace_path(context, stroke.path)
    context.set_line_join(_JOINS[stroke.join])
    context.set_miter_limit(stroke.miter_limit)
    context.set_line_cap(_CAPS[stroke.cap])
    _stroke(context, stroke.width, (stroke.dash, stroke.dash_offset))
    context.set_line_cap(cairo.LineCap.BUTT)


def _stroke(context: Canvas, width: float, dashes: tuple[tuple[float, ...], float]) -> None:
    context.set_line_width(width)
    context.set_dash(*dashes)
    context.stroke()


def _rounded_rect(context: Canvas, rect: Rect, radius: float) -> None:
    if radius <= 0:
        context.rectangle(rect.x, rect.y, rect.width, rect.height)
        return
    context.move_to(rect.x + radius, rect.y)  # dashes begin where those of an SVG rect do
    context.arc(rect.right - radius, rect.y + radius, radius, -math.pi / 2, 0)
    context.arc(rect.right - radius, rect.bottom - radius, radius, 0, math.pi / 2)
    context.arc(rect.x + radius, rect.bottom - radius, radius, math.pi / 2, math.pi)
    context.arc(rect.x + radius, rect.y + radius, radius, math.pi, 3 * math.pi / 2)
    context.close_path()


def _stroke_rect(border: StrokeRect, context: Canvas) -> None:
    _set(context, border.color)
    _rounded_rect(context, *border.line)
    _stroke(context, border.width, border.dashes)


def _dots(dots: Dots, context: Canvas) -> None:
    """One path for all dots, filled once."""
    _set(context, dots.color)
    for row, runs in enumerate(dots.rows()):
        y = dots.rect.y + (row + 0.5) * dots.pitch
        for column in (first + number for first, many in runs for number in range(many)):
            x = dots.rect.x + (column + 0.5) * dots.pitch
            context.new_sub_path()
            context.arc(x, y, dots.radius, 0, 2 * math.pi)
    context.fill()


def _trace_path(context: Canvas, path: Path | RepeatedPath) -> None:
    if isinstance(path, Path):
        _trace(context, path.ops)
        return
    steps = [_at_places(context, op) for op in path.outline.ops]
    for x, y in path.places:
        for step in steps:
            step(x, y)


def _at_places(context: Canvas, op: PathOp) -> Callable[[float, float], None]:
    """What draws an operation around a point that is given each time."""
    match op:
        case MoveTo(dx, dy):
            return lambda x, y: context.move_to(x + dx, y + dy)
        case LineTo(dx, dy):
            return lambda x, y: context.line_to(x + dx, y + dy)
        case CurveTo(x1, y1, x2, y2, x3, y3):
            return lambda x, y: context.curve_to(x + x1, y + y1, x + x2, y + y2, x + x3, y + y3)
        case ClosePath():
            return lambda _x, _y: context.close_path()


def _trace(context: Canvas, ops: Iterable[PathOp], scale: float = 1.0) -> None:
    for op in ops:
        match op:
            case MoveTo(x, y):
                context.move_to(x * scale, y * scale)
            case LineTo(x, y):
                context.line_to(x * scale, y * scale)
            case CurveTo(x1, y1, x2, y2, x, y):
                context.curve_to(x1 * scale, y1 * scale, x2 * scale, y2 * scale, x * scale, y * scale)
            case ClosePath():
                context.close_path()


class _GlyphCache:
    """Glyph outlines as Cairo paths, for one replay."""

    def __init__(self, context: Canvas) -> None:
        self.context = context
        self.paths: dict[tuple[Face, int], cairo.Path] = {}

    def draw(self, glyphs: Glyphs) -> None:
        run, context = glyphs.run, self.context
        _set(context, glyphs.color)
        unit = run.size / _GLYPH_UNITS
        angle = glyphs.quarter * math.pi / 2
        for glyph_id, x, y in zip(run.glyph_ids, run.xs, run.ys, strict=True):
            context.save()
            context.translate(*glyphs.point(x, y))
            if angle:
                context.rotate(angle)
            context.scale(unit, unit)
            context.append_path(self.path(run.face, glyph_id))
            context.restore()
        context.fill()

    def path(self, face: Face, glyph_id: int) -> cairo.Path:
        key = (face, glyph_id)
        if key not in self.paths:
            scratch = cairo.Context(cairo.RecordingSurface(cairo.Content.ALPHA, None))
            _trace(scratch, face.outline(glyph_id), _GLYPH_UNITS)
            self.paths[key] = scratch.copy_path()
        return self.paths[key]
