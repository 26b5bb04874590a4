"""Shapes that are lines: straight ones, curves, paths and markers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from layoutkit.curves import CurveShape
from layoutkit.diagnostics import error
from layoutkit.nodes.node import check_word
from layoutkit.nodes.shape import CURRENT, Cap, Dash, DataPoint, Outline, ShapeNode, points_of
from layoutkit.origin import caller_origin
from layoutkit.outlines import open_path
from layoutkit.path import Path

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Unpack

    from layoutkit.keywords import Marker
    from layoutkit.nodes.props import ColorLike, LengthLike, ShapeProps

__all__ = ["Curve", "Line", "OutlinePath", "Points"]


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Line(ShapeNode):
    """Straight lines from point to point: ``Line((0, 0), (1, 1))``."""

    def __init__(
        self,
        *points: DataPoint,
        stroke: ColorLike = CURRENT,
        stroke_width: LengthLike | None = None,
        dash: Dash = "solid",
        cap: Cap = "round",
        **props: Unpack[ShapeProps],
    ) -> None:
        """Join points.

        Args:
            points: two at least.
            stroke: the colour; that of the text around where it is left out.
            stroke_width: in px; ``{stroke.medium}`` where it is left out.
            dash: ``solid``, ``dashed`` or ``dotted``.
            cap: how it ends: ``round``, ``butt``, ``square``.
            props: ``allow``, and ``key`` for arrows that lead to it.

        Raises:
            LayoutkitError: fewer than two points, or what is none (``bad-value``).
        """
        own = points_of(points, "Line")
        self._make(
            lambda frame: Outline(open_path(own, frame, "linear")), props,
            stroke=stroke, stroke_width=stroke_width, dash=dash, cap=cap,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Curve(ShapeNode):
    """A smooth line through points: ``Curve([(0, 1), (0.4, 0.3), (1, 0)])``."""

    def __init__(
        self,
        points: Iterable[DataPoint],
        *,
        curve: CurveShape = "monotone",
        stroke: ColorLike = CURRENT,
        stroke_width: LengthLike | None = None,
        dash: Dash = "solid",
        cap: Cap = "round",
        **props: Unpack[ShapeProps],
    ) -> None:
        """Join points by a curve.

        Args:
            points: two at least.
            curve: ``monotone`` (no bump that the points do not have), ``natural``, ``linear``, ``step``,
                ``step-after``, ``step-before``.
            stroke: as of a :class:`Line`, and so are the others.
            stroke_width: in px.
            dash: ``solid``, ``dashed`` or ``dotted``.
            cap: how it ends.
            props: ``allow``, and ``key`` for arrows that lead to it.

        Raises:
            LayoutkitError: fewer than two points, or what is none; an unknown word (``bad-value``).
        """
        check_word("curve", curve, get_args(CurveShape))
        own = points_of(points, "Curve")
        self._make(
            lambda frame: Outline(open_path(own, frame, curve)), props,
            stroke=stroke, stroke_width=stroke_width, dash=dash, cap=cap,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class OutlinePath(ShapeNode):
    """SVG path data in fractions of the drawing: ``OutlinePath("M0 1 C0.2 0 0.8 0 1 1")``."""

    def __init__(
        self,
        data: str,
        *,
        fill: ColorLike | None = None,
        stroke: ColorLike | None = CURRENT,
        stroke_width: LengthLike | None = None,
        dash: Dash = "solid",
        cap: Cap = "round",
        **props: Unpack[ShapeProps],
    ) -> None:
        """Draw a path.

        Raises:
            LayoutkitError: the data cannot be read (``bad-value``).
        """
        from layoutkit.drawing.outline import outline  # noqa: PLC0415 - it loads fontTools

        try:
            path = outline(data, farthest=1000.0)
        except ValueError as cause:
            raise error("bad-value", str(cause), origin=caller_origin(), hint='such as "M0 1 L1 0"') from None
        self._make(
            lambda _frame: Outline(path), props,
            fill=fill, stroke=stroke, stroke_width=stroke_width, dash=dash, cap=cap,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Points(ShapeNode):
    """Markers, one for each point: ``Points([(1, 3), (2, 5)], marker="diamond")``."""

    def __init__(
        self,
        points: Iterable[DataPoint],
        *,
        marker: Marker = "circle",
        radius: LengthLike | None = None,
        fill: ColorLike | None = CURRENT,
        stroke: ColorLike | None = None,
        stroke_width: LengthLike | None = None,
        **props: Unpack[ShapeProps],
    ) -> None:
        """Draw markers.

        Args:
            points: one at least.
            marker: ``circle``, ``square``, ``triangle``, ``diamond``, ``plus`` or ``cross``; all look equally large.
            radius: of the circle, in px; ``{space.xs}`` where it is left out.
            fill: the colour; lines of ``plus`` and ``cross`` have it too.
            stroke: an outline, such as the background's colour where markers touch.
            stroke_width: in px.
            props: ``allow``, and ``key`` for arrows that lead to it.

        Raises:
            LayoutkitError: no point, or what is none (``bad-value``).
        """
        own = points_of(points, "Points")
        self._make(
            lambda frame: Outline(Path(()), tuple(frame.places(*zip(*own, strict=True)))), props,
            fill=fill, stroke=stroke, stroke_width=stroke_width, radius=radius, marker=marker,
        )  # fmt: skip
