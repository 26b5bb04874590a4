"""Rules in gutters: lines between columns and between rows, from end to end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.paint.crisp import crisp_line
from layoutkit.paint.dashes import along
from layoutkit.paint.display import DASHES, StrokePath
from layoutkit.path import LineTo, MoveTo, Path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.geometry import Rect
    from layoutkit.layout.tree import Gutters
    from layoutkit.style.styled import GapRule, Look

__all__ = ["paint_gap_rules"]


def paint_gap_rules(look: Look, gutters: Gutters, scale: float | None) -> Iterator[StrokePath]:
    """The rules of a container, those between columns above those between rows.

    Args:
        look: of the container.
        gutters: in px from the figure's top-left.
        scale: device pixels for one px, where lines are to be on them; None leaves them as they are.
    """
    for rule, places, upright in ((look.row_rule, gutters.rows, False), (look.column_rule, gutters.columns, True)):
        if rule is not None:
            yield from (_line(rule, place, upright, scale) for place in places)


def _line(rule: GapRule, gutter: Rect, upright: bool, scale: float | None) -> StrokePath:  # noqa: FBT001 - of two ways
    middle, width = gutter.center.x if upright else gutter.center.y, rule.width
    start, end = (gutter.y, gutter.bottom) if upright else (gutter.x, gutter.right)
    if scale is not None:
        middle, width = crisp_line(middle, width, scale)
        start, end = round(start * scale) / scale, round(end * scale) / scale
    dash: tuple[float, ...] = ()
    if rule.style != "solid":
        on, off = (width * share for share in DASHES[rule.style])
        dash = along(end - start, on, off)
    if upright:
        path = Path((MoveTo(middle, start), LineTo(middle, end)))
    else:
        path = Path((MoveTo(start, middle), LineTo(end, middle)))
    return StrokePath(path, width, dash, rule.color)
