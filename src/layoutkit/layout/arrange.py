"""Styled -> Placed: a rectangle for every box, then for every annotation, then a path for every connector."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from layoutkit.layout.alike import alike
from layoutkit.layout.annotations import annotate
from layoutkit.layout.connectors import Route, RouteFault, find_routes
from layoutkit.layout.size_groups import layout_in_groups
from layoutkit.layout.words import with_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layoutkit.layout.alike import Counterparts
    from layoutkit.layout.tree import PlacedBox
    from layoutkit.style.styled import Styled

__all__ = ["Placed", "Source", "arrange", "route_all"]


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure with every position decided."""

    root: PlacedBox[Styled]
    routes: tuple[Route, ...]
    """The connectors' paths, in source order."""
    faults: tuple[RouteFault, ...] = ()
    """The connectors that run through boxes, in source order."""
    source: Source | None = None
    """What was laid out; None where the boxes have been moved since."""
    like: Placed | None = None
    """The figure in other colours, whose places it has; None where it was laid out by itself."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a placed figure was made of."""

    root: Styled
    width: float
    """Of the page, in px."""


def arrange(root: Styled, width: float, known: Sequence[Placed] = ()) -> Placed:
    """Place a figure on a page of a given width; its height follows from its content.

    Args:
        root: the styled figure.
        width: of the page, in px.
        known: the figure in other looks: nothing is laid out again where one differs in colours alone.

    Raises:
        LayoutkitError: a connector ends outside the figure, or at what holds its other end; an annotation is about
            what is not in the figure.
    """
    for other in known:
        first = other.like or other
        if first.source is not None and first.source.width == width:
            counterparts = alike(first.source.root, root)
            if counterparts is not None:
                return _recoloured(first, root, counterparts)
    placed = route_all(annotate(with_words(layout_in_groups(root, width))))
    return replace(placed, source=Source(root, width))


def _recoloured(known: Placed, root: Styled, counterparts: Counterparts) -> Placed:
    """The boxes of a tree where those of another are that is like it."""
    arrows = {id(arrow.connector): arrow for arrow in _arrows(known.root)}
    routes = tuple(counterparts.route(route, arrows) for route in known.routes)
    faults = tuple(map(counterparts.fault, known.faults))
    source = None if known.source is None else Source(root, known.source.width)
    return Placed(counterparts.placed(known.root), routes, faults, source, known)


def _arrows(placed: PlacedBox[Styled]) -> Iterator[Styled]:
    if placed.box.connector is not None:
        yield placed.box
    for child in placed.children:
        yield from _arrows(child)


def route_all(root: PlacedBox[Styled]) -> Placed:
    """Find the paths of all connectors between boxes that are in place."""
    routes, faults = find_routes(root)
    return Placed(root, routes, faults)
