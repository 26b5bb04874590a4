"""Annotations get their places from those of the nodes that they are about.

Each is taken out of the tree and laid out again by the side of its targets, inside the innermost box that holds them
all: an outline as its first child, behind the targets, everything else as its last. So all that looks at placed boxes
(snapping, painting, rules) finds it where it is seen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from layoutkit.diagnostics import error
from layoutkit.geometry import Rect, Side, union
from layoutkit.layout.engine import layout
from layoutkit.sizing import MAX_CONTENT, MIN_CONTENT, Fit
from layoutkit.style.content import BraceContent, OutlineContent, TextContent

if TYPE_CHECKING:
    from layoutkit.layout.tree import PlacedBox
    from layoutkit.style.element import Element
    from layoutkit.style.styled import Styled

__all__ = ["annotate"]


def annotate(root: PlacedBox[Styled]) -> PlacedBox[Styled]:
    """The tree with every annotation that has targets in its place.

    Raises:
        LayoutkitError: a target is not in the figure, or holds everything (``annotation``).
    """
    found = _Found()
    found.look_at(root, Rect(0, 0, 0, 0), ())
    if not found.annotations:
        return root
    added: dict[Element, list[PlacedBox[Styled]]] = {}
    for styled in found.annotations:
        placed, holder = _place(styled, found)
        added.setdefault(holder, []).append(placed)
    return _rebuilt(root, added)


@dataclass(frozen=True, slots=True)
class _Spot:
    rect: Rect
    """In px from the figure's top-left."""
    around: tuple[Element, ...]
    """The elements around it, outermost first."""


class _Found:
    """Where all nodes are, and which of them are annotations."""

    def __init__(self) -> None:
        self.spots: dict[Element, _Spot] = {}
        self.annotations: list[Styled] = []

    def look_at(self, placed: PlacedBox[Styled], parent: Rect, around: tuple[Element, ...]) -> None:
        """Take in a box and all inside it."""
        if placed.hidden:
            return
        if _is_out_of_flow(placed):
            self.annotations.append(placed.box)
            return
        rect = placed.rect.moved(parent.x, parent.y)
        self.spots[placed.box.element] = _Spot(rect, around)
        # What is about words of a text stands beside the text, not inside it.
        inner = around if isinstance(placed.box.content, TextContent) else (*around, placed.box.element)
        for child in placed.children:
            self.look_at(child, rect, inner)


def _is_out_of_flow(placed: PlacedBox[Styled]) -> bool:
    return bool(_targets(placed.box))


def _targets(box: Styled) -> tuple[Element, ...]:
    """What a box is about; empty where it takes room among its siblings."""
    return box.content.targets if isinstance(box.content, BraceContent | OutlineContent) else ()


def _place(styled: Styled, found: _Found) -> tuple[PlacedBox[Styled], Element]:
    """The annotation, placed in px from the box that holds its targets, and the element of that box."""
    targets = _targets(styled)
    spots = [found.spots.get(target) for target in targets]
    known = [spot for spot in spots if spot is not None]
    if len(known) < len(spots):
        name = targets[spots.index(None)].kind
        message = f"this {styled.name.capitalize()} is about a {name} that is not in the figure"
        hint = "place the node in the tree; what is itself placed about others comes first in the source"
        raise error("annotation", message, origin=styled.origin, hint=hint)
    around = _common([spot.around for spot in known])
    if not around:
        message = f"this {styled.name.capitalize()} is about the whole figure"
        raise error("annotation", message, origin=styled.origin, hint="name nodes inside it")
    span = union(spot.rect for spot in known)
    placed = _outlined(styled, span) if styled.brace is None else _beside(styled, styled.brace, span)
    found.spots[styled.element] = _Spot(placed.rect, around)
    holder = found.spots[around[-1]].rect
    return replace(placed, rect=placed.rect.moved(-holder.x, -holder.y)), around[-1]


def _common(chains: list[tuple[Element, ...]]) -> tuple[Element, ...]:
    """The longest beginning that all chains share."""
    shared = 0
    for level in zip(*chains, strict=False):
        if len(set(level)) > 1:
            break
        shared += 1
    return chains[0][:shared]


def _outlined(styled: Styled, span: Rect) -> PlacedBox[Styled]:
    """An outline, its padding away from the targets on every side."""
    style = styled.style
    top, right, bottom, left = (
        padding if isinstance(padding, float) else 0.0
        for padding in (style.padding_top, style.padding_right, style.padding_bottom, style.padding_left)
    )
    rect = Rect(span.x - left, span.y - top, span.width + left + right, span.height + top + bottom)
    sized = replace(styled, style=replace(style, width=rect.width, height=rect.height))
    return replace(layout(sized, Fit(rect.width)), rect=rect)


def _beside(styled: Styled, brace: BraceContent, span: Rect) -> PlacedBox[Styled]:
    """A brace over the whole span, with its label as wide, or wider where one word needs it."""
    across = not brace.side.horizontal
    length = span.width if across else span.height
    drawn = replace(styled, content=replace(brace, length=length))
    if across:
        least = layout(drawn, MIN_CONTENT).rect.width
        width = max(length, least)
        placed = layout(replace(drawn, style=replace(styled.style, width=width)), Fit(width))
    else:
        placed = layout(replace(drawn, style=replace(styled.style, min_height=length)), MAX_CONTENT)
    width, height, away = placed.rect.width, placed.rect.height, brace.clearance
    x, y = span.center.x - width / 2, span.center.y - height / 2
    match brace.side:
        case Side.TOP:
            y = span.y - away - height
        case Side.BOTTOM:
            y = span.bottom + away
        case Side.LEFT:
            x = span.x - away - width
        case Side.RIGHT:
            x = span.right + away
    return replace(placed, rect=Rect(x, y, width, height))


def _rebuilt(placed: PlacedBox[Styled], added: dict[Element, list[PlacedBox[Styled]]]) -> PlacedBox[Styled]:
    """The tree without the annotations where they were, and with them where they belong."""
    new = added.get(placed.box.element, [])
    outlines = [box for box in new if box.box.brace is None]
    outlines.sort(key=lambda box: -box.rect.width * box.rect.height)  # the outer one at the back
    kept = [_rebuilt(child, added) for child in placed.children if not _is_out_of_flow(child)]
    return replace(placed, children=(*outlines, *kept, *(box for box in new if box.box.brace is not None)))
