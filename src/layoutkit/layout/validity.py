"""Which values of a box style can be laid out, and what to tell the author about the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from layoutkit.diagnostics import error
from layoutkit.keywords import SizeWord
from layoutkit.style.box import AUTO, Percent

if TYPE_CHECKING:
    from layoutkit.origin import Origin
    from layoutkit.style.box import BoxStyle

__all__ = ["LARGEST", "InvalidLengthError", "explain"]

LARGEST = 1e9
"""The largest length in px, and the largest factor: a thousand of them still add up exactly enough."""

_SIGNED = ("margin_top", "margin_right", "margin_bottom", "margin_left", "top", "right", "bottom", "left")
_SIZES = ("width", "height", "min_width", "min_height", "max_width", "max_height", "flex_basis")
_LENGTHS = (
    *(*_SIZES, "row_gap", "column_gap"),
    *("padding_top", "padding_right", "padding_bottom", "padding_left"),
    *("border_top", "border_right", "border_bottom", "border_left"),
)
_WORDS = frozenset(get_args(SizeWord))
_FACTORS = ("flex_grow", "flex_shrink", "aspect_ratio")


class InvalidLengthError(ValueError):
    """A value of a style cannot be laid out; :func:`explain` finds out which."""


def explain(style: BoxStyle, origin: Origin) -> None:
    """Look for the value that cannot be laid out.

    Raises:
        LayoutkitError: there is one.
    """
    for name in _SIGNED + _LENGTHS + _FACTORS:
        value = getattr(style, name)
        word = "normal" if name.endswith("_gap") else "content"
        if value is AUTO or value is None or value == word or (name in _SIZES and value in _WORDS):
            continue
        shown = f"{value.fraction * 100:g} %" if isinstance(value, Percent) else f"{value!r}"
        number = value.fraction if isinstance(value, Percent) else value
        least = -LARGEST if name in _SIGNED else 1 / LARGEST if name == "aspect_ratio" else 0
        if not isinstance(number, (int, float)) or not least <= number <= LARGEST:
            message = f"{name} is {shown}; it has to be a number from {least:g} to {LARGEST:g}"
            raise error("invalid-length", message, origin=origin)
