"""Lines between what is and what comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.nodes import Column, Node, Row, Text
from layoutkit.tokens.tables import TokenTable, component

if TYPE_CHECKING:
    from typing import Unpack

    from layoutkit.nodes import Inline
    from layoutkit.nodes.props import BoxProps

__all__ = ["Divider"]


@component(TokenTable("divider"), TokenTable("divider_label"))
def Divider(label: Inline | None = None, *, upright: bool = False, **props: Unpack[BoxProps]) -> Node:
    """A line across, with a word in its middle where it has one: ``Divider("ou")``.

    Styled by the component ``divider``, and ``divider_label``, whose ``gap`` is between word and line.

    Args:
        label: one or two words.
        upright: whether the line runs from top to bottom, between two nodes of a Row; it is as high as they are.
        props: what every node takes.
    """
    look: BoxProps = {"component": "divider"}
    if upright:  # the component says how thick a line is by its height
        look = {**look, "width": "{divider.height}", "height": "auto"}
    if label is None:
        box: BoxProps = {**look, **({"align_self": "stretch"} if upright else {}), **props}
        return Row(**box)
    half: BoxProps = {**look, "grow": 1, "basis": 0}
    around: BoxProps = {"component": "divider_label", "align": "center", **props}
    parts = Row(**half), Text(label, wrap="nowrap"), Row(**half)
    if upright:
        around = {"align_self": "stretch", **around}
        return Column(*parts, **around)
    return Row(*parts, **around)
