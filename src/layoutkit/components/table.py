"""Tables, and rubrics: who meets which criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from layoutkit.diagnostics import error
from layoutkit.nodes import Grid, Node, Row, Text
from layoutkit.origin import caller_origin

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Unpack

    from layoutkit.nodes.props import BoxProps, LeafProps

__all__ = ["Rubric", "Table"]

Ground = Literal["plain", "engine"]
_SUFFIX: dict[Ground, str] = {"plain": "", "engine": "_engine"}


def Table(
    head: Sequence[str],
    rows: Sequence[Sequence[str | Node]],
    *,
    columns: str | None = None,
    text_align: Literal["start", "center"] = "start",
    kind: Ground = "plain",
    **props: Unpack[BoxProps],
) -> Node:
    """Columns with a head and a line between rows; components ``table``, ``table_head`` and ``table_line``.

    On a dark card the components are ``table_head_engine`` and ``table_line_engine``.

    Args:
        head: the names of the columns.
        rows: texts or nodes, as many as there are columns.
        columns: the tracks of the grid; by default the first takes its content's width, the others share the rest.
        text_align: where the texts of all columns but the first stand.
        kind: ``engine`` where the table stands in a card of that kind.
        props: what every node takes.

    Raises:
        LayoutkitError: a row has another number of cells than the head (``bad-value``).
    """
    for number, row in enumerate(rows, start=1):
        if len(row) != len(head):
            message = f"row {number} of the Table has {len(row)} cells; its head has {len(head)}"
            raise error("bad-value", message, origin=caller_origin())

    def text(words: str, number: int, **look: Unpack[LeafProps]) -> Node:
        return Text(words, align=text_align if number else "start", **look)

    cells: list[Node] = [text(name, column, component=f"table_head{_SUFFIX[kind]}") for column, name in enumerate(head)]
    for row in rows:
        cells.append(Row(component=f"table_line{_SUFFIX[kind]}", column_span=len(head)))
        cells += [text(cell, column) if isinstance(cell, str) else cell for column, cell in enumerate(row)]
    box: BoxProps = {"component": "table", "align": "center", **props}
    return Grid(*cells, columns=columns or f"auto repeat({len(head) - 1}, 1fr)", **box)


def Rubric(
    criteria: Sequence[str],
    marks: Mapping[str, Sequence[bool]],
    *,
    words: tuple[str, str] = ("sim", "não"),
    head: str = "",
    kind: Ground = "plain",
    **props: Unpack[BoxProps],
) -> Node:
    """Which criteria each candidate meets: a sign and a word in each cell, so that colour is not needed.

    Args:
        criteria: what is judged.
        marks: for each candidate whether it meets each criterion.
        words: what stands beside the check and beside the cross.
        head: the name of the criteria's column.
        kind: ``engine`` where the rubric stands in a card of that kind.
        props: what every node takes.

    Raises:
        LayoutkitError: no candidate, or one with more or fewer marks than there are criteria (``bad-value``).
    """
    if not marks:
        raise error("bad-value", "a Rubric needs at least one candidate", origin=caller_origin())
    for name, given in marks.items():
        if len(given) != len(criteria):
            message = f"{name!r} has {len(given)} marks; there are {len(criteria)} criteria"
            raise error("bad-value", message, origin=caller_origin())
    rows = [
        _row(criterion, [given[i] for given in marks.values()], words, kind) for i, criterion in enumerate(criteria)
    ]
    return Table([head, *marks], rows, text_align="center", kind=kind, **props)


def _row(criterion: str, marks: Sequence[bool], words: tuple[str, str], kind: Ground) -> list[str | Node]:
    return [criterion, *(_mark(words, kind, good=good) for good in marks)]


def _mark(words: tuple[str, str], kind: Ground, *, good: bool) -> Node:
    return Row(
        Text("✓" if good else "✗", role="mark"),
        Text(words[0] if good else words[1], role="small"),
        component=f"{'mark_good' if good else 'mark_bad'}{_SUFFIX[kind]}",
        align="baseline",
        justify="center",
    )
