"""``share_rows``: parts of neighbouring cards are side by side, whatever the cards are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from layoutkit import Arrow, Card, Column, Grid, Heading, Row, Stack, Text, load_theme
from layoutkit.chart import Chart, columns, line
from layoutkit.diagnostics import LayoutkitError
from layoutkit.layout.arrange import arrange
from layoutkit.renderer import Renderer
from layoutkit.style.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Callable

    from layoutkit import Node
    from layoutkit.layout.tree import PlacedBox
    from layoutkit.style.styled import Styled

LONG = "Ajuste fino, com instruções e respostas escritas por pessoas que leram muitas páginas"
FAIR: dict[str, Any] = {"grow": 1, "basis": 0}


def every(box: PlacedBox[Styled], x: float = 0.0, y: float = 0.0) -> list[tuple[PlacedBox[Styled], float, float]]:
    x, y = x + box.rect.x, y + box.rect.y
    return [(box, x, y), *(inner for child in box.children for inner in every(child, x, y))]


def boxes(node: Node, kind: str) -> list[tuple[float, float]]:
    """Top and bottom of all boxes of a kind, from left to right and then down, from the top of the figure."""
    theme = load_theme()
    placed = arrange(resolve(Column(node), theme, Renderer(theme).typesetter, language="pt-BR"), 900)
    found = [(x, y, box.rect.height) for box, x, y in every(placed.root) if box.box.element.kind == kind]
    return [(round(y, 3), round(y + height, 3)) for _, y, height in found]


def tops(node: Node, kind: str) -> list[float]:
    return [top for top, _ in boxes(node, kind)]


def test_titles_and_texts_of_cards_are_side_by_side() -> None:
    cards = (Card(Heading(title), Text("x"), **FAIR) for title in ("Um", LONG, "Dois"))
    row = Row(*cards, share_rows=True, gap=20)
    assert len(set(tops(row, "Heading"))) == 1
    assert len(set(tops(row, "Text"))) == 1


def test_heads_labels_and_feet_do_not_move_what_is_between() -> None:
    cards = (
        Card(Heading("a"), Text("x"), header="Etapa 1", **FAIR),
        Card(Heading(LONG), Text("x"), footer=Column(Row(height=7, key="foot")), **FAIR),
        Card(Heading("b"), Text("x"), label="novo", **FAIR),
        Column(Heading("c"), Text("x"), **FAIR),
    )
    row = Row(*cards, share_rows=True, gap=20)
    assert len(set(tops(row, "Heading"))) == 1
    assert len({top for top in tops(row, "Text") if top > max(tops(row, "Heading"))}) == 1


def test_plots_of_charts_have_one_baseline() -> None:
    one, other = line([1, 2, 3], label="a"), line([3, 2, 1], label="b")
    cards = (
        Card(Text("x"), Chart(one, other, legend_side="top", x="época", y="loss", lines=5), **FAIR),
        Card(Text(LONG), Chart(columns({"azul": 0.6, "verde": 0.2}), lines=7), **FAIR),
        Card(Text("x"), Chart(one, y="valor", lines=5), **FAIR),
    )
    drawings = boxes(Row(*cards, share_rows=True, gap=20), "Drawing")
    bottoms = [bottom for top, bottom in drawings if bottom - top > 50]  # a legend has drawings as well
    assert len(bottoms) == 3
    assert len(set(bottoms)) == 1


def test_lines_of_a_grid_have_rows_of_their_own() -> None:
    cards = (Column(Heading("a"), *(Text("x") for _ in range(count))) for count in (3, 1, 1, 1))
    grid = Grid(*cards, columns=2, share_rows=True)
    plain = Grid(*(Column(Heading("a"), *(Text("x") for _ in range(count))) for count in (3, 1, 1, 1)), columns=2)
    assert boxes(grid, "Heading") == boxes(plain, "Heading")


def test_children_without_growth_are_as_wide_as_they_would_be() -> None:
    def widths(*, share_rows: bool) -> list[float]:
        row = Row(
            Column(Text("um dois")), Column(Text("três"), width="30%"), Column(Text("x"), grow=1), share_rows=share_rows
        )
        theme = load_theme()
        placed = arrange(resolve(Column(row), theme, Renderer(theme).typesetter, language="pt-BR"), 900)
        return [round(box.rect.width, 3) for box, _, _ in every(placed.root) if box.box.element.kind == "Column"][1:]

    assert widths(share_rows=True) == widths(share_rows=False)


def test_arrows_stand_between_cards() -> None:
    row = Row(Card(Heading(LONG)), Arrow(), Card(Heading("b")), share_rows=True, gap=20)
    theme = load_theme()
    placed = arrange(resolve(Column(row), theme, Renderer(theme).typesetter, language="pt-BR"), 400)
    (route,) = placed.routes
    start, end = route.points[0], route.points[-1]
    assert start.x < end.x
    assert start.y == pytest.approx(end.y)


@pytest.mark.parametrize(
    ("build", "message", "hint"),
    [
        (lambda: Row(Column(), share_rows=True, wrap=True), "both share_rows and wrap", "columns=3"),
        (lambda: Row(Column(), share_rows=True, reverse=True), "both share_rows and reverse", "in their order"),
        (lambda: Row(Column(), Text("x"), share_rows=True), "a Text has no rows to share", "Column"),
        (lambda: Row(Row(Text("x")), share_rows=True), "a Row has no rows to share", "Card"),
        (lambda: Row(Stack(), share_rows=True), "a Stack has no rows to share", "Card"),
        (lambda: Column(Column(), share_rows=True), "a Column cannot share rows", "Row and Grid"),
        (lambda: Grid(Column(), rows="1fr", share_rows=True), "both share_rows and rows", "leave out rows"),
        (lambda: Grid(Column(row_span=2), share_rows=True), "share_rows decides", "row_span"),
    ],
)
def test_what_cannot_share_rows_is_told_at_its_line(build: Callable[[], Node], message: str, hint: str) -> None:
    theme = load_theme()
    with pytest.raises(LayoutkitError, match=message) as raised:
        resolve(build(), theme, Renderer(theme).typesetter, language="pt-BR")
    assert hint in str(raised.value.diagnostics[0].hint)
    assert raised.value.diagnostics[0].places
