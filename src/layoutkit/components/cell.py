"""Small boxes with one value each: tokens, vectors, matrices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.components import tone as tones
from layoutkit.diagnostics import error
from layoutkit.nodes import Column, Grid, Icon, Node, Numeral, Row, Span, Text
from layoutkit.numbers import is_finite_number
from layoutkit.origin import caller_origin
from layoutkit.tokens.tables import TONE, TokenTable, color_key, component, length_key
from layoutkit.tokens.tones import OfTone

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from typing import Unpack

    from layoutkit.components.tone import Tone
    from layoutkit.nodes.props import BoxProps

__all__ = ["Cell", "Matrix", "Vector", "cell_tint"]

_CELL = TokenTable("cell", traits=frozenset(("data", "labels")))
_MATRIX = TokenTable(
    "matrix",
    {"color": color_key(required=True), "border_width": length_key(default=1), "gap": length_key(default=0)},
    box=False,
)
_TINTS = tuple(
    TokenTable(
        f"matrix_{name}", {"background": color_key(required=True), "border": color_key(required=True)}, box=False
    )
    for name in ("above", "below", TONE)
)
_TINT = 24
"""Percent of its colour in the tint of the largest number, for a tone without a table of its own."""
_OF_ZERO = 0.15
"""How much of the largest number's tint a zero has, so that its cell is seen."""


_ARROW, _ARROW_LINE = "{space.m} * 0.75", "{icon.stroke_width} * 0.5"
"""The size of the arrow from a number that was to the one that is."""


@component(_CELL, reads=tones.READS)
def Cell(text: str | Numeral, *, tone: Tone | None = None, **props: Unpack[BoxProps]) -> Node:
    """One value in the component ``cell``: ``Cell("−100")``.

    Args:
        text: shown as it is, without markup; a ``Numeral`` with the signs of the figure's language.
        tone: a meaning, as tint and ink.
        props: what every node takes.
    """
    look: BoxProps = {"component": "cell", "justify": "center", "align": "center"}
    if tone:
        look |= {"background": tones.tint(tone), "color": tones.ink(tone)}
    box: BoxProps = {**look, **props}
    return Row(Text(Span(text), wrap="nowrap", align="center"), **box)


@component(_MATRIX, *_TINTS, reads=(*tones.READS, f"color.{TONE}_fill"), uses=("Cell", "Icon"))
def Matrix(
    rows: Sequence[Sequence[float]],
    *,
    tone: Tone | None = None,
    below: Tone | None = None,
    of: float | None = None,
    shown: Callable[[float], str] | None = None,
    marked: Collection[tuple[int, int]] | None = None,
    before: Sequence[Sequence[float]] | None = None,
    **props: Unpack[BoxProps],
) -> Node:
    """Numbers in cells, tinted by their size: ``Matrix([[0.2, -0.7], [0.9, 0.0]])``.

    Numbers below 0 have a tone of their own and a minus sign, so that colour is not needed to tell them. Styled by the
    components ``cell``, ``matrix``, ``matrix_above`` and ``matrix_below``, whose ``background`` is the tint of the
    largest number and whose ``border`` is the outline of cells that are marked; a tone may have such a table too:
    ``matrix_positive``. The key of a cell, for arrows that lead to it, is its row and column from 0: ``part(0, 1)``.

    Args:
        rows: numbers, as many in each row.
        tone: a meaning, as the tint of numbers above 0; None is that of ``matrix_above``.
        below: a meaning, as the tint of numbers below 0; None is that of ``matrix_below``.
        of: the size with the strongest tint, so that several matrices have one scale; None takes the largest.
        shown: how a number is written; the hyphen before it becomes a minus sign, or nothing before a zero. None gives
            one decimal, with the decimal sign of the figure's language.
        marked: cells that are outlined, each as its row and column from 0; with an empty collection the cells are as
            large as those of a matrix with marks.
        before: what the numbers were, in as many rows and columns: each stands above its number, with an arrow.
        props: what every node takes.

    Raises:
        LayoutkitError: rows differ in length, ``before`` has other rows, or a number is none or larger than ``of``
            (``bad-value``).
    """
    lengths = sorted({len(row) for row in rows})
    if len(lengths) != 1 or not lengths[0]:
        message = f"the rows of a Matrix have {' and '.join(map(str, lengths)) or 'no'} values"
        raise error("bad-value", message, origin=caller_origin(), hint="give each row as many values")
    if before is not None and [len(row) for row in before] != [len(row) for row in rows]:
        message = f"before has {_shape(before)}; this Matrix has {_shape(rows)}"
        raise error("bad-value", message, origin=caller_origin(), hint="give each number the one that it was")
    values = [value for row in rows for value in row]
    olds = [] if before is None else [value for row in before for value in row]
    given = (*values, *olds, *(() if of is None else (of,)))
    largest = max(map(abs, given)) if of is None else of
    wrong = next((value for value in given if not is_finite_number(value) or not abs(value) <= largest), None)
    if wrong is not None:
        most = "" if of is None else f" from {-of:g} to {of:g}"
        raise error("bad-value", f"this Matrix shows numbers{most}, not {wrong!r:.40}", origin=caller_origin())
    written = [_written(value, shown) for value in values]
    texts: list[tuple[str | Numeral, ...]] = [(text,) for text in written]
    if before is not None:
        texts = [(_written(old, shown), text) for old, text in zip(olds, written, strict=True)]
    cells = (
        _tinted(
            texts[index],
            abs(value) / largest if largest else 0.0,
            *(("below", below) if value < 0 else ("above", tone)),
            _outline(divmod(index, lengths[0]), marked),
            divmod(index, lengths[0]),
        )
        for index, value in enumerate(values)
    )
    box: BoxProps = {"semantics": "table", "gap": "{matrix.gap}", "align_self": "start", **props}
    return Grid(*cells, columns=f"repeat({lengths[0]}, 1fr)", **box)


@component(uses=("Matrix",))
def Vector(
    values: Sequence[float],
    *,
    tone: Tone | None = None,
    below: Tone | None = None,
    of: float | None = None,
    shown: Callable[[float], str] | None = None,
    upright: bool = False,
    **props: Unpack[BoxProps],
) -> Node:
    """A matrix of one row, or of one column where it is ``upright``: ``Vector([0.3, 0.8, -0.1])``.

    All else is as for :func:`Matrix`.
    """
    rows = [[value] for value in values] if upright else [values]
    return Matrix(rows, tone=tone, below=below, of=of, shown=shown, **props)


def _written(value: float, shown: Callable[[float], str] | None) -> str | Numeral:
    """A number with a minus sign; what is rounded to zero has none."""
    text = f"{value:.1f}" if shown is None else shown(value)
    if text.startswith("-") and not any(digit in text for digit in "123456789"):
        text = text[1:]
    if shown is None:
        return Numeral(text)
    return f"−{text[1:]}" if text.startswith("-") else text


def _tinted(  # noqa: PLR0917 - what tells a cell from others
    texts: Sequence[str | Numeral],
    share: float,
    side: str,
    tone: Tone | None,
    outline: float | None,
    place: tuple[int, int],
) -> Node:
    """A cell of a matrix; ``outline`` is the strength of its line, from 0 to 1, where the matrix has any.

    Of two texts the first is the number that it was.
    """
    look: BoxProps = {
        "background": cell_tint(side, tone, share),
        "color": "{matrix.color}",
        "key": place,
    }
    if outline is not None:
        look |= {
            "border": _of(side, tone, "border", 100 * outline, 100),
            "border_width": "{matrix.border_width}",
        }
    if len(texts) == 1:
        return Cell(texts[0], **look)
    old = Text(Span(texts[0]), wrap="nowrap", align="center")
    new = Text(Span(texts[1], marks=("strong",)), wrap="nowrap", align="center")
    box: BoxProps = {"component": "cell", "align": "center", "gap": 0, **look}
    return Column(old, Icon("arrow-down", size=_ARROW, stroke_width=_ARROW_LINE), new, **box)


def _shape(rows: Sequence[Sequence[float]]) -> str:
    return f"rows of {', '.join(str(len(row)) for row in rows) or 'no'} values"


def cell_tint(side: str, tone: Tone | None, share: float) -> str:
    """The colour of a cell, whose number is a share of the largest one.

    Args:
        side: ``above`` or ``below`` 0.
        tone: a meaning; None has the colours of ``matrix_above`` or ``matrix_below``.
        share: from 0 to 1.
    """
    return _of(side, tone, "background", 100 * (_OF_ZERO + (1 - _OF_ZERO) * share), _TINT)


def _of(side: str, tone: Tone | None, key: str, percent: float, most: float) -> str:
    """A share of the tint or the outline of a matrix; a tone without a table has its own colours for it.

    Where the theme derives none, that is ``most`` % of the tone's colour.
    """
    if tone is None:
        return f"{{matrix_{side}.{key}}} / {percent:.3f}%"
    plain = f"{{color.{tone}}} / {percent * most / 100:.3f}%"
    derived = f"{{color.{tone}_{'edge' if key == 'border' else 'fill'}}} / {percent:.3f}%"
    full = OfTone(derived, tone, otherwise=plain)
    return OfTone(f"{{matrix_{tone}.{key}}} / {percent:.3f}%", tone, otherwise=full)


def _outline(cell: tuple[int, int], marked: Collection[tuple[int, int]] | None) -> float | None:
    """All cells of a matrix with marks have a line, so that they are equally large; only those marked show it."""
    return None if marked is None else float(cell in marked)
