"""``arrow-dangling``: an arrow starts or ends where nothing can be seen."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from layoutkit.check.naming import line_of, name, px
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.diagnostics import Severity
from layoutkit.geometry import Rect
from layoutkit.style.content import WordsContent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.context import CheckContext, VisibleBox
    from layoutkit.geometry import Point
    from layoutkit.style.element import Element

__all__ = ["RULE"]

_REACH = 2.0
"""How far from an end something has to be seen, in lengths of a head."""


def find(subject: CheckContext) -> Iterator[Finding]:
    """Both ends of each line, by the distance to what is nearest of the box that they belong to."""
    for line in subject.lines:
        reach = _REACH * line.route.connector.head_length
        for word, end, tip in zip(
            ("starts", "ends"), line.ends, (line.route.points[0], line.route.points[-1]), strict=True
        ):
            if isinstance(end.box.content, WordsContent):
                continue  # their text shows them
            inside = [seen for seen in subject.within(end) if seen.paints]
            if any(_distance(tip, seen.ink) <= reach for seen in inside):
                continue
            distance = min((_distance(tip, seen.ink) for seen in inside), default=None)
            where = f"{name(end)}{line_of(end.node, line.node)}"
            message = (
                f"this Arrow {word} at {where}, which paints nothing"
                if distance is None
                else f"this Arrow {word} {px(distance)} from the visible part of {where}; {px(reach)} is the maximum"
            )
            hint = f"{word[:-1]} it at {_better(end, inside, line.node)}" if inside else "end it at a visible box"
            yield at(line.node, message, hint=hint, others=(end.node,), marks=(_around(tip, reach),))


def _better(end: VisibleBox, inside: list[VisibleBox], beside: Element) -> str:
    largest = max(inside, key=lambda seen: seen.ink.width * seen.ink.height)
    if largest is end:
        return 'another side of it, or give it align_self="center"'
    return name(largest) + line_of(largest.node, beside)


def _distance(tip: Point, ink: Rect) -> float:
    return hypot(max(ink.x - tip.x, tip.x - ink.right, 0.0), max(ink.y - tip.y, tip.y - ink.bottom, 0.0))


def _around(tip: Point, reach: float) -> Rect:
    return Rect(tip.x, tip.y, 0.0, 0.0).grown(reach / 2)


RULE = Rule(
    id="arrow-dangling",
    severity=Severity.ERROR,
    summary="an arrow starts or ends where nothing is visible",
    why=(
        "A Row, a Column or a wide Text has invisible edges. An arrow that ends there points into the empty page, and "
        "readers have to guess what it means. The rule measures from each tip to the nearest visible part of the box "
        "that the arrow connects."
    ),
    bad="""\
@figure(title="Etapas", alt="Uma seta que termina longe do texto.")
def example(t: Theme) -> Node:
    data = Card(Heading("Dados"))
    model = Column(Text("Modelo", align="center"), basis=0, grow=1)
    return Row(data, model, Arrow(data.right, model.left), gap=t.space.xxl, align="center")
""",
    good="""\
@figure(title="Etapas", alt="Uma seta que termina no cartão.")
def example(t: Theme) -> Node:
    data = Card(Heading("Dados"))
    model = Card(Text("Modelo", align="center"), basis=0, grow=1)
    return Row(data, model, Arrow(data.right, model.left), gap=t.space.xxl)
""",
    find=find,
    of_boxes=True,
)
