"""What an element of an SVG file is drawn in, and what helpers may ask of whoever walks the tree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from layoutkit.drawing.shapes import CurrentColor
from layoutkit.drawing.svg_outlines import Lengths
from layoutkit.drawing.svg_style import CONTEXT
from layoutkit.drawing.svg_values import product

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from layoutkit.drawing.outline import Matrix
    from layoutkit.drawing.polygon import Polygon
    from layoutkit.drawing.shapes import VectorItem
    from layoutkit.drawing.svg_style import Paint, Style
    from layoutkit.drawing.svg_tree import Element
    from layoutkit.geometry import Rect, Size
    from layoutkit.path import Path

__all__ = ["Context", "ContextPaint", "Document", "Walker", "handed_down"]


@dataclass(frozen=True, slots=True)
class ContextPaint:
    """The paint of a shape that a marker or a ``use`` takes over, with the box and the space that it was meant for."""

    paint: Paint
    box: Rect | None
    matrix: Matrix


@dataclass(frozen=True, slots=True)
class Context:
    """What an element is drawn in."""

    style: Style
    matrix: Matrix
    """From the element's own coordinates to px of the canvas."""
    viewport: Size
    """Of the innermost ``svg``, in its own units: what percentages are shares of."""
    clip: Polygon
    """Where anything is seen, in px of the canvas."""
    farthest: float
    """Px that a place may be from the canvas' corner."""
    inside: frozenset[Element] = frozenset()
    """What has led here: elements that are drawn by reference, which must not lead to themselves."""
    measuring: bool = False
    """Whether only outlines are asked for: nothing is clipped, faded or painted."""
    context_fill: ContextPaint | None = None
    context_stroke: ContextPaint | None = None

    @property
    def lengths(self) -> Lengths:
        """What reads the lengths of an element here."""
        return Lengths(self.viewport, self.style.font_size)

    def under(self, matrix: Matrix) -> Context:
        """The same with another transform inside."""
        return replace(self, matrix=product(self.matrix, matrix))


def handed_down(paint: Paint, box: Rect | None, context: Context) -> ContextPaint | None:
    """A paint for what is drawn by reference; one that was handed down itself goes on as it is."""
    if isinstance(paint, str):
        return context.context_fill if paint == CONTEXT[0] else context.context_stroke
    color = context.style.color
    return ContextPaint(color if isinstance(paint, CurrentColor) else paint, box, context.matrix)


class Document(Protocol):
    """An SVG file that is written into another."""

    width: float
    """In px."""
    height: float

    def items(self, context: Context, place: Rect, preserve: str) -> list[VectorItem]:
        """What it paints in a place that it fits into as ``preserveAspectRatio`` says."""
        ...


class Walker(Protocol):
    """Walks the tree of a file and says what is painted."""

    def target(self, name: str) -> Element | None:
        """The element with an id."""
        ...

    def values(self, element: Element) -> Mapping[str, str]:
        """What counts for an element."""
        ...

    def computed(self, element: Element) -> Style:
        """The style of an element where it stands in the file."""
        ...

    def placed(self, element: Element, context: Context) -> Context:
        """What an element is drawn in, with its own style and transform."""
        ...

    def items(self, elements: Iterable[Element], context: Context) -> list[VectorItem]:
        """What elements paint, in order."""
        ...

    def box(self, element: Element, context: Context) -> Rect | None:
        """The box around the outlines of an element, in its own coordinates."""
        ...

    def outline(self, element: Element, context: Context) -> Path:
        """The outline of a shape element, in its own coordinates."""
        ...

    def embedded(self, text: str) -> Document:
        """An SVG file that is written into this one."""
        ...

    def count(self, many: int = 1) -> None:
        """Note that so many elements are drawn; too many are refused."""
        ...
