"""The CSS longhands of the conformance cases, read into box styles, and their text as a content."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from layoutkit.keywords import SizeWord
from layoutkit.layout import LayoutBox
from layoutkit.sizing import MAX_CONTENT, Fit, Measured, Request
from layoutkit.style.box import AUTO, BoxStyle, FitContent, Fr, GridSpan, MinMax, Percent, Repeat

if TYPE_CHECKING:
    from layoutkit.style.box import Auto, GridLine, TrackBreadth, TrackList, TrackSize

__all__ = ["AhemText", "box", "style"]

ZERO_WIDTH_SPACE = "\u200b"
_GLYPH = 10.0
_LINE = 10.0
_ASCENT = 8.0


@dataclass(frozen=True, slots=True)
class AhemText:
    """Text in Ahem at 10px/1: every character is a square of 10 px, with the baseline 8 px down."""

    text: str

    def measure(self, request: Request) -> Measured:
        """Break the lines greedily at spaces, which hang, and at zero-width spaces."""
        words = [
            (len(part) * _GLYPH, _GLYPH if nth_word and not nth_part else 0.0)
            for nth_word, word in enumerate(self.text.split(" "))
            for nth_part, part in enumerate(word.split(ZERO_WIDTH_SPACE))
        ]
        widest = sum(width + space for width, space in words)
        narrowest = max(width for width, _ in words)
        if request is MAX_CONTENT:
            return Measured(widest, _LINE, _ASCENT)
        offered = request.width if isinstance(request, Fit) else narrowest
        offered = max(narrowest, min(offered, widest))
        lines, filled = 0, None
        for width, space in words:
            if filled is not None and filled + space + width <= offered + 1e-6:
                filled += space + width
            else:
                lines, filled = lines + 1, width
        return Measured(offered, lines * _LINE, _ASCENT)


def box(tree: dict[str, Any]) -> LayoutBox:
    """The box of a case's tree."""
    text = tree.get("text")
    children = tuple(map(box, tree.get("children", ())))
    return LayoutBox(style(tree.get("style", {})), children, AhemText(text) if text else None)


def style(declarations: dict[str, str]) -> BoxStyle:
    """The box style of some CSS longhands; a longhand that is not known raises KeyError."""
    values: dict[str, Any] = {"row_gap": "normal", "column_gap": "normal"}
    for longhand, value in declarations.items():
        name = longhand.replace("-", "_")
        if name == "overflow_y":
            continue
        if name == "overflow_x":
            name = "overflow"
        elif name.startswith("border_"):
            name = name.removesuffix("_width")
        values[name] = _VALUES.get(name, _length)(value)
    return BoxStyle(**values)


_SIZE_WORDS = frozenset(get_args(SizeWord))


def _size(text: str) -> float | Percent | Auto | str:
    return text if text in _SIZE_WORDS else _length(text)


def _length(text: str) -> float | Percent | Auto:
    if text == "auto":
        return AUTO
    if text.endswith("%"):
        return Percent(float(text[:-1]) / 100)
    return float(text.removesuffix("px"))


def _limit(text: str) -> float | Percent | Auto | str | None:
    return None if text == "none" else _size(text)


def _basis(text: str) -> float | Percent | Auto | str:
    return "content" if text == "content" else _size(text)


def _ratio(text: str) -> float | None:
    if text == "auto":
        return None
    width, _, height = text.partition("/")
    return float(width) / float(height or 1)


def _tracks(text: str) -> TrackList | str:
    if text == "subgrid":
        return text
    return () if text == "none" else tuple(map(_track_or_repeat, _split(text, r"\s+")))


def _track_or_repeat(text: str) -> TrackSize | Repeat:
    if not text.startswith("repeat("):
        return _track(text)
    count, tracks = _split(_inside(text), r"\s*,\s*")
    times: Any = count if count.startswith("auto") else int(count)
    return Repeat(times, tuple(map(_track, _split(tracks, r"\s+"))))


def _track(text: str) -> TrackSize:
    if text.startswith("minmax("):
        least, greatest = _split(_inside(text), r"\s*,\s*")
        return MinMax(_breadth(least), _breadth(greatest))
    if text.startswith("fit-content("):
        limit: Any = _length(_inside(text))
        return FitContent(limit)
    return _breadth(text)


def _breadth(text: str) -> TrackBreadth:
    if text.endswith("fr"):
        return Fr(float(text.removesuffix("fr")))
    return _INTRINSIC[text] if text in _INTRINSIC else _length(text)


_INTRINSIC: dict[str, TrackBreadth] = {"min-content": "min-content", "max-content": "max-content"}


def _inside(function: str) -> str:
    return function[function.index("(") + 1 : -1].strip()


def _split(text: str, separator: str) -> list[str]:
    """The parts between separators that are outside of all parentheses."""
    return [part for part in re.split(separator + r"(?![^()]*(?:\([^()]*\)[^()]*)*\))", text.strip()) if part]


def _line(text: str) -> GridLine:
    if text == "auto":
        return AUTO
    return GridSpan(int(text.removeprefix("span"))) if text.startswith("span") else int(text)


def _flow(text: str) -> str:
    return f"row {text}" if text == "dense" else text


_KEYWORDS = (
    "display position box_sizing overflow flex_direction flex_wrap justify_content align_items align_content align_self"
    " justify_items justify_self"
)
_TRACK_LISTS = "grid_template_columns grid_template_rows grid_auto_columns grid_auto_rows"
_LINES = "grid_column_start grid_column_end grid_row_start grid_row_end"
_VALUES: dict[str, Any] = {
    **dict.fromkeys(_KEYWORDS.split(), str),
    **dict.fromkeys(_TRACK_LISTS.split(), _tracks),
    **dict.fromkeys(_LINES.split(), _line),
    "grid_auto_flow": _flow,
    "width": _size,
    "height": _size,
    "min_width": _size,
    "min_height": _size,
    "max_width": _limit,
    "max_height": _limit,
    "flex_basis": _basis,
    "aspect_ratio": _ratio,
    "flex_grow": float,
    "flex_shrink": float,
}
