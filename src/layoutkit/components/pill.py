"""Short labels with a background of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.components import tone as tones
from layoutkit.nodes import Node, Row, Text

if TYPE_CHECKING:
    from typing import Unpack

    from layoutkit.components.tone import Tone
    from layoutkit.nodes import Inline
    from layoutkit.nodes.props import BoxProps

__all__ = ["Badge", "Pill"]


def Pill(text: Inline, *, tone: Tone | None = None, **props: Unpack[BoxProps]) -> Node:
    """A label in a rounded box, in the component ``pill``.

    Args:
        text: one or two words; the type role decides about capitals.
        tone: a meaning; without it the component's neutral colours.
        props: what every node takes.
    """
    colors: BoxProps = {}
    if tone:
        colors = {"background": tones.tint(tone), "color": tones.ink(tone), "border": tones.line(tone)}
    return _centred(text, {"component": "pill", **colors, **props})


def Badge(text: Inline, *, tone: Tone | None = None, **props: Unpack[BoxProps]) -> Node:
    """A number or a mark in a circle, in the component ``badge``.

    Args:
        text: one or two characters.
        tone: a meaning; without it the component's own colours.
        props: what every node takes.
    """
    colors: BoxProps = {"background": tones.solid(tone)} if tone else {}
    return _centred(text, {"component": "badge", **colors, **props})


def _centred(text: Inline, props: BoxProps) -> Node:
    fixed: BoxProps = {"align": "center", "justify": "center", "align_self": "start", "shrink": 0}
    box: BoxProps = {**fixed, **props}
    return Row(Text(text, wrap=False, trim="cap"), **box)
