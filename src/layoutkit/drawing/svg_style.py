"""How the elements of an SVG file look: their properties and what they inherit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from layoutkit.color import Color
from layoutkit.drawing.shapes import CURRENT, CurrentColor
from layoutkit.drawing.svg_colors import parse_color
from layoutkit.drawing.svg_error import SvgError
from layoutkit.drawing.svg_known import OF_TEXT
from layoutkit.drawing.svg_values import length, number, share

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CONTEXT", "Ink", "PaintServer", "Style", "article", "ink_of", "reference", "styled"]

Ink = Color | CurrentColor
"""One colour."""
_BLACK = Color(0.0, 0.0, 0.0)
_URL = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"'()\s]*))\s*\)\s*(.*)""", re.DOTALL)
_BETWEEN = re.compile(r"\s*,\s*|\s+")
_FONT_SIZES = {
    "xx-small": 9.6, "x-small": 12.0, "small": 14.4, "medium": 16.0, "large": 19.2, "x-large": 24.0, "xx-large": 32.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PaintServer:
    """A gradient or a pattern by its id, and what is painted where it cannot be used."""

    name: str
    otherwise: Ink | None


CONTEXT = ("context-fill", "context-stroke")
"""Paints of what a marker or a ``use`` belongs to."""
Paint = Ink | PaintServer | str | None


@dataclass(frozen=True, slots=True)
class Style:
    """What an element hands down."""

    color: Ink = CURRENT
    """What ``currentColor`` stands for: the colour around the picture, unless the file says ``color``."""
    fill: Paint = _BLACK
    stroke: Paint = None
    fill_opacity: float = 1.0
    stroke_opacity: float = 1.0
    width: str = "1"
    """Of the stroke, as it is written: percentages are shares of the viewport around each shape."""
    rule: Literal["nonzero", "evenodd"] = "nonzero"
    clip_rule: Literal["nonzero", "evenodd"] = "nonzero"
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"
    miter_limit: float = 4.0
    dash: str = "none"
    dash_offset: str = "0"
    visible: bool = True
    order: tuple[str, ...] = ("fill", "stroke", "markers")
    """In which what a shape consists of is painted."""
    font_size: float = 16.0
    """In px."""
    markers: Mapping[str, str] = field(default_factory=dict)
    """``marker-start``, ``-mid`` and ``-end``, as they are written."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Properties of texts, as they are written."""


def article(name: str) -> str:
    """The indefinite article before a word."""
    return "an" if name[0] in "aeiou" else "a"


def styled(style: Style, values: Mapping[str, str]) -> Style:  # noqa: C901 - one step for each kind of property
    """The style of an element inside another.

    Raises:
        SvgError: a value is not understood.
    """
    changes: dict[str, Any] = {}
    if "color" in values:
        changes["color"] = _one_ink("color", values["color"], style.color)
    changes |= {name: _paint(name, values[name]) for name in ("fill", "stroke") if name in values}
    for name, key, read in _READERS:
        value = read(values[name]) if name in values else None
        if value is not None:  # as in browsers, what the property cannot have counts for nothing
            changes[key] = value
    for name, (key, known) in _WORDS.items():
        if name in values:
            if values[name] in _NOT_DRAWN:
                raise SvgError(f"it has the {name} {values[name]!r:.60}, which is not understood")
            if values[name] in known:  # as in browsers, words that CSS does not have count for nothing
                changes[key] = values[name]
    if "font-size" in values:
        changes["font_size"] = _font_size(values["font-size"], style.font_size)
    for key, names in (("markers", _MARKERS), ("texts", OF_TEXT)):
        written = {name: value for name, value in values.items() if name in names}
        if written:
            changes[key] = {**getattr(style, key), **written}
    return replace(style, **changes) if changes else style


def reference(name: str, text: str) -> tuple[str, str] | None:
    """The id that a ``url(#…)`` names and what is written behind it; None where the text is something else.

    Raises:
        SvgError: it leads out of the file.
    """
    match = _URL.fullmatch(text)
    if match is None:
        return None
    address = match[1] or match[2] or match[3] or ""
    if not address.startswith("#"):
        raise SvgError(
            f"it has the {name} {text!r:.60}, which leads out of the file; other files are not read",
            hint="put what it names into this file, and refer to it as url(#id)",
        )
    return address[1:], match[4].strip()


def ink_of(text: str, color: Ink) -> Ink | None:
    """A colour, or what ``currentColor`` stands for; None where it is neither."""
    return color if text.lower() == "currentcolor" else parse_color(text)


def _one_ink(name: str, text: str, color: Ink) -> Ink:
    found = ink_of(text, color)
    if found is None:
        raise _no_color(name, text)
    return found


def _no_color(name: str, text: str) -> SvgError:
    return SvgError(
        f"it has the {name} {text!r:.60}, which is not a colour that is understood",
        hint="write it as #rrggbb, rgb(r, g, b), a CSS name, currentColor or none",
    )


def _paint(name: str, text: str) -> Paint:
    """A paint; ``currentColor`` stays ``CURRENT``, as it is inherited as a word (CSS Color 4, 10.2)."""
    if text == "none":
        return None
    if text in CONTEXT:
        return text
    server = reference(name, text)
    if server is None:
        return _one_ink(name, text, CURRENT)
    target, rest = server
    return PaintServer(target, None if rest in ("", "none") else _one_ink(name, rest, CURRENT))


def _stroke_width(text: str) -> str:
    width = length(text, 1.0, 1.0)
    if width is None or width < 0:
        raise SvgError(f"it has the stroke-width {text!r:.60}, which is not a length of at least 0")
    return text


def _miter_limit(text: str) -> float | None:
    limit = number(text)
    if limit is None and length(text, 1.0, 1.0) is None:
        raise SvgError(f"it has the stroke-miterlimit {text!r:.60}, which is not a number")
    return limit if limit is None or limit >= 1 else None


def _dash(text: str) -> str:
    if text == "none":
        return text
    parts = [length(part, 1.0, 1.0) for part in _BETWEEN.split(text)]
    if any(part is None for part in parts):
        raise SvgError(f"it has the stroke-dasharray {text!r:.60}, which is not a list of lengths")
    return "none" if any(part is not None and part < 0 for part in parts) else text  # SVG 2, 13.5.6: as if left out


def _dash_offset(text: str) -> str:
    if length(text, 1.0, 1.0) is None:
        raise SvgError(f"it has the stroke-dashoffset {text!r:.60}, which is not a length")
    return text


def _is_visible(text: str) -> bool:
    return text not in ("hidden", "collapse")


def _order(text: str) -> tuple[str, ...]:
    usual = ("fill", "stroke", "markers")
    if text == "normal":
        return usual
    words = text.split()
    if len(set(words)) != len(words) or not set(words) <= set(usual):
        return usual  # as in browsers, what CSS does not have counts for nothing
    return (*words, *(word for word in usual if word not in words))


def _font_size(text: str, around: float) -> float:
    size = _FONT_SIZES.get(text)
    if size is None:
        factor = {"smaller": 1 / 1.2, "larger": 1.2}.get(text)
        size = length(text, around, around) if factor is None else factor * around
    if size is None or size < 0:
        raise SvgError(f"it has the font-size {text!r:.60}, which is not a length of at least 0")
    return size


_MARKERS = ("marker-start", "marker-mid", "marker-end")
_NOT_DRAWN = ("arcs", "miter-clip", "initial", "unset", "revert", "revert-layer")
"""Words that browsers know and that are not drawn here."""
_READERS = (
    ("fill-opacity", "fill_opacity", share),
    ("stroke-opacity", "stroke_opacity", share),
    ("stroke-width", "width", _stroke_width),
    ("stroke-miterlimit", "miter_limit", _miter_limit),
    ("stroke-dasharray", "dash", _dash),
    ("stroke-dashoffset", "dash_offset", _dash_offset),
    ("visibility", "visible", _is_visible),
    ("paint-order", "order", _order),
)
"""Properties, the fields of ``Style`` that they set, and how they are read."""
_WORDS = {
    "fill-rule": ("rule", ("nonzero", "evenodd")),
    "clip-rule": ("clip_rule", ("nonzero", "evenodd")),
    "stroke-linecap": ("cap", ("butt", "round", "square")),
    "stroke-linejoin": ("join", ("miter", "round", "bevel")),
}
"""Properties, the fields that they set, and the words that are understood."""
