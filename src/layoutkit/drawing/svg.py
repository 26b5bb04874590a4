"""SVG files -> drawings: the part of SVG that is shapes with flat colours.

Understood are ``svg`` with a ``viewBox`` or a size, ``g``, ``path``, ``rect``, ``circle``, ``ellipse``, ``line``,
``polyline`` and ``polygon``; ``fill``, ``stroke``, ``stroke-width``, ``-linecap``, ``-linejoin``, ``fill-rule``,
``fill-opacity``, ``stroke-opacity`` and, on shapes, ``opacity``, as attributes or in ``style``; ``transform``.
Everything else that would be seen (text, images, ``use``, gradients, style sheets, masks, filters, dashes) is refused
rather than left out, and so is a stroke that a transform would stretch to two widths.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from layoutkit.color import Color, parse_hex
from layoutkit.drawing.outline import outline
from layoutkit.drawing.shapes import CURRENT, Current, Drawing, Shape
from layoutkit.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from layoutkit.drawing.outline import Matrix

__all__ = ["SvgError", "parse_svg", "path_data"]

_SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon")
_SILENT = ("title", "desc", "metadata", "namedview")
_REFUSED = ("filter", "mask", "clip-path", "stroke-dasharray", "marker-start", "marker-mid", "marker-end")
_NAMED = {"black": "#000", "white": "#fff", "red": "#f00", "green": "#008000", "blue": "#00f", "gray": "#808080"}
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TRANSFORM = re.compile(r"\s*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)\s*,?")
_RGB = re.compile(r"rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)")
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_BLACK = Color(0.0, 0.0, 0.0)
_EVEN = 1e-3
"""How much the two scales of a transform may differ, as a share, and still be one."""


class SvgError(ValueError):
    """What of a file is not understood; ``str()`` of it is a clause for a message."""


@dataclass(frozen=True, slots=True)
class _Style:
    """What an element hands down."""

    matrix: Matrix = _IDENTITY
    fill: Color | Current | None = _BLACK
    stroke: Color | Current | None = None
    width: float = 1.0
    rule: Any = "nonzero"
    cap: Any = "butt"
    join: Any = "miter"
    fill_opacity: float = 1.0
    stroke_opacity: float = 1.0


def parse_svg(text: str) -> Drawing:
    """Read an SVG file.

    Raises:
        SvgError: it is no SVG, or has something that is not understood.
    """
    try:
        root = ET.fromstring(text)  # noqa: S314 - the files are the author's own, like the scripts
    except ET.ParseError as cause:
        raise SvgError(f"it is no XML: {cause}") from None
    if _tag(root) != "svg":
        raise SvgError(f"its root is <{_tag(root)}>, not <svg>")
    sizes = [_size(root.get(name)) for name in ("width", "height")]
    box = [float(number) for number in _NUMBER.findall(root.get("viewBox", ""))]
    if not box:
        box = [0.0, 0.0, *(size or 0.0 for size in sizes)]
    if len(box) != len("xywh") or box[2] <= 0 or box[3] <= 0:
        raise SvgError("it has neither a viewBox nor a width and height in px")
    view = Rect(*box)
    width = sizes[0] or (sizes[1] * view.width / view.height if sizes[1] else view.width)
    height = sizes[1] or width * view.height / view.width
    return Drawing(view, tuple(_shapes(root, _Style())), width, height)


def path_data(element: ET.Element) -> str:
    """The outline of a shape element as path data (SVG 2, chapter 10)."""
    tag = _tag(element)
    if tag == "path":
        return element.get("d", "")
    if tag in ("polyline", "polygon"):
        return f"M{element.get('points', '')}" + ("Z" if tag == "polygon" else "")
    if tag == "line":
        x1, y1, x2, y2 = (_number(element, name) for name in ("x1", "y1", "x2", "y2"))
        return f"M{x1:g} {y1:g}L{x2:g} {y2:g}"
    if tag == "rect":
        return _rectangle(element)
    rx, ry = (_number(element, name) for name in (("r", "r") if tag == "circle" else ("rx", "ry")))
    x, y = _number(element, "cx"), _number(element, "cy")
    return f"M{x - rx:g} {y:g}A{rx:g} {ry:g} 0 1 1 {x + rx:g} {y:g}A{rx:g} {ry:g} 0 1 1 {x - rx:g} {y:g}Z"


def _rectangle(element: ET.Element) -> str:
    x, y, width, height = (_number(element, name) for name in ("x", "y", "width", "height"))
    rx = _number(element, "rx" if element.get("rx") else "ry")
    ry = _number(element, "ry") if element.get("ry") else rx
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    if not rx or not ry:
        return f"M{x:g} {y:g}h{width:g}v{height:g}h{-width:g}Z"
    across, down, arc = width - 2 * rx, height - 2 * ry, f"a{rx:g} {ry:g} 0 0 1"
    return (
        f"M{x + rx:g} {y:g}h{across:g}{arc} {rx:g} {ry:g}v{down:g}{arc} {-rx:g} {ry:g}"
        f"h{-across:g}{arc} {-rx:g} {-ry:g}v{-down:g}{arc} {rx:g} {-ry:g}Z"
    )


def _shapes(element: ET.Element, inherited: _Style) -> Iterator[Shape]:
    tag = _tag(element)
    if tag in _SILENT or (tag == "defs" and not len(element)):
        return
    if tag not in (*_SHAPES, "g", "svg"):
        raise SvgError(f"it has a <{tag}>, which is not understood")
    values = _values(element)
    style = _styled(inherited, values)
    if tag in ("g", "svg"):
        if _share(values.get("opacity", "1")) != 1:
            raise SvgError(f"it has an opacity on a <{tag}>; only single shapes may have one")
        for child in element:
            yield from _shapes(child, style)
        return
    opacity = _share(values.get("opacity", "1"))
    yield Shape(
        path=_outline(element, style.matrix),
        fill=_faded(style.fill, style.fill_opacity * opacity),
        stroke=_faded(style.stroke, style.stroke_opacity * opacity) if style.width else None,
        width=style.width * (_scale(style.matrix) if style.stroke is not None else 1.0),
        rule=style.rule,
        cap=style.cap,
        join=style.join,
    )


def _outline(element: ET.Element, matrix: Matrix) -> Any:  # noqa: ANN401 - a Path
    try:
        return outline(path_data(element), matrix)
    except ValueError as cause:
        raise SvgError(f"the {cause}" if str(cause).startswith("path") else f"{cause}") from None


def _values(element: ET.Element) -> dict[str, str]:
    """The attributes, and what ``style`` puts over them."""
    values = {key: value.strip() for key, value in element.attrib.items() if not key.startswith("{")}
    for declaration in values.pop("style", "").split(";"):
        name, _, value = declaration.partition(":")
        values[name.strip()] = value.strip()
    for name in _REFUSED:
        if values.get(name, "none") != "none":
            raise SvgError(f"it has a {name}, which is not understood")
    return values


def _styled(style: _Style, values: Mapping[str, str]) -> _Style:
    changes: dict[str, Any] = {}
    for name in ("fill", "stroke"):
        if name in values:
            changes[name] = _paint(values[name])
        if f"{name}-opacity" in values:
            changes[f"{name}_opacity"] = _share(values[f"{name}-opacity"])
    if "stroke-width" in values:
        width = _size(values["stroke-width"])
        if width is None:
            raise SvgError(f"it has the stroke-width {values['stroke-width']!r}, which is no length in px")
        changes["width"] = width
    for name, field, known in (
        ("fill-rule", "rule", ("nonzero", "evenodd")),
        ("stroke-linecap", "cap", ("butt", "round", "square")),
        ("stroke-linejoin", "join", ("miter", "round", "bevel")),
    ):
        if name in values:
            if values[name] not in known:
                raise SvgError(f"it has the {name} {values[name]!r}, which is not understood")
            changes[field] = values[name]
    if "transform" in values:
        changes["matrix"] = _product(style.matrix, _transform(values["transform"]))
    return replace(style, **changes) if changes else style


def _paint(text: str) -> Color | Current | None:
    if text in ("none", "transparent"):
        return None
    if text == CURRENT.value:
        return CURRENT
    if match := _RGB.fullmatch(text):
        red, green, blue = (int(channel) / 255 for channel in match.groups())
        return Color(red, green, blue)
    color = parse_hex(_NAMED.get(text, text))
    if color is None:
        raise SvgError(f"it has the colour {text!r}; expected #rrggbb, rgb(r, g, b), currentColor or none")
    return color


def _faded(paint: Color | Current | None, share: float) -> Color | Current | None:
    if share == 1 or paint is None:
        return paint
    if isinstance(paint, Current):
        raise SvgError("it has a transparent currentColor, which is not understood")
    return paint.faded(share)


def _share(text: str) -> float:
    percent = text.endswith("%")
    try:
        return float(text.rstrip("%")) / (100 if percent else 1)
    except ValueError:
        raise SvgError(f"it has the opacity {text!r}, which is no number") from None


def _size(text: str | None) -> float | None:
    """A length in px; None where there is none, or in another unit."""
    match = re.fullmatch(rf"\s*({_NUMBER.pattern})\s*(?:px)?\s*", text or "")
    return float(match[1]) if match else None


def _number(element: ET.Element, name: str) -> float:
    text = element.get(name)
    if text is None:
        return 0.0
    number = _size(text)
    if number is None:
        raise SvgError(f"its <{_tag(element)}> has {name}={text!r}, which is no number")
    return number


def _transform(text: str) -> Matrix:
    """A transform list (CSS Transforms 1, 8)."""
    matrix, at = _IDENTITY, 0
    while at < len(text.rstrip()):
        match = _TRANSFORM.match(text, at)
        if not match:
            raise SvgError(f"it has the transform {text!r:.60}, which is not understood")
        matrix = _product(matrix, _single(match[1], [float(n) for n in _NUMBER.findall(match[2])]))
        at = match.end()
    return matrix


def _single(name: str, numbers: list[float]) -> Matrix:
    match name, numbers:
        case "matrix", [a, b, c, d, e, f]:
            return a, b, c, d, e, f
        case "translate", [x, *rest]:
            return 1, 0, 0, 1, x, rest[0] if rest else 0
        case "scale", [x, *rest]:
            return x, 0, 0, rest[0] if rest else x, 0, 0
        case "rotate", [angle, *around]:
            cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            x, y = around if len(around) == len("xy") else (0.0, 0.0)
            return cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y
        case "skewX", [angle]:
            return 1, 0, math.tan(math.radians(angle)), 1, 0, 0
        case "skewY", [angle]:
            return 1, math.tan(math.radians(angle)), 0, 1, 0, 0
    raise SvgError(f"it has the transform {name} with {len(numbers)} numbers")


def _product(one: Matrix, other: Matrix) -> Matrix:
    """First the other, then the one."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f


def _scale(matrix: Matrix) -> float:
    """How much longer a transform makes every line."""
    a, b, c, d, _, _ = matrix
    across, down = math.hypot(a, b), math.hypot(c, d)
    if abs(across - down) > _EVEN * across or abs(a * c + b * d) > _EVEN * across * down:
        raise SvgError("it has a stroke under a transform that does not scale all directions alike")
    return across


def _tag(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else "comment"
