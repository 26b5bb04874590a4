"""Small boxes with one value each: tokens, vectors, matrices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.components import tone as tones
from layoutkit.diagnostics import error
from layoutkit.nodes import Grid, Node, Row, Span, Text
from layoutkit.origin import caller_origin

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from typing import Unpack

    from layoutkit.components.tone import Tone
    from layoutkit.nodes.props import BoxProps

__all__ = ["Cell", "Matrix", "Vector"]

_FAINTEST, _STRONGEST = 0.06, 0.5
"""Shares of the tone's colour behind a zero and behind the largest value: text stays readable on both."""


def Cell(text: str, *, tone: Tone | None = None, **props: Unpack[BoxProps]) -> Node:
    """One value in the component ``cell``.

    Args:
        text: shown as it is, without markup.
        tone: a meaning, as tint and ink.
        props: what every node takes.
    """
    look: BoxProps = {"component": "cell", "justify": "center", "align": "center"}
    if tone:
        look |= {"background": tones.tint(tone), "color": tones.ink(tone)}
    box: BoxProps = {**look, **props}
    return Row(Text(Span(text), wrap=False, align="center"), **box)


def Matrix(
    rows: Sequence[Sequence[float]],
    *,
    tone: Tone = "instruction",
    of: float | None = None,
    shown: Callable[[float], str] = "{:.1f}".format,
    marked: Collection[tuple[int, int]] | None = None,
    **props: Unpack[BoxProps],
) -> Node:
    """Numbers in cells, tinted by their size.

    Args:
        rows: numbers of at least 0, as many in each row.
        tone: the colour of the tint.
        of: the number with the strongest tint, so that several matrices have one scale; None takes the largest.
        shown: how a number is written.
        marked: cells that are outlined, each as its row and column from 0; with an empty collection the cells are as
            large as those of a matrix with marks.
        props: what every node takes.

    Raises:
        LayoutkitError: rows differ in length, or a number is below 0 or above ``of`` (``bad-value``).
    """
    lengths = sorted({len(row) for row in rows})
    if len(lengths) != 1 or not lengths[0]:
        message = f"the rows of a Matrix have {' and '.join(map(str, lengths)) or 'no'} values"
        raise error("bad-value", message, origin=caller_origin(), hint="give each row as many values")
    values = [value for row in rows for value in row]
    largest = max(values) if of is None else of
    wrong = next((value for value in values if not 0 <= value <= largest), None)
    if wrong is not None:
        most = "" if of is None else f" and at most {of:g}"
        message = f"this Matrix shows numbers of at least 0{most}, not {wrong:g}"
        raise error("bad-value", message, origin=caller_origin())
    cells = (
        _tinted(value, value / largest if largest else 0.0, tone, shown, _outline(divmod(index, lengths[0]), marked))
        for index, value in enumerate(values)
    )
    box: BoxProps = {"gap": "{space.xs}", "align_self": "start", **props}
    return Grid(*cells, columns=f"repeat({lengths[0]}, auto)", **box)


def Vector(
    values: Sequence[float],
    *,
    tone: Tone = "instruction",
    of: float | None = None,
    shown: Callable[[float], str] = "{:.1f}".format,
    upright: bool = False,
    **props: Unpack[BoxProps],
) -> Node:
    """A matrix of one row, or of one column where it is ``upright``; see :func:`Matrix`."""
    rows = [[value] for value in values] if upright else [values]
    return Matrix(rows, tone=tone, of=of, shown=shown, **props)


def _tinted(value: float, share: float, tone: Tone, shown: Callable[[float], str], outline: float | None) -> Node:
    """A cell of a matrix; ``outline`` is the strength of its line, from 0 to 1, where the matrix has any."""
    percent = 100 * (_FAINTEST + (_STRONGEST - _FAINTEST) * share)
    look: BoxProps = {"background": f"{tones.solid(tone)} / {percent:.1f}%", "color": "{color.ink}"}
    if outline is not None:
        look |= {"border": f"{tones.solid(tone)} / {100 * outline:g}%", "border_width": "{stroke.medium}"}
    return Cell(shown(value), **look)


def _outline(cell: tuple[int, int], marked: Collection[tuple[int, int]] | None) -> float | None:
    """All cells of a matrix with marks have a line, so that they are equally large; only those marked show it."""
    return None if marked is None else float(cell in marked)
