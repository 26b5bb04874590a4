"""Short ways to apply the small theme and to read what came out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from layoutkit.color import Color
from layoutkit.layout.arrange import arrange
from layoutkit.renderer import Renderer
from layoutkit.style.content import TextContent
from layoutkit.style.resolve import resolve
from tests.tokens.small import small_theme

if TYPE_CHECKING:
    from layoutkit import Node, Theme
    from layoutkit.layout.arrange import Placed
    from layoutkit.style.styled import Styled
    from layoutkit.text.lines import TextBlock, TextRun

__all__ = ["arranged", "color", "renderer", "runs", "set_in", "styled"]


@cache
def renderer() -> Renderer:
    """The small theme with its fonts open."""
    return Renderer(small_theme())


def styled(node: Node, theme: Theme | None = None) -> Styled:
    """The node as the root of a figure, with every token applied."""
    return resolve(node, theme or small_theme(), renderer().typesetter, language="pt-BR")


def arranged(node: Node, theme: Theme | None = None) -> Placed:
    """The node as the root of a figure, in place on a page of 200 px."""
    return arrange(styled(node, theme), 200)


def runs(box: Styled) -> list[TextRun]:
    """The runs of a text's first line."""
    return list(set_in(box, 10000).lines[0].runs)


def set_in(box: Styled, width: float) -> TextBlock:
    """A text in lines of at most ``width`` px."""
    assert isinstance(box.content, TextContent)
    return box.content.block(width)


def color(box: Styled) -> Color:
    """The colour of a text."""
    (run,) = runs(box)
    assert isinstance(run.color, Color)
    return run.color
