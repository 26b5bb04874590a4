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
        "111 px would leave it visible on both sides"
    )


def test_an_arrow_over_the_label_of_another(tmp_path: Path) -> None:
    tree = (
        "Grid(a, b, c, Arrow(a.right, b.left, label='um'), Arrow(c.right, b.bottom, route='straight'),"
        " columns='1fr 1fr', gap=t.space.xxl * 3)"
    )
    assert found(tree, tmp_path) == []
    label = "label='um rótulo'"  # it has no room on either side of the crossing
    over = f"Row(a, b, Arrow(a, b, {label}), Arrow(a.top, b.bottom, route='straight'), gap=t.space.xxl * 3)"
    assert "arrow-crosses-text" in " ".join(found(over, tmp_path))


def test_an_arrow_through_the_box_where_it_starts(tmp_path: Path) -> None:
    tree = "Row(a, b, Arrow(a.left, b.left, route='straight'), gap=t.space.xxl)"
    (fault,) = faults(FIGURE.format(tree=tree), tmp_path)
    assert "through its own Card “Dados”" in fault.diagnostic.message
    assert fault.diagnostic.hint == "start and end it at the sides that face each other"


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


CIRCLE = "Row(background=t.color.sunken, radius=t.radius.round, width=t.space.xxl * 6, height=t.space.xxl * 6)"


@pytest.mark.parametrize(
    "tree",
    [
        "Column(Card(Row(a, b, gap=t.space.xxl * 3)), {arrow})",
        "Column({arrow}, Card(Row(a, b, gap=t.space.xxl * 3)))",
        "Row(Card(Row(a, b, gap=t.space.xxl * 3)), Column(c, {arrow}), gap=t.space.m)",
        "Column(Card(Card(Row(a, b, gap=t.space.xxl * 3))), Card(c, {arrow}), gap=t.space.m)",
        "Row(Card(a, padding_right=t.space.xxl * 3), b, {arrow}, gap=t.space.m)",
        "Row(a, Card(b, padding_left=t.space.xxl * 3), {arrow}, gap=t.space.m)",
        "Column(Row(Row(a, b, gap=t.space.xxl * 3), padding=t.space.l), Group(a, b), {arrow})",
        "Column(Row(a, b, gap=t.space.xxl * 3, padding=t.space.xl), Group(a, b), {arrow})",
    ],
)
def test_a_label_is_judged_by_the_boxes_that_hold_the_ends_of_its_arrow(tree: str, tmp_path: Path) -> None:
    assert found(tree.format(arrow="Arrow(a.right, b.left, label='Ág')"), tmp_path) == []


@pytest.mark.parametrize(
    "tree",
    [
        "Column(a, c, b, Arrow(a.bottom, c.top, label='Ág'), gap=t.space.xs)",
        "Column(Arrow(a.bottom, c.top, label='Ág'), a, c, b, gap=t.space.xs)",
        "Row(Column(a, c, gap=t.space.xs), Card(b, Arrow(a.bottom, c.top, label='Ág')), gap=t.space.m)",
        "Card(Column(a, c, gap=t.space.xs), b, Arrow(a.bottom, c.top, label='Ág'))",
        "Column(Card(Column(a, c, gap=t.space.xs)), b, Arrow(a.bottom, c.top, label='Ág'))",
    ],
)
def test_the_label_is_what_covers_and_the_innermost_box_is_what_is_covered(tree: str, tmp_path: Path) -> None:
    overlaps = [one for one in found(tree, tmp_path) if one.startswith("overlap: ")]
    assert [one.split(" covers ")[0] for one in overlaps] == ["overlap: Label “Ág”"] * 2
    assert [one.split(" of ")[1].split(" (line ")[0] for one in overlaps] == ["Card “Dados”", "Card “Modelo”"]


def test_a_label_across_the_edge_of_the_box_that_its_arrow_comes_out_of(tmp_path: Path) -> None:
    tree = "Row(Card(a, padding_right=t.space.xl), b, Arrow(a.right, b.left, label='Ág'), gap=t.space.xl)"
    (overlap,) = found(tree, tmp_path)
    assert overlap.startswith("overlap: Label “Ág” covers ")
    assert " of Card “Dados” (line " in overlap


@pytest.mark.parametrize("arrow", ["Arrow(a.bottom, c.top, label='Ág')", "Arrow(c.top, a.bottom, label='Ág')"])
def test_an_allow_on_the_box_that_holds_both_ends(arrow: str, tmp_path: Path) -> None:
    allow = "allow={'overlap': 'meant', 'arrow-too-short': 'meant'}"
    inside = f"Column(Column(a, c, gap=t.space.xs, {allow}), b, {arrow})"
    assert found(inside, tmp_path) == []
    beside = f"Column(Column(a, c, gap=t.space.xs), Column(b, {allow}), {arrow})"
    assert "allow: allow={'overlap': …} is not needed: nothing here breaks the rule" in found(beside, tmp_path)


@pytest.mark.parametrize("route", ["orthogonal", "straight", "curved"])
@pytest.mark.parametrize("gap", ["t.space.xxl", "t.space.xxl * 3", "t.space.xxl * 4.5"])
@pytest.mark.parametrize("pair", ["Row(a, b, gap={gap}, {align})", "Column(a, b, gap={gap}, {align})"])
def test_a_box_behind_both_ends_is_not_crossed(pair: str, gap: str, route: str, tmp_path: Path) -> None:
    """A tinted circle behind two cards, which lie on it in part or wholly; no line leads around it."""
    cards = pair.format(gap=gap, align="justify='center', align='center'")
    centred = "justify='center', align='center'"
    for arrow in ("Arrow(a, b, route={route!r})", "Arrow(a, b, label='um', route={route!r})"):
        tree = f"Stack({CIRCLE}, {cards}, {arrow.format(route=route)}, {centred})"
        assert [one for one in found(tree, tmp_path) if not one.startswith("near-miss: ")] == []


def test_what_lies_behind_one_end_is_crossed_and_the_hint_offers_allow(tmp_path: Path) -> None:
    tree = f"Stack({CIRCLE}, Row(Row(a, width=t.space.xxl * 3), b, gap=t.space.xxl * 5), Arrow(a.right, b.left{{}}))"
    (fault,) = faults(FIGURE.format(tree=tree.format("")), tmp_path)
    assert fault.diagnostic.rule == "arrow-crosses-box"
    assert fault.diagnostic.hint == (
        'keep all of it away from Card “Dados” (line 7), or accept it: allow={"arrow-crosses-box": "the reason"}'
    )
    accepted = ", allow={'arrow-crosses-box': 'the reason'}"
    assert found(tree.format(accepted), tmp_path) == []


def test_the_role_of_a_label(tmp_path: Path) -> None:
    tree = "Row(a, b, Arrow(a, b, label='`softmax`'{}), gap=t.space.xxl * 3)"
    (fault,) = faults(FIGURE.format(tree=tree.format("")), tmp_path)
    assert fault.diagnostic.rule == "legibility"
    assert fault.diagnostic.hint == "give the Arrow a larger type role: role=…"
    assert found(tree.format(", role='body'"), tmp_path) == []
