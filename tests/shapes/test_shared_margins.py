"""Charts that share their axes, and the margins around their plots."""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from layoutkit import Card, Column, Grid, Heading, Node, Row, Text, load_theme
from layoutkit.chart import Axis, Chart, bars, columns, line, rule, shared_axes
from layoutkit.layout.arrange import arrange
from layoutkit.renderer import Renderer
from layoutkit.style.resolve import resolve
from tests.nodes.faults import fault

if TYPE_CHECKING:
    from layoutkit.geometry import Rect
    from layoutkit.layout.tree import PlacedBox
    from layoutkit.style.styled import Styled


def plots(*nodes: Node, width: float = 1000.0) -> list[Rect]:
    """Where the drawings of all charts are, in px from the figure's top-left."""
    theme = load_theme()
    root = arrange(resolve(Column(*nodes), theme, Renderer(theme).typesetter, language="en"), width).root
    return list(_plots(root, 0.0, 0.0))


def _plots(box: PlacedBox[Styled], x: float, y: float) -> list[Rect]:
    here = box.rect.moved(x, y)
    found = [here] if box.box.element.kind == "Drawing" else []
    return found + [inner for child in box.children for inner in _plots(child, here.x, here.y)]


def cards(**shared: Any) -> list[Node]:  # noqa: ANN401 - keywords of charts
    long = "a heading that takes two lines in its card"
    charts = (
        Chart(line([1, 2, 3]), y="a title", x="epoch", lines=6, **shared),
        Chart(line([1e6, 2e6, 4.5e6], label="named at its end"), lines=6, **shared),
        Chart(columns({"a name of many letters": 1, "another, as long as that": 2}), lines=6, **shared),
    )
    titles = ("one", long, "three")
    return [Card(Heading(name), chart, basis=0, grow=1) for name, chart in zip(titles, charts, strict=True)]


def test_plots_differ_where_margins_are_not_shared() -> None:
    assert len({round(plot.width) for plot in plots(Row(*cards(), gap=20))}) > 1


@pytest.mark.parametrize("width", [760.0, 1000.0])
def test_plots_in_cards_of_a_row_are_equally_wide_and_stand_on_one_line(width: float) -> None:
    found = plots(Row(*cards(margins="all"), gap=20), width=width)
    assert len(found) == 3
    assert [plot.width for plot in found] == pytest.approx([found[0].width] * 3)
    assert [plot.bottom for plot in found] == pytest.approx([found[0].bottom] * 3)
    assert [plot.height for plot in found] == pytest.approx([found[0].height] * 3)
    apart = [other.x - one.x for one, other in pairwise(found)]
    assert apart[0] == pytest.approx(apart[1])


def test_plots_one_below_the_other_begin_and_end_on_one_line() -> None:
    found = plots(*cards(margins="all"))
    assert [plot.x for plot in found] == pytest.approx([found[0].x] * 3)
    assert [plot.right for plot in found] == pytest.approx([found[0].right] * 3)


def test_groups_of_other_names_are_left_alone() -> None:
    def pair(one: str, other: str) -> list[float]:
        charts = Chart(line([1, 2]), lines=4, margins=one), Chart(line([1e6, 2e6]), lines=4, margins=other)
        return [plot.width for plot in plots(*charts)]

    same, apart = pair("a", "a"), pair("a", "b")
    assert same[0] == pytest.approx(same[1])
    assert apart[0] > apart[1] + 10


def test_a_chart_alone_is_as_wide_as_without() -> None:
    (alone,) = plots(Chart(line([1, 2]), margins="a"))
    (plain,) = plots(Chart(line([1, 2])))
    assert alone.width == pytest.approx(plain.width)


def test_margins_reach_into_grids_and_nested_boxes() -> None:
    one, two = (Chart(line([value, 2 * value]), lines=4, margins=("a", 1)) for value in (1, 1e6))
    found = plots(Grid(Card(one), Card(Text("beside"), Column(two)), columns=2, gap=20))
    assert found[0].width == pytest.approx(found[1].width)
    assert found[0].bottom == pytest.approx(found[1].bottom)


def test_shared_axes_reach_over_all_charts() -> None:
    x, y = shared_axes(line([1, 2, 3]), [line([(5, 40), (9, 80)]), rule(y=120)], x="step", y=Axis("loss", format=".0f"))
    assert (x.title, x.domain) == ("step", (0, 9))
    assert (y.title, y.format) == ("loss", ".0f")
    assert y.domain == (1, 120)


def test_shared_axes_of_bars_names_dates_and_logs() -> None:
    _, y = shared_axes(columns({"a": 3}), columns({"b": -2}))
    assert y.domain == (-2, 3)
    x, y = shared_axes(bars({"a": 3}), bars({"b": 7}))
    assert (x.domain, y.domain) == ((0, 7), None)
    x, _ = shared_axes(
        line([(date(2024, 1, 1), 1), (date(2024, 2, 1), 3)]), line([(date(2024, 3, 1), 2), (date(2024, 5, 1), 2)])
    )
    assert x.domain == (datetime(2024, 1, 1), datetime(2024, 5, 1))  # noqa: DTZ001 - as calendars show it
    _, y = shared_axes(line([1, 10]), line([1000, 2000]), y=Axis(scale="log"))
    assert y.domain == (1, 10000)
    _, y = shared_axes(line([1, 10]), y=Axis(domain=(0, 5)))
    assert y.domain == (0, 5)


def test_margins_that_are_no_word_are_refused() -> None:
    with fault("bad-value") as found:
        Chart(line([1, 2]), margins=["a"])  # type: ignore[arg-type]
    assert found.hint == 'use a word, such as "runs"'


@pytest.mark.parametrize(
    ("charts", "message"),
    [
        ((), "shared_axes is given a chart without marks"),
        (([],), "shared_axes is given a chart without marks"),
        ((["a"],), "shared_axes is given 'a', which is not a mark"),
        ((line([1, 2]), line({"a": 1})), "along x one chart has numbers and another has names"),
    ],
)
def test_what_has_no_axes_in_common_is_refused(charts: Any, message: str) -> None:  # noqa: ANN401 - wrong on purpose
    with fault("bad-value") as found:
        shared_axes(*charts)
    assert found.message == message
