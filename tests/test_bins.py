"""Rectangles sorted by place: none that is near is missed, and few others are looked at."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from layoutkit.bins import Bins
from layoutkit.geometry import Rect

lengths = st.one_of(st.just(0.0), st.integers(0, 40).map(float), st.floats(0, 5000))
rects = st.builds(Rect, st.floats(-3000, 3000), st.floats(-3000, 3000), lengths, lengths)


def touch(one: Rect, other: Rect) -> bool:
    """Whether two rectangles have a point in common."""
    return one.x <= other.right and other.x <= one.right and one.y <= other.bottom and other.y <= one.bottom


@given(st.lists(rects, max_size=40), rects)
def test_all_that_touches_a_place_is_found_in_order(all_of_them: list[Rect], place: Rect) -> None:
    found = Bins((rect, number) for number, rect in enumerate(all_of_them)).near(place)
    assert found == [number for number, rect in enumerate(all_of_them) if touch(rect, place)]


def test_few_are_looked_at_among_many() -> None:
    looked_at: set[int] = set()

    class Watched(Rect):
        @property
        def right(self) -> float:
            looked_at.add(id(self))
            return self.x + self.width

    many = [Watched(20.0 * i, 20.0 * j, 15, 15) for i in range(60) for j in range(60)]
    bins = Bins((rect, rect) for rect in [*many, Watched(0, 0, 1200, 1200)])
    looked_at.clear()
    assert len(bins.near(Rect(310, 310, 40, 2))) == 4
    assert len(looked_at) < 20
