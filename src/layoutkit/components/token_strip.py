"""Tokens in a row, with what belongs to each of them in further rows below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.components import tone as tones
from layoutkit.components.annotation import Brace
from layoutkit.components.cell import Cell
from layoutkit.diagnostics import error
from layoutkit.nodes import Grid, Node, Row, Span, Text
from layoutkit.origin import caller_origin
from layoutkit.tokens.tables import TokenTable, component, length_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Unpack

    from layoutkit.components.tone import Tone
    from layoutkit.keywords import TextAlign
    from layoutkit.nodes.annotation import SideWord
    from layoutkit.nodes.props import BoxProps, LeafProps

__all__ = ["StripGroup", "TokenStrip"]


_STRIP = TokenTable(
    "strip",
    {"spacing": length_key(default=0), "column_gap": length_key(default=0), "row_gap": length_key(default=0)},
    traits=frozenset(("labels",)),
)
_TOKEN = TokenTable("token", traits=frozenset(("data", "labels")))


@dataclass(frozen=True, slots=True)
class StripGroup:
    """A run of neighbouring tokens with a name and a meaning."""

    label: str
    count: int
    """How many tokens it covers."""
    tone: Tone | None = None
    """None is neutral: context, or what is left out."""


@component(_STRIP, _TOKEN, reads=(*tones.READS, "type.small"), uses=("Cell", "Brace"))
def TokenStrip(
    rows: Mapping[str, Sequence[str]],
    groups: Sequence[StripGroup] = (),
    *,
    upright: bool = False,
    **props: Unpack[BoxProps],
) -> Node:
    """Rows of cells in common columns: ``TokenStrip({"Token": ["O", "céu"], "Id": ["11", "27"]})``.

    The first row holds the tokens themselves, outlined; the rows below are ids, labels, masks or values.
    Styled by the components ``cell``, ``token``, ``brace`` and ``strip``, whose ``spacing`` parts the groups. The key
    of a cell, for arrows that lead to it, is the name of its row and its number from 0: ``part("Token", 1)``.

    Args:
        rows: name of each row and its values, as many in each; values are shown without markup.
        groups: names over runs of tokens, from the left; their counts add up to the number of tokens.
        upright: whether the strip stands: tokens run from top to bottom, and what belongs to them is beside them.
        props: what every node takes.

    Raises:
        LayoutkitError: rows differ in length, or the groups do not cover all tokens (``bad-value``).
    """
    counts = sorted({len(values) for values in rows.values()})
    if len(counts) != 1 or not counts[0]:
        message = f"the rows of a TokenStrip have {' and '.join(map(str, counts)) or 'no'} values"
        raise error("bad-value", message, origin=caller_origin(), hint="give each row as many values")
    groups = groups or (StripGroup("", counts[0]),)
    covered = sum(group.count for group in groups)
    if covered != counts[0]:
        message = f"the groups cover {covered} tokens; the TokenStrip has {counts[0]}"
        raise error("bad-value", message, origin=caller_origin())
    return (_upright if upright else _lying)(rows, groups, props)


def _lying(rows: Mapping[str, Sequence[str]], groups: Sequence[StripGroup], props: BoxProps) -> Node:
    """Tokens from left to right, braces above them."""
    first = 2 if any(group.label for group in groups) else 1
    parts: list[Node] = []
    if first > 1:
        parts.append(Row(row=1, column=1, semantics="cell"))
        parts += (
            _brace(group, "top", row=1, column=column, column_span=group.count, semantics="columnheader")
            for group, column in _starts(groups)
        )
    for index, (name, values) in enumerate(rows.items()):
        place: LeafProps = {"row": first + index, "column": 1, "align_self": "center", "semantics": "rowheader"}
        parts.append(_name(name, **place))
        parts += (
            _cell(value, tone, token=not index, row=first + index, column=column, key=(name, number), semantics="cell")
            for number, (column, tone, value) in enumerate(_tracks(groups, values))
        )
    tracks = " ".join(f"{{strip.spacing}} repeat({group.count}, minmax(min-content, 1fr))" for group in groups)
    box: BoxProps = {"component": "strip", "semantics": "table", **props}
    return Grid(*parts, columns=f"auto {tracks}", **box)


def _upright(rows: Mapping[str, Sequence[str]], groups: Sequence[StripGroup], props: BoxProps) -> Node:
    """Tokens from top to bottom, braces at their right."""
    named = any(group.label for group in groups)
    parts: list[Node] = [
        _name(name, align="center", row=1, column=column, semantics="columnheader")
        for column, name in enumerate(rows, start=1)
    ]
    if named:
        parts.append(Row(row=1, column=1 + len(rows), semantics="cell"))
    starts = {row: group for group, row in _starts(groups)} if named else {}
    tracks_of = [_tracks(groups, values) for values in rows.values()]
    for number, places in enumerate(zip(*tracks_of, strict=True)):
        for column, (name, (row, tone, value)) in enumerate(zip(rows, places, strict=True), start=1):
            key = (name, number)
            parts.append(_cell(value, tone, token=column == 1, row=row, column=column, key=key, semantics="cell"))
        group = starts.get(places[0][0])
        if group is not None:
            place: BoxProps = {"row": places[0][0], "column": 1 + len(rows), "row_span": group.count}
            place["semantics"] = "rowheader"
            parts.append(_brace(group, "right", **place))
    tracks = " ".join(f"{{strip.spacing}} repeat({group.count}, auto)" for group in groups)
    gaps: BoxProps = {"component": "strip", "row_gap": "{strip.column_gap}"}
    box: BoxProps = {**gaps, "semantics": "table", **props}
    columns = f"repeat({len(rows)}, minmax(min-content, 1fr))"
    if named:
        columns += " minmax(min-content, 2fr)"  # the names beside the braces
    return Grid(*parts, columns=columns, rows=f"auto {tracks}", **box)


def _name(name: str, align: TextAlign | None = None, **place: Unpack[LeafProps]) -> Node:
    """Of a row, or of a column where the strip stands."""
    box: LeafProps = {"role": "small", **place}
    return Text(Span(name), wrap="nowrap", align=align, **box)


def _cell(value: str, tone: Tone | None, *, token: bool, **place: Unpack[BoxProps]) -> Node:
    look: BoxProps = {**place}
    if token:
        look["component"] = "token"
    if token and tone:
        look["border"] = tones.line(tone)
    return Cell(value, tone=tone, **look)


def _brace(group: StripGroup, side: SideWord, **place: Unpack[BoxProps]) -> Node:
    return Brace(label=Span(group.label), tone=group.tone, side=side, **place)


def _starts(groups: Sequence[StripGroup]) -> list[tuple[StripGroup, int]]:
    """Each group with the track of its first token: names have the first track, and a narrow one parts the groups."""
    found: list[tuple[StripGroup, int]] = []
    track = 1
    for group in groups:
        found.append((group, track + 2))
        track += 1 + group.count
    return found


def _tracks(groups: Sequence[StripGroup], values: Sequence[str]) -> list[tuple[int, Tone | None, str]]:
    """For each value the track of its token and the tone of its group."""
    places = [(start + offset, group.tone) for group, start in _starts(groups) for offset in range(group.count)]
    return [(track, tone, value) for (track, tone), value in zip(places, values, strict=True)]
