"""Where the reader is in a progression."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.components.pill import Badge
from layoutkit.diagnostics import error
from layoutkit.nodes import Node, Row, Span, Text
from layoutkit.origin import caller_origin
from layoutkit.tokens.schema import Field, ValueKind
from layoutkit.tokens.tables import TokenTable, component

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from layoutkit.nodes.props import BoxProps

__all__ = ["Stepper"]

_JUSTIFY = Field(ValueKind.WORD, words=("start", "center", "end"), default="center")
_STEPPER = TokenTable("stepper", {"justify": _JUSTIFY})
_TABLES = (_STEPPER, *map(TokenTable, ("stepper_stage", "step", "step_lit", "step_line")))


@component(*_TABLES, reads=("type.stage", "type.stage_lit"))
def Stepper(stages: Sequence[str], current: int, *, compact: bool = False, **props: Unpack[BoxProps]) -> Node:
    """Numbered stages in a line, the current one lit: ``Stepper(("Plan", "Build", "Ship"), current=2)``.

    A stage is as wide as when it is lit, so that nothing moves from one figure of a series to the next.
    Styled by the components ``step``, ``step_lit``, ``step_line``, ``stepper``, whose ``justify`` says where it stands,
    and ``stepper_stage``, whose ``gap`` is between number and name, and the roles ``stage`` and ``stage_lit``.

    Args:
        stages: their names, in order; shown without markup.
        current: the number of the stage that is lit, from 1.
        compact: whether only the stage that is lit shows its name, for pages where all have no room.
        props: what every node takes.

    Raises:
        LayoutkitError: there is no stage of that number (``bad-value``).
    """
    if not 1 <= current <= len(stages):
        message = f"current is {current}; the Stepper has stages 1 to {len(stages)}"
        raise error("bad-value", message, origin=caller_origin())
    parts: list[Node] = []
    for number, name in enumerate(stages, start=1):
        lit = number == current
        suffix = "_lit" if lit else ""
        if parts:
            parts.append(Row(component="step_line"))
        badge = Badge(number, component=f"step{suffix}")
        label = Text(Span(name), role=f"stage{suffix}", wrap="nowrap", reserve="stage_lit")
        parts.append(Row(badge, None if compact and not lit else label, component="stepper_stage", align="center"))
    box: BoxProps = {"component": "stepper", "align": "center", **props}
    return Row(*parts, **box)
