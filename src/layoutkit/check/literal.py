"""``literal``: a colour or a length is typed in a figure instead of a token."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layoutkit.check.naming import name
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.color import Color
from layoutkit.diagnostics import Severity
from layoutkit.nodes import Arrow, Grid, Icon, Text
from layoutkit.tokens.values import Length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.subject import Subject
    from layoutkit.nodes import Node

__all__ = ["RULE"]

_COLORS = frozenset(("background", "border", "color"))
_SIDES = ("", "_x", "_y", "_top", "_right", "_bottom", "_left")
_LENGTHS = frozenset(
    (
        *("width", "height", "min_width", "min_height", "max_width", "max_height", "basis"),
        *("top", "right", "bottom", "left", "gap", "row_gap", "column_gap", "border_width", "radius"),
        *(f"padding{side}" for side in _SIDES),
        *(f"margin{side}" for side in _SIDES),
    )
)


_TYPED_COLOR = re.compile(r"#[0-9A-Fa-f]{3,8}\b|oklch\(")
_TYPED_LENGTH = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+))\s*(?:px|pt|mm|cm|in)?")
_TYPED_TRACK = re.compile(r"(?<![\w.])(\d+\.?\d*|\.\d+)(?:px|pt|mm|cm|in)?(?![\w.%])")
_REFERENCE = re.compile(r"\{[^{}]*\}(?:\s*[*/]\s*[-\d.%]+)?|repeat\(\s*\d+\s*,")
"""What has numbers in a track list that are no lengths."""


def find(subject: Subject) -> Iterator[Finding]:
    """The keywords of every node, as the author wrote them."""
    boxes = [(seen.node, name(seen), (seen.rect,)) for seen in subject.boxes]
    for node, what, marks in (*boxes, *((line.node, "this Arrow", (line.bounds,)) for line in subject.lines)):
        for word, value in _colors(node):
            if (color := _literal_color(value)) is not None:
                message = f"{word} of {what} is the colour {color}, typed in the figure"
                yield at(node, message, hint="give it a name under [color] and use that: t.color.accent", marks=marks)
        for word, value in _lengths(node):
            if (length := _literal_length(value)) is not None:
                message = f"{word} of {what} is {length}, typed in the figure"
                yield at(node, message, hint="use a token, or a multiple of one: t.space.m * 2", marks=marks)
        for word, value in _tracks(node):
            if (length := _literal_track(value)) is not None:
                message = f"{word} of {what} has a track of {length}, typed in the figure"
                yield at(node, message, hint='use a token, or a multiple of one: "{space.xxl} * 2 1fr"', marks=marks)


def _colors(node: Node) -> Iterator[tuple[str, object]]:
    yield from ((word, value) for word, value in node.props.items() if word in _COLORS)
    if isinstance(node, Arrow):
        yield "color", node.color
    elif isinstance(node, Text):
        yield from (("color", span.color) for span in node.spans)


def _lengths(node: Node) -> Iterator[tuple[str, object]]:
    yield from ((word, value) for word, value in node.props.items() if word in _LENGTHS)
    if isinstance(node, Arrow):
        yield from (("length", node.length), ("weight", node.weight))
    elif isinstance(node, Icon):
        yield from (("size", node.size), ("stroke", node.stroke))


def _tracks(node: Node) -> Iterator[tuple[str, object]]:
    if isinstance(node, Grid):
        yield from (("columns", node.columns), ("rows", node.rows))
        yield from (("auto_columns", node.auto_columns), ("auto_rows", node.auto_rows))


def _literal_color(value: object) -> str | None:
    """A colour that was typed, as a message shows it; None where tokens alone decide."""
    if isinstance(value, Color):
        return None if value.token else value.hex
    return value if isinstance(value, str) and _TYPED_COLOR.search(value) else None


def _literal_length(value: object) -> str | None:
    """A length that was typed; None for tokens, shares and 0."""
    if isinstance(value, str):
        typed = _TYPED_LENGTH.fullmatch(value.strip())
        return value.strip() if typed and float(typed[1]) else None
    if not isinstance(value, int | float) or isinstance(value, bool) or value == 0:
        return None
    return None if isinstance(value, Length) and value.token else f"{value:g} px"


def _literal_track(value: object) -> str | None:
    """The first length that was typed in a track list."""
    if isinstance(value, str):
        lengths = _TYPED_TRACK.finditer(_REFERENCE.sub(" ", value))
        return next((found[0] for found in lengths if float(found[1])), None)
    parts = value if isinstance(value, list | tuple) else ()  # a bare number counts columns
    found = (_literal_track(part) if isinstance(part, str) else _literal_length(part) for part in parts)
    return next((length for length in found if length is not None), None)


RULE = Rule(
    id="literal",
    severity=Severity.WARNING,
    summary="a colour or a length is typed in a figure instead of a token",
    why=(
        "A figure that says `#1A73E8` or `24` stays as it is when tokens.toml changes, and the series falls "
        "apart. Colours and lengths come from the tokens, or are multiples and sums of them; `t.space.m + 3` is typed "
        "again. 0, percentages and shares of free space are not lengths in this sense."
    ),
    bad="""\
@figure(title="Cartão", alt="Um cartão com uma cor escrita à mão.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Olá"), background="#E8F0FE"))
""",
    good="""\
@figure(title="Cartão", alt="Um cartão com a cor do tema.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Olá"), background=t.color.instruction_tint))
""",
    find=find,
)
