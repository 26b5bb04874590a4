"""Braces, outlines and notes stand where the nodes that they are about say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layoutkit import Arrow, Brace, Bracket, Callout, Card, Column, Grid, Group, Node, Row, StripGroup, Text, TokenStrip
from layoutkit.check.examine import examine
from layoutkit.diagnostics import LayoutkitError
from layoutkit.geometry import union
from layoutkit.paint.display import Begin, End, StrokePath
from tests.components.looked_at import boxes, looked_at, named, words

if TYPE_CHECKING:
    from layoutkit.check.context import CheckContext
    from layoutkit.geometry import Rect

SIDES = st.sampled_from(["top", "right", "bottom", "left"])


def line_of(subject: CheckContext, name: str) -> Rect:
    """Around the line that a brace is drawn with."""
    operations = subject.display.operations
    start = next(i for i, o in enumerate(operations) if isinstance(o, Begin) and o.name == name)
    end = next(i for i, o in enumerate(operations) if i > start and isinstance(o, End))
    path = next(o.path for o in operations[start:end] if isinstance(o, StrokePath))
    box = path.control_box()
    assert box is not None
    return box


def rules(subject: CheckContext) -> set[str]:
    return {fault.diagnostic.rule for fault in examine(subject)}


def around(subject: CheckContext, nodes: list[Node]) -> Rect:
    return union(seen.rect for seen in subject.boxes if any(seen.node.origin is node.origin for node in nodes))


@settings(max_examples=25, deadline=None, derandomize=True)
@given(
    widths=st.lists(st.integers(20, 90), min_size=1, max_size=6),
    data=st.data(),
    side=SIDES,
    shape=st.sampled_from([Brace, Bracket]),
)
def test_a_brace_spans_its_run_and_stands_beside_it(
    widths: list[int], data: st.DataObject, side: str, shape: object
) -> None:
    run: list[Node] = [Row(width=width, height=40, background="{color.sunken}") for width in widths]
    first = data.draw(st.integers(0, len(run) - 1))
    last = data.draw(st.integers(first, len(run) - 1))
    brace = shape(run[first], run[last], side=side, label="a b")  # type: ignore[operator]
    subject = looked_at(Column(Row(*run, gap=10, padding=90), brace))
    box, line, span = named(subject, "brace")[0].rect, line_of(subject, "brace"), around(subject, run[first : last + 1])
    stroke = 2.0
    if side in ("top", "bottom"):
        assert (line.x, line.right) == pytest.approx((span.x + stroke / 2, span.right - stroke / 2))
        assert (span.y - box.bottom if side == "top" else box.y - span.bottom) == pytest.approx(4)
        assert box.center.x == pytest.approx(span.center.x)
    else:
        assert (line.y, line.bottom) == pytest.approx((span.y + stroke / 2, span.bottom - stroke / 2))
        assert (span.x - box.right if side == "left" else box.x - span.right) == pytest.approx(4)
        assert box.center.y == pytest.approx(span.center.y)
    assert box.grown(1e-6).contains(line)


def test_a_label_stands_over_the_tip() -> None:
    a, b = Card(Text("a")), Card(Text("b"))
    subject = looked_at(Column(Row(a, b, margin_top=80), Brace(a, b, label="Contexto")))
    (label,) = (seen for seen in subject.texts if words(seen) == "Contexto")
    line = line_of(subject, "brace")
    assert label.ink.center.x == pytest.approx(line.center.x, abs=1)
    assert label.ink.bottom <= line.y


def test_a_brace_in_the_flow_takes_room_and_fills_its_cells() -> None:
    cells = [Row(height=30, background="{color.sunken}", row=2, column=column) for column in (1, 2, 3)]
    brace = Brace(label="Resposta", tone="response", row=1, column=2, column_span=2)
    subject = looked_at(Grid(brace, *cells, columns="repeat(3, 1fr)", row_gap=5))
    (box,) = named(subject, "brace")
    line, span = line_of(subject, "brace"), around(subject, [cells[1], cells[2]])
    assert (box.rect.x, box.rect.right, box.rect.bottom) == (span.x, span.right, span.y - 5)
    assert (line.x - box.rect.x, box.rect.right - line.right) == pytest.approx((1, 1))
    assert "overlap" not in rules(subject)


def test_the_groups_of_a_strip_have_braces_over_their_tokens() -> None:
    rows = {"Token": ["a", "bb", "ccc"]}
    subject = looked_at(TokenStrip(rows, [StripGroup("*a*", 1), StripGroup("answer", 2, "response")]))
    tokens, braces = boxes(subject, "token"), named(subject, "brace")
    assert [(seen.rect.x, seen.rect.right) for seen in braces] == [
        (tokens[0].rect.x, tokens[0].rect.right),
        (tokens[1].rect.x, tokens[2].rect.right),
    ]
    assert "*a*" in [words(seen) for seen in subject.texts]  # data are shown without markup


def test_a_group_is_around_its_nodes_and_behind_them() -> None:
    a, b, c = (Card(Text(word)) for word in "abc")
    subject = looked_at(Column(Row(a, b, Row(c, margin_left=60), gap=20, padding=40), Group(a, b, label="Treino")))
    (box,) = named(subject, "group")
    assert box.rect == around(subject, [a, b]).grown(24)
    order = [id(seen.node.origin) for seen in subject.boxes]
    assert order.index(id(box.node.origin)) < order.index(id(a.origin))
    assert "overlap" not in rules(subject)


def test_what_is_no_part_of_a_group_and_lies_in_it_is_a_fault() -> None:
    a, b, c = (Card(Text(word)) for word in "abc")
    subject = looked_at(Column(Row(a, b, c, gap=20, padding=40), Group(a, c)))
    assert "overlap" in rules(subject)


def test_a_brace_without_room_is_a_fault() -> None:
    a, b = Card(Text("a")), Card(Text("b"))
    assert "overlap" in rules(looked_at(Column(a, b, Brace(b, label="Contexto"), gap=0)))


def test_arrows_leave_a_group_and_go_around_braces() -> None:
    a, b, c = (Card(Text(word)) for word in "abc")
    inner = Row(a, b, gap=20, padding=40)
    subject = looked_at(Column(inner, c, Group(a, b), Arrow(a, c), gap=80))
    assert subject.placed.faults == ()
    assert not {"arrow-crosses-box", "overlap"} & rules(subject)


def test_a_callout_ends_on_the_border_of_its_target() -> None:
    a = Card(Text("a"), width=200)
    subject = looked_at(Row(a, Callout("Só aqui", a.right.at(0.25)), gap=90))
    (route,) = subject.placed.routes
    card = next(seen.rect for seen in subject.boxes if seen.node.origin is a.origin)
    end = route.points[-1]
    assert (end.x, end.y) == pytest.approx((card.right, card.y + card.height / 4), abs=4)
    (note,) = named(subject, "callout")
    assert note.rect.x > card.right


@pytest.mark.parametrize("make", [Brace, Group])
def test_nodes_outside_the_figure_are_refused_at_the_authors_line(make: object) -> None:
    with pytest.raises(LayoutkitError) as caught:
        looked_at(Column(Text("a"), make(Card(Text("b")))))  # type: ignore[operator]
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.rule == "annotation"
    assert diagnostic.message.endswith("is about a Column that is not in the figure")
    assert diagnostic.places[0].path.name == "test_annotation.py"
