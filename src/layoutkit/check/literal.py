"""``literal``: a colour or a length is typed in a figure instead of a token."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from layoutkit.check.authored import literals, said, script_of
from layoutkit.check.naming import name
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.color import Color
from layoutkit.diagnostics import Severity
from layoutkit.keywords import CORNERS, SIDES
from layoutkit.tokens.expression import NUMBER
from layoutkit.tokens.values import Length

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from layoutkit.check.authored import Script
    from layoutkit.check.context import CheckContext
    from layoutkit.style.element import Element

__all__ = ["RULE"]

_RULES = ("column_rule", "row_rule")
_COLORS = frozenset(("background", "border", "color", "fill", "stroke", *_RULES, *(f"border_{side}" for side in SIDES)))
_SIDES = ("", "_x", "_y", "_top", "_right", "_bottom", "_left")
_LENGTHS = frozenset(
    (
        *("width", "height", "min_width", "min_height", "max_width", "max_height", "basis"),
        *("top", "right", "bottom", "left", "gap", "row_gap", "column_gap", "border_width", "radius"),
        *("length", "size", "stroke_width"),
        *(f"border_{side}_width" for side in SIDES),
        *(f"{word}_width" for word in _RULES),
        *(f"radius_{corner}" for corner in CORNERS),
        *(f"padding{side}" for side in _SIDES),
        *(f"margin{side}" for side in _SIDES),
    )
)
_TRACKS = ("columns", "rows", "auto_columns", "auto_rows")
_TYPED_COLOR = re.compile(r"#[0-9A-Fa-f]{3,8}\b|oklch\(")
_TYPED_LENGTH = re.compile(rf"({NUMBER})\s*+(?:px|pt|mm|cm|in)?")
_TYPED_TRACK = re.compile(r"(?<![\w.])(\d++(?:\.\d*+)?|\.\d++)(?:px|pt|mm|cm|in)?(?![\w.%])")
_REFERENCE = re.compile(r"\{[^{}]*\}(?:\s*[*/]\s*[-\d.%]+)?|repeat\(\s*\d+\s*,")
"""What has numbers in a track list that are no lengths."""
_END = ", typed in the figure"
_TOLD = 3
"""How much of what is typed in one line a message names."""
_COLOR_HINT = "give it a name under [color], such as accent, and use that: t.color.accent"
_LENGTH_HINT = "use a token, or a multiple of one: t.space.m * 2"
_TRACK_HINT = 'a track of tokens is written "{space.xxl} * 2 1fr"'


def find(subject: CheckContext) -> Iterator[Finding]:
    """The keywords of every node whose value is a literal in the author's call."""
    boxes = [(seen.node, name(seen), (seen.rect,)) for seen in subject.boxes]
    for node, what, marks in (*boxes, *((line.node, "this Arrow", (line.bounds,)) for line in subject.lines)):
        for typed, hint in _typed(node, what):
            yield at(node, f"{typed}{_END}", hint=hint, marks=marks)


def merged(findings: Sequence[Finding]) -> Finding:
    """What is typed in one line of a script, as one finding: a loop makes many nodes of one call."""
    parts: dict[tuple[object, str], str] = {}
    for finding in findings:
        message = finding.message.removesuffix(_END)
        parts.setdefault((finding.origin[:1], message.partition(" of ")[0]), message)
    *before, last = list(parts.values())[:_TOLD] + ([f"{len(parts) - _TOLD} more"] if len(parts) > _TOLD else [])
    message = (f"{', '.join(before)} and {last}" if before else last) + _END
    hints = "; ".join(dict.fromkeys(finding.hint for finding in findings))
    nodes, marks = (tuple(chain.from_iterable(of)) for of in zip(*((f.nodes, f.marks) for f in findings), strict=True))
    return replace(findings[0], message=message, hint=hints, nodes=nodes, marks=marks)


def _typed(node: Element, what: str) -> Iterator[tuple[str, str]]:
    """Each keyword of a node that is typed, as a message begins, with a hint."""
    script = script_of(node.origin)
    call = None if script is None else script.call(node.origin)
    if script is None or call is None:
        return
    for word, value in _colors(node):
        if (color := _literal_color(value)) is not None and value in literals(said(call, word)):
            yield f"{word} of {what} is the colour {color}", _COLOR_HINT
    for value in _span_colors(node):
        if (color := _literal_color(value)) is not None and value in _colors_of_spans(script):
            yield f"color of {what} is the colour {color}", _COLOR_HINT
    for word, value in _lengths(node):
        if (length := _literal_length(value)) is not None and value in literals(said(call, word)):
            yield f"{word} of {what} is {length}", _LENGTH_HINT
    for word, tracks in _tracks(node):
        typed = list(literals(said(call, word)))
        if (length := _literal_track(track for track in tracks if track in typed)) is not None:
            yield f"{word} of {what} has a track of {length}", _TRACK_HINT


@lru_cache(maxsize=32)
def _colors_of_spans(script: Script) -> frozenset[object]:
    """What the spans of a script are given for their colour, read once for all nodes."""
    return frozenset(color for span in script.named("Span") for color in literals(said(span, "color")))


def _colors(node: Element) -> Iterator[tuple[str, object]]:
    yield from ((word, value) for word, value in node.keywords.items() if word in _COLORS)


def _span_colors(node: Element) -> Iterator[object]:
    colors = node.keywords.get("span_colors", ())
    assert isinstance(colors, tuple)  # noqa: S101 - texts give them so
    yield from colors


def _lengths(node: Element) -> Iterator[tuple[str, object]]:
    yield from ((word, value) for word, value in node.keywords.items() if word in _LENGTHS)


def _tracks(node: Element) -> Iterator[tuple[str, Sequence[object]]]:
    """Track lists; a number counts tracks."""
    for word in _TRACKS:
        tracks = node.keywords.get(word)
        if isinstance(tracks, str):
            yield word, (tracks,)
        elif isinstance(tracks, Sequence):
            yield word, tracks


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


def _literal_track(tracks: Iterable[object]) -> str | None:
    """The first length that was typed in a track list."""
    found = (_track_length(part) if isinstance(part, str) else _literal_length(part) for part in tracks)
    return next((length for length in found if length is not None), None)


def _track_length(value: str) -> str | None:
    lengths = _TYPED_TRACK.finditer(_REFERENCE.sub(" ", value))
    return next((found[0] for found in lengths if float(found[1])), None)


RULE = Rule(
    id="literal",
    severity=Severity.WARNING,
    summary="a colour or a length is a literal instead of a token",
    why=(
        "A figure with `#1A73E8` or `24` keeps its look when tokens.toml changes, and the series falls apart. Write "
        "colours and lengths as tokens, or as sums and multiples of tokens. The rule reads the call that made each "
        "node: it reports literals and products of literals, such as `24 * 2`. Anything computed from other values, "
        "such as `200 * share`, counts as data. 0, percentages and shares of free space are not lengths in this sense. "
        "All literals of one line are one finding."
    ),
    bad="""\
@figure(title="Cartão", alt="Um cartão com uma cor escrita à mão.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Olá"), background="#E8F0FE"))
""",
    good="""\
@figure(title="Cartão", alt="Um cartão com a cor do tema.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Olá"), background=t.color.accent_tint))
""",
    find=find,
    of_boxes=True,
    merge=merged,
)
