"""Styles in the form that the layout works with: traits once per style, used lengths once per containing block.

All lengths are px. A pair is indexed by axis: 0 is the inline axis (x, widths), 1 the block axis (y, heights).
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, cast

from layoutkit.layout.validity import LARGEST, InvalidLengthError, explain
from layoutkit.style.box import AUTO, Percent

if TYPE_CHECKING:
    from layoutkit.origin import Origin
    from layoutkit.style.box import BoxStyle, Dimension, Length

__all__ = ["Pair", "Traits", "Used", "resolve", "resolve_length", "traits"]

Pair = tuple[float, float]

_NO_EDGES = (0.0, 0.0, 0.0, 0.0)
_NOTHING = (0.0, 0.0)
_NO_LIMIT = (inf, inf)
_INDEFINITE = (None, None)


class Used:
    """The lengths of a box, resolved against one containing block; sizes are border boxes, None where indefinite."""

    __slots__ = ("basis", "edges", "greatest", "least", "margin", "margins", "size", "start")

    start: Pair
    """Padding and border at the left and at the top."""
    edges: Pair
    """Padding and border of both sides together."""
    margin: Pair
    """The margins at the left and at the top, 0 where auto."""
    margins: Pair
    """The margins of both sides together."""
    size: tuple[float | None, float | None]
    """Width and height; None where auto or a percentage of something indefinite."""
    least: Pair
    """min-width and min-height; padding and border where auto."""
    greatest: Pair
    """max-width and max-height, not yet raised to the minimum; infinite where none."""
    basis: float | None
    """The flex basis in the parent's main axis; None where the content decides."""


class Traits:
    """What the layout needs to know of a style besides its lengths."""

    __slots__ = (
        "auto_end",
        "auto_min",
        "auto_size",
        "auto_start",
        "clips",
        "column",
        "constant",
        "content_relative",
        "content_box",
        "grow",
        "hidden",
        "in_column",
        "out_of_flow",
        "ratio",
        "relative",
        "shifted",
        "shrink",
        "style",
        "wrap",
        "wrap_reverse",
    )

    style: BoxStyle
    hidden: bool
    """``display: none``."""
    out_of_flow: bool
    """``position: absolute``."""
    shifted: bool
    """Whether an inset moves the box from its place in flow, or might."""
    clips: bool
    """Whether the overflow is hidden."""
    column: int
    """The main axis of a flex container: 0 for a row, 1 for a column."""
    in_column: int
    """The main axis of the parent, which is that of the flex basis."""
    wrap: bool
    wrap_reverse: bool
    auto_size: tuple[bool, bool]
    """Whether width and height are auto (a percentage of something indefinite is not)."""
    auto_min: tuple[bool, bool]
    """Whether the automatic minimum applies: min-width or min-height is auto and the overflow is visible."""
    auto_start: tuple[bool, bool]
    """Whether margin-left and margin-top are auto."""
    auto_end: tuple[bool, bool]
    """Whether margin-right and margin-bottom are auto."""
    ratio: float | None
    content_box: bool
    grow: float
    shrink: float
    relative: bool
    """Whether the box comes out differently where its container has a definite height: by a percentage or a ratio."""
    content_relative: bool
    """Whether its content does where the box itself has one, whatever is inside."""
    constant: Used | None
    """The used lengths, where no percentage makes them depend on the containing block."""


def traits(style: BoxStyle, in_column: int, origin: Origin) -> Traits:
    """The traits of a style in a parent with that main axis.

    Raises:
        LayoutkitError: a length or factor is negative where it must not be, not finite, or absurdly large.
    """
    found = Traits()
    found.style = style
    found.in_column = in_column
    found.hidden = style.display == "none"
    found.out_of_flow = style.position == "absolute"
    found.shifted = not (style.left is AUTO and style.top is AUTO and style.right is AUTO and style.bottom is AUTO)
    found.clips = clips = style.overflow == "hidden"
    direction = style.flex_direction
    found.column = 1 if direction == "column" or direction == "column-reverse" else 0  # noqa: PLR1714 - no tuple needed
    found.wrap = style.flex_wrap != "nowrap"
    found.wrap_reverse = style.flex_wrap == "wrap-reverse"
    found.auto_size = (style.width is AUTO, style.height is AUTO)
    found.auto_min = (style.min_width is AUTO and not clips, style.min_height is AUTO and not clips)
    found.auto_start = (style.margin_left is AUTO, style.margin_top is AUTO)
    found.auto_end = (style.margin_right is AUTO, style.margin_bottom is AUTO)
    found.ratio = style.aspect_ratio
    found.content_box = style.box_sizing == "content-box"
    found.grow = style.flex_grow
    found.shrink = style.flex_shrink
    try:
        if not (
            0 <= style.flex_grow <= LARGEST
            and 0 <= style.flex_shrink <= LARGEST
            and (style.aspect_ratio is None or 1 / LARGEST <= style.aspect_ratio <= LARGEST)
        ):
            raise InvalidLengthError
        found.constant = resolve(style, in_column, None, None)
        for gap in (style.row_gap, style.column_gap):
            if gap:
                _edge(gap, 0.0)
    except (InvalidLengthError, TypeError):
        explain(style, origin)
        raise
    if _has_percentage(style):
        found.constant = None
    found.relative = style.aspect_ratio is not None or _height_has_percentage(style, in_column)
    found.content_relative = (found.wrap and found.column == 1) or isinstance(style.row_gap, Percent)
    return found


def resolve(style: BoxStyle, main: int, width: float | None, height: float | None) -> Used:
    """The used lengths in a containing block of that width and height; ``main`` is the parent's main axis.

    Percent padding and margin refer to the width on all four sides, an indefinite one counting as 0 (CSS Box 4, 3.1;
    CSS Sizing 3, 5.2.1). A percent minimum of something indefinite is 0, a percent maximum none.
    """
    found = Used()
    padding = (style.padding_left, style.padding_top, style.padding_right, style.padding_bottom)
    border = (style.border_left, style.border_top, style.border_right, style.border_bottom)
    if padding == border == _NO_EDGES:
        found.start = edges = found.edges = _NOTHING
    else:
        left, top, right, bottom = [
            _edge(inner, width or 0.0) + _edge(outer, 0.0) for inner, outer in zip(padding, border, strict=True)
        ]
        found.start = (left, top)
        edges = found.edges = (left + right, top + bottom)
    margin = (style.margin_left, style.margin_top, style.margin_right, style.margin_bottom)
    if margin == _NO_EDGES:
        found.margin = found.margins = _NOTHING
    else:
        left, top, right, bottom = [0.0 if side is AUTO else _signed(side, width or 0.0) for side in margin]
        found.margin = (left, top)
        found.margins = (left + right, top + bottom)
    added = edges if style.box_sizing == "content-box" else _NOTHING
    if style.width is AUTO and style.height is AUTO:
        found.size = _INDEFINITE
    else:
        found.size = (
            _border_box(style.width, width, edges[0], added[0]),
            _border_box(style.height, height, edges[1], added[1]),
        )
    if style.min_width is AUTO and style.min_height is AUTO:
        found.least = edges
    else:
        found.least = (
            _border_box(style.min_width, width, edges[0], added[0]) or edges[0],
            _border_box(style.min_height, height, edges[1], added[1]) or edges[1],
        )
    if style.max_width is None and style.max_height is None:
        found.greatest = _NO_LIMIT
    else:
        most = (
            _border_box(style.max_width, width, edges[0], added[0]),
            _border_box(style.max_height, height, edges[1], added[1]),
        )
        found.greatest = (inf if most[0] is None else most[0], inf if most[1] is None else most[1])
    if style.flex_basis is AUTO:
        found.basis = found.size[main]
    else:
        found.basis = _border_box(style.flex_basis, height if main else width, edges[main], added[main])
    return found


def resolve_length(length: Dimension | str | None, base: float | None) -> float | None:
    """A length in px, or None where it is a keyword or a percentage of something indefinite."""
    if isinstance(length, Percent):
        return None if base is None else _bounded(length.fraction * base)
    return length if isinstance(length, (int, float)) else None


def _border_box(length: Dimension | str | None, base: float | None, edges: float, added: float) -> float | None:
    """A width, a height, a limit or a flex basis as border box: never smaller than padding and border."""
    if length is AUTO or length is None or length == "content":
        return None
    value: float
    if isinstance(length, Percent):
        if not 0 <= length.fraction <= LARGEST:
            raise InvalidLengthError
        if base is None:
            return None
        value = _bounded(length.fraction * base)
    else:
        value = cast("float", length)  # a foreign type fails in the comparison
    if not 0 <= value <= LARGEST:
        raise InvalidLengthError
    value += added
    return value if value > edges else edges


def _edge(length: Length, base: float) -> float:
    """A padding, a border or a gap in px."""
    value = _signed(length, base)
    if value < 0:
        raise InvalidLengthError
    return value


def _signed(length: Dimension, base: float) -> float:
    """A margin in px, or anything else that may be negative."""
    if isinstance(length, Percent):
        if not -LARGEST <= length.fraction <= LARGEST:
            raise InvalidLengthError
        return _bounded(length.fraction * base)
    value = cast("float", length)  # a foreign type fails in the comparison
    if not -LARGEST <= value <= LARGEST:
        raise InvalidLengthError
    return value


def _bounded(value: float) -> float:
    """A percentage of a percentage of … cannot run out of the range of floats."""
    return max(-LARGEST, min(value, LARGEST))


def _has_percentage(style: BoxStyle) -> bool:
    """Whether any length of the box refers to its containing block (gaps refer to the box itself)."""
    return Percent in {
        style.width.__class__,
        style.height.__class__,
        style.min_width.__class__,
        style.min_height.__class__,
        style.max_width.__class__,
        style.max_height.__class__,
        style.flex_basis.__class__,
        style.padding_top.__class__,
        style.padding_right.__class__,
        style.padding_bottom.__class__,
        style.padding_left.__class__,
        style.margin_top.__class__,
        style.margin_right.__class__,
        style.margin_bottom.__class__,
        style.margin_left.__class__,
    }


def _height_has_percentage(style: BoxStyle, in_column: int) -> bool:
    """Whether one of them refers to the height of the containing block."""
    return (
        isinstance(style.height, Percent)
        or isinstance(style.min_height, Percent)
        or isinstance(style.max_height, Percent)
        or isinstance(style.top, Percent)
        or isinstance(style.bottom, Percent)
        or (in_column == 1 and isinstance(style.flex_basis, Percent))
    )
