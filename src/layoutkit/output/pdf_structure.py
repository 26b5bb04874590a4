"""What a screen reader reads: the structure tree of a document (ISO 32000-1, section 14.7; PDF/UA-1).

A figure is the drawing with its alternative text, and then its texts, each a paragraph or a heading, in the order in
which they are painted; a heading that comes first is read before the drawing. Shadows, dots and the page's background
are artifacts: they say nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, assert_never

from layoutkit.geometry import Rect, union
from layoutkit.output.pdf_boxes import Painted
from layoutkit.output.pdf_objects import Name
from layoutkit.paint.display import (
    Begin,
    Clip,
    ClipPath,
    Dots,
    DrawPicture,
    DropShadow,
    End,
    FillRect,
    Glyphs,
    GridLines,
    Unclip,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.output.metadata import Metadata
    from layoutkit.output.pdf_boxes import PagePlace
    from layoutkit.output.pdf_objects import Dictionary, PdfFile, Ref, Value
    from layoutkit.paint.display import DisplayList, Ink

__all__ = ["Outline", "StructureElement", "TaggedPage", "outline", "put_structure"]

_READ = ("heading", "paragraph", "picture")
"""Kinds of groups that become elements, as charts do."""
_PICTURES = ("picture", "chart")
"""Those that are read by their alternative text."""


@dataclass(eq=False)
class StructureElement:
    """A structure element that holds marked content of one page."""

    role: Literal["heading", "P", "Figure"]
    level: int = 0
    """Of a heading, as the author has it."""
    alt: str = ""
    marks: list[int] = field(default_factory=list)
    """The marked-content identifiers on its page, in the order of the content."""
    seen: list[Rect] = field(default_factory=list)
    """Of a drawing: the boxes around all that is seen of it, in px."""

    @property
    def tag(self) -> str:
        """What its marked content is called."""
        return f"H{self.level}" if self.role == "heading" else self.role


@dataclass(frozen=True)
class Outline:
    """The elements of one figure."""

    elements: tuple[StructureElement, ...]
    """In reading order."""
    owners: tuple[StructureElement | None, ...]
    """For each operation of the display list, the element that it belongs to; None for what is not read."""


def outline(display: DisplayList, metadata: Metadata) -> Outline:
    """Sort the operations of a figure into elements."""
    drawing = StructureElement("Figure", alt=metadata.alt)
    painted = Painted(Rect(0.0, 0.0, display.width, display.height))
    read: list[StructureElement] = []
    owners: list[StructureElement | None] = []
    groups: list[tuple[int, Begin]] = []
    texts: dict[int, StructureElement] = {}
    """By the place in the list where the group begins."""
    for index, operation in enumerate(display.operations):
        owner: StructureElement | None = None
        seen = painted.seen(operation)
        at, group = _group_read(groups)
        match operation:
            case Begin():
                groups.append((index, operation))
            case End():
                groups.pop()
            case Clip() | ClipPath() | Unclip():
                pass
            case _ if group is not None and (group.kind in _PICTURES or isinstance(operation, Glyphs)):
                owner = texts.setdefault(at, _element(group)) if group.kind != "picture" or group.text else None
            case Glyphs():
                owner = StructureElement("P")
            case _:
                owner = None if _is_decoration(operation, display) else drawing
        if owner not in (None, drawing) and (not read or owner is not read[-1]):
            read.append(owner)
        if owner is not None and owner.role == "Figure" and seen is not None:
            owner.seen.append(seen)
        owners.append(owner)
    for element in (drawing, *read):
        element.seen = element.seen or [painted.page]
    place = 1 if read and read[0].role == "heading" else 0
    return Outline((*read[:place], drawing, *read[place:]), tuple(owners))


def _group_read(groups: Sequence[tuple[int, Begin]]) -> tuple[int, Begin | None]:
    """The group that is read for what stands in some; a chart is read instead of all that it holds."""
    chart = next((pair for pair in groups if pair[1].kind == "chart" and pair[1].text), None)
    return chart or next((pair for pair in reversed(groups) if pair[1].kind in _READ), (0, None))


def _element(group: Begin) -> StructureElement:
    match group.kind:
        case "picture" | "chart":
            return StructureElement("Figure", alt="\n".join(filter(None, (group.text, group.description))))
        case "heading":
            return StructureElement("heading", group.level)
        case "paragraph" | "box" | "connector":
            return StructureElement("P", group.level)
        case _ as unknown:
            assert_never(unknown)


def _is_decoration(ink: Ink, display: DisplayList) -> bool:
    if isinstance(ink, FillRect):
        rect = ink.rect
        return rect.x <= 0 and rect.y <= 0 and rect.right >= display.width and rect.bottom >= display.height
    return isinstance(ink, DropShadow | Dots | GridLines | DrawPicture)


@dataclass(frozen=True)
class TaggedPage:
    """A page whose content has been marked."""

    page: Ref
    elements: tuple[StructureElement, ...]
    metadata: Metadata
    place: PagePlace
    """Where the figure is on the page."""


def put_structure(file: PdfFile, pages: list[TaggedPage], language: str) -> Ref:
    """Put in the structure tree; page number n has the key n in the parent tree."""
    root, document = file.reserve(), file.reserve()
    parents: list[Value] = []
    sections: list[Ref] = []
    for index, tagged in enumerate(pages):
        section = document if len(pages) == 1 else file.reserve()
        children, owners = _put_elements(file, tagged, section)
        parents += [index, file.add(owners)]
        if section is document:
            sections = children
        else:
            sections.append(section)
            entries: Dictionary = {"S": Name("Sect"), "T": tagged.metadata.title, "Lang": tagged.metadata.language}
            file.put(section, {"Type": Name("StructElem"), **entries, "P": document, "K": children})
    head: Dictionary = {"Type": Name("StructElem"), "S": Name("Document"), "Lang": language}
    file.put(document, {**head, "P": root, "K": sections})
    tree: Dictionary = {"ParentTree": file.add({"Nums": parents}), "ParentTreeNextKey": len(pages)}
    file.put(root, {"Type": Name("StructTreeRoot"), "K": [document], **tree})
    return root


def _put_elements(file: PdfFile, tagged: TaggedPage, parent: Ref) -> tuple[list[Ref], list[Ref]]:
    """The elements of a page in reading order, and the element of each piece of marked content."""
    level = 0
    children: list[Ref] = []
    owners: dict[int, Ref] = {}
    for element in tagged.elements:
        entries: Dictionary = {"Type": Name("StructElem"), "P": parent, "Pg": tagged.page, "K": list(element.marks)}
        if element.role == "heading":
            level = min(element.level, level + 1)  # PDF/UA-1, 7.4.2: the first is H1, and no level is left out
            entries["S"] = Name(f"H{level}")
        else:
            entries["S"] = Name(element.role)
        if element.role == "Figure":
            entries["Alt"] = element.alt
            entries["A"] = {
                "O": Name("Layout"),
                "BBox": tagged.place.box(union(element.seen)),
                "Placement": Name("Block"),
            }
        ref = file.add(entries)
        children.append(ref)
        owners.update(dict.fromkeys(element.marks, ref))
    return children, [owners[mark] for mark in sorted(owners)]
