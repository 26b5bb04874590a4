"""The keywords of CSS Box Alignment 3, Flexbox 1 and Grid 1 that layoutkit knows, and those of arrows."""

from __future__ import annotations

from typing import Literal

__all__ = [
    "AlignContent",
    "AlignItems",
    "AlignSelf",
    "AutoFlow",
    "Direction",
    "HeadShape",
    "JustifyContent",
    "JustifyItems",
    "JustifySelf",
    "RouteShape",
    "Wrap",
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
HeadShape = Literal["triangle", "open", "dot", "bar", "none"]
RouteShape = Literal["orthogonal", "straight", "curved"]
