"""Shape elements of SVG files as path data (SVG 2, chapter 10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.drawing.svg_values import SvgError, length

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

__all__ = ["SHAPES", "path_data", "tag_of"]

SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon")


def tag_of(element: ET.Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else "comment"


def path_data(element: ET.Element) -> str:
    """The outline of a shape element; empty where it has no extent, which SVG does not draw.

    Raises:
        SvgError: a place or size is not a number.
    """
    tag = tag_of(element)
    if tag == "path":
        return element.get("d", "")
    if tag in ("polyline", "polygon"):
        points = element.get("points", "").strip()
        return f"M{points}{'Z' if tag == 'polygon' else ''}" if points else ""
    if tag == "line":
        x1, y1, x2, y2 = (_number(element, name) for name in ("x1", "y1", "x2", "y2"))
        return f"M{x1:.12g} {y1:.12g}L{x2:.12g} {y2:.12g}"
    if tag == "rect":
        return _rectangle(element)
    rx, ry = (_number(element, name) for name in (("r", "r") if tag == "circle" else ("rx", "ry")))
    x, y = _number(element, "cx"), _number(element, "cy")
    if rx <= 0 or ry <= 0:
        return ""
    arc = f"A{rx:.12g} {ry:.12g} 0 1 1"
    return f"M{x - rx:.12g} {y:.12g}{arc} {x + rx:.12g} {y:.12g}{arc} {x - rx:.12g} {y:.12g}Z"


def _rectangle(element: ET.Element) -> str:
    x, y, width, height = (_number(element, name) for name in ("x", "y", "width", "height"))
    if width <= 0 or height <= 0:
        return ""
    rx = _number(element, "rx" if element.get("rx") else "ry")
    ry = _number(element, "ry") if element.get("ry") else rx
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    if rx <= 0 or ry <= 0:
        return f"M{x:.12g} {y:.12g}h{width:.12g}v{height:.12g}h{-width:.12g}Z"
    across, down, arc = width - 2 * rx, height - 2 * ry, f"a{rx:.12g} {ry:.12g} 0 0 1"
    return (
        f"M{x + rx:.12g} {y:.12g}h{across:.12g}{arc} {rx:.12g} {ry:.12g}v{down:.12g}{arc} {-rx:.12g} {ry:.12g}"
        f"h{-across:.12g}{arc} {-rx:.12g} {-ry:.12g}v{-down:.12g}{arc} {rx:.12g} {-ry:.12g}Z"
    )


def _number(element: ET.Element, name: str) -> float:
    text = element.get(name)
    if text is None:
        return 0.0
    value = length(text)
    if value is None:
        raise SvgError(f"its <{tag_of(element)}> has {name}={text!r:.60}, which is not a number")
    return value
