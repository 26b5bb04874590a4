"""The keywords that every node takes: the words of CSS, with figures in mind."""

from __future__ import annotations

from collections.abc import Hashable, Mapping  # noqa: TC003 - the names are read at run time
from typing import TypedDict

from layoutkit.color import Color
from layoutkit.keywords import (  # noqa: TC001 - the names are read at run time
    AlignItems,
    AlignSelf,
    BorderStyle,
    JustifyContent,
    JustifySelf,
    Overflow,
    Position,
)

__all__ = ["ArrowProps", "BoxProps", "ColorLike", "LeafProps", "LengthLike", "ShapeProps"]

LengthLike = float | str
"""px as a number or a token (``t.space.m``); ``"{space.m} * 2"``; ``"50%"`` and ``"auto"`` where CSS has them, and
``"min-content"``, ``"max-content"``, ``"fit-content"`` and ``"stretch"`` for widths, heights, limits and ``basis``.
"""

ColorLike = Color | str
"""A token (``t.color.accent``), ``"{color.accent}"`` or ``"#1A73E8"``."""


class ArrowProps(TypedDict, total=False):
    """What an arrow takes of these: it has no box of its own."""

    allow: Mapping[str, str]
    """Faults accepted on purpose: the id of the rule and the reason."""


class ShapeProps(ArrowProps, total=False):
    """What a shape takes of these: its place follows from its coordinates."""

    key: Hashable
    """What ``part(key)`` of a node around it finds it by."""


class LeafProps(TypedDict, total=False):
    """Size, space, place and look of any box."""

    component: str
    """The component tokens that this box starts from, such as ``card``; keywords here go before them."""

    width: LengthLike
    height: LengthLike
    min_width: LengthLike
    min_height: LengthLike
    max_width: LengthLike
    max_height: LengthLike
    aspect_ratio: float
    """Width divided by height."""

    padding: LengthLike
    padding_x: LengthLike
    padding_y: LengthLike
    padding_top: LengthLike
    padding_right: LengthLike
    padding_bottom: LengthLike
    padding_left: LengthLike
    margin: LengthLike
    margin_x: LengthLike
    margin_y: LengthLike
    margin_top: LengthLike
    margin_right: LengthLike
    margin_bottom: LengthLike
    margin_left: LengthLike

    grow: float
    shrink: float
    basis: LengthLike
    align_self: AlignSelf
    """How this child is placed across the parent's main axis, or in the height of its cell."""

    column: int
    """In a Grid: the line where it starts; 1 is the left edge, -1 the right one."""
    row: int
    """In a Grid: the line where it starts; 1 is the top edge, -1 the bottom one."""
    column_span: int
    """In a Grid: how many columns it covers."""
    row_span: int
    """In a Grid: how many rows it covers."""
    justify_self: JustifySelf
    """In a Grid or Stack: how it is placed in the width of its cell."""

    position: Position
    top: LengthLike
    right: LengthLike
    bottom: LengthLike
    left: LengthLike
    overflow: Overflow

    background: ColorLike | None
    """None paints nothing, even where the component has a background."""
    background_image: str | None
    """A gradient of colour tokens over the background: ``"linear-gradient(to right, {color.a}, {color.b} 60%)"``."""
    border: ColorLike | None
    """None draws no border, even where the component has one."""
    border_width: LengthLike
    border_style: BorderStyle
    border_top: ColorLike | None
    """The colour of one side, where it is another than that of ``border``."""
    border_right: ColorLike | None
    border_bottom: ColorLike | None
    border_left: ColorLike | None
    border_top_width: LengthLike
    """The width of one side, where it is another than ``border_width``; 0 draws none."""
    border_right_width: LengthLike
    border_bottom_width: LengthLike
    border_left_width: LengthLike
    radius: LengthLike
    radius_top_left: LengthLike
    """The radius of one corner, where it is another than ``radius``."""
    radius_top_right: LengthLike
    radius_bottom_right: LengthLike
    radius_bottom_left: LengthLike
    shadow: str
    """The name of a shadow token, or ``"none"``."""

    color: ColorLike
    """Colour of the text inside."""
    role: str
    """Type role of the text inside, such as ``small``."""

    key: Hashable
    """What ``part(key)`` of a node around it finds it by, so that arrows may lead to it."""
    allow: Mapping[str, str]
    """Faults accepted on purpose, here and inside: the id of the rule and the reason."""


class BoxProps(LeafProps, total=False):
    """Those, and how a container places its children."""

    gap: LengthLike
    """Space between children, and between lines where they wrap."""
    row_gap: LengthLike
    column_gap: LengthLike
    column_rule: ColorLike | None
    """The colour of lines between columns, or between what stands side by side; they take no room."""
    column_rule_width: LengthLike
    column_rule_style: BorderStyle
    row_rule: ColorLike | None
    """The colour of lines between rows, or between what stands one below the other."""
    row_rule_width: LengthLike
    row_rule_style: BorderStyle
    justify: JustifyContent
    """``justify-content``: how children share the free space along the main axis."""
    align: AlignItems
    """``align-items``: how each child is placed across the main axis."""
    align_content: JustifyContent
    """How wrapped lines share the free space across the main axis."""
    wrap: bool
    """Whether children may wrap into further lines."""
    reverse: bool
    """Whether children run from the end to the start."""
    share_rows: bool
    """Whether children of a Row or Grid have rows in common: first part beside first part, chart beside chart."""
