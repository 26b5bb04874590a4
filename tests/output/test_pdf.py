"""PDF files read back: pages, metadata, tags."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

import pikepdf
import pypdfium2
import pytest

from layoutkit.color import Color
from layoutkit.diagnostics import LayoutkitError
from layoutkit.geometry import Rect
from layoutkit.output.metadata import Metadata
from layoutkit.output.pdf import Sheet, book, pdf, source_date
from layoutkit.paint.display import (
    Begin,
    Clip,
    DisplayList,
    Dots,
    DrawPicture,
    DropShadow,
    End,
    FillRect,
    Glyphs,
    GridLines,
    StrokePath,
    Unclip,
)
from layoutkit.path import LineTo, MoveTo, Path
from layoutkit.picture import Picture
from tests.output.documents import ABOUT, FIGURES, document, opened, parts, rasterised, shipped, shipped_sheet
from tests.output.pictures import replayed
from tests.output.runs import shaped

if TYPE_CHECKING:
    from collections.abc import Iterator

RED, BLUE = Color(1, 0, 0), Color(0, 0, 1)
EPOCH = "SOURCE_DATE_EPOCH"
MM = 72 / 25.4

every_figure = pytest.mark.parametrize("number", FIGURES)


def elements(tree: pikepdf.Object) -> Iterator[Any]:
    """The structure elements of a tree, in reading order."""
    kids: Any = tree.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            yield kid
            yield from elements(kid)


def read_aloud(file: pikepdf.Pdf) -> list[tuple[str, str]]:
    """Role and text of each element, as a screen reader goes through them; of figures, the alternative text."""
    texts = {
        (page.obj.objgen, part.mark): part.text
        for page in file.pages
        for part in parts(page)
        if part.mark is not None
    }  # fmt: skip
    found = []
    for element in elements(file.Root.StructTreeRoot):
        if "/Pg" in element:
            said = "".join(texts[element.Pg.objgen, int(mark)] for mark in element.K)
            found.append((str(element.S), str(element.get("/Alt", said))))
    return found


def grouped(kind: Literal["heading", "paragraph"], text: str, level: int = 0) -> tuple[Begin, Glyphs, End]:
    """A text as the paint pass hands it on."""
    return Begin(kind, "", level, text), Glyphs(10, 40, shaped(text), BLUE), End()


# -- the page ---------------------------------------------------------------------------------------------------------


@every_figure
def test_the_page_is_as_wide_as_the_tokens_say(number: str) -> None:
    file = opened(shipped(number))
    (page,) = file.pages
    display = shipped_sheet(number).display
    left, bottom, right, top = map(float, page.mediabox)
    assert (left, bottom) == (0, 0)
    assert right == pytest.approx(180 * MM, abs=1e-3)
    assert top == pytest.approx(180 * MM * display.height / display.width, abs=1e-3)
    assert page.trimbox == page.mediabox


def test_bleed_and_crop_marks_lie_around_the_page() -> None:
    display = DisplayList(200, 100, (FillRect(Rect(0, 0, 200, 100), 0, RED), FillRect(Rect(9, 9, 9, 9), 0, BLUE)))
    data = pdf(Sheet(display, ABOUT, 400, bleed=8, crop_marks=True))
    file = opened(data)
    (page,) = file.pages
    boxes = [[float(edge) for edge in box] for box in (page.mediabox, page.obj.BleedBox, page.trimbox)]
    assert boxes == [[0, 0, 340, 190], [14, 14, 326, 176], [20, 20, 320, 170]]
    image = rasterised(data, 1)
    assert [image.getpixel(at) for at in ((15, 100), (325, 100), (170, 15), (12, 100))] == [
        (255, 0, 0), (255, 0, 0), (255, 0, 0), (255, 255, 255),
    ]  # fmt: skip
    assert image.getpixel((20 + 18, 20 + 18)) == (0, 0, 255)
    for mark in ((6, 19), (6, 170), (334, 19), (19, 6), (320, 6), (320, 184)):
        around = [image.getpixel((mark[0] + x, mark[1] + y)) for x in (-1, 0, 1) for y in (-1, 0, 1)]
        assert min(sum(pixel) for pixel in around if isinstance(pixel, tuple)) < 700
    assert image.getpixel((2, 2)) == (255, 255, 255)


def test_a_page_longer_than_readers_show_has_larger_units() -> None:
    shapes = FillRect(Rect(0, 0, 200, 100), 0, RED), FillRect(Rect(9, 9, 90, 9), 0, BLUE)
    display, width = DisplayList(200, 100, shapes), 40_000
    file = opened(pdf(Sheet(display, ABOUT, width, bleed=8, crop_marks=True)))
    (page,) = file.pages
    unit = int(page.obj.UserUnit)
    assert unit == 3
    assert max(map(float, page.mediabox)) <= 14_400
    left, bottom, right, top = (unit * float(edge) for edge in page.trimbox)
    assert (left, bottom, right - left, top - bottom) == pytest.approx((20, 20, 30_000, 15_000), abs=0.01)
    assert b"/UserUnit" not in pdf(Sheet(display, ABOUT, 19_200))
    large, small = (rasterised(pdf(Sheet(display, ABOUT, w)), 400 / p) for w, p in ((width, 10_000), (200, 150)))
    assert large.tobytes() == small.tobytes()


def test_without_bleed_nothing_is_beyond_the_page() -> None:
    data = document(FillRect(Rect(-50, -50, 400, 400), 0, RED))
    assert rasterised(data, 1).getcolors() == [(150 * 75, (255, 0, 0))]


def test_dots_keep_their_places_in_the_bleed() -> None:
    dots = Dots(Rect(0, 0, 200, 100), 20, 4, RED)
    bled = rasterised(pdf(Sheet(DisplayList(200, 100, (dots,)), ABOUT, 200, bleed=24)), 4 / 3)
    assert bled.size == (248, 148)
    assert bled.getpixel((24 + 10, 24 + 10)) == bled.getpixel((24 - 10, 24 - 10)) == (255, 0, 0)
    assert bled.getpixel((24 + 210, 24 + 110)) == (255, 0, 0)
    inside, alone = bled.crop((24, 24, 224, 124)), replayed(dots, width=200, height=100)
    darker = [x for x in range(200) if inside.getpixel((x, 10)) != (255, 255, 255)]
    assert darker == [x for x in range(200) if alone.at(x, 10) != (255, 255, 255)]


def test_a_grid_and_a_picture_go_on_in_the_bleed() -> None:
    page = Rect(0, 0, 200, 100)
    grid = GridLines(page, (10, 30, 50, 70, 90, 110, 130, 150, 170, 190), (10, 30, 50, 70, 90), 2, RED)
    bled = rasterised(pdf(Sheet(DisplayList(200, 100, (grid,)), ABOUT, 200, bleed=24)), 4 / 3)
    assert bled.getpixel((24 - 10, 3)) == bled.getpixel((24 + 210, 3)) == bled.getpixel((3, 24 + 110)) == (255, 0, 0)
    assert bled.getpixel((24 - 20, 3)) == bled.getpixel((24 + 20, 24 + 20)) == (255, 255, 255)
    backdrop = Clip(page, 0), DrawPicture(page, DOT), Unclip()
    bled = rasterised(pdf(Sheet(DisplayList(200, 100, backdrop), ABOUT, 200, bleed=24)), 4 / 3)
    assert (255, 255, 255) not in {bled.getpixel(at) for at in ((1, 1), (246, 1), (1, 146), (246, 146))}


# -- what the file says about itself ----------------------------------------------------------------------------------


@every_figure
def test_a_file_tells_its_title_language_and_standard(number: str) -> None:
    file, about = opened(shipped(number)), shipped_sheet(number).metadata
    assert file.pdf_version == "1.7"
    assert (str(file.docinfo.Title), str(file.Root.Lang)) == (about.title, "pt-BR")
    assert str(file.docinfo.Subject) == (about.description or about.alt)
    assert bool(file.Root.MarkInfo.Marked)
    assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
    with file.open_metadata(update_docinfo=False) as words:
        assert words["pdfuaid:part"] == "1"
        assert words["dc:title"] == about.title
        assert words["dc:description"] == (about.description or about.alt)
    assert file.Root.Metadata.get("/Filter") is None


def test_words_are_kept_whatever_their_characters() -> None:
    about = Metadata("a <b> & \\(c) é 🙂", "x" * 300 + '"ç"\n', "pt-BR", "d & <e>")
    file = opened(pdf(Sheet(DisplayList(10, 10, ()), about, 10)))
    assert (str(file.docinfo.Title), str(file.docinfo.Subject)) == (about.title, about.description)
    assert read_aloud(file) == [("/Figure", about.alt)]
    with file.open_metadata(update_docinfo=False) as words:
        assert (words["dc:title"], words["dc:description"]) == (about.title, about.description)


def test_words_that_xml_cannot_hold_are_replaced() -> None:
    about = Metadata("T\x0b", "A\0 \ud800", "pt-BR", "D\x1f\uffff")
    file = opened(pdf(Sheet(DisplayList(10, 10, ()), about, 10)))
    assert (str(file.docinfo.Title), str(file.docinfo.Subject)) == ("T\ufffd", "D\ufffd\ufffd")
    assert read_aloud(file) == [("/Figure", "A\ufffd \ufffd")]
    with file.open_metadata(update_docinfo=False) as words:
        assert (words["dc:title"], words["dc:description"]) == ("T\ufffd", "D\ufffd\ufffd")


def test_a_date_is_written_only_where_one_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(EPOCH, raising=False)
    assert source_date() is None
    sheet = Sheet(DisplayList(10, 10, ()), ABOUT, 10)
    assert "/CreationDate" not in opened(pdf(sheet)).docinfo
    monkeypatch.setenv(EPOCH, "1700000000")
    dated = opened(pdf(sheet, source_date()))
    assert str(dated.docinfo.CreationDate) == str(dated.docinfo.ModDate) == "D:20231114221320Z"
    with dated.open_metadata(update_docinfo=False) as words:
        assert words["xmp:CreateDate"] == "2023-11-14T22:13:20Z"


@pytest.mark.parametrize("wrong", ["yesterday", "1.5", "9" * 30])
def test_a_date_that_is_none_is_refused(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(EPOCH, wrong)
    with pytest.raises(LayoutkitError, match="SOURCE_DATE_EPOCH is") as raised:
        source_date()
    assert raised.value.diagnostics[0].rule == "source-date"


# -- tags (PDF/UA-1) --------------------------------------------------------------------------------------------------


@every_figure
def test_every_piece_of_content_is_an_element_or_an_artifact(number: str) -> None:
    file = opened(shipped(number))
    root = file.Root.StructTreeRoot
    (page,) = file.pages
    found = parts(page)
    assert {part.tag for part in found if part.mark is None} == {"/Artifact"}
    marks = [part.mark for part in found if part.mark is not None]
    assert marks == list(range(len(marks)))
    key, owners = root.ParentTree.Nums
    assert key == page.obj.StructParents == 0
    assert len(owners) == len(marks)
    for mark, owner in enumerate(owners):
        assert mark in [int(kid) for kid in owner.K]
        assert owner.Pg == page.obj
    for element in elements(root):
        assert element.P.get("/K") is not None


@every_figure
def test_a_screen_reader_reads_what_the_author_wrote(number: str) -> None:
    sheet = shipped_sheet(number)
    read = read_aloud(opened(shipped(number)))
    pictures = [o.text for o in sheet.display.operations if isinstance(o, Begin) and o.kind == "picture" and o.text]
    assert [alt for role, alt in read if role == "/Figure"] == [sheet.metadata.alt, *pictures]
    spoken = [(role[2:].isdigit(), " ".join(text.casefold().split())) for role, text in read if role != "/Figure"]
    said = [(heading, text) for heading, text in spoken if text]  # a cell without a text is an element too
    begun = [o for o in sheet.display.operations if isinstance(o, Begin) and o.kind in ("heading", "paragraph")]
    written = [(o.kind == "heading", " ".join(o.text.casefold().split())) for o in begun if o.text.strip()]
    assert sorted(said) == sorted(written)
    if number not in ("03", "04"):  # notes between rows are read after the table, labels of arrows before all boxes are
        assert said == written
    levels = [int(role[2:]) for role, _ in read if role[2:].isdigit()]
    assert levels[0] == 1
    assert all(level <= before + 1 for before, level in pairwise(levels))


def test_headings_leave_no_level_out() -> None:
    two, one = grouped("heading", "Dois", 2), grouped("heading", "Um", 1)
    read = read_aloud(opened(document(*two, *grouped("paragraph", "Texto"), *one, *two)))
    assert read == [("/H1", "Dois"), ("/Figure", ABOUT.alt), ("/P", "Texto"), ("/H1", "Um"), ("/H2", "Dois")]


def test_decoration_is_not_read_and_the_drawing_is() -> None:
    page, card = FillRect(Rect(0, 0, 200, 100), 0, RED), FillRect(Rect(5, 5, 50, 50), 4, BLUE)
    shadow, dots = DropShadow(card.rect, 4, 3, BLUE), Dots(page.rect, 20, 2, BLUE)
    file = opened(document(page, dots, shadow, card, *grouped("paragraph", "Oi")))
    behind, *read = ((part.tag, part.operators) for part in parts(file.pages[0]))
    assert behind == ("/Artifact", ["f", *["Do"] * 5, "f"])  # the page, five rows of dots, the shadow
    assert read == [("/Figure", ["f"]), ("/P", ["TJ"])]
    (figure,) = (element for element in elements(file.Root.StructTreeRoot) if element.S == "/Figure")
    assert [float(edge) for edge in figure.A.BBox] == [3.75, 33.75, 41.25, 71.25]


def test_the_box_of_a_figure_is_where_it_is_seen() -> None:
    """An icon's is around its lines, cut to what a clip shows; that of the whole is around all that is seen."""
    icon = (
        Begin("picture", "", text="Um raio"),
        Clip(Rect(100, 40, 100, 20), 0),
        StrokePath(Path((MoveTo(110, 50), LineTo(150, 90))), 4, (), RED),
        Unclip(),
        End(),
    )
    file = opened(document(*icon, width=200, height=100))
    boxes = {
        str(f.Alt): [float(edge) for edge in f.A.BBox] for f in elements(file.Root.StructTreeRoot) if f.S == "/Figure"
    }
    assert boxes == {ABOUT.alt: [81, 30, 114, 39], "Um raio": [81, 30, 114, 39]}


def test_a_picture_with_words_is_a_figure_of_its_own() -> None:
    said, silent = (
        (
            Begin("picture", "", text=alt),
            DrawPicture(Rect(5, 5, 50, 50), DOT),
            FillRect(Rect(9, 9, 9, 9), 0, RED),
            End(),
        )
        for alt in ("Um ponto", "")
    )
    file = opened(document(*said, *silent))
    assert read_aloud(file) == [("/Figure", ABOUT.alt), ("/Figure", "Um ponto")]
    assert [part.tag for part in parts(file.pages[0])] == ["/Figure", "/Artifact"]


DOT = Picture(
    1, 1, "png",
    bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
        "0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
    ),
)  # fmt: skip


@every_figure
def test_there_is_no_picture_of_pixels_in_a_figure(number: str) -> None:
    file = opened(shipped(number))
    kinds = [obj.get("/Subtype") for obj in file.objects if isinstance(obj, pikepdf.Stream)]
    assert "/Image" not in kinds
    assert "/Form" in kinds
    assert not any("BI" in part.operators for part in parts(file.pages[0]))


# -- books ------------------------------------------------------------------------------------------------------------


def test_a_book_has_a_page_and_a_bookmark_for_each_figure() -> None:
    sheets = [shipped_sheet(number) for number in FIGURES]
    data = book(sheets, "Capítulo 7")
    file = opened(data)
    titles = [sheet.metadata.title for sheet in sheets]
    assert str(file.docinfo.Title) == "Capítulo 7"
    with file.open_outline() as outline:
        assert [str(item.title) for item in outline.root] == titles
        pages = [page.objgen for page in file.pages]
        assert [item.destination[0].objgen for item in outline.root] == pages  # type: ignore[index]
    sections = [str(element.T) for element in elements(file.Root.StructTreeRoot) if element.S == "/Sect"]
    assert sections == titles
    assert [page.obj.StructParents for page in file.pages] == list(file.Root.StructTreeRoot.ParentTree.Nums)[::2]
    alone = [line for number in FIGURES for line in read_aloud(opened(shipped(number)))]
    assert read_aloud(file) == alone
    assert len(data) < sum(len(shipped(number)) for number in FIGURES)  # fonts are shared


def test_every_page_of_a_book_looks_as_it_does_alone() -> None:
    data = book([shipped_sheet(number) for number in FIGURES], "Capítulo 7")
    for page, number in enumerate(FIGURES):
        assert rasterised(data, 0.5, page).tobytes() == rasterised(shipped(number), 0.5).tobytes()


def test_a_book_of_figures_with_one_language_each() -> None:
    other = replace(ABOUT, title="Title", language="en")
    sheets = [Sheet(DisplayList(10, 10, ()), about, 10) for about in (ABOUT, other)]
    file = opened(book(sheets, "Livro"))
    assert str(file.Root.Lang) == "pt-BR"
    assert [str(e.Lang) for e in elements(file.Root.StructTreeRoot) if e.S == "/Sect"] == ["pt-BR", "en"]
    assert len(pypdfium2.PdfDocument(book(sheets, "Livro"))) == 2
