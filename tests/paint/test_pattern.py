"""Patterns of a page, and the texts that they keep clear of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit import Arrow, Card, Column, Node, Row, Text
from layoutkit.color import Color
from layoutkit.geometry import Rect
from layoutkit.paint import paint
from layoutkit.paint.crisp import crisp_grid
from layoutkit.paint.display import Dots, GridLines
from layoutkit.path import LineTo, MoveTo
from tests.style.extended import extended, placed_in

if TYPE_CHECKING:
    from pathlib import Path

BLACK = Color(0, 0, 0)


def pattern(folder: Path, node: Node, tokens: str = "") -> Dots | GridLines:
    """What is painted on the page."""
    theme = extended(folder, f'[page]\nwidth = 400\npadding_x = 0\npadding_y = 0\npattern = "dots"\n{tokens}')
    (found,) = (one for one in paint(placed_in(theme, node)).ink if isinstance(one, Dots | GridLines))
    return found


def test_dots_keep_clear_of_text_on_the_page(tmp_path: Path) -> None:
    dots = pattern(tmp_path, Column(Text("Words on the page"), height=200))
    (hole,) = dots.holes
    assert hole.x < 0
    assert 100 < hole.right < 300
    centers = [
        (dots.rect.x + (first + n + 0.5) * 24, dots.rect.y + (row + 0.5) * 24)
        for row, runs in enumerate(dots.rows())  # type: ignore[union-attr]
        for first, many in runs
        for n in range(many)
    ]
    assert all(x > hole.right or y > hole.bottom for x, y in centers)
    assert {x for x, y in centers if y < hole.bottom} == {x for x, y in centers if x > hole.right}


def test_each_line_has_its_own_room(tmp_path: Path) -> None:
    dots = pattern(tmp_path, Column(Text("A long line\nshort", align="center")))
    first, second = dots.holes
    assert first.width > second.width
    assert second.x - first.x == pytest.approx((first.width - second.width) / 2, abs=1)


@pytest.mark.parametrize(
    ("node", "count"),
    [
        (lambda: Card(Text("a")), 0),
        (lambda: Row(Text("a"), background="{color.ink} / 5%"), 1),
        (lambda: Row(Text("a"), background_image="linear-gradient({color.page}, {color.sunken})"), 0),
        (lambda: Row(Text("a"), background_image="linear-gradient({color.page}, {color.sunken} / 90%)"), 1),
        (lambda: Row(Row(Text("a"), Text("b")), Card(Row(Text("c")))), 2),
    ],
)
def test_texts_on_an_opaque_ground_need_no_room(tmp_path: Path, node: object, count: int) -> None:
    assert callable(node)
    assert len(pattern(tmp_path, Column(node())).holes) == count


def test_labels_of_arrows_need_room(tmp_path: Path) -> None:
    a, b = Card(Text("a")), Card(Text("b"))
    dots = pattern(tmp_path, Column(Row(a, Arrow(label="then"), b)))
    (hole,) = dots.holes
    assert 0 < hole.x < hole.right < 400


def test_a_pattern_may_go_on_below_text(tmp_path: Path) -> None:
    assert pattern(tmp_path, Column(Text("a")), "pattern_under_text = true").holes == ()


def test_a_grid_has_lines_half_a_pitch_from_the_corner(tmp_path: Path) -> None:
    theme = extended(tmp_path, '[page]\nwidth = 100\npadding_x = 0\npadding_y = 0\npattern = "grid"\npattern_size = 1')
    (lines,) = (one for one in paint(placed_in(theme, Column(height=60))).ink if isinstance(one, GridLines))
    assert (lines.xs, lines.ys, lines.width) == ((12, 36, 60, 84), (12, 36), 1)


def test_lines_end_at_holes() -> None:
    grid = GridLines(Rect(0, 0, 100, 50), (10,), (20, 40), 1, BLACK, (Rect(5, 15, 20, 10), Rect(60, 15, 90, 10)))
    ops = grid.stroke.path.ops
    pairs = [(start, end) for start, end in zip(ops[::2], ops[1::2], strict=True)]
    assert pairs == [
        (MoveTo(10, 0), LineTo(10, 15)), (MoveTo(10, 25), LineTo(10, 50)),
        (MoveTo(0, 20), LineTo(5, 20)), (MoveTo(25, 20), LineTo(60, 20)), (MoveTo(0, 40), LineTo(100, 40)),
    ]  # fmt: skip


@pytest.mark.parametrize(("scale", "width", "xs"), [(1, 1, (12.5, 36.5)), (2, 1, (12, 36)), (3, 4 / 3, (12, 36))])
def test_lines_are_whole_device_pixels(scale: float, width: float, xs: tuple[float, ...]) -> None:
    grid = crisp_grid(GridLines(Rect(0, 0, 50, 50), (12, 36), (), 1.2, BLACK), scale)
    assert grid.width == pytest.approx(width)
    assert grid.xs == pytest.approx(xs)
