"""What the nodes of a figure become in the structure tree of a PDF file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from layoutkit import (
    Arrow,
    Bar,
    Bars,
    BulletList,
    Card,
    Code,
    Column,
    Grid,
    Heading,
    Icon,
    Legend,
    Matrix,
    NumberedList,
    Quote,
    Row,
    Rubric,
    Stepper,
    StripGroup,
    Table,
    Text,
    TokenStrip,
)
from layoutkit.chart import Chart, line
from layoutkit.diagnostics import LayoutkitError
from layoutkit.output.pdf import Sheet, pdf
from layoutkit.paint import paint
from tests.output.documents import ABOUT, opened, parts
from tests.output.matterhorn import failures
from tests.style.series import placed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from layoutkit import Node

_SAID = ("/Scope", "/ColSpan", "/RowSpan", "/ListNumbering")


def tags(*nodes: Node) -> list[str]:
    """The structure tree of a figure without its drawing: a line an element, indented by what it stands in.

    The file passes the checker.
    """
    file = opened(pdf(Sheet(paint(placed(*nodes)), ABOUT, 1000)))
    assert failures(file) == []
    texts = {part.mark: part.text for part in parts(file.pages[0])}
    root: Any = file.Root
    (document,) = root.StructTreeRoot.K
    return [
        line for element in document.K if str(element.get("/Alt", "")) != ABOUT.alt for line in _lines(element, texts)
    ]


def _lines(element: Any, texts: Mapping[int | None, str], depth: int = 0) -> Iterator[str]:  # noqa: ANN401 - pikepdf's
    said = element.get("/A", {})
    attributes = [str(said[name]).removeprefix("/") for name in _SAID if name in said]
    kids = list(element.K)
    content = [] if any(isinstance(kid, pikepdf.Dictionary) for kid in kids) else [texts[int(kid)] for kid in kids]
    alt = [str(element.Alt)] if "/Alt" in element else []
    yield " ".join([" " * depth + str(element.S)[1:], *attributes, *(alt or ["".join(content)] * bool(content))])
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary):
            yield from _lines(kid, texts, depth + 1)


def test_a_list_has_items_with_labels_and_bodies() -> None:
    assert tags(BulletList("um", "dois")) == [
        "L Disc",
        *(" LI", "  Lbl •", "  LBody um"),
        *(" LI", "  Lbl •", "  LBody dois"),
    ]


def test_a_numbered_list_says_how_it_is_numbered() -> None:
    assert tags(NumberedList("um", start=9)) == ["L Decimal", " LI", "  Lbl 9.", "  LBody um"]
    assert tags(BulletList("um", marker="–"))[0] == "L None"


def test_a_list_inside_a_list_belongs_to_the_item_before() -> None:
    assert tags(BulletList("um", NumberedList("dentro"))) == [
        *("L Disc", " LI", "  Lbl •", "  LBody", "   P um"),
        *("   L Decimal", "    LI", "     Lbl 1.", "     LBody dentro"),
    ]


def test_an_item_may_be_any_node() -> None:
    item = Column(Heading("Título"), Text("texto"), Icon("check", alt="feito", size=16))
    assert tags(BulletList(item)) == [
        *("L Disc", " LI", "  Lbl •", "  LBody", "   H1 Título", "   P texto", "   Figure feito"),
    ]  # fmt: skip


def test_a_table_has_rows_and_headers() -> None:
    assert tags(Table(("Campo", "Tipo"), [["a", "texto"], ["b", Row(Text("número"))]])) == [
        "Table",
        *(" TR", "  TH Column CAMPO", "  TH Column TIPO"),
        *(" TR", "  TH Row a", "  TD texto"),
        *(" TR", "  TH Row b", "  TD número"),
    ]


def test_an_empty_cell_keeps_its_place() -> None:
    assert tags(Table(("", "B"), [["a", ""]])) == [
        *("Table", " TR", "  TD", "  TH Column B", " TR", "  TH Row a", "  TD"),
    ]  # fmt: skip


def test_a_rubric_is_a_table_of_words() -> None:
    assert tags(Rubric(("Clareza", "Notas"), {"A": (True, 7)}, head="Critério")) == [
        "Table",
        *(" TR", "  TH Column CRITÉRIO", "  TH Column A"),
        *(" TR", "  TH Row Clareza", "  TD sim"),
        *(" TR", "  TH Row Notas", "  TD 7"),
    ]


def test_a_matrix_is_a_table_without_headers() -> None:
    assert tags(Matrix([[1], [-2]], before=[[0], [3]])) == [
        *("Table", " TR", "  TD", "   P 0,0", "   P 1,0", " TR", "  TD", "   P 3,0", "   P −2,0"),
    ]  # fmt: skip


@pytest.mark.parametrize("upright", [False, True])
def test_a_token_strip_has_headers_on_two_sides(upright: bool) -> None:  # noqa: FBT001 - as the component has it
    groups = (StripGroup("Pergunta", 2), StripGroup("Resposta", 1))
    strip = TokenStrip({"Token": ["O", "céu", "é"], "Id": ["1", "2", "3"]}, groups, upright=upright)
    lying = [
        *("Table", " TR", "  TD", "  TH Column 2 PERGUNTA", "  TH Column RESPOSTA"),
        *(" TR", "  TH Row Token", "  TD O", "  TD céu", "  TD é"),
        *(" TR", "  TH Row Id", "  TD 1", "  TD 2", "  TD 3"),
    ]
    standing = [
        *("Table", " TR", "  TH Column Token", "  TH Column Id", "  TD"),
        *(" TR", "  TD O", "  TD 1", "  TH Row 2 PERGUNTA", " TR", "  TD céu", "  TD 2"),
        *(" TR", "  TD é", "  TD 3", "  TH Row RESPOSTA"),
    ]
    assert tags(strip) == (standing if upright else lying)


def test_bars_are_a_table_of_names_and_values() -> None:
    assert tags(Bars([Bar("A", 0.8, "0,8"), Bar("B", 0.3, "0,3")])) == [
        *("Table", " TR", "  TH Row A", "  TD 0,8", " TR", "  TH Row B", "  TD 0,3"),
    ]  # fmt: skip


def test_code_is_one_element_with_a_part_for_each_line() -> None:
    assert tags(Code("a = 1\n\n  b", line_numbers=True)) == [
        *("Code", " Lbl 1", " Span a = 1", " Lbl 2", " Lbl 3", " Span   b"),
    ]  # fmt: skip


def test_a_quotation_holds_the_words_and_who_said_them() -> None:
    assert tags(Quote("Menos é mais.", by="Mies")) == ["BlockQuote", " P Menos é mais.", " P Mies"]


@pytest.mark.parametrize("names", ["beside", "below"])
def test_stages_are_a_list_of_steps(names: Any) -> None:  # noqa: ANN401 - one of two words
    found = tags(Stepper(("Um", "Dois", "Três"), 2, names=names, links={2: "e"}))
    steps = [" LI", "  LBody Um", " LI", "  Lbl 2", "  LBody Dois", " LI", "  Lbl 3", "  LBody Três"]
    link = [" LI", "  LBody e"]
    assert found == ["L Decimal", *(steps + link if names == "below" else steps[:5] + link + steps[5:])]


def test_a_legend_is_a_list() -> None:
    assert tags(Legend([("prompt", None, "dashed"), ("resposta", "response", "solid")])) == [
        *("L None", " LI", "  LBody prompt", " LI", "  LBody resposta"),
    ]  # fmt: skip


def test_a_chart_is_one_figure_that_says_its_data() -> None:
    (figure,) = tags(Chart(line([4.2, 2.8, 2.3], label="treino"), x="época", y="perda"))
    assert figure.startswith("Figure ")
    assert "2,3" in figure


def test_the_label_of_an_arrow_is_read_where_the_arrow_stands() -> None:
    a, b, c = (Card(Text(words)) for words in "abc")
    assert tags(Row(a, Arrow(label="vai"), b, Arrow(label="vem"), c), Text("fim")) == [
        "P a",
        "P vai",
        "P b",
        "P vem",
        "P c",
        "P fim",
    ]


# -- what an author says ----------------------------------------------------------------------------------------------


def test_a_grid_of_texts_is_a_table_where_its_author_says_so() -> None:
    cells = (Text("A", row_span=2), Text("b"), Text("c"), Text("d", column_span=2, semantics="columnheader"))
    assert tags(Grid(*cells, columns=3, semantics="table")) == [
        *("Table", " TR", "  TD 2 A", "  TD b", "  TD c", " TR", "  TH Column 2 d"),
    ]  # fmt: skip


def test_boxes_may_be_rows_and_items() -> None:
    row = Row(Text("a", semantics="rowheader"), Text("b", semantics="cell"), semantics="row")
    assert tags(Column(row, semantics="table")) == ["Table", " TR", "  TH Row a", "  TD b"]
    items = (Text("um", semantics="listitem"), Row(Text("dois")), Text("solto", semantics="none"))
    assert tags(Column(*items, semantics="list")) == ["L None", " LI", "  LBody um", " LI", "  LBody dois", "P solto"]


def test_a_list_in_a_table_stands_in_a_cell() -> None:
    assert tags(Table(("A", "B"), [["a", BulletList("um")]]))[-5:] == [
        *("  TD", "   L Disc", "    LI", "     Lbl •", "     LBody um"),
    ]  # fmt: skip


def test_grids_below_one_another_make_one_table() -> None:
    head = Grid(
        Text("A", semantics="columnheader"), Text("B", semantics="columnheader"), columns=2, semantics="rowgroup"
    )
    body = Grid(*(Text(words) for words in "abcd"), columns=2, semantics="rowgroup")
    assert tags(Column(head, body, semantics="table")) == [
        *("Table", " TR", "  TH Column A", "  TH Column B", " TR", "  TD a", "  TD b", " TR", "  TD c", "  TD d"),
    ]  # fmt: skip


@pytest.mark.parametrize("role", ["listitem", "marker", "row", "columnheader", "rowheader", "cell"])
def test_a_part_of_nothing_is_a_plain_text(role: Any) -> None:  # noqa: ANN401 - one of several words
    assert tags(Text("solto", semantics=role)) == ["P solto"]


def test_short_rows_are_filled_up() -> None:
    rows = (Row(*(Text(c, semantics="cell") for c in text), semantics="row") for text in ("abc", "d"))
    assert tags(Column(*rows, semantics="table"))[-4:] == [" TR", "  TD d", "  TD", "  TD"]


def test_another_word_is_refused() -> None:
    with pytest.raises(LayoutkitError, match="semantics is 'lists'; expected one of list, listitem"):
        tags(Text("a", semantics="lists"))  # type: ignore[arg-type]
