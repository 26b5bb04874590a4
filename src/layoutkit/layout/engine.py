"""From a tree of boxes to a tree of placed boxes.

The engine makes one node per box, gives each its formatting context, asks the root, and then walks
down once to give every box its rectangle. Nothing is rounded here; see ``snap``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from layoutkit.diagnostics import error
from layoutkit.geometry import Rect
from layoutkit.layout.absolute import place_absolute
from layoutkit.layout.dependence import find_dependence
from layoutkit.layout.effort import deep_recursion
from layoutkit.layout.flex import FLEX
from layoutkit.layout.grid import GRID
from layoutkit.layout.leaf import LEAF
from layoutkit.layout.node import Area, LayoutInput, LayoutNode
from layoutkit.layout.sizes import (
    answer,
    auto_height_question,
    content_contribution,
    definite_height,
    fitted_width,
    known_height_question,
    used,
)
from layoutkit.layout.traits import Traits, resolve_length, traits
from layoutkit.layout.tree import B, PlacedBox
from layoutkit.layout.validity import LARGEST
from layoutkit.sizing import MAX_CONTENT, MAX_DEPTH, Fit, Request

if TYPE_CHECKING:
    from layoutkit.layout.node import FormattingContext, LayoutOutput, Placement
    from layoutkit.layout.traits import UsedValues
    from layoutkit.layout.tree import Box, Gutters
    from layoutkit.style.box import BoxStyle

__all__ = ["layout"]

_FRAMES_A_LEVEL = 12
"""The most Python calls between the questions to a box and to one inside it."""


def layout(root: B, width: Request = MAX_CONTENT, height: float | None = None) -> PlacedBox[B]:
    """Lay a tree of boxes out.

    Args:
        root: the outermost box. Its margins, insets and ``position`` are not used.
        width: what an auto width of the root comes to: its min-content or max-content width, or the width in px
            that it is fitted into (shrunk to fit), to which its percentages refer as well.
        height: what percent heights of the root refer to, in px; None where they are auto. An auto height is
            that of the content.

    Raises:
        LayoutkitError: a length is not finite or negative where it must not be (``invalid-length``), a box has
            both a content and children (``content-and-children``) or a display that nothing lays out
            (``unknown-display``), or boxes are nested more than ``MAX_DEPTH`` deep (``too-deep``).
    """
    base = width.width if isinstance(width, Fit) else None
    for given in (base, height):
        if given is not None and not 0 <= given <= LARGEST:
            raise error("invalid-length", f"the page offers {given!r} px; it has to be from 0 to {LARGEST:g}")
    nodes, depth = _build(root)
    top = nodes[0]
    with deep_recursion(depth * _FRAMES_A_LEVEL):
        if top.traits.hidden:
            return _hide(top)
        lengths = used(top, base, height)
        found = answer(top, _root_question(top, lengths, width))
        size = found.question.width + lengths.edges[0], found.height + lengths.edges[1]
        placed: PlacedBox[B] = _placed((top, lengths, found, 0.0, 0.0, *size), 0.0, 0.0)
    for node in nodes:  # what containers keep refers back to them; without this only the collector could free it
        if node.children and not node.traits.hidden:
            node.answers.clear()
            node.memo.clear()
    return placed


def _root_question(top: LayoutNode, lengths: UsedValues, width: Request) -> LayoutInput:
    known = definite_height(top, lengths, None)
    if isinstance(width, Fit):
        size = fitted_width(top, lengths, width.width + lengths.margins[0], stretch=False, height=known)
    else:
        size = content_contribution(top, lengths, known)[width is MAX_CONTENT]
    if known is not None:
        return known_height_question(top, lengths, size, known)
    return auto_height_question(top, lengths, size)


# ---- building the nodes ----------------------------------------------------------------------------


def _build(root: Box) -> tuple[list[LayoutNode], int]:
    """One node per box, parents first; and the depth of the tree."""
    # By identity, as hashing all fields of a style takes longer than its traits do; the boxes keep the styles alive.
    known: dict[tuple[int, int], Traits] = {}
    nodes = level = [_node(root, 0, known)]
    depth = 0
    while level:
        depth += 1
        if depth > MAX_DEPTH:
            origin = level[0].box.origin
            raise error("too-deep", f"boxes are nested {depth} deep; at most {MAX_DEPTH} are possible", origin=origin)
        below: list[LayoutNode] = []
        for node in level:
            boxes = node.box.children
            if not boxes:
                continue
            column = node.traits.column
            node.children = [_node(box, column, known) for box in boxes]
            node.items, node.absolutes = [], []
            for child in node.children:
                if not child.traits.hidden:
                    (node.absolutes if child.traits.out_of_flow else node.items).append(child)
            below += node.children
        nodes += below
        level = below
    for node in reversed(nodes):
        if (node.children or _has_tracks(node)) and not node.traits.hidden:
            _become_container(node)
    return nodes, depth


def _node(box: Box, in_column: int, known: dict[tuple[int, int], Traits]) -> LayoutNode:
    style: BoxStyle = box.style
    found = known.get((id(style), in_column))
    if found is None:
        found = known[id(style), in_column] = traits(style, in_column, box.origin)
    node = LayoutNode()
    node.box = box
    node.traits = found
    node.content = box.measurable
    node.context = LEAF
    node.children = node.items = node.absolutes = []
    node.empty = node.content is None
    node.height_matters = node.limits_matter = node.width_by_height = node.ratio_by_height = False
    node.natural_widths = None
    if not node.empty:
        node.answers = {}
    if found.constant is None:
        node.lengths = {}
    return node


def _has_tracks(node: LayoutNode) -> bool:
    """Whether a box is a grid that takes room although it is empty."""
    style = node.traits.style
    return style.display == "grid" and node.empty and bool(style.grid_template_columns or style.grid_template_rows)


def _become_container(node: LayoutNode) -> None:
    if node.content is not None:
        message = f"a box has a content and {len(node.children)} boxes inside; it can have one or the other"
        raise error("content-and-children", message, origin=node.box.origin, hint="give the content a box of its own")
    node.empty = False
    node.answers = {}
    node.memo = {}
    node.widths = {}
    find_dependence(node)
    display = node.traits.style.display
    if display not in _CONTEXTS:
        known = " or ".join(_CONTEXTS)
        raise error("unknown-display", f"a box is displayed as {display}; {known} is known", origin=node.box.origin)
    node.context = _CONTEXTS[display]
    node.context.prepare(node)


_CONTEXTS: dict[str, FormattingContext] = {"flex": FLEX, "grid": GRID}


# ---- placing ---------------------------------------------------------------------------------------


def _placed(placement: Placement, x: float, y: float) -> PlacedBox[B]:
    """The placed box of a placement; (x, y) is where it is in the parent's border box."""
    node, lengths, found, _, _, width, height = placement
    left, top = lengths.start
    across, down = lengths.edges
    content = Rect(left, top, width - across, height - down)
    children: tuple[PlacedBox[B], ...] = ()
    baseline: float | None = None
    gutters: Gutters | None = None
    if found is not None:
        if found.placements is None:
            node.context.finish(node, found)
        if found.baseline is not None:
            baseline = top + found.baseline
        if node.children:
            children = _placed_children(node, found, content, (width, height))
            if node.traits.style.has_rules:
                gutters = node.context.gutters(node, found).moved(left, top)
    return PlacedBox(cast("B", node.box), Rect(x, y, width, height), content, baseline, children, gutters)


def _placed_children(
    node: LayoutNode, found: LayoutOutput, content: Rect, size: tuple[float, float]
) -> tuple[PlacedBox[B], ...]:
    left, top = content.x, content.y
    in_flow: list[PlacedBox[B]] = []
    for placement in found.placements or ():
        x, y = left + placement[3], top + placement[4]
        if placement[0].traits.shifted:
            dx, dy = _relative_offset(placement[0], *node.context.relative_base(found, placement[0]))
            x, y = x + dx + placement[0].traits.style.translate_x * placement[5], y + dy
            y += placement[0].traits.style.translate_y * placement[6]
        in_flow.append(_placed(placement, x, y))
    if len(in_flow) == len(node.children):
        return tuple(in_flow)
    others: dict[LayoutNode, PlacedBox[B]] = dict(zip(node.items, in_flow, strict=True))
    style = node.traits.style
    for child in node.absolutes:
        start = content.x - style.border_left, content.y - style.border_top
        area = node.context.containing_block(found, child, _padding_area(node, child, content, size), start)
        placement = place_absolute(child, area)
        x, y = style.border_left + area.x + placement[3], style.border_top + area.y + placement[4]
        others[child] = _placed(placement, x, y)
    return tuple([others[child] if child in others else _hide(child) for child in node.children])


def _padding_area(node: LayoutNode, child: LayoutNode, content: Rect, size: tuple[float, float]) -> Area:
    """The padding box of a node, as containing block of an absolutely positioned child."""
    style = node.traits.style
    edges = node.context.static_edges(node, child)
    part = {"start": 0.0, "center": 0.5, "end": 1.0}
    static = (
        content.x - style.border_left + part[edges[0]] * content.width,
        content.y - style.border_top + part[edges[1]] * content.height,
    )
    return Area(
        size[0] - style.border_left - style.border_right,
        size[1] - style.border_top - style.border_bottom,
        edges,
        static,
        _scroll_sides(node),
    )


def _scroll_sides(node: LayoutNode) -> tuple[str, str]:
    """To which side a box that clips its content would scroll: against its flow, where that is reversed."""
    style = node.traits.style
    if not node.traits.clips:
        return "", ""
    along = "start" if style.flex_direction.endswith("reverse") else "end"
    across = "start" if node.traits.wrap_reverse else "end"
    return (across, along) if node.traits.column else (along, across)


def _relative_offset(node: LayoutNode, width: float, height: float | None) -> tuple[float, float]:
    """How far a box is moved from its place in flow (CSS Positioned Layout 3, 3.3)."""
    style = node.traits.style
    left, right = resolve_length(style.left, width), resolve_length(style.right, width)
    top, bottom = resolve_length(style.top, height), resolve_length(style.bottom, height)
    dx = left if left is not None else -(right or 0.0)
    dy = top if top is not None else -(bottom or 0.0)
    return dx, dy


def _hide(node: LayoutNode) -> PlacedBox[B]:
    nothing = Rect(0.0, 0.0, 0.0, 0.0)
    children: tuple[PlacedBox[B], ...] = tuple([_hide(child) for child in node.children])
    return PlacedBox(cast("B", node.box), nothing, nothing, None, children, hidden=True)
