"""From a tree of boxes to a tree of placed boxes.

The engine makes one node per box, gives each its formatting context, asks the root, and then walks
down once to give every box its rectangle. Nothing is rounded here; see ``snap``.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING

from layoutkit.diagnostics import error
from layoutkit.geometry import Rect
from layoutkit.layout.absolute import Area, place_absolute
from layoutkit.layout.flex import FLEX
from layoutkit.layout.leaf import LEAF
from layoutkit.layout.node import Node
from layoutkit.layout.sizes import (
    answer,
    auto_height_question,
    content_contribution,
    definite_height,
    limited_width,
    resolve,
    resolve_length,
    used,
)
from layoutkit.layout.tree import B, PlacedBox
from layoutkit.sizing import MAX_CONTENT, Fit, Request
from layoutkit.style.box import AUTO, Percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.layout.node import Answer, Question, Used
    from layoutkit.layout.tree import Box

__all__ = ["MAX_DEPTH", "layout"]

MAX_DEPTH = 2000
"""Boxes inside one another; a deeper tree is refused."""
_DEEP = RLock()


def layout(root: B, width: Request = MAX_CONTENT, height: float | None = None) -> PlacedBox[B]:
    """Lay a tree of boxes out.

    ``width`` is the question that an auto width of the root answers: its max-content width, its
    min-content width, or the width in px to fit into, which percentages refer to as well. ``height``
    is the height in px that percentages of the root refer to, None where there is none; an auto
    height is the height of the content. The margins, insets and ``position`` of the root are not used.
    """
    depth, top = _build(root)
    with _room_for(depth):
        if top.hidden:
            return _hide(top)
        base = width.width if isinstance(width, Fit) else None
        lengths = used(top, base, height)
        question = _root_question(top, lengths, width)
        found = answer(top, question)
        return _place(top, lengths, found, 0.0, 0.0)


def _root_question(top: Node, lengths: Used, width: Request) -> Question:
    known = definite_height(top, lengths, None)
    if isinstance(width, Fit):
        size = limited_width(top, lengths, width.width + lengths.margins[0], stretch=False, height=known)
    else:
        size = content_contribution(top, lengths, known)[width is MAX_CONTENT]
    return auto_height_question(top, lengths, size, None)


# ---- building the nodes ----------------------------------------------------------------------------


def _build(root: Box) -> tuple[int, Node]:
    """One node per box, children before their parents' contexts look at them; and the depth of the tree."""
    top = _node(root, 0)
    deepest = 1
    level = [top]
    made = [top]
    while level:
        below: list[Node] = []
        for node in level:
            column = node.column
            for box in node.box.children:
                child = _node(box, column)
                child.hidden = child.hidden or node.hidden
                node.children.append(child)
                if child.hidden:
                    pass
                elif child.style.position == "absolute":
                    node.absolutes.append(child)
                else:
                    node.items.append(child)
                below.append(child)
        made += below
        level = below
        deepest += bool(below)
        if deepest > MAX_DEPTH:
            raise error("too-deep", f"The boxes are nested more than {MAX_DEPTH} deep", origin=level[0].box.origin)
    for node in reversed(made):
        if node.children:
            node.context = FLEX
            FLEX.prepare(node)
            node.height_matters = node.height_matters or node.wraps_column
            if not node.height_matters:
                for child in node.items:
                    if child.height_matters:
                        node.height_matters = True
                        break
        else:
            node.context = LEAF
    return deepest, top


def _node(box: Box, in_column: int) -> Node:
    style = box.style
    node = Node()
    node.box = box
    node.style = style
    node.content = box.content
    node.children = []
    node.items = []
    node.absolutes = []
    node.hidden = style.display == "none"
    node.column = 1 if style.flex_direction in ("column", "column-reverse") else 0
    node.in_column = in_column
    node.align = "stretch"
    node.auto_size = (style.width is AUTO, style.height is AUTO)
    visible = style.overflow == "visible"
    node.auto_min = (style.min_width is AUTO and visible, style.min_height is AUTO and visible)
    node.auto_start = (style.margin_left is AUTO, style.margin_top is AUTO)
    node.auto_end = (style.margin_right is AUTO, style.margin_bottom is AUTO)
    node.ratio = style.aspect_ratio
    node.grow = style.flex_grow
    node.shrink = style.flex_shrink
    node.wraps_column = False
    node.widths = {}
    node.answers = {}
    node.used_by_base = {}
    percent = any(
        isinstance(length, Percent)
        for length in (
            style.width, style.height, style.min_width, style.min_height, style.max_width, style.max_height,
            style.padding_top, style.padding_right, style.padding_bottom, style.padding_left,
            style.margin_top, style.margin_right, style.margin_bottom, style.margin_left, style.flex_basis,
        )
    )
    node.constant = None if percent else resolve(style, in_column, None, None)
    node.height_matters = percent or style.aspect_ratio is not None or isinstance(style.row_gap, Percent)
    return node


# ---- placing ---------------------------------------------------------------------------------------


def _place(node: Node, lengths: Used, found: Answer, x: float, y: float) -> PlacedBox[B]:
    """The placed box of a node whose border box starts at (x, y) in its parent's border box."""
    if found.placements is None:
        node.context.finish(found)
    left, top = lengths.start
    width, height = found.question.width, found.height
    by_node: dict[Node, PlacedBox[B]] = {}
    for child in found.placements:
        dx, dy = _relative_offset(child.node, width, found.question.height if found.question.definite else None)
        by_node[child.node] = _place(child.node, child.used, child.answer, left + child.x + dx, top + child.y + dy)
    style = node.style
    if node.absolutes:
        border_left, border_top = style.border_left, style.border_top
        area_size = (
            width + lengths.edges[0] - border_left - style.border_right,
            height + lengths.edges[1] - border_top - style.border_bottom,
        )
        for item in node.absolutes:
            edges = node.context.static_edges(node, item)
            offsets = (
                left - border_left + {"start": 0.0, "center": width / 2, "end": width}[edges[0]],
                top - border_top + {"start": 0.0, "center": height / 2, "end": height}[edges[1]],
            )
            placed = place_absolute(item, Area(area_size[0], area_size[1], edges, offsets, _scroll_sides(node)))
            by_node[item] = _place(item, placed.used, placed.answer, border_left + placed.x, border_top + placed.y)
    children = tuple([by_node[child] if child in by_node else _hide(child) for child in node.children])
    rect = Rect(x, y, width + lengths.edges[0], height + lengths.edges[1])
    baseline = None if found.baseline is None else top + found.baseline
    return PlacedBox(node.box, rect, Rect(left, top, width, height), baseline, children)


def _scroll_sides(node: Node) -> tuple[str, str]:
    """To which side a box that clips its content would scroll: against its flow, where that is reversed."""
    style = node.style
    if style.overflow == "visible":
        return "", ""
    turned = style.flex_direction.endswith("reverse"), style.flex_wrap == "wrap-reverse"
    if style.display != "flex":
        turned = False, False
    return "start" if turned[node.column] else "end", "start" if turned[1 - node.column] else "end"


def _relative_offset(node: Node, width: float, height: float | None) -> tuple[float, float]:
    """How far a box is moved from its place in flow (CSS Positioned Layout 3, 3.3)."""
    style = node.style
    left, right = resolve_length(style.left, width), resolve_length(style.right, width)
    top, bottom = resolve_length(style.top, height), resolve_length(style.bottom, height)
    dx = left if left is not None else -(right or 0.0)
    dy = top if top is not None else -(bottom or 0.0)
    return dx, dy


def _hide(node: Node) -> PlacedBox[B]:
    nothing = Rect(0.0, 0.0, 0.0, 0.0)
    return PlacedBox(node.box, nothing, nothing, None, tuple([_hide(child) for child in node.children]), True)


@contextmanager
def _room_for(depth: int) -> Iterator[None]:
    """Let Python recurse deep enough for a tree; frames of pure Python functions live on the heap."""
    if depth < 50:
        yield
        return
    with _DEEP:
        before = sys.getrecursionlimit()
        sys.setrecursionlimit(before + 12 * depth)
        try:
            yield
        finally:
            sys.setrecursionlimit(before)
