"""``arrow-through``: an arrow runs through a box that it has nothing to do with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check.naming import line_of, name
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.subject import Subject

__all__ = ["RULE"]


def find(subject: Subject) -> Iterator[Finding]:
    """The arrows that found no free way, and the straight ones that did not look for one."""
    seen = {id(box.node): box for box in subject.boxes}
    for fault in subject.placed.faults:
        crossed = [seen[id(box.node)] for box in fault.crossed]
        first = crossed[0]
        others = f" and {len(crossed) - 1} more" if len(crossed) > 1 else ""
        message = f"this Arrow runs through {name(first)}{line_of(first.node)}{others}"
        straight = fault.arrow.connector is not None and fault.arrow.connector.route == "straight"
        hint = (
            "leave out route='straight'" if straight else "leave a gap that it can pass, or let it end at another side"
        )
        yield at(
            fault.arrow.node,
            message,
            hint=hint,
            others=tuple(s.node for s in crossed),
            marks=tuple(s.rect for s in crossed),
        )


RULE = Rule(
    id="arrow-through",
    severity=Severity.ERROR,
    summary="an arrow runs through a box that it has nothing to do with",
    why=(
        "A line that passes under or over a card seems to begin or end there, and the text in it is struck through. "
        "Arrows go around what is in their way wherever a free way exists; the rule names those that found none, "
        'and those with `route="straight"`, which look for none.'
    ),
    bad="""\
@figure(title="Etapas", alt="Três cartões em coluna; uma seta liga o primeiro ao último por cima do segundo.")
def example(t: Theme) -> Node:
    first, last = Card(Text("Dados")), Card(Text("Modelo"))
    return Column(first, Card(Text("Treino")), last, Arrow(first, last, route="straight"), gap=t.space.l)
""",
    good="""\
@figure(title="Etapas", alt="Três cartões em coluna; uma seta liga o primeiro ao último ao redor do segundo.")
def example(t: Theme) -> Node:
    first, last = Card(Text("Dados")), Card(Text("Modelo"))
    return Column(first, Card(Text("Treino")), last, Arrow(first.right, last.right), gap=t.space.l)
""",
    find=find,
)
