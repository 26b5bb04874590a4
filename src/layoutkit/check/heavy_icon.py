"""``heavy-icon``: the lines of an icon are so heavy that it becomes a blot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check.naming import px
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.diagnostics import Severity
from layoutkit.style.content import IconContent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.context import CheckContext

__all__ = ["RULE"]

_HEAVIEST = 1 / 6
"""Of a line, as a share of the icon's side: twice the usual weight, at which details close."""
_NOISE = 1e-6


def find(subject: CheckContext) -> Iterator[Finding]:
    """Icons by the weight of their lines."""
    for seen in subject.boxes:
        art = seen.box.content
        if not isinstance(art, IconContent) or art.stroke_width is None:
            continue
        side = min(seen.content.width, seen.content.height)
        if art.stroke_width > (_HEAVIEST + _NOISE) * side:
            icon = f"the icon {art.name}" if art.name else "an icon"
            lines, most = px(art.stroke_width), px(_HEAVIEST * side)
            message = f"{icon} has lines of {lines} at a size of {px(side)}; at most {most} fit"
            yield at(
                seen.node,
                message,
                hint="lower its stroke_width, or icon.stroke_width in the tokens",
                marks=(seen.rect,),
            )


RULE = Rule(
    id="heavy-icon",
    severity=Severity.ERROR,
    summary="the lines of an icon are too heavy for its size",
    why=(
        "Icons are designed for lines of about a twelfth of their side. At a sixth the small gaps in them close; "
        "beyond it they become blots that mean nothing and touch the words beside them."
    ),
    bad="""\
@figure(title="Nota", alt="Um ícone de linhas grossas demais.")
def example(t: Theme) -> Node:
    return Column(Row(Icon("check", stroke_width="{stroke.thick} * 4"), Text("Pronto."), gap=t.space.s))
""",
    good="""\
@figure(title="Nota", alt="Um ícone de linhas finas.")
def example(t: Theme) -> Node:
    return Column(Row(Icon("check", stroke_width=t.stroke.medium), Text("Pronto."), gap=t.space.s))
""",
    find=find,
    by_color=False,
    of_boxes=True,
)
