"""SVG files -> drawings: what is understood is drawn as browsers draw it, and all else is refused by name.

The lists of ``svg_known`` say what is understood; docs/icons.md has them as a table. Left out are filters, masks,
blending, animation, scripts, HTML, and all that lies outside the file. Where viewers read the same file in several
ways, it is refused as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.drawing.groups import simplified
from layoutkit.drawing.polygon import corners
from layoutkit.drawing.shapes import VectorClose, VectorFade, VectorImage, VectorShape
from layoutkit.drawing.svg_clip import clips_of
from layoutkit.drawing.svg_colors import parse_color
from layoutkit.drawing.svg_context import Context
from layoutkit.drawing.svg_error import SvgError
from layoutkit.drawing.svg_style import Style
from layoutkit.drawing.svg_tree import parse_xml
from layoutkit.drawing.svg_values import IDENTITY, is_too_large, length, share, view_box
from layoutkit.drawing.svg_walk import SvgWalker
from layoutkit.geometry import Rect, Size
from layoutkit.outlines import rectangle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layoutkit.drawing.shapes import VectorItem
    from layoutkit.drawing.svg_tree import Element

__all__ = ["SvgError", "parse_svg"]

_LEAST, _MOST = 1e-3, 1e9
"""px that a side of the canvas may have."""
_FARTHEST = 1000
"""Canvases: how far from its corner a drawing may reach. Farther away, Cairo has no numbers for it."""


def parse_svg(text: str) -> VectorImage:
    """Read an SVG file; what it paints outside its canvas is cut off, as in every ``<img>``.

    Raises:
        SvgError: it is not an SVG, or has something that is not understood.
    """
    root = parse_xml(text)
    if root.tag != "svg":
        raise SvgError(f"its root is <{root.tag:.60}>, not <svg>")
    try:
        return _image(root)
    except SvgError as cause:
        raise cause.at(root.line) from None


def _image(root: Element) -> VectorImage:
    if root.get("transform", "none") != "none":
        raise SvgError("its outermost <svg> has a transform, which viewers do not read alike")
    given = [_side(root, name) for name in ("width", "height")]
    view = view_box(root.get("viewBox"))
    if view is not None and not (view.width and view.height):
        raise SvgError(f"its viewBox is {root.get('viewBox')!r:.60}, which has no area: nothing of it would be seen")
    if view is None and None not in given:
        view = Rect(0.0, 0.0, *(side or 0.0 for side in given))
    if view is None:
        raise SvgError("it has neither a viewBox nor a width and height")
    width = given[0] or (given[1] * view.width / view.height if given[1] else view.width)
    height = given[1] or width * view.height / view.width
    if not all(_LEAST <= side <= _MOST for side in (width, height)):
        raise SvgError(f"it is {width:g} × {height:g} px large; sides from {_LEAST:g} to {_MOST:,.0f} px are read")
    return VectorImage(simplified(_items(root, width, height, view)), width, height)


def _items(root: Element, width: float, height: float, view: Rect) -> list[VectorItem]:
    walker = SvgWalker(root)
    values = walker.values(root)
    if values.get("display") == "none":
        raise SvgError("its outermost <svg> has the display 'none', which viewers do not read alike")
    if values.get("css-transform", "none") != "none":
        raise SvgError("its outermost <svg> has a transform, which viewers do not read alike")
    canvas = Rect(0.0, 0.0, width, height)
    start = Context(Style(), IDENTITY, Size(width, height), corners(canvas), _FARTHEST * max(width, height))
    inner = walker.inside(walker.placed(root, start), canvas, view, {**values, "overflow": "hidden"})
    opacity = share(values.get("opacity", "1"))
    if inner is None or not opacity:
        return []
    clips = clips_of(root, inner, walker)
    if clips is None:
        return []
    drawn = [*_background(values, canvas), *walker.items(root.children, inner)]
    mixes = any(isinstance(item, VectorFade) and item.blend != "normal" for item in drawn)
    if opacity < 1 or mixes:  # nothing is mixed with what lies below the picture
        drawn = [VectorFade(opacity), *drawn, VectorClose()]
    return [*clips, *drawn, *(VectorClose() for _ in clips)]


def _background(values: Mapping[str, str], canvas: Rect) -> list[VectorItem]:
    """The background of the canvas, which CSS may give it."""
    text = values.get("background", values.get("background-color", "none"))
    if text in ("none", "transparent"):
        return []
    color = parse_color(text)
    if color is None:
        raise SvgError(f"its background is {text!r:.60}; only a colour is understood")
    return [VectorShape(rectangle(0.0, 0.0, canvas.width, canvas.height), color)]


def _side(root: Element, name: str) -> float | None:
    """The width or height of the canvas in px; None where the file leaves it open, or has it in another unit."""
    text = root.get(name)
    side = length(text)
    if side is not None and side <= 0:
        raise SvgError(f"its {name} is {text!r:.60}; it has to be more than 0")
    if side is None and is_too_large(text):
        raise SvgError(f"its {name} is {text!r:.40}, which is too large a number")
    return side
