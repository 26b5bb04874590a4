"""Placed -> display list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from layoutkit import Arrow, Card, Column, Heading, Row, Span, Text
from layoutkit.geometry import Rect
from layoutkit.paint import paint
from layoutkit.paint.display import (
    Begin,
    Clip,
    Dots,
    DropShadow,
    End,
    FillPath,
    FillRect,
    Glyphs,
    StrokePath,
    StrokeRect,
    Unclip,
)
from layoutkit.path import LineTo, MoveTo
from tests.style.resolving import arranged
from tests.tokens.small import loaded, small_theme

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit import Node
    from layoutkit.paint.display import DisplayList, Ink

T = small_theme()
PAPER, SUNKEN, INK, ACCENT = T.color.paper, T.color.sunken, T.color.ink, T.color.accent


def painted(node: Node) -> DisplayList:
    return paint(arranged(node))


def operations(node: Node) -> list[Ink]:
    """Everything painted on the page."""
    page, *rest = painted(node).ink
    assert isinstance(page, FillRect)
    return rest


def rects(node: Node) -> list[Rect]:
    """The places of all backgrounds on the page."""
    return [operation.rect for operation in operations(node) if isinstance(operation, FillRect)]


def test_the_page_is_as_high_as_its_content() -> None:
    display = painted(Column(Row(height=30), Row(height=12), gap=3))
    assert (display.width, display.height) == (200, 45)
    assert display.ink == (FillRect(Rect(0, 0, 200, 45), 0, PAPER),)


def test_a_box_is_painted_from_back_to_front() -> None:
    card = Card(Row(background=ACCENT, height=4))
    assert operations(Column(card)) == [
        DropShadow(Rect(1, 3, 200, 24), 6, 4, T.shadow.soft.color),
        FillRect(Rect(0, 0, 200, 24), 6, SUNKEN),
        StrokeRect(Rect(0, 0, 200, 24), 6, 2, "solid", INK),
        FillRect(Rect(10, 10, 180, 4), 0, ACCENT),
    ]


def test_dots_lie_between_background_and_border(tmp_path: Path) -> None:
    dots = 'pattern = "dots"\npattern_color = "{color.ink}"\n'
    theme = loaded(tmp_path, ("width = 200", f"width = 200\n{dots}"))
    page = Column(Text("a"), border="#000", height=40)
    kinds = [type(operation) for operation in paint(arranged(page, theme)).ink]
    assert kinds == [FillRect, Dots, StrokeRect, Glyphs]


def test_boxes_come_in_source_order() -> None:
    first, second = (Row(Row(background=ACCENT, height=5), background=SUNKEN, height=10) for _ in range(2))
    assert rects(Column(first, second)) == [
        Rect(0, 0, 200, 10), Rect(0, 0, 0, 5), Rect(0, 10, 200, 10), Rect(0, 10, 0, 5),
    ]  # fmt: skip


def test_coordinates_are_those_of_the_page() -> None:
    inner = Row(background=ACCENT, width=10, height=10)
    middle = Row(inner, padding=3, margin_left=20, border="#000")
    assert rects(Column(Row(height=7), Row(middle, padding=5), padding=1)) == [Rect(30, 17, 10, 10)]


def test_an_absolute_box_is_painted_in_its_turn() -> None:
    tag = Row(background=ACCENT, width=10, height=10, position="absolute", top=-5, left=8)
    assert rects(Column(Row(tag, Row(background=SUNKEN, width=4, height=20)), padding_top=10)) == [
        Rect(8, 5, 10, 10), Rect(0, 10, 4, 20),
    ]  # fmt: skip


def test_a_radius_is_at_most_half_of_the_shorter_side() -> None:
    pill = Row(background=SUNKEN, border="#000", shadow="soft", radius=999, width=30, height=12)
    shadow, fill, border = operations(Column(Row(pill)))
    assert isinstance(shadow, DropShadow)
    assert isinstance(fill, FillRect)
    assert isinstance(border, StrokeRect)
    assert (shadow.radius, fill.radius, border.radius) == (6, 6, 6)


@pytest.mark.parametrize("props", [{}, {"border": None}, {"border": "#000", "border_width": 0}, {"background": None}])
def test_what_is_not_there_is_not_painted(props: dict[str, Any]) -> None:
    assert operations(Column(Row(height=10, radius=3, **props))) == []


def test_text_stands_on_its_baseline_inside_the_padding() -> None:
    placed = arranged(Column(Text("ab"), padding_left=7, padding_top=5))
    (glyphs,) = (o for o in paint(placed).ink if isinstance(o, Glyphs))
    baseline = placed.root.children[0].baseline
    assert baseline is not None
    assert 5 < baseline < 15
    assert (glyphs.x, glyphs.y, glyphs.run.text, glyphs.color) == (7, 5 + baseline, "ab", INK)


def test_every_line_and_every_colour_is_a_run_of_its_own() -> None:
    text = Text("one ", Span("two", color=ACCENT), "\nthree", padding=4)
    runs = [o for o in operations(Column(text)) if isinstance(o, Glyphs)]
    assert [(run.run.text.strip(), run.color) for run in runs] == [("one", INK), ("two", ACCENT), ("three", INK)]
    assert runs[0].y == runs[1].y == runs[2].y - 15
    assert runs[1].x == pytest.approx(runs[0].x + runs[0].run.width)
    assert runs[0].x == runs[2].x == 4
    (unpadded,) = operations(Column(Text("one")))
    assert isinstance(unpadded, Glyphs)
    assert runs[0].y == unpadded.y + 4


def test_aligned_text_is_painted_where_its_line_lies() -> None:
    (end,) = operations(Column(Text("ab", align="end")))
    (center,) = operations(Column(Text("ab", align="center")))
    assert isinstance(end, Glyphs)
    assert isinstance(center, Glyphs)
    assert end.x == pytest.approx(200 - end.run.width)
    assert center.x == pytest.approx(100 - center.run.width / 2)


def test_arrows_are_painted_over_all_boxes() -> None:
    a, b = Row(background=SUNKEN, height=10), Row(background=SUNKEN, height=10)
    kinds = [type(operation) for operation in operations(Column(Arrow(a, b, label="L"), a, Row(height=40), b))]
    assert kinds == [FillRect, FillRect, StrokePath, StrokePath, FillPath, Glyphs]


def test_a_label_lies_in_the_middle_of_its_path_which_is_interrupted_there() -> None:
    a, b = Row(height=10), Row(height=10)
    display = painted(Column(a, Row(height=80), b, Arrow(a.right, b.right, label="wide label"), padding_right=50))
    *_, first, second, _head, glyphs = display.ink
    assert isinstance(first, StrokePath)
    assert isinstance(second, StrokePath)
    assert isinstance(glyphs, Glyphs)
    assert glyphs.x + glyphs.run.width / 2 == pytest.approx(162)  # the margin is 12 px
    assert first.path.ops[-1] == LineTo(162, 50 - 12 / 2 - 3)  # half a line of text, and the clearance
    assert second.path.ops[0] == MoveTo(162, 50 + 12 / 2 + 3)


@pytest.mark.parametrize("dashed", [False, True])
def test_a_line_without_a_width_is_interrupted_as_well(dashed: bool) -> None:  # noqa: FBT001 - a case
    a, b = Row(height=10), Row(height=10)
    arrow = Arrow(a.right, b.right, label="label", stroke_width=0, dashed=dashed)
    display = painted(Column(a, Row(height=80), b, arrow, padding_right=50))
    lines = [one for one in display.ink if isinstance(one, StrokePath)]
    assert [(line.width, line.dash) for line in lines] == [(0, ()), (0, ())]


def tree() -> Node:
    a, b = Card(Text("one two three")), Card(Text("four"), label=None)
    return Column(Row(a, Arrow(label="L"), b), Arrow(b.bottom, a.bottom, dashed=True), padding_bottom=40)


def test_the_display_list_is_the_same_on_each_run() -> None:
    assert painted(tree()) == painted(tree())


def groups(node: Node) -> list[tuple[str, str, int, str]]:
    return [(o.kind, o.name, o.level, o.text) for o in painted(node).operations if isinstance(o, Begin)]


def test_texts_components_and_connectors_are_groups() -> None:
    a, b = Row(height=10), Row(height=10)
    figure = Column(Heading("Two", Span(" words")), Card(Text("x")), Arrow(a, b), a, b)
    assert groups(figure) == [
        ("box", "page", 0, ""),
        ("heading", "heading", 2, "Two words"),
        ("box", "card", 0, ""),
        ("paragraph", "small", 0, "x"),
        ("connector", "arrow", 0, ""),
    ]


def test_each_group_is_closed() -> None:
    open_groups = 0
    for operation in painted(Column(Card(Text("x"), Heading("y")), Text("z"))).operations:
        open_groups += isinstance(operation, Begin) - isinstance(operation, End)
        assert open_groups >= 0
    assert open_groups == 0


def test_a_group_tells_where_the_author_made_it() -> None:
    text = Text("x")
    (group,) = (o for o in painted(Column(text)).operations if isinstance(o, Begin) and o.kind == "paragraph")
    assert group.origin == text.origin


def joints(text: str, width: float) -> list[tuple[str, str]]:
    """The text of each line and what joins it to the next."""
    found = operations(Column(Text(text, width=width)))
    return [(glyphs.run.text, glyphs.joint) for glyphs in found if isinstance(glyphs, Glyphs)]


def test_lines_tell_what_joins_them() -> None:
    assert joints("um dois", 1) == [("um", " "), ("dois", "")]
    assert joints("um\ndois", 200) == [("um", " "), ("dois", "")]
    assert joints("pré-\u200btreino", 1) == [("pré-\u200b", ""), ("treino", "")]
    (first, joint), last = joints("ca\u00adsa", 1)
    assert (first[:2], first[2] in "\u2010-", joint, last) == ("ca", True, "\u00ad", ("sa", ""))


def test_what_is_clipped_stands_between_clip_and_unclip() -> None:
    card = Card(Row(background=ACCENT, height=4), overflow="hidden")
    border, clip, inside, unclip, *_ = painted(Column(card)).operations[5:]
    assert isinstance(border, StrokeRect)  # it is not clipped: only what is inside is
    assert (clip, unclip) == (Clip(Rect(2, 2, 196, 20), 4), Unclip())
    assert inside == FillRect(Rect(10, 10, 180, 4), 0, ACCENT)
