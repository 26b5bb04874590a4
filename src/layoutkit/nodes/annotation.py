"""What is drawn about other nodes: braces beside them, outlines around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from layoutkit.diagnostics import error
from layoutkit.geometry import Side
from layoutkit.nodes.node import Node, check_word
from layoutkit.origin import caller_origin

if TYPE_CHECKING:
    from typing import Unpack

    from layoutkit.nodes.node import Child
    from layoutkit.nodes.props import BoxProps

__all__ = ["Annotation", "AnnotationShape", "SideWord"]

AnnotationShape = Literal["brace", "bracket", "outline"]
SideWord = Literal["top", "right", "bottom", "left"]


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Annotation(Node):
    """A box beside or around other nodes, placed once they are; without targets it takes its place in the flow."""

    targets: tuple[Node, ...]
    """What it is about; empty where it takes room among its siblings."""
    shape: AnnotationShape
    side: Side
    """On which side of its targets a brace stands; its tip points away from them."""

    def __init__(
        self,
        *children: Child,
        targets: tuple[Node, ...] = (),
        shape: AnnotationShape,
        side: SideWord = "top",
        **props: Unpack[BoxProps],
    ) -> None:
        """Annotate ``targets``; components such as ``Brace`` and ``Group`` make these.

        Raises:
            LayoutkitError: a target is not a node (``not-a-node``), or ``side`` is another word (``bad-value``).
        """
        check_word("shape", shape, get_args(AnnotationShape))
        check_word("side", side, tuple(known.value for known in Side))
        for target in targets:
            if not isinstance(target, Node):
                message = f"an annotation is about nodes, not about {target!r:.60}"
                raise error("not-a-node", message, origin=caller_origin(), hint="hand the nodes themselves on")
        box: BoxProps = {**props, "position": "absolute"} if targets else props
        Node.__init__(self, *children, **box)
        self._set(targets=targets, shape=shape, side=Side(side))
