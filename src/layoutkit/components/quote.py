"""Somebody's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.nodes import Column, Node, Row, Text

if TYPE_CHECKING:
    from typing import Unpack

    from layoutkit.nodes.props import BoxProps

__all__ = ["Quote"]


def Quote(text: str, by: str | None = None, **props: Unpack[BoxProps]) -> Node:
    """Somebody's words beside a bar, with who said them; components ``quote`` and ``quote_bar``."""
    said_by = None if by is None else Text(by, role="small", color="{color.ink_muted}")
    box: BoxProps = {"component": "quote", **props}
    return Row(
        Row(component="quote_bar"), Column(Text(text, role="quote"), said_by, gap="{space.xs}", grow=1, basis=0), **box
    )
