"""``arrow-too-short``: the arrow is too short: little more than its head is visible."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from layoutkit.check.naming import name, px
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.context import CheckContext, VisibleArrow, VisibleBox
    from layoutkit.geometry import Point, Rect

__all__ = ["RULE"]

_SHAFT = 0.5
"""Least length of the line that is seen besides the heads, in lengths of a head."""
_NOISE = 0.01
"""px."""
_GAP_HINT = "give its boxes a larger gap"


def find(subject: CheckContext) -> Iterator[Finding]:
    """Each path as a whole, what a label leaves of it, and the straight stretch under each head."""
    for line in subject.lines:
        message, hint = _whole(line), _GAP_HINT
        if not message and line.label is not None:
            message, hint = _beside_label(line, line.label), _label_hint(line)
        if not message:
            message, hint = _stretch(line), _GAP_HINT
        if message:
            yield at(line.node, message, hint=hint, marks=(line.bounds,))


def _whole(line: VisibleArrow) -> str:
    connector = line.route.connector
    needed = (len(_headed(line)) + _SHAFT) * connector.head_length
    if line.length >= needed - _NOISE:
        return ""
    return f"this Arrow is {px(line.length)} long; {px(needed)} is the minimum"


def _headed(line: VisibleArrow) -> list[tuple[str, Point, Point]]:
    """The stretches that have a head: which, the point before the tip, the tip."""
    points, connector = line.route.points, line.route.connector
    ends = []
    if connector.tail != "none":
        ends.append(("first", points[1], points[0]))
    if connector.head != "none":
        ends.append(("last", points[-2], points[-1]))
    return ends


def _label_hint(line: VisibleArrow) -> str:
    """A label beside an upright line takes room by its lines, not by its words."""
    several = line.label is not None and line.label.block is not None and len(line.label.block.lines) > 1
    if _along_x(line):
        return "shorten the label, or widen the gap"
    return "give the label fewer lines, or widen the gap" if several else "widen the gap"


def _beside_label(line: VisibleArrow, label: VisibleBox) -> str:
    """A label takes its room out of the path."""
    connector, ground = line.route.connector, label.rect.grown(line.route.connector.clearance)
    head = connector.head_length
    covered = ground.width if _along_x(line) else ground.height
    tips_seen = all(_distance(tip, ground) >= head - _NOISE for _, _, tip in _headed(line))
    if tips_seen and line.length - covered >= 2 * head - _NOISE:
        return ""
    return (
        f"{name(label)} takes {px(covered)} of the {px(line.length)} of this Arrow; "
        f"{px(covered + 2 * head)} would leave it visible on both sides"
    )


def _distance(point: Point, rect: Rect) -> float:
    return hypot(_gap(rect.x, point.x, rect.right), _gap(rect.y, point.y, rect.bottom))


def _along_x(line: VisibleArrow) -> bool:
    """Whether the path is level where the label is, by the segment that is nearest."""
    at_, pairs = line.route.label, pairwise(line.route.points)
    p, q = min(pairs, key=lambda pair: hypot(_gap(pair[0].x, at_.x, pair[1].x), _gap(pair[0].y, at_.y, pair[1].y)))
    return abs(q.x - p.x) >= abs(q.y - p.y)


def _gap(one: float, at_: float, other: float) -> float:
    """How far a number is from lying between two others."""
    low, high = sorted((one, other))
    return max(low - at_, at_ - high, 0.0)


def _stretch(line: VisibleArrow) -> str:
    """A head on a stretch shorter than itself has no room before the bend."""
    head = line.route.connector.head_length
    for which, p, q in _headed(line) if len(line.route.points) > 2 else []:  # noqa: PLR2004 - a bend
        length = hypot(q.x - p.x, q.y - p.y)
        if length < head - _NOISE:
            return f"the {which} stretch of this Arrow is {px(length)} long; its head needs {px(head)}"
    return ""


RULE = Rule(
    id="arrow-too-short",
    severity=Severity.ERROR,
    summary="the arrow is too short: little more than its head is visible",
    why=(
        "Readers need the line of an arrow to see where it comes from and where it goes. Between boxes that nearly "
        "touch only the head is visible, and beside a long label not even that. The rule measures the whole path, the "
        "part that the label leaves free on each side, and the straight part behind each head."
    ),
    bad="""\
@figure(title="Etapas", alt="Dois cartões quase juntos, com uma seta que mal se vê.")
def example(t: Theme) -> Node:
    first, second = Card(Heading("Dados")), Card(Heading("Modelo"))
    return Row(first, second, Arrow(first.right, second.left), gap=t.space.s)
""",
    good="""\
@figure(title="Etapas", alt="Dois cartões com uma seta entre eles.")
def example(t: Theme) -> Node:
    first, second = Card(Heading("Dados")), Card(Heading("Modelo"))
    return Row(first, second, Arrow(first.right, second.left), gap=t.space.xl)
""",
    find=find,
    of_boxes=True,
)
