"""Shapes that are filled: areas, bands, polygons, circles and sectors."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from layoutkit.curves import CurveShape, curve_through
from layoutkit.diagnostics import error
from layoutkit.nodes.node import check_word
from layoutkit.nodes.shape import CURRENT, Dash, DataPoint, Outline, ShapeNode, points_of
from layoutkit.numbers import is_finite_number
from layoutkit.origin import caller_origin
from layoutkit.outlines import ellipse, open_path, rectangle, sector
from layoutkit.path import CLOSE, LineTo, MoveTo, Path
from layoutkit.scales import Frame, ScaleError, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Unpack

    from layoutkit.nodes.props import ColorLike, LengthLike, ShapeProps
    from layoutkit.path import PathOp

__all__ = ["Area", "Band", "Circle", "Ellipse", "Polygon", "Rectangle", "Sector"]


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Area(ShapeNode):
    """What lies between a curve and a base line: ``Area(points, base=0)``."""

    def __init__(
        self,
        points: Iterable[DataPoint],
        *,
        base: Value | Sequence[Value] = 0,
        curve: CurveShape = "monotone",
        fill: ColorLike = CURRENT,
        **props: Unpack[ShapeProps],
    ) -> None:
        """Fill below a curve.

        Args:
            points: two at least.
            base: the y of the other edge; a sequence has one for each point, as a band has.
            curve: as of a :class:`Curve`.
            fill: the colour, or a gradient: ``"linear-gradient({color.a}, {color.b} / 0%)"``.
            props: ``allow``, and ``key`` for arrows that lead to it.

        Raises:
            LayoutkitError: fewer than two points, or as many bases as there are no points (``bad-value``).
        """
        check_word("curve", curve, get_args(CurveShape))
        own = points_of(points, "Area")
        bases = [base] * len(own) if isinstance(base, int | float | str) else list(base)
        if len(bases) != len(own):
            message = f"this Area has {len(own)} points and {len(bases)} bases"
            raise error("bad-value", message, origin=caller_origin(), hint="give one base, or one for each point")

        def draw(frame: Frame) -> Outline:
            there = [frame.place(x, y) for x, y in own]
            back = [frame.place(x, y) for (x, _), y in zip(own, bases, strict=True)][::-1]
            ops: list[PathOp] = [MoveTo(*there[0]), *curve_through(there, curve)]
            ops += [LineTo(*back[0]), *curve_through(back, curve), CLOSE]
            return Outline(Path(tuple(ops)))

        self._make(draw, props, fill=fill)


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Band(ShapeNode):
    """A strip from edge to edge between two values of one axis: ``Band(x=(3, 5))``."""

    def __init__(
        self,
        *,
        x: tuple[Value, Value] | None = None,
        y: tuple[Value, Value] | None = None,
        fill: ColorLike = CURRENT,
        **props: Unpack[ShapeProps],
    ) -> None:
        """Fill a strip.

        Args:
            x: from and to; a strip from top to bottom.
            y: from and to; a strip from left to right. With both it is a rectangle.
            fill: the colour or a gradient.
            props: ``allow``, and ``key`` for arrows that lead to it.

        Raises:
            LayoutkitError: neither is given (``bad-value``).
        """
        if x is None and y is None:
            raise error("bad-value", "a Band needs x=(from, to) or y=(from, to)", origin=caller_origin())

        def draw(frame: Frame) -> Outline:
            left, right = (0.0, 1.0) if x is None else (frame.across(value) for value in x)
            top, bottom = (0.0, 1.0) if y is None else (frame.down(value) for value in y)
            return Outline(rectangle(left, top, right, bottom))

        self._make(draw, props, fill=fill)


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Rectangle(ShapeNode):
    """A rectangle between two opposite corners: ``Rectangle((0, 0), (0.5, 1))``."""

    def __init__(
        self,
        corner: DataPoint,
        opposite: DataPoint,
        *,
        fill: ColorLike | None = CURRENT,
        stroke: ColorLike | None = None,
        stroke_width: LengthLike | None = None,
        dash: Dash = "solid",
        **props: Unpack[ShapeProps],
    ) -> None:
        """Draw a rectangle; ``fill`` and ``stroke`` as of other shapes."""
        first, second = points_of((corner, opposite), "Line")

        def draw(frame: Frame) -> Outline:
            (left, top), (right, bottom) = frame.place(*first), frame.place(*second)
            return Outline(rectangle(left, top, right, bottom))

        self._make(draw, props, fill=fill, stroke=stroke, stroke_width=stroke_width, dash=dash)


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Polygon(ShapeNode):
    """A closed outline of straight lines: ``Polygon((0, 1), (0.5, 0), (1, 1))``."""

    def __init__(
        self,
        *points: DataPoint,
        fill: ColorLike | None = CURRENT,
        stroke: ColorLike | None = None,
        stroke_width: LengthLike | None = None,
        dash: Dash = "solid",
        **props: Unpack[ShapeProps],
    ) -> None:
        """Draw a polygon of three points at least."""
        own = points_of(points, "Polygon")

        def draw(frame: Frame) -> Outline:
            return Outline(Path((*open_path(own, frame, "linear").ops, CLOSE)))

        self._make(draw, props, fill=fill, stroke=stroke, stroke_width=stroke_width, dash=dash)


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Ellipse(ShapeNode):
    """An ellipse around a point, with radii in the drawing's units: ``Ellipse((0.5, 0.5), 0.3, 0.2)``."""

    def __init__(
        self,
        center: DataPoint,
        radius_x: float,
        radius_y: float,
        *,
        fill: ColorLike | None = CURRENT,
        stroke: ColorLike | None = None,
        stroke_width: LengthLike | None = None,
        dash: Dash = "solid",
        **props: Unpack[ShapeProps],
    ) -> None:
        """Draw an ellipse; ``fill`` and ``stroke`` as of other shapes.

        Raises:
            LayoutkitError: a radius is not a finite number (``bad-value``).
        """
        ((x, y),) = points_of((center,), "Points")
        if not (is_finite_number(radius_x) and is_finite_number(radius_y)):
            message = f"the radii of an Ellipse are {radius_x!r:.40} and {radius_y!r:.40}; expected two numbers"
            raise error("bad-value", message, origin=caller_origin(), hint="Ellipse((0.5, 0.5), 0.3, 0.2)")

        def draw(frame: Frame) -> Outline:
            if isinstance(x, str) or isinstance(y, str):
                raise ScaleError("an Ellipse stands between numbers, not at names")
            (left, top), (right, bottom) = (
                frame.place(x - radius_x, y - radius_y),
                frame.place(x + radius_x, y + radius_y),
            )
            return Outline(ellipse(min(left, right), min(top, bottom), abs(right - left), abs(bottom - top)))

        self._make(draw, props, fill=fill, stroke=stroke, stroke_width=stroke_width, dash=dash)


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Circle(ShapeNode):
    """A circle around a point; its radius is a length, so that it stays round: ``Circle((3, 5), radius=t.space.m)``."""

    def __init__(
        self,
        center: DataPoint,
        *,
        radius: LengthLike,
        fill: ColorLike | None = CURRENT,
        stroke: ColorLike | None = None,
        stroke_width: LengthLike | None = None,
        dash: Dash = "solid",
        **props: Unpack[ShapeProps],
    ) -> None:
        """Draw a circle; ``radius`` in px."""
        (own,) = points_of((center,), "Points")
        circle = ellipse(0.0, 0.0, 1.0, 1.0)
        self._make(
            lambda frame: Outline(circle, center=frame.place(*own)), props,
            fill=fill, stroke=stroke, stroke_width=stroke_width, dash=dash, radius=radius,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Sector(ShapeNode):
    """A slice of a circle or of a ring: ``Sector((0.5, 0.5), 0, 90, radius=60)``; angles clockwise from the top."""

    def __init__(
        self,
        center: DataPoint,
        start: float,
        end: float,
        *,
        radius: LengthLike,
        hole: float = 0.0,
        fill: ColorLike | None = CURRENT,
        stroke: ColorLike | None = None,
        stroke_width: LengthLike | None = None,
        **props: Unpack[ShapeProps],
    ) -> None:
        """Draw a slice.

        Args:
            center: of the circle.
            start: where it begins, in degrees.
            end: where it ends.
            radius: in px.
            hole: the share of the radius that stays empty: 0 for a slice, 0.6 for a ring.
            fill: colour or gradient.
            stroke: of its outline.
            stroke_width: in px.
            props: ``allow``, and ``key`` for arrows that lead to it.

        Raises:
            LayoutkitError: an angle or the hole is out of range (``bad-value``).
        """
        (own,) = points_of((center,), "Points")
        if not (all(map(is_finite_number, (start, end, hole))) and start < end <= start + 360 and 0 <= hole < 1):
            message = f"a Sector from {start} to {end} degrees with a hole of {hole} cannot be drawn"
            raise error("bad-value", message, origin=caller_origin(), hint="start < end <= start + 360, 0 <= hole < 1")
        path = sector(math.radians(start), math.radians(end), hole)
        self._make(
            lambda frame: Outline(path, center=frame.place(*own)), props,
            fill=fill, stroke=stroke, stroke_width=stroke_width, radius=radius,
        )  # fmt: skip
