"""The second half of 9.4 Cross Size Determination, 9.5 Main-Axis Alignment and 9.6 Cross-Axis Alignment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.layout.align import baseline_or_bottom, distribute
from layoutkit.layout.flex_lines import (
    decided_column_item,
    decided_row_item,
    fitted_column_item,
    height_follows_content,
    item_ascent,
    lengths_in_line,
)
from layoutkit.layout.sizes import answer, auto_height_question, definite_height, known_height_question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.layout.flex_items import Container, FlexLine
    from layoutkit.layout.node import LayoutNode, LayoutOutput, Placement

__all__ = ["align_items_in_line", "align_lines", "physical_alignment", "static_edge_across", "static_edge_along"]


def align_lines(container: Container, found: LayoutOutput) -> Iterator[tuple[FlexLine, float, float]]:
    """Each line from the top or the left on, with its final cross size and where it starts in the content box."""
    lines = container.lines
    if not lines:
        return
    # 9.6 #15: Determine the flex container's used cross size.
    size = found.question.width if container.main else found.height
    if not container.wrap:
        yield lines[0], size, 0.0
        return
    # 9.4 #9: Handle 'align-content: stretch'.
    align = container.node.traits.style.align_content
    free = size - container.line_gap * (len(lines) - 1)
    for line in lines:
        free -= line.cross_size
    extra = 0.0
    if free >= 0 and align in {"normal", "stretch"}:
        extra, free = free / len(lines), 0.0
    # 9.6 #16: Align all flex lines per align-content.
    offset, between = distribute(align, free, len(lines), reverse=container.wrap_reverse)
    for line in reversed(lines) if container.wrap_reverse else lines:
        cross_size = line.cross_size + extra
        yield line, cross_size, offset
        offset += cross_size + between + container.line_gap


def align_items_in_line(
    container: Container, line: FlexLine, cross_size: float, offset: float, placed: list[Placement]
) -> float | None:
    """9.5 and 9.6 for one line; return its baseline, from the top of the content box."""
    main, cross = container.main, container.cross
    style, reverse = container.node.traits.style, container.node.traits.reverse
    # 9.5 #12: Distribute any remaining free space: to auto margins, else by justify-content.
    free, auto_margin = line.free, 0.0
    if free > 0:
        autos = 0
        for item in line.items:
            autos += item.node.traits.auto_start[main] + item.node.traits.auto_end[main]
        if autos:
            free, auto_margin = 0.0, free / autos
    position, between = distribute(style.justify_content, free, len(line.items), reverse=reverse)
    between += container.gap
    at_start = ("start",) if container.wrap_reverse else ("stretch", "start")
    order = range(len(line.items))
    baseline: float | None = None
    for index in reversed(order) if reverse else order:
        item = line.items[index]
        node, lengths = item.node, item.used
        margin, margins = lengths.margin[main], lengths.margins[main]
        if auto_margin:
            starts, ends = node.traits.auto_start[main], node.traits.auto_end[main]
            margins += auto_margin * (starts + ends)
            margin = auto_margin if starts else margin
        position += margin
        length = line.mains[index] + item.edges
        # 9.4 #11: Determine the used cross size of each flex item.
        size, found = _final_cross_size(container, line, index, cross_size)
        across = offset + lengths.margin[cross]
        if node.align not in at_start:
            free = cross_size - size - lengths.margins[cross]
            across += _shift_across(container, line, index, (size, found), free)
        if main:
            placed.append((node, lengths, found, across, position, size, length))
        else:
            placed.append((node, lengths, found, position, across, length, size))
        if baseline is None:
            _, _, _, _, y, _, height = placed[-1]
            baseline = y + baseline_or_bottom(node, found, lengths, height)
        position += length + margins - margin + between
    if line.ascent is not None and main == 0:
        return offset + (cross_size - line.ascent if container.wrap_reverse else line.ascent)
    return baseline


def _final_cross_size(
    container: Container, line: FlexLine, index: int, cross_size: float
) -> tuple[float, LayoutOutput | None]:
    """The size of an item's border box across its line, and the final answer of its content."""
    item = line.items[index]
    node, lengths, main = item.node, item.used, line.mains[index]
    size = line.crosses[index]
    stretch = node.align == "stretch" and node.traits.auto_size[container.cross]
    if container.main:
        if container.wrap:
            size = fitted_column_item(container, item, main, cross_size, stretch=stretch)
        if node.empty:
            return size, None
        return size, answer(node, decided_column_item(container, item, main, size))
    found = line.answers[index]
    fills = node.traits.stretches[1]
    if fills:
        lengths = lengths_in_line(container, item, cross_size)
    if fills or (stretch and height_follows_content(node)):
        height = definite_height(node, lengths, cross_size if stretch else None)
        if height is None:
            found = answer(node, auto_height_question(node, lengths, main + item.edges))
        else:
            found = answer(node, known_height_question(node, lengths, main + item.edges, height))
        return found.height + lengths.edges[1], found
    if stretch:
        size = definite_height(node, lengths, cross_size) or 0.0
    if node.empty or (found is not None and not stretch):
        return size, found
    return size, answer(node, decided_row_item(item, main, size))


def _shift_across(
    container: Container, line: FlexLine, index: int, final: tuple[float, LayoutOutput | None], free: float
) -> float:
    """How far an item of that cross size and content is moved from the start of its line, which has ``free`` px."""
    traits, cross, align = line.items[index].node.traits, container.cross, line.items[index].node.align
    # 9.6 #13: Resolve cross-axis auto margins.
    if align == "auto":
        if not traits.auto_start[cross]:
            return 0.0
        return max(0.0, free) / (2 if traits.auto_end[cross] else 1)
    # 9.6 #14: Align all flex items along the cross-axis.
    if align == "center":
        return free / 2
    if align == "baseline" and line.ascent is not None:
        shift = line.ascent - item_ascent(container, line.items[index], *final)
        return free - shift if container.wrap_reverse else shift
    return free


def physical_alignment(parent: LayoutNode, child: LayoutNode) -> str:
    """align-self as start, end, center, stretch or baseline, from the left or the top; auto where margins decide."""
    align = child.traits.style.align_self
    if align == "auto":
        align = parent.traits.style.align_items
    cross = 1 - parent.traits.column
    if (child.traits.auto_start[cross] or child.traits.auto_end[cross]) and not child.traits.out_of_flow:
        return "auto"
    match align:
        case "normal":
            return "stretch"
        case "flex-start":
            return "end" if parent.traits.wrap_reverse else "start"
        case "flex-end":
            return "start" if parent.traits.wrap_reverse else "end"
        case _:
            return align


def static_edge_along(node: LayoutNode) -> str:
    """The edge to which justify-content puts the sole item of a container: start, center or end."""
    reverse = node.traits.reverse
    match node.traits.style.justify_content:
        case "center" | "space-around" | "space-evenly":
            return "center"
        case "start" | "end" as edge:
            return edge
        case "flex-end":
            return "start" if reverse else "end"
        case _:
            return "end" if reverse else "start"


def static_edge_across(node: LayoutNode, child: LayoutNode) -> str:
    """The edge to which an absolutely positioned child is aligned across the line."""
    align = physical_alignment(node, child)
    if align in {"center", "end"}:
        return align
    return "end" if align == "stretch" and node.traits.wrap_reverse else "start"
