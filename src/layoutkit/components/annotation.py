"""Notes about nodes: braces, outlines, and texts with a line to what they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from layoutkit.components import tone as tones
from layoutkit.components.pill import ON_EDGE, Pill
from layoutkit.nodes import Anchor, Arrow, Column, Node, Row, Text
from layoutkit.nodes.annotation import Annotation
from layoutkit.tokens.tables import ROLE_KEY, TokenTable, color_key, component, length_key

if TYPE_CHECKING:
    from typing import Unpack

    from layoutkit.components.tone import Tone
    from layoutkit.keywords import RouteShape
    from layoutkit.nodes import Inline
    from layoutkit.nodes.annotation import AnnotationShape, SideWord
    from layoutkit.nodes.props import BoxProps

__all__ = ["Brace", "Bracket", "Callout", "Group"]

_BRACE = TokenTable(
    "brace",
    {
        "color": color_key(),
        "border": color_key(required=True),
        "stroke_width": length_key(required=True),
        "size": length_key(required=True, positive=True),
        "gap": length_key(default=0),
        "clearance": length_key(default=0),
        "role": ROLE_KEY,
    },
    box=False,
)
_GROUP = TokenTable("group")
_CALLOUT = TokenTable("callout", {"border": color_key(required=True), "stroke_width": length_key(required=True)})
_ALIGN: dict[str, Literal["start", "center", "end"]] = {"left": "end", "right": "start"}


@component(_BRACE, reads=tones.READS)
def Brace(
    first: Node | None = None,
    last: Node | None = None,
    *,
    label: Inline | None = None,
    side: SideWord = "top",
    tone: Tone | None = None,
    **props: Unpack[BoxProps],
) -> Node:
    """A brace with a name at its tip: ``Brace(a, c, label="Contexto")`` beside a run of nodes.

    ``Brace(first, last)`` is drawn once its nodes are placed and takes no room: leave a gap beside them. ``Brace()``
    takes its place among its siblings, such as a cell of a Grid with ``column_span``, and is as long as that.
    Styled by the component ``brace``: ``border`` is the colour of the line, ``stroke`` its weight, ``size`` how far
    the tip stands out, ``gap`` the distance of the label, ``clearance`` that of the nodes.

    Args:
        first: one end of the run.
        last: the other end; None where the run is ``first`` alone.
        label: stands over the tip, and breaks into lines as long as the brace.
        side: of the nodes on which the brace stands.
        tone: a meaning, as colours of line and label.
        props: what every node takes.
    """
    return _beside("brace", (first, last), label, side, _colored(tone, props))


@component(_BRACE, reads=tones.READS)
def Bracket(
    first: Node | None = None,
    last: Node | None = None,
    *,
    label: Inline | None = None,
    side: SideWord = "top",
    tone: Tone | None = None,
    **props: Unpack[BoxProps],
) -> Node:
    """A square bracket with a name over its middle: ``Bracket(a, b, label="Etapas")``; else as :func:`Brace`."""
    return _beside("bracket", (first, last), label, side, _colored(tone, props))


def _colored(tone: Tone | None, props: BoxProps) -> BoxProps:
    colors: BoxProps = {"border": tones.edge(tone), "color": tones.ink(tone)} if tone else {}
    return {"component": "brace", **colors, **props}


def _beside(
    shape: AnnotationShape,
    run: tuple[Node | None, Node | None],
    label: Inline | None,
    side: SideWord,
    box: BoxProps,
) -> Node:
    text = None if label is None else Text(label, align=_ALIGN.get(side, "center"))
    return Annotation(text, targets=tuple(node for node in run if node is not None), shape=shape, side=side, **box)


@component(_GROUP, reads=tones.READS, uses=("Pill",))
def Group(*nodes: Node, label: Inline | None = None, tone: Tone | None = None, **props: Unpack[BoxProps]) -> Node:
    """An outline around any nodes, drawn behind them: ``Group(a, b, label="Treino")``; component ``group``.

    Its ``padding`` is the distance from the nodes. It takes no room: what lies under it and is none of its nodes, or
    only half inside, is a fault that the rule ``overlap`` names.

    Args:
        nodes: at least one.
        label: a pill on the top edge.
        tone: a meaning, as colours of outline, background and label.
        props: what every node takes.
    """
    colors: BoxProps = {"border": tones.line(tone), "background": tones.tint(tone)} if tone else {}
    box: BoxProps = {"component": "group", **colors, **props}
    place: BoxProps = {"position": "absolute", "top": ON_EDGE, "left": "{group.padding}"}
    return Annotation(None if label is None else Pill(label, tone=tone, **place), targets=nodes, shape="outline", **box)


@component(_CALLOUT, reads=tones.READS, uses=("Arrow",))
def Callout(
    text: Inline,
    target: Anchor | Node,
    *,
    tone: Tone | None = None,
    route: RouteShape = "straight",
    **props: Unpack[BoxProps],
) -> Node:
    """A note with a line to a node or a place on one: ``Callout("Só aqui há loss", b.bottom)``.

    The note takes its place among its siblings; the line ends in a dot on the target's border. Component ``callout``,
    whose ``stroke`` is the weight of the line.

    Args:
        text: the note.
        target: what it is about.
        tone: a meaning, as colours of note and line.
        route: ``orthogonal`` goes around what is in between.
        props: what every node takes; they go to the note.
    """
    colors: BoxProps = {}
    if tone:
        colors = {"background": tones.tint(tone), "border": tones.line(tone), "color": tones.ink(tone)}
    box: BoxProps = {"component": "callout", "align_self": "start", **colors, **props}
    note = Row(Text(text), **box)
    line = tones.edge(tone) if tone else "{callout.border}"
    return Column(note, Arrow(note, target, color=line, stroke_width="{callout.stroke_width}", head="dot", route=route))
