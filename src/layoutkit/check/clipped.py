"""``clipped``: a box with ``overflow="hidden"`` cuts off text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check.naming import line_of, name, px
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.subject import Subject

__all__ = ["RULE"]

_TOLERANCE = 0.5
"""px; less than half a pixel cannot be seen."""


def find(subject: Subject) -> Iterator[Finding]:
    """Texts that reach beyond the nearest box around them that clips."""
    for seen in subject.texts:
        clip = next((box for box in seen.ancestors() if box.box.style.overflow == "hidden"), None)
        if clip is None:
            continue
        ink, edge = seen.letters, clip.rect
        lost = max(edge.x - ink.x, edge.y - ink.y, ink.right - edge.right, ink.bottom - edge.bottom)
        if lost > _TOLERANCE:
            message = f"{name(clip)}{line_of(clip.node)} cuts off {px(lost)} of {name(seen)}"
            hint = 'let the box grow, or leave out overflow="hidden"'
            yield at(seen.node, message, hint=hint, others=(clip.node,), marks=(ink,))


RULE = Rule(
    id="clipped",
    severity=Severity.ERROR,
    summary='a box with overflow="hidden" cuts off text',
    why=(
        "Half a line of text is worse than none: the reader sees that something is missing, and not what. A box "
        'with `overflow="hidden"` may cut off pictures and backgrounds, but the lines of every text inside have to '
        "lie within its edges."
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
)
