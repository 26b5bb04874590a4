"""Where the reader is in a progression."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal, get_args

from layoutkit.components.pill import Badge
from layoutkit.diagnostics import error
from layoutkit.nodes import Arrow, Chip, Column, Icon, Node, Row, Span, Text
from layoutkit.nodes.node import check_word
from layoutkit.origin import caller_origin
from layoutkit.tokens.schema import Field, ValueKind
from layoutkit.tokens.tables import TokenTable, component

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Unpack

    from layoutkit.nodes.props import BoxProps

__all__ = ["Stepper"]

_JUSTIFY = Field(ValueKind.WORD, words=("start", "center", "end"), default="center")
_STEPPER = TokenTable("stepper", {"justify": _JUSTIFY})
_TABLES = (_STEPPER, *map(TokenTable, ("stepper_stage", "step", "step_lit", "step_done", "step_line")))
_Names = Literal["beside", "below"]


@component(*_TABLES, reads=("type.stage", "type.stage_lit"), uses=("Icon", "Arrow"))
def Stepper(
    stages: Sequence[str],
    current: int | tuple[int, int],
    *,
    names: _Names = "beside",
    compact: bool = False,
    links: Mapping[int, str] | None = None,
    **props: Unpack[BoxProps],
) -> Node:
    """Stages in a line, done, current or to come: ``Stepper(("Plan", "Build", "Ship"), current=2)``.

    A stage that is done has a check mark, the current one its number on a ground, those to come theirs in an outline.
    With the names below, all stages are as far apart, whichever is lit; beside, a stage is as wide as when it is lit.
    So nothing moves from one figure of a series to the next.
    Styled by the components ``step``, ``step_lit``, ``step_done``, ``step_line``, ``stepper``, whose ``justify`` says
    where it stands, and ``stepper_stage``, whose ``gap`` is between number and name, and the roles ``stage`` and
    ``stage_lit``.

    Args:
        stages: their names, in order; shown without markup.
        current: the number of the stage that is lit, from 1, or the first and the last of several.
        names: where they stand; ``below`` fills the width, and long names break into lines.
        compact: whether only a stage that is lit shows its name, for pages where all have no room.
        links: what the line after a stage says, by the number of that stage.
        props: what every node takes.

    Raises:
        LayoutkitError: there is no stage of that number, or ``names`` is another word (``bad-value``).
    """
    check_word("names", names, get_args(_Names))
    first, last = current if isinstance(current, tuple) else (current, current)
    if not 1 <= first <= last <= len(stages):
        message = f"current is {current}; the Stepper has stages 1 to {len(stages)}"
        raise error("bad-value", message, origin=caller_origin())
    said = links or {}
    wrong = next((number for number in said if not 1 <= number < len(stages)), None)
    if wrong is not None:
        message = f"links has a line after stage {wrong!r:.60}; the Stepper has lines after 1 to {len(stages) - 1}"
        raise error("bad-value", message, origin=caller_origin())
    marks: list[Node] = []
    labels: list[Node | None] = []
    for number, name in enumerate(stages, start=1):
        lit = first <= number <= last
        marks.append(_mark(number, "_lit" if lit else "_done" if number < first else ""))
        labels.append(None if compact and not lit else _label(name, "stage_lit" if lit else "stage", names))
    beside: BoxProps = {"component": "stepper", "align": "center", **props}
    below: BoxProps = {"component": "stepper", "gap": 0, **props}
    return (
        Row(*_below(marks, labels, said), **below) if names == "below" else Row(*_beside(marks, labels, said), **beside)
    )


def _mark(number: int, state: str) -> Node:
    """The circle of a stage."""
    if state != "_done":
        return Badge(number, component=f"step{state}")
    return Chip(Icon("check", size="{step_done.width} * 0.6"), component="step_done", align="center", justify="center")


def _label(name: str, role: str, names: _Names) -> Node:
    """The name of a stage."""
    if names == "below":
        return Text(Span(name), role=role, align="center", wrap="balance")
    return Text(Span(name), role=role, wrap="nowrap", reserve="stage_lit")


def _beside(marks: Sequence[Node], labels: Sequence[Node | None], said: Mapping[int, str]) -> list[Node]:
    """Stages and the lines between them, one after another."""
    parts: list[Node] = []
    for number, (mark, label) in enumerate(zip(marks, labels, strict=True), start=1):
        parts.append(Row(mark, label, component="stepper_stage", align="center"))
        if number < len(marks):
            parts.append(Row(component="step_line"))
        if number in said:
            parts += [Text(Span(said[number]), role="stage", wrap="nowrap"), Row(component="step_line")]
    return parts


def _below(marks: Sequence[Node], labels: Sequence[Node | None], said: Mapping[int, str]) -> list[Node]:
    """Stages in columns of one width, so that their circles are as far apart, and lines from circle to circle."""
    stages = (
        Column(mark, label, component="stepper_stage", align="center", grow=1, basis=0)
        for mark, label in zip(marks, labels, strict=True)
    )
    lines = (
        Arrow(
            one.right,
            other.left,
            head="none",
            route="straight",
            label=said.get(number),
            role="stage",
            color="{step_line.background}",
            stroke_width="{step_line.height}",
        )
        for number, (one, other) in enumerate(pairwise(marks), start=1)
    )
    return [*stages, *lines]
