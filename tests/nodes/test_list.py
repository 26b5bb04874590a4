"""Lists: where markers and items stand, and what an item may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from layoutkit import BulletList, Column, Grid, Heading, NumberedList, Row, Span, Text
from tests.nodes.faults import fault
from tests.style.series import glyphs, t

if TYPE_CHECKING:
    from layoutkit import Node
    from layoutkit.paint.display import Glyphs

LONG = "Os tokens da instrução servem de contexto, e o erro deles é multiplicado por zero."


def shown(*nodes: Node, width: float = 1000) -> dict[str, Glyphs]:
    """The runs by their text; of equal ones the first."""
    found: dict[str, Glyphs] = {}
    for run in glyphs(*nodes, width=width):
        found.setdefault(run.run.text.strip(), run)
    return found


def right(run: Glyphs) -> float:
    return run.x + run.run.width


def test_lines_hang_behind_the_marker() -> None:
    bullet, *lines = glyphs(BulletList(LONG), width=300)
    assert len(lines) > 1
    assert {line.x for line in lines} == {t().list.indent}
    assert (bullet.run.text, bullet.x, bullet.y) == ("•", 0, lines[0].y)


def test_the_bullet_is_in_the_middle_of_the_first_line() -> None:
    """Between the middles of small and of capital letters, give or take a twentieth of the size."""
    runs = shown(BulletList("um"))
    bullet, text = runs["•"].run, runs["um"].run
    extents: Any = bullet.face.hb_font.get_glyph_extents(bullet.glyph_ids[0])
    middle = (extents.y_bearing + extents.height / 2) / bullet.face.units_per_em * bullet.size
    slack = text.size / 20
    assert text.face.x_height * text.size / 2 - slack <= middle <= text.face.cap_height * text.size / 2 + slack


def test_numbers_line_up_at_their_right() -> None:
    runs = shown(NumberedList("um", "dois", "três", start=9))
    numbers, items = [runs[n] for n in ("9.", "10.", "11.")], [runs[n] for n in ("um", "dois", "três")]
    assert len({round(right(number), 6) for number in numbers}) == 1
    assert {item.x for item in items} == {items[0].x}
    assert right(numbers[0]) + t().list.marker_gap == pytest.approx(items[0].x)
    assert min(number.x for number in numbers) == pytest.approx(0)
    assert numbers[1].run.width == pytest.approx(numbers[2].run.width), "digits have several widths"


@pytest.mark.parametrize("kind", [BulletList, NumberedList])
def test_short_markers_leave_the_items_at_the_indent(kind: type[BulletList | NumberedList]) -> None:
    assert shown(kind("um", "dois"))["dois"].x == t().list.indent


def test_lists_in_lists_begin_at_the_items_above() -> None:
    runs = shown(NumberedList("um", BulletList("dois", NumberedList("três")), "quatro"))
    indent = t().list.indent
    assert [runs[n].x for n in ("um", "dois", "três", "quatro")] == [indent, 2 * indent, 3 * indent, indent]
    assert runs["•"].x == indent
    assert "2." in runs, "a list has no number of its own"
    assert "3." not in runs


def test_markers_share_the_first_baseline_of_any_node() -> None:
    runs = glyphs(
        BulletList(Heading("um"), Row(Text("dois", role="small"), Text("três", role="number"), align="baseline"))
    )
    baselines = {run.run.text: run.y for run in runs if run.run.text != "•"}
    assert [run.y for run in runs if run.run.text == "•"] == pytest.approx([baselines["um"], baselines["dois"]])
    assert baselines["dois"] == pytest.approx(baselines["três"])


def test_items_are_apart_by_the_gap() -> None:
    um, dois = (shown(BulletList("um", "dois"))[n].y for n in ("um", "dois"))
    assert dois - um == t().type.body.line_height + t().list.gap
    um, dois = (shown(BulletList("um", "dois", gap=0, role="small"))[n].y for n in ("um", "dois"))
    assert dois - um == t().type.small.line_height


def test_markers_follow_the_role_and_the_background() -> None:
    bullet, _ = glyphs(BulletList("um", role="quote"))
    assert bullet.color == t().color.instruction_ink
    assert bullet.run.size * bullet.run.face.x_height == pytest.approx(
        t().type.quote.size * shown(Text("a", role="quote"))["a"].run.face.x_height
    )
    bullet, _ = glyphs(BulletList("um"), background=t().color.inverse)
    assert bullet.color == t().color.on_inverse_instruction


def test_markers_can_be_chosen() -> None:
    assert {"*", "um"} == set(shown(BulletList("um", marker="*")))
    check = shown(BulletList("um", marker=Span("✓", color=t().color.response)))["✓"]
    assert check.color == t().color.response


def test_items_are_texts_with_markup_spans_or_nodes() -> None:
    entries = BulletList("*um*", Span("*dois*"), None, Column(Text("três"))).children[1::2]
    assert [entry.plain if isinstance(entry, Text) else type(entry) for entry in entries] == ["um", "*dois*", Column]


def test_an_empty_list_has_no_rows() -> None:
    assert glyphs(BulletList(), NumberedList(None)) == []


@pytest.mark.parametrize("kind", [BulletList, NumberedList])
@pytest.mark.parametrize("item", [3, ["um"], b"um", 1.5])
def test_an_item_that_is_neither_text_nor_node_is_refused(kind: Any, item: Any) -> None:  # noqa: ANN401 - wrong on purpose
    with fault("list-item") as found:
        kind("um", item)
    assert found.message == f"{kind.__name__} takes strings, spans and nodes, not {item!r}"
    assert found.marked == 'kind("um", item)'


def test_a_list_does_not_begin_with_a_list() -> None:
    with fault("list-item") as found:
        BulletList(None, NumberedList("um"))
    assert found.message == "a BulletList begins with a list, which belongs to no item"


@pytest.mark.parametrize("start", [-1, 1.0, "1", True])
def test_numbers_start_at_a_whole_number(start: Any) -> None:  # noqa: ANN401 - wrong on purpose
    with fault("bad-value") as found:
        NumberedList("um", start=start)
    assert found.message == f"start is {start!r}; expected a whole number of at least 0"


def test_marks_of_an_item_are_answered_at_the_list() -> None:
    with fault("markup") as found:
        BulletList("um", "*dois")
    assert found.marked == 'BulletList("um", "*dois")'


@pytest.mark.parametrize("around", [Row, lambda *lists: Grid(*lists, columns=2)], ids=["Row", "Grid"])
def test_a_list_beside_something_taller_stays_together(around: Any) -> None:  # noqa: ANN401 - makes a node
    """In both, the short list is as high as the long one."""
    runs = shown(around(BulletList("um", "dois", "três"), BulletList(*"abcdef")))
    pitch = runs["b"].y - runs["a"].y
    assert runs["dois"].y - runs["um"].y == runs["três"].y - runs["dois"].y == pitch
    assert runs["um"].y == runs["a"].y
    spread = shown(around(BulletList("um", "dois", align_content="stretch"), BulletList(*"abcdef")))
    assert spread["dois"].y - spread["um"].y > pitch, "the author may say otherwise"
