"""Cards: boxes that hold one thought."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from layoutkit.components import tone as tones
from layoutkit.components.pill import Pill
from layoutkit.nodes import Column, Node
from layoutkit.nodes.node import check_word

if TYPE_CHECKING:
    from typing import Unpack

    from layoutkit.components.tone import Tone
    from layoutkit.nodes import Child, Inline
    from layoutkit.nodes.props import BoxProps

__all__ = ["Card"]


def Card(
    *children: Child,
    label: Inline | None = None,
    tone: Tone | None = None,
    kind: Literal["plain", "tinted", "engine", "optional"] = "plain",
    **props: Unpack[BoxProps],
) -> Node:
    """A column in a box.

    Args:
        children: from top to bottom.
        label: a pill that sits on the top edge.
        tone: the meaning, as colours of outline and label; with ``kind="tinted"`` of the background too.
        kind: ``engine`` is the dark card of what computes, ``optional`` has a dashed outline and no shadow.
        props: what every node takes.
    """
    check_word("kind", kind, ("plain", "tinted", "engine", "optional"))
    look: BoxProps = {"component": "engine" if kind == "engine" else "card"}
    if tone:
        look |= {"border": tones.line(tone)}
    if tone and kind == "tinted":
        look |= {"background": tones.tint(tone)}
    if kind == "optional":
        look |= {
            "border": "{color.line_strong}",
            "border_style": "dashed",
            "border_width": "{stroke.thin}",
            "shadow": "none",
        }
    box: BoxProps = {**look, **props}
    if label is None:
        return Column(*children, **box)
    if not props.keys() & {"padding", "padding_y", "padding_top"}:
        box["padding_top"] = "{space.xl}"  # room for the half of the pill that lies in the card
    on_edge: BoxProps = {"position": "absolute", "top": "{pill.height} * -0.5", "left": "{card.padding}"}
    return Column(Pill(label, tone=tone, **on_edge), *children, **box)
