"""Dates along an axis: where they stand, at which ticks, and how these are written."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutkit import LayoutkitError
from layoutkit.chart import Axis, Chart, band, columns, line, note, rule
from layoutkit.languages import language_for
from layoutkit.moments import Moment
from layoutkit.nodes.described import Described
from layoutkit.time_scale import TimeScale
from tests.shapes.test_chart import placed, shapes, texts

DAY = timedelta(1)
MONTHS = [(date(2021 + month // 12, month % 12 + 1, 1), month) for month in range(15)]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2000", "2010-03", "2000 2002 2004 2006 2008 2010"),
        ("2021-02", "2022-05", "2021-04 2021-07 2021-10 2022-01 2022-04"),
        ("2024-01-30", "2024-02-09", "2024-02-01 2024-02-03 2024-02-05 2024-02-07 2024-02-09"),
        ("2024-01-03", "2024-02-02", "2024-01-08 2024-01-15 2024-01-22 2024-01-29"),  # Mondays
        ("2024-01-01T21:00", "2024-01-02T21:00", "2024-01-02 2024-01-02T06:00 2024-01-02T12:00 2024-01-02T18:00"),
        ("2024-01-01T08:50", "2024-01-01T09:40", "2024-01-01T09:00 2024-01-01T09:15 2024-01-01T09:30"),
    ],
)
def test_ticks_are_beginnings_of_the_calendar(first: str, last: str, expected: str) -> None:
    assert TimeScale(Moment.read(first), Moment.read(last)).ticks(5) == tuple(map(Moment.read, expected.split()))


@given(st.floats(-719_000, 2_900_000), st.floats(1e-4, 700_000), st.integers(2, 20))
def test_ticks_of_any_span_lie_inside_and_are_about_as_many(first: float, span: float, count: int) -> None:
    found = TimeScale(first, first + span).ticks(count)
    assert all(first - 1e-6 <= tick <= first + span + 1e-6 for tick in found)
    assert len(found) <= 3 * count + 2
    assert all(a < b for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", {"Apr", "Jul", "Oct", "Jan", "2021", "2022"}),
        ("pt-BR", {"abr.", "jul.", "out.", "jan.", "2021", "2022"}),
        ("es", {"abr", "jul", "oct", "ene", "2021", "2022"}),
    ],
)
def test_ticks_are_written_in_the_language_of_the_figure(language: str, expected: set[str]) -> None:
    found = texts(placed(Chart(line(MONTHS)), language=language))
    assert expected <= found.keys()
    assert found["2022"].y > found[min(expected & {"Jan", "jan.", "ene"})].y, "the year stands below its first month"


def test_dates_stand_where_their_days_are_and_not_at_equal_distances() -> None:
    days = [(date(2024, 1, 1), 1), (date(2024, 1, 2), 1), (date(2024, 1, 11), 2)]
    boxes = placed(Chart(line(days, marker="circle"), rule(x=date(2024, 1, 6), label="half")))
    plot = next(box.rect for box in boxes if box.box.element.kind == "Drawing")
    upright = next(rect for shape, rect in shapes(boxes, "Line") if shape.dash)
    assert upright.center.x == pytest.approx(plot.center.x)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("%d/%m", "01/04"),
        ("%B de %Y", "abril de 2021"),
        ("%a", "qui."),
        (lambda clock: f"T{(clock.month + 2) // 3}", "T2"),
    ],
)
def test_the_author_says_how_dates_are_written(form: Any, expected: str) -> None:  # noqa: ANN401 - both kinds
    assert expected in texts(placed(Chart(line(MONTHS), x=Axis(format=form)), language="pt-BR"))


def test_long_dates_keep_inside_the_chart_at_its_ends() -> None:
    axis = Axis(ticks=[date(2021, 1, 1), date(2022, 3, 1)], format="%B de %Y")
    boxes = placed(Chart(line(MONTHS), x=axis), language="pt-BR")
    plot = next(box.rect for box in boxes if box.box.element.kind == "Drawing")
    assert texts(boxes)["janeiro de 2021"].x == pytest.approx(plot.x)
    assert texts(boxes)["março de 2022"].right == pytest.approx(plot.right)


def test_ticks_are_dates_of_the_author() -> None:
    axis = Axis(
        ticks={date(2021, 1, 1): "start", date(2021, 6, 1): "middle"}, domain=(date(2021, 1, 1), date(2021, 8, 1))
    )
    assert {"start", "middle"} <= texts(placed(Chart(line(MONTHS), x=axis))).keys()


def test_texts_are_dates_where_the_author_asks_for_time() -> None:
    data = [("2021-01", 1), ("2021-07-15", 3), ("2023", 2)]
    assert "2021-07-15" in texts(placed(Chart(line(data))))
    asked = Chart(line(data), x=Axis(scale="time", ticks=["2021", "2022"]))
    assert {"2021", "2022"} <= texts(placed(asked)).keys()


def test_columns_of_dates_are_named_in_the_language_and_only_some_of_many() -> None:
    few = texts(placed(Chart(columns(MONTHS[:3])), language="pt-BR"))
    assert {"jan.", "fev.", "mar.", "2021"} <= few.keys()
    many = texts(placed(Chart(columns(MONTHS)), language="pt-BR"))
    assert {"jan.", "abr."} <= many.keys()
    assert "fev." not in many


def test_a_zone_is_not_converted_and_a_missing_date_is_a_gap() -> None:
    there = datetime(2024, 1, 1, 12, tzinfo=timezone(timedelta(hours=-3)))
    assert line([(there, 1), (None, 2)]).x == (Moment.read("2024-01-01T12:00"), None)


def test_a_chart_says_dates_as_far_as_they_differ() -> None:
    chart = Chart(line(MONTHS, label="a"), x="month", y="sum")
    assert isinstance(chart, Described)
    assert "jan. de 2021; 0" in chart.speech.said_in(language_for("pt")).description


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: line([(date(2024, 1, 1), 1), (3, 2)]), "x 2 is the number 3, others are dates"),
        (lambda: line([(date(2024, 1, 1), 1), ("b", 2)]), "x 2 is the text 'b', others are dates"),
        (lambda: columns({"a": date(2024, 1, 1)}), "value 1 is the date 2024-01-01; expected a number"),
        (lambda: Chart(line([("May", 1)]), x=Axis(scale="time")), "x 1 is the text 'May'; the axis of time expects"),
        (lambda: Chart(line([1, 2]), x=Axis(scale="time")), "x 1 is the number 0; the axis of time expects a date"),
        (lambda: Chart(line(MONTHS), x=Axis(scale="log")), "dates have no place on a logarithmic scale"),
        (lambda: Chart(line(MONTHS), x=Axis(domain=(0, 1))), "give it two dates as domain"),
        (
            lambda: Chart(line([1, 2]), x=Axis(domain=(date(2021, 1, 1), date(2022, 1, 1)))),
            "its numbers are on an axis",
        ),
        (lambda: Chart(line(MONTHS), x=Axis(format=".1f")), "'.1f', which has no part of a date"),
        (lambda: Chart(line(MONTHS), rule(x=3)), "one mark has dates, and this one has numbers"),
        (lambda: Chart(line(MONTHS), band(x=(1, 2))), "one mark has dates, and this one has numbers"),
        (lambda: Chart(line([1, 2]), note(date(2021, 1, 1), 1, "x")), "one mark has dates, and this one has numbers"),
        (lambda: Chart(line(MONTHS), x=Axis(ticks=["soon"])), "the tick 'soon' is not a date"),
        (lambda: Chart(columns([(date(2000, 1, 1) + DAY * i, i) for i in range(500)])), "500 names; at most 400"),
    ],
)
def test_what_is_no_time_is_told(call: Any, told: str) -> None:  # noqa: ANN401 - any call
    with pytest.raises(LayoutkitError, match=told):
        call()


@pytest.mark.parametrize("days", [[date(1, 1, 1), date(9999, 12, 31)], [date(2024, 5, 1)], [date(2024, 5, 1)] * 2])
def test_dates_at_the_ends_of_the_calendar_and_single_ones_are_drawn(days: list[date]) -> None:
    assert texts(placed(Chart(line([(day, 1) for day in days]))))
