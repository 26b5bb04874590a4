"""Short ways to write trees of boxes and to read their places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from layoutkit.layout import LayoutBox, layout
from layoutkit.sizing import MAX_CONTENT, Fit, Measured, Request
from layoutkit.style.box import BoxStyle

if TYPE_CHECKING:
    from layoutkit.layout import PlacedBox

__all__ = ["Words", "box", "column", "css", "leaf", "places", "sizes"]


@dataclass(slots=True)
class Words:
    """``count`` words of 10 px on lines of 10 px, the baseline 8 px down; remembers what it was asked."""

    count: int
    asked: list[Request] = field(default_factory=list)

    def measure(self, request: Request) -> Measured:
        """As many words on a line as fit, at least one."""
        self.asked.append(request)
        across = self.count if request is MAX_CONTENT else 1
        if isinstance(request, Fit):
            across = max(1, min(self.count, int(request.width // 10)))
        return Measured(across * 10.0, -(-self.count // across) * 10.0, 8.0)


def css(**style: object) -> BoxStyle:
    """A style, from whatever the tests put into it."""
    values: dict[str, Any] = style
    return BoxStyle(**values)


def box(*children: LayoutBox, **style: object) -> LayoutBox:
    """A row."""
    return LayoutBox(css(**style), children)


def column(*children: LayoutBox, **style: object) -> LayoutBox:
    """A column."""
    return box(*children, flex_direction="column", **style)


def leaf(words: int | Words, **style: object) -> LayoutBox:
    """A text."""
    return LayoutBox(css(**style), (), Words(words) if isinstance(words, int) else words)


def places(root: LayoutBox | PlacedBox[Any], request: Request = MAX_CONTENT) -> list[tuple[float, float, float, float]]:
    """x, y, width and height of the root's children, from the root's border box."""
    placed = layout(root, request) if isinstance(root, LayoutBox) else root
    return [(c.rect.x, c.rect.y, c.rect.width, c.rect.height) for c in placed.children]


def sizes(root: LayoutBox, axis: int, request: Request = MAX_CONTENT) -> list[float]:
    """The widths (axis 0) or heights (axis 1) of the root's children."""
    return [place[2 + axis] for place in places(root, request)]
