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
    Semantics,
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
    """Findings accepted on purpose: the id of the rule and the reason."""


class ShapeProps(ArrowProps, total=False):
    """What a shape takes of these: its place follows from its coordinates."""

    key: Hashable
    """What ``part(key)`` of a node around it finds it by."""


class LeafProps(TypedDict, total=False):
    """Size, space, place and look of any box."""

    component: str
    """The table of tokens.toml that this box starts from, such as ``card``; keywords override it."""

    width: LengthLike
    """Width of the box, padding and border included."""
    height: LengthLike
    """Height of the box, padding and border included."""
    min_width: LengthLike
    """The least width."""
    min_height: LengthLike
    """The least height."""
    max_width: LengthLike
    """The greatest width."""
    max_height: LengthLike
    """The greatest height."""
    aspect_ratio: float
    """Width divided by height."""

    padding: LengthLike
    """Space between the edge and the content, on all sides."""
    padding_x: LengthLike
    """Padding at the left and at the right."""
    padding_y: LengthLike
    """Padding at the top and at the bottom."""
    padding_top: LengthLike
    """Padding at the top."""
    padding_right: LengthLike
    """Padding at the right."""
    padding_bottom: LengthLike
    """Padding at the bottom."""
    padding_left: LengthLike
    """Padding at the left."""
    margin: LengthLike
    """Space around the box, on all sides; below zero, or ``"auto"``, as in CSS."""
    margin_x: LengthLike
    """Margin at the left and at the right."""
    margin_y: LengthLike
    """Margin at the top and at the bottom."""
    margin_top: LengthLike
    """Margin at the top."""
    margin_right: LengthLike
    """Margin at the right."""
    margin_bottom: LengthLike
    """Margin at the bottom."""
    margin_left: LengthLike
    """Margin at the left."""

    grow: float
    """Its share of the free space along the main axis of a Row or Column."""
    shrink: float
    """How far it gives way where space is short, in proportion to its size."""
    basis: LengthLike
    """Its size along the main axis before space is shared out."""
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
    """How this child of a Grid or Stack is placed in the width of its cell."""

    position: Position
    """``"absolute"`` takes the box out of the flow and places it by ``top``, ``right``, ``bottom`` and ``left``."""
    top: LengthLike
    """Distance from the top edge of the parent; of a box in the flow, how far it is moved."""
    right: LengthLike
    """Distance from the right edge."""
    bottom: LengthLike
    """Distance from the bottom edge."""
    left: LengthLike
    """Distance from the left edge."""
    overflow: Overflow
    """``"hidden"`` cuts off what reaches beyond the padding box."""

    background: ColorLike | None
    """Colour of the background; None paints none, even where the component has one."""
    background_image: str | None
    """A gradient of colour tokens over the background: ``"linear-gradient(to right, {color.a}, {color.b} 60%)"``."""
    border: ColorLike | None
    """Colour of the border; None draws none, even where the component has one."""
    border_width: LengthLike
    """Width of the border where it has a colour."""
    border_style: BorderStyle
    """Style of the border."""
    border_top: ColorLike | None
    """Colour of the top side, where it differs from ``border``."""
    border_right: ColorLike | None
    """Colour of the right side, where it differs from ``border``."""
    border_bottom: ColorLike | None
    """Colour of the bottom side, where it differs from ``border``."""
    border_left: ColorLike | None
    """Colour of the left side, where it differs from ``border``."""
    border_top_width: LengthLike
    """Width of the top side, where it differs from ``border_width``; 0 draws none."""
    border_right_width: LengthLike
    """Width of the right side, where it differs from ``border_width``; 0 draws none."""
    border_bottom_width: LengthLike
    """Width of the bottom side, where it differs from ``border_width``; 0 draws none."""
    border_left_width: LengthLike
    """Width of the left side, where it differs from ``border_width``; 0 draws none."""
    radius: LengthLike
    """Radius of all corners."""
    radius_top_left: LengthLike
    """Radius of this corner, where it differs from ``radius``."""
    radius_top_right: LengthLike
    """Radius of this corner, where it differs from ``radius``."""
    radius_bottom_right: LengthLike
    """Radius of this corner, where it differs from ``radius``."""
    radius_bottom_left: LengthLike
    """Radius of this corner, where it differs from ``radius``."""
    shadow: str
    """The name of a shadow token, or ``"none"``."""

    color: ColorLike
    """Colour of the text inside."""
    role: str
    """Type role of the text inside, such as ``small``."""

    semantics: Semantics
    """What it is to those who listen: the role that PDF tags and SVG's ``role`` give it. Without it, children of a
    ``table`` are cells, row by row; those of a ``list`` are items, or belong to the item of the ``marker`` before."""
    key: Hashable
    """What ``part(key)`` of a node around it finds it by, so that arrows may lead to it."""
    allow: Mapping[str, str]
    """Findings accepted on purpose, here and inside: the id of the rule and the reason."""


class BoxProps(LeafProps, total=False):
    """Those, and how a container places its children."""

    gap: LengthLike
    """Space between children, and between lines where they wrap."""
    row_gap: LengthLike
    """Space between rows, or between children of a Column."""
    column_gap: LengthLike
    """Space between columns, or between children of a Row."""
    column_rule: ColorLike | None
    """The colour of lines between columns, or between what stands side by side; they take no room."""
    column_rule_width: LengthLike
    """Width of these lines."""
    column_rule_style: BorderStyle
    """Style of these lines."""
    row_rule: ColorLike | None
    """The colour of lines between rows, or between what stands one below the other."""
    row_rule_width: LengthLike
    """Width of these lines."""
    row_rule_style: BorderStyle
    """Style of these lines."""
    justify: JustifyContent
    """How children share the free space along the main axis."""
    align: AlignItems
    """How each child is placed across the main axis."""
    align_content: JustifyContent
    """How wrapped lines share the free space across the main axis."""
    wrap: bool
    """Whether children may wrap into further lines."""
    reverse: bool
    """Whether children run from the end to the start."""
    share_rows: bool
    """Whether children of a Row or Grid have rows in common: first part beside first part, chart beside chart."""
