"""Captions: texts below what is no text but a picture or a chart, in boxes that stand side by side, built alike."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from layoutkit.check.charts import charts
from layoutkit.tokens.tables import registry

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from layoutkit.check.context import CheckContext, VisibleBox

__all__ = ["Caption", "caption_pairs"]

_LEVEL = 1.0
"""px by which the upper edges of boxes that stand side by side may differ."""


@dataclass(frozen=True, slots=True)
class Caption:
    """A text below a picture, an icon, a chart, a matrix, code or another box without words."""

    text: VisibleBox

    @property
    def baselines(self) -> tuple[float, float]:
        """Of the first and of the last line, in px from the figure's top."""
        block = self.text.block
        assert block is not None  # noqa: S101 - a text has lines
        return tuple(self.text.content.y + block.lines[i].baseline for i in (0, -1))  # type: ignore[return-value]  # two


def caption_pairs(subject: CheckContext) -> Iterator[tuple[Caption, Caption]]:
    """The captions of neighbours that begin at one height, pair by pair: as many in each, of the same type roles."""
    shown = _shown(subject)
    for parent in subject.boxes:
        beside = [child for child in subject.children(parent) if child.in_flow and not _is_bare(child)]
        for one, other in pairwise(beside):
            if one.rect.right > other.rect.x or abs(one.rect.y - other.rect.y) > _LEVEL:
                continue
            first, second = list(_captions(one, subject, shown)), list(_captions(other, subject, shown))
            if [caption.text.box.name for caption in first] == [caption.text.box.name for caption in second]:
                yield from zip(first, second, strict=True)


def _captions(around: VisibleBox, subject: CheckContext, shown: Collection[VisibleBox | None]) -> Iterator[Caption]:
    """The captions inside a box, in columns at any depth that do not stand side by side themselves."""
    before: VisibleBox | None = None
    if not around.is_column:
        return
    for child in subject.children(around):
        if not child.in_flow or _is_bare(child):
            continue
        text = _first_text(child, subject)
        if text is not None and not text.line_space.quarter and before is not None and before in shown:
            yield Caption(text)
        yield from _captions(child, subject, shown)
        before = child


def _first_text(seen: VisibleBox, subject: CheckContext) -> VisibleBox | None:
    """A text itself, or the first one in a row without edges, such as one that begins with an icon."""
    if seen.block is not None or seen.framed or not seen.is_row:
        return seen if seen.block is not None else None
    return next((child for child in subject.children(seen) if child.block is not None), None)


def _is_bare(seen: VisibleBox) -> bool:
    """Whether a box is empty room, such as that of a ``Spacer``."""
    return not seen.paints and not seen.box.children and seen.box.content is None


def _shown(subject: CheckContext) -> frozenset[VisibleBox | None]:
    """The boxes of which something is seen, and no words but labels.

    Labels are the words of a chart, and those that lie on something in a Stack.
    """
    labels = registry.with_trait("labels")
    charted = {chart.around for chart in charts(subject)}
    worded: set[VisibleBox | None] = set()
    painted: set[VisibleBox | None] = set()
    for seen in reversed(subject.boxes):  # children before their parents
        labelled = seen.box.name in labels or seen in charted or seen.box.stacked
        if seen.block is not None or (seen in worded and not labelled):
            worded |= {seen, seen.parent}
        if labelled:
            worded.discard(seen)
        if seen.paints or seen in painted:
            painted |= {seen, seen.parent}
    return frozenset(painted - worded)
