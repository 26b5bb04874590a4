"""Arrows: their ends, their look, and the room they take among siblings."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import pytest

from layoutkit import Arrow, Column, Grid, Node, Row, Spacer, Stack, Text
from layoutkit.diagnostics import LayoutkitError
from layoutkit.geometry import Side
from layoutkit.style.box import BoxStyle
from layoutkit.style.content import ConnectorContent
from tests.nodes.faults import fault
from tests.style.resolving import runs, styled
from tests.tokens.small import SMALL, loaded, small_theme

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.origin import Origin
    from layoutkit.style.styled import Styled

T = small_theme()


def arrows(box: Styled) -> list[Styled]:
    """All arrows inside, in source order."""
    here = [box] if box.connector is not None else []
    return here + [arrow for child in box.children for arrow in arrows(child)]


def connector(box: Styled) -> ConnectorContent:
    """What the only arrow inside connects."""
    (arrow,) = arrows(box)
    assert arrow.connector is not None
    return arrow.connector


def ends(box: Styled) -> list[tuple[Origin, Side | None]]:
    """The two ends of the only arrow inside."""
    found = connector(box)
    return [(end.element.origin, end.side) for end in (found.start, found.end)]


def test_an_arrow_looks_like_its_component() -> None:
    a, b = Text("a"), Text("b")
    found = connector(styled(Column(a, b, Arrow(a, b))))
    assert (found.start.element.origin, found.end.element.origin) == (a.origin, b.origin)
    expected = ConnectorContent(
        start=found.start, end=found.end, color=T.color.accent, width=2, radius=4, dashed=False, head="triangle",
        tail="none", head_length=6, clearance=3, margin=12, spacing=6,
    )  # fmt: skip
    assert [getattr(found, field.name) for field in fields(found)] == [
        getattr(expected, field.name) for field in fields(expected)
    ]


def test_connectors_that_are_alike_are_two_keys() -> None:
    """Two arrows between the same boxes each have a route, which is found by the connector."""
    a, b = Text("a"), Text("b")
    one, other = (box.connector for box in styled(Column(a, b, Arrow(a, b), Arrow(a, b))).children[2:])
    assert len({one, other}) == 2


def test_keywords_go_before_the_component() -> None:
    found = connector(
        styled(Row(Text("a"), Arrow(color="{color.ink}", dashed=True, head="none", tail="triangle"), Text("b")))
    )
    assert (found.color, found.dashed, found.head, found.tail) == (T.color.ink, True, "none", "triangle")


@pytest.mark.parametrize(
    ("container", "reverse", "sides"),
    [
        (Row, False, (Side.RIGHT, Side.LEFT)),
        (Row, True, (Side.LEFT, Side.RIGHT)),
        (Column, False, (Side.BOTTOM, Side.TOP)),
        (Column, True, (Side.TOP, Side.BOTTOM)),
    ],
)
def test_an_arrow_among_siblings_joins_the_sides_that_face_each_other(
    container: type[Node], sides: tuple[Side, Side], *, reverse: bool
) -> None:
    a, b = Text("a"), Text("b")
    assert ends(styled(container(a, Arrow(), b, reverse=reverse))) == [(a.origin, sides[0]), (b.origin, sides[1])]


def test_neighbours_are_the_nearest() -> None:
    a, b, c, d = (Text(letter) for letter in "abcd")
    assert [origin for origin, _ in ends(styled(Row(a, b, Arrow(), c, d)))] == [b.origin, c.origin]


def test_neighbours_are_boxes_in_flow() -> None:
    a, b = Text("a"), Text("b")
    between = [Row(position="absolute"), Arrow(), Row(position="absolute")]
    assert [origin for origin, _ in ends(styled(Row(a, *between, b)))] == [a.origin, b.origin]
    c, d = Text("c"), Text("d")
    pairs = [
        (box.connector.start, box.connector.end) for box in arrows(styled(Row(c, Arrow(), Arrow(), d))) if box.connector
    ]
    found = [(start.element.origin, start.side, end.element.origin, end.side) for start, end in pairs]
    assert found == [(c.origin, Side.RIGHT, d.origin, Side.LEFT)] * 2


@pytest.mark.parametrize(
    ("row", "side"),
    [
        (Row(Arrow(), Text("b")), "before"),
        (Row(Text("a"), Arrow()), "after"),
        (Row(Arrow()), "before"),
        (Row(Row(position="absolute"), Arrow(), Text("b")), "before"),
    ],
)
def test_an_arrow_without_a_neighbour_is_refused(row: Node, side: str) -> None:
    with fault("arrow-ends") as found:
        styled(row)
    assert (found.marked, found.message) == ("Arrow()", f"this Arrow has no sibling {side} it")


def test_an_arrow_is_no_figure() -> None:
    with fault("arrow-ends") as found:
        styled(Arrow())
    assert (found.marked, found.message) == ("Arrow()", "a figure cannot be an Arrow alone")


@pytest.mark.parametrize("container", [Grid, Stack])
def test_an_arrow_without_ends_stands_in_rows_and_columns_alone(container: type[Node]) -> None:
    with fault("arrow-ends") as found:
        styled(container(Text("a"), Arrow(), Text("b")))
    assert found.message == f"an Arrow without ends has no place in a {container.__name__}"


def test_the_room_among_siblings() -> None:
    free = arrows(styled(Row(Text("a"), Arrow(), Text("b"))))[0].style
    assert (free.min_width, free.flex_grow, free.flex_shrink, free.align_self) == (20, 1, 0, "stretch")
    assert free.min_height == BoxStyle().min_height
    column = arrows(styled(Column(Text("a"), Arrow(length="{space.l}"), Text("b"))))[0].style
    assert (column.min_height, column.flex_direction) == (16, "column")
    assert column.min_width == BoxStyle().min_width


def test_an_arrow_does_not_grow_where_a_sibling_does() -> None:
    for siblings in ((Text("a", grow=1), Arrow(), Text("b")), (Text("a"), Arrow(), Text("b"), Spacer())):
        assert arrows(styled(Row(*siblings)))[0].style.flex_grow == 0


def test_a_label_keeps_its_distance_from_both_ends() -> None:
    labelled = arrows(styled(Row(Text("a"), Arrow(label="L"), Text("b"))))[0]
    assert (labelled.style.padding_left, labelled.style.padding_right) == (13, 13)  # half the length, and clearance
    (label,) = labelled.children
    assert runs(label)[0].glyphs.size == 8  # the component's role
    column = arrows(styled(Column(Text("a"), Arrow(label="L"), Text("b"))))[0]
    assert (column.style.padding_top, column.style.padding_left) == (13, 0)


def test_an_arrow_between_any_two_nodes_takes_no_room() -> None:
    a, b = Text("a"), Text("b")
    assert arrows(styled(Row(a, b, Arrow(a, b, label="L"))))[0].style == BoxStyle(position="absolute")


def test_the_length_of_an_arrow_is_checked() -> None:
    with fault("bad-value") as found:
        styled(Row(Text("a"), Arrow(length=-1), Text("b")))
    assert (found.marked, found.message) == ("Arrow(length=-1)", "length is -1; expected at least 0 px")


@pytest.mark.parametrize(
    "token", ["color", "stroke_width", "head", "length", "clearance", "margin", "spacing", "radius", "role"]
)
def test_an_arrow_needs_its_tokens(tmp_path: Path, token: str) -> None:
    arrow = SMALL[SMALL.index("[arrow]") : SMALL.index("[output.web]")]
    lines = [line for line in arrow.split("\n") if not line.startswith(token)]
    with pytest.raises(LayoutkitError, match=f"arrow lacks '{token}'"):
        loaded(tmp_path, (arrow, "\n".join(lines)))


def test_an_arrow_needs_its_component(tmp_path: Path) -> None:
    theme = loaded(tmp_path, (SMALL[SMALL.index("[arrow]") : SMALL.index("[output.web]")], ""))
    with fault("unknown-token") as found:
        styled(Row(Text("a"), Arrow(), Text("b")), theme)
    assert (found.marked, found.message) == ("Arrow()", "there is no component 'arrow'")
