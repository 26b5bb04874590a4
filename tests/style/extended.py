"""Nodes in the base theme with a few tokens changed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from layoutkit.layout.arrange import arrange
from layoutkit.renderer import Renderer
from layoutkit.style.resolve import resolve
from layoutkit.tokens import load_theme

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit import Node, Theme
    from layoutkit.layout.arrange import Placed
    from layoutkit.text.paragraph import Typesetter

__all__ = ["extended", "placed_in"]


@cache
def typesetter() -> Typesetter:
    """With the fonts of the base theme."""
    return Renderer(load_theme()).typesetter


def extended(folder: Path, tokens: str) -> Theme:
    """The base theme with some tokens changed: ``[page]\\nwidth = 400``."""
    path = folder / "tokens.toml"
    path.write_text(f'extends = "layoutkit"\n{tokens}\n', encoding="utf-8")
    return load_theme(path)


def placed_in(theme: Theme, node: Node) -> Placed:
    """A figure's tree in a theme with the fonts of the base theme."""
    return arrange(resolve(node, theme, typesetter(), language="en"), float(theme.page.width))
