"""Column charts that are built of plain boxes: bars side by side that stand on one line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layoutkit.check.context import CheckContext, VisibleBox

__all__ = ["Chart", "charts"]

_SAME = 1.0
"""px by which the widths and the feet of bars may differ."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars of one width, with different heights."""

    around: VisibleBox
    """The box whose children have one bar each."""
    bars: tuple[VisibleBox, ...]

    @property
    def baseline(self) -> float:
        """The y on which the bars stand, in px from the figure's top."""
        return self.bars[0].rect.bottom


def charts(subject: CheckContext) -> Iterator[Chart]:
    """The charts of a figure; bars stand alone, or among words."""
    bars: dict[VisibleBox, list[tuple[VisibleBox, VisibleBox]]] = {}
    for seen in subject.boxes[1:]:
        if _is_bar(seen, subject):
            child = seen
            for around in seen.ancestors():
                bars.setdefault(around, []).append((child, seen))
                child = around
    for around in subject.boxes:
        its = bars.get(around, [])
        if len(its) == len({child for child, _ in its}) and _is_chart([bar for _, bar in its]):
            yield Chart(around, tuple(bar for _, bar in its))


def _is_bar(seen: VisibleBox, subject: CheckContext) -> bool:
    """Whether a box is seen and holds nothing, or words where it is not a component such as a card."""
    plain = seen.framed and seen.paints and seen.block is None and seen.box.art is None
    inside = subject.children(seen)
    return plain and (not inside or (not seen.box.name and all(box.block is not None for box in inside)))


def _is_chart(bars: Sequence[VisibleBox]) -> bool:
    """Whether bars stand side by side on one line, and differ in height alone."""
    if not bars:
        return False
    rects = sorted((bar.rect for bar in bars), key=lambda rect: rect.x)
    first = rects[0]
    alike = all(abs(r.width - first.width) <= _SAME and abs(r.bottom - first.bottom) <= _SAME for r in rects)
    apart = all(one.right <= other.x + _SAME for one, other in pairwise(rects))
    return alike and apart and any(abs(r.height - first.height) > _SAME for r in rects)
