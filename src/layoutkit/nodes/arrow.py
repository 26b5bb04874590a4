"""Connectors between nodes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, get_args

from layoutkit.diagnostics import error
from layoutkit.keywords import HeadShape, RouteShape
from layoutkit.nodes.node import Anchor, Node, check_word
from layoutkit.nodes.props import ArrowProps
from layoutkit.nodes.text import Text
from layoutkit.origin import caller_origin
from layoutkit.tokens.tables import ROLE_KEY, TokenTable, color_key, component, length_key

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from layoutkit.nodes.props import ColorLike, LeafProps, LengthLike

__all__ = ["ARROW", "Arrow"]

ARROW = TokenTable(
    "arrow",
    {
        "color": color_key(required=True),
        "stroke_width": length_key(required=True),
        "head": length_key(required=True),
        "length": length_key(required=True),
        "clearance": length_key(required=True),
        "margin": length_key(required=True),
        "spacing": length_key(required=True),
        "radius": length_key(required=True),
        "role": replace(ROLE_KEY, required=True),
    },
    box=False,
)
"""How connectors look; lengths are px."""


@component(ARROW)
@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Arrow(Node):
    """``Arrow()`` among siblings points from the one before to the one after it and fills the space
    between them; ``Arrow(a, b)`` or ``Arrow(a.right, b.left)`` is drawn after the boxes are placed.
    """  # noqa: D205 - the two forms belong in one sentence

    keywords: ClassVar[frozenset[str]] = ArrowProps.__optional_keys__
    ends: tuple[Anchor | Node, Anchor | Node] | None
    """None for an arrow among siblings."""
    color: ColorLike | None
    dashed: bool
    head: HeadShape
    tail: HeadShape
    length: LengthLike | None
    stroke_width: LengthLike | None
    route: RouteShape

    def __init__(
        self,
        start: Anchor | Node | None = None,
        end: Anchor | Node | None = None,
        *,
        label: str | None = None,
        role: str | None = None,
        color: ColorLike | None = None,
        dashed: bool = False,
        head: HeadShape = "triangle",
        tail: HeadShape = "none",
        length: LengthLike | None = None,
        stroke_width: LengthLike | None = None,
        route: RouteShape = "orthogonal",
        **props: Unpack[ArrowProps],
    ) -> None:
        """Connect two nodes; the component ``arrow`` of tokens.toml says how it looks.

        Args:
            start: where it comes from: a node or a place on its border.
            end: where it points to.
            label: a short text on the path.
            role: type role of the label; None takes the component's.
            color: None takes the component's colour.
            dashed: for what is optional, or happens only now and then.
            head: what is drawn at the end.
            tail: what is drawn at the start.
            length: the least length among siblings, gaps not counted; None takes the component's.
            stroke_width: of the line, such as ``t.stroke.thick``; None takes the component's.
            route: ``orthogonal`` and ``curved`` go around the boxes in their way; ``straight`` does not.
            props: ``allow``: faults accepted on purpose, as the id of the rule and the reason.

        Raises:
            LayoutkitError: only one end is given, or an end is neither a node nor a place on one (``arrow-ends``);
                ``head`` or ``tail`` or ``route`` is another word, or ``allow`` no rules with reasons (``bad-value``);
                a keyword does not exist (``unknown-keyword``).
        """
        if (start is None) != (end is None):
            message = "an Arrow has either both ends or none"
            hint = "Arrow() connects its neighbours, Arrow(a, b) any two nodes"
            raise error("arrow-ends", message, origin=caller_origin(), hint=hint)
        for place in (start, end):
            if not isinstance(place, Anchor | Node | None):
                message = f"an Arrow ends at a node or a place on one, not at {place!r:.60}"
                raise error("arrow-ends", message, origin=caller_origin(), hint="Arrow(a.right, b.left)")
        for word, shape in (("head", head), ("tail", tail)):
            check_word(word, shape, get_args(HeadShape))
        check_word("route", route, get_args(RouteShape))
        look: LeafProps = {} if role is None else {"role": role}
        Node.__init__(self, Text(label, align="center", wrap="nowrap", **look) if label else None, **props)
        ends = None if start is None or end is None else (start, end)
        self._set(
            ends=ends,
            color=color,
            dashed=dashed,
            head=head,
            tail=tail,
            length=length,
            stroke_width=stroke_width,
            route=route,
        )

    def given(self) -> Mapping[str, object]:
        """Its colour and its lengths as well."""
        return {**self.props, "color": self.color, "length": self.length, "stroke_width": self.stroke_width}
