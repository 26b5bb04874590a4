"""Markers of SVG files (SVG 2, 13.7): small drawings at the points of a line, turned with it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from layoutkit.drawing.polygon import common, corners
from layoutkit.drawing.svg_context import handed_down
from layoutkit.drawing.svg_error import SvgError
from layoutkit.drawing.svg_outlines import Lengths, path_data
from layoutkit.drawing.svg_style import reference
from layoutkit.drawing.svg_values import fitting, length, mapped, number, product, view_box
from layoutkit.drawing.vertices import vertices
from layoutkit.geometry import Point, Rect, Size

if TYPE_CHECKING:
    from layoutkit.drawing.shapes import VectorItem
    from layoutkit.drawing.svg_context import Context, Walker
    from layoutkit.drawing.svg_tree import Element

__all__ = ["markers"]

_MARKED = ("path", "line", "polyline", "polygon")
_EXACT = 1e-9
"""Radians by which two directions may differ and still be one."""
_PLACES = {"left": 0.0, "top": 0.0, "center": 0.5, "right": 1.0, "bottom": 1.0}


def markers(element: Element, box: Rect | None, context: Context, walker: Walker, width: float) -> list[VectorItem]:
    """What the markers of a shape paint.

    Args:
        element: the shape.
        box: around it, in its own coordinates.
        context: of the shape.
        walker: finds the markers.
        width: of the stroke, in the shape's own coordinates.

    Raises:
        SvgError: a marker is not understood.
    """
    style = context.style
    if not any(value != "none" for value in style.markers.values()):
        return []
    found = {name: _marker(name, text, walker) for name, text in style.markers.items()}
    if not any(found.values()):
        return []
    if element.tag not in _MARKED:
        raise SvgError(f"its <{element.tag}> has markers, which viewers do not read alike", hint="draw it as a <path>")
    data = path_data(element, context.lengths)
    points = vertices(data)
    items: list[VectorItem] = []
    inner = replace(
        context,
        context_fill=handed_down(style.fill, box, context),
        context_stroke=handed_down(style.stroke, box, context),
    )
    for index, (point, arrives, leaves) in enumerate(points):
        names = ["marker-mid"] if 0 < index < len(points) - 1 else []
        names = ["marker-start"] if index == 0 else names
        if index == len(points) - 1:
            names.append("marker-end")
        for name in names:
            marker = found.get(name)
            if marker is not None:
                walker.count()
                angle = _between(arrives, leaves) if "auto" in marker.get("orient") else 0.0
                items += _drawn(marker, _At(point, angle, name == "marker-start", width), inner, walker)
    return items


def _marker(name: str, text: str, walker: Walker) -> Element | None:
    if text == "none":
        return None
    named = reference(name, text)
    if named is None or named[1]:
        raise SvgError(f"it has the {name} {text!r:.60}, which is not understood")
    marker = walker.target(named[0])
    return marker if marker is not None and marker.tag == "marker" else None


@dataclass(frozen=True, slots=True)
class _At:
    """Where a marker stands."""

    point: tuple[float, float]
    angle: float
    """Of the line there, in radians."""
    starts: bool
    """Whether it is the first point."""
    width: float
    """Of the line."""


def _drawn(marker: Element, place: _At, context: Context, walker: Walker) -> list[VectorItem]:
    if marker in context.inside:
        return []  # SVG 2, 13.7.1: a marker inside itself is not drawn
    values = walker.values(marker)
    units = values.get("markerUnits", "strokeWidth")
    scale = 1.0 if units == "userSpaceOnUse" else place.width
    lengths = Lengths(context.viewport, walker.computed(marker).font_size)
    size = Size(lengths.across(marker, "markerWidth", 3.0), lengths.down(marker, "markerHeight", 3.0))
    if size.width <= 0 or size.height <= 0 or not scale:
        return []
    view = view_box(marker.get("viewBox"))
    if view is not None and not (view.width and view.height):
        return []
    whole = view or Rect(0.0, 0.0, size.width, size.height)
    fit = fitting(whole, size, values.get("preserveAspectRatio", "")) if view else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    turn = _turn(values.get("orient", "0"), place, marker)
    cos, sin = math.cos(turn), math.sin(turn)
    matrix = product((1, 0, 0, 1, *place.point), (cos * scale, sin * scale, -sin * scale, cos * scale, 0, 0))
    ref = mapped(fit, _place(marker, "refX", whole.x, whole.width), _place(marker, "refY", whole.y, whole.height))
    matrix = product(matrix, (1, 0, 0, 1, -ref[0], -ref[1]))
    placed = context.under(matrix)
    overflow = values.get("overflow", "hidden")
    if overflow.split()[0] in ("hidden", "scroll", "clip"):
        outer = tuple(Point(*mapped(placed.matrix, p.x, p.y)) for p in corners(Rect(0, 0, size.width, size.height)))
        clip = common(placed.clip, outer)
        if not clip:
            return []
        placed = replace(placed, clip=clip)
    inner = replace(
        placed.under(fit),
        style=walker.computed(marker),
        viewport=Size(whole.width, whole.height),
        inside=context.inside | {marker},
    )
    return walker.items(marker.children, inner)


def _place(marker: Element, name: str, start: float, size: float) -> float:
    """``refX`` or ``refY``, in the marker's own coordinates."""
    text = marker.get(name, "0").strip()
    if text in _PLACES:
        return start + _PLACES[text] * size
    value = length(text)
    if value is None:
        raise SvgError(f"its <marker> has {name}={text!r:.60}, which is not a length", line=marker.line)
    return value


def _turn(orient: str, place: _At, marker: Element) -> float:
    """In radians."""
    if orient == "auto":
        return place.angle
    if orient == "auto-start-reverse":
        return place.angle + math.pi if place.starts else place.angle
    unit = next((unit for unit in ("deg", "grad", "rad", "turn") if orient.endswith(unit)), "")
    value = number(orient.removesuffix(unit))
    if value is None:
        raise SvgError(f"its <marker> has orient={orient!r:.60}, which is not a angle", line=marker.line)
    return value * {"": math.pi / 180, "deg": math.pi / 180, "grad": math.pi / 200, "rad": 1.0, "turn": math.tau}[unit]


def _between(one: tuple[float, float] | None, other: tuple[float, float] | None) -> float:
    known = [direction for direction in (one, other) if direction is not None]
    if not known:
        return 0.0
    if len(known) == 1:
        return math.atan2(known[0][1], known[0][0])
    (x1, y1), (x2, y2) = known
    first, second = math.atan2(y1, x1), math.atan2(y2, x2)
    if abs(abs(second - first) - math.pi) < _EXACT:
        raise SvgError("it has a marker where its line turns straight back, which viewers do not turn alike")
    turn = (second - first + math.pi) % math.tau - math.pi
    return first + turn / 2
