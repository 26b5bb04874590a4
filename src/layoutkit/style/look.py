"""Keywords and tokens -> what is painted of a box besides its content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from layoutkit.keywords import BorderStyle
from layoutkit.nodes.figure import PAGE
from layoutkit.style.content import PictureContent
from layoutkit.style.gradient import read_image
from layoutkit.style.needed import NeededTokens
from layoutkit.style.styled import Look, Pattern
from layoutkit.tokens.image import Gradient, PictureFile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layoutkit.color import Color
    from layoutkit.nodes import Node
    from layoutkit.style.values import Values
    from layoutkit.tokens import ShadowTokens

__all__ = ["read_look"]

_DEFAULT_BORDER = 1.0


def read_look(node: Node, props: Mapping[str, Any], values: Values, color: Color) -> Look:
    """The look of a node.

    Args:
        node: the node.
        props: the author's keywords over those of the component.
        values: reads colours and lengths and reports faults.
        color: of the text around it.
    """
    background, border = props.get("background"), props.get("border")
    image = read_image(props.get("background_image"), values)
    return Look(
        background=None if background is None else values.color(background, "background"),
        gradient=image if isinstance(image, Gradient) else None,
        picture=_backdrop(image, props, values, color) if isinstance(image, PictureFile) else None,
        border=None if border is None else values.color(border, "border"),
        border_width=0.0
        if border is None
        else values.px(props.get("border_width", _DEFAULT_BORDER), "border_width", 0),
        border_style=values.word(props.get("border_style", "solid"), "border_style", get_args(BorderStyle)),  # type: ignore[arg-type]
        radius=values.px(props.get("radius", 0), "radius", 0),
        shadow=_shadow(props.get("shadow", "none"), values),
        pattern=_pattern(node, props),
    )


def _backdrop(file: PictureFile, props: Mapping[str, Any], values: Values, color: Color) -> PictureContent:
    """A picture behind a box; it has the colour of the text inside."""
    from layoutkit.style.art import named_picture  # noqa: PLC0415 - figures without pictures need no file reader

    own = values.color(props["color"], "color") if "color" in props else color
    return PictureContent(named_picture(file), "cover", "", own)


def _pattern(node: Node, props: Mapping[str, Any]) -> Pattern | None:
    """The pattern of a page."""
    if props.get("pattern", "none") == "none":
        return None
    tokens = NeededTokens(PAGE.name, props, node)
    clearance = None if tokens["pattern_under_text"] else float(tokens["pattern_clearance"])
    color, pitch, size = tokens["pattern_color"], float(tokens["pattern_pitch"]), float(tokens["pattern_size"])
    return Pattern(tokens["pattern"], color, pitch, size, clearance)


def _shadow(name: str, values: Values) -> ShadowTokens | None:
    if name == "none":
        return None
    shadows = values.theme.shadow
    values.word(name, "shadow", tuple(shadows))
    return shadows.get(name)
