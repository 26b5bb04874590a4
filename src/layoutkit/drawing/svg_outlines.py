"""Shape elements of SVG files as path data (SVG 2, chapter 10)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.drawing.outline import valid_part
from layoutkit.drawing.svg_error import SvgError
from layoutkit.drawing.svg_values import length

if TYPE_CHECKING:
    from layoutkit.drawing.svg_tree import Element
    from layoutkit.geometry import Size

__all__ = ["Lengths", "path_data"]


@dataclass(frozen=True, slots=True)
class Lengths:
    """Reads the lengths of an element."""

    viewport: Size
    """Of the innermost ``svg``, in its own units: what percentages are shares of."""
    font_size: float
    """In px: what ``em`` stands for."""

    def across(self, element: Element, name: str, otherwise: float = 0.0) -> float:
        """A length whose percentages are shares of the width."""
        return self._read(element, name, self.viewport.width, otherwise)

    def down(self, element: Element, name: str, otherwise: float = 0.0) -> float:
        """A length whose percentages are shares of the height."""
        return self._read(element, name, self.viewport.height, otherwise)

    def both(self, element: Element, name: str, otherwise: float = 0.0) -> float:
        """A length whose percentages are shares of the viewport's diagonal, divided by the root of 2."""
        return self._read(element, name, self.diagonal, otherwise)

    @property
    def diagonal(self) -> float:
        """What percentages of other lengths are shares of (SVG 2, 8.9)."""
        width, height = self.viewport.width, self.viewport.height
        return float(((width * width + height * height) / 2) ** 0.5)

    def _read(self, element: Element, name: str, whole: float, otherwise: float) -> float:
        text = element.get(name).strip()
        if text in ("", "auto"):
            return otherwise
        value = length(text, whole, self.font_size)
        if value is None:
            raise SvgError(f"its <{element.tag}> has {name}={text!r:.60}, which is not a length")
        return value


def path_data(element: Element, lengths: Lengths) -> str:
    """The outline of a shape element; empty where it has no extent, which SVG does not draw.

    Raises:
        SvgError: a place or size is not a length.
    """
    tag = element.tag
    if tag == "path":
        data = element.get("d").strip()
        return "" if data == "none" else valid_part(data)
    if tag in ("polyline", "polygon"):
        return _points(element)
    if tag == "line":
        x1, x2 = lengths.across(element, "x1"), lengths.across(element, "x2")
        y1, y2 = lengths.down(element, "y1"), lengths.down(element, "y2")
        return f"M{x1:.12g} {y1:.12g}L{x2:.12g} {y2:.12g}"
    if tag == "rect":
        return _rectangle(element, lengths)
    if tag == "circle":
        rx = ry = lengths.both(element, "r")
    else:
        rx, ry = _radii(element, lengths)
    x, y = lengths.across(element, "cx"), lengths.down(element, "cy")
    if rx <= 0 or ry <= 0:
        return ""
    arc = f"A{rx:.12g} {ry:.12g} 0 0 1"
    return (
        f"M{x + rx:.12g} {y:.12g}{arc} {x:.12g} {y + ry:.12g}{arc} {x - rx:.12g} {y:.12g}"
        f"{arc} {x:.12g} {y - ry:.12g}{arc} {x + rx:.12g} {y:.12g}Z"
    )


def _points(element: Element) -> str:
    pairs = valid_part(f"M{element.get('points')}")  # SVG 2, 10.5: as path data
    return f"{pairs}{'Z' if pairs and element.tag == 'polygon' else ''}"


def _radii(element: Element, lengths: Lengths) -> tuple[float, float]:
    """Each radius, or the other where only that is there (SVG 2, 10.2)."""
    given = {name: element.get(name).strip() not in ("", "auto") for name in ("rx", "ry")}
    rx = lengths.across(element, "rx") if given["rx"] else None
    ry = lengths.down(element, "ry") if given["ry"] else None
    rx, ry = (None if value is not None and value < 0 else value for value in (rx, ry))  # SVG 2, 10.2: as if left out
    return (ry or 0.0) if rx is None else rx, (rx or 0.0) if ry is None else ry


def _rectangle(element: Element, lengths: Lengths) -> str:
    x, y = lengths.across(element, "x"), lengths.down(element, "y")
    width, height = lengths.across(element, "width"), lengths.down(element, "height")
    if width <= 0 or height <= 0:
        return ""
    rx, ry = _radii(element, lengths)
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    if rx <= 0 or ry <= 0:
        return f"M{x:.12g} {y:.12g}h{width:.12g}v{height:.12g}h{-width:.12g}Z"
    across, down, arc = width - 2 * rx, height - 2 * ry, f"a{rx:.12g} {ry:.12g} 0 0 1"
    return (
        f"M{x + rx:.12g} {y:.12g}h{across:.12g}{arc} {rx:.12g} {ry:.12g}v{down:.12g}{arc} {-rx:.12g} {ry:.12g}"
        f"h{-across:.12g}{arc} {-rx:.12g} {-ry:.12g}v{-down:.12g}{arc} {rx:.12g} {-ry:.12g}Z"
    )
