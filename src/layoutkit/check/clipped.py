"""``clipped``: a box with ``overflow="hidden"`` cuts off text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check.naming import line_of, name, px
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
    """Texts that reach beyond a box around them that clips, or beyond their own where that does.

    Boxes with ``position="absolute"`` are clipped as all others: every box holds the absolute ones inside it.
    """
    for seen in subject.texts:
        if seen.arrow is not None:
            continue  # arrows are painted over all boxes
        ink = seen.letters
        lost, clip = max(
            ((_lost(ink, box.rect.inset(box.box.look.edges)), box) for box in _clipping(seen)),
            key=lambda found: found[0],
            default=(0.0, seen),
        )
        if lost > _TOLERANCE:
            where = "its own box" if clip is seen else f"{name(clip)}{line_of(clip.node, seen.node)}"
            message = f"{where} cuts off {px(lost)} of {name(seen)}"
            hint = 'make the box larger, or remove overflow="hidden"'
            yield at(seen.node, message, hint=hint, others=(clip.node,), marks=(ink,))


def _clipping(seen: VisibleBox) -> Iterator[VisibleBox]:
    yield from (box for box in (seen, *seen.ancestors()) if box.clips)


def _lost(ink: Rect, edge: Rect) -> float:
    """How far letters reach beyond an edge, in px."""
    return max(edge.x - ink.x, edge.y - ink.y, ink.right - edge.right, ink.bottom - edge.bottom)


RULE = Rule(
    id="clipped",
    severity=Severity.ERROR,
    summary='a box with overflow="hidden" cuts off text',
    why=(
        "Half a line of text is worse than none: readers see that something is missing, but not what. A box with "
        '`overflow="hidden"` may cut off pictures and backgrounds, but every line of text inside must lie within its '
        "edges."
    ),
    bad="""\
@figure(title="Nota", alt="Uma nota cortada no meio.")
def example(t: Theme) -> Node:
    note = Text("Uma nota que precisa de duas linhas.")
    return Column(Row(note, width=t.space.xxl * 4, height=t.space.xl, overflow="hidden"))
""",
    good="""\
@figure(title="Nota", alt="Uma nota de duas linhas.")
def example(t: Theme) -> Node:
    return Column(Row(Text("Uma nota que precisa de duas linhas."), width=t.space.xxl * 4, overflow="hidden"))
""",
    find=find,
    by_color=False,
    of_boxes=True,
)
