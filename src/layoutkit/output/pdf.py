"""Display list -> PDF bytes: vector drawing, real text, tagged for screen readers as PDF/UA-1 (ISO 14289-1) asks.

The file is written from the display list alone and depends on nothing else: no clock, no system font, no folder.

Left out: output intents and other colour management (all colours are sRGB values, as DeviceRGB or DeviceGray),
encryption, links.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.geometry import Rect
from layoutkit.output.pdf_bleed import bled, crop_mark_room, crop_marks
from layoutkit.output.pdf_boxes import PagePlace
from layoutkit.output.pdf_content import content
from layoutkit.output.pdf_metadata import About, put_info, put_xmp, source_date
from layoutkit.output.pdf_objects import Name, PdfFile, number
from layoutkit.output.pdf_outline import outline
from layoutkit.output.pdf_resources import Resources
from layoutkit.output.pdf_structure import TaggedPage, put_structure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from layoutkit.output.metadata import Metadata
    from layoutkit.output.pdf_objects import Dictionary, Ref, Value
    from layoutkit.paint.display import DisplayList

__all__ = ["Sheet", "book", "pdf", "source_date"]

_POINTS = 72 / 96
"""Points in a px."""
_LONGEST = 14_400
"""Units that a side of a page may have (ISO 32000-1, annex C)."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A figure on its page."""

    display: DisplayList
    metadata: Metadata
    width: float
    """Of the trimmed page, in px of 1/96 inch; the height follows from the figure's proportions."""
    bleed: float = 0.0
    """How far backgrounds go on beyond the trimmed page, in px of 1/96 inch."""
    crop_marks: bool = False
    """Whether lines outside the bleed show where to cut."""


def pdf(sheet: Sheet, created: datetime | None = None) -> bytes:
    """One figure as a document of one page.

    Args:
        sheet: the figure and its size.
        created: the date written into the file; None writes none.
    """
    metadata = sheet.metadata
    subject = metadata.description or metadata.alt
    about = About(metadata.title, subject, metadata.language, created, metadata.author, metadata.licence)
    return _document([sheet], about, bookmarks=False)


def book(sheets: Sequence[Sheet], title: str, created: datetime | None = None) -> bytes:
    """Several figures as one document: a page and a bookmark for each.

    Args:
        sheets: at least one; the document has the language, author and licence of the first one.
        title: of the whole document.
        created: the date written into the file; None writes none.
    """
    first = sheets[0].metadata
    about = About(title, "", first.language, created, first.author, first.licence)
    return _document(sheets, about, bookmarks=True)


def _document(sheets: Sequence[Sheet], about: About, *, bookmarks: bool) -> bytes:
    file = PdfFile()
    catalog, tree, shared = file.reserve(), file.reserve(), file.reserve()
    resources = Resources(file)
    pages = [_put_page(file, sheet, index, tree, (resources, shared)) for index, sheet in enumerate(sheets)]
    file.put(shared, resources.dictionary())
    refs = [page.page for page in pages]
    file.put(tree, {"Type": Name("Pages"), "Kids": refs, "Count": len(refs)})
    entries: Dictionary = {
        "Type": Name("Catalog"),
        "Pages": tree,
        "Lang": about.language,
        "MarkInfo": {"Marked": True},
        "StructTreeRoot": put_structure(file, pages, about.language),
        "ViewerPreferences": {"DisplayDocTitle": True},
        "Metadata": put_xmp(file, about),
    }
    if bookmarks:
        entries |= {"Outlines": _put_bookmarks(file, pages), "PageMode": Name("UseOutlines")}
    file.put(catalog, entries)
    return file.finished(catalog, put_info(file, about))


def _put_page(file: PdfFile, sheet: Sheet, index: int, tree: Ref, shared: tuple[Resources, Ref]) -> TaggedPage:
    """Put in a page; ``index`` is its key in the parent tree.

    A page longer than readers can show has larger units (``UserUnit``), and is drawn in points all the same.
    """
    resources, resources_ref = shared
    scale = sheet.width / sheet.display.width * _POINTS
    bleed = sheet.bleed * _POINTS
    display = bled(sheet.display, bleed / scale) if bleed else sheet.display
    room = crop_mark_room(bleed) if sheet.crop_marks else bleed
    trim = Rect(room, room, display.width * scale, display.height * scale)
    structure = outline(display, sheet.metadata)
    visible = Rect(0, 0, display.width, display.height).grown(bleed / scale)
    place = f"{number(scale, 9)} 0 0 {number(-scale, 9)} {number(trim.x)} {number(trim.bottom)} cm"
    drawn = content(display, structure, resources, visible)
    marks = crop_marks(trim, bleed, resources.registration()) if sheet.crop_marks else []
    media = trim.grown(room)
    unit = math.ceil(max(media.width, media.height) / _LONGEST)
    larger: Dictionary = {"UserUnit": unit} if unit > 1 else {}
    in_points = [f"{number(1 / unit, 9)} 0 0 {number(1 / unit, 9)} 0 0 cm"] if larger else []
    stream = "\n".join([*in_points, "q", place, drawn, "Q", *marks]).encode("ascii")
    page = file.add(
        {
            "Type": Name("Page"),
            "Parent": tree,
            **larger,
            "MediaBox": _box(media, unit),
            "BleedBox": _box(trim.grown(bleed), unit),
            "TrimBox": _box(trim, unit),
            "Resources": resources_ref,
            "Contents": file.stream(stream),
            "Group": {"S": Name("Transparency"), "CS": Name(resources.blending_space(display))},
            "StructParents": index,
            "Tabs": Name("S"),
        }
    )
    return TaggedPage(page, structure.elements, sheet.metadata, PagePlace(trim, scale, unit))


def _box(rect: Rect, unit: int) -> tuple[float, float, float, float]:
    """A rectangle in points, in units of so many points."""
    return rect.x / unit, rect.y / unit, rect.right / unit, rect.bottom / unit


def _put_bookmarks(file: PdfFile, pages: Sequence[TaggedPage]) -> Ref:
    """A bookmark for each page (ISO 32000-1, section 12.3.3)."""
    root = file.reserve()
    items = [file.reserve() for _ in pages]
    for index, (item, tagged) in enumerate(zip(items, pages, strict=True)):
        target: list[Value] = [tagged.page, Name("Fit")]
        entries: Dictionary = {"Title": tagged.metadata.title, "Parent": root, "Dest": target}
        if index > 0:
            entries["Prev"] = items[index - 1]
        if index < len(items) - 1:
            entries["Next"] = items[index + 1]
        file.put(item, entries)
    file.put(root, {"Type": Name("Outlines"), "First": items[0], "Last": items[-1], "Count": len(items)})
    return root
