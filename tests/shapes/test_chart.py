"""Charts: what they show of the data, and where."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from layoutkit import Column, LayoutkitError, Node, load_theme
from layoutkit.chart import Axis, Chart, band, bars, columns, line, points, rule
from layoutkit.layout.arrange import arrange
from layoutkit.renderer import Renderer
from layoutkit.style.content import ShapeContent, TextContent
from layoutkit.style.resolve import resolve

if TYPE_CHECKING:
    from layoutkit.geometry import Rect
    from layoutkit.layout.tree import PlacedBox
    from layoutkit.style.styled import Styled

THREE = {"a": 1250, "b": 500, "c": 250}


@cache
def renderer() -> Renderer:
    return Renderer(load_theme())


def placed(chart: Node, *, language: str = "en", width: float = 800) -> list[PlacedBox[Styled]]:
    """All boxes of a chart, in the order in which they are painted."""
    root = Column(chart, width=width)
    return every(arrange(resolve(root, load_theme(), renderer().typesetter, language=language), width).root)


def every(box: PlacedBox[Styled], x: float = 0, y: float = 0) -> list[PlacedBox[Styled]]:
    """A box and all inside, their rectangles from the figure's top-left corner."""
    rect = box.rect.moved(x, y)
    return [replace(box, rect=rect), *(inner for child in box.children for inner in every(child, rect.x, rect.y))]


def texts(boxes: list[PlacedBox[Styled]]) -> dict[str, Rect]:
    """Where each text stands."""
    return {box.box.content.text: box.rect for box in boxes if isinstance(box.box.content, TextContent)}


def shapes(boxes: list[PlacedBox[Styled]], kind: str) -> list[tuple[ShapeContent, Rect]]:
    found = [(box.box.content, box.rect) for box in boxes if box.box.element.kind == kind]
    return [(content, rect) for content, rect in found if isinstance(content, ShapeContent)]


@pytest.mark.parametrize(
    ("axis", "language", "expected"),
    [
        (Axis(ticks=[0, 1000]), "en", {"0", "1000"}),
        (Axis(ticks=[0, 1000], format=",.0f"), "en", {"0", "1,000"}),
        (Axis(ticks=[0, 1000], format=",.0f"), "pt-BR", {"0", "1.000"}),
        (Axis(ticks=[0, 1000], format=",.1f"), "pt-BR", {"0,0", "1.000,0"}),
        (Axis(ticks={0: "none", 1000: "a lot."}), "pt-BR", {"none", "a lot."}),
        (Axis(ticks=[0, 1000], format=lambda tick: f"{tick / 1000:.1f}k"), "pt-BR", {"0.0k", "1.0k"}),
    ],
)
def test_ticks_are_written_as_the_axis_says(axis: Axis, language: str, expected: set[str]) -> None:
    assert expected <= texts(placed(Chart(columns(THREE), y=axis), language=language)).keys()


@pytest.mark.parametrize(
    ("shown", "expected"),
    [(True, "1250"), (",.0f", "1,250"), (lambda value: f"{value / 1000:.2f} thousand", "1.25 thousand")],
)
@pytest.mark.parametrize("make", [columns, bars])
def test_values_are_written_as_the_mark_says(make: object, shown: object, expected: str) -> None:
    assert callable(make)
    assert expected in texts(placed(Chart(make(THREE, shown=shown))))


def test_a_format_that_python_does_not_know_is_told_at_the_mark() -> None:
    with pytest.raises(LayoutkitError, match="the format of a number is 'zz'") as caught:
        Chart(columns(THREE, shown="zz"))
    assert caught.value.diagnostics[0].rule == "bad-value"


def test_columns_have_tones_one_by_one() -> None:
    fills = [shape.fill for shape, _ in shapes(placed(Chart(columns(THREE, tone={"b": "positive"}))), "Rectangle")]
    theme = load_theme()
    assert fills[1] == theme.color.positive
    assert fills[0] == fills[2] == theme.color.accent_edge


def test_a_tone_for_no_column_is_told() -> None:
    with pytest.raises(LayoutkitError, match="'d', which is no name of the data"):
        columns(THREE, tone={"d": "accent"})


def test_groups_of_columns_differ_in_more_than_colour() -> None:
    boxes = placed(Chart(columns(THREE, label="one"), columns(THREE, label="two"), columns(THREE, label="three")))
    looks = [(shape.fill is None, bool(shape.dash)) for shape, _ in shapes(boxes, "Rectangle")]
    samples, first, second, third = looks[:3], looks[3:6], looks[6:9], looks[9:12]
    assert samples == [(False, False), (False, False), (True, True)]
    assert [first[0], second[0], third[0]] == samples
    fills = {str(shape.fill) for shape, _ in shapes(boxes, "Rectangle")[3:9]}
    assert len(fills) == 2


def test_columns_stand_on_a_line_at_zero() -> None:
    boxes = placed(Chart(columns({"a": 3, "b": -2})))
    foot = shapes(boxes, "Line")[-1][1]
    above, below = (rect for _, rect in shapes(boxes, "Rectangle"))
    assert foot.y == pytest.approx(above.bottom) == pytest.approx(below.y)


def test_ticks_at_the_ends_keep_inside_the_chart_where_nothing_is_beside_it() -> None:
    boxes = placed(Chart(line([(0, 1), (1000, 2)]), y=Axis(labels=False)))
    found = texts(boxes)
    plot = next(box.rect for box in boxes if box.box.element.kind == "Drawing")
    assert found["0"].x == pytest.approx(plot.x)
    assert found["1000"].right == pytest.approx(plot.right)


def test_the_title_of_x_ends_where_the_chart_does() -> None:
    boxes = placed(Chart(line([1, 2], label="a long name beside the line"), x="epoch"))
    plot = next(box.rect for box in boxes if box.box.element.kind == "Drawing")
    assert texts(boxes)["epoch"].right == pytest.approx(plot.right)


def test_bands_lie_below_the_grid_and_their_names_above_all() -> None:
    boxes = placed(Chart(line([3, 1, 2]), band(x=(1, 2), label="here")))
    kinds = [box.box.element.kind for box in boxes]
    assert kinds.index("Band") < kinds.index("Line") < kinds.index("Curve") < kinds.index("At")


@pytest.mark.parametrize(
    ("mark", "near"),
    [
        (rule(x=1, label="here"), "y"),
        (rule(x=1, label="here", side="bottom"), "bottom"),
        (rule(y=2, label="here"), "right"),
        (rule(y=2, label="here", side="left"), "x"),
        (band(x=(0.5, 1.5), label="here"), "y"),
        (band(x=(0.5, 1.5), label="here", side="bottom"), "bottom"),
        (band(y=(1.5, 2), label="here"), "x"),
        (band(y=(1.5, 2), label="here", side="right"), "right"),
    ],
)
def test_names_stand_at_the_end_that_is_asked_for(mark: object, near: str) -> None:
    boxes = placed(Chart(line([3, 1, 2]), mark))  # type: ignore[arg-type]
    plot = next(box.rect for box in boxes if box.box.element.kind == "Drawing")
    assert getattr(texts(boxes)["here"], near) == pytest.approx(getattr(plot, near), abs=8.5)


def test_a_side_that_a_line_does_not_have_is_told() -> None:
    with pytest.raises(LayoutkitError, match="side"):
        rule(x=1, label="here", side="left")


@pytest.mark.parametrize(("domain", "overflow"), [((0, 2), "visible"), ((0, 1.5), "hidden")])
def test_only_what_goes_beyond_an_axis_is_cut(domain: tuple[float, float], overflow: str) -> None:
    boxes = placed(Chart(points([(0, 1), (1, 2)]), y=Axis(domain=domain)))
    assert [box.box.style.overflow for box in boxes if box.box.element.kind == "Drawing"] == [overflow]
