"""Arrows and their labels, as the rules see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.check.figures import faults, rules

if TYPE_CHECKING:
    from pathlib import Path

FIGURE = """
@figure(title="T", alt="Cartões e setas.")
def example(t: Theme) -> Node:
    a, b, c = (Card(Heading(name)) for name in ("Dados", "Treino", "Modelo"))
    return {tree}
"""


def found(tree: str, folder: Path) -> list[str]:
    return [f"{f.diagnostic.rule}: {f.diagnostic.message}" for f in faults(FIGURE.format(tree=tree), folder)]


def test_a_label_is_a_text_that_may_cover_others(tmp_path: Path) -> None:
    tree = "Column(a, b, c, Arrow(a.bottom, b.top, label='um', length=t.space.xl), gap=t.space.xs)"
    assert any(message.startswith("overlap: Label “um” covers") for message in found(tree, tmp_path))


def test_a_label_that_leaves_nothing_of_its_arrow(tmp_path: Path) -> None:
    tree = "Row(a, b, Arrow(a.right, b.left, label='mil exemplos'), gap=t.space.xxl * 2)"
    (message,) = found(tree, tmp_path)
    assert message == (
        "arrow-too-short: Label “mil exemplos” takes 91 px of the 96 px of this Arrow; "
        "111 px would let it be seen on both sides"
    )


def test_an_arrow_over_the_label_of_another(tmp_path: Path) -> None:
    tree = (
        "Grid(a, b, c, Arrow(a.right, b.left, label='um'), Arrow(c.right, b.bottom, route='straight'),"
        " columns='1fr 1fr', gap=t.space.xxl * 3)"
    )
    assert found(tree, tmp_path) == []
    over = "Row(a, b, Arrow(a, b, label='um'), Arrow(a.top, b.bottom, route='straight'), gap=t.space.xxl * 3)"
    assert "arrow-crosses-text" in " ".join(found(over, tmp_path))


def test_an_arrow_through_the_box_where_it_starts(tmp_path: Path) -> None:
    tree = "Row(a, b, Arrow(a.left, b.left, route='straight'), gap=t.space.xxl)"
    (fault,) = faults(FIGURE.format(tree=tree), tmp_path)
    assert "through its own Card “Dados”" in fault.diagnostic.message
    assert fault.diagnostic.hint == "let it start and end at the sides that face each other"


@pytest.mark.parametrize("below", ["Row(background=t.color.sunken)", "Card()"])
def test_what_lies_behind_both_ends_is_not_crossed(below: str, tmp_path: Path) -> None:
    tree = f"Stack({below}, Row(a, Arrow(), b, padding=t.space.l))"
    assert rules(FIGURE.format(tree=tree), tmp_path) == []


def test_an_allow_on_either_of_the_two(tmp_path: Path) -> None:
    allow = "allow={'arrow-crosses-box': 'shown on purpose'}"
    tree = f"Row(a, Card(Heading('B'), {allow}), c, Arrow(a.right, c.left, route='straight'), gap=t.space.xxl)"
    assert found(tree, tmp_path) == []


@pytest.mark.parametrize("at", [0.0, 0.1, 0.9, 1.0])
def test_a_tip_on_a_rounded_corner_is_not_inside_the_box(at: float, tmp_path: Path) -> None:
    tree = f"Row(a, b, Arrow(a.right.at({at}), b.left.at({at})), gap=t.space.xxl * 3)"
    assert found(tree, tmp_path) == []
