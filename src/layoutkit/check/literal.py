"""``literal``: a colour or a length is typed in a figure instead of a token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check.naming import name
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.color import Color
from layoutkit.diagnostics import Severity
from layoutkit.tokens.values import Length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.subject import Subject

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


def find(subject: Subject) -> Iterator[Finding]:
    """The keywords of every node, as the author wrote them."""
    for seen in subject.boxes:
        for word, value in seen.node.props.items():
            if word in _COLORS and _is_literal_color(value):
                shown = value if isinstance(value, str) else value.hex  # type: ignore[attr-defined]  # or it is a Color
                message = f"{word} of {name(seen)} is the colour {shown}, typed in the figure"
                yield at(seen.node, message, hint="give it a name under [color] and use that: t.color.accent")
            elif word in _LENGTHS and _is_literal_length(value):
                message = f"{word} of {name(seen)} is {value:g} px, typed in the figure"
                yield at(seen.node, message, hint="use a token, or a multiple of one: t.space.m * 2")


def _is_literal_color(value: object) -> bool:
    return (isinstance(value, str) and value.startswith("#")) or (isinstance(value, Color) and not value.token)


def _is_literal_length(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool | Length) and value != 0


RULE = Rule(
    id="literal",
    severity=Severity.WARNING,
    summary="a colour or a length is typed in a figure instead of a token",
    why=(
        "A figure that says `#1A73E8` or `24` stays as it is when tokens.toml changes, and the series falls "
        "apart. Colours and lengths come from the tokens, or are multiples of them; 0, percentages and shares "
        "of free space are not lengths in this sense."
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
