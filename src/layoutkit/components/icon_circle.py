"""Icons in circles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.components import tone as tones
from layoutkit.nodes import Chip, Icon, Node
from layoutkit.tokens.tables import TokenTable, component

if TYPE_CHECKING:
    from typing import Unpack

    from layoutkit.components.tone import Tone
    from layoutkit.nodes.props import BoxProps

__all__ = ["IconCircle"]


@component(TokenTable("icon_circle"), reads=tones.READS, uses=("Icon",))
def IconCircle(icon: str | Icon, *, tone: Tone | None = None, alt: str = "", **props: Unpack[BoxProps]) -> Node:
    """An icon in a tinted circle: ``IconCircle("lightbulb", tone="caution")``; component ``icon_circle``.

    Args:
        icon: the name of an icon, or an icon of its own size or file.
        tone: a meaning; without it the component's own colours.
        alt: what a named icon means, where no text beside it says so.
        props: what every node takes.
    """
    colors: BoxProps = {"background": tones.tint(tone), "color": tones.ink(tone)} if tone else {}
    fixed: BoxProps = {"align": "center", "justify": "center", "shrink": 0}
    box: BoxProps = {"component": "icon_circle", **fixed, **colors, **props}
    return Chip(Icon(icon, alt=alt) if isinstance(icon, str) else icon, **box)
