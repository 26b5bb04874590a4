"""Arrows lead to parts of components: a row of a table, a cell of a matrix, a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit import (
    Arrow,
    Bar,
    Bars,
    Card,
    Column,
    Divider,
    LayoutkitError,
    Matrix,
    Node,
    Row,
    Table,
    Text,
    TokenStrip,
    load_theme,
)
from layoutkit.chart import Chart, columns
from layoutkit.layout.arrange import arrange
from layoutkit.renderer import Renderer
from layoutkit.style.resolve import resolve

if TYPE_CHECKING:
    from layoutkit.layout.arrange import Placed
    from layoutkit.layout.tree import PlacedBox
    from layoutkit.style.styled import Styled


def placed(*nodes: Node) -> Placed:
    theme = load_theme()
    return arrange(resolve(Column(*nodes), theme, Renderer(theme).typesetter, language="en"), 1000)


def every(box: PlacedBox[Styled], x: float = 0.0, y: float = 0.0) -> list[tuple[PlacedBox[Styled], float, float]]:
    x, y = x + box.rect.x, y + box.rect.y
    return [(box, x, y), *(inner for child in box.children for inner in every(child, x, y))]


def parts() -> list[Node]:
    table = Table(("metric", "value"), [["ROUGE-1", "0.5"], ["BLEU", "0.3"]])
    strip = TokenStrip({"Token": ["the", "sky"], "Id": ["1", "2"]})
    chart = Chart(
        columns({"blue": 0.6, "green": 0.2}, label="before"), columns({"blue": 0.4, "green": 0.4}, label="after")
    )
    return [
        table, table.part("BLEU"), table, table.part("ROUGE-1", "value"),
        (matrix := Matrix([[1, 2], [3, 4]])), matrix.part(1, 0),
        strip, strip.part("Token", 1), (bars := Bars([Bar("a", 1, "1"), Bar("b", 2, "2")])), bars.part("b"),
        chart, chart.part("after", "green"), (card := Card(Row(key="mine", width=30, height=20))), card.part("mine"),
    ]  # fmt: skip


@pytest.mark.parametrize("number", range(7))
def test_an_arrow_ends_at_the_part(number: int) -> None:
    whole, part = parts()[2 * number : 2 * number + 2]
    arrow = Arrow(text := Text("from here"), part.right)
    found = placed(text, whole, arrow)
    (route,) = found.routes
    (_, x, y) = next(entry for entry in every(found.root) if entry[0].box.element is route.connector.end.element)
    box = next(box for box, *_ in every(found.root) if box.box.element is route.connector.end.element)
    tip = route.points[-1]
    assert tip.x == pytest.approx(x + box.rect.width, abs=0.6)
    assert y <= tip.y <= y + box.rect.height


def test_a_part_that_is_not_there_is_said() -> None:
    matrix = Matrix([[1, 2], [3, 4]])
    with pytest.raises(LayoutkitError, match=r"this node has no part with the key \(4, 0\)"):
        matrix.part(4, 0)
    with pytest.raises(LayoutkitError, match="2 parts with the key 'x'"):
        Row(Row(key="x"), Row(key="x")).part("x")
    with pytest.raises(LayoutkitError) as caught:
        Bars([Bar("alpha", 1, "1")]).part("alhpa")
    assert "did you mean 'alpha'?" in caught.value.diagnostics[0].hint


def test_an_upright_divider_is_as_high_as_its_neighbours() -> None:
    found = placed(Row(Row(width=50, height=120), Divider(upright=True), Row(width=50, height=60)))
    plain = next(box for box, *_ in every(found.root) if box.box.name == "divider")
    assert (plain.rect.width, plain.rect.height) == (1, 120)
    found = placed(Row(Row(width=50, height=120), Divider("or", upright=True), Row(width=50, height=60)))
    halves = [box.rect for box, *_ in every(found.root) if box.box.name == "divider"]
    assert len(halves) == 2
    assert halves[0].height == pytest.approx(halves[1].height)
    assert halves[0].height > 20
