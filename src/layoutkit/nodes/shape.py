"""Shapes that a drawing holds: lines, curves, areas, circles, arcs and markers.

Coordinates are those of the drawing around a shape: fractions of its box from the top-left corner, or data where the
drawing has scales. Sizes that have to stay as they are, such as a circle's radius, are lengths in px.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, ClassVar, Literal, get_args

from layoutkit.diagnostics import error
from layoutkit.geometry import Rect
from layoutkit.keywords import Marker
from layoutkit.nodes.node import Node, check_word
from layoutkit.nodes.props import ShapeProps
from layoutkit.numbers import all_finite, is_finite_number
from layoutkit.origin import caller_origin
from layoutkit.scales import Frame, ScaleError, Value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layoutkit.curves import Point2
    from layoutkit.nodes.props import ColorLike, LengthLike
    from layoutkit.path import Path

__all__ = ["CURRENT", "Cap", "Dash", "DataPoint", "Outline", "ShapeNode", "points_of"]

Dash = Literal["solid", "dashed", "dotted"]
Cap = Literal["butt", "round", "square"]
DataPoint = tuple[Value, Value]
"""(x, y): fractions, or values of the drawing's scales."""
_FEWEST = {"Line": 2, "Curve": 2, "Area": 2, "Polygon": 3, "Points": 1}
_MOST = 100_000
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Outline:
    """Where a shape is drawn, in fractions of the drawing's box."""

    path: Path
    """What is stroked and filled; empty for markers alone."""
    points: tuple[Point2, ...] = ()
    """Where markers stand."""
    center: Point2 | None = None
    """Of a shape with a size in px, whose path is in fractions of its own box."""

    @property
    def bounds(self) -> Rect:
        """The smallest rectangle around it."""
        box = self.path.bounds()
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        if box is not None:
            xs += (box.x, box.right)
            ys += (box.y, box.bottom)
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)) if xs else Rect(0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class ShapeNode(Node):
    """What all shapes have in common: a stroke and a fill."""

    keywords: ClassVar[frozenset[str]] = ShapeProps.__optional_keys__

    stroke: ColorLike | None
    fill: ColorLike | None
    stroke_width: LengthLike | None
    dash: Dash
    cap: Cap
    radius: LengthLike | None
    """In px, of what has a size of its own: a circle, a sector, markers."""
    marker: Marker
    draw: Callable[[Frame], Outline]

    def _make(
        self,
        draw: Callable[[Frame], Outline],
        props: ShapeProps,
        *,
        stroke: ColorLike | None = None,
        fill: ColorLike | None = None,
        stroke_width: LengthLike | None = None,
        dash: Dash = "solid",
        cap: Cap = "butt",
        radius: LengthLike | None = None,
        marker: Marker = "circle",
    ) -> None:
        check_word("dash", dash, get_args(Dash))
        check_word("cap", cap, get_args(Cap))
        check_word("marker", marker, get_args(Marker))
        Node.__init__(self, **props)
        self._set(
            draw=draw, stroke=stroke, fill=fill, stroke_width=stroke_width, dash=dash, cap=cap, radius=radius,
            marker=marker,
        )  # fmt: skip

    def given(self) -> Mapping[str, object]:
        """Its colours and lengths as well."""
        own = {"stroke": self.stroke, "fill": self.fill, "stroke_width": self.stroke_width, "radius": self.radius}
        return {**self.props, **own}

    def outline(self, frame: Frame) -> Outline:
        """Where it is drawn.

        Raises:
            LayoutkitError: a coordinate has no place in the drawing (``bad-value``).
        """
        try:
            return self.draw(frame)
        except ScaleError as cause:
            message = f"a coordinate of this {type(self).__name__} does not fit: {cause}"
            raise error("bad-value", message, origin=self.origin) from None


CURRENT = "current"
"""The colour of the text around."""


def points_of(points: Iterable[DataPoint], kind: str) -> tuple[DataPoint, ...]:
    """Points as given, checked one by one.

    Raises:
        LayoutkitError: too few, too many, or something that is not a pair of numbers or names (``bad-value``).
    """
    try:
        found = tuple(points)
    except TypeError:
        raise error("bad-value", f"points are {points!r:.60}; expected pairs (x, y)", origin=caller_origin()) from None
    if not _FEWEST[kind] <= len(found) <= _MOST:
        needed = f"at least {_FEWEST[kind]}" if len(found) < _FEWEST[kind] else f"at most {_MOST}"
        message = f"{len(found)} points are too {'few' if len(found) < _FEWEST[kind] else 'many'}; {needed} are needed"
        raise error("bad-value", message, origin=caller_origin())
    if _are_pairs_of_numbers(found):
        return found
    for index, point in enumerate(found):
        if (
            not isinstance(point, Sequence)
            or isinstance(point, str)
            or len(point) != _PAIR
            or not all(map(_fits, point))
        ):
            message = f"point {index + 1} is {point!r:.60}; expected a pair (x, y) of numbers or names"
            raise error("bad-value", message, origin=caller_origin())
    return found


def _are_pairs_of_numbers(points: tuple[object, ...]) -> bool:
    """Whether all are tuples of two finite numbers, as most are."""
    if set(map(type, points)) != {tuple} or set(map(len, points)) != {_PAIR}:  # type: ignore[arg-type]
        return False
    return all_finite([*chain.from_iterable(points)])  # type: ignore[arg-type]


def _fits(value: object) -> bool:
    if isinstance(value, str):
        return True
    return is_finite_number(value)
