"""Display list -> structure elements: what a screen reader reads of a figure, and in which order.

A figure is the drawing with its alternative text, and then its texts in the order in which they are painted, in the
lists, tables, quotations and pieces of code that the groups of the display list make; a heading that comes first is
read before the drawing. Artifacts say nothing: shadows, dots and the page's background, pictures without words, and the
lines and grounds of lists, tables, quotations and code, whose structure says what they show.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.geometry import Rect
from layoutkit.output.pdf_boxes import Painted
from layoutkit.output.pdf_elements import CELLS, StructureElement, admits, tidied
from layoutkit.paint.display import (
    Begin,
    Clip,
    ClipPath,
    Dots,
    DrawPicture,
    DropShadow,
    End,
    Fade,
    FillRect,
    Glyphs,
    GridLines,
    Unclip,
    Unfade,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layoutkit.keywords import Semantics
    from layoutkit.origin import Origin
    from layoutkit.output.metadata import Metadata
    from layoutkit.output.pdf_elements import ElementType
    from layoutkit.paint.display import DisplayList, Ink

__all__ = ["Outline", "outline"]

_TYPES: Mapping[Semantics, ElementType] = {
    "list": "L",
    "listitem": "LI",
    "marker": "Lbl",
    "table": "Table",
    "row": "TR",
    "columnheader": "TH",
    "rowheader": "TH",
    "cell": "TD",
    "blockquote": "BlockQuote",
    "code": "Code",
}
_TEXTS = ("heading", "paragraph")
_PICTURES = ("picture", "chart")
"""Groups that are read by their alternative text."""


@dataclass(frozen=True)
class Outline:
    """The elements of one figure."""

    elements: tuple[StructureElement, ...]
    """In reading order."""
    owners: tuple[StructureElement | None, ...]
    """For each operation of the display list, the element that it belongs to; None for what is not read."""


def outline(display: DisplayList, metadata: Metadata) -> Outline:
    """Sort the operations of a figure into elements."""
    reader = _Reader(display, metadata.alt)
    painted = Painted(Rect(0.0, 0.0, display.width, display.height))
    owners: list[StructureElement | None] = []
    whole: list[Rect] = []
    for operation in display.operations:
        seen = painted.seen(operation)
        match operation:
            case Begin():
                reader.begin(operation)
                owner = None
            case End():
                reader.end()
                owner = None
            case Clip() | ClipPath() | Unclip() | Fade():
                owner = None
            case _:
                owner = reader.owner(operation)
                if seen is not None and not _is_decoration(operation, display):
                    whole.append(seen)
        if owner is not None:
            owner.inked = True
            if seen is not None:
                owner.seen.append(seen)
        owners.append(owner)
    drawing = reader.drawing
    if not drawing.inked and (ground := _ground(display)) is not None:  # an element without content is passed over
        owners[ground] = drawing
    drawing.seen = whole  # its alternative text is about all of it
    for figure in reader.figures:
        figure.seen = figure.seen or [painted.page]
    tidied(reader.document)
    read = reader.document.children
    place = 1 if read and read[0].type == "H" else 0
    return Outline((*read[:place], drawing, *read[place:]), tuple(owners))


@dataclass(slots=True)
class _Group:
    """A group of the display list that is open."""

    begin: Begin
    holder: StructureElement | None = None
    """What holds the elements inside; None where the group says nothing."""
    leaf: StructureElement | None = None
    """What holds its content, once there is some."""


class _Reader:
    """Follows the groups of a figure, and builds the tree of what is read."""

    def __init__(self, display: DisplayList, alt: str) -> None:
        self.document = StructureElement("Document")
        self.drawing = StructureElement("Figure", alt=alt)
        self.figures = [self.drawing]
        self._display = display
        self._groups: list[_Group] = []
        self._places: dict[Origin, list[StructureElement]] = {}
        """Where the labels of arrows are read, by the author's call."""

    def begin(self, begin: Begin) -> None:
        """Open a group."""
        group = _Group(begin)
        if begin.kind == "connector":
            places = self._places.setdefault(begin.origin, [])
            if self._groups:  # among boxes, where it is read
                places.append(StructureElement("Place"))
                self._place(places[-1])
            elif places:
                group.holder = places.pop(0)
        kind = _TYPES.get(begin.role) if begin.role else None
        if kind is not None and self._picture() is None and self._fits(kind):
            element = StructureElement(kind, text=begin.text, spans=begin.spans)
            if kind == "TH":
                element.scope = "Column" if begin.role == "columnheader" else "Row"
            self._place(element)
            if begin.kind in _TEXTS and kind in ("Lbl", *CELLS):
                group.leaf = element
            else:
                group.holder = element
        self._groups.append(group)

    def end(self) -> None:
        """Close the group opened last."""
        self._groups.pop()

    def owner(self, ink: Ink | Unfade) -> StructureElement | None:
        """The element that something painted belongs to; None for an artifact."""
        picture = self._picture()
        if picture is not None:
            figure = self._leaf(picture, StructureElement("Figure", alt=_alternative(picture.begin)))
            self.figures.append(figure)
            return figure
        if isinstance(ink, Glyphs):
            return self._text()
        if self._innermost("picture") is not None or _is_decoration(ink, self._display):
            return None
        return self.drawing if self._holder().type in ("Document", "Place") else None

    def _text(self) -> StructureElement:
        group = self._innermost(*_TEXTS)
        if group is None:
            element = StructureElement("P")
            self._place(element)
            return element
        if group.begin.kind == "heading":
            return self._leaf(group, StructureElement("H", group.begin.level))
        kind: ElementType = "Span" if self._holder().type == "Code" else "P"
        return self._leaf(group, StructureElement(kind, text=group.begin.text))

    def _leaf(self, group: _Group, new: StructureElement) -> StructureElement:
        if group.leaf is None:
            group.leaf = new
            self._place(new)
        return group.leaf

    def _innermost(self, *kinds: str) -> _Group | None:
        return next((group for group in reversed(self._groups) if group.begin.kind in kinds), None)

    def _picture(self) -> _Group | None:
        """What is read by its words: the outermost chart, instead of all that it holds, or the picture around."""
        spoken = [group for group in self._groups if group.begin.kind in _PICTURES and group.begin.text]
        chart = next((group for group in spoken if group.begin.kind == "chart"), None)
        return chart or (spoken[-1] if spoken else None)

    # -- the tree --------------------------------------------------------------------------------------------------

    def _holders(self) -> list[StructureElement]:
        return [self.document, *(group.holder for group in self._groups if group.holder is not None)]

    def _holder(self) -> StructureElement:
        return self._holders()[-1]

    def _fits(self, kind: ElementType) -> bool:
        """Whether an element that may not stand anywhere may stand here; a cell outside of a row is none."""
        return kind not in ("LI", "Lbl", "TR", *CELLS) or admits(self._holder().type, kind)

    def _place(self, element: StructureElement) -> None:
        """Put an element into the innermost one that may hold it."""
        for holder in reversed(self._holders()):
            if holder.type == "LI" and element.type != "Lbl":
                if not holder.children or holder.children[-1].type != "LBody":
                    holder.children.append(StructureElement("LBody"))
                holder.children[-1].children.append(element)
                return
            if admits(holder.type, element.type):
                holder.children.append(element)
                return
        raise AssertionError("the document takes everything that stands anywhere")


def _alternative(begin: Begin) -> str:
    return "\n".join(filter(None, (begin.text, begin.description)))


def _is_decoration(ink: Ink | Unfade, display: DisplayList) -> bool:
    return isinstance(ink, DropShadow | Dots | GridLines | DrawPicture) or _covers(ink, display)


def _covers(ink: Ink | Unfade, display: DisplayList) -> bool:
    """Whether it is the page's background."""
    if not isinstance(ink, FillRect):
        return False
    rect = ink.rect
    return rect.x <= 0 and rect.y <= 0 and rect.right >= display.width and rect.bottom >= display.height


def _ground(display: DisplayList) -> int | None:
    """Where in the list the page's background is painted."""
    return next(
        (i for i, one in enumerate(display.operations) if isinstance(one, FillRect) and _covers(one, display)), None
    )
