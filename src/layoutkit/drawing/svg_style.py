"""How the elements of an SVG file look: their presentation attributes, their ``style`` and what they inherit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from layoutkit.color import Color, parse_hex
from layoutkit.drawing.shapes import CURRENT, Current
from layoutkit.drawing.svg_values import IDENTITY, SvgError, length, number, product, share, transform

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from layoutkit.drawing.outline import Matrix

__all__ = ["Style", "faded", "styled"]

_REFUSED = {
    **dict.fromkeys(("filter", "mask", "clip-path", "stroke-dasharray", "transform-origin", "transform-box"), "none"),
    **dict.fromkeys(("marker", "marker-start", "marker-mid", "marker-end", "vector-effect", "offset-path"), "none"),
    **dict.fromkeys(("mix-blend-mode", "paint-order"), "normal"),
    **dict.fromkeys(("clip", "zoom", "rotate", "scale", "translate"), "auto"),
    **dict.fromkeys(("overflow-x", "overflow-y"), "hidden"),
}
"""What would change the picture, and the value with which it does not."""
_NAMED = {"black": "#000", "white": "#fff", "red": "#f00", "green": "#008000", "blue": "#00f", "gray": "#808080"}
_RGB = re.compile(r"rgb\(\s*(\d{1,9})\s*,\s*(\d{1,9})\s*,\s*(\d{1,9})\s*\)")
_BLACK = Color(0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Style:
    """What an element hands down."""

    matrix: Matrix = IDENTITY
    """From the element's own coordinates to px of the canvas."""
    fill: Color | Current | None = _BLACK
    stroke: Color | Current | None = None
    fill_opacity: float = 1.0
    stroke_opacity: float = 1.0
    width: float = 1.0
    rule: Literal["nonzero", "evenodd"] = "nonzero"
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"
    miter_limit: float = 4.0
    visible: bool = True


def styled(style: Style, values: Mapping[str, str]) -> Style:
    """The style of an element inside another.

    Raises:
        SvgError: a value is not understood.
    """
    _check(values)
    changes: dict[str, Any] = {}
    for name, field, read in _READERS:
        if name in values:
            changes[field] = read(values[name])
    for name, (field, known) in _WORDS.items():
        if name in values:
            if values[name] not in known:
                raise SvgError(f"it has the {name} {values[name]!r:.60}, which is not understood")
            changes[field] = values[name]
    if values.get("transform", "none") != "none":
        changes["matrix"] = product(style.matrix, transform(values["transform"]))
    return replace(style, **changes) if changes else style


def _check(values: Mapping[str, str]) -> None:
    """Refuse what would change the picture and is not understood."""
    for name, harmless in _REFUSED.items():
        if values.get(name, harmless) not in (harmless, "none", "initial", "unset", ""):
            article = "an" if name[0] in "aeiou" else "a"
            raise SvgError(f"it has {article} {name}, which is not understood")


def _stroke_width(text: str) -> float:
    width = length(text)
    if width is None or width < 0:
        raise SvgError(f"it has the stroke-width {text!r:.60}, which is not a length in px")
    return width


def _miter_limit(text: str) -> float:
    limit = number(text)
    if limit is None or limit < 1:
        raise SvgError(f"it has the stroke-miterlimit {text!r:.60}, which is not a number of at least 1")
    return limit


def _paint(text: str) -> Color | Current | None:
    if text in ("none", "transparent"):
        return None
    if text.lower() == CURRENT.value.lower():
        return CURRENT
    if match := _RGB.fullmatch(text):
        red, green, blue = (min(int(channel), 255) / 255 for channel in match.groups())
        return Color(red, green, blue)
    color = parse_hex(_NAMED.get(text, text))
    if color is None:
        raise SvgError(f"it has the colour {text!r:.60}; expected #rrggbb, rgb(r, g, b), currentColor or none")
    return color


def faded(paint: Color | Current | None, opacity: float) -> Color | Current | None:
    """A paint with an opacity.

    Raises:
        SvgError: it is ``currentColor``, which has none.
    """
    if opacity == 1 or paint is None:
        return paint
    if isinstance(paint, Current):
        raise SvgError("it has a transparent currentColor, which is not understood")
    return paint.faded(opacity)


def _is_visible(text: str) -> bool:
    return text not in ("hidden", "collapse")


_READERS: tuple[tuple[str, str, Callable[[str], Any]], ...] = (
    ("fill", "fill", _paint),
    ("stroke", "stroke", _paint),
    ("fill-opacity", "fill_opacity", share),
    ("stroke-opacity", "stroke_opacity", share),
    ("stroke-width", "width", _stroke_width),
    ("stroke-miterlimit", "miter_limit", _miter_limit),
    ("visibility", "visible", _is_visible),
)
"""Attributes, the fields of ``Style`` that they set, and how they are read."""
_WORDS = {
    "fill-rule": ("rule", ("nonzero", "evenodd")),
    "stroke-linecap": ("cap", ("butt", "round", "square")),
    "stroke-linejoin": ("join", ("miter", "round", "bevel")),
}
"""Attributes, the fields that they set, and the words that are understood."""
