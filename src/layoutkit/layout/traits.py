"""Styles in the form that the layout works with: traits once per style, used lengths once per containing block.

All lengths are px. A pair is indexed by axis: 0 is the inline axis (x, widths), 1 the block axis (y, heights).
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from layoutkit.layout.validity import LARGEST, InvalidLengthError, explain
from layoutkit.style.box import AUTO, Auto, Percent

if TYPE_CHECKING:
    from layoutkit.origin import Origin
    from layoutkit.style.box import BoxStyle, Size

__all__ = ["Pair", "Traits", "UsedValues", "Words", "resolve", "resolve_length", "takes_share_of_height", "traits"]

Pair = tuple[float, float]

_NO_EDGES = (0.0, 0.0, 0.0, 0.0)
_NOTHING = (0.0, 0.0)
_NO_LIMIT = (inf, inf)
_INDEFINITE = (None, None)
_NO_STRETCH = (False, False)
_AUTO = (AUTO, AUTO)
_FIXED = frozenset({int, float, Auto, type(None)})
"""The types of sizes that are no share of anything and no word."""
_CONTENT_WORDS = frozenset({"min-content", "max-content", "fit-content"})


class UsedValues:
    """The lengths of a box, resolved against one containing block; sizes are border boxes, None where indefinite."""

    __slots__ = ("basis", "edges", "greatest", "least", "margin", "margins", "relative", "size", "start")

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
    relative: bool
    """Whether one of these lengths is a percentage."""


class Words(NamedTuple):
    """The sizes of a style that its content decides by a keyword; empty texts where they are something else."""

    size: tuple[str, str]
    least: tuple[str, str]
    greatest: tuple[str, str]
    basis: str
    """In the parent's main axis: that of the flex basis, or of the size where the basis is auto."""


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
        "content_box",
        "content_height",
        "content_relative",
        "gaps",
        "grow",
        "hidden",
        "in_column",
        "out_of_flow",
        "ratio",
        "relative",
        "reverse",
        "shifted",
        "shrink",
        "stretches",
        "style",
        "words",
        "wrap",
        "wrap_reverse",
    )

    style: BoxStyle
    hidden: bool
    """``display: none``."""
    gaps: Pair | None
    """column-gap and row-gap; None where one is a percentage."""
    reverse: bool
    """Whether the main axis runs backwards."""
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
    content_height: bool
    """Whether the content decides the height: it is auto, or a keyword that says so."""
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
    stretches: tuple[bool, bool]
    """Whether width and height, or a limit of them, are ``stretch``."""
    words: Words | None
    """The sizes that the content decides by a keyword, if there are any."""
    constant: UsedValues | None
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
    found.reverse = direction == "row-reverse" or direction == "column-reverse"  # noqa: PLR1714 - likewise
    found.wrap = style.flex_wrap != "nowrap"
    found.wrap_reverse = style.flex_wrap == "wrap-reverse"
    found.auto_size = (style.width is AUTO, style.height is AUTO)
    found.content_height = style.height is AUTO
    found.auto_min = (style.min_width is AUTO and not clips, style.min_height is AUTO and not clips)
    found.auto_start = (style.margin_left is AUTO, style.margin_top is AUTO)
    found.auto_end = (style.margin_right is AUTO, style.margin_bottom is AUTO)
    found.ratio = style.aspect_ratio
    found.content_box = style.box_sizing == "content-box"
    found.grow = style.flex_grow
    found.shrink = style.flex_shrink
    try:
        _check_factors(style)
        found.gaps = _gaps(style)
        if found.shifted:
            _px((style.left, style.top, style.right, style.bottom), 0.0, -LARGEST)
        found.constant = lengths = resolve(style, in_column, None, None)
    except (InvalidLengthError, TypeError):
        explain(style, origin)
        raise
    found.stretches, found.words = _NO_STRETCH, None
    sizes = (style.width, style.height, style.min_width, style.min_height, style.max_width, style.max_height)
    if str in map(type, sizes) or type(style.flex_basis) is str:
        found.content_height = found.content_height or style.height in _CONTENT_WORDS
        found.stretches = (
            "stretch" in (style.width, style.min_width, style.max_width),
            "stretch" in (style.height, style.min_height, style.max_height),
        )
        found.words = _words(style, in_column)
    found.relative = style.aspect_ratio is not None
    if lengths.relative or found.shifted:
        heights = (style.top, style.bottom, style.flex_basis if in_column else 0.0)
        found.relative = found.relative or takes_share_of_height(style) or any(map(_is_share, heights))
    if lengths.relative:
        found.constant = None
    found.content_relative = (found.wrap and found.column == 1) or isinstance(style.row_gap, Percent)
    return found


def takes_share_of_height(style: BoxStyle) -> bool:
    """Whether the height or a limit of it is a share of the container's, or all of it."""
    sizes = (style.height, style.min_height, style.max_height)
    return not _FIXED.issuperset(map(type, sizes)) and any(map(_is_share, sizes))


def _is_share(length: object) -> bool:
    return isinstance(length, Percent) or length == "stretch"


def _one_depends_on_room(pair: tuple[object, object]) -> bool:
    if type(pair[0]) in _FIXED and type(pair[1]) in _FIXED:
        return False
    return _depends_on_room(pair[0]) or _depends_on_room(pair[1])


def _depends_on_room(length: object) -> bool:
    return isinstance(length, Percent) or length == "stretch" or length == "fit-content"  # noqa: PLR1714 - of any type


def _words(style: BoxStyle, main: int) -> Words | None:
    """The keywords that stand for sizes of the content."""
    sizes = (style.width, style.height, style.min_width, style.min_height, style.max_width, style.max_height)
    basis = style.flex_basis
    words = [size if isinstance(size, str) and size in _CONTENT_WORDS else "" for size in sizes]
    main_word = words[main] if basis is AUTO else basis if isinstance(basis, str) and basis in _CONTENT_WORDS else ""
    found = Words((words[0], words[1]), (words[2], words[3]), (words[4], words[5]), main_word)
    return found if any(words) or main_word else None


def resolve(
    style: BoxStyle,
    main: int,
    width: float | None,
    height: float | None,
    offered: tuple[float | None, float | None] | None = None,
) -> UsedValues:
    """The used lengths in a containing block of that width and height; ``main`` is the parent's main axis.

    ``offered`` is what the keyword ``stretch`` stands for, where that is not the containing block.

    Percent padding and margin refer to the width on all four sides, an indefinite one counting as 0 (CSS Box 4, 3.1;
    CSS Sizing 3, 5.2.1). A percent minimum of something indefinite is 0, a percent maximum none.
    """
    found = UsedValues()
    relative = False
    padding = (style.padding_left, style.padding_top, style.padding_right, style.padding_bottom)
    border = (style.border_left, style.border_top, style.border_right, style.border_bottom)
    if padding == border == _NO_EDGES:
        found.start = edges = found.edges = _NOTHING
    else:
        left, top, right, bottom = _px(padding, width or 0.0, 0.0)
        if border != _NO_EDGES:
            for side in border:
                _checked(side, 0.0)
            left, top, right, bottom = left + border[0], top + border[1], right + border[2], bottom + border[3]
        found.start = (left, top)
        edges = found.edges = (left + right, top + bottom)
        relative = Percent in map(type, padding)
    margin = (style.margin_left, style.margin_top, style.margin_right, style.margin_bottom)
    if margin == _NO_EDGES:
        found.margin = found.margins = _NOTHING
    else:
        left, top, right, bottom = _px(margin, width or 0.0, -LARGEST)
        found.margin = (left, top)
        found.margins = (left + right, top + bottom)
        relative = relative or Percent in map(type, margin)
    base = (width, height)
    added = edges if style.box_sizing == "content-box" else _NOTHING
    found.size, found.least, found.greatest = _INDEFINITE, edges, _NO_LIMIT
    size, limits, caps = (
        (style.width, style.height),
        (style.min_width, style.min_height),
        (style.max_width, style.max_height),
    )
    if size == limits == _AUTO and caps == _INDEFINITE and style.flex_basis is AUTO:
        found.basis, found.relative = None, relative
        return found
    room = offered or base
    taken = found.margins
    full = None if room[0] is None else room[0] - taken[0], None if room[1] is None else room[1] - taken[1]
    if size != _AUTO:
        found.size = _border_boxes(size, base, edges, added, full)
        relative = relative or _one_depends_on_room(size)
    if limits != _AUTO:
        least = _border_boxes(limits, base, edges, added, full)
        found.least = (least[0] or edges[0], least[1] or edges[1])
        relative = relative or _one_depends_on_room(limits)
    if caps != _INDEFINITE:
        most = _border_boxes(caps, base, edges, added, full)
        found.greatest = (inf if most[0] is None else most[0], inf if most[1] is None else most[1])
        relative = relative or _one_depends_on_room(caps)
    if style.flex_basis is AUTO:
        found.basis = found.size[main]
    else:
        found.basis = _border_box(style.flex_basis, base[main], edges[main], added[main], full[main])
        relative = relative or _depends_on_room(style.flex_basis)
    found.relative = relative
    return found


def resolve_length(length: Size | Literal["normal"] | None, base: float | None) -> float | None:
    """A length in px, or None where it is a keyword or a percentage of something indefinite."""
    if isinstance(length, Percent):
        return None if base is None else _bounded(length.fraction * base)
    return length if isinstance(length, (int, float)) else None


def _px(sides: tuple[Size, ...], base: float, least: float) -> list[float]:
    """Paddings or margins in px, auto as 0; each has to be at least ``least``."""
    found = []
    for side in sides:
        if isinstance(side, Percent):
            found.append(_bounded(_checked(side.fraction, least) * base))
        else:
            found.append(0.0 if side is AUTO else _checked(side, least))
    return found


def _border_boxes(
    lengths: tuple[Size | None, Size | None],
    base: tuple[float | None, float | None],
    edges: Pair,
    added: Pair,
    full: tuple[float | None, float | None],
) -> tuple[float | None, float | None]:
    """A pair of widths and heights as border boxes."""
    return (
        _border_box(lengths[0], base[0], edges[0], added[0], full[0]),
        _border_box(lengths[1], base[1], edges[1], added[1], full[1]),
    )


def _border_box(
    length: Size | str | None, base: float | None, edges: float, added: float, full: float | None
) -> float | None:
    """A width, a height, a limit or a flex basis as border box: never smaller than padding and border.

    ``full`` is what ``stretch`` stands for; None for what the content decides.
    """
    if length is AUTO or length is None:
        return None
    if type(length) is float or type(length) is int:
        return max(edges, _checked(length, 0.0) + added)
    if isinstance(length, str):
        if length == "stretch":
            return None if full is None else max(edges, full)
        if length == "content" or length in _CONTENT_WORDS:
            return None
        raise InvalidLengthError
    if isinstance(length, Percent):
        fraction = _checked(length.fraction, 0.0)
        if base is None:
            return None
        value = _bounded(fraction * base) + added
    else:
        value = _checked(length, 0.0) + added
    return max(edges, value)


def _gaps(style: BoxStyle) -> Pair | None:
    columns, rows = style.column_gap, style.row_gap
    columns, rows = 0.0 if columns == "normal" else columns, 0.0 if rows == "normal" else rows
    if columns or rows:
        _px((columns, rows), 0.0, 0.0)
    return None if isinstance(columns, Percent) or isinstance(rows, Percent) else (columns, rows)


def _check_factors(style: BoxStyle) -> None:
    grow, shrink, ratio = style.flex_grow, style.flex_shrink, style.aspect_ratio
    good = 0 <= grow <= LARGEST and 0 <= shrink <= LARGEST
    if not (good and (ratio is None or 1 / LARGEST <= ratio <= LARGEST)):
        raise InvalidLengthError


def _checked(value: object, least: float) -> float:
    """A number of a style, if it can be laid out; a foreign type fails in the comparison."""
    number = cast("float", value)
    if least <= number <= LARGEST:
        return number
    raise InvalidLengthError


def _bounded(value: float) -> float:
    """A percentage of a percentage of … cannot run out of the range of floats."""
    return max(-LARGEST, min(value, LARGEST))
