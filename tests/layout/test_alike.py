"""Looks that differ in colours alone share places, and nothing else is ever shared."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from layoutkit import Arrow, Brace, Card, Column, Group, Matrix, Node, Pill, Row, Span, Text, figure
from layoutkit.discover import NamedFigure
from layoutkit.inspection import inspected
from layoutkit.loading import load_figures
from layoutkit.paint import paint
from layoutkit.renderer import Renderer
from layoutkit.tokens import load_all
from tests.tokens.test_changes import ROOT

if TYPE_CHECKING:
    from layoutkit import Theme


@cache
def renderers() -> dict[str, Renderer]:
    """The looks of the series, with fonts in common."""
    themes = load_all(ROOT / "tokens.toml")
    modes = {"light": {}, "dark": {"theme": "dark"}, "narrow": {"width": "narrow"}, "print": {"medium": "print"}}
    opened = Renderer.open_all((themes.theme(its), {}) for its in modes.values())
    return dict(zip(modes, opened, strict=True))


def named(build: object) -> NamedFigure:
    return NamedFigure.of(figure(title="T", alt="A", language="pt-BR")(build))  # type: ignore[arg-type]  # a lambda


@cache
def all_kinds() -> NamedFigure:
    """Everything that the layout makes anew: words with a key, braces, groups, labels, boxes of one size."""

    def build(_: Theme) -> Node:
        told = Text(Span("Muitas", key="a"), " palavras")
        first, second = Card(told), Card(Text("dois"), Pill("pronto"))
        arrows = (Arrow(told.part("a"), second, label="leva"), Arrow(first.bottom, second.bottom))
        return Column(
            Row(first, second, gap="{space.xxl}"), Matrix([[1, 2], [3, 4]]), Group(first, second), Brace(first), *arrows
        )

    return named(build)


@cache
def series() -> list[NamedFigure]:
    return load_figures([ROOT / "figures"])[0]


@pytest.mark.parametrize("look", ["dark", "print"])
@pytest.mark.parametrize("number", range(6))
def test_a_look_in_other_colours_is_as_if_it_were_laid_out(
    number: int, look: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("layoutkit.renderer._MOST_PLACED", 0)  # nothing is remembered
    its = [all_kinds(), *series()][number]
    light = renderers()["light"].place(its)
    shared, own = renderers()[look].place(its, [light]), renderers()[look].place(its)
    assert shared.like is light
    assert own.like is None
    assert paint(shared) == paint(own)
    assert inspected(shared) == inspected(own)
    assert [route.points for route in shared.routes] == [route.points for route in own.routes]


def test_another_width_is_laid_out() -> None:
    light = renderers()["light"].place(all_kinds())
    assert renderers()["narrow"].place(all_kinds(), [light]).like is None


@pytest.mark.parametrize(
    "other",
    [
        lambda _: Column(Text("outro")),
        lambda _: Column(Text("um"), Text("dois")),
        lambda _: Column(Text("um", color="{color.ink} / 0%")),
        lambda _: Column(Text("um"), background="{color.sunken}"),
        lambda _: Column(Text("um"), padding="{space.s}"),
        lambda _: Row(Text("um")),
    ],
)
def test_what_differs_in_more_than_colours_is_laid_out(other: object) -> None:
    one = renderers()["light"].place(named(lambda _: Column(Text("um"))))
    assert renderers()["dark"].place(named(other), [one]).like is None
