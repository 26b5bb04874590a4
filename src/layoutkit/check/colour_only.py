"""``colour-only``: two things differ in nothing but colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check.naming import line_of
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.color.difference import difference
from layoutkit.color.vision import seen as seen_with
from layoutkit.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.subject import Seen, Subject
    from layoutkit.color import Color

__all__ = ["RULE"]

_GREY_APART = 25.0
"""CIEDE2000 of two greys that nobody takes for the same."""


def find(subject: Subject) -> Iterator[Finding]:
    """Boxes without a word in them, side by side or in one legend, that have the same shape and other colours."""
    groups: dict[tuple[int, float, float, object], list[Seen]] = {}
    for seen in subject.boxes:
        if not seen.paints or seen.node.children or seen.box.content is not None or seen.parent is None:
            continue
        around = seen.parent if seen.box.name != "swatch" else subject.page
        look = seen.box.look
        shape = (look.background is None, look.border is None, look.border_style)
        key = (id(around), round(seen.rect.width, 1), round(seen.rect.height, 1), shape)
        groups.setdefault(key, []).append(seen)
    for boxes in groups.values():
        first = boxes[0]
        other = next((box for box in boxes[1:] if _told_by_hue(_color(first), _color(box))), None)
        if other is not None:
            message = f"this differs from the box{line_of(first.node)} in nothing but its colour"
            hint = "let a label, an outline or a dash tell them apart as well"
            yield at(other.node, message, hint=hint, others=(first.node,), marks=(first.rect, other.rect))


def _color(seen: Seen) -> Color | None:
    look = seen.box.look
    return look.background if isinstance(look.background, type(look.border)) or look.border is None else look.border


def _told_by_hue(one: Color | None, two: Color | None) -> bool:
    """Whether two colours differ, and would be much the same grey."""
    if one is None or two is None or one == two:
        return False
    return difference(seen_with(one, "grey"), seen_with(two, "grey")) < _GREY_APART


RULE = Rule(
    id="colour-only",
    severity=Severity.WARNING,
    summary="two things differ in nothing but colour",
    why=(
        "One man in twelve does not see red and green as others do, and a grey print shows neither. What "
        "colour tells has to be told by something else as well: a label, an outline, a dash, a place. The "
        "rule looks at boxes of the same shape without a word in them: the swatches of a legend, the squares "
        "of a series."
    ),
    bad="""\
@figure(title="Legenda", alt="Uma legenda com duas cores.")
def example(t: Theme) -> Node:
    return Column(Legend([("resposta", "response", "solid"), ("erro", "wrong", "solid")]))
""",
    good="""\
@figure(title="Legenda", alt="Uma legenda com dois desenhos diferentes.")
def example(t: Theme) -> Node:
    return Column(Legend([("resposta", "response", "solid"), ("erro", "wrong", "outline")]))
""",
    find=find,
)
