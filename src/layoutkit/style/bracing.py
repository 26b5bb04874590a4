"""How a brace looks, and the room that it takes in its box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from layoutkit.geometry import Side
from layoutkit.style.content import BraceContent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layoutkit.nodes.annotation import Annotation
    from layoutkit.style.element import Element
    from layoutkit.style.values import Values


__all__ = ["braced"]


class Needed(Protocol):
    """The tokens of a component that cannot do without them."""

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 - the schema fixes the type
        """The token; an error at the author's line where there is none."""


def braced(
    node: Annotation, targets: tuple[Element, ...], props: Mapping[str, Any], needed: Needed, values: Values
) -> tuple[BraceContent, dict[str, Any]]:
    """The brace, and the box's keywords with padding where it is drawn; its border is the colour of the line.

    Args:
        node: the annotation.
        targets: what it is about.
        props: the author's keywords over those of the component.
        needed: the same, for tokens that have to be there.
        values: reads colours and lengths.
    """
    assert node.shape != "outline"  # noqa: S101 - outlines are boxes like any other
    size, clearance = float(needed["size"]), float(needed["clearance"])
    color, width = values.color(needed["border"], "border"), float(needed["stroke_width"])
    content = BraceContent(targets, node.shape, node.side, color, width, size, clearance)
    room = size + (float(needed["gap"]) if node.children else 0.0)
    facing = {Side.TOP: "bottom", Side.BOTTOM: "top", Side.LEFT: "right", Side.RIGHT: "left"}[node.side]
    placing = {"align": "center", "justify": "end" if node.side in (Side.LEFT, Side.TOP) else "start"}
    if not node.side.horizontal:
        placing = {"align": "end" if node.side is Side.TOP else "start", "justify": "center"}
    return content, {**props, "border": None, f"padding_{facing}": room, **placing}
