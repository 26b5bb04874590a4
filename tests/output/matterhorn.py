"""A checker of PDF/UA-1 (ISO 14289-1) for what this package writes.

It goes through the failure conditions of the Matterhorn Protocol 1.1 that a machine can decide and that can come up in
these files: one or more pages of shapes, text and pictures, with bookmarks. Each failure has the protocol's number, or
the section of the standard where the protocol has none. Its other conditions are about what no file has: notes, forms,
links, layers, sound, scripts, encryption, fonts other than Type 0; wherever a file has such a thing after all, it is
reported as ``unchecked``. What asks for a human (whether an alternative text says what is seen) is left to one.

    01  real content is tagged, the rest artifacts        13  figures have alternative texts
    02  role mapping                                      14  headings
    06  metadata                                          15  headers of tables
    07  dictionary                                        28  annotations
    09  tags of lists and tables                          30  XObjects
    10  characters                                        31  fonts
    11  natural language
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf

from tests.output.matterhorn_content import PageContent, read_page
from tests.output.matterhorn_fonts import font_failures
from tests.output.matterhorn_nesting import nesting_failures

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["UNCHECKED", "Failure", "failures"]

UNCHECKED = "unchecked"
MARKED, PARENT_TREE = "ISO 14289-1, 7.1", "ISO 32000-1, 14.7.4.4"
_HEADINGS = tuple(f"H{level}" for level in range(1, 7))
_KNOWN = {
    *("Document", "Sect", "P", "Figure", "Span", "BlockQuote", "Code", "H", *_HEADINGS),
    *("L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD"),
}
"""Standard structure types that this checker knows all conditions of."""
_STANDARD = _KNOWN | {
    *("Part", "Art", "Div", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private", "THead", "TBody", "TFoot"),
    *("Quote", "Note", "Reference", "BibEntry"),
    *("Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Formula", "Form"),
}
_NOT_KNOWN_IN_CATALOG = ("/AcroForm", "/OCProperties", "/Names", "/OpenAction", "/AA", "/Collection")
_DC, _UA = "{http://purl.org/dc/elements/1.1/}", "{http://www.aiim.org/pdfua/ns/id/}"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class Failure(NamedTuple):
    """A condition of the protocol that a file fails."""

    checkpoint: str
    what: str


@dataclass(frozen=True)
class _Element:
    """A structure element."""

    object: Any
    role: str
    """The standard type that its own is mapped to; its own where there is none."""
    language: str
    """Its own, or the nearest one around it; empty where there is none."""
    children: tuple[_Element, ...]
    marks: tuple[tuple[tuple[int, int], int], ...]
    """Pages, as object number and generation, and identifiers of its marked content."""

    def below(self) -> Iterator[_Element]:
        """Itself and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.below()


def failures(file: pikepdf.Pdf) -> list[Failure]:
    """All conditions that a file fails, in the protocol's order."""
    return sorted(set(_failures(file)))


def _failures(file: pikepdf.Pdf) -> Iterator[Failure]:
    catalog: Any = file.Root
    yield from (Failure(UNCHECKED, f"the catalog has {key}") for key in _NOT_KNOWN_IN_CATALOG if key in catalog)
    if file.is_encrypted:
        yield Failure(UNCHECKED, "the file is encrypted")
    yield from _catalog(catalog)
    yield from _metadata(catalog)
    contents = [read_page(page) for page in file.pages]
    for content in contents:
        yield from (Failure(*pair) for pair in content.failures)
    for font, codes in _used(contents):
        yield from (Failure(*pair) for pair in font_failures(font, codes))
    yield from _annotations(file)
    if "/StructTreeRoot" not in catalog:
        yield Failure("01-005", "there is no structure tree")
        return
    tree: Any = catalog.StructTreeRoot
    roles = _roles(tree)
    yield from _role_map(roles)
    top = _elements(tree, roles, str(catalog.get("/Lang", "")))
    yield from _structure(top)
    yield from _parent_tree(tree, top, contents)


def _used(contents: list[PageContent]) -> list[tuple[Any, set[int]]]:
    """The fonts of all pages and the codes that are shown in each."""
    found: dict[tuple[int, int], tuple[Any, set[int]]] = {}
    for content in contents:
        for key, (font, codes) in content.fonts.items():
            found.setdefault(key, (font, set()))[1].update(codes)
    return list(found.values())


def _catalog(catalog: Any) -> Iterator[Failure]:  # noqa: ANN401 - pikepdf's objects have their type at run time
    mark_info = catalog.get("/MarkInfo", {})
    if not bool(mark_info.get("/Marked", False)):
        yield Failure(MARKED, "the file does not say that it is tagged")
    if bool(mark_info.get("/Suspects", False)):
        yield Failure("01-007", "its tags are suspect")
    preferences = catalog.get("/ViewerPreferences", {})
    if "/DisplayDocTitle" not in preferences:
        yield Failure("07-001", "it does not say whether viewers show its title")
    elif not bool(preferences.DisplayDocTitle):
        yield Failure("07-002", "viewers are told to show its name instead of its title")
    if "/Outlines" in catalog and not str(catalog.get("/Lang", "")):
        yield Failure("11-003", "nobody knows the language of the bookmarks")


def _metadata(catalog: Any) -> Iterator[Failure]:  # noqa: ANN401 - as above
    if "/Metadata" not in catalog:
        yield Failure("06-001", "there is no XMP metadata")
        return
    root = ET.fromstring(catalog.Metadata.read_bytes())  # noqa: S314 - written by this package
    if root.findtext(f".//{_UA}part") != "1":
        yield Failure("06-002", "the metadata do not name PDF/UA-1")
    titles = root.findall(f".//{_DC}title/{_RDF}Alt/{_RDF}li")
    if not any((title.text or "").strip() for title in titles):
        yield Failure("06-003", "the metadata have no title")
    languages = {title.get(_LANG) for title in titles} - {None, "x-default"}
    if not languages and not str(catalog.get("/Lang", "")):
        yield Failure("11-006", "nobody knows the language of the metadata")


def _annotations(file: pikepdf.Pdf) -> Iterator[Failure]:
    for page in file.pages:
        annotations: Any = page.obj.get("/Annots", [])
        if not len(annotations):
            continue
        yield Failure(UNCHECKED, "a page has annotations")
        if "/Tabs" not in page.obj:
            yield Failure("28-008", "a page with annotations says nothing of their order")
        elif str(page.obj.Tabs) != "/S":
            yield Failure("28-009", "annotations do not follow the structure")
        for annotation in annotations:
            if "/StructParent" not in annotation:
                yield Failure("28-002", "an annotation is not in the structure")


# -- the structure tree -----------------------------------------------------------------------------------------------


def _roles(tree: Any) -> dict[str, str]:  # noqa: ANN401 - as above
    return {str(key)[1:]: str(value)[1:] for key, value in tree.get("/RoleMap", {}).items()}


def _role_map(roles: dict[str, str]) -> Iterator[Failure]:
    for role, at in roles.items():
        if role in _STANDARD:
            yield Failure("02-004", f"the standard type {role} is mapped to {at}")
            continue
        seen = {role}
        while at in roles and at not in _STANDARD:
            if at in seen:
                yield Failure("02-003", f"the type {role} is mapped to itself")
                break
            seen.add(at)
            at = roles[at]  # noqa: PLW2901 - step by step along the map


def _standard_role(role: str, roles: dict[str, str]) -> str:
    for _ in range(len(roles)):
        if role in _STANDARD or role not in roles:
            break
        role = roles[role]
    return role


def _elements(node: Any, roles: dict[str, str], language: str) -> _Element:  # noqa: ANN401 - as above
    """An element, or the root of the tree, with all below it."""
    own = str(node.get("/Lang", language))
    kids = node.get("/K", [])
    children, marks = [], []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            children.append(_elements(kid, roles, own))
        elif isinstance(kid, pikepdf.Dictionary):  # a marked-content reference
            marks.append((kid.get("/Pg", node.get("/Pg")).objgen, int(kid["/MCID"])))
        else:
            marks.append((node.Pg.objgen, int(kid)))
    role = _standard_role(str(node.get("/S", "/"))[1:], roles)
    return _Element(node, role, own, tuple(children), tuple(marks))


def _structure(top: _Element) -> Iterator[Failure]:
    elements = list(top.below())[1:]
    for element in elements:
        if element.role not in _STANDARD:
            yield Failure("02-001", f"the type {element.role} is not mapped to a standard one")
        elif element.role not in _KNOWN:
            yield Failure(UNCHECKED, f"there is a structure element {element.role}")
        yield from (Failure(*pair) for pair in nesting_failures(element))
        instead = str(element.object.get("/Alt", element.object.get("/ActualText", "")))
        if element.role == "Figure" and not instead.strip():
            yield Failure("13-004", "a figure has no alternative text")
        if instead and not element.language:
            yield Failure("11-002", "nobody knows the language of an alternative text")
        if element.marks and element.role != "Figure" and not element.language:
            yield Failure("11-001", f"nobody knows the language of a {element.role}")
        if [child.role for child in element.children].count("H") > 1:
            yield Failure("14-006", f"a {element.role} has two headings H")
        for child in element.children:
            if "/P" not in child.object or child.object.P.objgen != element.object.objgen:
                yield Failure(PARENT_TREE, f"a {child.role} does not know the {element.role} around it")
    yield from _headings([element.role for element in elements if element.role in ("H", *_HEADINGS)])


def _headings(found: list[str]) -> Iterator[Failure]:
    numbered = [int(role[1:]) for role in found if role != "H"]
    if numbered and numbered[0] != 1:
        yield Failure("14-002", f"the first heading is H{numbered[0]}")
    for before, level in pairwise(numbered):
        if level > before + 1:
            yield Failure("14-003", f"H{level} follows H{before}")
    if numbered and "H" in found:
        yield Failure("14-007", "headings with and without numbers are mixed")


def _parent_tree(tree: Any, top: _Element, contents: list[PageContent]) -> Iterator[Failure]:  # noqa: ANN401 - as above
    """The way from marked content to its element, and back."""
    numbers = list(tree.ParentTree.get("/Nums", [])) if "/ParentTree" in tree else []
    table: dict[int, Any] = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
    owned = {mark: element for element in top.below() for mark in element.marks}
    shown = set()
    for content in contents:
        owners = table.get(content.key, []) if content.key is not None else []
        for mark in content.marks:
            at = (content.page, mark)
            if at in shown:
                yield Failure(PARENT_TREE, f"two pieces of content have the number {mark}")
            shown.add(at)
            if at not in owned:
                yield Failure("01-005", f"the content {mark} belongs to no structure element")
            elif mark >= len(owners) or owners[mark].objgen != owned[at].object.objgen:
                yield Failure(PARENT_TREE, f"the parent tree does not lead from content {mark} to its element")
    for _, mark in owned.keys() - shown:
        yield Failure(PARENT_TREE, f"an element has content {mark}, which is on no page")
