"""What colours and line styles mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from layoutkit.components import tone as tones
from layoutkit.components.tone import Tone
from layoutkit.nodes import Node, Row, Span, Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from layoutkit.nodes.props import BoxProps

__all__ = ["Legend", "LegendEntry"]

Swatch = Literal["solid", "dashed", "outline"]
LegendEntry = tuple[str, Tone | None, Swatch]
"""The words, the tone, and how the swatch is drawn."""


def Legend(entries: Sequence[LegendEntry], **props: Unpack[BoxProps]) -> Node:
    """What colours and line styles mean: ``Legend([("contexto", None, "dashed"), ("resposta", "response", "solid")])``.

    Args:
        entries: for each the words (shown without markup), the tone, and how the swatch is drawn, so that colour
            is not the only difference.
        props: what every node takes.
    """
    parts = (
        Row(_swatch(tone, swatch), Text(Span(words), role="small", wrap=False), gap="{space.s}", align="center")
        for words, tone, swatch in entries
    )
    box: BoxProps = {"column_gap": "{space.l}", "row_gap": "{space.xs}", "wrap": True, **props}
    return Row(*parts, **box)


def _swatch(tone: Tone | None, swatch: Swatch) -> Node:
    line = tones.solid(tone) if tone else "{color.line_strong}"
    if swatch == "solid":
        return Row(component="swatch", background=line, border=line)
    return Row(component="swatch", border=line, border_style="dashed" if swatch == "dashed" else "solid")
