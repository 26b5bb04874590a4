"""Icons in a column stand at its edge with their ink, as letters do, and not with the empty rim of their square.

In a row the square counts: so the words behind the icons of a list begin at one place, however wide each icon is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from layoutkit.drawing.ink_box import ink_box
from layoutkit.nodes import Column
from layoutkit.style.content import IconContent

if TYPE_CHECKING:
    from layoutkit.nodes import Node
    from layoutkit.style.styled import Styled

__all__ = ["flush_with_column"]


def flush_with_column(icon: Styled, parent: Node) -> Styled:
    """An icon with margins that take the rims of its square back, where it stands at an edge of a column.

    Margins of its own come on top. An icon with a background, a border or padding stands where its box does.

    Args:
        icon: the icon.
        parent: the node that it is placed in.
    """
    style, content = icon.style, icon.content
    if not isinstance(parent, Column) or not isinstance(content, IconContent) or icon.look.is_frame:
        return icon
    if style.padding_left or style.padding_right or style.position == "absolute":
        return icon
    if not isinstance(style.width, float | int) or style.width != style.height:
        return icon
    source, side = content.source, style.width
    scale = side / max(source.width, source.height)
    ink = ink_box(source, None if content.stroke_width is None else content.stroke_width / scale)
    left = (side - source.width * scale) / 2 + (ink.x + content.shift[0] * source.width) * scale
    right = side - left - ink.width * scale
    where = style.align_self if style.align_self != "auto" else parent.props.get("align")
    if where == "start" and isinstance(style.margin_left, float | int):
        return replace(icon, style=replace(style, margin_left=style.margin_left - left))
    if where == "end" and isinstance(style.margin_right, float | int):
        return replace(icon, style=replace(style, margin_right=style.margin_right - right))
    return icon
