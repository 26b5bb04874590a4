"""Styled -> Placed: a rectangle for every box, then for every annotation, then a path for every connector."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.layout.annotations import annotate
from layoutkit.layout.connectors import Route, RouteFault, find_routes
from layoutkit.layout.size_groups import layout_in_groups
from layoutkit.layout.words import with_words

if TYPE_CHECKING:
    from layoutkit.layout.tree import PlacedBox
    from layoutkit.style.styled import Styled

__all__ = ["Placed", "arrange", "route_all"]


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure with every position decided."""

    root: PlacedBox[Styled]
    routes: tuple[Route, ...]
    """The connectors' paths, in source order."""
    faults: tuple[RouteFault, ...] = ()
    """The connectors that run through boxes, in source order."""


def arrange(root: Styled, width: float) -> Placed:
    """Place a figure on a page of a given width; its height follows from its content.

    Args:
        root: the styled figure.
        width: of the page, in px.

    Raises:
        LayoutkitError: a connector ends outside the figure, or at what holds its other end; an annotation is about
            what is not in the figure.
    """
    return route_all(annotate(with_words(layout_in_groups(root, width))))


def route_all(root: PlacedBox[Styled]) -> Placed:
    """Find the paths of all connectors between boxes that are in place."""
    routes, faults = find_routes(root)
    return Placed(root, routes, faults)
