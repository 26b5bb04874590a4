"""The structure tree of a document (ISO 32000-1, section 14.7): its elements and the way from content to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from layoutkit.geometry import union
from layoutkit.output.pdf_elements import CELLS
from layoutkit.output.pdf_objects import Name

if TYPE_CHECKING:
    from layoutkit.output.metadata import Metadata
    from layoutkit.output.pdf_boxes import PagePlace
    from layoutkit.output.pdf_elements import StructureElement
    from layoutkit.output.pdf_objects import Dictionary, PdfFile, Ref, Value

__all__ = ["TaggedPage", "put_structure"]


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
    writer = _ElementWriter(file, tagged)
    children = [writer.put(element, parent) for element in tagged.elements]
    return children, [writer.owners[mark] for mark in sorted(writer.owners)]


@dataclass(slots=True)
class _ElementWriter:
    """Puts in the elements of a page."""

    file: PdfFile
    tagged: TaggedPage
    owners: dict[int, Ref] = field(default_factory=dict)
    """By the identifier of marked content, the element that it belongs to."""
    level: int = 0
    """Of the heading before."""

    def put(self, element: StructureElement, parent: Ref) -> Ref:
        """Put in an element and all below it."""
        ref = self.file.reserve()
        entries: Dictionary = {"Type": Name("StructElem"), "S": Name(self._type(element)), "P": parent}
        if element.type == "Figure":
            entries["Alt"] = element.alt
        attributes = self._attributes(element)
        if attributes:
            entries["A"] = attributes
        if element.children:
            entries["K"] = [self.put(child, ref) for child in element.children]
        else:
            entries |= {"Pg": self.tagged.page, "K": list(element.marks)}
            self.owners.update(dict.fromkeys(element.marks, ref))
        self.file.put(ref, entries)
        return ref

    def _type(self, element: StructureElement) -> str:
        if element.type != "H":
            return element.type
        self.level = min(element.level, self.level + 1)  # PDF/UA-1, 7.4.2: the first is H1, and no level is left out
        return f"H{self.level}"

    def _attributes(self, element: StructureElement) -> Dictionary:
        """What there is to say of an element (ISO 32000-1, section 14.8.5)."""
        if element.type == "Figure":
            return {"O": Name("Layout"), "BBox": self.tagged.place.box(union(element.seen)), "Placement": Name("Block")}
        if element.type == "Code":  # an element of running text, where nothing else is said
            return {"O": Name("Layout"), "Placement": Name("Block")}
        if element.type == "L":
            return {"O": Name("List"), "ListNumbering": Name(element.numbering)}
        if element.type in CELLS:
            said: Dictionary = {"Scope": Name(element.scope)} if element.scope else {}
            said |= {name: many for name, many in zip(("ColSpan", "RowSpan"), element.spans, strict=True) if many > 1}
            return {"O": Name("Table"), **said} if said else {}
        return {}
