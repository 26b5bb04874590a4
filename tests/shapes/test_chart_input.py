"""Data that cannot be drawn is told at the author's line; what can be drawn in some way is drawn."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import layoutkit.chart
from layoutkit import Column, LayoutkitError, Theme, figure, load_theme
from layoutkit.chart import Axis, Chart, area, bars, columns, heatmap, line, note, points, rule
from layoutkit.shapes import Curve, OutlinePath

MAKERS = [line, area, points, columns, bars]
LONG = "uma categoria cujo nome tem oitenta letras, com espaços e tudo o mais que se lê"


def drawn(*marks: Any, **props: Any) -> bytes:  # noqa: ANN401 - marks of any kind
    @figure(title="Chart", alt="A chart.", language="en")
    def made(_: Theme) -> Column:
        return Column(Chart(*marks, **props))

    return made.render(load_theme(), "svg")


def message(call: Any) -> str:  # noqa: ANN401 - any call
    with pytest.raises(LayoutkitError) as caught:
        call()
    (told,) = caught.value.diagnostics
    assert told.places[0].path == Path(__file__), "the author's line is in this file"
    return told.message


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("empty", [[], {}, ()])
def test_empty_data_is_refused(make: Any, empty: object) -> None:  # noqa: ANN401 - any mark
    assert message(lambda: make(empty)) == "the data is empty"


@pytest.mark.parametrize("make", MAKERS)
def test_one_point_is_drawn(make: Any) -> None:  # noqa: ANN401 - any mark
    assert b"<path" in drawn(make([3]))


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("value", [0, 3, -2, 1e-9])
def test_values_that_are_all_equal_are_drawn(make: Any, value: float) -> None:  # noqa: ANN401 - any mark
    assert b"<svg" in drawn(make([value] * 3))


@pytest.mark.parametrize("make", MAKERS)
def test_nan_and_none_are_gaps(make: Any) -> None:  # noqa: ANN401 - any mark
    assert b"<svg" in drawn(make([1, math.nan, 3, None, 2, 4]))


@pytest.mark.parametrize("make", MAKERS)
def test_data_without_any_number_is_refused(make: Any) -> None:  # noqa: ANN401 - any mark
    assert "no number" in message(lambda: Chart(make([math.nan, None])))


@pytest.mark.parametrize("value", [math.inf, -math.inf])
def test_infinities_are_refused(value: float) -> None:
    assert message(lambda: line([1, value])) == "the data has an infinite number"


@pytest.mark.parametrize("count", [100_001, 1_000_000])
def test_too_many_points_are_refused_with_their_number(count: int) -> None:
    assert message(lambda: line([0.0] * count)) == f"the data has {count} points; at most 100000 can be drawn"


@pytest.mark.parametrize(
    "data",
    [[1e-300, 2e-300], [1e299, 1e300], [-1e300, 1e300], [1e-300, 1e300], [0, 5e-324], [1e15, 1e15 + 1]],
)
@pytest.mark.parametrize("make", MAKERS)
def test_very_small_and_very_large_numbers_are_drawn(make: Any, data: list[float]) -> None:  # noqa: ANN401 - any mark
    text = drawn(make(data)).decode()
    assert "nan" not in text
    assert "inf" not in text.replace("Inference", "")


def test_numbers_beyond_that_are_refused() -> None:
    assert message(lambda: line([1, 1e301])) == "the data has 1e+301"
    assert message(lambda: line([1, 10**400])) == "the data has a number of 401 digits"


@pytest.mark.parametrize("wrong", [0, -2])
def test_a_log_axis_refuses_what_has_no_logarithm(wrong: float) -> None:
    told = message(lambda: Chart(line([(1, 5), (2, wrong)]), y=Axis(scale="log")))
    assert told == f"this Chart cannot be drawn: {wrong} has no place on a logarithmic scale"


def test_columns_have_no_log_axis_as_they_stand_on_zero() -> None:
    assert "0 has no place on a logarithmic scale" in message(lambda: Chart(columns([1, 10]), y=Axis(scale="log")))


@pytest.mark.parametrize("decades", [1, 30, 600])
def test_log_axes_have_a_few_ticks_however_many_decades(decades: int) -> None:
    text = drawn(line([(1, 10.0 ** (-decades / 2)), (2, 10.0 ** (decades / 2))]), y=Axis(scale="log")).decode()
    assert 2 <= text.count("⁻") <= 40 or decades == 1


def test_too_many_categories_are_refused_with_their_number() -> None:
    names = {f"name {i}": i for i in range(500)}
    assert message(lambda: Chart(columns(names))) == (
        "this Chart cannot be drawn: the data has 500 names; at most 60 can be read"
    )


@pytest.mark.parametrize("make", [columns, bars])
def test_long_names_are_broken_into_lines(make: Any) -> None:  # noqa: ANN401 - any mark
    @figure(title="Gráfico", alt="Colunas com nomes longos.", language="pt-BR")
    def made(t: Theme) -> Column:
        return Column(Chart(make({LONG: 3, "curto": 2})), padding=t.space.l)

    assert [finding.message for finding in made.check(load_theme())] == []


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ([1, "dois", 3], "y 2 is the text 'dois', the others are numbers"),
        ([(1, 2), ("x", 3)], "x 2 is the text 'x', the others are numbers"),
        ([(1, 2), 3], "the data has pairs and single values: point 2 is 3"),
        ([1, True], "the data has True, which is neither a number nor a name"),
        ([1, {}], "the data has {}, which is neither a number nor a name"),
        ([1, 2j], "the data has 2j, which has no place on a line"),
        (7, "the data is 7; expected a list, a dict, a table or the path of a CSV file"),
        (b"abc", "the data is b'abc'; expected a list, a dict, a table or the path of a CSV file"),
    ],
)
def test_data_of_mixed_kinds_is_refused_with_its_place(data: object, told: str) -> None:
    assert message(lambda: line(data)) == told


def test_columns_of_names_alone_are_refused() -> None:
    assert message(lambda: columns({"a": "b"})) == "value 1 is the text 'b'; expected a number"


@pytest.mark.parametrize("value", [Decimal("2.5"), Fraction(5, 2), 2])
def test_numbers_of_other_kinds_are_numbers(value: object) -> None:
    assert line([1, value]).y == (1.0, float(value))  # type: ignore[arg-type]


def test_columns_of_different_lengths_are_refused() -> None:
    table = {"x": [1, 2, 3], "y": [4, 5]}
    assert message(lambda: line(table, x="x", y="y")) == "the columns differ in length: 'x' 3, 'y' 2"


@pytest.mark.parametrize("height", [0, -1, 2, 1e9, math.nan])
def test_a_height_that_no_page_has_is_refused(height: float) -> None:
    assert "lines of height" in message(lambda: Chart(line([1, 2]), lines=height))


@pytest.mark.parametrize("data", ["M 0 0 L", "M 0 0 X 1 1", "0 1", "M 0 0 L nan 1", "M0 0 L 1e9 1"])
def test_a_path_with_an_error_is_told(data: str) -> None:
    assert message(lambda: OutlinePath(data))


def test_a_domain_without_length_is_refused() -> None:
    assert "has no length" in message(lambda: Chart(line([1, 2]), y=Axis(domain=(1, 1))))


def test_a_curve_through_equal_points_is_drawn() -> None:
    assert Curve([(0, 0), (0, 0), (0, 0)], curve="natural")


def test_a_heat_map_of_too_many_cells_is_refused() -> None:
    names = [str(i) for i in range(60)]
    told = message(lambda: heatmap([[1.0] * 60] * 60, x=names, y=names))
    assert told == "the heat map has 3600 cells; at most 2500 can be drawn"


UNTYPED: Any = layoutkit.chart
"""What type checkers would refuse can be written."""


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: UNTYPED.Chart(line([1, 2]), "loss"), "this Chart contains 'loss', which is not a mark"),
        (lambda: UNTYPED.Chart([1, 2]), "this Chart contains [1, 2], which is not a mark"),
        (UNTYPED.Chart, "this Chart has no mark"),
        (lambda: UNTYPED.Chart(line([1, 2]), lines="many"), "this Chart has 'many' lines of height"),
        (lambda: UNTYPED.Axis(scale="sqrt"), "scale is 'sqrt'; expected one of linear, log, time"),
        (
            lambda: UNTYPED.Axis(domain=(0, math.nan)),
            "the domain of an Axis is (0, nan); expected two numbers, or two dates",
        ),
        (lambda: UNTYPED.Axis(domain="ab"), "the domain of an Axis is 'ab'; expected two numbers, or two dates"),
        (
            lambda: UNTYPED.Axis(ticks="auto"),
            "the ticks of an Axis are 'auto'; expected a number of ticks, values, or a dict",
        ),
        (lambda: UNTYPED.rule(y=None), "a rule needs x or y, and not both"),
        (lambda: UNTYPED.rule(y=math.nan), "a rule stands at nan; expected a number, a date or a name"),
        (lambda: UNTYPED.band(x=(1, None)), "a band stands at (1, None); expected two numbers or dates"),
        (lambda: UNTYPED.band(x=3), "a band stands at 3; expected two numbers or dates"),
        (lambda: UNTYPED.Chart(rule(y=0.5)), "this Chart cannot be drawn: the data has no number"),
        (
            lambda: UNTYPED.Chart(line({"a": 1, "b": 2}), rule(x="z")),
            "this Chart cannot be drawn: 'z' is none of the names of the scale: a, b",
        ),
        (
            lambda: UNTYPED.Chart(line([1, 2]), columns({"a": 3, "b": 4})),
            "along x one mark has names, and this one has numbers",
        ),
        (
            lambda: UNTYPED.Chart(line([1, 2]), note("a", 1, "x")),
            "along x one mark has names, and this one has numbers",
        ),
        (
            lambda: UNTYPED.Chart(columns({"a": 1}), bars({"a": 1})),
            "this Chart has lying bars and upright columns",
        ),
    ],
)
def test_what_is_no_chart_is_told(call: Any, told: str) -> None:  # noqa: ANN401 - any call
    assert message(call) == told


def test_rules_stand_at_columns_of_numbers() -> None:
    assert b"<svg" in drawn(columns([3, 1, 2]), rule(x=1, label="here"), rule(y=2))
