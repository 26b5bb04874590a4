"""``near-miss``: edges or gaps are almost equal, and not quite."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from layoutkit.check.naming import line_of, name, px
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layoutkit.check.subject import Seen, Subject

__all__ = ["RULE"]

_EQUAL, _DIFFERENT = 0.25, 3.0
"""px: less is the same, more is a difference that is meant."""
_LARGE = 0.01
"""Share of the page from which on boxes are compared across the figure."""


def find(subject: Subject) -> Iterator[Finding]:
    """Edges of large boxes anywhere in the figure, then gaps between neighbours in one container."""
    page = subject.page.rect
    large = [
        seen
        for seen in subject.boxes[1:]
        if seen.paints and seen.block is None and seen.rect.width * seen.rect.height > _LARGE * page.width * page.height
    ]
    yield from _edges(large)
    for seen in subject.boxes:
        yield from _gaps([child for child in subject.children(seen) if child.in_flow])


def _edges(boxes: Sequence[Seen]) -> Iterator[Finding]:
    """The same edge of two boxes, one above or beside the other; each box is named once for each edge."""
    for edge in ("left", "right", "top", "bottom"):
        places = sorted(((_at(seen, edge), i) for i, seen in enumerate(boxes)), key=lambda place: place)
        for (one, i), (two, j) in pairwise(places):
            a, b = boxes[min(i, j)], boxes[max(i, j)]
            if not _EQUAL < two - one < _DIFFERENT or a in b.ancestors() or not _in_line(a, b, edge):
                continue
            message = f"the {edge} edges of {name(b)} and of {name(a)}{line_of(a.node)} differ by {px(two - one)}"
            hint = "align them, or make the difference plain"
            yield at(b.node, message, hint=hint, others=(a.node,), marks=(a.rect, b.rect))


def _at(seen: Seen, edge: str) -> float:
    rect = seen.rect
    return {"left": rect.x, "right": rect.right, "top": rect.y, "bottom": rect.bottom}[edge]


def _in_line(a: Seen, b: Seen, edge: str) -> bool:
    """Whether two boxes stand so that the eye compares their edges: above each other for upright ones."""
    if edge in ("left", "right"):
        return a.rect.bottom <= b.rect.y + _EQUAL or b.rect.bottom <= a.rect.y + _EQUAL
    return a.rect.right <= b.rect.x + _EQUAL or b.rect.right <= a.rect.x + _EQUAL


def _gaps(children: Sequence[Seen]) -> Iterator[Finding]:
    """Gaps between visible neighbours of one container, where all lie in one row or one column."""
    if len(children) < 3 or not all(child.paints and child.block is None for child in children):  # noqa: PLR2004 - two gaps
        return
    across = [b.rect.x - a.rect.right for a, b in pairwise(children)]
    down = [b.rect.y - a.rect.bottom for a, b in pairwise(children)]
    gaps = next((gaps for gaps in (across, down) if min(gaps) >= 0), [])
    for (i, one), (_, two) in pairwise(enumerate(gaps)):
        if _EQUAL < abs(two - one) < _DIFFERENT:
            after = children[i + 2]
            message = f"the gap before {name(after)} is {px(two)}, the one before that {px(one)}"
            yield at(after.node, message, hint="make the gaps equal", marks=(after.rect,))


RULE = Rule(
    id="near-miss",
    severity=Severity.WARNING,
    summary="edges or gaps are almost equal, and not quite",
    why=(
        "Two edges that differ by one or two pixels look like a mistake; the eye sees it before the reader knows why. "
        "The rule compares the edges of all larger boxes that stand above or beside each other, and the gaps between "
        "neighbours. Differences of 3 px and more are taken as meant."
    ),
    bad="""\
@figure(title="Etapas", alt="Dois cartões com larguras quase iguais.")
def example(t: Theme) -> Node:
    return Column(Card(Heading("Etapa 1"), width=t.space.xxl * 8), Card(Heading("Etapa 2"), width=t.space.xxl * 8.05))
""",
    good="""\
@figure(title="Etapas", alt="Dois cartões com a mesma largura.")
def example(t: Theme) -> Node:
    return Column(Card(Heading("Etapa 1"), width=t.space.xxl * 8), Card(Heading("Etapa 2"), width=t.space.xxl * 8))
""",
    find=find,
)
