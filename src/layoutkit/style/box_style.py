"""Author's keywords -> BoxStyle: words like CSS's, shorthands spelt out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from layoutkit.keywords import AlignContent, AlignItems, AlignSelf, JustifyContent
from layoutkit.style.box import BoxStyle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layoutkit.style.values import Values

__all__ = ["box_style"]

_SIDES = ("top", "right", "bottom", "left")
_AXIS = {"top": "y", "right": "x", "bottom": "y", "left": "x"}
_WORDS = {
    "justify": ("justify_content", get_args(JustifyContent)),
    "align": ("align_items", get_args(AlignItems)),
    "align_content": ("align_content", get_args(AlignContent)),
    "align_self": ("align_self", get_args(AlignSelf)),
    "position": ("position", ("relative", "absolute")),
    "overflow": ("overflow", ("visible", "hidden")),
}
_LEAST_RATIO = 1e-6
"""A ratio of 0 would make a box infinitely high."""


def box_style(props: Mapping[str, Any], values: Values, *, column: bool, border: float) -> BoxStyle:
    """The layout properties of a node.

    Args:
        props: the author's keywords over those of the component.
        values: reads lengths and reports faults.
        column: whether children are placed below one another.
        border: border width in px, the same on the four sides.
    """
    fields = {**_sizes(props, values), **_edges(props, values), **_flow(props, values, column=column)}
    if border:
        fields |= {f"border_{side}": border for side in _SIDES}
    for word, (field, known) in _WORDS.items():
        if word in props:
            fields[field] = values.word(props[word], word, known)
    return BoxStyle(**fields)


def _sizes(props: Mapping[str, Any], values: Values) -> dict[str, Any]:
    """Width and height, their limits, and the ratio between them."""
    fields: dict[str, Any] = {}
    for word in ("width", "height", "min_width", "min_height"):
        if word in props:
            fields[word] = values.dimension(props[word], word, least=0)
    for word in ("max_width", "max_height"):
        if word in props:
            fields[word] = values.length(props[word], word, least=0)
    if "aspect_ratio" in props:
        fields["aspect_ratio"] = values.number(props["aspect_ratio"], "aspect_ratio", least=_LEAST_RATIO)
    return fields


def _edges(props: Mapping[str, Any], values: Values) -> dict[str, Any]:
    """Padding, margin and insets of the four sides."""
    fields: dict[str, Any] = {}
    for side in _SIDES:
        if side in props:
            fields[side] = values.dimension(props[side], side)
        for word in _shorthands("padding", side, props):
            fields[f"padding_{side}"] = values.length(props[word], word, least=0)
        for word in _shorthands("margin", side, props):
            fields[f"margin_{side}"] = values.dimension(props[word], word)
    return fields


def _shorthands(name: str, side: str, props: Mapping[str, Any]) -> list[str]:
    """The keywords present that set this side, the most specific last."""
    return [word for word in (name, f"{name}_{_AXIS[side]}", f"{name}_{side}") if word in props]


def _flow(props: Mapping[str, Any], values: Values, *, column: bool) -> dict[str, Any]:
    """The direction in which children are placed, their gaps, and the box's own flexibility."""
    fields: dict[str, Any] = {}
    if column or props.get("reverse"):
        fields["flex_direction"] = ("column" if column else "row") + ("-reverse" if props.get("reverse") else "")
    if props.get("wrap"):
        fields["flex_wrap"] = "wrap"
    if "gap" in props:
        fields["row_gap"] = fields["column_gap"] = values.length(props["gap"], "gap", least=0)
    for word in ("row_gap", "column_gap"):
        if word in props:
            fields[word] = values.length(props[word], word, least=0)
    for word in ("grow", "shrink"):
        if word in props:
            fields[f"flex_{word}"] = values.number(props[word], word, least=0)
    if "basis" in props:
        basis = props["basis"]
        fields["flex_basis"] = basis if basis == "content" else values.dimension(basis, "basis", least=0)
    return fields
