"""Tables, and rubrics: who meets which criterion."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, get_args

from layoutkit.diagnostics import error
from layoutkit.nodes import Grid, Icon, Node, Numeral, Row, Span, Text, Word
from layoutkit.nodes.node import check_word
from layoutkit.origin import caller_origin
from layoutkit.tokens.tables import TokenTable, component, length_key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Unpack

    from layoutkit.keywords import Semantics
    from layoutkit.nodes import Inline
    from layoutkit.nodes.props import BoxProps, LeafProps

__all__ = ["Mark", "Rubric", "Table"]

Ground = Literal["plain", "inverse"]
Mark = bool | float | str
"""Whether a criterion is met, or a score."""
_SUFFIX: dict[Ground, str] = {"plain": "", "inverse": "_inverse"}
_TABLE = tuple(
    map(TokenTable, ("table", *(f"table_{part}{end}" for end in _SUFFIX.values() for part in ("head", "line"))))
)
_MARK = {"size": length_key(required=True, positive=True), "stroke_width": length_key(required=True)}
_SIGNS = {True: ("mark_good", "check"), False: ("mark_bad", "x")}
"""Of what is met and what is not: the component and the icon."""
_RUBRIC = tuple(TokenTable(f"{name}{end}", _MARK) for end in _SUFFIX.values() for name, _ in _SIGNS.values())


@component(*_TABLE)
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

    ``Table(("Campo", "Tipo"), [["instruction", "texto"], ["input", "texto, opcional"]])``

    ``row_rule`` and ``column_rule`` draw lines of their own look between rows and between columns instead, for example
    ``row_rule=t.color.line, row_rule_style="dashed"``; with a ``column_rule`` alone, rows keep theirs.

    On an inverse card the components are ``table_head_inverse`` and ``table_line_inverse``. For arrows that lead to it,
    the key of a row is its first text, and that of a further text the first one and its column's name:
    ``part("input", "Tipo")``.

    Args:
        head: the names of the columns.
        rows: texts or nodes, as many as there are columns.
        columns: the tracks of the grid; by default the first takes its content's width, the others share the rest.
        text_align: where the texts of all columns but the first stand.
        kind: ``inverse`` where the table stands in a card of that kind.
        props: what every node takes.

    Raises:
        LayoutkitError: a row has another number of cells than the head, the head is empty, or ``text_align`` or
            ``kind`` is another word (``bad-value``).
    """
    check_word("text_align", text_align, ("start", "center"))
    check_word("kind", kind, get_args(Ground))
    if not head:
        raise error("bad-value", "a Table needs at least one column", origin=caller_origin())
    for number, row in enumerate(rows, start=1):
        if len(row) != len(head):
            message = f"row {number} of the Table has {len(row)} cells; its head has {len(head)}"
            raise error("bad-value", message, origin=caller_origin())

    def text(words: str, number: int, **look: Unpack[LeafProps]) -> Node:
        return Text(words, align=text_align if number else "start", **look)

    line = f"table_line{_SUFFIX[kind]}"
    own_lines = any(props.get(word) is not None for word in ("row_rule", "column_rule"))
    top: LeafProps = {"component": f"table_head{_SUFFIX[kind]}", "semantics": "columnheader"}
    cells: list[Node] = [text(name, column, **top) for column, name in enumerate(head)]
    for row in rows:
        if not own_lines:
            cells.append(Row(component=line, column_span=len(head), semantics="none"))
        for column, cell in enumerate(row):
            key = row[0] if not column else (row[0], head[column])
            role: Semantics = "cell" if column else "rowheader"
            cells.append(text(cell, column, key=key, semantics=role) if isinstance(cell, str) else cell)
    box: BoxProps = {"component": "table", "semantics": "table", "align": "center"}
    if own_lines:  # rows stay as far from each other as around a line
        box |= {
            "row_gap": "{table.row_gap} * 2",
            "row_rule": f"{{{line}.background}}",
            "row_rule_width": f"{{{line}.height}}",
        }
    box |= props
    tracks = f"auto repeat({len(head) - 1}, 1fr)" if len(head) > 1 else "1fr"
    return Grid(*cells, columns=columns or tracks, **box)


@component(*_RUBRIC, reads=("type.value", "type.small"), uses=("Table", "Icon"))
def Rubric(
    criteria: Sequence[str],
    marks: Mapping[str, Sequence[Mark]],
    *,
    words: tuple[str, str] | None = None,
    shown: Callable[[float], str] | None = None,
    head: str = "",
    kind: Ground = "plain",
    **props: Unpack[BoxProps],
) -> Node:
    """How each candidate meets each criterion: a sign with a word, or a score, so that colour is not needed.

    ``Rubric(("Clareza", "Notas"), {"A": (True, 7), "B": (False, 9.5)}, head="Critério")``

    Styled by the components of a Table and by ``mark_good`` and ``mark_bad`` (on an inverse card
    ``mark_good_inverse`` and ``mark_bad_inverse``), whose ``size`` and ``stroke_width`` are those of the sign; scores
    have the type role ``value``.

    Args:
        criteria: what is judged.
        marks: for each candidate what each criterion gives: True or False is a check or a cross, a number or a text is
            a score.
        words: what stands beside the check and beside the cross; None says yes and no in the figure's language.
        shown: how a score that is a number is written; None shows the digits it has, with the signs of the language.
        head: the name of the criteria's column.
        kind: ``inverse`` where the rubric stands in a card of that kind.
        props: what every node takes.

    Raises:
        LayoutkitError: no candidate, one with more or fewer marks than there are criteria, a mark that is none, or
            ``words`` are not two (``bad-value``).
    """
    if not marks:
        raise error("bad-value", "a Rubric needs at least one candidate", origin=caller_origin())
    if words is not None and (isinstance(words, str) or len(words) != len(_SIGNS)):
        message = f"words are {words!r:.60}; expected two, for the check and for the cross"
        raise error("bad-value", message, origin=caller_origin(), hint='such as words=("yes", "no")')
    for name, given in marks.items():
        if isinstance(given, str) or not isinstance(given, Sequence):
            message = f"the marks of {name!r} are {given!r:.40}; expected a list of {len(criteria)}"
            raise error("bad-value", message, origin=caller_origin())
        if len(given) != len(criteria):
            message = f"{name!r} has {len(given)} marks; there are {len(criteria)} criteria"
            raise error("bad-value", message, origin=caller_origin())
        for criterion, mark in zip(criteria, given, strict=True):
            _check_mark(name, criterion, mark)
    rows: list[list[str | Node]] = [
        [criterion, *(_mark(given[i], words, shown, kind) for given in marks.values())]
        for i, criterion in enumerate(criteria)
    ]
    return Table([head, *marks], rows, text_align="center", kind=kind, **props)


def _check_mark(name: str, criterion: str, mark: object) -> None:
    if not isinstance(mark, bool | int | float | str) or (isinstance(mark, float) and not math.isfinite(mark)):
        message = f"{name!r} has {mark!r:.40} for {criterion!r}; expected True, False, a number or a text"
        hint = "True is a check, False a cross; numbers and texts are scores"
        raise error("bad-value", message, origin=caller_origin(), hint=hint)


def _score(score: float | str, shown: Callable[[float], str] | None) -> str | Numeral:
    if isinstance(score, str):
        return score
    return Numeral(f"{score:g}") if shown is None else shown(score)


def _word(words: tuple[str, str] | None, good: bool) -> Inline:  # noqa: FBT001 - a mark of the author
    if words is None:
        return Span(Word("yes" if good else "no"))
    return words[0] if good else words[1]


def _mark(mark: Mark, words: tuple[str, str] | None, shown: Callable[[float], str] | None, kind: Ground) -> Node:
    if not isinstance(mark, bool):
        return Text(Span(_score(mark, shown)), role="value", align="center")
    component, sign = _SIGNS[mark]
    suffix = _SUFFIX[kind]
    return Row(
        Icon(sign, size=f"{{{component}{suffix}.size}}", stroke_width=f"{{{component}{suffix}.stroke_width}}"),
        Text(_word(words, mark), role="small"),
        component=f"{component}{suffix}",
        align="center",
        justify="center",
    )
