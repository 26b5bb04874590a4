"""The tree of placed boxes, as text for people and as JSON for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from layoutkit.check.naming import quoted
from layoutkit.diagnostics import shown_path
from layoutkit.nodes import Stack
from layoutkit.style.box import Auto, FitContent, Fr, GridSpan, MinMax, Percent, Repeat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.geometry import Rect
    from layoutkit.inspection import InspectedBox
    from layoutkit.origin import Location

__all__ = ["as_json", "as_text", "facts", "shown_value"]

_SIDES = ("top", "right", "bottom", "left")
_SAID = {
    *("display", "flex_direction", "position", "row_gap", "column_gap"),
    *(f"{group}_{side}" for group in ("padding", "margin", "border") for side in _SIDES),
}
"""Properties that the type of a node says, or that are gathered under one name."""
_WIDEST = 56
"""Columns for the names; longer ones push the rest of their line."""


# -- text ---------------------------------------------------------------------------------------


def as_text(tree: InspectedBox) -> list[str]:
    """Lines in columns: the tree, place and size, the author's line, and what decides where the box is."""
    rows = list(_rows(tree, "", ""))
    widths = [max(len(row[i]) for row in rows) for i in range(3)]
    widths[0] = min(widths[0], _WIDEST)
    return ["  ".join((*(f"{cell:{width}}" for cell, width in zip(row, widths, strict=False)), row[3])).rstrip()
            for row in rows]  # fmt: skip


def _rows(box: InspectedBox, first: str, rest: str) -> Iterator[tuple[str, str, str, str]]:
    yield f"{first}{_title(box)}", _area(box.rect), _where(box.place), ", ".join(facts(box))
    for child in box.children:
        last = child is box.children[-1]
        yield from _rows(child, f"{rest}{'└─ ' if last else '├─ '}", f"{rest}{'   ' if last else '│  '}")


def _title(box: InspectedBox) -> str:
    words = quoted(box.text) if box.text.strip() else ""
    return " ".join(word for word in (box.type, box.name, words) if word)


def _area(rect: Rect) -> str:
    return f"{rect.x:6.1f} {rect.y:6.1f}  {rect.width:6.1f} × {rect.height:<6.1f}"


def _where(place: Location | None) -> str:
    return "" if place is None else f"{shown_path(place.path)}:{place.line}"


def facts(box: InspectedBox) -> Iterator[str]:
    """What decides place and size, in the words of CSS."""
    if box.hidden:
        yield "hidden"
    if box.style.get("position") == "absolute" and not box.path:
        yield "absolute"
    if str(box.style.get("flex_direction")).endswith("reverse"):
        yield "reverse"
    for group in ("padding", "margin"):
        sides = [shown_value(box.style.get(f"{group}_{side}", 0)) for side in _SIDES]
        if set(sides) != {"0"}:
            yield f"{group} {_sides(sides)}"
    gaps = [shown_value(box.style.get(f"{axis}_gap", 0)) for axis in ("row", "column")]
    if set(gaps) != {"0"}:
        yield f"gap {' '.join(dict.fromkeys(gaps))}"
    for name, value in box.style.items():
        said = name in _SAID or (box.type == Stack.__name__ and name.startswith("grid"))
        if not said:
            yield f"{name.removeprefix('flex_').removeprefix('grid_').replace('_', '-')} {shown_value(value)}"
    if box.path:
        yield "path " + " ".join(f"{x:.0f},{y:.0f}" for x, y in box.path)


def _sides(values: list[str]) -> str:
    """Four sides as CSS shortens them."""
    top, right, bottom, left = values
    if left != right:
        return " ".join(values)
    if top != bottom:
        return f"{top} {right} {bottom}"
    return top if top == right else f"{top} {right}"


def shown_value(value: object) -> str:  # noqa: PLR0911 - one line for each kind of value
    """A value of a layout property in the words of CSS."""
    match value:
        case float() | int():
            return f"{value:.4g}"
        case Percent():
            return f"{100 * value.fraction:.4g}%"
        case Fr():
            return f"{value.factor:g}fr"
        case Auto():
            return "auto"
        case GridSpan():
            return f"span {value.count}"
        case MinMax():
            return f"minmax({shown_value(value.least)}, {shown_value(value.greatest)})"
        case FitContent():
            return f"fit-content({shown_value(value.limit)})"
        case Repeat():
            return f"repeat({value.count}, {shown_value(value.tracks)})"
        case tuple():
            return " ".join(map(shown_value, value))
        case _:
            return str(value)


# -- JSON ---------------------------------------------------------------------------------------


def as_json(box: InspectedBox) -> dict[str, Any]:
    """A box and all inside it; docs/checks.md documents the fields."""
    found: dict[str, Any] = {"type": box.type, "name": box.name}
    if box.text:
        found["text"] = box.text
    found |= {"rect": _numbers(box.rect), "content": _numbers(box.content)}
    found["style"] = {
        name.replace("_", "-"): value if isinstance(value, int | float | str) else shown_value(value)
        for name, value in box.style.items()
    }
    if box.hidden:
        found["hidden"] = True
    if box.path:
        found["path"] = [list(point) for point in box.path]
    if box.place is not None:
        found |= {"file": str(shown_path(box.place.path)), "line": box.place.line}
    return {**found, "children": [as_json(child) for child in box.children]}


def _numbers(rect: Rect) -> dict[str, float]:
    return {"x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height}
