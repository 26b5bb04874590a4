"""Code as it stands in a file: in a monospace, on a surface of its own, with the pieces of its language coloured."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from layoutkit.components.highlight import PLAIN, check_language, lex
from layoutkit.diagnostics import error
from layoutkit.nodes import Grid, Node, Span, Text
from layoutkit.nodes.node import check_word
from layoutkit.origin import caller_origin
from layoutkit.text.characters import describe, first_control
from layoutkit.tokens.tables import TokenTable, color_key, component

if TYPE_CHECKING:
    from typing import Unpack

    from layoutkit.nodes.props import BoxProps, LeafProps

__all__ = ["Code"]

_COLORS = dict.fromkeys(
    ("comment", "keyword", "name", "number", "string", "line_number", "highlight"), color_key(required=True)
)
_COMPONENTS = {"dark": "code", "light": "code_light"}


@component(*(TokenTable(name, _COLORS, traits=frozenset(("labels",))) for name in _COMPONENTS.values()))
def Code(
    text: str,
    *,
    language: str = PLAIN,
    kind: Literal["dark", "light"] = "dark",
    line_numbers: bool = False,
    highlight: Iterable[int] = (),
    tab_width: int = 4,
    **props: Unpack[BoxProps],
) -> Node:
    """Lines of code in a box: ``Code("loss = 0.5  # um número", language="python")``.

    The component is ``code`` or ``code_light``.

    Spaces, indentation and blank lines are kept; a line feed at the end begins no further line. Lines are not broken:
    one that is too long sticks out, and the check ``overflow`` points at it.

    Args:
        text: the code; nothing in it is markup.
        language: whose strings, names and comments are coloured, by any name that Pygments has for it, such as
            ``json``, ``python`` or ``yaml``; ``text`` is plain.
        kind: light letters on a dark surface, or dark ones on a light surface.
        line_numbers: whether each line has its number on its left.
        highlight: the numbers of lines with a bar behind them, counted from 1.
        tab_width: a tab reaches to the next multiple of so many characters.
        props: what every node takes.

    Raises:
        LayoutkitError: the text is not a string (``not-text``), it is empty, another keyword is not what it may be
            (``bad-value``), or it holds a control character or a lone surrogate (``control-character``).
    """
    check_language(language)
    check_word("kind", kind, tuple(_COMPONENTS))
    lines = _lines(text, tab_width)
    bars = _line_numbers(highlight, len(lines))
    component = _COMPONENTS[kind]
    edge = f"{{{component}.padding_x}}"
    half = f"{{{component}.gap}} * 0.5"  # on either side of where the two parts of a bar meet
    children: list[Node] = []
    for number, spans in enumerate(_coloured(lines, language, component), start=1):
        bar = f"{{{component}.highlight}}" if number in bars else None
        if line_numbers:
            label = Span(str(number), color=f"{{{component}.line_number}}")
            place: LeafProps = {"semantics": "marker", "padding_left": edge, "padding_right": half, "background": bar}
            children.append(Text(label, align="end", wrap="nowrap", **place))
        left = half if line_numbers else edge
        children.append(Text(*spans, wrap="nowrap", padding_left=left, padding_right=edge, background=bar))
    fixed: BoxProps = {"gap": 0, "padding_x": 0, "align_content": "start"}
    box: BoxProps = {"component": component, "semantics": "code", **fixed, **props}
    return Grid(*children, columns="auto 1fr" if line_numbers else "1fr", **box)


def _lines(text: str, tab_width: int) -> list[str]:
    """The lines of the code, tabs made spaces."""
    if not isinstance(text, str):
        message = f"Code takes a string, not {text!r:.60}"
        raise error("not-text", message, origin=caller_origin(), hint="join a list of lines with '\\n'.join(lines)")
    if isinstance(tab_width, bool) or not isinstance(tab_width, int) or tab_width < 1:
        message = f"tab_width is {tab_width!r:.60}; expected a whole number of at least 1"
        raise error("bad-value", message, origin=caller_origin())
    if not text.strip():
        hint = "leave the Code out, or give it a line of text"
        raise error("bad-value", "the code is empty", origin=caller_origin(), hint=hint)
    lines = text.removesuffix("\n").split("\n")
    for number, line in enumerate(lines, start=1):
        control = first_control(line.replace("\t", " "))
        if control is not None:
            message = f"the code holds {describe(control)} at line {number}, column {line.index(control) + 1}"
            hint = "read the file with universal newlines" if control == "\r" else "remove it, or show its escape"
            raise error("control-character", message, origin=caller_origin(), hint=hint)
    return [line.expandtabs(tab_width) for line in lines]


def _line_numbers(numbers: Iterable[int], last: int) -> set[int]:
    if not isinstance(numbers, Iterable):
        message = f"highlight is {numbers!r:.60}; expected the numbers of lines"
        raise error("bad-value", message, origin=caller_origin(), hint="one line is written (3,)")
    found = list(numbers)
    for number in found:
        if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= last:
            message = f"highlight names line {number!r:.60}; the code has the lines 1 to {last}"
            raise error("bad-value", message, origin=caller_origin())
    return set(found)


def _coloured(lines: list[str], language: str, component: str) -> list[list[Span]]:
    """The spans of each line; a piece that goes over several lines is cut at their ends."""
    coloured: list[list[Span]] = [[]]
    for piece in lex("\n".join(lines), language):
        color = None if piece.kind is None else f"{{{component}.{piece.kind}}}"
        for index, part in enumerate(piece.text.split("\n")):
            if index:
                coloured.append([])
            if part:
                coloured[-1].append(Span(part, color=color))
    return coloured
