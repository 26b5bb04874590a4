"""Absolutely positioned boxes (CSS Positioned Layout Module Level 3, section 4).

The containing block is the padding box of the parent, or an area of it: every box is positioned. Left out: anchors,
safe alignment. Where the standard and Chromium differ, Chromium is followed: the automatic
minimum of an aspect ratio holds for a specified width too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layoutkit.layout.sizes import (
    answer,
    auto_height_question,
    automatic_minimum_width,
    content_based_widths,
    known_height_question,
    transferred_widths,
    used,
    width_limits,
    worded_width,
)
from layoutkit.layout.traits import resolve, resolve_length

if TYPE_CHECKING:
    from layoutkit.layout.node import Area, LayoutNode, Placement
    from layoutkit.layout.traits import UsedValues
    from layoutkit.style.box import Dimension

__all__ = ["place_absolute"]


_STRETCHING = frozenset({"auto", "normal", "stretch"})


class _Span(NamedTuple):
    """The containing block between the insets, in one axis (4.1: the inset-modified containing block)."""

    start: float
    size: float
    end: float
    """From the end of the span to the end of the containing block."""
    bias: str
    """The edge to which the box keeps: start, center or end."""
    auto: bool
    """Whether an inset is auto."""


def place_absolute(node: LayoutNode, area: Area) -> Placement:
    """Size and place one absolutely positioned box; its place counts from the top-left of the area."""
    lengths = used(node, area.width, area.height)
    style, auto_height = node.traits.style, node.traits.auto_size[1]
    across = _span(style.left, style.right, area, 0, style.justify_self)
    down = _span(style.top, style.bottom, area, 1, style.align_self)
    if True in node.traits.stretches:
        lengths = resolve(style, node.traits.in_column, area.width, area.height, (across.size, down.size))
    stretches = auto_height and not down.auto and style.align_self in _STRETCHING
    explicit = not auto_height or (not down.auto and style.align_self == "stretch")
    height = _known_height(lengths, down, stretches=stretches)
    if style.translate_x:
        across = across._replace(start=across.start, size=area.width)
    width = _width(node, lengths, across, height, explicit_height=explicit)
    if height is None or (node.traits.ratio is not None and not explicit):
        question = auto_height_question(node, lengths, width)
    else:
        question = known_height_question(node, lengths, width, height)
    found = answer(node, question)
    height = found.height + lengths.edges[1]
    x = _place(node, lengths, across, width, 0, area)
    y = _place(node, lengths, down, height, 1, area)
    return node, lengths, found, x + style.translate_x * width, y + style.translate_y * height, width, height


def _span(start: Dimension, end: Dimension, area: Area, axis: int, align: str) -> _Span:
    size = area.height if axis else area.width
    first, last = resolve_length(start, size), resolve_length(end, size)
    both = first is not None and last is not None
    if first is None and last is None:
        bias, offset = area.static[axis], area.static_offset[axis]
        if bias == "start":
            first, last = offset, 0.0
        elif bias == "end":
            first, last = 0.0, size - offset
        else:
            half = min(offset, size - offset)
            first, last = offset - half, size - offset - half
    elif both:
        bias = {"center": "center", "end": "end", "flex-end": "end"}.get(align, "start")
    else:
        bias = "end" if first is None else "start"
    first, last = first or 0.0, last or 0.0
    missing = min(0.0, size - first - last)
    if both or bias == "start":  # the span is never smaller than nothing
        last += missing
    elif bias == "end":
        first += missing
    else:
        first, last = first + missing / 2, last + missing / 2
    return _Span(first, size - first - last, last, bias, auto=not both)


def _known_height(lengths: UsedValues, span: _Span, *, stretches: bool) -> float | None:
    """The height where it is specified, or stretched between two insets."""
    height = lengths.size[1]
    if height is None:
        if not stretches:
            return None
        height = max(lengths.edges[1], span.size - lengths.margins[1])
    return max(lengths.least[1], min(height, lengths.greatest[1]))


def _width(node: LayoutNode, lengths: UsedValues, span: _Span, height: float | None, *, explicit_height: bool) -> float:
    """The width: specified, by the aspect ratio, stretched between two insets, or shrunk to fit."""
    width, words = lengths.size[0], node.traits.words
    by_ratio = node.traits.ratio is not None and height is not None and (span.auto or explicit_height)
    if width is None:
        room = span.size - lengths.margins[0]
        justify = node.traits.style.justify_self
        word = "" if words is None else words.size[0]
        if word or span.auto or justify not in _STRETCHING or (by_ratio and justify != "stretch"):
            width = worded_width(content_based_widths(node, lengths, height), word, room)
        else:
            width = max(lengths.edges[0], room)
    least, most = width_limits(node, lengths, height, span.size)
    if by_ratio:
        least = automatic_minimum_width(node, lengths, height, span.size)
    if node.traits.ratio is not None and node.traits.auto_size[0]:
        low, high = transferred_widths(node, lengths)
        least = max(least, min(low, most))
        most = min(most, high)
    return max(least, min(width, most))


def _place(  # noqa: PLR0913, PLR0917 - one axis of a box
    node: LayoutNode, lengths: UsedValues, span: _Span, size: float, axis: int, area: Area
) -> float:
    """The border edge at the start, from the start of the area (4.2: auto margins, then alignment)."""
    free = span.size - size - lengths.margins[axis]
    start, end = node.traits.auto_start[axis], node.traits.auto_end[axis]
    margin = lengths.margin[axis]
    if not span.auto and (start or end):
        if start and end:
            return span.start + (free / 2 if free > 0 or axis else 0.0)
        return span.start + (free if start else margin)
    shift = {"start": 0.0, "center": free / 2, "end": free}[span.bias]
    align = node.traits.style.align_self if axis else node.traits.style.justify_self
    if not span.auto and align not in {"auto", "normal"}:
        before, after = (area.y, area.bottom) if axis else (area.x, area.right)
        padding_box = span._replace(start=span.start + before, end=span.end + after)
        shift = _kept_inside(padding_box, free, shift, area.scrolls_to[axis])
    return span.start + shift + margin


def _kept_inside(span: _Span, free: float, shift: float, scrolls_to: str) -> float:
    """Box Alignment 3, 4.4, default overflow alignment: keep to the containing block, to its start at last.

    Where the containing block scrolls, nothing is out of reach on the side to which it scrolls.
    """
    if free >= 0:
        return shift
    past_end = min(span.end, 0.0) - (span.end + free - shift)
    if past_end > 0 and scrolls_to != "end":
        shift -= past_end
    return shift if scrolls_to == "start" else max(shift, min(span.start, 0.0) - span.start)
