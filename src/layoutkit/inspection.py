"""The tree of placed boxes as plain values: where every box of a figure is, and what decides it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from layoutkit.origin import locations
from layoutkit.style.box import BoxStyle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layoutkit.geometry import Rect
    from layoutkit.layout.arrange import Placed
    from layoutkit.layout.tree import PlacedBox
    from layoutkit.origin import Location
    from layoutkit.style.content import ConnectorContent
    from layoutkit.style.styled import Styled

__all__ = ["InspectedBox", "inspected"]


@dataclass(frozen=True, slots=True)
class InspectedBox:
    """A box of a figure; rectangles are in px from the figure's top-left."""

    type: str
    name: str
    """The component, or the type role of a text."""
    text: str
    rect: Rect
    content: Rect
    style: Mapping[str, Any]
    """The layout properties that are not CSS's initial ones."""
    hidden: bool
    place: Location | None
    """Where the author made it."""
    path: tuple[tuple[float, float], ...]
    """The corners of an arrow."""
    children: tuple[InspectedBox, ...]


def inspected(placed: Placed) -> InspectedBox:
    """The tree of a figure."""
    paths = {route.connector: tuple((p.x, p.y) for p in route.points) for route in placed.routes}
    return _inspected(placed.root, 0.0, 0.0, paths)


def _inspected(
    placed: PlacedBox[Styled], x: float, y: float, paths: Mapping[ConnectorContent, tuple[tuple[float, float], ...]]
) -> InspectedBox:
    box, rect = placed.box, placed.rect.moved(x, y)
    where = locations(box.origin[:1])
    return InspectedBox(
        type=box.element.kind,
        name=box.name,
        text=box.text,
        rect=rect,
        content=placed.content.moved(rect.x, rect.y),
        style=_changed(box.style),
        hidden=placed.hidden,
        place=where[0] if where else None,
        path=paths.get(box.connector, ()) if box.connector is not None else (),
        children=tuple(_inspected(child, rect.x, rect.y, paths) for child in placed.children),
    )


def _changed(style: BoxStyle) -> dict[str, Any]:
    initial = BoxStyle()
    pairs = ((field.name, getattr(style, field.name)) for field in fields(style))
    return {name: value for name, value in pairs if value != getattr(initial, name)}
