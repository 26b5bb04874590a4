"""Display list -> content stream: one short function for each operation.

User space is px from the figure's top-left corner, y down; the page sets the transformation before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from layoutkit.color import Color
from layoutkit.output.pdf_colors import color_operator
from layoutkit.output.pdf_objects import number
from layoutkit.output.pdf_shading import gradient_shading, rectangle
from layoutkit.output.pdf_text import text_operators
from layoutkit.paint.display import (
    Begin,
    Clip,
    ClipPath,
    Dots,
    DrawPicture,
    DropShadow,
    End,
    Fade,
    FillPath,
    FillRect,
    Glyphs,
    GridLines,
    RadialGradient,
    StrokePath,
    StrokeRect,
    Unclip,
    Unfade,
)
from layoutkit.path import CLOSE, QUARTER_ARM, ClosePath, CurveTo, LineTo, MoveTo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from layoutkit.geometry import Rect
    from layoutkit.output.pdf_elements import StructureElement
    from layoutkit.output.pdf_outline import Outline
    from layoutkit.output.pdf_resources import Resources
    from layoutkit.paint.display import DisplayList, Fill, Operation
    from layoutkit.path import PathOp

__all__ = ["content"]

_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_ARTIFACT = "/Artifact BMC"


def content(display: DisplayList, outline: Outline, resources: Resources, visible: Rect) -> str:
    """The operators that draw a figure; each is marked as part of an element, or as an artifact.

    Nothing outside the rectangle ``visible`` is seen.
    """
    writer = _ContentWriter(resources, visible)
    for operation, owner in zip(display.operations, outline.owners, strict=True):
        writer.draw(operation, owner)
    writer.close()
    return "\n".join(writer.operators)


class _ContentWriter:
    def __init__(self, resources: Resources, visible: Rect) -> None:
        self.operators = [rectangle(visible), "W n"]
        self._visible = visible
        self._resources = resources
        self._state: dict[str, str] = {}
        self._saved: list[dict[str, str]] = []
        self._open: StructureElement | str | None = None
        self._marks = 0
        self._fades: list[tuple[Fade, list[str], dict[str, str]]] = []
        """The fades that are open, with the operators and the state of what is around each."""

    # -- marked content --------------------------------------------------------------------------------------------

    def _mark(self, owner: StructureElement | None) -> None:
        """What follows belongs to ``owner``, or is an artifact."""
        if (owner or _ARTIFACT) == self._open:
            return
        self.close()
        if owner is None:
            self._write(_ARTIFACT)
        else:
            self._write(f"/{owner.tag} <</MCID {self._marks}>> BDC")
            owner.marks.append(self._marks)
            self._marks += 1
        self._open = owner or _ARTIFACT

    def close(self) -> None:
        """End the sequence of marked content, if there is one."""
        if self._open is not None:
            self._write("EMC")
            self._open = None

    # -- graphics state --------------------------------------------------------------------------------------------

    def _write(self, *operators: str) -> None:
        self.operators += operators

    def _set(self, parameter: str, operator: str) -> None:
        """Set a parameter, unless it has this value already."""
        if self._state.get(parameter) != operator:
            self._state[parameter] = operator
            self._write(operator)

    def _save(self) -> None:
        self._saved.append(dict(self._state))
        self._write("q")

    def _restore(self) -> None:
        self._state = self._saved.pop()
        self._write("Q")

    def _color(self, color: Color, use: Literal["fill", "stroke"]) -> None:
        self._set("alpha", f"/{self._resources.alpha(color.alpha)} gs")
        self._set(use, color_operator(color, use))

    def _pen(
        self, width: float, dashes: tuple[tuple[float, ...], float], cap: int, join: int, limit: float = 4.0
    ) -> None:
        dash, start = dashes
        self._set("width", f"{number(width)} w")
        self._set("dash", f"[{' '.join(map(number, dash))}] {number(start)} d")
        self._set("cap", f"{cap} J")
        self._set("join", f"{join} j")
        self._set("miter", f"{number(limit)} M")

    # -- operations ------------------------------------------------------------------------------------------------

    def draw(self, operation: Operation, owner: StructureElement | None) -> None:  # noqa: C901, PLR0912 - one case for each operation
        """Draw one operation."""
        if isinstance(operation, Begin | End):
            return
        if isinstance(operation, Clip | ClipPath | Unclip | Fade):
            self.close()
        elif not self._fades:  # marks cannot reach into a group, which is marked as a whole
            self._mark(owner)
        match operation:
            case FillRect(rect, radius, fill):
                self._fill(_rounded(rect, radius), fill, "f")
            case FillPath(path, fill, rule):
                self._fill(_traced(path.ops), fill, "f" if rule == "nonzero" else "f*")
            case StrokeRect():
                self._stroke_rect(operation)
            case StrokePath(path, width, dash, color, cap, join, limit, offset):
                self._color(color, "stroke")
                self._pen(width, (dash, offset), _CAPS[cap], _JOINS[join], limit)
                self._write(_traced(path.ops), "S")
            case DropShadow():
                self._shadow(operation)
            case Dots():
                self._dots(operation)
            case GridLines():
                self.draw(operation.stroke, owner)
            case Glyphs():
                self._color(operation.color, "fill")
                self._write(*text_operators(operation, self._resources.font(operation.run)))
            case DrawPicture(rect, picture):
                self._write("q", f"/{self._resources.alpha(1)} gs")
                self._write(
                    f"{number(rect.width)} 0 0 {number(-rect.height)} {number(rect.x)} {number(rect.bottom)} cm"
                )
                self._write(f"/{self._resources.picture(picture)} Do", "Q")
            case Clip(rect, radius):
                self._save()
                self._write(_rounded(rect, radius), "W n")
            case ClipPath(path, rule):
                self._save()
                self._write(_traced(path.ops), "W n" if rule == "nonzero" else "W* n")
            case Fade():
                self._fades.append((operation, self.operators, self._state))
                self.operators, self._state = [], {}
            case Unfade():
                self._end_fade(owner)
            case Unclip():
                self._restore()

    def _fill(self, path: str, fill: Fill, paint: str) -> None:
        if isinstance(fill, Color):
            self._color(fill, "fill")
            self._write(path, paint)
            return
        radial = isinstance(fill, RadialGradient)
        if not radial and (fill.x1, fill.y1) == (fill.x2, fill.y2):  # without a direction, all lies beyond the end
            self._fill(path, fill.stops[-1][1], paint)
            return
        alphas = {color.alpha for _, color in fill.stops}
        self._save()
        self._write(path, "W* n" if paint == "f*" else "W n")
        if len(alphas) == 1:
            self._set("alpha", f"/{self._resources.alpha(alphas.pop())} gs")
        else:
            mask = self._resources.gradient_mask(fill, self._visible)
            self._write(f"/{self._resources.alpha(1)} gs", f"/{mask} gs")
        if isinstance(fill, RadialGradient):
            self._write(f"{' '.join(number(value, 8) for value in fill.matrix)} cm")
        self._write(f"/{self._resources.shading(gradient_shading(fill))} sh")
        self._restore()

    def _end_fade(self, owner: StructureElement | None) -> None:
        """Put what was drawn since the fade began into a transparency group (ISO 32000-1, section 11.6.6)."""
        fade, operators, state = self._fades.pop()
        form = self._resources.group(self.operators, self._visible)
        self.operators, self._state = operators, state
        if not self._fades:
            self._mark(owner)
        self._write("q", f"/{self._resources.fade(fade.opacity, fade.blend)} gs", f"/{form} Do", "Q")

    def _stroke_rect(self, border: StrokeRect) -> None:
        self._color(border.color, "stroke")
        self._pen(border.width, border.dashes, 0, 0)
        self._write(_rounded(*border.line), "S")

    def _shadow(self, shadow: DropShadow) -> None:
        mask, bounds = self._resources.shadow_mask(shadow)
        self._save()
        self._color(shadow.color, "fill")
        self._write(f"/{mask} gs", rectangle(bounds), "f")
        self._restore()

    def _dots(self, dots: Dots) -> None:
        """A row of dots is drawn once and repeated, one that lacks some likewise."""
        rows = list(dots.rows())
        if not any(rows):
            return
        forms: dict[tuple[tuple[int, int], ...], str] = {}
        for runs in map(tuple, rows):
            if runs and runs not in forms:
                columns = (first + number for first, many in runs for number in range(many))
                centers = [dots.rect.x + (column + 0.5) * dots.pitch for column in columns]
                circles = [_circle(x, dots.rect.y + dots.pitch / 2, dots.radius) for x in centers]
                forms[runs] = self._resources.form([*circles, "f"], dots.rect)
        self._save()
        self._color(dots.color, "fill")
        step = f"1 0 0 1 0 {number(dots.pitch)} cm"
        drawn = [f"/{forms[tuple(runs)]} Do" if runs else "" for runs in rows]
        self._write(*(line for line in f"\n{step}\n".join(drawn).split("\n") if line))
        self._restore()


def _rounded(rect: Rect, radius: float) -> str:
    if radius <= 0:
        return rectangle(rect)
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    near = radius * (1 - QUARTER_ARM)
    ops: list[PathOp] = [
        MoveTo(x + radius, y),  # dashes begin where those of an SVG rect do
        LineTo(right - radius, y),
        CurveTo(right - near, y, right, y + near, right, y + radius),
        LineTo(right, bottom - radius),
        CurveTo(right, bottom - near, right - near, bottom, right - radius, bottom),
        LineTo(x + radius, bottom),
        CurveTo(x + near, bottom, x, bottom - near, x, bottom - radius),
        LineTo(x, y + radius),
        CurveTo(x, y + near, x + near, y, x + radius, y),
        CLOSE,
    ]
    return _traced(ops)


def _circle(x: float, y: float, radius: float) -> str:
    reach, bend = radius, radius * QUARTER_ARM
    ops: list[PathOp] = [
        MoveTo(x + reach, y),
        CurveTo(x + reach, y + bend, x + bend, y + reach, x, y + reach),
        CurveTo(x - bend, y + reach, x - reach, y + bend, x - reach, y),
        CurveTo(x - reach, y - bend, x - bend, y - reach, x, y - reach),
        CurveTo(x + bend, y - reach, x + reach, y - bend, x + reach, y),
        CLOSE,
    ]
    return _traced(ops)


def _traced(ops: Iterable[PathOp]) -> str:
    written = []
    for op in ops:
        match op:
            case MoveTo(x, y):
                written.append(f"{number(x)} {number(y)} m")
            case LineTo(x, y):
                written.append(f"{number(x)} {number(y)} l")
            case CurveTo(x1, y1, x2, y2, x, y):
                written.append(f"{' '.join(map(number, (x1, y1, x2, y2, x, y)))} c")
            case ClosePath():
                written.append("h")
    return "\n".join(written)
