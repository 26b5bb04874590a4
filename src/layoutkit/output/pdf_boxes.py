"""Where elements of the structure are on the page: the boxes around what is painted of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from layoutkit.check.decoration import shadow_bounds
from layoutkit.check.ink import operation_ink
from layoutkit.geometry import Rect
from layoutkit.paint.display import Clip, ClipPath, Dots, DropShadow, FillRect, Glyphs, GridLines, StrokeRect, Unclip

if TYPE_CHECKING:
    from layoutkit.paint.display import Operation

__all__ = ["PagePlace", "Painted"]

_NOTHING = Rect(0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class PagePlace:
    """From px of a figure, y down, to units of its page, y up."""

    trim: Rect
    """The trimmed page in points; its ``y`` is the distance from the bottom."""
    scale: float
    """Points for one px."""
    unit: int
    """Points in one unit of the page."""

    def box(self, rect: Rect) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of a rectangle."""
        left, top = self.trim.x + self.scale * rect.x, self.trim.bottom - self.scale * rect.y
        right, bottom = left + self.scale * rect.width, top - self.scale * rect.height
        return left / self.unit, bottom / self.unit, right / self.unit, top / self.unit


@dataclass(slots=True)
class Painted:
    """Follows the operations of a figure, and records where each of them is visible."""

    page: Rect
    """Nothing is seen outside."""
    clips: list[Rect] = field(default_factory=list)
    """What is seen inside each clip that is open, the outer ones included."""

    def seen(self, operation: Operation) -> Rect | None:
        """The rectangle around what an operation paints, as far as clips let it be seen; None where nothing is."""
        inside = self.clips[-1] if self.clips else self.page
        match operation:
            case Clip(rect):
                self.clips.append(inside.common(rect))
            case ClipPath(path):
                self.clips.append(inside.common(path.bounds() or _NOTHING))
            case Unclip():
                self.clips.pop()
            case _:
                ink = _bounds(operation)
                shown = _NOTHING if ink is None else inside.common(ink)
                return shown if shown.width and shown.height else None
        return None


def _bounds(operation: Operation) -> Rect | None:
    match operation:
        case FillRect() | StrokeRect() | Dots() | GridLines():
            return operation.rect
        case DropShadow():
            return shadow_bounds(operation)
        case Glyphs():
            run = operation.run
            above, below = run.size * run.face.ascent, run.size * run.face.descent
            return operation.rect(Rect(0.0, -above, run.width, above + below))
        case _:
            return operation_ink(operation)
