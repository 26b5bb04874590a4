"""Components placed in the series' own look."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from layoutkit import Column, Figure
from layoutkit.check.context import CheckContext, look_at
from layoutkit.layout.arrange import arrange
from layoutkit.paint import paint
from layoutkit.style.resolve import resolve
from tests.check.figures import renderer

if TYPE_CHECKING:
    from layoutkit import Node
    from layoutkit.check.context import VisibleBox

WIDTH = 1000.0
FIGURE = Figure(lambda _: Column(), "A component", "One component on a page of its own.", "", "en", None, ())


def looked_at(node: Node, language: str = "en") -> CheckContext:
    """A component alone on a page."""
    at = renderer()
    placed = arrange(resolve(Column(node), at.theme, at.typesetter, language=language), WIDTH)
    return look_at(replace(FIGURE, language=language), at.theme, placed, paint(placed))


def named(subject: CheckContext, name: str) -> list[VisibleBox]:
    """The boxes of a component, in source order."""
    return [seen for seen in subject.boxes if seen.box.name == name]


def boxes(subject: CheckContext, name: str) -> list[VisibleBox]:
    """Likewise, without texts that have a type role of the same name."""
    return [seen for seen in named(subject, name) if seen.block is None]


def words(seen: VisibleBox) -> str:
    """The text of a box."""
    assert seen.block is not None
    return seen.box.text
