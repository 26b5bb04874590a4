"""SVG files -> drawings: the part of SVG that is shapes with flat colours.

Understood are ``svg`` with a ``viewBox`` or a size, also inside another; ``g``, ``path``, ``rect``, ``circle``,
``ellipse``, ``line``, ``polyline`` and ``polygon``; ``fill``, ``stroke``, ``stroke-width``, ``-linecap``,
``-linejoin``, ``-miterlimit``, ``fill-rule``, ``fill-opacity``, ``stroke-opacity``, ``display``, ``visibility`` and,
on shapes, ``opacity``, as attributes or in ``style``; ``transform``, ``preserveAspectRatio`` and, on an inner ``svg``,
``overflow``. Everything else that would be seen (text, images, ``use``, gradients, style sheets, masks, filters,
dashes) is refused rather than left out, and so is a stroke that a transform would stretch to two widths.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from layoutkit.drawing.outline import outline
from layoutkit.drawing.polygon import common, corners
from layoutkit.drawing.shapes import VectorImage, VectorShape
from layoutkit.drawing.svg_cascade import values_of
from layoutkit.drawing.svg_outlines import SHAPES, path_data, tag_of
from layoutkit.drawing.svg_style import Style, faded, styled
from layoutkit.drawing.svg_values import SvgError, fitting, is_too_large, length, numbers, product, scale_of, share
from layoutkit.geometry import Point, Rect, Size

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from layoutkit.drawing.outline import Matrix
    from layoutkit.drawing.polygon import Polygon

__all__ = ["SvgError", "parse_svg"]

_SILENT = ("title", "desc", "metadata", "namedview")
_LEAST, _MOST = 1e-3, 1e9
"""px that a side of the canvas may have."""
_FARTHEST = 1000
"""Canvases: how far from its corner a drawing may reach. Farther away, Cairo has no numbers for it."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What an element is drawn in."""

    style: Style
    viewport: Size
    """Of the innermost ``svg``, in its own units: what percentages are shares of."""
    clip: Polygon
    """Where anything is seen, in px of the canvas."""
    farthest: float
    """Px that a place may be from the canvas' corner."""


def parse_svg(text: str) -> VectorImage:
    """Read an SVG file; what it paints outside its canvas is cut off, as in every ``<img>``.

    Raises:
        SvgError: it is not an SVG, or has something that is not understood.
    """
    try:
        root = ET.fromstring(text)  # noqa: S314 - the files are the author's own, like the scripts
    except (ET.ParseError, ValueError, LookupError) as cause:
        raise SvgError(f"it is not XML: {cause}") from None
    if tag_of(root) != "svg":
        raise SvgError(f"its root is <{tag_of(root):.60}>, not <svg>")
    if root.get("transform", "none") != "none":
        raise SvgError("its outermost <svg> has a transform, which viewers do not read alike")
    given = [_side(root, name) for name in ("width", "height")]
    view = _view_box(root)
    if view is not None and not (view.width and view.height):
        raise SvgError(
            f"its viewBox is {root.get('viewBox', '')!r:.60}, which has no area: nothing of it would be seen"
        )
    if view is None and None not in given:
        view = Rect(0.0, 0.0, *(side or 0.0 for side in given))
    if view is None:
        raise SvgError("it has neither a viewBox nor a width and height in px")
    width = given[0] or (given[1] * view.width / view.height if given[1] else view.width)
    height = given[1] or width * view.height / view.width
    if not all(_LEAST <= side <= _MOST for side in (width, height)):
        raise SvgError(f"it is {width:g} × {height:g} px large; sides from {_LEAST:g} to {_MOST:,.0f} px are read")
    canvas = Rect(0.0, 0.0, width, height)
    start = _Context(Style(), Size(width, height), corners(canvas), _FARTHEST * max(width, height))
    return VectorImage(tuple(_shapes(root, start, canvas, view)), width, height)


def _side(root: ET.Element, name: str) -> float | None:
    """The width or height of the canvas in px; None where the file leaves it open, or has it in another unit."""
    text = root.get(name, "")
    side = length(text)
    if side is not None and side <= 0:
        raise SvgError(f"its {name} is {text!r:.60}; it has to be more than 0")
    if side is None and is_too_large(text):
        raise SvgError(f"its {name} is {text!r:.40}, which is too large a number")
    return side


def _view_box(element: ET.Element) -> Rect | None:
    """The view box, which may have no area; None where there is none. A damaged one counts for nothing (SVG 2, 8.6)."""
    box = numbers(element.get("viewBox", ""))
    if box is None or len(box) != len("xywh") or box[2] < 0 or box[3] < 0:
        return None
    return Rect(*box)


def _shapes(root: ET.Element, start: _Context, canvas: Rect, view: Rect) -> Iterator[VectorShape]:
    """All that is seen, in the order in which it is painted; without recursion, since groups may be nested deeply."""
    waiting: list[tuple[ET.Element, _Context]] = [(root, start)]
    namespace = _namespace(root)
    while waiting:
        element, context = waiting.pop()
        tag = tag_of(element)
        if _namespace(element) != namespace:
            continue
        values = values_of(element, is_root=element is root)
        if element is root and values.get("display") == "none":
            raise SvgError("its outermost <svg> has the display 'none', which viewers do not read alike")
        if _paints_nothing(element, values):
            continue
        if tag not in (*SHAPES, "g", "svg"):
            raise SvgError(f"it has a <{tag:.60}>, which is not understood")
        context = replace(context, style=styled(context.style, values))
        if tag not in ("g", "svg"):
            yield from _shape(element, context, values)
            continue
        if share(values.get("opacity", "1")) != 1:
            raise SvgError(f"it has an opacity on a <{tag}>; only single shapes may have one")
        if element is root:
            inner = _inside(context, canvas, view, {**values, "overflow": "hidden"})
        else:
            inner = context if tag == "g" else _viewport(element, context, values)
        waiting += [(child, inner) for child in reversed(element) if inner is not None]


def _namespace(element: ET.Element) -> str:
    """What editors note in a namespace of their own is not painted."""
    return element.tag.rpartition("}")[0]


def _paints_nothing(element: ET.Element, values: Mapping[str, str]) -> bool:
    """Whether nothing of an element is seen, whatever it is.

    Raises:
        SvgError: its contents would be drawn as if it were not there.
    """
    tag, display = tag_of(element), values.get("display")
    if display == "contents" and tag in ("g", "svg"):
        raise SvgError(f"it has a <{tag}> with the display 'contents', which is not understood")
    hidden = ("none", "contents") if tag in SHAPES else ("none",)  # CSS Display 3, appendix B
    return tag in _SILENT or (tag == "defs" and not len(element)) or display in hidden


def _viewport(element: ET.Element, context: _Context, values: Mapping[str, str]) -> _Context | None:
    """The inside of an ``svg`` in another (SVG 2, 8.2 and 8.6); None where nothing of it is seen."""
    lengths: list[float] = []
    whole = context.viewport
    for name, usual, side in (
        ("x", "0", whole.width),
        ("y", "0", whole.height),
        ("width", "100%", whole.width),
        ("height", "100%", whole.height),
    ):
        text = values.get(name, usual)
        value = length(usual if text == "auto" else text, side)
        if value is None:
            raise SvgError(f"its inner <svg> has {name}={text!r:.60}, which is not a length in px or percent")
        lengths.append(value)
    place = Rect(*lengths)
    view = _view_box(element) or Rect(0.0, 0.0, place.width, place.height)
    if min(place.width, place.height, view.width, view.height) <= 0:
        return None
    return _inside(context, place, view, values)


def _inside(context: _Context, place: Rect, view: Rect, values: Mapping[str, str]) -> _Context | None:
    """What is drawn in a view box that fills a place; None where nothing of it is seen."""
    matrix, clip = context.style.matrix, context.clip
    overflow = values.get("overflow", "hidden")
    if overflow == "inherit":
        raise SvgError("it has an inner <svg> with the overflow 'inherit', which is not understood")
    if overflow.split()[0] in ("hidden", "scroll", "clip"):
        clip = common(clip, tuple(_mapped(matrix, corner) for corner in corners(place)))
        if not clip:
            return None
    fit = fitting(view, Size(place.width, place.height), values.get("preserveAspectRatio", ""))
    matrix = product(matrix, product((1, 0, 0, 1, place.x, place.y), fit))
    style = replace(context.style, matrix=matrix)
    return replace(context, style=style, viewport=Size(view.width, view.height), clip=clip)


def _mapped(matrix: Matrix, point: Point) -> Point:
    a, b, c, d, e, f = matrix
    return Point(a * point.x + c * point.y + e, b * point.x + d * point.y + f)


def _shape(element: ET.Element, context: _Context, values: Mapping[str, str]) -> Iterator[VectorShape]:
    style, opacity = context.style, share(values.get("opacity", "1"))
    if not style.visible:
        return
    stroke = faded(style.stroke, style.stroke_opacity * opacity) if style.width else None
    width = style.width * (scale_of(style.matrix) if style.stroke is not None else 1.0)
    if stroke is not None and width > context.farthest:
        raise SvgError(f"it has a stroke {width:g} px wide; at most {context.farthest:g} are drawn on its canvas")
    yield VectorShape(
        path=_outline(element, context),
        fill=faded(style.fill, style.fill_opacity * opacity),
        stroke=stroke,
        width=width,
        rule=style.rule,
        cap=style.cap,
        join=style.join,
        miter_limit=style.miter_limit,
        clip=context.clip,
    )


def _outline(element: ET.Element, context: _Context) -> Any:  # noqa: ANN401 - a Path
    try:
        return outline(path_data(element), context.style.matrix, context.farthest)
    except SvgError:
        raise
    except ValueError as cause:
        raise SvgError(f"the {cause}") from None
