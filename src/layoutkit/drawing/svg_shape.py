"""Shape elements of SVG files -> what is painted of them: fill, stroke and markers, in their order."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from layoutkit.drawing.outline import transformed
from layoutkit.drawing.regions import stroke_outline
from layoutkit.drawing.shapes import CurrentColor, VectorShape
from layoutkit.drawing.svg_context import ContextPaint
from layoutkit.drawing.svg_error import SvgError
from layoutkit.drawing.svg_gradient import GRADIENTS, gradient_paint
from layoutkit.drawing.svg_marker import markers
from layoutkit.drawing.svg_pattern import PatternArea, pattern_items
from layoutkit.drawing.svg_style import CONTEXT, PaintServer
from layoutkit.drawing.svg_values import length, scale_of
from layoutkit.outlines import rectangle
from layoutkit.path import ClosePath, CurveTo, MoveTo, Path

if TYPE_CHECKING:
    from layoutkit.drawing.shapes import LinearPaint, RadialPaint, VectorItem
    from layoutkit.drawing.svg_context import Context, Walker
    from layoutkit.drawing.svg_style import Ink, Paint
    from layoutkit.drawing.svg_tree import Element
    from layoutkit.geometry import Rect
    from layoutkit.path import PathOp

    Rule = Literal["nonzero", "evenodd"]

__all__ = ["shape_items"]

_BETWEEN = re.compile(r"\s*,\s*|\s+")
_MOST_DASHES = 100_000
"""In one line; Cairo and viewers take minutes for more."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A shape while it is painted."""

    element: Element
    path: Path
    """In its own coordinates."""
    context: Context
    walker: Walker

    @property
    def box(self) -> Rect | None:
        """Around the path, in its own coordinates."""
        return self.path.bounds()


def shape_items(element: Element, context: Context, walker: Walker) -> list[VectorItem]:
    """What a shape element paints.

    Raises:
        SvgError: it is not understood.
    """
    path = walker.outline(element, context)
    shape = _Drawn(element, path, context, walker)
    if context.measuring:
        return [VectorShape(_placed(shape, path), None)]
    style = context.style
    found: list[VectorItem] = []
    if not style.visible or not path.ops:
        return found if not style.visible else [*found, *_markers(shape)]
    dots = _dots(shape)
    simple = None if dots else _simple(shape)
    if simple is not None:
        return [simple, *_markers(shape)]
    for part in style.order:
        if part == "fill":
            found += _area(shape, path, style.fill, style.fill_opacity, style.rule)
        elif part == "stroke":
            found += _stroke(shape)
            if dots:
                found += _area(shape, Path(dots), style.stroke, style.stroke_opacity, "nonzero")
        else:
            found += _markers(shape)
    return found


def _simple(shape: _Drawn) -> VectorShape | None:
    """Fill and stroke in one, as most shapes have them; None where one of them needs more."""
    style = shape.context.style
    if style.order != ("fill", "stroke", "markers"):
        return None
    fill, stroke = (_resolved(shape, paint) for paint in (style.fill, style.stroke))
    if any(isinstance(paint, PaintServer | ContextPaint) for paint in (fill, stroke)):
        return None
    assert not isinstance(fill, PaintServer | ContextPaint)  # noqa: S101
    line = _line(shape, stroke)
    if line is None:
        return None
    return replace(
        line, fill=None if fill is None or not style.fill_opacity else fill.faded(style.fill_opacity), rule=style.rule
    )  # fmt: skip


def _line(shape: _Drawn, stroke: object) -> VectorShape | None:
    """The shape with its stroke alone; None where the stroke needs an outline of its own."""
    context, style = shape.context, shape.context.style
    plain = VectorShape(
        path=_placed(shape, shape.path),
        fill=None,
        cap=style.cap,
        join=style.join,
        miter_limit=style.miter_limit,
        clip=context.clip,
    )
    width = _length(shape, style.width)
    if stroke is None or not width or not style.stroke_opacity or _has_no_dashes(shape):
        return plain
    scale = scale_of(context.matrix)
    if scale is None or isinstance(stroke, PaintServer | ContextPaint):
        return None
    if width * scale > context.farthest:
        raise SvgError(
            f"it has a stroke {width * scale:g} px wide; at most {context.farthest:g} are drawn on its canvas"
        )
    dash = _dash(shape, scale)
    ink: Ink = stroke  # type: ignore[assignment]  # what is left
    return replace(
        plain,
        stroke=ink.faded(style.stroke_opacity),
        width=width * scale,
        dash=dash,
        dash_offset=_length(shape, style.dash_offset) * scale if dash else 0.0,
    )


def _stroke(shape: _Drawn) -> list[VectorItem]:
    style, context = shape.context.style, shape.context
    paint = _resolved(shape, style.stroke)
    width = _length(shape, style.width)
    if paint is None or not width or not style.stroke_opacity or _has_no_dashes(shape):
        return []
    line = _line(shape, paint)
    if line is not None:
        return [line]
    outline = stroke_outline(
        shape.path, width, style, (_dash(shape, 1.0), _length(shape, style.dash_offset)), context.matrix
    )
    return _area(shape, outline, style.stroke, style.stroke_opacity, "nonzero")


def _area(shape: _Drawn, path: Path, paint: Paint, opacity: float, rule: Rule) -> list[VectorItem]:
    """What fills an outline, which is in the shape's own coordinates."""
    found = _resolved(shape, paint)
    if found is None or not opacity:
        return []
    context = shape.context
    placed = _placed(shape, path)
    box, server = shape.box, found
    if isinstance(found, ContextPaint):
        box, context, server = found.box, replace(context, matrix=found.matrix), found.paint  # type: ignore[assignment]
    if isinstance(server, PaintServer):
        if isinstance(found, ContextPaint) and _fits_box(server, shape.walker):
            raise SvgError("it hands down a pattern in units of its box, which viewers do not read alike")
        element = shape.walker.target(server.name)
        assert element is not None  # noqa: S101 - looked at by _resolved
        if element.tag == "pattern" and not _has_no_area(box):
            return pattern_items(element, box, PatternArea(placed, rule, opacity), context, shape.walker)
        brush: LinearPaint | RadialPaint | Ink | None
        brush = None
        if element.tag != "pattern":
            brush = gradient_paint(element, box, placed.control_box(), context, shape.walker)
        if brush is None and server.otherwise is not None:
            if not _has_no_area(box):
                raise SvgError(f"it has a <{element.tag}> without stops and a colour instead of it")
            brush = server.otherwise
            brush = context.style.color if isinstance(brush, CurrentColor) else brush
    else:
        brush = server  # type: ignore[assignment]  # a colour
    if brush is None:
        return []
    return [VectorShape(placed, brush.faded(opacity), rule=rule, clip=shape.context.clip)]


def _fits_box(server: PaintServer, walker: Walker) -> bool:
    """Whether a pattern depends on the box of what it fills."""
    element = walker.target(server.name)
    return element is not None and element.tag == "pattern" and element.get("patternUnits") != "userSpaceOnUse"


def _has_no_area(box: Rect | None) -> bool:
    return box is None or not (box.width and box.height)


def _resolved(shape: _Drawn, paint: Paint) -> Ink | PaintServer | ContextPaint | None:
    """A paint whose references lead somewhere."""
    if isinstance(paint, str):
        context = shape.context
        found = context.context_fill if paint == CONTEXT[0] else context.context_stroke
        if found is None:
            return None
        inner = _resolved(shape, found.paint)
        return replace(found, paint=inner) if isinstance(inner, PaintServer) else inner
    if isinstance(paint, CurrentColor):
        return shape.context.style.color
    if not isinstance(paint, PaintServer):
        return paint
    element = shape.walker.target(paint.name)
    if element is None or element.tag not in (*GRADIENTS, "pattern"):
        return shape.context.style.color if isinstance(paint.otherwise, CurrentColor) else paint.otherwise
    return paint


def _dots(shape: _Drawn) -> tuple[PathOp, ...]:
    """The squares that subpaths of no length are where the ends of lines are square: not all formats draw them."""
    style = shape.context.style
    if style.cap != "square" or style.stroke is None:
        return ()
    half = _length(shape, style.width) / 2
    ops: list[PathOp] = []
    for subpath in _subpaths(shape.path):
        points = {(op.x, op.y) for op in subpath if not isinstance(op, ClosePath)}
        if len(subpath) > 1 and len(points) == 1 and not any(isinstance(op, CurveTo) for op in subpath):
            x, y = points.pop()
            ops += rectangle(x - half, y - half, x + half, y + half).ops
    return tuple(ops)


def _subpaths(path: Path) -> list[list[PathOp]]:
    found: list[list[PathOp]] = []
    for op in path.ops:
        if isinstance(op, MoveTo):
            found.append([])
        found[-1].append(op)
    return found


def _markers(shape: _Drawn) -> list[VectorItem]:
    if not shape.context.style.markers:
        return []
    return markers(shape.element, shape.box, shape.context, shape.walker, _length(shape, shape.context.style.width))


def _placed(shape: _Drawn, path: Path) -> Path:
    return transformed(path, shape.context.matrix, shape.context.farthest)


def _length(shape: _Drawn, text: str) -> float:
    lengths = shape.context.lengths
    return length(text, lengths.diagonal, lengths.font_size) or 0.0


def _has_no_dashes(shape: _Drawn) -> bool:
    """Whether all dashes have no length and ends that do not show."""
    dash = _dash(shape, 1.0)
    return bool(dash) and shape.context.style.cap == "butt" and not sum(dash[::2])


def _dash(shape: _Drawn, scale: float) -> tuple[float, ...]:
    """Lengths on and off, twice where their number is odd; none for a solid line."""
    text = shape.context.style.dash
    if text == "none":
        return ()
    if shape.element.get("pathLength"):
        raise SvgError("it has a pathLength together with dashes, which is not understood")
    dash = tuple(_length(shape, part) * scale for part in _BETWEEN.split(text))
    if not sum(dash):
        return ()
    dash = dash * 2 if len(dash) % 2 else dash
    if not sum(dash[1::2]):
        if max(dash) <= _length(shape, shape.context.style.width) * scale:
            return ()  # a solid line, but for corners that are too short to be seen
        raise SvgError(
            f"it has the stroke-dasharray {text!r:.60} without gaps, which viewers do not read alike",
            hint="take it out: the line is solid",
        )
    box = shape.path.control_box()
    around = 2 * (box.width + box.height) * scale if box is not None else 0.0
    if around / sum(dash) * len(dash) > _MOST_DASHES:
        raise SvgError(f"it has a line of more than {_MOST_DASHES:,} dashes")
    return dash
