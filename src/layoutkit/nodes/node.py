"""The base of everything an author places in a figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from layoutkit.diagnostics import did_you_mean, error
from layoutkit.former_names import current_word
from layoutkit.geometry import Side
from layoutkit.nodes.props import BoxProps
from layoutkit.nodes.signature import KeywordSignature
from layoutkit.origin import called_by_author, caller_origin
from layoutkit.sizing import MAX_DEPTH
from layoutkit.spelling import near_keyword

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable
    from typing import Unpack

    from layoutkit.origin import Origin

__all__ = ["Anchor", "Child", "Node", "check_word", "made_by"]


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Node:
    """A box with children and keywords; compared by identity, for each node has one place."""

    __signature__ = KeywordSignature()
    keywords: ClassVar[frozenset[str]] = BoxProps.__optional_keys__
    """What the node takes by name."""
    children: tuple[Node, ...]
    props: BoxProps
    origin: Origin
    """The author's call that made it."""
    depth: int = field(init=False)
    """1 for a leaf; one more than the deepest child otherwise."""

    def __init__(self, *children: Child, **props: Unpack[BoxProps]) -> None:
        """Take children in order; None stands for no child.

        Raises:
            LayoutkitError: a keyword that does not exist (``unknown-keyword``), a child that is no
                node (``not-a-node``), a tree of more than ``MAX_DEPTH`` levels (``too-deep``), or an ``allow`` that is
                no table of rules with reasons (``bad-value``).
        """
        origin = caller_origin()
        known = self.keywords
        if not props.keys() <= known:
            word = next(key for key in props if key not in known)
            name, parameters = called_by_author(type(self).__name__)
            message = f"{name} has no keyword {word!r}"
            raise error("unknown-keyword", message, origin=origin, hint=near_keyword(word, known.union(parameters)))
        if "allow" in props:
            _check_allow(props["allow"], origin)
        kept = tuple(child for child in children if child is not None)
        for child in kept:
            if not isinstance(child, Node):
                raise error(
                    "not-a-node",
                    f"{type(self).__name__} contains {child!r:.60}, which is not a node",
                    origin=origin,
                    hint='wrap text as Text("…"); spread a list of nodes with *nodes',
                )
        depth = 1 + max((child.depth for child in kept), default=0)
        if depth > MAX_DEPTH:
            raise error(
                "too-deep", f"nodes are nested {depth} levels deep; at most {MAX_DEPTH} are allowed", origin=origin
            )
        self._set(children=kept, props=props, origin=origin, depth=depth)

    def _set(self, **values: object) -> None:
        """Fill fields while constructing; a node never changes afterwards."""
        for name, value in values.items():
            object.__setattr__(self, name, value)

    def given(self) -> Mapping[str, object]:
        """What the author gave by name, where a token or a literal may stand; see the rule ``literal``."""
        return self.props

    def part(self, *key: Hashable) -> Node:
        """A node inside by its ``key``, as an end for an arrow: ``table.part("ROUGE-1")``, ``matrix.part(0, 2)``.

        Args:
            key: what a component says of its parts, or ``key=`` of a node of the author's own; several values stand for
                the tuple of them.

        Raises:
            LayoutkitError: there is no such part, or more than one (``bad-value``).
        """
        wanted = key[0] if len(key) == 1 else key
        keyed = [node for node in descendants(self) if "key" in node.props and node is not self]
        found = [node for node in keyed if node.props.get("key") == wanted]
        if len(found) != 1:
            how = "no part" if not found else f"{len(found)} parts"
            known = list(dict.fromkeys(str(node.props.get("key")) for node in keyed))
            message = f"this node has {how} with the key {wanted!r:.60}"
            hint = did_you_mean(str(wanted), known) if not found else "give each a key of its own"
            raise error("bad-value", message, origin=caller_origin(), hint=hint)
        return found[0]

    def __repr__(self) -> str:
        """Type and number of children; the origin says the rest."""
        return f"<{type(self).__name__} with {len(self.children)} children>"

    @property
    def top(self) -> Anchor:
        """The top side, as an end for an arrow."""
        return Anchor(self, Side.TOP)

    @property
    def right(self) -> Anchor:
        """The right side, as an end for an arrow."""
        return Anchor(self, Side.RIGHT)

    @property
    def bottom(self) -> Anchor:
        """The bottom side, as an end for an arrow."""
        return Anchor(self, Side.BOTTOM)

    @property
    def left(self) -> Anchor:
        """The left side, as an end for an arrow."""
        return Anchor(self, Side.LEFT)


def made_by(origin: Origin, node: Node) -> Node:
    """A node that is being built, it and all inside as made by an earlier call: that of a mark, not of its chart."""
    for one in (node, *descendants(node)):
        object.__setattr__(one, "origin", origin)
    return node


Child = Node | None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place on the border of a node."""

    node: Node
    side: Side
    fraction: float | None = None
    """0 is the left or top end of the side, 1 its right or bottom end; None is the middle, or a place near it where
    the arrow is straight or several share the side."""

    def at(self, fraction: float) -> Anchor:
        """A place on the same side, which the arrow then keeps: ``at(0.5)`` is the very middle, 0 and 1 are corners.

        Raises:
            LayoutkitError: the fraction is not between 0 and 1 (``bad-value``).
        """
        if not 0 <= fraction <= 1:
            message = f"a place on a side is a fraction from 0 to 1, not {fraction}"
            raise error("bad-value", message, origin=caller_origin())
        return Anchor(self.node, self.side, fraction)


def check_word(keyword: str, value: object, known: tuple[str, ...]) -> None:
    """Refuse a value that is not one of the words known.

    Raises:
        LayoutkitError: ``bad-value``, at the author's line.
    """
    if value not in known:
        message = f"{keyword} is {value!r:.60}; expected one of {', '.join(known)}"
        current = current_word(str(value))
        hint = f"it is called {current!r} now" if current in known else did_you_mean(str(value), known)
        raise error("bad-value", message, origin=caller_origin(), hint=hint)


def _check_allow(allow: object, origin: Origin) -> None:
    """Refuse what names no rules, or gives no reason."""
    hint = 'write the id of the rule and the reason: allow={"overflow": "cut off on purpose"}'
    if not isinstance(allow, Mapping) or not all(isinstance(word, str) for word in (*allow, *allow.values())):
        message = f"allow is {allow!r:.60}; expected rules with reasons"
        raise error("bad-value", message, origin=origin, hint=hint)
    for rule, reason in allow.items():
        if not reason.strip():
            raise error("bad-value", f"allow gives no reason for {rule!r}", origin=origin, hint=hint)


def descendants(node: Node) -> Iterable[Node]:
    """The node and everything inside it, in source order."""
    yield node
    for child in node.children:
        yield from descendants(child)
