"""How much is done for a figure, in calls and bytes: a guard that no machine makes faster or slower."""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import uharfbuzz as hb

from layoutkit import Arrow, Card, Column, Grid, Heading, Matrix, Node, Text, figure
from layoutkit.check.context import look_at
from layoutkit.check.examine import examine
from layoutkit.check.looks import Looks
from layoutkit.check.rules import RULES
from layoutkit.discover import NamedFigure
from layoutkit.layout import arrange, connectors
from layoutkit.layout.size_groups import layout_in_groups
from layoutkit.output.formats import plain_output
from layoutkit.paint import paint
from layoutkit.renderer import Renderer
from layoutkit.routing import find_paths
from layoutkit.tokens import load_all
from tests.tokens.test_changes import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from layoutkit import Theme
    from layoutkit.check.context import CheckContext
    from layoutkit.check.rule import Finding
    from layoutkit.layout.tree import PlacedBox
    from layoutkit.routing import Block, RoutePath, Rules, Wire
    from layoutkit.style.styled import Styled

THEMES = load_all(ROOT / "tokens.toml")


def cards(count: int) -> NamedFigure:
    """Cards in rows of four, each with an arrow to the next."""

    def build(_: Theme) -> Node:
        its = [Card(Heading(f"Passo {i}"), Text("Um texto curto.")) for i in range(count)]
        pairs = (
            Arrow(a.right, b.left) if (i + 1) % 4 else Arrow(a.bottom, b.top) for i, (a, b) in enumerate(pairwise(its))
        )
        return Column(Grid(*its, columns="repeat(4, 1fr)", gap="{space.xxl}"), *pairs)

    return NamedFigure.of(figure(title="T", alt="A", language="pt-BR")(build))


def words_in_cards() -> NamedFigure:
    """Twelve cards with the look of the benchmark, which no brand changes."""

    def build(_: Theme) -> Node:
        its = [Column(Text(f"Passo {i}", role="heading"), Text("Um texto."), component="card") for i in range(12)]
        return Column(Grid(*its, columns="repeat(4, 1fr)", gap=24))

    return NamedFigure.of(figure(title="T", alt="A", language="pt-BR")(build))


def matrix(rows: int) -> NamedFigure:
    """Rows of twenty cells."""

    def build(_: Theme) -> Node:
        return Column(Matrix([[i * j % 10 for j in range(20)] for i in range(rows)]))

    return NamedFigure.of(figure(title="T", alt="A", language="pt-BR")(build))


def calls(action: Callable[[], object]) -> int:
    """How many functions are called."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        action()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(("make", "size"), [(cards, 24), (matrix, 12)])
def test_checks_of_twice_as_much_take_twice_as_many_calls(make: Callable[[int], NamedFigure], size: int) -> None:
    renderer = Renderer(THEMES.theme({}))
    numbers = []
    for count in (size, size, 2 * size, 4 * size):  # the first time fills caches
        named = make(count)
        placed = renderer.place(named)
        display = paint(placed)
        numbers.append(calls(lambda: examine(look_at(named.figure, renderer.theme, placed, display))))  # noqa: B023 - called at once
    _, once, twice, four_times = numbers
    assert (four_times - twice) / (twice - once) < 2.2


def test_a_text_is_shaped_once_for_all_looks_and_outputs(monkeypatch: pytest.MonkeyPatch) -> None:
    really, shaped = hb.shape, list[str]()

    def noted(font: object, buffer: hb.Buffer, *rest: object, **options: object) -> None:
        shaped.append("run")
        really(font, buffer, *rest, **options)

    monkeypatch.setattr(hb, "shape", noted)
    light, dark = Renderer.open_all((THEMES.theme(modes), {}) for modes in ({}, {"theme": "dark"}))
    named = cards(8)
    placed = light.place(named)
    first = len(shaped)
    assert 0 < first < 8 * 12
    dark.place(named)
    light.picture(named, placed, plain_output("png", 2))
    light.picture(named, placed, plain_output("pdf", 1))
    assert len(shaped) == first


def test_arrows_are_routed_once_for_boxes_at_the_same_places(monkeypatch: pytest.MonkeyPatch) -> None:
    routed = list[int]()

    def noted(blocks: Sequence[Block], wires: Sequence[Wire], rules: Rules) -> list[RoutePath]:
        routed.append(len(wires))
        return find_paths(blocks, wires, rules)

    connectors._paths.cache_clear()
    monkeypatch.setattr(connectors, "find_paths", noted)
    light, dark = Renderer.open_all((THEMES.theme(modes), {}) for modes in ({}, {"theme": "dark"}))
    named = cards(8)
    placed = light.place(named)
    dark.place(named)
    assert len(routed) == 1
    for _ in range(2):
        light.picture(named, placed, plain_output("png", 2))
    light.picture(named, placed, plain_output("pdf", 1))
    assert len(routed) <= 2


def test_looks_that_differ_in_colours_are_laid_out_and_measured_once(monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out, measured = list[float](), list[str]()

    def noted(root: Styled, width: float) -> PlacedBox[Styled]:
        laid_out.append(width)
        return layout_in_groups(root, width)

    def find(_: CheckContext) -> Iterator[Finding]:
        measured.append("once")
        return iter(())

    monkeypatch.setattr(arrange, "layout_in_groups", noted)
    for rule in (one for one in RULES.values() if one.of_boxes):
        monkeypatch.setitem(RULES, rule.id, replace(rule, find=find))
    named = cards(8)
    looks = Looks(named.figure)
    modes: tuple[dict[str, str], ...] = ({}, {"theme": "dark"}, {"medium": "print"}, {"width": "narrow"})
    for renderer in Renderer.open_all((THEMES.theme(its), {}) for its in modes):
        looks.examine(renderer.theme, renderer.place(named, looks.placed))
    assert len(laid_out) == 2
    assert len(measured) == 2 * sum(rule.of_boxes for rule in RULES.values())


def test_another_colour_lays_nothing_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    (before,) = Renderer.open_all([(THEMES.theme({}), {})], digest=lambda path: path)
    named = cards(8)
    first = before.place(named)
    monkeypatch.setattr(arrange, "layout_in_groups", None)
    (after,) = Renderer.open_all([(THEMES.theme({"theme": "dark"}), {})], digest=lambda path: path)
    again = after.place(named)
    assert again.like is first
    assert paint(again) != paint(first)


def test_files_are_no_larger_than_they_were() -> None:
    renderer = Renderer(load_all(ROOT / "benchmarks" / "peers" / "tokens.toml").theme({}))
    named = words_in_cards()
    placed = renderer.place(named)
    limits = {"png": 54_000, "svg": 21_000, "pdf": 56_000}
    sizes = {kind: len(renderer.picture(named, placed, plain_output(kind, None))) for kind in limits}
    assert all(sizes[kind] <= limits[kind] for kind in limits), sizes
