"""What colours and line styles mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from layoutkit.components import tone as tones
from layoutkit.components.tone import Tone
from layoutkit.diagnostics import error
from layoutkit.nodes import Node, Row, Span, Text
from layoutkit.nodes.node import check_word
from layoutkit.origin import caller_origin
from layoutkit.tokens.tables import TokenTable, color_key, component

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from layoutkit.nodes.props import BoxProps

__all__ = ["Legend", "LegendEntry"]

_TABLES = (
    TokenTable("legend"),
    TokenTable("legend_entry"),
    TokenTable("swatch", {"border": color_key(required=True)}, traits=frozenset(("sign", "key"))),
)
Swatch = Literal["solid", "dashed", "outline"]
LegendEntry = tuple[str, Tone | None, Swatch]
"""The words, the tone, and how the swatch is drawn."""
_PARTS = 3


@component(*_TABLES, reads=tones.READS)
def Legend(entries: Sequence[LegendEntry], **props: Unpack[BoxProps]) -> Node:
    """What colours and line styles mean: ``Legend([("contexto", None, "dashed"), ("resposta", "response", "solid")])``.

    Styled by the components ``legend``, ``legend_entry`` and ``swatch``, whose ``border`` is the colour of what has no
    tone.

    Args:
        entries: for each the words (shown without markup), the tone, and how the swatch is drawn, so that colour
            is not the only difference.
        props: what every node takes.

    Raises:
        LayoutkitError: an entry has other parts, or its swatch is another word (``bad-value``).
    """
    for entry in entries:
        if isinstance(entry, str) or len(entry) != _PARTS:
            message = f"an entry of the Legend is {entry!r:.60}; expected words, tone and swatch"
            raise error("bad-value", message, origin=caller_origin(), hint='such as ("answer", "response", "solid")')
        check_word("swatch", entry[2], get_args(Swatch))
    parts = (
        Row(
            _swatch(tone, swatch),
            Text(Span(words), wrap="nowrap"),
            component="legend_entry",
            semantics="listitem",
            align="center",
        )
        for words, tone, swatch in entries
    )
    box: BoxProps = {"component": "legend", "semantics": "list", "wrap": True, **props}
    return Row(*parts, **box)


def _swatch(tone: Tone | None, swatch: Swatch) -> Node:
    color = tones.edge(tone) if tone else "{swatch.border}"
    if swatch == "solid":
        return Row(component="swatch", background=tones.solid(tone) if tone else color, border=color)
    return Row(component="swatch", border=color, border_style="dashed" if swatch == "dashed" else "solid")
