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
_AXIS_SIDES = {"x": ("left", "right"), "y": ("top", "bottom")}
_WORDS = {
    "justify": ("justify_content", get_args(JustifyContent)),
    "align": ("align_items", get_args(AlignItems)),
    "align_content": ("align_content", get_args(AlignContent)),
    "align_self": ("align_self", get_args(AlignSelf)),
    "position": ("position", ("relative", "absolute")),
    "overflow": ("overflow", ("visible", "hidden")),
}


def box_style(props: Mapping[str, Any], values: Values, *, column: bool, border: float) -> BoxStyle:
    """The layout properties of a node.

    Args:
        props: the author's keywords over those of the component.
        values: reads lengths and reports faults.
        column: whether children are placed below one another.
        border: border width in px, the same on the four sides.
    """
    fields: dict[str, Any] = {}
    for word in ("width", "height", "min_width", "min_height"):
        if word in props:
            fields[word] = values.dimension(props[word], word, least=0)
    for word in ("max_width", "max_height"):
        if word in props:
            fields[word] = values.length(props[word], word, least=0)
    for word in _SIDES:
        if word in props:
            fields[word] = values.dimension(props[word], word)
    for side in _SIDES:
        for shorthand in _shorthands("padding", side, props):
            fields[f"padding_{side}"] = values.length(props[shorthand], shorthand, least=0)
        for shorthand in _shorthands("margin", side, props):
            fields[f"margin_{side}"] = values.dimension(props[shorthand], shorthand)
        if border:
            fields[f"border_{side}"] = border
    for word in ("gap", "row_gap", "column_gap"):
        if word in props:
            gap = values.length(props[word], word, least=0)
            fields |= {"row_gap": gap, "column_gap": gap} if word == "gap" else {word: gap}
    for word, field in (("grow", "flex_grow"), ("shrink", "flex_shrink")):
        if word in props:
            fields[field] = values.number(props[word], word, least=0)
    if "aspect_ratio" in props:
        fields["aspect_ratio"] = values.number(props["aspect_ratio"], "aspect_ratio", least=1e-6)
    if "basis" in props:
        basis = props["basis"]
        fields["flex_basis"] = basis if basis == "content" else values.dimension(basis, "basis", least=0)
    for word, (field, known) in _WORDS.items():
        if word in props:
            fields[field] = values.word(props[word], word, known)
    if column or props.get("reverse"):
        fields["flex_direction"] = ("column" if column else "row") + ("-reverse" if props.get("reverse") else "")
    if props.get("wrap"):
        fields["flex_wrap"] = "wrap"
    return BoxStyle(**fields)


def _shorthands(name: str, side: str, props: Mapping[str, Any]) -> list[str]:
    """The keywords present that set this side, the most specific last."""
    axis = next(axis for axis, sides in _AXIS_SIDES.items() if side in sides)
    return [word for word in (name, f"{name}_{axis}", f"{name}_{side}") if word in props]
