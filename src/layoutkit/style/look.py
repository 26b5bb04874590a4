"""Keywords and tokens -> what is painted of a box besides its content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from layoutkit.keywords import CORNERS, SIDES, BorderStyle
from layoutkit.nodes.figure import PAGE
from layoutkit.style.content import PictureContent
from layoutkit.style.gradient import read_image
from layoutkit.style.needed import NeededTokens
from layoutkit.style.styled import BorderSide, GapRule, Look, Pattern
from layoutkit.tokens.image import Gradient, PictureFile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layoutkit.color import Color
    from layoutkit.nodes import Node
    from layoutkit.style.values import Values
    from layoutkit.tokens import ShadowTokens

__all__ = ["LONGHANDS", "read_look"]

LONGHANDS = {
    "border": tuple(f"border_{side}" for side in SIDES),
    "border_width": tuple(f"border_{side}_width" for side in SIDES),
    "radius": tuple(f"radius_{corner}" for corner in CORNERS),
}
"""Keywords for all sides or corners, and those for one of them."""

_BORDER_STYLES = get_args(BorderStyle)
_SIDES = frozenset(word for side in SIDES for word in (f"border_{side}", f"border_{side}_width"))
"""Keywords for one side of a border."""
_CORNERS = {corner: f"radius_{corner}" for corner in CORNERS}
"""The keyword for the radius of each corner."""
_RULES = {word: (f"{word}_width", f"{word}_style") for word in ("column_rule", "row_rule")}
"""The keywords for lines between columns and between rows, with those for their width and style."""
_SEEN = frozenset(
    (
        *("background", "background_image", "shadow", "pattern", "radius", "border", "border_width", "border_style"),
        *_SIDES,
        *_CORNERS.values(),
        *_RULES,
        *(other for others in _RULES.values() for other in others),
    )
)
"""All keywords that a look is made of."""
_UNSEEN = Look()
_BORDER = 1.0
"""px; how wide a border is that has a colour only."""


def read_look(node: Node, props: Mapping[str, Any], values: Values, color: Color) -> Look:
    """The look of a node.

    Args:
        node: the node.
        props: the author's keywords over those of the component.
        values: reads colours and lengths and reports faults.
        color: of the text around it.
    """
    if props.keys().isdisjoint(_SEEN):  # as most boxes are
        return _UNSEEN
    background = props.get("background")
    image = read_image(props.get("background_image"), values)
    return Look(
        background=None if background is None else values.color(background, "background"),
        gradient=image if isinstance(image, Gradient) else None,
        picture=_backdrop(image, props, values, color) if isinstance(image, PictureFile) else None,
        border_style=values.word(props.get("border_style", "solid"), "border_style", _BORDER_STYLES),  # type: ignore[arg-type]
        shadow=_shadow(props.get("shadow", "none"), values),
        pattern=_pattern(node, props),
        column_rule=_rule("column_rule", props, values),
        row_rule=_rule("row_rule", props, values),
        **_border(props, values),
        **_corners(props, values),
    )


def _border(props: Mapping[str, Any], values: Values) -> dict[str, Any]:
    """The border, side by side where some has a colour or a width of its own."""
    if props.keys().isdisjoint(_SIDES):
        border = props.get("border")
        if border is None:
            return {}
        width = values.px(props.get("border_width", _BORDER), "border_width", 0)
        return {"border": values.color(border, "border"), "border_width": width}
    top, right, bottom, left = sides = [_side(side, props, values) for side in SIDES]
    drawn = [side for side in sides if side is not None]
    if not drawn:
        return {}
    found = {"border": drawn[0].color, "border_width": max(side.width for side in drawn)}
    return found if all(side == drawn[0] for side in sides) else {**found, "sides": (top, right, bottom, left)}


def _side(side: str, props: Mapping[str, Any], values: Values) -> BorderSide | None:
    colored = f"border_{side}" if f"border_{side}" in props else "border"
    wide = f"border_{side}_width" if f"border_{side}_width" in props else "border_width"
    color, width = props.get(colored), values.px(props.get(wide, _BORDER), wide, 0)
    return None if color is None or not width else BorderSide(values.color(color, colored), width)


def _rule(word: str, props: Mapping[str, Any], values: Values) -> GapRule | None:
    """The lines between columns or between rows."""
    wide, styled = _RULES[word]
    if word not in props and wide not in props and styled not in props:
        return None
    color, width = props.get(word), values.px(props.get(wide, _BORDER), wide, 0)
    style = values.word(props.get(styled, "solid"), styled, _BORDER_STYLES)
    return None if color is None or not width else GapRule(values.color(color, word), width, style)  # type: ignore[arg-type]


def _corners(props: Mapping[str, Any], values: Values) -> dict[str, Any]:
    """The radii, one by one where some corner has its own."""
    if props.keys().isdisjoint(_CORNERS.values()):
        return {"radius": values.px(props.get("radius", 0), "radius", 0)}
    words = [word if word in props else "radius" for word in _CORNERS.values()]
    radii = tuple(values.px(props.get(word, 0), word, 0) for word in words)
    return {"radius": max(radii), "corners": None if len(set(radii)) == 1 else radii}


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
