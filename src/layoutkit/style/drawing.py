"""Shapes and anchored nodes of a drawing, in boxes of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from layoutkit.diagnostics import error
from layoutkit.geometry import Rect
from layoutkit.nodes.drawing import At, AxisLabel, Drawing
from layoutkit.nodes.fills import Circle, Sector
from layoutkit.nodes.shape import CURRENT
from layoutkit.path import CLOSE, ClosePath, CurveTo, LineTo, MoveTo, Path
from layoutkit.scales import ScaleError
from layoutkit.style.box import BoxStyle, Percent
from layoutkit.style.content import ShapeContent
from layoutkit.tokens.expression import ExpressionError
from layoutkit.tokens.image import Gradient, PictureFile, evaluate_image

if TYPE_CHECKING:
    from layoutkit.color import Color
    from layoutkit.curves import Point2
    from layoutkit.nodes import Node
    from layoutkit.nodes.shape import Outline, ShapeNode
    from layoutkit.path import PathOp
    from layoutkit.scales import Frame
    from layoutkit.style.values import Values

__all__ = ["anchored", "beside_axis", "frame_of", "shape_content"]

_DASHES = {"solid": (), "dashed": (3.5, 2.5), "dotted": (0.01, 2.0)}
"""On and off, in widths of the stroke; dots are round ends of lines without length."""
_WIDTH = "{stroke.medium}"
_RADIUS = "{space.xs}"


def frame_of(node: Node, parent: Node) -> Frame:
    """The coordinates that a node stands in.

    Raises:
        LayoutkitError: it stands in no drawing (``not-a-node``).
    """
    if isinstance(parent, Drawing):
        return parent.frame
    message = f"this {type(node).__name__} stands in a {type(parent).__name__}, which has no coordinates"
    raise error("not-a-node", message, origin=node.origin, hint="put it into a Drawing")


def shape_content(node: ShapeNode, frame: Frame, values: Values, color: Color) -> tuple[ShapeContent, BoxStyle]:
    """What is drawn of a shape, and the box around it.

    Args:
        node: the shape.
        frame: the coordinates of its drawing.
        values: reads its colours and lengths.
        color: that of the text around.
    """
    outline = node.outline(frame)
    radius = values.px(_RADIUS if node.radius is None else node.radius, "radius", least=0)
    width = values.px(_WIDTH if node.stroke_width is None else node.stroke_width, "stroke_width", least=0)
    box = outline.bounds if outline.center is None else Rect(0.0, 0.0, 1.0, 1.0)
    content = ShapeContent(
        path=_within(outline.path, box),
        points=_shares(outline.points, box),
        marker=node.marker,
        radius=radius,
        fill=_fill(node.fill, values, color),
        stroke=_color(node.stroke, "stroke", values, color),
        width=width,
        dash=tuple(part * width for part in _DASHES[node.dash]),
        cap="round" if node.dash == "dotted" else node.cap if node.dash == "solid" else "butt",
    )
    return content, _sized(outline, radius) if isinstance(node, Circle | Sector) else _around(box)


def anchored(node: At, frame: Frame, values: Values, style: BoxStyle) -> BoxStyle:
    """The style of a node at a point.

    Raises:
        LayoutkitError: the point has no place in the drawing (``bad-value``).
    """
    try:
        x, y = frame.place(*node.point)
    except ScaleError as cause:
        raise error("bad-value", f"the point of this At does not fit: {cause}", origin=node.origin) from None
    gap = values.px(node.gap, "gap", least=0)
    sides = node.anchor.split()
    across = {"left": 0.0, "right": -1.0}.get(sides[-1], -0.5)
    down = {"top": 0.0, "bottom": -1.0}.get(sides[0], -0.5)
    room: dict[str, Any] = {f"padding_{side}": gap for side in sides if side != "center"}
    return replace(
        style, position="absolute", left=Percent(x), top=Percent(y), translate_x=across, translate_y=down, **room
    )


def beside_axis(node: AxisLabel, style: BoxStyle) -> BoxStyle:
    """The style of a label beside an axis."""
    place = Percent(node.fraction)
    if node.axis == "x":
        return replace(style, left=place, translate_x=-node.share, justify_self="start")
    return replace(style, top=place, translate_y=-node.share, align_self="start")


def _around(box: Rect) -> BoxStyle:
    return BoxStyle(
        position="absolute",
        left=Percent(box.x),
        top=Percent(box.y),
        width=Percent(box.width),
        height=Percent(box.height),
    )


def _sized(outline: Outline, radius: float) -> BoxStyle:
    """A box of a size in px, with its middle at a point."""
    x, y = outline.center or (0.0, 0.0)
    return BoxStyle(
        position="absolute",
        left=Percent(x),
        top=Percent(y),
        width=2 * radius,
        height=2 * radius,
        translate_x=-0.5,
        translate_y=-0.5,
    )


def _color(value: object, word: str, values: Values, current: Color) -> Color | None:
    if value is None:
        return None
    return current if value == CURRENT else values.color(value, word)


def _fill(value: object, values: Values, current: Color) -> Color | Gradient | None:
    if isinstance(value, str) and value.lstrip().startswith("linear-gradient"):
        return _gradient(value, values)
    return _color(value, "fill", values, current)


def _gradient(value: str, values: Values) -> Gradient:
    def no_file(_: str) -> PictureFile:
        raise ExpressionError("a gradient of color tokens")

    try:
        image = evaluate_image(value, lambda stop: values.color(stop, "fill"), no_file)
    except ExpressionError as expected:
        message = f"fill is {value!r:.80}; expected {expected}"
        raise error("bad-value", message, origin=values.origin, hint=expected.hint) from None
    assert isinstance(image, Gradient)  # noqa: S101 - it begins as one
    return image


def _within(path: Path, box: Rect) -> Path:
    """A path in fractions of a box; along an axis where the box has no length all is 0."""

    def moved(op: PathOp) -> PathOp:
        match op:
            case MoveTo(x, y):
                return MoveTo(across(x), down(y))
            case LineTo(x, y):
                return LineTo(across(x), down(y))
            case CurveTo(x1, y1, x2, y2, x, y):
                return CurveTo(across(x1), down(y1), across(x2), down(y2), across(x), down(y))
            case ClosePath():
                return CLOSE

    def across(x: float) -> float:
        return _share(x, box.x, box.width)

    def down(y: float) -> float:
        return _share(y, box.y, box.height)

    return Path(tuple(map(moved, path.ops)))


def _shares(points: tuple[Point2, ...], box: Rect) -> tuple[Point2, ...]:
    """Points in fractions of a box."""
    if not (box.width and box.height):
        return tuple((_share(x, box.x, box.width), _share(y, box.y, box.height)) for x, y in points)
    left, top, width, height = box.x, box.y, box.width, box.height
    return tuple([((x - left) / width, (y - top) / height) for x, y in points])


def _share(value: float, start: float, length: float) -> float:
    return (value - start) / length if length else 0.0
