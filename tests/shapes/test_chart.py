"""Charts: what they show of the data, and where."""

from __future__ import annotations

import itertools
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layoutkit import Card, Column, LayoutkitError, Meter, Node, Row, Theme, figure, load_theme
from layoutkit.chart import Axis, Chart, Mark, area, band, bars, columns, heatmap, line, points, rule
from layoutkit.color import Color
from layoutkit.layout.arrange import arrange
from layoutkit.path import LineTo
from layoutkit.renderer import Renderer
from layoutkit.shapes import Drawing, Points
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
    with pytest.raises(LayoutkitError, match="'d', which is not a name of the data"):
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


YES_NO = {"x": ["yes", "no"], "y": ["yes", "no"]}


def test_a_heat_map_has_rows_from_top_to_bottom() -> None:
    chart = Chart(heatmap([[50, 2], [3, 45]], shown=True, **YES_NO))  # type: ignore[arg-type]
    found = texts(placed(chart))
    assert found["50"].y == found["2"].y < found["3"].y == found["45"].y
    assert found["50"].x < found["2"].x


def test_the_cells_of_a_heat_map_are_tinted_by_their_numbers() -> None:
    boxes = placed(Chart(heatmap([[10, 5], [-10, 0]], **YES_NO), legend_side="none"))  # type: ignore[arg-type]
    first, half, below, zero = (shape.fill for shape, _ in shapes(boxes, "Rectangle"))
    alphas = [fill.alpha for fill in (zero, half, first) if isinstance(fill, Color)]
    assert alphas == sorted(alphas)
    assert alphas[0] > 0
    assert below != first


def test_tints_begin_at_the_base() -> None:
    boxes = placed(Chart(heatmap([[20, 25], [30, 15]], base=20, below="negative", shown=True, **YES_NO)))  # type: ignore[arg-type]
    least, half, most, below = (shape.fill for shape, _ in shapes(boxes, "Rectangle"))
    alphas = [fill.alpha for fill in (least, half, most) if isinstance(fill, Color)]
    assert alphas == sorted(set(alphas))
    assert isinstance(below, Color)
    assert isinstance(half, Color)
    assert below != half
    assert below.alpha == half.alpha, "as far from the base"


@pytest.mark.parametrize(
    ("rows", "keywords", "expected"),
    [
        ([[1, 2], [3, 4]], {}, {"0", "4"}),
        ([[20, 25], [30, 29]], {"base": 20}, {"20", "30"}),
        ([[-1.5, 2], [3, 4]], {}, {"−4", "4"}),
    ],
)
def test_a_heat_map_without_numbers_has_a_key_of_its_tints(
    rows: list[list[float]], keywords: dict[str, float], expected: set[str]
) -> None:
    told = {"yes", "no"}
    assert texts(placed(Chart(heatmap(rows, **YES_NO, **keywords)))).keys() - told == expected  # type: ignore[arg-type]
    assert texts(placed(Chart(heatmap(rows, **YES_NO, **keywords), legend_side="none"))).keys() == told  # type: ignore[arg-type]


def test_cells_without_a_number_are_left_out_or_say_so() -> None:
    rows = [[1.0, None], [2.0, 3.0]]
    plain = placed(Chart(heatmap(rows, **YES_NO), legend_side="none"))  # type: ignore[arg-type]
    told = placed(Chart(heatmap(rows, empty="−∞", **YES_NO), legend_side="none"))  # type: ignore[arg-type]
    assert len(shapes(plain, "Rectangle")) == 3
    assert len(shapes(told, "Rectangle")) == 4
    assert "−∞" in texts(told)


def test_a_heat_map_has_words_below_its_numbers() -> None:
    words = [["hits", "misses"], ["false alarms", "rejections"]]
    found = texts(placed(Chart(heatmap([[5, 2], [3, 4]], shown=True, words=words, **YES_NO))))  # type: ignore[arg-type]
    assert found["5"].bottom <= found["hits"].y
    assert found["5"].center.x == pytest.approx(found["hits"].center.x)


def test_a_heat_map_of_a_table_has_a_cell_for_each_row() -> None:
    table = {"from": ["a", "a", "b"], "to": ["a", "b", "b"], "weight": [1, 0.5, 0.25]}
    found = texts(placed(Chart(heatmap(table, x="to", y="from", value="weight", shown=True))))
    assert {"1", "0.5", "0.25", "a", "b"} <= found.keys()


def test_arrows_lead_to_cells_by_their_names() -> None:
    chart = Chart(heatmap([[5, 2], [3, 4]], x=["cat", "dog"], y=["was cat", "was dog"]))
    assert chart.part("was dog", "cat") is not chart.part("was dog", "dog")


@pytest.mark.parametrize(
    ("data", "names", "message"),
    [
        ([[1, 2], [3]], YES_NO, "row 2 has 1 numbers; there are 2 names"),
        ([[1, 2]], YES_NO, "1 rows and 2 names"),
        ([[1, 2], [3, 4]], {"x": "a", "y": "b"}, "needs the names"),
        ([[1, "x"], [3, 4]], YES_NO, "value 2 is the text 'x'"),
        ([[None, None], [None, None]], YES_NO, "no number"),
        ("nothing", YES_NO, "expected rows"),
        ([[1, 2], [3, 4]], {**YES_NO, "of": 2}, "from -2 to 2, not 3"),
        ([[1, 2], [3, 4]], {**YES_NO, "of": 2, "base": 2}, "tints from 2 to 2"),
        ([[1, 2], [3, 4]], {**YES_NO, "words": [["a"]]}, "4 cells and 1 words"),
    ],
)
def test_a_heat_map_that_cannot_be_drawn_says_why(data: object, names: dict[str, object], message: str) -> None:
    with pytest.raises(LayoutkitError, match=message):
        heatmap(data, **names)  # type: ignore[arg-type]


def test_points_have_names_at_the_places_that_are_asked_for() -> None:
    mark = points([(1, 1), (2, 2)], names=["cat", "dog"], anchor={"dog": "right"})
    boxes = placed(Chart(mark, x=Axis(domain=(0, 3)), y=Axis(domain=(0, 3))))
    plot = next(box.rect for box in boxes if box.box.element.kind == "Drawing")
    found = texts(boxes)
    assert found["cat"].center.x == pytest.approx(plot.x + plot.width / 3)
    assert found["cat"].bottom < plot.y + plot.height * 2 / 3
    assert found["dog"].right < plot.x + plot.width * 2 / 3


@pytest.mark.parametrize(
    ("keywords", "message"),
    [
        ({"names": ["a"]}, "2 points and 1 names"),
        ({"names": ["a", "b"], "anchor": {"c": "top"}}, "'c', which is the name"),
    ],
)
def test_names_of_points_that_do_not_fit_are_told(keywords: dict[str, object], message: str) -> None:
    with pytest.raises(LayoutkitError, match=message):
        points([1, 2], **keywords)  # type: ignore[arg-type]


def test_columns_of_zero_draw_no_bar_but_say_their_value() -> None:
    boxes = placed(Chart(columns({"a": 1, "b": 0}, shown=True)))
    assert len(shapes(boxes, "Rectangle")) == 1
    assert "0" in texts(boxes)


@pytest.mark.parametrize(("mark", "lines"), [(bars({"a": 1, "b": 2, "c": 3}), 5.25), (line([1, 2]), 10)])
def test_charts_are_as_high_as_their_bars_need(mark: object, lines: float) -> None:
    plot = next(box.rect for box in placed(Chart(mark)) if box.box.element.kind == "Drawing")  # type: ignore[arg-type]
    assert plot.height == pytest.approx(lines * load_theme().type.small.line_height)


def test_some_names_of_an_axis_may_be_written() -> None:
    found = texts(placed(Chart(columns({str(i): i for i in range(2000, 2040)}), x=Axis(ticks=["2000", "2020"]))))
    assert {"2000", "2020"} <= found.keys()
    assert "2001" not in found


def test_ticks_at_names_that_the_data_does_not_have_are_told() -> None:
    with pytest.raises(LayoutkitError, match="'z' is none of the names"):
        Chart(columns(THREE), x=Axis(ticks=["z"]))


def test_bars_and_meters_of_almost_equal_values_are_no_near_miss() -> None:
    @figure(title="Values", alt="Values that are almost equal.", language="en")
    def values(t: Theme) -> Node:
        chart = Chart(columns({"a": 0.9, "b": 0.906}), columns({"a": 0.899, "b": 0.9}))
        return Column(chart, Meter(0.907), Meter(0.91), gap=t.space.l)

    assert [found.rule for found in values.check(load_theme()) if found.rule == "near-miss"] == []


def test_the_room_between_the_shapes_of_a_drawing_is_not_empty() -> None:
    @figure(title="Points", alt="Two points far from each other.", language="en")
    def apart(t: Theme) -> Node:
        dots = Points([(0.1, 0.1), (0.9, 0.9)], fill=t.color.accent_edge)
        return Column(Card(Drawing(dots, aspect_ratio=1.0)))

    assert [found.rule for found in apart.check(load_theme()) if found.rule == "empty"] == []


def test_stacked_areas_stand_on_one_another() -> None:
    boxes = placed(Chart(area([2, 2], label="a"), area([1, 3], label="b", stacked=True), lines=10))
    lower, upper = (rect for _, rect in shapes(boxes, "Area"))
    plot = next(box.rect for box in boxes if box.box.element.kind == "Drawing")
    assert lower.bottom == pytest.approx(plot.bottom)
    assert upper.bottom == pytest.approx(lower.y)
    assert upper.y < lower.y


def test_a_stacked_area_needs_no_base() -> None:
    with pytest.raises(LayoutkitError, match="is stacked and has a base"):
        area([1, 2], base=1, stacked=True)


def test_whole_numbers_have_whole_ticks() -> None:
    found = texts(placed(Chart(line([1, 3, 2, 4]))))
    assert {"0", "1", "2", "3", "4"} >= {text for text in found if text.strip()}
    assert "0.4" in texts(placed(Chart(line([0.5, 1.5]))))


@pytest.mark.parametrize("lines", [3, 5, 7, 10, 20])
def test_ticks_beside_a_chart_keep_apart(lines: float) -> None:
    boxes = placed(Chart(line([0.1, 0.9, 0.4]), lines=lines))
    height = load_theme().type.small.line_height
    tops = sorted(rect.y for text, rect in texts(boxes).items() if rect.x < 60)
    assert len(tops) >= 2
    assert all(b - a >= height - 1 for a, b in itertools.pairwise(tops))


@given(
    series=st.lists(
        st.tuples(
            st.lists(st.one_of(st.integers(-50, 50), st.none()), min_size=2, max_size=6).filter(any),
            st.integers(1, 32),
            st.sampled_from([line, area]),
        ),
        min_size=1,
        max_size=7,
    ),
    lines=st.integers(3, 14),
    width=st.sampled_from([500, 800, 1600]),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_names_of_lines_never_lie_on_one_another(
    series: list[tuple[list[int | None], int, Any]], lines: int, width: float
) -> None:
    """They stand beside the ends of their lines, near enough to tell which is whose, or all in a legend above."""
    names = [f"{index}{'n' * length}" for index, (_, length, _) in enumerate(series)]
    marks = [make(values, label=name) for name, (values, _, make) in zip(names, series, strict=True)]
    boxes = placed(Chart(*marks, lines=lines), width=width)
    found = texts(boxes)
    overlaps = [
        (a, b)
        for a, b in itertools.combinations(found.values(), 2)
        if a.overlap(b).width > 0.01 and a.overlap(b).height > 0.01
    ]
    assert overlaps == []
    plot = [box.rect for box in boxes if box.box.element.kind == "Drawing"][-1]
    beside = [found[name].x >= plot.right for name in names]
    assert all(beside) or all(found[name].bottom <= plot.y for name in names)


@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=1, max_size=5), st.integers(5, 14))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_names_beside_lines_are_level_with_their_ends(series: list[tuple[int, int]], lines: int) -> None:
    """As nearly as they fit, and from top to bottom in the order of the ends."""
    boxes = placed(Chart(*(line(values, label=f"n{i}") for i, values in enumerate(series)), lines=lines))
    plot = [box.rect for box in boxes if box.box.element.kind == "Drawing"][-1]
    names = [texts(boxes)[f"n{i}"] for i in range(len(series))]
    if names[0].x < plot.right:
        return  # they stand in a legend
    curves = [(shape.path.ops[-1], rect) for shape, rect in shapes(boxes, "Curve")]
    ends = [rect.y + end.y * rect.height for end, rect in curves if isinstance(end, LineTo)]
    height = load_theme().type.small.line_height
    assert all(abs(name.center.y - end) <= 1.25 * height + 1 for name, end in zip(names, ends, strict=True))
    order = sorted(range(len(series)), key=lambda i: names[i].y)
    assert all(ends[a] <= ends[b] + 0.01 for a, b in itertools.pairwise(order))


def test_lines_differ_by_markers_where_dashes_are_used_up() -> None:
    boxes = placed(Chart(*(line([i, i + 1], label=f"n{i}") for i in range(7)), legend_side="none"))
    dashes = [bool(shape.dash) for shape, _ in shapes(boxes, "Curve")]
    markers = [shape.marker for shape, _ in shapes(boxes, "Points")]
    assert dashes == [False, True, True, False, True, True, False]
    assert markers == ["circle", "circle", "circle", "square"]


def test_a_long_line_has_some_markers_and_all_where_the_author_asks() -> None:
    data = list(range(100))
    lines = [line(data, label=f"n{i}") for i in range(4)]
    chosen = shapes(placed(Chart(*lines, legend_side="none")), "Points")
    asked = shapes(placed(Chart(line(data, marker="circle"))), "Points")
    assert [len(shape.points) for shape, _ in (*chosen, *asked)] == [11, 100]


def test_a_rule_is_seen_on_bars_of_its_own_colour() -> None:
    boxes = placed(Chart(bars({"a": 3, "b": 1}, tone="accent"), rule(x=2, tone="accent")))
    halo, dashes = (shape for shape, rect in shapes(boxes, "Line")[-2:])
    assert halo.stroke == load_theme().color.surface
    assert halo.width > 2 * dashes.width


@pytest.mark.parametrize(
    ("mark", "expected"), [(points([(0, 0), (1, 1)]), True), (line([(0, 0), (1, 1)]), False), (columns([1, 2]), False)]
)
def test_values_are_read_along_x_of_points_alone(mark: Mark, *, expected: bool) -> None:
    upright = [rect for _, rect in shapes(placed(Chart(mark)), "Line") if rect.height > rect.width]
    assert bool(upright) == expected


def test_long_names_stand_in_a_legend() -> None:
    long = "a name that is longer than a chart is wide"
    boxes = placed(Chart(line([1, 2], label=long)))
    plot = [box.rect for box in boxes if box.box.element.kind == "Drawing"][-1]
    assert texts(boxes)[long].bottom <= plot.y


def plot_height(boxes: list[PlacedBox[Styled]]) -> float:
    """The height of the plot: the first drawing."""
    return next(box.rect.height for box in boxes if box.box.element.kind == "Drawing")


@pytest.mark.parametrize("margins", [None, "runs"])
@pytest.mark.parametrize("more", [{}, {"x": "epoch", "y": "loss"}, {"y": Axis("loss", title_angle=-90)}])
def test_a_plot_takes_the_height_that_its_chart_is_given(margins: str | None, more: dict[str, Any]) -> None:
    def chart(**props: Any) -> Node:  # noqa: ANN401 - keywords of every box
        return Chart(line([3, 2, 1], label="seen"), margins=margins, **more, **props)

    usual = placed(chart())
    whole = usual[1].rect.height
    ways = {
        "height": chart(height=whole + 300),
        "min_height": chart(min_height=whole + 300),
        "grow": Column(chart(grow=1), height=whole + 300),
        "stretched": Row(chart(grow=1, margin_top=0), height=whole + 300),
    }
    heights = {way: plot_height(placed(node)) - plot_height(usual) for way, node in ways.items()}
    assert heights == pytest.approx(dict.fromkeys(ways, 300))


def test_ticks_stay_level_with_their_places_in_a_high_plot() -> None:
    y = Axis(domain=(1, 3), ticks=[1, 3])
    boxes = placed(Chart(line([3, 2, 1]), x=Axis(labels=False), y=y, height=600))
    plot = next(box.rect for box in boxes if box.box.element.kind == "Drawing")
    names = texts(boxes)
    assert [names["3"].center.y, names["1"].center.y] == pytest.approx([plot.y, plot.bottom])


@pytest.mark.parametrize("lines", [None, 3])
def test_cells_are_as_high_as_what_is_written_in_them(lines: float | None) -> None:
    words = [["rain", "sun"], ["wind", "fog"]]
    mark = heatmap([[50, 2], [3, 45]], x=["a", "b"], y=["c", "d"], shown=True, role="number", words=words)
    found = texts(placed(Chart(mark, lines=lines)))
    assert found["50"].bottom <= found["rain"].y
    assert found["rain"].bottom <= found["3"].y + 0.01
