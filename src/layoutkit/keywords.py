"""The keywords of CSS that layoutkit knows, and those of arrows: the one home of each set of words."""

from __future__ import annotations

from typing import Literal, get_args

__all__ = [
    "BLENDS",
    "CORNERS",
    "SIDES",
    "AlignContent",
    "AlignItems",
    "AlignSelf",
    "AutoFlow",
    "BlendMode",
    "BorderStyle",
    "Direction",
    "HeadShape",
    "JustifyContent",
    "JustifyItems",
    "JustifySelf",
    "Marker",
    "Overflow",
    "Position",
    "RouteShape",
    "Semantics",
    "SizeWord",
    "TextAlign",
    "TextTransform",
    "TextWrap",
    "Wrap",
    "WritingMode",
]

Direction = Literal["row", "row-reverse", "column", "column-reverse"]
Wrap = Literal["nowrap", "wrap", "wrap-reverse"]
JustifyContent = Literal[
    "normal",
    "stretch",
    "start",
    "end",
    "flex-start",
    "flex-end",
    "center",
    "space-between",
    "space-around",
    "space-evenly",
]
AlignContent = JustifyContent
AlignItems = Literal["normal", "stretch", "start", "end", "flex-start", "flex-end", "center", "baseline"]
AlignSelf = Literal["auto", "normal", "stretch", "start", "end", "flex-start", "flex-end", "center", "baseline"]
JustifyItems = AlignItems
JustifySelf = AlignSelf
AutoFlow = Literal["row", "column", "row dense", "column dense"]
Position = Literal["relative", "absolute"]
SizeWord = Literal["min-content", "max-content", "fit-content", "stretch"]
"""CSS Sizing 3 and 4: as small as the content can be, as large as it likes, that within the room, or all the room."""
Overflow = Literal["visible", "hidden"]
Semantics = Literal[
    "list",
    "listitem",
    "marker",
    "table",
    "rowgroup",
    "row",
    "columnheader",
    "rowheader",
    "cell",
    "blockquote",
    "code",
    "none",
]
"""The roles of WAI-ARIA 1.2 that a box may have, and ``marker``, as CSS calls what stands before a list item."""
HeadShape = Literal["triangle", "open", "dot", "bar", "none"]
RouteShape = Literal["orthogonal", "straight", "curved"]
Marker = Literal["circle", "square", "triangle", "diamond", "plus", "cross"]
SIDES = ("top", "right", "bottom", "left")
CORNERS = ("top_left", "top_right", "bottom_right", "bottom_left")
"""In the order of CSS."""
BorderStyle = Literal["solid", "dashed", "dotted"]
BlendMode = Literal[
    "normal", "multiply", "screen", "overlay", "darken", "lighten", "color-dodge", "color-burn", "hard-light",
    "soft-light", "difference", "exclusion", "hue", "saturation", "color", "luminosity",
]  # fmt: skip
BLENDS: tuple[BlendMode, ...] = get_args(BlendMode)
TextAlign = Literal["start", "center", "end", "justify"]
TextTransform = Literal["none", "uppercase"]
TextWrap = Literal["wrap", "nowrap", "balance", "pretty"]
"""CSS ``text-wrap``: lines break as late as they can, not at all, about equally long, or with the least ragged edge."""
WritingMode = Literal["horizontal-tb", "sideways-rl", "sideways-lr"]
"""CSS ``writing-mode``: lines are level, or turned by 90°: clockwise (read downward), counter-clockwise (upward)."""
