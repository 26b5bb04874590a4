"""``overlap``: two boxes that have nothing to do with each other cover the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check.naming import line_of, name, px
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.diagnostics import Severity
from layoutkit.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.context import CheckContext, VisibleBox

__all__ = ["RULE"]

_TOLERANCE = 1.0
"""px in both directions; less is the touch of two edges."""
_MORE_ROOM = "give them more room"


def find(subject: CheckContext) -> Iterator[Finding]:
    """Pairs of visible boxes, neither of which is around the other; of nested pairs the outermost."""
    visible = [seen for seen in subject.boxes if seen.paints and seen is not subject.page]
    lines = {seen: (seen, *seen.ancestors()) for seen in visible}
    order = subject.order
    ends = {line.label: tuple(box for end in line.ends for box in (end, *end.ancestors())) for line in subject.lines}
    reported: set[tuple[VisibleBox, VisibleBox]] = set()
    pairs = (
        (order[seen], order[other])
        for seen in visible
        for other in subject.visible.near(seen.ink)
        if order[seen] < order[other] and _common(seen.ink, other.ink) is not None
    )
    for first, second in ((subject.boxes[i], subject.boxes[j]) for i, j in sorted(pairs)):
        if first in lines[second] or _meant(first, second, lines[second]):
            continue
        if second in ends and _holds_an_end(first, second, ends[second]):
            continue
        if any((a, b) in reported for a in lines[first] for b in lines[second]):
            continue
        reported.add((first, second))
        common = _common(first.ink, second.ink)
        assert common is not None  # noqa: S101 - only such were looked for: only pairs that overlap
        size = f"{px(common.width)} × {px(common.height)}"
        message = f"{name(second)} covers {size} of {name(first)}{line_of(first.node, second.node)}"
        yield at(second.node, message, hint=_hint(first, second, subject), others=(first.node,), marks=(common,))


def _common(a: Rect, b: Rect) -> Rect | None:
    left, top = max(a.x, b.x), max(a.y, b.y)
    width, height = min(a.right, b.right) - left, min(a.bottom, b.bottom) - top
    return Rect(left, top, width, height) if min(width, height) > _TOLERANCE else None


def _meant(first: VisibleBox, second: VisibleBox, around_second: tuple[VisibleBox, ...]) -> bool:
    """In a Stack children lie on one another, and so does what lies wholly on a panel with nothing in it.

    Words are the exception: none lie on others, none lie under what hides them or across an edge. An outline lies
    behind the nodes that it is around, and behind no others.
    """
    if first.outlined and first.rect.contains(second.ink, _TOLERANCE):
        inside = set(first.outlined)
        return any(box.node in inside for box in around_second)
    if not first.box.children and first.block is None and first.ink.contains(second.ink, _TOLERANCE):
        return True
    return _stacked(first, around_second) and not _spoils_words(first, second, around_second)


def _holds_an_end(first: VisibleBox, label: VisibleBox, ends: tuple[VisibleBox, ...]) -> bool:
    """A label may lie wholly inside a box that its arrow comes out of, and inside the outline around one of its ends.

    Args:
        first: the box.
        label: of an arrow.
        ends: where the arrow starts and ends, and what is around these.
    """
    if not first.rect.contains(label.ink, _TOLERANCE):
        return False
    held = set(first.outlined)
    return any(box is first or box.node in held for box in ends if box.node is not label.node)


def _stacked(first: VisibleBox, around_second: tuple[VisibleBox, ...]) -> bool:
    nearest = next((box for box in first.ancestors() if box in around_second), None)
    return nearest is not None and nearest.box.stacked


def _spoils_words(first: VisibleBox, second: VisibleBox, around_second: tuple[VisibleBox, ...]) -> bool:
    """Whether two layers of a Stack leave words that cannot be read: on others, hidden, or across an edge."""
    if first.block is not None:
        return second.block is not None or second.hides
    if second.block is None or not (first.framed or first.box.art) or first.ink.contains(second.ink, _TOLERANCE):
        return False
    own = next((box for box in around_second if box.hides), None)  # what the words stand on, unless it is the first
    return own is None or own in (first, *first.ancestors())


def _hint(first: VisibleBox, second: VisibleBox, subject: CheckContext) -> str:
    if second.arrow is not None:
        return "give the arrow more room, or shorten its label"
    around = set(second.ancestors())
    nearest = next((box for box in first.ancestors() if box in around), None)
    if nearest is None or not nearest.box.stacked or (first.block and second.block):
        covered = any(_common(box.ink, second.ink) for box in subject.within(first) if box.block is not None)
        return _MORE_ROOM if covered else f"{_MORE_ROOM}, or put them into a Stack if one is to lie on the other"
    if first.block is not None:
        return "in a Stack the last child lies on top: put the text after what covers it"
    return "keep the whole text on it, or the whole text beside it"


RULE = Rule(
    id="overlap",
    severity=Severity.ERROR,
    summary="two unrelated boxes cover the same area",
    why=(
        "A box on top of another hides it, or makes both hard to read. The rule compares all visible boxes (a text by "
        "its letters, an icon by its lines, any other box by its edges) with all boxes that are neither their "
        "ancestors nor their descendants. Children of a `Stack` overlap on purpose, but texts may not cover texts, lie "
        "under something that hides them, or cross an edge. An empty box that is entirely behind another one counts as "
        "its background."
    ),
    bad="""\
@figure(title="Etapas", alt="Dois cartões, o segundo em cima do primeiro.")
def example(t: Theme) -> Node:
    return Column(Card(Heading("Etapa 1")), Card(Heading("Etapa 2"), margin_top=-t.space.xxl * 2))
""",
    good="""\
@figure(title="Etapas", alt="Dois cartões, um abaixo do outro.")
def example(t: Theme) -> Node:
    return Column(Card(Heading("Etapa 1")), Card(Heading("Etapa 2")))
""",
    find=find,
    by_color=False,
    of_boxes=True,
)
