"""Author's keywords -> BoxStyle: words like CSS's, shorthands spelt out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from layoutkit.diagnostics import error
from layoutkit.keywords import (
    SIDES,
    AlignContent,
    AlignItems,
    AlignSelf,
    AutoFlow,
    JustifyContent,
    JustifyItems,
    JustifySelf,
    Overflow,
    Position,
)
from layoutkit.nodes import Column, Grid, Stack
from layoutkit.style.box import AUTO, BoxStyle, Fr, GridSpan, MinMax
from layoutkit.style.tracks import track_list, track_sizes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layoutkit.geometry import Edges
    from layoutkit.nodes import Node
    from layoutkit.style.values import Values

__all__ = ["box_style", "line_length"]

_AXIS = {"top": "y", "right": "x", "bottom": "y", "left": "x"}
_WORDS = {
    "justify": ("justify_content", get_args(JustifyContent)),
    "align": ("align_items", get_args(AlignItems)),
    "align_content": ("align_content", get_args(AlignContent)),
    "align_self": ("align_self", get_args(AlignSelf)),
    "justify_self": ("justify_self", get_args(JustifySelf)),
    "position": ("position", get_args(Position)),
    "overflow": ("overflow", get_args(Overflow)),
}
_SHORTHANDS = {
    (name, side): (name, f"{name}_{_AXIS[side]}", f"{name}_{side}") for name in ("padding", "margin") for side in SIDES
}
"""The keywords that set one side, the most specific last."""
_EDGES = frozenset((*SIDES, *(word for words in _SHORTHANDS.values() for word in words)))
"""All keywords for sides."""
_AUTO_FLOWS, _JUSTIFY_ITEMS = get_args(AutoFlow), get_args(JustifyItems)
_LEAST_RATIO = 1e-6
"""A ratio of 0 would make a box infinitely high."""


def box_style(node: Node, props: Mapping[str, Any], values: Values, *, border: Edges) -> BoxStyle:
    """The layout properties of a node.

    Args:
        node: its type decides how children are placed.
        props: the author's keywords over those of the component.
        values: reads lengths and reports faults.
        border: border widths in px.
    """
    fields = {**_sizes(props, values), **_edges(props, values), **_flow(props, values), **_area(props, values)}
    if any(props.get(word) is not None for word in ("column_rule", "row_rule")):
        fields["has_rules"] = True
    fields |= {f"border_{side}": width for side in SIDES if (width := getattr(border, side))}
    for word, (field, known) in _WORDS.items():
        if word in props:
            fields[field] = values.word(props[word], word, known)
    match node:
        case Grid():
            fields |= _grid(node, values)
        case Stack():
            fields |= _stack(fields)
        case _:
            direction = "column" if isinstance(node, Column) else "row"
            fields["flex_direction"] = f"{direction}-reverse" if props.get("reverse") else direction
    return BoxStyle(**fields)


def _sizes(props: Mapping[str, Any], values: Values) -> dict[str, Any]:
    """Width and height, their limits, and the ratio between them."""
    fields: dict[str, Any] = {}
    for word in ("width", "height", "min_width", "min_height"):
        if word in props:
            fields[word] = values.size(props[word], word)
    for word in ("max_width", "max_height"):
        if word in props:
            fields[word] = values.limit(props[word], word)
    if "aspect_ratio" in props:
        fields["aspect_ratio"] = values.number(props["aspect_ratio"], "aspect_ratio", least=_LEAST_RATIO)
    return fields


def _edges(props: Mapping[str, Any], values: Values) -> dict[str, Any]:
    """Padding, margin and insets of the four sides."""
    fields: dict[str, Any] = {}
    if props.keys().isdisjoint(_EDGES):
        return fields
    for side in SIDES:
        if side in props:
            fields[side] = values.dimension(props[side], side)
        for word in _shorthands("padding", side, props):
            fields[f"padding_{side}"] = values.length(props[word], word, least=0)
        for word in _shorthands("margin", side, props):
            fields[f"margin_{side}"] = values.dimension(props[word], word)
    return fields


def _shorthands(name: str, side: str, props: Mapping[str, Any]) -> list[str]:
    """The keywords present that set this side, the most specific last."""
    return [word for word in _SHORTHANDS[name, side] if word in props]


def _flow(props: Mapping[str, Any], values: Values) -> dict[str, Any]:
    """Wrapping and gaps of the children, and the box's own flexibility."""
    fields: dict[str, Any] = {}
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
        fields["flex_basis"] = basis if basis == "content" else values.size(basis, "basis")
    return fields


def _area(props: Mapping[str, Any], values: Values) -> dict[str, Any]:
    """The cells that a child of a grid covers."""
    fields: dict[str, Any] = {}
    for axis in ("column", "row"):
        if axis in props:
            line = values.whole(props[axis], axis)
            if line == 0:
                raise error(
                    "bad-value", f"{axis} is 0; lines are counted from 1, or from -1 at the end", origin=values.origin
                )
            fields[f"grid_{axis}_start"] = line
        if f"{axis}_span" in props:
            fields[f"grid_{axis}_end"] = GridSpan(values.whole(props[f"{axis}_span"], f"{axis}_span", least=1))
    return fields


def _grid(node: Grid, values: Values) -> dict[str, Any]:
    """The tracks of a grid and how its cells are filled."""
    return {
        "display": "grid",
        "grid_template_columns": track_list(node.columns, "columns", values),
        "grid_template_rows": track_list(node.rows, "rows", values),
        "grid_auto_columns": track_sizes(node.auto_columns, "auto_columns", values),
        "grid_auto_rows": track_sizes(node.auto_rows, "auto_rows", values),
        "grid_auto_flow": values.word(node.flow, "flow", _AUTO_FLOWS),
        "justify_items": values.word(node.justify_items, "justify_items", _JUSTIFY_ITEMS),
    }


def _stack(fields: Mapping[str, Any]) -> dict[str, Any]:
    """A grid of one cell; where children go across it is what authors call ``justify``."""
    justify = fields.get("justify_content", "normal")
    return {
        "display": "grid",
        "grid_template_columns": (MinMax(AUTO, Fr(1.0)),),
        "grid_template_rows": (MinMax(AUTO, Fr(1.0)),),
        "justify_items": justify if justify in _JUSTIFY_ITEMS else "normal",
        "justify_content": "normal",
    }


def line_length(style: BoxStyle) -> float | None:
    """How long turned lines may be, in px, by the height or the greatest height of their box; None where open."""
    known = [length for length in (style.height, style.max_height) if isinstance(length, int | float)]
    sides = (style.padding_top, style.padding_bottom, style.border_top, style.border_bottom)
    taken = sum(side for side in sides if isinstance(side, int | float))
    return max(0.0, min(known) - taken) if known else None
