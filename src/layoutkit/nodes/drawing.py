"""A box with coordinates of its own, and what is anchored at points of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from layoutkit.nodes.node import Node, check_word
from layoutkit.nodes.text import Text
from layoutkit.scales import Frame, Scale, Value

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from layoutkit.nodes.node import Child
    from layoutkit.nodes.props import BoxProps, LeafProps, LengthLike

__all__ = ["At", "AtAnchor", "AxisLabel", "Drawing"]

AtAnchor = Literal["center", "left", "right", "top", "bottom", "top left", "top right", "bottom left", "bottom right"]
"""Which place of a node stands at the point: ``left`` is the middle of its left side."""


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Drawing(Node):
    """A box that holds shapes, and nodes at points: ``Drawing(Line((0, 1), (1, 0)), height=200)``.

    Coordinates are fractions of the box from its top-left corner; with ``x`` and ``y`` they are values of these scales,
    and y begins at the bottom. Later children lie on earlier ones.
    """

    frame: Frame

    def __init__(
        self, *children: Child, x: Scale | None = None, y: Scale | None = None, **props: Unpack[BoxProps]
    ) -> None:
        """Take shapes and nodes in the order in which they are painted.

        Args:
            children: shapes of ``layoutkit.shapes``, and any node as ``At(x, y, node)``.
            x: what the x of all of them means; None for fractions.
            y: what the y of all of them means; None for fractions.
            props: what every node takes; give it a height or an ``aspect_ratio``. ``overflow="hidden"`` cuts shapes off
                at its edges.

        Example:
            >>> from layoutkit.shapes import Circle, Drawing, Line
            >>> Drawing(Line((0, 1), (1, 0)), Circle((0.5, 0.5), radius=8), height=120)
            <Drawing with 2 children>
        """
        Node.__init__(self, *children, **props)
        self._set(frame=Frame(x, y))


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class At(Node):
    """A node at a point of a drawing: ``At(3, 0.5, Text("here"), anchor="left", gap=t.space.s)``."""

    point: tuple[Value, Value]
    anchor: AtAnchor
    gap: LengthLike

    def __init__(
        self,
        x: Value,
        y: Value,
        node: Node | str,
        *,
        anchor: AtAnchor = "center",
        gap: LengthLike = 0,
        **props: Unpack[LeafProps],
    ) -> None:
        """Anchor a node.

        Args:
            x: where, in the coordinates of the drawing.
            y: where from top to bottom, or on the scale of y.
            node: what stands there; a string is a small text on one line.
            anchor: the place of the node that stands at the point.
            gap: how far it is from the point, on the side of the anchor.
            props: what every node takes.

        Raises:
            LayoutkitError: the anchor is another word (``bad-value``), or there is no node (``not-a-node``).
        """
        check_word("anchor", anchor, get_args(AtAnchor))
        held = Text(node, role="small", wrap="nowrap") if isinstance(node, str) else node
        Node.__init__(self, held, **props)
        self._set(point=(x, y), anchor=anchor, gap=gap)

    def given(self) -> Mapping[str, object]:
        """Its gap as well."""
        return {**self.props, "gap": self.gap}


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class AxisLabel(Node):
    """A node beside an axis, its middle level with a place on it; it takes room in a Stack as the others there do."""

    fraction: float
    axis: Literal["x", "y"]
    share: float

    def __init__(
        self, fraction: float, node: Node, *, axis: Literal["x", "y"], share: float = 0.5, **props: Unpack[LeafProps]
    ) -> None:
        """Place a label.

        Args:
            fraction: where, from the left or from the top.
            node: the label.
            axis: ``x`` runs from left to right, ``y`` from top to bottom.
            share: which place of the node stands there: 0 is its left or top end, 1 the other one.
            props: what every node takes.
        """
        Node.__init__(self, node, **props)
        self._set(fraction=fraction, axis=axis, share=share)
