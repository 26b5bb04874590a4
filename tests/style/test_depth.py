"""How deep figures may be: one number for authors and for the engine."""

from __future__ import annotations

from layoutkit import Arrow, Column, Node, Row, Text
from layoutkit.layout.arrange import arrange
from layoutkit.sizing import MAX_DEPTH
from layoutkit.style.resolve import resolve
from tests.check.figures import renderer


def test_the_deepest_nodes_that_are_allowed_make_no_deeper_boxes() -> None:
    node: Node = Row(Text("a"), Arrow(label="x"), Text("b"))
    while node.depth < MAX_DEPTH:
        node = Row(node) if node.depth % 2 else Column(node)
    at = renderer()
    assert arrange(resolve(node, at.theme, at.typesetter, language="en"), 400).root.rect.height > 0
