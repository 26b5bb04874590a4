"""The logo of a page: a picture in one of its corners, in a row of its own, so that it never covers the figure.

It is decoration: readers of the file know from elsewhere whose it is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from layoutkit.nodes.figure import PAGE
from layoutkit.style.box import BoxStyle, Percent
from layoutkit.style.content import PictureContent
from layoutkit.style.element import Element
from layoutkit.style.needed import NeededTokens
from layoutkit.style.styled import Look, Styled
from layoutkit.tokens.image import PictureFile

if TYPE_CHECKING:
    from layoutkit.color import Color
    from layoutkit.nodes import Node
    from layoutkit.style.box import Length
    from layoutkit.tokens import Theme

__all__ = ["LOGO", "with_logo"]

LOGO = "logo"
"""What its box is called."""


def with_logo(page: Styled, node: Node, theme: Theme, color: Color) -> Styled:
    """A page with its logo, where the theme has one: higher by a row with the gap of the page.

    Args:
        page: all that the figure shows.
        node: what the author made of it.
        theme: its ``page`` says which picture, how high and where.
        color: what ``currentColor`` stands for in an SVG file.
    """
    file = theme.page.get("logo")
    if not isinstance(file, PictureFile):
        return page
    from layoutkit.style.art import named_picture  # noqa: PLC0415 - most pages have none

    tokens = NeededTokens(PAGE.name, dict(theme.page.items()), node)
    source, height, wide = named_picture(file), float(tokens["logo_height"]), float(theme.page.width)
    width = height * source.width / source.height
    edge, _, side = str(tokens["logo_position"]).partition("-")
    style, inset = page.style, f"padding_{edge}"
    room = height + (0.0 if style.row_gap == "normal" else _px(style.row_gap, wide))
    place: dict[str, Any] = {edge: getattr(style, inset), "left": Percent(0.5), "margin_left": -width / 2}
    if side != "center":
        place = {edge: getattr(style, inset), side: getattr(style, f"padding_{side}")}
    box = BoxStyle(position="absolute", width=width, height=height, **place)
    element = Element("Image", (*page.origin,), {}, {})  # an origin of its own: boxes are found by it
    logo = Styled(element, box, Look(), content=PictureContent(source, "contain", "", color), name=LOGO)
    padding: dict[str, Any] = {inset: _px(getattr(style, inset), wide) + room}
    return replace(page, style=replace(style, **padding), children=(*page.children, logo))


def _px(length: Length, whole: float) -> float:
    """A length in px; shares are of the page's width."""
    return length.fraction * whole if isinstance(length, Percent) else float(length)
