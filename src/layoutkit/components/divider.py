"""Lines between what is and what comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.nodes import Node, Row, Text
from layoutkit.tokens.tables import TokenTable, component

if TYPE_CHECKING:
    from typing import Unpack

    from layoutkit.nodes import Inline
    from layoutkit.nodes.props import BoxProps

__all__ = ["Divider"]


@component(TokenTable("divider"), TokenTable("divider_label"))
def Divider(label: Inline | None = None, **props: Unpack[BoxProps]) -> Node:
    """A line across, with a word in its middle where it has one: ``Divider("ou")``.

    Styled by the component ``divider``, and ``divider_label``, whose ``gap`` is between word and line.

    Args:
        label: one or two words.
        props: what every node takes.
    """
    if label is None:
        box: BoxProps = {"component": "divider", **props}
        return Row(**box)
    left, right = (Row(component="divider", grow=1, basis=0) for _ in range(2))
    around: BoxProps = {"component": "divider_label", "align": "center", **props}
    return Row(left, Text(label, wrap="nowrap"), right, **around)
