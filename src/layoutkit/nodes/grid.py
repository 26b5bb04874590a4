"""Boxes that place their children in two directions at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.nodes.node import Node

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Unpack

    from layoutkit.keywords import AutoFlow, JustifyItems
    from layoutkit.nodes.node import Child
    from layoutkit.nodes.props import BoxProps, LengthLike

    Tracks = int | str | Sequence[LengthLike]

__all__ = ["Grid", "Stack"]


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Grid(Node):
    """Children in columns and rows that line up: a CSS grid container.

    Tracks are written as CSS writes them, ``columns="120 1fr 2fr"``, or one by one,
    ``columns=(t.space.xl, "1fr")``; a bare number of columns, ``columns=3``, makes them equal. Known are
    px, ``%``, ``fr``, ``auto``, ``min-content``, ``max-content``, ``minmax(80, 1fr)``,
    ``fit-content(200)``, ``repeat(3, 1fr)``, ``repeat(auto-fill, 90)`` and token references.
    """

    columns: Tracks
    rows: Tracks
    auto_columns: Tracks
    auto_rows: Tracks
    flow: AutoFlow
    justify_items: JustifyItems

    def __init__(
        self,
        *children: Child,
        columns: Tracks = (),
        rows: Tracks = (),
        auto_columns: Tracks = (),
        auto_rows: Tracks = (),
        flow: AutoFlow = "row",
        justify_items: JustifyItems = "normal",
        **props: Unpack[BoxProps],
    ) -> None:
        """Place children in the cells one after another, or where their own keywords say.

        Args:
            children: each takes the next free cell, unless ``column=``, ``row=``, ``column_span=`` or
                ``row_span=`` says otherwise; the first column is 1, the last line -1.
            columns: sizes of the columns.
            rows: sizes of the rows.
            auto_columns: sizes of the columns that ``columns`` does not name; ``auto`` by default.
            auto_rows: sizes of the rows that ``rows`` does not name; ``auto`` by default.
            flow: whether rows or columns are filled first; ``dense`` goes back to fill holes.
            justify_items: how each child is placed in the width of its cell; ``align`` does so in its height.
            props: what every node takes; ``justify`` and ``align_content`` move the tracks as a whole.
        """
        Node.__init__(self, *children, **props)
        self._set(
            columns=columns,
            rows=rows,
            auto_columns=auto_columns,
            auto_rows=auto_rows,
            flow=flow,
            justify_items=justify_items,
        )

    def given(self) -> Mapping[str, object]:
        """Its tracks as well."""
        tracks = {"columns": self.columns, "rows": self.rows}
        return {**self.props, **tracks, "auto_columns": self.auto_columns, "auto_rows": self.auto_rows}


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Stack(Node):
    """Children on top of one another, the first at the back; the stack is as large as the largest of them.

    ``justify`` and ``align`` say where the smaller ones go: ``start``, ``center``, ``end``, or
    ``stretch``, the default.
    """
