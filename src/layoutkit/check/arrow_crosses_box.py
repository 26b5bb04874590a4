"""``arrow-crosses-box``: the line of an arrow runs through a box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check.crossing import crossings
from layoutkit.check.naming import line_of, name, px
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.diagnostics import Severity
from layoutkit.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.context import CheckContext, VisibleBox
    from layoutkit.check.crossing import Crossing

__all__ = ["RULE"]

_ALLOW = 'allow={"arrow-crosses-box": "the reason"}'


def find(subject: CheckContext) -> Iterator[Finding]:
    """Boxes that a line has inside them, one of its own ends included."""
    for crossing in crossings(subject):
        seen, line = crossing.seen, crossing.line
        if seen.block is None:
            its = "its own " if seen in line.ends else ""
            message = f"this Arrow runs {px(crossing.length)} through {its}{name(seen)}{line_of(seen.node, line.node)}"
            yield at(line.node, message, hint=_hint(crossing), others=(seen.node,), marks=(crossing.mark,))


def _hint(crossing: Crossing) -> str:
    if crossing.seen in crossing.line.ends:
        return "start and end it at the sides that face each other"
    end = _end_on(crossing)
    if end is not None:
        where = f"{name(end)}{line_of(end.node, crossing.line.node)}"
        return f"keep all of it away from {where}, or accept it: {_ALLOW}"
    if crossing.line.route.connector.route == "straight":
        return 'take out route="straight": other arrows go around'
    return "there is no free way: widen a gap, or let the arrow start or end at another side"


def _end_on(crossing: Crossing) -> VisibleBox | None:
    """The end of the arrow that lies on the box, so that no way out of it leads past the box."""
    points = crossing.line.route.points
    tips = zip(crossing.line.ends, (points[0], points[-1]), strict=True)
    return next((end for end, tip in tips if crossing.seen.ink.contains(Rect(tip.x, tip.y, 0.0, 0.0))), None)


RULE = Rule(
    id="arrow-crosses-box",
    severity=Severity.ERROR,
    summary="the line of an arrow crosses a box",
    why=(
        "An arrow over a card seems to start or end there, and makes its text hard to read. Arrows avoid boxes where "
        'they can; this happens with `route="straight"`, and in figures that leave no gap. The rule follows the path '
        "through all visible boxes, except those around its two ends and those behind both ends."
    ),
    bad="""\
@figure(title="Etapas", alt="Três cartões em fila; uma seta passa por cima do segundo.")
def example(t: Theme) -> Node:
    first, second, third = (Card(Heading(name)) for name in ("Dados", "Treino", "Modelo"))
    return Row(first, second, third, Arrow(first.right, third.left, route="straight"), gap=t.space.xxl)
""",
    good="""\
@figure(title="Etapas", alt="Três cartões em fila; uma seta contorna o segundo.")
def example(t: Theme) -> Node:
    first, second, third = (Card(Heading(name)) for name in ("Dados", "Treino", "Modelo"))
    row = Row(first, second, third, gap=t.space.xxl, padding_bottom=t.space.xl)
    return Column(row, Arrow(first.bottom, third.bottom))
""",
    find=find,
    of_boxes=True,
)
