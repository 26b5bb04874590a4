"""Gutters of rows, columns and grids, and the rules that are drawn in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from layoutkit import Column, Divider, Grid, Node, Row, Table, Text, load_theme
from layoutkit.color import Color
from layoutkit.geometry import Rect
from layoutkit.layout import LayoutBox, layout
from layoutkit.layout.arrange import arrange
from layoutkit.layout.snap import snap
from layoutkit.layout.tree import Gutters
from layoutkit.paint.gap_rules import paint_gap_rules
from layoutkit.renderer import Renderer
from layoutkit.sizing import Fit
from layoutkit.style.box import Fr, GridSpan, Percent
from layoutkit.style.resolve import resolve
from layoutkit.style.styled import GapRule, Look
from tests.check.figures import faults
from tests.layout.trees import css, leaf
from tests.nodes.faults import fault

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.layout.tree import PlacedBox
    from layoutkit.paint.display import StrokePath
    from layoutkit.style.styled import Styled

RED = Color(1, 0, 0)
Lines = list[tuple[float, float, float, float]]


def gutters(*children: LayoutBox, width: float = 200.0, **style: object) -> tuple[Lines, Lines]:
    placed = layout(LayoutBox(css(has_rules=True, **style), children), Fit(width))
    assert placed.gutters is not None
    columns, rows = ([(r.x, r.y, r.width, r.height) for r in rects] for rects in _both(placed.gutters))
    return columns, rows


def _both(found: Gutters) -> tuple[tuple[Rect, ...], tuple[Rect, ...]]:
    return found.columns, found.rows


def item(width: float, height: float, **style: object) -> LayoutBox:
    return LayoutBox(css(width=width, height=height, flex_shrink=0.0, **style))


def test_a_row_has_gutters_as_high_as_itself() -> None:
    children = item(50, 20), item(30, 60), item(20, 10, margin_left=5.0)
    assert gutters(*children, column_gap=10.0, padding_top=7.0) == ([(50, 7, 10, 60), (90, 7, 10, 60)], [])


def test_a_reversed_column_has_them_between_the_same_neighbours() -> None:
    children = item(50, 20), item(50, 30)
    assert gutters(*children, flex_direction="column-reverse", row_gap=4.0, width=50.0) == ([], [(0, 30, 50, 4)])


def test_free_space_makes_gutters_wider() -> None:
    assert gutters(item(50, 20), item(50, 20), justify_content="space-between", width=200.0, flex_wrap="nowrap",
                   min_width=200.0)[0] == [(50, 0, 100, 20)]  # fmt: skip


def test_wrapped_lines_have_gutters_of_their_own() -> None:
    children = [item(60, 20) for _ in range(5)]
    columns, rows = gutters(*children, flex_wrap="wrap", column_gap=10.0, row_gap=6.0, width=140.0)
    assert columns == [(60, 0, 10, 20), (60, 26, 10, 20)]
    assert [row[1::2] for row in rows] == [(20, 6), (46, 6)]


def test_a_grid_has_them_between_tracks_however_its_items_are_aligned() -> None:
    children = [leaf(1, justify_self="end", align_self="end") for _ in range(4)]
    columns, rows = gutters(
        *children, display="grid", width=110.0, min_width=110.0, column_gap=10.0, row_gap=4.0,
        grid_template_columns=(Fr(1.0), Fr(1.0)), grid_template_rows=(30.0, 40.0),
    )  # fmt: skip
    assert columns == [(50, 0, 10, 74)]
    assert rows == [(0, 30, 110, 4)]


def test_an_item_that_spans_a_gutter_interrupts_it() -> None:
    wide = LayoutBox(css(grid_column_end=GridSpan(2), height=10.0))
    children = [wide, *(item(10, 10) for _ in range(4))]
    columns, rows = gutters(
        *children, display="grid", column_gap=10.0, row_gap=4.0, width=70.0,
        grid_template_columns=(20.0, 20.0, 10.0), grid_template_rows=(10.0, 10.0),
    )  # fmt: skip
    assert columns == [(20, 14, 10, 10), (50, 0, 10, 24)]
    assert rows == [(0, 10, 70, 4)]


def test_no_child_and_one_child_have_none() -> None:
    assert gutters(item(5, 5)) == ([], [])
    assert gutters(item(5, 5), display="grid", grid_template_columns=(Percent(0.5),)) == ([], [])


@pytest.mark.parametrize("scale", [None, 1.0, 2.0])
@pytest.mark.parametrize("style", ["solid", "dashed", "dotted"])
def test_a_rule_is_in_the_middle_and_whole_dashes_long(scale: float | None, style: Any) -> None:  # noqa: ANN401
    look = Look(column_rule=GapRule(RED, 1.0, style))
    (line,) = paint_gap_rules(look, Gutters((Rect(10.0, 5.0, 9.0, 100.0),), (Rect(0, 0, 1, 1),)), scale)
    bounds = line.path.bounds()
    assert bounds is not None
    assert abs(bounds.x - 14.5) <= 0.5
    assert (bounds.y, bounds.height) == (5, 100)
    if scale is not None:
        edge = (bounds.x - line.width / 2) * scale
        assert edge == pytest.approx(round(edge))
    if style == "solid":
        assert line.dash == ()
    else:
        on, off = line.dash
        assert ((100 - on) / (on + off)) == pytest.approx(round((100 - on) / (on + off)))


def placed(node: Node) -> PlacedBox[Styled]:
    theme = load_theme()
    return arrange(resolve(Column(node), theme, Renderer(theme).typesetter, language="en"), 600).root.children[0]


def painted(root: PlacedBox[Styled]) -> list[StrokePath]:
    found = list(paint_gap_rules(root.box.look, root.gutters, 1.0)) if root.gutters is not None else []
    return found + [stroke for child in root.children for stroke in painted(child)]


def test_snapping_keeps_rules_between_their_neighbours() -> None:
    row = placed(Row(Row(width=10.3, height=9.7), Row(width=10, height=5), gap=7.4, column_rule="{color.ink}"))
    (line,) = painted(snap(row, 1.0))
    bounds = line.path.bounds()
    assert bounds is not None
    assert 10 < bounds.x < 18


def test_rules_of_a_table_stand_in_for_its_lines() -> None:
    rows = [["a", "b"], ["c", "d"]]
    plain = placed(Table(("one", "two"), rows))
    cut = placed(Table(("one", "two"), rows, row_rule="{color.ink}", row_rule_style="dashed"))
    assert len(plain.children) == len(cut.children) + 2
    assert abs(plain.rect.height - cut.rect.height) <= 2.5
    assert [bool(line.dash) for line in painted(cut)] == [True, True]
    both = painted(placed(Table(("one", "two"), rows, column_rule="{color.ink}")))
    assert len(both) == 3


def test_a_dashed_divider_is_a_dashed_line() -> None:
    theme = load_theme()
    level, upright = (
        placed(Row(Text("a"), Divider(upright=way, dash="dashed", grow=0 if way else 1), Text("b")))
        for way in (False, True)
    )
    assert [child.rect.height for child in level.children if child.box.name == "divider"] == [1]
    assert [child.rect.width for child in upright.children if child.box.name == "divider"] == [1]
    assert "stroke-dasharray" in _svg(theme)
    with fault("bad-value") as found:
        Divider(dash="wavy")  # type: ignore[arg-type]
    assert found.message == "dash is 'wavy'; expected one of solid, dashed, dotted"


def _svg(theme: Any) -> str:  # noqa: ANN401 - a theme
    from layoutkit import figure  # noqa: PLC0415

    one = figure(title="T", alt="Uma linha.", language="pt-BR")(
        lambda _: Column(Divider(dash="dashed", background="{color.ink}"))
    )
    return one.render(theme, "svg").decode()


def test_rules_that_are_too_thin_or_typed_are_reported(tmp_path: Path) -> None:
    script = """
@figure(title="T", alt="Duas caixas.")
def example(t: Theme) -> Node:
    return Column(Grid(Card(Text("um")), Card(Text("dois")), columns=2, gap=t.space.l,
                       column_rule="#123456", column_rule_width=0.2))
"""
    found = [f"{one.diagnostic.rule}: {one.diagnostic.message}" for one in faults(script, tmp_path)]
    assert any(message.startswith("legibility: the rule between columns of Grid") for message in found), found
    assert any(message.startswith("literal: ") and "column_rule" in message for message in found), found


def test_bad_rules_are_refused() -> None:
    with fault("bad-value") as found:
        placed(Grid(Text("a"), Text("b"), columns=2, column_rule="{color.ink}", column_rule_style="double"))  # type: ignore[arg-type]
    assert found.message == "column_rule_style is 'double'; expected one of solid, dashed, dotted"
    with fault("bad-value"):
        placed(Row(Text("a"), Text("b"), column_rule="{color.ink}", column_rule_width=-1))
