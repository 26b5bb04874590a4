"""The boxes of a placed figure for the inspector: where each is, what it keeps free, and what gives it its look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.inspection import inspected
from layoutkit.paint.overlay import baselines, gap_areas, laid_box, laid_boxes
from layoutkit.placed_tree import facts
from layoutkit.preview.messages import place, rect
from layoutkit.preview.provenance import Provenance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layoutkit.inspection import InspectedBox
    from layoutkit.layout.arrange import Placed
    from layoutkit.layout.tree import PlacedBox
    from layoutkit.paint.overlay import LaidBox
    from layoutkit.preview.frames import Message
    from layoutkit.style.styled import Styled
    from layoutkit.tokens import Theme

__all__ = ["tree"]

_LONGEST = 80
"""Characters of a text."""
_SIDES = ("top", "right", "bottom", "left")


def tree(placed: Placed, theme: Theme) -> Message:
    """All boxes, outermost first, and the tokens that draw them."""
    laid = {id(one.placed): one for one in laid_boxes(laid_box(placed.root))}
    origins = Provenance(theme)
    root = _box(inspected(placed), placed.root, laid, origins)
    return {"root": root, "tokens": origins.tokens}


def _box(box: InspectedBox, placed: PlacedBox[Styled], laid: Mapping[int, LaidBox], origins: Provenance) -> Message:
    own, style = laid.get(id(placed)), placed.box.style
    properties = origins.properties(placed.box)
    return {
        "type": box.type,
        "name": box.name,
        "text": box.text if len(box.text) <= _LONGEST else f"{box.text[:_LONGEST]}…",
        "rect": rect(box.rect),
        "content": rect(box.content),
        "margin": [_px(getattr(style, f"margin_{side}")) for side in _SIDES],
        "border": [_px(getattr(style, f"border_{side}")) for side in _SIDES],
        "gaps": [rect(one) for one in gap_areas(own)] if own is not None else [],
        "baselines": [[*start, *end] for start, end in baselines(own)] if own is not None else [],
        "facts": list(facts(box)),
        "properties": properties,
        "tokens": origins.drawing(properties),
        "place": None if box.place is None else place(box.place),
        "path": [list(point) for point in box.path],
        "hidden": box.hidden,
        "children": [
            _box(child, inner, laid, origins) for child, inner in zip(box.children, placed.children, strict=True)
        ],
    }


def _px(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
