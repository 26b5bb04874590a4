"""The tree that authors write."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from layoutkit import Badge, Card, Column, Heading, Node, Pill, Row, Spacer, Text
from layoutkit.geometry import Side
from layoutkit.nodes.node import descendants
from layoutkit.nodes.props import BoxProps
from tests.nodes.faults import fault

WRONG: Any = "wrong on purpose"


def line_here() -> int:
    frame = inspect.currentframe()
    assert frame is not None
    assert frame.f_back is not None
    return frame.f_back.f_lineno


def test_children_keep_their_order_and_None_is_no_child() -> None:  # noqa: N802 - the word is Python's
    a, b = Text("a"), Text("b")
    assert Row(None, a, None, b, None).children == (a, b)
    assert Row().children == ()


def test_keywords_are_kept_as_written() -> None:
    assert Row(width="50%", grow=1, padding_x="{space.m}").props == {
        "width": "50%",
        "grow": 1,
        "padding_x": "{space.m}",
    }


def test_nodes_are_compared_by_identity_and_never_change() -> None:
    a, b = Row(), Row()
    assert a != b
    assert {a, b, a} == {a, b}
    with pytest.raises(AttributeError):
        a.children = (b,)  # type: ignore[misc]


@pytest.mark.parametrize("make", [Row, Column, Text, Heading, Spacer, Card])
def test_an_unknown_keyword_is_answered_at_the_authors_line(make: Any) -> None:  # noqa: ANN401 - nodes and functions
    with fault("unknown-keyword") as found:
        make(heigth=3)
    assert found.marked == "make(heigth=3)"
    assert found.message.endswith(" has no keyword 'heigth'")
    assert found.hint == "did you mean 'height'?"


def test_a_text_takes_no_keywords_of_a_container() -> None:
    with fault("unknown-keyword") as found:
        Text("a", gap=4)  # type: ignore[call-arg]
    assert found.message == "Text has no keyword 'gap'"


def test_a_card_of_an_unknown_kind() -> None:
    with fault("bad-value") as found:
        Card(kind="invers")  # type: ignore[arg-type]
    assert found.hint == "did you mean 'inverse'?"


def test_a_keyword_like_no_other_lists_some() -> None:
    with fault("unknown-keyword") as found:
        Row(zzz=WRONG)  # type: ignore[call-arg]
    assert found.hint.startswith("known here: align, align_content, align_self")
    assert found.hint.endswith("…")


def test_every_documented_keyword_is_taken() -> None:
    everything: Any = {**dict.fromkeys(BoxProps.__optional_keys__, 0), "allow": {}}
    assert len(everything) > 40
    assert Row(**everything).props == everything


@pytest.mark.parametrize("child", ["text", 3, [Text("a")], (n for n in [Text("a")]), Text, True, "", 0, False])
def test_a_child_that_is_no_node_is_refused(child: Any) -> None:  # noqa: ANN401 - wrong on purpose
    with fault("not-a-node") as found:
        Row(Text("a"), child)
    assert found.marked == 'Row(Text("a"), child)'
    assert found.message.startswith("Row contains ")
    assert 'Text("…")' in found.hint


def test_a_long_child_is_shown_in_part() -> None:
    with fault("not-a-node") as found:
        Row("x" * 1000)  # type: ignore[arg-type]
    assert len(found.message) < 100


def test_a_call_over_several_lines_is_marked_from_its_start() -> None:
    with fault("not-a-node") as found:
        Column(
            "text",  # type: ignore[arg-type]
        )
    assert found.marked == "Column("


def test_a_node_remembers_the_helper_and_its_caller() -> None:
    def helper() -> Node:
        return Text("a")

    node, line = helper(), line_here()
    innermost, caller, *_ = node.origin
    assert (innermost[0].co_name, caller[0].co_name) == ("helper", "test_a_node_remembers_the_helper_and_its_caller")
    assert caller[0].co_firstlineno < line


def test_the_places_of_a_fault_lead_from_the_helper_to_its_caller() -> None:
    def helper() -> Node:
        return Row(WRONG)

    with fault("not-a-node") as found:
        helper()
    assert found.marked == "Row(WRONG)"
    assert found.caller == "helper()"


def test_components_are_made_at_the_authors_line() -> None:
    card, pill, badge = Card(label="L"), Pill("P"), Badge("1")
    for node in (card, card.children[0], card.children[0].children[0], pill, badge):
        assert node.origin[0][0].co_name == "test_components_are_made_at_the_authors_line"


def test_depth_counts_levels() -> None:
    assert Row().depth == 1
    assert Row(Text("a"), Column(Text("b"))).depth == 3


def nested(levels: int) -> Node:
    node: Node = Text("a")
    for _ in range(levels - 1):
        node = Row(node)
    return node


def test_too_deep_a_tree_is_refused_where_it_grows_too_deep() -> None:
    assert nested(150).depth == 150
    with fault("too-deep") as found:
        nested(151)
    assert found.marked == "Row(node)"
    assert found.message == "nodes are nested 151 levels deep; at most 150 are allowed"


def test_descendants_come_in_source_order() -> None:
    a, b = Text("a"), Text("b")
    inner = Row(b)
    tree = Column(a, inner)
    assert list(descendants(tree)) == [tree, a, inner, b]


def test_anchors() -> None:
    node = Row()
    sides = [anchor.side for anchor in (node.top, node.right, node.bottom, node.left)]
    assert sides == [Side.TOP, Side.RIGHT, Side.BOTTOM, Side.LEFT]
    assert node.top.node is node
    assert node.top.fraction is None
    assert (node.left.at(0.25).side, node.left.at(0.25).fraction) == (Side.LEFT, 0.25)
    assert [node.top.at(end).fraction for end in (0, 1)] == [0, 1]


@pytest.mark.parametrize("fraction", [-0.01, 1.01, float("nan")])
def test_a_place_on_a_side_lies_between_its_ends(fraction: float) -> None:
    node = Row()
    with fault("bad-value") as found:
        node.top.at(fraction)
    assert found.marked == "node.top.at(fraction)"
    assert found.message == f"a place on a side is a fraction from 0 to 1, not {fraction}"


def test_a_spacer_grows_or_has_a_length() -> None:
    assert Spacer().props == {"grow": 1, "basis": 0}
    assert Spacer("{space.m}").props == {"basis": "{space.m}", "shrink": 0}
    assert Spacer(8, shrink=1).props == {"basis": 8, "shrink": 1}
