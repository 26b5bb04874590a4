"""Scales place data between the ends of an axis, and choose ticks that people read easily."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from layoutkit import LayoutkitError
from layoutkit.scales import BandScale, Frame, LinearScale, LogScale, PointScale, ScaleError, nice_domain, tick_step

NUMBERS = st.floats(-1e9, 1e9, allow_nan=False).filter(lambda value: value == 0 or abs(value) > 1e-6)


@pytest.mark.parametrize(
    ("first", "last", "count", "expected"),
    [
        (0, 100, 5, (0, 20, 40, 60, 80, 100)),
        (0, 1, 5, (0, 0.2, 0.4, 0.6, 0.8, 1)),
        (-3, 3, 3, (-2, 0, 2)),
        (0.13, 0.87, 4, (0.2, 0.4, 0.6, 0.8)),
        (100, 0, 5, (0, 20, 40, 60, 80, 100)),
        (0, 3e-4, 3, (0, 1e-4, 2e-4, 3e-4)),
    ],
)
def test_ticks_are_round_numbers(first: float, last: float, count: int, expected: tuple[float, ...]) -> None:
    assert LinearScale(first, last).ticks(count) == pytest.approx(expected)


@given(NUMBERS, NUMBERS, st.integers(1, 20))
def test_ticks_lie_between_the_ends_at_equal_distances(first: float, last: float, count: int) -> None:
    assume(abs(last - first) > 1e-6 * max(1.0, abs(first), abs(last)))
    ticks = LinearScale(first, last).ticks(count)
    low, high = sorted((first, last))
    slack = 1e-6 * (high - low)
    assert all(low - slack <= tick <= high + slack for tick in ticks)
    step = tick_step(first, last, count)
    gaps = [b - a for a, b in pairwise(ticks)]
    assert gaps == pytest.approx([step] * len(gaps), rel=1e-6)
    assert count / 3 - 1 <= len(ticks) <= 2.5 * count + 2


@given(NUMBERS, NUMBERS, st.integers(2, 12))
def test_a_nice_domain_holds_the_data_and_ends_at_ticks(first: float, last: float, count: int) -> None:
    low, high = nice_domain(first, last, count)
    slack = 1e-8 * abs(high - low)
    assert min(low, high) <= min(first, last) + slack
    assert max(low, high) >= max(first, last) - slack
    assert low != high


@given(st.floats(0.001, 1000), st.floats(0.001, 1000), st.floats(0, 1))
def test_a_logarithmic_scale_makes_equal_ratios_equally_far(first: float, last: float, share: float) -> None:
    assume(abs(math.log(last / first)) > 1e-3)
    scale = LogScale(first, last)
    value = math.exp(math.log(first) + share * (math.log(last) - math.log(first)))
    assert scale.fraction(value) == pytest.approx(share, abs=1e-6)


def test_powers_of_ten_are_the_ticks_of_a_logarithmic_scale() -> None:
    assert LogScale(1e-3, 1e2).ticks() == pytest.approx((1e-3, 1e-2, 0.1, 1, 10, 100))
    assert LogScale(2, 40).ticks() == pytest.approx((2, 5, 10, 20))
    assert len(LogScale(1e-300, 1e300).ticks(5)) <= 7


def test_names_have_bands_or_points() -> None:
    bands = BandScale(("a", "b", "c", "d"))
    assert [bands.fraction(name) for name in "abcd"] == [0.125, 0.375, 0.625, 0.875]
    assert bands.bandwidth == pytest.approx(0.2)
    assert [PointScale(("a", "b", "c")).fraction(name) for name in "abc"] == [0, 0.5, 1]
    assert PointScale(("a",)).fraction("a") == 0.5


def test_a_frame_begins_at_the_bottom_where_it_has_a_scale() -> None:
    assert Frame().place(0.25, 0.75) == (0.25, 0.75)
    assert Frame(LinearScale(0, 10), LinearScale(0, 4)).place(5, 1) == (0.5, 0.75)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: LinearScale(1, 1), "has no length"),
        (lambda: LinearScale(0, math.inf), "not a finite number"),
        (lambda: LinearScale(0, 10**400), "not a finite number"),
        (lambda: LogScale(1, 10**400), "not a finite number"),
        (lambda: LogScale(0, 1), "above 0"),
        (lambda: LogScale(1, 10).fraction(-1), "-1 has no place"),
        (lambda: BandScale(()), "one name at least"),
        (lambda: BandScale(("a", "a")), "'a' twice"),
        (lambda: BandScale(("a", "b")).fraction("c"), "none of the names"),
        (lambda: LinearScale(0, 1).fraction("a"), "not a finite number"),
        (lambda: Frame().across("a"), "not a finite number"),
    ],
)
def test_what_has_no_place_is_said(make: object, words: str) -> None:
    with pytest.raises((ScaleError, LayoutkitError), match=words):
        make()  # type: ignore[operator]
