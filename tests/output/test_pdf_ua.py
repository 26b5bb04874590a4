"""PDF files pass the machine-checkable conditions of PDF/UA-1, and the checker finds every fault that it looks for.

Each fault is made in a good file by pikepdf, and the checker has to find it and nothing that does not follow from it.
"""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from layoutkit.color import Color
from layoutkit.geometry import Rect
from layoutkit.output.pdf import Sheet, book, pdf
from layoutkit.paint.display import Begin, DisplayList, Dots, DrawPicture, DropShadow, End, FillRect, Glyphs
from layoutkit.picture import Picture
from tests.output.documents import ABOUT, FIGURES, shipped_sheet
from tests.output.matterhorn import MARKED, PARENT_TREE, UNCHECKED, failures
from tests.output.matterhorn_nesting import ROWS
from tests.output.runs import shaped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from layoutkit.paint.display import Operation

INK = Color(0, 0, 0.4)


# -- what this package writes -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", FIGURES)
def test_a_figure_passes(number: str, published: Path) -> None:
    (path,) = (published / "pdf").glob(f"{number}-*.pdf")
    with pikepdf.open(path) as file:
        assert failures(file) == []


def test_the_book_passes(published: Path) -> None:
    with pikepdf.open(published / "pdf" / "book.pdf") as file:
        assert len(file.pages) == len(FIGURES)
        assert failures(file) == []


def test_a_page_for_the_press_passes() -> None:
    sheet = replace(shipped_sheet("02"), bleed=12.0, crop_marks=True)
    assert failures(pikepdf.open(io.BytesIO(pdf(sheet)))) == []


# -- a good file with all that there may be ---------------------------------------------------------------------------


def said(kind: Any, text: str, y: float, level: int = 0, role: Any = None) -> tuple[Operation, ...]:  # noqa: ANN401 - words
    return Begin(kind, "", level, text, role=role), Glyphs(10, y, shaped(text), INK), End()


def group(role: Any, *parts: tuple[Operation, ...]) -> tuple[Operation, ...]:  # noqa: ANN401 - one of several words
    return Begin("box", "", role=role), *(operation for part in parts for operation in part), End()


@cache
def good_file() -> bytes:
    """Two pages: headings, texts, drawings, a picture, dots, shadows, bookmarks."""
    with io.BytesIO() as file:
        Image.new("RGBA", (1, 1), (9, 9, 9, 99)).save(file, "PNG")
        dot = Picture(1, 1, "png", file.getvalue())
    card = Rect(5, 5, 90, 40)
    operations = (
        FillRect(Rect(0, 0, 200, 200), 0, Color(1, 1, 1)),
        Dots(Rect(0, 0, 200, 200), 20, 2, INK),
        DropShadow(card, 4, 3, INK),
        FillRect(card, 4, INK),
        *said("heading", "Um", 30, 1),
        *said("paragraph", "Texto com fi", 60),
        *said("heading", "Dois", 90, 2),
        *group("list", group("listitem", said("paragraph", "•", 100, role="marker"), said("paragraph", "Item", 100))),
        *group(
            "table",
            group("row", *(said("paragraph", text, 120, role="columnheader") for text in ("Nome", "Valor"))),
            group("row", said("paragraph", "a", 140, role="rowheader"), said("paragraph", "1", 140, role="cell")),
        ),
        *group("blockquote", said("paragraph", "Dito", 160)),
        *group("code", said("paragraph", "x = 1", 170), said("paragraph", "y = 2", 180)),
        Begin("picture", "", text="Um ponto"),
        DrawPicture(Rect(100, 100, 50, 50), dot),
        End(),
    )
    sheet = Sheet(DisplayList(200, 200, operations), ABOUT, 200)
    return book([sheet, sheet], "Livro")


def test_the_good_file_passes() -> None:
    assert failures(pikepdf.open(io.BytesIO(good_file()))) == []


# -- its faults -------------------------------------------------------------------------------------------------------

FAULTS: dict[str, tuple[Callable[[pikepdf.Pdf], None], set[str]]] = {}
"""By name: what breaks a file, and the conditions that fail then."""


def fault(*checkpoints: str) -> Callable[[Callable[[pikepdf.Pdf], None]], None]:
    """Notes a function that breaks a file, and what has to be found."""

    def note(breaks: Callable[[pikepdf.Pdf], None]) -> None:
        FAULTS[breaks.__name__] = (breaks, set(checkpoints))

    return note


def root(file: pikepdf.Pdf) -> Any:  # noqa: ANN401 - pikepdf's objects have their type at run time
    return file.Root


def elements(file: pikepdf.Pdf, role: str) -> list[Any]:
    """The structure elements of a type on the first page."""
    (document,) = root(file).StructTreeRoot.K
    return [kid for kid in document.K[0].K if str(kid.S) == role]


def content(file: pikepdf.Pdf, change: Callable[[str], str]) -> None:
    """Rewrite the content of the first page."""
    page: Any = file.pages[0].obj
    before = page.Contents.read_bytes().decode("latin-1")
    after = change(before)
    assert after != before
    page.Contents = file.make_stream(after.encode("latin-1"))


def font(file: pikepdf.Pdf) -> Any:  # noqa: ANN401 - as above
    (found,) = file.pages[0].resources.Font.values()
    return found


def unicode_table(file: pikepdf.Pdf, change: Callable[[str], str]) -> None:
    table = font(file).ToUnicode
    before = table.read_bytes().decode("ascii")
    after = change(before)
    assert after != before
    table.write(after.encode("ascii"))


def xmp(file: pikepdf.Pdf, before: str, after: str) -> None:
    packet = root(file).Metadata.read_bytes().decode()
    assert before in packet
    root(file).Metadata.write(packet.replace(before, after).encode())


def first_code(file: pikepdf.Pdf) -> str:
    """The first code of the character table that a text of the first page shows, as it is written there."""
    table = font(file).ToUnicode.read_bytes().decode("ascii")
    line: str = table.split("beginbfchar\n")[1].split("\n")[1]
    return line.partition("> <")[0][1:]


@fault("01-003")
def an_artifact_inside_content(file: pikepdf.Pdf) -> None:
    content(file, lambda text: text.replace("BT", "/Artifact BMC EMC BT", 1))


@fault("01-004", PARENT_TREE)
def content_inside_an_artifact(file: pikepdf.Pdf) -> None:
    content(file, lambda text: text.replace("/Artifact BMC", "/Artifact BMC /P <</MCID 0>> BDC EMC", 1))


@fault("01-005")
def ink_that_is_neither_content_nor_artifact(file: pikepdf.Pdf) -> None:
    content(file, lambda text: text.replace("/Artifact BMC", "/Span BMC", 1))


@fault("01-005")
def content_that_no_element_has(file: pikepdf.Pdf) -> None:
    content(file, lambda text: text + "\n/P <</MCID 99>> BDC 0 0 9 9 re f EMC")


@fault("01-005")
def no_structure(file: pikepdf.Pdf) -> None:
    del root(file).StructTreeRoot


@fault("01-007")
def suspect_tags(file: pikepdf.Pdf) -> None:
    root(file).MarkInfo.Suspects = True


@fault(MARKED)
def not_marked(file: pikepdf.Pdf) -> None:
    del root(file).MarkInfo


@fault("02-001")
def a_type_of_its_own(file: pikepdf.Pdf) -> None:
    elements(file, "/P")[0].S = Name("/Paragraph")


@fault("02-001", "02-003")
def types_in_a_circle(file: pikepdf.Pdf) -> None:
    root(file).StructTreeRoot.RoleMap = Dictionary(Text=Name("/Words"), Words=Name("/Text"))
    elements(file, "/P")[0].S = Name("/Text")


@fault("02-004")
def a_standard_type_mapped(file: pikepdf.Pdf) -> None:
    root(file).StructTreeRoot.RoleMap = Dictionary(P=Name("/Span"))


@fault("06-001")
def no_metadata(file: pikepdf.Pdf) -> None:
    del root(file).Metadata


@fault("06-002")
def metadata_of_another_standard(file: pikepdf.Pdf) -> None:
    xmp(file, "<pdfuaid:part>1</pdfuaid:part>", "<pdfuaid:part>2</pdfuaid:part>")


@fault("06-003")
def metadata_without_a_title(file: pikepdf.Pdf) -> None:
    xmp(file, ">Livro<", "> <")


@fault("07-001")
def nothing_said_about_the_title(file: pikepdf.Pdf) -> None:
    del root(file).ViewerPreferences


@fault("07-002")
def the_name_shown_instead_of_the_title(file: pikepdf.Pdf) -> None:
    root(file).ViewerPreferences.DisplayDocTitle = False


@fault("10-001")
def a_code_without_a_character(file: pikepdf.Pdf) -> None:
    code = first_code(file)
    unicode_table(file, lambda text: text.replace(f"<{code}> <", "<FFFF> <"))


@fault("10-001")
def a_code_with_no_characters(file: pikepdf.Pdf) -> None:
    code = first_code(file)
    unicode_table(file, lambda text: text.replace(f"<{code}> <0", f"<{code}> <> <0", 1))


@fault("11-001", "11-002", "11-003")
def no_language(file: pikepdf.Pdf) -> None:
    del root(file).Lang
    (document,) = root(file).StructTreeRoot.K
    for element in (document, *document.K):
        if "/Lang" in element:
            del element.Lang


@fault("11-006", "11-003")
def metadata_without_a_language(file: pikepdf.Pdf) -> None:
    del root(file).Lang
    xmp(file, 'xml:lang="pt-BR"', 'xml:lang="x-default"')


@fault("13-004")
def a_figure_without_an_alternative(file: pikepdf.Pdf) -> None:
    del elements(file, "/Figure")[0].Alt


@fault("13-004")
def a_picture_with_an_empty_alternative(file: pikepdf.Pdf) -> None:
    elements(file, "/Figure")[1].Alt = String(" ")


@fault("14-002")
def a_first_heading_that_is_second(file: pikepdf.Pdf) -> None:
    elements(file, "/H1")[0].S = Name("/H2")


@fault("14-003")
def a_level_left_out(file: pikepdf.Pdf) -> None:
    elements(file, "/H2")[0].S = Name("/H3")


@fault("14-006")
def two_headings_in_one_element(file: pikepdf.Pdf) -> None:
    (document,) = root(file).StructTreeRoot.K
    for section in document.K:
        for element in section.K:
            if str(element.S) in ("/H1", "/H2"):
                element.S = Name("/H")


@fault("14-007")
def headings_of_two_kinds(file: pikepdf.Pdf) -> None:
    elements(file, "/H2")[0].S = Name("/H")


@fault(UNCHECKED)
def a_note(file: pikepdf.Pdf) -> None:
    elements(file, "/P")[0].S = Name("/Note")


@fault("09-005")
def an_item_without_a_list(file: pikepdf.Pdf) -> None:
    elements(file, "/L")[0].S = Name("/Sect")


@fault("09-005")
def an_item_that_holds_a_paragraph(file: pikepdf.Pdf) -> None:
    elements(file, "/L")[0].K[0].K[0].S = Name("/P")


@fault("09-004")
def a_row_without_a_table(file: pikepdf.Pdf) -> None:
    elements(file, "/Table")[0].S = Name("/Sect")


@fault("09-004")
def a_row_that_holds_a_paragraph(file: pikepdf.Pdf) -> None:
    elements(file, "/Table")[0].K[1].K[1].S = Name("/P")


@fault("15-003")
def a_header_of_nothing(file: pikepdf.Pdf) -> None:
    del elements(file, "/Table")[0].K[1].K[0].A.Scope


@fault(ROWS)
def a_row_that_is_too_short(file: pikepdf.Pdf) -> None:
    elements(file, "/Table")[0].K[0].K[0].A.ColSpan = 2


def annotated(file: pikepdf.Pdf, **entries: Any) -> None:  # noqa: ANN401 - as above
    annotation = Dictionary(Type=Name("/Annot"), Subtype=Name("/Text"), Rect=Array([0, 0, 9, 9]), **entries)
    file.pages[0].obj.Annots = Array([annotation])


@fault(UNCHECKED, "28-002")
def an_annotation_outside_the_structure(file: pikepdf.Pdf) -> None:
    annotated(file)


@fault(UNCHECKED, "28-008")
def annotations_in_no_order(file: pikepdf.Pdf) -> None:
    annotated(file, StructParent=9)
    del file.pages[0].obj.Tabs


@fault(UNCHECKED, "28-009")
def annotations_in_another_order(file: pikepdf.Pdf) -> None:
    annotated(file, StructParent=9)
    file.pages[0].obj.Tabs = Name("/R")


def forms(file: pikepdf.Pdf) -> dict[str, Any]:
    drawn: Any = file.pages[0].resources.XObject
    return {str(name): form for name, form in drawn.items() if str(form.Subtype) == "/Form"}


@fault("30-001")
def a_page_of_another_file(file: pikepdf.Pdf) -> None:
    next(iter(forms(file).values())).Ref = Dictionary()


@fault("30-002", "01-004", "01-005", PARENT_TREE)
def a_form_with_content_drawn_twice(file: pikepdf.Pdf) -> None:
    form = next(iter(forms(file).values()))
    form.write(b"/P <</MCID 77>> BDC\n" + form.read_bytes() + b"\nEMC")


@fault("31-004")
def a_map_of_glyphs_that_is_none(file: pikepdf.Pdf) -> None:
    font(file).DescendantFonts[0].CIDToGIDMap = Name("/Other")


@fault("31-005")
def no_map_of_glyphs(file: pikepdf.Pdf) -> None:
    del font(file).DescendantFonts[0].CIDToGIDMap


@fault("31-006")
def a_map_of_codes_that_nobody_knows(file: pikepdf.Pdf) -> None:
    font(file).Encoding = Name("/Mine")


@fault("31-009")
def a_font_that_is_not_embedded(file: pikepdf.Pdf) -> None:
    del font(file).DescendantFonts[0].FontDescriptor.FontFile2


@fault("31-011", "10-001")
def a_glyph_that_is_not_embedded(file: pikepdf.Pdf) -> None:
    content(file, lambda text: text.replace("BT", "BT /F0 9 Tf [<FFF0>] TJ", 1))


@fault("31-016")
def a_width_that_is_wrong(file: pikepdf.Pdf) -> None:
    below = font(file).DescendantFonts[0]
    below.W = Array([*below.W, int(first_code(file), 16), Array([1234])])


@fault("31-027")
def a_font_without_characters(file: pikepdf.Pdf) -> None:
    del font(file).ToUnicode


@fault("31-028")
def a_character_zero(file: pikepdf.Pdf) -> None:
    code = first_code(file)
    unicode_table(file, lambda text: text.replace(f"<{code}> <", f"<{code}> <0000", 1))


@fault("31-029")
def a_character_that_is_none(file: pikepdf.Pdf) -> None:
    code = first_code(file)
    unicode_table(file, lambda text: text.replace(f"<{code}> <", f"<{code}> <FEFF", 1))


@fault("31-030", "31-016", "10-001")
def a_glyph_for_missing_characters(file: pikepdf.Pdf) -> None:
    content(file, lambda text: text.replace("BT", "BT /F0 9 Tf [<0000>] TJ", 1))


@fault(UNCHECKED)
def a_font_of_another_kind(file: pikepdf.Pdf) -> None:
    font(file).Subtype = Name("/Type1")


@fault(PARENT_TREE)
def a_parent_tree_that_leads_astray(file: pikepdf.Pdf) -> None:
    owners = root(file).StructTreeRoot.ParentTree.Nums[1]
    owners[0], owners[1] = owners[1], owners[0]


@fault(PARENT_TREE)
def a_page_that_the_parent_tree_does_not_know(file: pikepdf.Pdf) -> None:
    del file.pages[0].obj.StructParents


@fault(PARENT_TREE)
def an_element_that_does_not_know_where_it_is(file: pikepdf.Pdf) -> None:
    elements(file, "/P")[0].P = root(file).StructTreeRoot


@fault(PARENT_TREE)
def content_that_is_on_no_page(file: pikepdf.Pdf) -> None:
    elements(file, "/P")[0].K.append(55)


@fault(UNCHECKED)
def layers(file: pikepdf.Pdf) -> None:
    root(file).OCProperties = Dictionary()


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found(name: str) -> None:
    breaks, expected = FAULTS[name]
    broken = io.BytesIO()
    with pikepdf.open(io.BytesIO(good_file())) as file:
        breaks(file)
        file.save(broken)
    with pikepdf.open(broken) as file:
        assert {failure.checkpoint for failure in failures(file)} == expected


def test_an_encrypted_file_is_not_called_good() -> None:
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(good_file())) as file:
        file.save(locked, encryption=pikepdf.Encryption(owner="me"))
    with pikepdf.open(locked) as file:
        assert (UNCHECKED, "the file is encrypted") in failures(file)
