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
_TABLES = (_STEPPER, *map(TokenTable, ("stepper_stage", "stepper_group", "step", "step_lit", "step_done", "step_line")))
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
    where it stands, ``stepper_stage``, whose ``gap`` is between number and name, and ``stepper_group`` around linked
    stages, and the roles ``stage`` and ``stage_lit``.

    Args:
        stages: their names, in order; shown without markup.
        current: the number of the stage that is lit, from 1, or the first and the last of several.
        names: where they stand; ``below`` fills the width, and long names break into lines.
        compact: whether only a stage that is lit shows its name, for pages where all have no room.
        links: what stands after a stage in place of the line, by the number of that stage: it and the next are no
            steps one after the other, but a group.
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
        message = f"links has a link after stage {wrong!r:.60}; the Stepper can have links after 1 to {len(stages) - 1}"
        raise error("bad-value", message, origin=caller_origin())
    marks: list[Node] = []
    labels: list[Node | None] = []
    for number, name in enumerate(stages, start=1):
        lit = first <= number <= last
        marks.append(_mark(number, "_lit" if lit else "_done" if number < first else ""))
        labels.append(None if compact and not lit else _label(name, "stage_lit" if lit else "stage", names))
    runs = _runs(len(stages), said)
    beside: BoxProps = {"component": "stepper", "semantics": "list", "align": "center", **props}
    below: BoxProps = {"component": "stepper", "semantics": "list", "gap": 0, **props}
    return (
        Row(*_below(marks, labels, said, runs), **below)
        if names == "below"
        else Row(*_beside(marks, labels, said, runs), **beside)
    )


def _runs(count: int, said: Mapping[int, str]) -> list[range]:
    """The numbers of stages that belong together; a stage without a link is a run of its own."""
    starts = [number for number in range(1, count + 1) if number - 1 not in said]
    return [range(*ends) for ends in pairwise((*starts, count + 1))]


def _mark(number: int, state: str) -> Node:
    """The circle of a stage."""
    if state != "_done":
        return Badge(number, component=f"step{state}", semantics="marker")
    sign = Icon("check", size="{step_done.width} * 0.6", stroke_width="{icon.stroke_width} * 0.6")
    return Chip(sign, component="step_done", semantics="marker", align="center", justify="center")


def _label(name: str, role: str, names: _Names) -> Node:
    """The name of a stage."""
    if names == "below":
        return Text(Span(name), role=role, align="center", wrap="balance")
    return Text(Span(name), role=role, wrap="nowrap", reserve="stage_lit")


def _link(words: str) -> Node:
    """What joins two stages."""
    return Text(Span(words), role="stage", wrap="nowrap", semantics="listitem")


def _beside(
    marks: Sequence[Node], labels: Sequence[Node | None], said: Mapping[int, str], runs: Sequence[range]
) -> list[Node]:
    """Stages and the lines between them, one after another."""
    parts: list[Node] = []
    for run in runs:
        stages: list[Node] = []
        for number in run:
            mark, label = marks[number - 1], labels[number - 1]
            # The name at the end of a group keeps clear of its round corners; a circle fits into those at the start.
            box: BoxProps = {"component": "stepper_stage", "semantics": "listitem", "align": "center"}
            if run[0] < number == run[-1]:
                box["padding_right"] = "{stepper_group.gap}"
            stages.append(Row(mark, label, **box))
            if number in said:
                stages.append(_link(said[number]))
        parts += [Row(*stages, component="stepper_group", semantics="none", align="center")] if len(run) > 1 else stages
        if run is not runs[-1]:
            parts.append(Row(component="step_line", semantics="none"))
    return parts


def _below(
    marks: Sequence[Node], labels: Sequence[Node | None], said: Mapping[int, str], runs: Sequence[range]
) -> list[Node]:
    """Stages in columns of one width, so that their circles are as far apart, and lines from circle to circle."""
    stages = [
        Column(mark, label, component="stepper_stage", semantics="listitem", align="center", grow=1, basis=0)
        for mark, label in zip(marks, labels, strict=True)
    ]
    groups = (
        Row(
            *(stages[number - 1] for number in run),
            *(Row(_link(said[number]), **_between(number - run.start, len(run))) for number in run[:-1]),
            semantics="none",
            grow=len(run),
            basis=0,
        )
        for run in runs
    )
    lines = (
        Arrow(
            marks[one[-1] - 1].right,
            marks[other[0] - 1].left,
            head="none",
            route="straight",
            color="{step_line.background}",
            stroke_width="{step_line.height}",
        )
        for one, other in pairwise(runs)
    )
    return [*groups, *lines]


def _between(place: int, count: int) -> BoxProps:
    """Where a link stands among stages of one width: as high as a circle, from the middle of one to the next."""
    return {
        "semantics": "none",
        "position": "absolute",
        "top": 0,
        "height": "{step.height}",
        "left": f"{(place + 0.5) / count:%}",
        "right": f"{1 - (place + 1.5) / count:%}",
        "align": "center",
        "justify": "center",
    }
