"""Nodes in the look of the series, painted on a page."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit import Column
from layoutkit.layout.arrange import arrange
from layoutkit.paint import paint
from layoutkit.paint.display import FillRect, Glyphs
from layoutkit.renderer import Renderer
from layoutkit.style.resolve import resolve
from layoutkit.tokens import load_theme

if TYPE_CHECKING:
    from layoutkit import BoxProps, Node, Theme
    from layoutkit.layout.arrange import Placed

__all__ = ["ROOT", "glyphs", "placed", "rects", "series", "t"]

ROOT = Path(__file__).parents[2]


@cache
def series(look: str = "tokens.toml") -> Renderer:
    """The tokens of the series with their fonts open."""
    return Renderer(load_theme(ROOT / look))


def t() -> Theme:
    """The tokens of the series."""
    return series().theme


def placed(*nodes: Node, width: float = 1000, **props: object) -> Placed:
    """Nodes below one another on a page without padding."""
    page: BoxProps = {"padding_x": 0, "padding_y": 0, "gap": 0, "width": width, **props}  # type: ignore[typeddict-item]
    return arrange(resolve(Column(*nodes, **page), t(), series().typesetter, language="pt-BR"), width)


def glyphs(*nodes: Node, width: float = 1000, **props: object) -> list[Glyphs]:
    """The runs that are painted, with their origins on the page."""
    return [op for op in paint(placed(*nodes, width=width, **props)).operations if isinstance(op, Glyphs)]


def rects(*nodes: Node, width: float = 1000) -> list[FillRect]:
    """The boxes that are painted, without the page."""
    return [op for op in paint(placed(*nodes, width=width)).operations if isinstance(op, FillRect)][1:]
