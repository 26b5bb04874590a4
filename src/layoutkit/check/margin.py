"""``margin``: something is closer to the page's edge than the page's padding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check.naming import name, px
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.diagnostics import Severity
from layoutkit.style.logo import LOGO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.context import CheckContext, VisibleBox
    from layoutkit.geometry import Rect

__all__ = ["RULE"]

_TOLERANCE = 0.5
"""px; less than half a pixel cannot be seen."""
_HINT = "keep it within the padding of the page"


def find(subject: CheckContext) -> Iterator[Finding]:
    """Visible boxes and arrows between the page's content box and its edge; what is inside one is not named again.

    Letters and strokes that reach beyond the place that they were given, as a “j” does, are within the padding.
    """
    page, inner = subject.page.rect, subject.page.content
    named: set[VisibleBox] = set()
    for seen in subject.boxes[1:]:
        is_logo = seen.box.name == LOGO and seen.parent is subject.page  # in a row between padding and edge
        if is_logo or not seen.paints or any(box in named for box in seen.ancestors()):
            continue
        side = _closest(seen.ink.common(seen.laid_out), page, inner)
        if side is None:
            continue
        named.add(seen)
        if side[1] >= -_TOLERANCE:  # beyond the edge it is for off-page
            yield at(seen.node, _told(name(seen), side), hint=_HINT, marks=(seen.ink,))
    for line in subject.lines:
        side = _closest(line.ink, page, inner, line.route.connector.width)  # it may run along the padding's edge
        if (
            side is not None
            and side[1] >= -_TOLERANCE
            and not any(box in named for end in line.ends for box in (end, *end.ancestors()))
        ):
            yield at(line.node, _told("this Arrow", side), hint=_HINT, marks=(line.ink,))


def _told(what: str, side: tuple[str, float, float]) -> str:
    where, distance, wanted = side
    return f"{what} is {px(distance)} from the {where} edge of the page; its padding is {px(wanted)}"


def _closest(ink: Rect, page: Rect, inner: Rect, tolerance: float = _TOLERANCE) -> tuple[str, float, float] | None:
    """The side that is furthest beyond the padding: its name, the distance to the edge, and the padding."""
    sides = (
        ("left", ink.x - page.x, inner.x - page.x),
        ("right", page.right - ink.right, page.right - inner.right),
        ("top", ink.y - page.y, inner.y - page.y),
        ("bottom", page.bottom - ink.bottom, page.bottom - inner.bottom),
    )
    worst = max(sides, key=lambda side: side[2] - side[1])
    return worst if worst[2] - worst[1] > tolerance else None


RULE = Rule(
    id="margin",
    severity=Severity.WARNING,
    summary="something is closer to the edge of the page than the padding of the page",
    why=(
        "The empty frame around a figure separates it from the text of an article. The rule measures the distance of "
        "every visible box to each edge, and compares it with the padding of the page."
    ),
    bad="""\
@figure(title="Faixa", alt="Um cartão colado na borda esquerda.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Perto demais da borda."), margin_left=-t.space.xl))
""",
    good="""\
@figure(title="Faixa", alt="Um cartão com margem dos dois lados.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Longe da borda.")))
""",
    find=find,
    by_color=False,
    of_boxes=True,
)
