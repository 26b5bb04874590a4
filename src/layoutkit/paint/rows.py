"""The rows of tables and the items of lists, which have no boxes of their own where a grid holds their parts.

A row begins at each cell that does not stand right of the one before, so cells are to be in the order in which they are
read. An item begins at each marker, and what follows belongs to it; where no marker is, each child is an item.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from layoutkit.paint.display import Begin, End
from layoutkit.style.box import GridSpan
from layoutkit.style.content import BraceContent, ConnectorContent, OutlineContent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from layoutkit.layout.tree import PlacedBox
    from layoutkit.style.box import BoxStyle
    from layoutkit.style.styled import Styled

    Part = Begin | End | PlacedBox[Styled]

__all__ = ["parts", "spans"]

_GROUPS = ("row", "rowgroup")
_IN_ROWS = ("cell", "columnheader", "rowheader", "none", *_GROUPS)
"""What stands in a table as it is; all else stands in a cell."""
_ROW, _ITEM = Begin("box", "", role="row"), Begin("box", "", role="listitem")


def parts(placed: PlacedBox[Styled]) -> Iterable[Part]:
    """The boxes inside, and groups around those that make a row or an item together."""
    match placed.box.semantics:
        case "table" | "rowgroup":
            return _rows(placed.children)
        case "list":
            return _items(placed.children)
        case _:
            return placed.children


def _rows(children: Sequence[PlacedBox[Styled]]) -> Iterator[Part]:
    last: float | None = None
    """Where the cell before begins; None outside of rows."""
    for child in children:
        role = child.box.semantics or ("none" if _is_beside(child) else "cell")
        if last is not None and (role in _GROUPS or child.rect.x <= last):
            yield End()
            last = None
        if role != "none" and role not in _GROUPS:
            if last is None:
                yield _ROW
            last = child.rect.x
        if role in _IN_ROWS:
            yield child if child.box.semantics else replace(child, box=replace(child.box, semantics=role))
        else:  # such as a list
            yield Begin("box", "", role="cell", spans=spans(child.box.style))
            yield child
            yield End()
    if last is not None:
        yield End()


def _items(children: Sequence[PlacedBox[Styled]]) -> Iterator[Part]:
    inside = False
    """Whether an item has begun with a marker."""
    for child in children:
        role = child.box.semantics or ("none" if _is_beside(child) else "")
        if inside and role in ("none", "marker", "listitem"):
            yield End()
            inside = False
        alone = not inside and role not in ("none", "marker", "listitem")
        if role == "marker" or alone:
            yield _ITEM
            inside = role == "marker"
        yield child
        if alone:
            yield End()
    if inside:
        yield End()


def _is_beside(child: PlacedBox[Styled]) -> bool:
    """Whether it takes no part: what is not placed among its siblings, and arrows."""
    box = child.box
    if child.hidden or box.style.position == "absolute":
        return True
    return isinstance(box.content, BraceContent | OutlineContent | ConnectorContent)


def spans(style: BoxStyle) -> tuple[int, int]:
    """How many columns and rows of a grid a box covers."""
    ends = style.grid_column_end, style.grid_row_end
    columns, rows = (end.count if isinstance(end, GridSpan) else 1 for end in ends)
    return columns, rows
