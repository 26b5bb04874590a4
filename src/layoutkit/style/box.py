"""The part of CSS that decides where a box goes: one frozen record per box.

Field names are the CSS longhands in snake case and their initial values are CSS's, with three
departures: every box is a flex container, is positioned relatively, and sizes include padding and
border (``box_sizing="border-box"``). There is no block flow; text direction is left to right.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Literal

from layoutkit.keywords import SizeWord

if TYPE_CHECKING:
    from layoutkit.keywords import (
        AlignContent,
        AlignItems,
        AlignSelf,
        AutoFlow,
        Direction,
        JustifyContent,
        JustifyItems,
        JustifySelf,
        Overflow,
        Position,
        Wrap,
    )

__all__ = [
    "AUTO",
    "Auto",
    "BoxStyle",
    "Dimension",
    "FitContent",
    "Fr",
    "GridLine",
    "GridSpan",
    "Length",
    "MinMax",
    "Percent",
    "Repeat",
    "Size",
    "TrackBreadth",
    "TrackList",
    "TrackSize",
]


class Auto(Enum):
    """The CSS keyword ``auto``: let the layout decide."""

    AUTO = "auto"


AUTO = Auto.AUTO


@dataclass(frozen=True, slots=True)
class Percent:
    """A share of the containing block's size in the same axis (of its width for padding and margin)."""

    fraction: float
    """0.5 is 50 %."""


Length = float | Percent
"""px, or a share of the containing block."""
Dimension = Length | Auto
Size = Length | Auto | SizeWord
"""A width or a height: a length, what the layout decides, or a word for what the content or the room asks for."""


# ---- CSS Grid 1, 7.2: track sizes -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Fr:
    """A share of the space that the other tracks leave over: ``2fr`` is twice ``1fr``."""

    factor: float


TrackBreadth = float | Percent | Fr | Auto | Literal["min-content", "max-content"]
"""px, a share of the grid's content box, a share of what is left over, or what the items ask for."""


@dataclass(frozen=True, slots=True)
class MinMax:
    """``minmax(least, greatest)``: a track between two breadths; the least is not in ``Fr``."""

    least: TrackBreadth
    greatest: TrackBreadth


@dataclass(frozen=True, slots=True)
class FitContent:
    """``fit-content(limit)``: as wide as the items like, but no wider than the limit unless they need it."""

    limit: Length


TrackSize = TrackBreadth | MinMax | FitContent


@dataclass(frozen=True, slots=True)
class Repeat:
    """``repeat(count, tracks)``: the tracks again and again."""

    count: int | Literal["auto-fill", "auto-fit"]
    """How often; ``auto-fill`` is as often as fits, ``auto-fit`` drops those that stay empty."""
    tracks: tuple[TrackSize, ...]


TrackList = tuple[TrackSize | Repeat, ...]


@dataclass(frozen=True, slots=True)
class GridSpan:
    """``span n``: the other line of a grid area is ``count`` tracks away."""

    count: int


GridLine = int | GridSpan | Auto
"""A line by its number: 1 is the first line of the explicit grid, -1 its last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxStyle:
    """The used layout properties of one box, in px and shares; nothing is inherited."""

    display: Literal["flex", "grid", "none"] = "flex"
    position: Position = "relative"
    box_sizing: Literal["border-box", "content-box"] = "border-box"
    overflow: Overflow = "visible"
    """``hidden`` takes away the automatic minimum size of a flex or grid item."""

    width: Size = AUTO
    height: Size = AUTO
    min_width: Size = AUTO
    min_height: Size = AUTO
    max_width: Length | SizeWord | None = None
    """None is CSS's ``none``: no limit."""
    max_height: Length | SizeWord | None = None
    aspect_ratio: float | None = None
    """Width divided by height; None is CSS's ``auto``."""

    padding_top: Length = 0.0
    padding_right: Length = 0.0
    padding_bottom: Length = 0.0
    padding_left: Length = 0.0
    border_top: float = 0.0
    border_right: float = 0.0
    border_bottom: float = 0.0
    border_left: float = 0.0
    margin_top: Dimension = 0.0
    margin_right: Dimension = 0.0
    margin_bottom: Dimension = 0.0
    margin_left: Dimension = 0.0
    top: Dimension = AUTO
    right: Dimension = AUTO
    bottom: Dimension = AUTO
    left: Dimension = AUTO
    translate_x: float = 0.0
    """How far a box is moved that has insets, as a share of its own size; where it is absolutely positioned it may be
    as wide as its containing block."""
    translate_y: float = 0.0

    flex_direction: Direction = "row"
    flex_wrap: Wrap = "nowrap"
    row_gap: Length | Literal["normal"] = 0.0
    """``normal`` is no gap, and in a subgrid the gap of the grid around it."""
    column_gap: Length | Literal["normal"] = 0.0
    has_rules: bool = False
    """Whether lines are drawn in the gutters between its children, so that their places are asked for."""
    justify_content: JustifyContent = "normal"
    align_items: AlignItems = "normal"
    align_content: AlignContent = "normal"

    flex_grow: float = 0.0
    flex_shrink: float = 1.0
    flex_basis: Size | Literal["content"] = AUTO
    align_self: AlignSelf = "auto"

    grid_template_columns: TrackList | Literal["subgrid"] = ()
    """``subgrid`` takes the columns of the grid around the box, as many as the box spans (CSS Grid 2, 9)."""
    grid_template_rows: TrackList | Literal["subgrid"] = ()
    grid_auto_columns: tuple[TrackSize, ...] = (AUTO,)
    """The sizes of columns that the template does not have, in turn."""
    grid_auto_rows: tuple[TrackSize, ...] = (AUTO,)
    grid_auto_flow: AutoFlow = "row"
    grid_column_start: GridLine = AUTO
    grid_column_end: GridLine = AUTO
    grid_row_start: GridLine = AUTO
    grid_row_end: GridLine = AUTO
    justify_items: JustifyItems = "normal"
    justify_self: JustifySelf = "auto"
