"""Lines between what is and what comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from layoutkit.nodes import Column, Node, Row, Text
from layoutkit.nodes.node import check_word
from layoutkit.nodes.shape import Dash
from layoutkit.tokens.tables import TokenTable, component

if TYPE_CHECKING:
    from typing import Unpack

    from layoutkit.nodes import Inline
    from layoutkit.nodes.props import BoxProps

__all__ = ["Divider"]


@component(TokenTable("divider"), TokenTable("divider_label"))
def Divider(
    label: Inline | None = None, *, upright: bool = False, dash: Dash = "solid", **props: Unpack[BoxProps]
) -> Node:
    """A line across, with a word in its middle where it has one: ``Divider("ou")``.

    Styled by the component ``divider``, and ``divider_label``, whose ``gap`` is between word and line.

    Args:
        label: one or two words.
        upright: whether the line runs from top to bottom, between two nodes of a Row; it is as high as they are.
        dash: ``solid``, ``dashed`` or ``dotted``.
        props: what every node takes.

    Raises:
        LayoutkitError: ``dash`` is another word (``bad-value``).
    """
    check_word("dash", dash, get_args(Dash))
    look: BoxProps = {"component": "divider"}
    if upright:  # the component says how thick a line is by its height
        look = {**look, "width": "{divider.height}", "height": "auto"}
    if dash != "solid":  # a border on one side, in the colour of the line and as wide as it is thick
        color = props.pop("background", "{divider.background}")
        thickness = (props.get("width") if upright else props.get("height")) or "{divider.height}"
        look |= {"background": None, "border_style": dash}
        if upright:
            look |= {"border_left": color, "border_left_width": thickness}
        else:
            look |= {"border_top": color, "border_top_width": thickness}
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
