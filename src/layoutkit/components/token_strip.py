"""Tokens in a row, with what belongs to each of them in further rows below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.components import tone as tones
from layoutkit.components.annotation import Brace
from layoutkit.components.cell import Cell
from layoutkit.diagnostics import error
from layoutkit.nodes import Grid, Node, Span, Text
from layoutkit.origin import caller_origin

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Unpack

    from layoutkit.components.tone import Tone
    from layoutkit.nodes.props import BoxProps

__all__ = ["StripGroup", "TokenStrip"]


@dataclass(frozen=True, slots=True)
class StripGroup:
    """A run of neighbouring tokens with a name and a meaning."""

    label: str
    count: int
    """How many tokens it covers."""
    tone: Tone | None = None
    """None is neutral: context, or what is left out."""


def TokenStrip(rows: Mapping[str, Sequence[str]], groups: Sequence[StripGroup] = (), **props: Unpack[BoxProps]) -> Node:
    """Rows of cells in common columns: ``TokenStrip({"Token": ["O", "céu"], "Id": ["11", "27"]})``.

    The first row holds the tokens themselves, outlined; the rows below are ids, labels, masks or values.
    Styled by the components ``cell``, ``token``, ``strip`` and ``brace``.

    Args:
        rows: name of each row and its values, as many in each; values are shown without markup.
        groups: names over runs of tokens, from the left; their counts add up to the number of tokens.
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
    return _strip(rows, groups, props)


def _strip(rows: Mapping[str, Sequence[str]], groups: Sequence[StripGroup], props: BoxProps) -> Node:
    named = any(group.label for group in groups)
    first_row = 2 if named else 1
    cells: list[Node] = []
    for row, (name, values) in enumerate(rows.items(), start=first_row):
        cells.append(Text(Span(name), role="small", wrap=False, align_self="center", row=row, column=1))
        token = row == first_row
        for column, tone, value in _columns(groups, values):
            look: BoxProps = {"row": row, "column": column}
            if token:
                look["component"] = "token"
            if token and tone:
                look["border"] = tones.line(tone)
            cells.append(Cell(value, tone=tone, **look))
    if named:
        cells += _names(groups)
    # One narrow column before each group sets it apart.
    tracks = " ".join(f"{{space.xs}} repeat({group.count}, minmax(min-content, 1fr))" for group in groups)
    box: BoxProps = {"component": "strip", **props}
    return Grid(*cells, columns=f"auto {tracks}", **box)


def _columns(groups: Sequence[StripGroup], values: Sequence[str]) -> list[tuple[int, Tone | None, str]]:
    """For each value the column of the grid and the tone of its group."""
    found: list[tuple[int, Tone | None, str]] = []
    column = 1
    for group in groups:
        column += 1
        for _ in range(group.count):
            column += 1
            found.append((column, group.tone, values[len(found)]))
    return found


def _names(groups: Sequence[StripGroup]) -> list[Node]:
    """The name of each group over a brace as wide as the group."""
    names: list[Node] = []
    column = 1
    for group in groups:
        names.append(
            Brace(
                label=Span(group.label),
                tone=group.tone,
                row=1,
                column=column + 2,
                column_span=group.count,
            )
        )
        column += 1 + group.count
    return names
