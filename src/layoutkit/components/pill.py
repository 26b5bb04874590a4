"""Short labels with a background of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.components import tone as tones
from layoutkit.diagnostics import error
from layoutkit.nodes import Chip, Node, Span, Text
from layoutkit.origin import caller_origin
from layoutkit.tokens.tables import TokenTable, component

if TYPE_CHECKING:
    from typing import Unpack

    from layoutkit.components.tone import Tone
    from layoutkit.nodes import Inline
    from layoutkit.nodes.props import BoxProps

__all__ = ["ON_EDGE", "Badge", "Pill"]

_PILL = TokenTable("pill")
_BADGE = TokenTable("badge")
ON_EDGE = "{pill.height} * -0.5"
"""The offset of a pill from an edge that it sits on, half of it above."""


@component(_PILL, reads=tones.READS)
def Pill(text: Inline, *, tone: Tone | None = None, **props: Unpack[BoxProps]) -> Node:
    """A label in a rounded box: ``Pill("entrada", tone="instruction")``; component ``pill``.

    Args:
        text: one or two words; the type role decides about capitals.
        tone: a meaning; without it the component's neutral colours.
        props: what every node takes.
    """
    colors: BoxProps = {}
    if tone:
        colors = {"background": tones.tint(tone), "color": tones.ink(tone), "border": tones.line(tone)}
    return _centred(text, {"component": "pill", **colors, **props})


@component(_BADGE, reads=tones.READS)
def Badge(text: Inline | float, *, tone: Tone | None = None, **props: Unpack[BoxProps]) -> Node:
    """A number or a mark in a circle: ``Badge(3, tone="response")``; component ``badge``.

    Args:
        text: a number, or one or two characters.
        tone: a meaning; without it the component's own colours.
        props: what every node takes.

    Raises:
        LayoutkitError: what is to be shown is neither text nor number (``not-text``).
    """
    colors: BoxProps = {"background": tones.solid(tone), "color": tones.on(tone)} if tone else {}
    if isinstance(text, bool) or not isinstance(text, str | Span | int | float):
        raise error("not-text", f"a Badge takes a number, a string or a span, not {text!r:.60}", origin=caller_origin())
    words = text if isinstance(text, str | Span) else str(text)
    return _centred(words, {"component": "badge", **colors, **props})


def _centred(text: Inline, props: BoxProps) -> Node:
    fixed: BoxProps = {"align": "center", "justify": "center", "shrink": 0}
    box: BoxProps = {**fixed, **props}
    return Chip(Text(text, wrap="nowrap", trim="cap"), **box)
