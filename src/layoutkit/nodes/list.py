"""Lists: items below one another, each behind its marker.

A list is a grid of two columns that share baselines: the markers, and the items, whose lines hang behind them. So
numbers line up at their right, and the items do however wide a marker is.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, count, repeat
from typing import TYPE_CHECKING

from layoutkit.diagnostics import error
from layoutkit.nodes.flow import Row
from layoutkit.nodes.grid import Grid
from layoutkit.nodes.node import Node
from layoutkit.nodes.span import Span
from layoutkit.nodes.text import Text
from layoutkit.origin import caller_origin
from layoutkit.tokens.tables import TokenTable, component, length_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Unpack

    from layoutkit.keywords import JustifySelf
    from layoutkit.nodes.props import BoxProps, LeafProps
    from layoutkit.nodes.span import Inline

__all__ = ["BulletList", "Item", "NumberedList"]

_LIST = TokenTable("list", {"indent": length_key(default=0), "marker_gap": length_key(default=0)})
Item = str | Span | Node | None
"""A text, or any node; a list belongs to the item before it; None is left out."""


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class _List(Grid):
    """What both kinds of lists have in common; the component ``list`` of tokens.toml sets their lengths."""

    def _place(self, items: Iterable[Item], markers: Iterator[Inline], justify: JustifySelf, props: BoxProps) -> None:
        """Fill the grid, a row for each item.

        Raises:
            LayoutkitError: an item is neither a text nor a node, or the first is a list (``list-item``).
        """
        rows: list[tuple[Node, Node]] = []
        for item in items:
            if not isinstance(item, Item):
                message = f"{type(self).__name__} takes strings, spans and nodes, not {item!r:.60}"
                hint = "write str(…) for a number; spread a list of items with *items"
                raise error("list-item", message, origin=caller_origin(), hint=hint)
            if isinstance(item, _List):
                if not rows:
                    message = f"a {type(self).__name__} begins with a list, which belongs to no item"
                    raise error("list-item", message, origin=caller_origin(), hint="put the item before its list")
                rows.append((Row(), item))
            elif item is not None:
                body = item if isinstance(item, Node) else Text(item)
                rows.append((self._marker(next(markers), justify), body))
        # Beside something taller the items stay together: CSS would share the free height among their rows.
        box: BoxProps = {
            "component": "list",
            "semantics": "list",
            "align": "baseline",
            "align_content": "start",
            "column_gap": 0,
            **props,
        }
        Grid.__init__(self, *chain.from_iterable(rows), columns="minmax({list.indent}, auto) 1fr", **box)

    def _marker(self, marker: Inline, justify: JustifySelf) -> Text:
        span = Span(marker, marks=("marker",)) if isinstance(marker, str) else marker
        place: LeafProps = {"semantics": "marker", "justify_self": justify, "padding_right": "{list.marker_gap}"}
        return Text(span, wrap="nowrap", **place)


@component(_LIST)
@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class BulletList(_List):
    """Items behind bullets."""

    def __init__(self, *items: Item, marker: Inline = "•", **props: Unpack[BoxProps]) -> None:
        """Place items from top to bottom.

        Args:
            items: strings with markup, spans, nodes; a list stands under the item before it and has no bullet.
            marker: what stands before each item, on its first baseline: a string, taken as it is, in the look of
                ``markup.marker``, or a span with a look of its own.
            props: what every node takes; ``gap`` is the space between items, ``role`` sets all of them.

        Raises:
            LayoutkitError: an item is neither a text nor a node, or the first is a list (``list-item``); the
                marks of an item do not close (``markup``).
        """
        self._place(items, repeat(marker), "start", props)


@component(_LIST)
@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class NumberedList(_List):
    """Items behind numbers, which line up at their right."""

    def __init__(self, *items: Item, start: int = 1, **props: Unpack[BoxProps]) -> None:
        """Place items from top to bottom.

        Args:
            items: strings with markup, spans, nodes; a list stands under the item before it and has no number.
            start: the first number.
            props: what every node takes; ``gap`` is the space between items, ``role`` sets all of them.

        Raises:
            LayoutkitError: as for :class:`BulletList`; ``start`` is not a whole number of at least 0 (``bad-value``).
        """
        if isinstance(start, bool) or not isinstance(start, int) or start < 0:
            message = f"start is {start!r:.60}; expected a whole number of at least 0"
            raise error("bad-value", message, origin=caller_origin())
        self._place(items, (f"{number}." for number in count(start)), "end", props)
