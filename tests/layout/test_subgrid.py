"""Subgrids: rows and columns in common with the grid around (CSS Grid 2, 9). Browsers measured ``conformance``'s."""

from __future__ import annotations

from layoutkit.layout import LayoutBox, layout
from layoutkit.style.box import Fr, GridSpan
from tests.layout.trees import css, leaf, places


def card(*children: LayoutBox, **style: object) -> LayoutBox:
    """Two rows of the grid around."""
    own: dict[str, object] = {"display": "grid", "grid_template_rows": "subgrid", "grid_row_end": GridSpan(2)}
    return LayoutBox(css(**(own | {"row_gap": "normal"} | style)), children)


def cards(*children: LayoutBox, **style: object) -> LayoutBox:
    """Columns 50 px wide."""
    return LayoutBox(css(display="grid", grid_template_columns=(50.0,) * len(children), **style), children)


def rows_of(root: LayoutBox) -> list[list[tuple[float, float]]]:
    """Top and height of what is in each card, from the top of the root."""
    placed = layout(root)
    return [[(one.rect.y + part.rect.y, part.rect.height) for part in one.children] for one in placed.children]


def test_the_highest_part_of_all_cards_decides_a_row() -> None:
    root = cards(card(leaf(12), leaf(2)), card(leaf(3), leaf(8)))
    assert rows_of(root) == [[(0, 30), (30, 20)], [(0, 30), (30, 20)]]


def test_padding_and_borders_count_at_the_edges_only() -> None:
    root = cards(card(leaf(2), leaf(2), padding_top=7, border_bottom=3), card(leaf(2), leaf(2)))
    assert places(root) == [(0, 0, 50, 30), (50, 0, 50, 30)]
    assert rows_of(root) == [[(7, 10), (17, 10)], [(0, 17), (17, 13)]]


def test_a_gap_of_its_own_is_centred_on_the_gap_around() -> None:
    root = cards(card(leaf(2), leaf(2), row_gap=20.0), card(leaf(2), leaf(2)), row_gap=10)
    assert rows_of(root) == [[(0, 10), (30, 10)], [(0, 15), (25, 15)]]


def test_a_subgrid_in_a_subgrid_shares_the_same_rows() -> None:
    inner = card(card(leaf(9), leaf(2), padding_top=4), padding_top=6, grid_template_columns=(Fr(1.0),))
    root = cards(inner, card(leaf(2), leaf(11)))
    first = layout(root).children[1].children
    assert [(part.rect.y, part.rect.height) for part in first] == [(0, 30), (30, 30)]


def test_what_does_not_fit_is_in_the_last_row() -> None:
    root = cards(card(leaf(1), leaf(1), leaf(3)))
    assert rows_of(root) == [[(0, 10), (10, 10), (10, 10)]]


def test_columns_in_common_have_one_width() -> None:
    style = css(display="grid", grid_template_columns="subgrid", grid_column_end=GridSpan(2), column_gap="normal")
    lines = [LayoutBox(style, (leaf(count), leaf(1))) for count in (3, 1)]
    tracks = ("max-content", Fr(1.0))
    root = LayoutBox(css(display="grid", width=100, grid_template_columns=tracks, column_gap=5), tuple(lines))
    assert places(layout(root).children[1]) == [(0, 0, 30, 10), (35, 0, 65, 10)]


def test_outside_of_a_grid_and_out_of_its_flow_a_subgrid_has_rows_of_its_own() -> None:
    for around in ({"display": "flex"}, {"display": "grid"}):
        alone = card(leaf(1), leaf(1), position="absolute" if around["display"] == "grid" else "relative")
        root = LayoutBox(css(**around), (alone, leaf(30)))
        assert [part[1] for part in places(layout(root).children[0])] == [0, 10]
