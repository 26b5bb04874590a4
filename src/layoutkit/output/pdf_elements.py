"""Structure elements of a PDF file: what may stand in what, and how a tree becomes one that follows the standard.

The element types are those of ISO 32000-1, section 14.8.4. What PDF/UA-1 (ISO 14289-1, 7.5 and 7.6) and ISO 32000-1
ask of lists and tables holds for any tree that ``tidied`` has gone through: a list has items alone, an item a label and
a body, a table rows, a row cells, and all rows of a table are equally long.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from layoutkit.geometry import Rect

__all__ = ["CELLS", "ElementType", "StructureElement", "admits", "tidied"]

ElementType = Literal[
    "Document",
    "Place",
    "H",
    "P",
    "Span",
    "Figure",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "Table",
    "TR",
    "TH",
    "TD",
    "BlockQuote",
    "Code",
]
"""Those of the standard, and ``Place``: a place in the order of reading, which gives way to what stands in it."""
CELLS: tuple[ElementType, ...] = ("TH", "TD")
_ADMITTED: dict[ElementType, tuple[ElementType, ...]] = {
    "L": ("LI",),
    "LI": ("Lbl", "LBody"),
    "Table": ("TR",),
    "TR": CELLS,
    "Code": ("Span", "Lbl", "Figure"),
}
"""What may stand in those that do not take everything."""
_PLACED: dict[ElementType, tuple[ElementType, ...]] = {
    "LI": ("L",),
    "LBody": ("LI",),
    "Lbl": ("LI", "Code"),
    "TR": ("Table",),
    "TH": ("TR",),
    "TD": ("TR",),
}
"""Where those may stand that do not stand anywhere."""
_HOLDERS = ("Lbl", "LBody", *CELLS)
"""Those whose only paragraph need not be one."""
_BULLETS = {"•": "Disc", "◦": "Circle", "○": "Circle", "▪": "Square", "■": "Square"}


@dataclass(eq=False)
class StructureElement:
    """A structure element: it holds either others or marked content of one page."""

    type: ElementType
    level: int = 0
    """Of a heading, as the author has it."""
    alt: str = ""
    text: str = ""
    """Of a paragraph or a label: its characters, as the author wrote them."""
    scope: Literal["", "Column", "Row"] = ""
    """Of a header cell: what it is the header of."""
    spans: tuple[int, int] = (1, 1)
    """Of a cell: how many columns and rows it covers."""
    children: list[StructureElement] = field(default_factory=list)
    """In reading order."""
    marks: list[int] = field(default_factory=list)
    """The marked-content identifiers on its page, in the order of the content."""
    seen: list[Rect] = field(default_factory=list)
    """Of a drawing: the boxes around all that is seen of it, in px."""
    inked: bool = False
    """Whether some content belongs to it."""

    @property
    def tag(self) -> str:
        """What its marked content is called."""
        return f"H{self.level}" if self.type == "H" else self.type

    @property
    def numbering(self) -> str:
        """Of a list: how its labels are made, in the words of the attribute ``ListNumbering``."""
        labels = [label.text for item in self.children for label in item.children if label.type == "Lbl"]
        if labels and all(label.rstrip(".").isdecimal() for label in labels):
            return "Decimal"
        return _BULLETS.get(labels[0], "None") if labels else "None"


def admits(holder: ElementType, kind: ElementType) -> bool:
    """Whether an element of a type may stand in one of another."""
    return kind in _ADMITTED.get(holder, (kind,)) and holder in _PLACED.get(kind, (holder,))


def tidied(element: StructureElement) -> StructureElement | None:
    """The element as the standard requires it; None where there is nothing to be read.

    What is empty goes, but for cells and drawings. A label, a body or a cell that holds one paragraph alone holds its
    content instead. Rows of a table that are too short get empty cells.
    """
    children = [kept for child in element.children if (kept := tidied(child)) is not None]
    element.children = [one for kept in children for one in (kept.children if kept.type == "Place" else (kept,))]
    if element.type == "TH" and not element.children and not element.inked:
        element.type, element.scope = "TD", ""  # such as the corner of a table, which is the header of nothing
    match element.children:
        case [StructureElement(type="P") as only] if element.type in _HOLDERS:
            only.type, only.scope, only.spans = element.type, element.scope, element.spans
            return only
        case []:
            return element if element.inked or element.type in ("Figure", *CELLS) else None
    if element.type == "Table":
        if not any(cell.inked or cell.children for row in element.children for cell in row.children):
            return None
        _even(element.children)
    return element


def _even(rows: list[StructureElement]) -> None:
    """Make all rows equally long, and let no cell reach beyond the last row."""
    below: dict[int, int] = {}
    """By column, how many rows a cell still covers, this one included."""
    lengths = []
    for number, row in enumerate(rows):
        column = 0
        for cell in row.children:
            while below.get(column):
                column += 1
            across, down = cell.spans
            cell.spans = across, min(down, len(rows) - number)
            below |= dict.fromkeys(range(column, column + across), cell.spans[1])
            column += across
        lengths.append(1 + max(below))
        below = {column: left - 1 for column, left in below.items() if left > 1}
    for row, length in zip(rows, lengths, strict=True):
        row.children += [StructureElement("TD") for _ in range(max(lengths) - length)]
