"""Two display lists of one figure, light and dark, as one list of operations with two colours each.

Pictures alone may be others in the two looks, as logos are: both are in the file, and one is seen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from layoutkit.color import Color
from layoutkit.diagnostics import error
from layoutkit.output.svg_colors import Tint
from layoutkit.paint.display import (
    Begin,
    Clip,
    ClipPath,
    DrawPicture,
    End,
    Fade,
    FillPath,
    FillRect,
    Glyphs,
    Grouping,
    Unclip,
    Unfade,
    ink_colors,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.origin import Origin
    from layoutkit.paint.display import DisplayList, Fill, Operation

__all__ = ["OnlyIn", "Painted", "paired"]

_BLANK = Color(0, 0, 0)


@dataclass(frozen=True, slots=True)
class OnlyIn:
    """Opens a group that is seen in one of the looks; an ``End`` closes it."""

    look: Literal["light", "dark"]


Painted = tuple["Operation | OnlyIn", tuple[Tint, ...]]


def paired(light: DisplayList, dark: DisplayList | None) -> Iterator[Painted]:
    """Each operation with its colours in both modes, in the order of ``ink_colors``.

    Raises:
        LayoutkitError: the two differ in more than colours and pictures (``modes-differ``).
    """
    if dark is None:
        yield from map(_alone, light.operations)
        return
    origins: list[Origin] = [()]
    ours, theirs = _units(light), _units(dark)
    if (light.width, light.height) != (dark.width, dark.height) or len(ours) != len(theirs):
        raise _differ(light, dark, next((o.origin for o in light.operations if isinstance(o, Begin)), ()))
    for own, other in zip(ours, theirs, strict=True):
        if isinstance(own[0], Begin) and len(own) == 1:
            origins.append(own[0].origin)
        elif isinstance(own[0], End):
            origins.pop()
        if [*map(_colorless, own)] == [*map(_colorless, other)]:
            for one, two in zip(own, other, strict=True):
                yield one, tuple(Tint(*pair) for pair in zip(_colors(one), _colors(two), strict=True))
        elif _is_picture(own[0]) and _is_picture(other[0]):
            yield from ((OnlyIn("light"), ()), *map(_alone, own), (End(), ()))
            yield from ((OnlyIn("dark"), ()), *map(_alone, other), (End(), ()))
        else:
            raise _differ(light, dark, origins[-1])


def _alone(operation: Operation) -> Painted:
    """An operation that is the same in both looks, or in one of them only."""
    return operation, tuple(Tint(color, color) for color in _colors(operation))


def _units(display: DisplayList) -> list[list[Operation]]:
    """The operations one by one, and those of a picture together."""
    units: list[list[Operation]] = []
    depth = 0
    for operation in display.operations:
        if depth:
            units[-1].append(operation)
        else:
            units.append([operation])
        if depth or _is_picture(operation):
            depth += isinstance(operation, Begin) - isinstance(operation, End)
    return units


def _is_picture(operation: Operation) -> bool:
    return isinstance(operation, Begin) and operation.kind == "picture"


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
        case Begin() | End() | Clip() | ClipPath() | Unclip() | Fade() | Unfade() | DrawPicture():
            return operation
        case FillRect() | FillPath():
            return replace(operation, fill=_blank(operation.fill))
        case Glyphs(x, y, run, quarter=quarter):
            shape = (run.size, run.text, run.glyph_ids, run.xs, run.ys, run.features)
            return x, y, quarter, run.face.path, run.face.weight, shape
        case _:
            return replace(operation, color=_BLANK)


def _blank(fill: Fill) -> Fill:
    if isinstance(fill, Color):
        return _BLANK
    return replace(fill, stops=tuple((place, _BLANK) for place, _ in fill.stops))
