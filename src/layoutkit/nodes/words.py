"""Words of a text that have a key, as ends for arrows, braces and callouts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from layoutkit.diagnostics import error
from layoutkit.languages import NEUTRAL
from layoutkit.nodes.node import Node
from layoutkit.nodes.props import ShapeProps
from layoutkit.origin import caller_origin

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from layoutkit.nodes.span import Span

__all__ = ["Words", "keyed_words"]


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Words(Node):
    """A run of spans of one text; the layout gives it a box once the lines are broken. Its text makes it."""

    keywords: ClassVar[frozenset[str]] = ShapeProps.__optional_keys__
    first: int
    """Index of its first span in the text."""
    after: int
    """Index after its last span."""

    def __init__(self, key: Hashable, first: int, after: int) -> None:
        """Name the spans from ``first`` to before ``after``."""
        Node.__init__(self, key=key)
        self._set(first=first, after=after)


def keyed_words(spans: Sequence[Span]) -> Iterator[Words]:
    """A node for each run of neighbours with one key.

    Raises:
        LayoutkitError: such a run shows nothing (``bad-value``).
    """
    done = 0
    for key, run in groupby(spans, key=lambda span: span.key):
        start = done
        shown = "".join(span.said_in(NEUTRAL) for span in run if (done := done + 1))
        if key is None:
            continue
        if not shown.strip():
            message = f"the span with the key {key!r:.60} holds no letters"
            hint = "give the key to the words that arrows are to lead to"
            raise error("bad-value", message, origin=caller_origin(), hint=hint)
        yield Words(key, start, done)
