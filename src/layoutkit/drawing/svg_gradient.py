"""Gradients of SVG files (SVG 2, 14.2): their attributes, what they take over from others, and where they lie.

Gradients that repeat are written out as far as the shape reaches, so that no format needs to know of repeats.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from layoutkit.drawing.shapes import LinearPaint, RadialPaint
from layoutkit.drawing.svg_error import SvgError
from layoutkit.drawing.svg_outlines import Lengths
from layoutkit.drawing.svg_style import ink_of
from layoutkit.drawing.svg_transform import css_transform, transform
from layoutkit.drawing.svg_values import inverse, length, mapped, product, scale_of, share
from layoutkit.geometry import Rect, Size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.drawing.outline import Matrix
    from layoutkit.drawing.svg_context import Context, Walker
    from layoutkit.drawing.svg_style import Ink
    from layoutkit.drawing.svg_tree import Element

__all__ = ["GRADIENTS", "gradient_paint", "linked", "units_matrix"]

GRADIENTS = ("linearGradient", "radialGradient")
_MOST_REPEATS = 200
_UNITS = ("objectBoundingBox", "userSpaceOnUse")
Place = tuple[float, float]
Stops = tuple[tuple[float, "Ink"], ...]


@dataclass(frozen=True, slots=True)
class _Gradient:
    """A gradient with all that it takes over."""

    own: Element
    """Its attributes."""
    lengths: Lengths
    matrix: Matrix
    """From its coordinates to px of the canvas."""
    stops: Stops
    spread: str
    reach: Rect | None
    """Around all that is painted, in px of the canvas."""


def gradient_paint(
    element: Element, box: Rect | None, reach: Rect | None, context: Context, walker: Walker
) -> LinearPaint | RadialPaint | Ink | None:
    """What a gradient paints a shape with, in px of the canvas.

    Args:
        element: the gradient.
        box: around the shape, in the shape's own coordinates.
        reach: around all that is painted, in px of the canvas.
        context: of the shape.
        walker: finds what the gradient refers to.

    Raises:
        SvgError: it is not understood.
    """
    chain = linked(element, walker, GRADIENTS)
    stops = _stops(next((one for one in chain if any(child.tag == "stop" for child in one.children)), element), walker)
    if len(stops) < 2:  # noqa: PLR2004 - a gradient has two ends
        return stops[0][1] if stops else None
    given: dict[str, str] = {}
    for one in reversed(chain):
        of_kind = one.attributes if one.tag == element.tag else {
            name: value for name, value in one.attributes.items() if name in ("gradientUnits", "spreadMethod")
        }  # fmt: skip
        given.update(of_kind)
        for name in ("gradientTransform", "css-transform", "transform-origin"):
            if name in walker.values(one):
                if name == "transform-origin":
                    raise SvgError(f"its <{one.tag}> has a {name}, which viewers do not read alike", line=one.line)
                given[name] = walker.values(one)[name]
    own = replace_attributes(element, given)
    units = _known(given.get("gradientUnits", ""), _UNITS)
    matrix = units_matrix(units, box, _UNITS[0])
    if matrix is None:
        return None
    viewport = Size(1.0, 1.0) if units == _UNITS[0] else context.viewport
    lengths = Lengths(viewport, context.style.font_size)
    matrix = product(context.matrix, product(matrix, _own_transform(given, viewport, context)))
    if inverse(matrix) is None:
        raise SvgError(f"its <{element.tag}> has a transform that leaves it no area", line=element.line)
    spread = _known(given.get("spreadMethod", ""), ("pad", "reflect", "repeat"))
    found = _Gradient(own, lengths, matrix, stops, spread, reach)
    return _linear(found) if element.tag == "linearGradient" else _radial(found)


def linked(element: Element, walker: Walker, tags: Sequence[str]) -> list[Element]:
    """An element and what it takes over from by ``href``, the nearest first.

    Raises:
        SvgError: they refer to each other in a circle, or out of the file.
    """
    chain = [element]
    while href := chain[-1].get("href").strip():
        if not href.startswith("#"):
            raise SvgError(f"its <{element.tag}> has href={href!r:.60}, which leads out of the file", line=element.line)
        other = walker.target(href[1:])
        if other is None or other.tag not in tags:
            break
        if other in chain and element.tag == "pattern":
            raise SvgError("its <pattern> takes over from itself, which viewers do not read alike", line=element.line)
        if other in chain:
            break  # SVG 2, 14.2: what leads to itself counts as if it named nothing
        chain.append(other)
    return chain


def _known(word: str, words: tuple[str, ...]) -> str:
    """A word of a closed list; others stand for the first, which is the default in all viewers (SVG 2, 4.3)."""
    return word if word in words else words[0]


def units_matrix(units: str, box: Rect | None, usual: str) -> Matrix | None:
    """From the units of a gradient, a clip path or a pattern to the shape's own; None where its box has no area.

    Units that are none count as the ``usual`` ones, as in all viewers.
    """
    if units not in _UNITS:
        units = usual
    if units == _UNITS[1]:
        return 1.0, 0.0, 0.0, 1.0, 0.0, 0.0
    if box is None or not (box.width and box.height):
        return None
    return box.width, 0.0, 0.0, box.height, box.x, box.y


def replace_attributes(element: Element, attributes: dict[str, str]) -> Element:
    """The element with other attributes; its children are left out."""
    return replace(element, attributes=attributes, children=[])


def _own_transform(given: dict[str, str], viewport: Size, context: Context) -> Matrix:
    if "css-transform" in given and given["css-transform"] != "none":
        return css_transform(
            given["css-transform"], Rect(0, 0, viewport.width, viewport.height), context.style.font_size
        )
    return transform(given.get("gradientTransform", ""))


def _stops(element: Element, walker: Walker) -> Stops:
    stops: list[tuple[float, Ink]] = []
    for stop in element.children:
        if stop.tag != "stop":
            continue
        values, style = walker.values(stop), walker.computed(stop)
        offset = values.get("offset", "0")
        at = length(offset, 1.0)
        if at is None:
            raise SvgError(f"its <stop> has offset={offset!r:.60}, which is not a number", line=stop.line)
        at = 0.0 if offset[-1:].isalpha() else at  # as in browsers, a length counts for nothing
        text = values.get("stop-color", "#000")
        ink = ink_of(text, style.color)
        if ink is None:
            raise SvgError(
                f"it has the stop-color {text!r:.60}, which is not a colour that is understood", line=stop.line
            )
        opacity = share(values.get("stop-opacity", "1"))
        at = min(max(at, stops[-1][0] if stops else 0.0), 1.0)
        stops.append((at, ink.faded(opacity) if opacity < 1 else ink))
    return tuple(stops)


def _linear(found: _Gradient) -> LinearPaint | Ink | None:
    own, lengths, matrix, stops = found.own, found.lengths, found.matrix, found.stops
    spread, reach = found.spread, found.reach
    x1, y1 = lengths.across(own, "x1"), lengths.down(own, "y1")
    x2, y2 = lengths.across(own, "x2", lengths.viewport.width), lengths.down(own, "y2")
    if (x1, y1) == (x2, y2):
        return stops[-1][1]
    start, end = mapped(matrix, x1, y1), mapped(matrix, x2, y2)
    a, b, c, d, _, _ = matrix
    # Lines of one colour are mapped to lines; the gradient is the way across them.
    along_x, along_y = -a * (y2 - y1) + c * (x2 - x1), -b * (y2 - y1) + d * (x2 - x1)
    across_x, across_y = along_y, -along_x
    square = across_x * across_x + across_y * across_y
    if not square:
        return stops[-1][1]
    part = ((end[0] - start[0]) * across_x + (end[1] - start[1]) * across_y) / square
    dx, dy = across_x * part, across_y * part
    first, last = 0, 1
    if spread != "pad" and reach is not None:
        norm = dx * dx + dy * dy
        if not norm:
            return stops[-1][1]
        places = [((x - start[0]) * dx + (y - start[1]) * dy) / norm for x, y in _corners(reach)]
        first, last = math.floor(min(places)), max(math.ceil(max(places)), math.floor(min(places)) + 1)
        stops = _repeated(stops, first, last, spread)
    return LinearPaint(
        start[0] + first * dx, start[1] + first * dy, start[0] + last * dx, start[1] + last * dy, stops
    )  # fmt: skip


def _radial(found: _Gradient) -> RadialPaint | Ink | None:
    own, lengths, matrix, stops = found.own, found.lengths, found.matrix, found.stops
    spread, reach = found.spread, found.reach
    width, height = lengths.viewport.width, lengths.viewport.height
    cx, cy = lengths.across(own, "cx", width / 2), lengths.down(own, "cy", height / 2)
    r = lengths.both(own, "r", lengths.diagonal / 2)
    fx, fy, fr = lengths.across(own, "fx", cx), lengths.down(own, "fy", cy), lengths.both(own, "fr")
    if r < 0 or fr < 0:
        raise SvgError("its <radialGradient> has a radius of less than 0", line=own.line)
    if r == 0:
        return stops[-1][1]
    far = math.hypot(fx - cx, fy - cy)
    if far + fr >= r:
        raise SvgError(
            "its <radialGradient> has a focal circle that is not inside its circle, which viewers do not read alike",
            line=own.line,
            hint="move fx and fy nearer to cx and cy",
        )
    last = 1
    if spread != "pad" and reach is not None:
        if fr:
            raise SvgError("its <radialGradient> repeats around a focal circle, which is not understood", line=own.line)
        back = inverse(matrix)
        assert back is not None  # noqa: S101 - looked at before
        last = max(1, *(math.ceil(_turns(mapped(back, x, y), (fx, fy), (cx, cy), r)) for x, y in _corners(reach)))
        stops = _repeated(stops, 0, last, spread)
    cx, cy, r = fx + last * (cx - fx), fy + last * (cy - fy), last * r
    scale = scale_of(matrix)
    if scale is not None:  # circles stay circles
        (fx, fy), (cx, cy) = mapped(matrix, fx, fy), mapped(matrix, cx, cy)
        return RadialPaint(fx, fy, fr * scale, cx, cy, r * scale, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), stops)
    return RadialPaint(fx, fy, fr, cx, cy, r, matrix, stops)


def _turns(point: Place, focus: Place, center: Place, r: float) -> float:
    """How many times the gradient's circle, grown from the focal point, reaches a point.

    |p - f - t·(c - f)| = t·r, solved for t.
    """
    px, py = point[0] - focus[0], point[1] - focus[1]
    dx, dy = center[0] - focus[0], center[1] - focus[1]
    square, half, least = r * r - dx * dx - dy * dy, px * dx + py * dy, -(px * px + py * py)
    return (-half + math.sqrt(max(half * half - square * least, 0.0))) / square


def _repeated(stops: Stops, first: int, last: int, spread: str) -> Stops:
    """The stops of many gradients in a row, as those of one."""
    if last - first > _MOST_REPEATS:
        raise SvgError(f"it has a gradient that repeats {last - first:,} times; at most {_MOST_REPEATS} are drawn")
    if stops[0][0] > 0:
        stops = ((0.0, stops[0][1]), *stops)
    if stops[-1][0] < 1:
        stops = (*stops, (1.0, stops[-1][1]))
    found: list[tuple[float, Ink]] = []
    for turn in range(first, last):
        back = spread == "reflect" and turn % 2
        ordered = [(1 - at, ink) for at, ink in reversed(stops)] if back else stops
        found += [((turn - first + at) / (last - first), ink) for at, ink in ordered]
    return tuple(found)


def _corners(rect: Rect) -> tuple[tuple[float, float], ...]:
    return (rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom)
