"""``share_rows``: what stands side by side has rows in common, title with title and chart with chart (CSS Grid 2, 9).

A Row becomes a grid of one line of columns, its children subgrids of it. A card hands its rows on: those of its head
first, those of its foot last, and one for each part between. A chart takes several: for what is above its plot, for the
plot and for what is below, so that all plots of a row stand on one line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from layoutkit.diagnostics import error
from layoutkit.nodes import Arrow, Grid, Row
from layoutkit.style.box import AUTO, Fr, GridSpan, Percent, Repeat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.nodes import Node
    from layoutkit.style.box import BoxStyle, TrackSize
    from layoutkit.style.styled import Styled

__all__ = ["share_rows"]

Children = tuple["Styled", ...]
_IN_COLUMN = "give each child a column of its own: Column(…) or Card(…)"


def share_rows(node: Node, style: BoxStyle, children: Children) -> tuple[BoxStyle, Children]:
    """The style of a container and its children, with rows in common.

    Args:
        node: the author's Row or Grid.
        style: its own.
        children: in source order.

    Raises:
        LayoutkitError: it is neither, it wraps, or a child is no column (``bad-value``).
    """
    _check(node, style, children)
    line = [child for child in children if child.style.position != "absolute"]
    if isinstance(node, Grid):
        return _grid(style, children, line)
    rows = _Rows.of(line)
    placed = {}
    for index, child in enumerate(line):
        place: dict[str, Any] = {"grid_row_start": 1, "grid_column_start": index + 1}
        if isinstance(child.style.width, Percent):
            place["width"] = AUTO
        placed[id(child)] = _spread(child, rows, place)
    grid = replace(
        style,
        display="grid",
        grid_template_columns=tuple(_track(child.style) for child in line),
        grid_template_rows=rows.tracks(),
        row_gap=0.0,
        align_items="normal",
        justify_content="start" if style.justify_content == "normal" else style.justify_content,
    )
    return grid, tuple(placed.get(id(child), child) for child in children)


def _check(node: Node, style: BoxStyle, children: Children) -> None:
    kind = type(node).__name__
    if not isinstance(node, Row | Grid):
        message, hint = f"a {kind} cannot share rows among its children", "share_rows is a keyword of Row and Grid"
        raise error("bad-value", message, origin=node.origin, hint=hint)
    if style.flex_wrap != "nowrap" or style.flex_direction == "row-reverse":
        word = "wrap" if style.flex_wrap != "nowrap" else "reverse"
        hint = "use Grid(…, columns=3, share_rows=True)" if word == "wrap" else "write the children in their order"
        raise error("bad-value", f"this Row has both share_rows and {word}", origin=node.origin, hint=hint)
    if style.grid_template_rows:
        message, hint = "this Grid has both share_rows and rows", "leave out rows: the children decide them"
        raise error("bad-value", message, origin=node.origin, hint=hint)
    for child, made in zip(node.children, children, strict=True):
        if isinstance(child, Arrow) or made.style.position == "absolute":
            continue
        if not _is_column(_content(made).style):
            message = f"a {type(child).__name__} has no rows to share with what stands beside it"
            raise error("bad-value", message, origin=child.origin, hint=_IN_COLUMN)
        if child.props.get("row_span") or child.props.get("row"):
            message = "share_rows decides in which rows this child is, and row= or row_span= does"
            raise error("bad-value", message, origin=child.origin, hint="leave out row and row_span")


def _is_column(style: BoxStyle) -> bool:
    return style.display == "flex" and style.flex_direction == "column"


def _content(child: Styled) -> Styled:
    """The column in a card: a stack has it last, below what lies on its edge."""
    return child.children[-1] if child.stacked and child.children else child


def _flowing(styled: Styled) -> Children:
    return tuple(child for child in styled.children if child.style.position != "absolute")


def _grid(style: BoxStyle, children: Children, line: list[Styled]) -> tuple[BoxStyle, Children]:
    """A grid of several lines, each with rows of its own where it is known who stands in it."""
    count = len(style.grid_template_columns)
    counted = [track for track in style.grid_template_columns if isinstance(track, Repeat)]
    lined = all(isinstance(track.count, int) for track in counted) and style.grid_auto_flow == "row"
    lined = lined and all(child.style.grid_column_start is AUTO is child.style.grid_column_end for child in line)
    if lined:
        count += sum(int(track.count) * len(track.tracks) - 1 for track in counted)
    size = max(1, count) if lined else max(1, len(line))
    placed, first = {}, 1
    for start in range(0, len(line), size):
        rows = _Rows.of(line[start : start + size])
        for child in line[start : start + size]:
            placed[id(child)] = _spread(child, rows, {"grid_row_start": first} if lined else {})
        first += rows.count
    return style, tuple(placed.get(id(child), child) for child in children)


def _track(style: BoxStyle) -> TrackSize:
    """The column of a child of a row: as wide as the row would make it."""
    if isinstance(style.width, Percent):
        return style.width
    if style.flex_grow:
        return Fr(style.flex_grow)
    basis = style.flex_basis
    return basis if isinstance(basis, int | float | Percent) else AUTO


@dataclass(frozen=True, slots=True)
class _Slots:
    """What a child has to place: at its head, below one another, and at its foot."""

    head: Children
    body: Children
    foot: Children
    inner: Styled | None
    """The column that holds the body, where a card has a head or a foot."""

    @classmethod
    def of(cls, child: Styled) -> _Slots:
        parts = _flowing(_content(child))
        lines = [index for index, part in enumerate(parts) if part.name.startswith("card_line")]
        if not lines:
            return cls((), parts, (), None)
        first = parts[0]
        foot_alone = lines == [1] and _is_column(first.style) and first.style.flex_grow > 0
        head = () if foot_alone else parts[:2]
        rest = parts[len(head) :]
        return cls(head, _flowing(rest[0]), rest[1:], rest[0])


@dataclass(frozen=True, slots=True)
class _Parts:
    """The rows of one part, after one another in all children: one, or those that their charts need."""

    legend: bool = False
    title: bool = False
    plot: int = 0
    """How many rows the plot and what is below it have; 0 without a chart."""

    @property
    def count(self) -> int:
        return self.legend + self.title + self.plot if self.plot else 1

    @classmethod
    def of(cls, parts: Sequence[Styled]) -> _Parts:
        charts = [_chart(part) for part in parts if _is_chart(part)]
        if not charts:
            return cls()
        return cls(
            any(legend is not None for legend, _, _ in charts),
            any(title is not None for _, title, _ in charts),
            max(_lines(body) for _, _, body in charts),
        )


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows that children have in common."""

    head: int
    parts: tuple[_Parts, ...]
    foot: int
    gap: float
    """The largest of their own gaps, for all of them: half a difference would move one part against another."""

    @classmethod
    def of(cls, children: Sequence[Styled]) -> _Rows:
        slots = [_Slots.of(child) for child in children if not _is_arrow(child)]
        most = max([1, *(len(each.body) for each in slots)])
        columns = [[each.body[index] for each in slots if index < len(each.body)] for index in range(most)]
        return cls(
            max([0, *(len(each.head) for each in slots)]),
            tuple(_Parts.of(column) for column in columns),
            max([0, *(len(each.foot) for each in slots)]),
            max([0.0, *(gap for gap in map(_gap, children) if gap is not None)]),
        )

    @property
    def body(self) -> int:
        return sum(each.count for each in self.parts)

    @property
    def count(self) -> int:
        return self.head + self.body + self.foot

    def tracks(self) -> tuple[TrackSize, ...]:
        """All as high as their content, but for one that takes what is left: the last plot, else the last part."""
        sizes: list[TrackSize] = [AUTO] * self.count
        plots = [index for index, each in enumerate(self.parts) if each.plot]
        index = plots[-1] if plots else len(self.parts) - 1
        before = self.head + sum(each.count for each in self.parts[:index])
        each = self.parts[index]
        sizes[before + each.legend + each.title] = Fr(1.0)
        return tuple(sizes)


def _gap(child: Styled) -> float | None:
    gap = _content(child).style.row_gap
    return gap if isinstance(gap, int | float) and not _is_arrow(child) else None


def _is_arrow(child: Styled) -> bool:
    return child.element.kind == "Arrow"


def _spread(child: Styled, rows: _Rows, place: dict[str, Any]) -> Styled:
    """A child of the container on all of its rows, its content on those that are for it."""
    place = {**place, "grid_row_end": GridSpan(rows.count)}
    if _is_arrow(child):
        return replace(child, style=replace(child.style, **place))
    if not child.stacked:
        return _filled(child, rows, place)
    on_edge = [replace(one, style=replace(one.style, grid_row_start=1)) for one in child.children[:-1]]
    whole = {"grid_row_start": 1, "grid_column_start": 1, "grid_row_end": GridSpan(rows.count)}
    style = replace(child.style, grid_template_rows="subgrid", row_gap=rows.gap, **place)
    return replace(child, style=style, children=(*on_edge, _filled(_content(child), rows, whole, card=child)))


def _filled(content: Styled, rows: _Rows, place: dict[str, Any], card: Styled | None = None) -> Styled:
    """A column as a subgrid, its parts in their rows."""
    slots = _Slots.of(card or content)
    made: dict[int, Styled] = {}
    for index, part in enumerate(slots.head):
        made[id(part)] = _in_row(part, index + 1, 1)
    for index, part in enumerate(slots.foot):
        made[id(part)] = _in_row(part, rows.head + rows.body + 1 + index, 1)
    first = 1 if slots.inner is not None else rows.head + 1
    bodies: dict[int, Styled] = {}
    for part, each in zip(slots.body, rows.parts, strict=False):
        shown = _chart_on(part, each) if _is_chart(part) else part
        bodies[id(part)] = _in_row(shown, first, each.count)
        first += each.count
    if slots.inner is None:
        made |= bodies
    else:
        own = {"grid_row_start": rows.head + 1, "grid_row_end": GridSpan(rows.body), "row_gap": rows.gap}
        inner = _subgrid(slots.inner, own)
        inner = replace(inner, children=tuple(bodies.get(id(one), one) for one in inner.children))
        made[id(slots.inner)] = inner
    found = _subgrid(content, {**place, "row_gap": rows.gap})
    return replace(found, children=tuple(made.get(id(one), one) for one in found.children))


def _subgrid(column: Styled, place: dict[str, Any]) -> Styled:
    """A column that has its rows from the grid around it."""
    style = column.style
    across = "start" if style.align_items == "baseline" else style.align_items
    grid: dict[str, Any] = {
        "display": "grid",
        "grid_template_columns": (Fr(1.0),),
        "grid_template_rows": "subgrid",
        "justify_items": across,
        "align_items": "normal",
        "justify_content": "normal",
        "align_content": "normal",
        **place,
    }
    return replace(column, style=replace(style, **grid))


def _in_row(part: Styled, first: int, count: int) -> Styled:
    """A part of a column in its rows: boxes that are seen fill them, all else is at the top."""
    style, look = part.style, part.look
    is_seen = look.background is not None or look.border is not None or look.gradient is not None
    fills = is_seen or style.flex_grow > 0 or style.grid_template_rows == "subgrid"
    place: dict[str, Any] = {
        "grid_row_start": first,
        "grid_row_end": GridSpan(count),
        "justify_self": style.align_self,
        "align_self": "stretch" if fills else "start",
    }
    if isinstance(style.flex_basis, int | float) and style.flex_basis > 0:
        place["min_height"] = style.flex_basis
    return replace(part, style=replace(style, **place))


# ---- charts ----------------------------------------------------------------------------------------------


def _is_chart(part: Styled) -> bool:
    return part.name == "chart" and bool(part.children) and part.children[-1].style.display == "grid"


def _chart(part: Styled) -> tuple[Styled | None, Styled | None, Styled]:
    """The legend of a chart, the title of its axis of y, and the grid with its plot."""
    *above, body = part.children
    title = next((one for one in above if one.element.kind == "Text"), None)
    return next((one for one in above if one is not title), None), title, body


def _lines(body: Styled) -> int:
    """How many rows the grid of a chart has: one with the plot, and one for each cell below."""
    return 1 + len(body.children) - len(body.style.grid_template_columns)


def _chart_on(part: Styled, rows: _Parts) -> Styled:
    """A chart whose parts are in rows of their own; its plot is as high as that of the others at least."""
    legend, title, body = _chart(part)
    found = []
    if legend is not None:
        found.append(_in_row(legend, 1, 1))
    if title is not None:
        found.append(_in_row(title, 1 + rows.legend, 1))
    cells = tuple(
        replace(cell, style=replace(cell.style, height=AUTO, min_height=cell.style.height))
        if cell.element.kind == "Drawing" and isinstance(cell.style.height, int | float)
        else cell
        for cell in body.children
    )
    place: dict[str, Any] = {"grid_row_start": 1 + rows.legend + rows.title, "grid_row_end": GridSpan(rows.plot)}
    style = replace(body.style, grid_template_rows="subgrid", **place)
    found.append(replace(body, style=style, children=cells))
    return replace(_subgrid(part, {}), children=tuple(found))
