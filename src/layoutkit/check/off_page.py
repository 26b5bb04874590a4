"""``off-page``: something lies outside the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check.naming import name, px
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.context import CheckContext, VisibleBox
    from layoutkit.geometry import Rect

__all__ = ["RULE"]

_TOLERANCE = 0.5
"""px; less than half a pixel cannot be seen."""


def find(subject: CheckContext) -> Iterator[Finding]:
    """Visible boxes and arrows beyond the page's edges; what is inside such a box is not named again."""
    page = subject.page.rect
    outside: set[VisibleBox] = set()
    for seen in subject.boxes:
        lost = _lost(seen.ink, page)
        if not seen.paints or lost <= _TOLERANCE:
            continue
        outside.add(seen)
        if not any(box in outside for box in seen.ancestors()):
            message = f"{name(seen)} reaches {px(lost)} beyond the page of {px(page.width)} × {px(page.height)}"
            yield at(seen.node, message, hint="move it inside, or make it smaller", marks=(seen.ink,))
    for line in subject.lines:
        lost = _lost(line.ink, page)
        if lost > _TOLERANCE and not any(box in outside for end in line.ends for box in (end, *end.ancestors())):
            message = f"this Arrow reaches {px(lost)} beyond the page of {px(page.width)} × {px(page.height)}"
            hint = "leave room at that edge, or let it start and end at other sides"
            yield at(line.node, message, hint=hint, marks=(line.ink,))


def _lost(ink: Rect, page: Rect) -> float:
    """How far something reaches beyond the page, in px."""
    return max(page.x - ink.x, page.y - ink.y, ink.right - page.right, ink.bottom - page.bottom)


RULE = Rule(
    id="off-page",
    severity=Severity.ERROR,
    summary="something is outside the picture",
    why=(
        'Everything beyond the edge of the page is cut off in every output. Typical causes are `position="absolute"`, '
        "negative margins, a box wider than the page, and an arrow around a box at the edge."
    ),
    bad="""\
@figure(title="Selo", alt="Um selo cortado pela borda.")
def example(t: Theme) -> Node:
    return Column(Heading("Selo"), Pill("Novo", position="absolute", top=t.space.s, right=-t.space.xl))
""",
    good="""\
@figure(title="Selo", alt="Um selo no canto da página.")
def example(t: Theme) -> Node:
    return Column(Row(Heading("Selo"), Spacer(), Pill("Novo")))
""",
    find=find,
    by_color=False,
    of_boxes=True,
)
