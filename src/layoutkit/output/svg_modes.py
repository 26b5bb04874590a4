"""Two display lists of one figure, light and dark, as one list of operations with two colours each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from layoutkit.color import Color
from layoutkit.diagnostics import error
from layoutkit.output.svg_colors import Tint
from layoutkit.paint.display import (
    Begin,
    Clip,
    ClipPath,
    DrawPicture,
    End,
    FillPath,
    FillRect,
    Glyphs,
    Grouping,
    Unclip,
    ink_colors,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.origin import Origin
    from layoutkit.paint.display import DisplayList, Fill, Operation

__all__ = ["paired"]

_BLANK = Color(0, 0, 0)
Painted = tuple["Operation", tuple[Tint, ...]]


def paired(light: DisplayList, dark: DisplayList | None) -> Iterator[Painted]:
    """Each operation with its colours in both modes, in the order of ``ink_colors``.

    Raises:
        LayoutkitError: the two differ in more than colours (``modes-differ``).
    """
    if dark is None:
        for one in light.operations:
            yield one, tuple(Tint(color, color) for color in _colors(one))
        return
    origins: list[Origin] = [()]
    same_size = (light.width, light.height) == (dark.width, dark.height)
    if not same_size or len(light.operations) != len(dark.operations):
        raise _differ(light, dark, next((o.origin for o in light.operations if isinstance(o, Begin)), ()))
    for one, other in zip(light.operations, dark.operations, strict=True):
        if isinstance(one, Begin):
            origins.append(one.origin)
        elif isinstance(one, End):
            origins.pop()
        if _colorless(one) != _colorless(other):
            raise _differ(light, dark, origins[-1])
        yield one, tuple(Tint(*pair) for pair in zip(_colors(one), _colors(other), strict=True))


def _differ(light: DisplayList, dark: DisplayList, origin: Origin) -> Exception:
    def size(display: DisplayList) -> str:
        return f"{display.width:g} × {display.height:g} px with {len(display.operations)} operations"

    return error(
        "modes-differ",
        f"the figure differs in more than its colours: {size(light)} in light, {size(dark)} in dark",
        origin=origin,
        hint="let these modes change colours only; or take out 'dark' of the output, and write a file for each mode",
    )


def _colors(operation: Operation) -> tuple[Color, ...]:
    return () if isinstance(operation, Grouping) else ink_colors(operation)


def _colorless(operation: Operation) -> object:
    """What must be the same in both modes; faces are told apart by file and weight."""
    match operation:
        case Begin() | End() | Clip() | ClipPath() | Unclip() | DrawPicture():
            return operation
        case FillRect() | FillPath():
            return replace(operation, fill=_blank(operation.fill))
        case Glyphs(x, y, run):
            shape = (run.size, run.text, run.glyph_ids, run.xs, run.ys, run.features)
            return x, y, run.face.path, run.face.weight, shape
        case _:
            return replace(operation, color=_BLANK)


def _blank(fill: Fill) -> Fill:
    if isinstance(fill, Color):
        return _BLANK
    return replace(fill, stops=tuple((place, _BLANK) for place, _ in fill.stops))
