"""Curves go through their points, and a monotone one nowhere beyond them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutkit.curves import CurveShape, curve_through
from layoutkit.path import CurveTo, LineTo

HEIGHTS = st.lists(st.floats(-100, 100), min_size=2, max_size=12)


def at(start: tuple[float, float], op: CurveTo, t: float) -> tuple[float, float]:
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    return a * start[0] + b * op.x1 + c * op.x2 + d * op.x, a * start[1] + b * op.y1 + c * op.y2 + d * op.y


@given(HEIGHTS, st.sampled_from(["linear", "monotone", "natural", "step", "step-after", "step-before"]))
def test_a_curve_meets_all_its_points(heights: list[float], shape: CurveShape) -> None:
    points = [(float(x), y) for x, y in enumerate(heights)]
    ops = curve_through(points, shape)
    met = {(round(op.x, 9), round(op.y, 6)) for op in ops if isinstance(op, LineTo | CurveTo)}
    missed = [point for point in points[1:] if (round(point[0], 9), round(point[1], 6)) not in met]
    assert missed == [] or shape == "step"  # a step changes halfway, and passes a point on the level
    assert ops[-1].x == points[-1][0]  # type: ignore[union-attr]


@given(HEIGHTS)
def test_a_monotone_curve_stays_between_its_points(heights: list[float]) -> None:
    points = [(float(x), y) for x, y in enumerate(heights)]
    here = points[0]
    for op, (x, y) in zip(curve_through(points, "monotone"), points[1:], strict=True):
        if isinstance(op, CurveTo):
            low, high = sorted((here[1], y))
            slack = 1e-6 * (1 + high - low)
            assert all(low - slack <= at(here, op, t / 20)[1] <= high + slack for t in range(21))
        here = x, y


@given(HEIGHTS.filter(lambda heights: len(heights) > 2))
def test_a_natural_curve_is_smooth(heights: list[float]) -> None:
    points = [(float(x), y) for x, y in enumerate(heights)]
    ops = [op for op in curve_through(points, "natural") if isinstance(op, CurveTo)]
    for before, after in pairwise(ops):
        assert before.y - before.y2 == pytest.approx(after.y1 - before.y, abs=1e-6)
