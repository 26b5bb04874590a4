"""Cards: boxes that hold one thought."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast, get_args

from layoutkit.components import tone as tones
from layoutkit.components.pill import ON_EDGE, Pill
from layoutkit.diagnostics import error
from layoutkit.nodes import Column, Node, Row, Span, Stack, Text
from layoutkit.nodes.node import check_word
from layoutkit.origin import caller_origin
from layoutkit.tokens.tables import TokenTable, component, length_key

if TYPE_CHECKING:
    from typing import Unpack

    from layoutkit.components.tone import Tone
    from layoutkit.nodes import Child, Inline
    from layoutkit.nodes.props import BoxProps

__all__ = ["Card"]

_LABEL = TokenTable("card_label", {"padding_x": length_key(default=0), "clearance": length_key(default=0)}, box=False)
_TABLES = (
    *(TokenTable(name) for name in ("card", "card_inverse", "card_optional")),
    _LABEL,
    *(TokenTable(f"card_{part}{ground}") for ground in ("", "_inverse") for part in ("header", "footer", "line")),
)
CardKind = Literal["plain", "tinted", "inverse", "optional"]
_COMPONENTS: dict[CardKind, str] = {
    "plain": "card",
    "tinted": "card",
    "inverse": "card_inverse",
    "optional": "card_optional",
}
_PLACING = ("gap", "row_gap", "column_gap", "justify", "align", "align_content", "wrap", "reverse")
_PADDING = ("padding", "padding_x", "padding_y", "padding_top", "padding_right", "padding_bottom", "padding_left")
_FOR_TOP = {"padding", "padding_y", "padding_top"}
"""The keywords that say how far the content is from the top edge."""
_NO_PADDING: BoxProps = {"padding_top": 0, "padding_right": 0, "padding_bottom": 0, "padding_left": 0}


@component(*_TABLES, reads=tones.READS, uses=("Pill",))
def Card(
    *children: Child,
    label: Inline | None = None,
    header: Inline | Node | None = None,
    footer: Inline | Node | None = None,
    tone: Tone | None = None,
    kind: CardKind = "plain",
    **props: Unpack[BoxProps],
) -> Node:
    """A column in a box: ``Card(Text("Um pensamento por cartão."), label="Resumo", tone="response")``.

    It has the component ``card``, ``card_inverse`` or ``card_optional``.

    A label is placed by the component ``card_label``, whose ``padding_x`` is its distance from the corners and whose
    ``clearance`` is that of the content from the edge that the label sits on; a card is at least as wide as its label.
    Header, footer and the lines between them and the content are the components ``card_header``, ``card_footer`` and
    ``card_line``; on an inverse card ``card_header_inverse`` and so on. All three need ``padding`` and ``gap`` of the
    card's own component.

    Args:
        children: from top to bottom.
        label: a pill that sits on the top edge.
        header: a text or a node above a line.
        footer: a text or a node below a line, at the foot of the card.
        tone: the meaning, as colours of outline and label; with ``kind="tinted"`` of the background too.
        kind: ``inverse`` has light words on a dark ground, ``optional`` has a dashed outline and no shadow.
        props: what every node takes.

    Raises:
        LayoutkitError: ``kind`` is another word, or ``tinted`` without a tone (``bad-value``).
    """
    check_word("kind", kind, get_args(CardKind))
    look: BoxProps = {"component": _COMPONENTS[kind]}
    if tone:
        look |= {"border": tones.line(tone)}
    if kind == "tinted":
        if tone is None:
            message, hint = "a tinted Card has no tone to be tinted with", 'add tone="instruction", or remove kind'
            raise error("bad-value", message, origin=caller_origin(), hint=hint)
        look |= {"background": tones.tint(tone)}
    box: BoxProps = {**look, **props}
    if label is None and header is None and footer is None:
        return Column(*children, **box)
    inside = _within(box, under_label=label is not None)
    content = Column(*children, **inside)
    if header is not None or footer is not None:
        suffix = "_inverse" if kind == "inverse" else ""
        placing: BoxProps = {"grow": 1, **_only(inside, _PLACING)}
        around: BoxProps = {**_only(inside, _PADDING), "gap": inside["gap"]}
        above = () if header is None else (_edge(header, component=f"card_header{suffix}"), _line(suffix, tone))
        below = () if footer is None else (_line(suffix, tone), _edge(footer, component=f"card_footer{suffix}"))
        content = Column(*above, Column(*children, **placing), *below, **around)
    kept = tuple(word for word in box if word not in (*_PLACING, *_PADDING))
    outer: BoxProps = {**_only(box, kept), **_NO_PADDING}
    return Stack(None if label is None else _on_edge(label, tone), content, **outer)


def _within(box: BoxProps, *, under_label: bool) -> BoxProps:
    """What the content takes of a card's keywords: with the padding in it, the label can lie on the card's edge."""
    component = box["component"]
    own: BoxProps = {"padding": f"{{{component}.padding}}", "gap": f"{{{component}.gap}}"}
    if under_label and not box.keys() & _FOR_TOP:
        own["padding_top"] = "{card_label.clearance}"
    return {**own, **_only(box, (*_PLACING, *_PADDING))}


def _only(box: BoxProps, words: tuple[str, ...]) -> BoxProps:
    return cast("BoxProps", {word: value for word, value in box.items() if word in words})


def _on_edge(label: Inline, tone: Tone | None) -> Node:
    """Half of the pill is above the card."""
    return Row(Pill(label, tone=tone, margin_top=ON_EDGE), component="card_label", align_self="start")


def _edge(content: Inline | Node, *, component: str) -> Node:
    """What stands at the head or the foot of a card."""
    if isinstance(content, str | Span):
        return Text(content, component=component)
    return Column(content, component=component)


def _line(suffix: str, tone: Tone | None) -> Node:
    look: BoxProps = {"component": f"card_line{suffix}"}
    if tone:
        look["background"] = tones.line(tone)
    return Row(**look)
