"""Texts of SVG files: lines of pieces that are set once the fonts are known (SVG 2, chapter 11).

Understood are ``text`` and ``tspan`` with one place each, anchors, and the properties of fonts that a figure's own
fonts have as well. Letters with places of their own, text on a path, decorations and vertical text are refused.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from layoutkit.color import Color
from layoutkit.drawing.shapes import CURRENT, CurrentColor, TextPiece, VectorShape, VectorText
from layoutkit.drawing.svg_error import SvgError
from layoutkit.drawing.svg_style import styled
from layoutkit.drawing.svg_values import length, number, scale_of
from layoutkit.path import Path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.drawing.shapes import VectorItem
    from layoutkit.drawing.svg_context import Context, Walker
    from layoutkit.drawing.svg_style import Ink, Paint, Style
    from layoutkit.drawing.svg_tree import Element

__all__ = ["text_items"]

_HINT = "convert texts to paths in the program that drew the picture; Inkscape: Path > Object to Path"
_SPACES = re.compile(r"[ \t\r\n]+")
_ANY = (
    *(
        "-inkscape-font-specification",
        "line-height",
        "text-align",
        "text-rendering",
        "text-orientation",
        "shape-padding",
    ),
    *("shape-margin", "text-decoration-color", "text-decoration-style", "text-decoration-thickness", "white-space"),
    *("font-family", "font-weight", "font-style", "letter-spacing", "text-anchor", "dominant-baseline"),
)
"""Properties that are read, or that change nothing of a single line."""
_NEUTRAL = {
    "direction": ("ltr",),
    "writing-mode": ("lr", "lr-tb", "horizontal-tb"),
    "unicode-bidi": ("embed", "isolate", "plaintext"),
    "alignment-baseline": ("baseline", "alphabetic"),
    "baseline-shift": ("baseline",),
}
"""Words with which a property changes nothing, besides those that all have."""
_PLAIN = ("", "normal", "auto", "none", "initial", "0", "0px", "0deg")
_BASELINES = ("auto", "alphabetic", "middle", "central", "hanging", "text-before-edge", "text-after-edge")
_WEIGHTS = {"normal": 400, "bold": 700, "bolder": 700, "lighter": 300}


def text_items(element: Element, context: Context, walker: Walker) -> list[VectorItem]:
    """What a ``text`` paints.

    Raises:
        SvgError: it is not understood.
    """
    if context.measuring:
        raise SvgError("it has a <text> in what has to be measured before the fonts are known", hint=_HINT)
    pieces = _collapsed(list(_pieces(element, context, walker)))
    if not pieces:
        return []
    return [VectorText(tuple(pieces), context.matrix, context.farthest, element.line)]


def _pieces(element: Element, context: Context, walker: Walker) -> Iterator[TextPiece]:
    """The pieces of an element and of those inside it, with their white space."""
    walker.count()
    style = context.style
    _check(element, style)
    start = [_place(element, name, context) for name in ("x", "y", "dx", "dy")]
    for child, text in zip((None, *element.children), element.texts, strict=True):
        if child is not None:
            yield from _inside(child, context, walker, start)
            if child.tag in ("tspan", "a") and "".join(_words(child)):
                start = [None, None, None, None]
        if text:
            yield _piece(text, start, context, keeps=_keeps(element, style))
            start = [None, None, None, None] if text.strip() else start


def _words(element: Element) -> Iterator[str]:
    for one in element.below():
        yield from (text.strip() for text in one.texts)


def _inside(child: Element, context: Context, walker: Walker, around: list[float | None]) -> Iterator[TextPiece]:
    if child.tag in ("title", "desc", "metadata") or child.namespace != (child.parent or child).namespace:
        return
    if child.tag not in ("tspan", "a"):
        raise SvgError(f"its <text> has a <{child.tag:.60}>, which is not understood", line=child.line, hint=_HINT)
    values = walker.values(child)
    if values.get("display") == "none":
        return
    for name in ("opacity", "clip-path"):
        if values.get(name, "none") not in ("none", "1"):
            raise SvgError(
                f"its <{child.tag}> has the {name} {values[name]!r:.60}, which is not understood", line=child.line
            )
    inner = replace(context, style=styled(context.style, values))
    first = True
    for piece in _pieces(child, inner, walker):
        if first and piece.text.strip():
            x, y, dx, dy = around
            piece = replace(  # noqa: PLW2901 - the same piece, which begins where the text around it does
                piece,
                x=x if piece.x is None else piece.x,
                y=y if piece.y is None else piece.y,
                dx=piece.dx + (dx or 0.0),
                dy=piece.dy + (dy or 0.0),
            )
            first = False
        yield piece


def _check(element: Element, style: Style) -> None:
    """Refuse what is not drawn of texts."""
    for name in ("rotate", "textLength", "lengthAdjust"):
        if element.get(name):
            raise SvgError(f"its <{element.tag}> has a {name}, which is not understood", line=element.line, hint=_HINT)
    for name, value in style.texts.items():
        if name not in _ANY and value.lower() not in (*_PLAIN, *_NEUTRAL.get(name, ())):
            raise SvgError(
                f"its <{element.tag}> has the {name} {value!r:.60}, which is not understood",
                line=element.line,
                hint=_HINT,
            )


def _place(element: Element, name: str, context: Context) -> float | None:
    text = element.get(name).strip()
    if not text:
        return None
    whole = context.viewport.width if name in ("x", "dx") else context.viewport.height
    value = length(text, whole, context.style.font_size)
    if value is None:
        raise SvgError(
            f"its <{element.tag}> has {name}={text!r:.60}; only one length is understood", line=element.line, hint=_HINT
        )
    return value


def _keeps(element: Element, style: Style) -> bool:
    """Whether white space is kept as it is written."""
    if "white-space" in style.texts:
        return style.texts["white-space"].startswith(("pre", "break-spaces"))
    one: Element | None = element
    while one is not None and not one.get("xml:space"):
        one = one.parent
    return one is not None and one.get("xml:space") == "preserve"


def _piece(text: str, start: list[float | None], context: Context, *, keeps: bool) -> TextPiece:
    style = context.style
    texts = style.texts
    x, y, dx, dy = start
    baseline = texts.get("dominant-baseline", "auto")
    anchor = texts.get("text-anchor", "start")
    if baseline not in _BASELINES or anchor not in ("start", "middle", "end"):
        raise SvgError(f"it has the dominant-baseline {baseline!r:.60}, which is not understood", hint=_HINT)
    weight = texts.get("font-weight", "normal")
    bold = _WEIGHTS.get(weight, number(weight))
    spacing = texts.get("letter-spacing", "normal")
    space = 0.0 if spacing == "normal" else length(spacing, style.font_size, style.font_size)
    if bold is None or not 1 <= bold <= 1000 or space is None:  # noqa: PLR2004 - CSS's bounds
        raise SvgError(
            f"it has the font-weight {weight!r:.60} and letter-spacing {spacing!r:.60}, one is not understood"
        )
    return TextPiece(
        text=_SPACES.sub(lambda found: " " * len(found[0]) if keeps else " ", text),
        families=tuple(name.strip(" \t\r\n\"'") for name in texts.get("font-family", "").split(",") if name.strip()),
        size=style.font_size,
        weight=round(bold),
        italic=texts.get("font-style", "normal") != "normal",
        letter_spacing=space,
        anchor=anchor,  # type: ignore[arg-type]  # looked at above
        baseline=baseline,
        look=_look(context),
        x=x,
        y=y,
        dx=dx or 0.0,
        dy=dy or 0.0,
        keeps=keeps,
    )


def _look(context: Context) -> VectorShape:
    """A shape without an outline, which says how the letters are painted."""
    style = context.style
    fill = _ink(style.fill, style.color) if style.visible else None
    stroke = _ink(style.stroke, style.color) if style.visible else None
    width = length(style.width, context.lengths.diagonal, style.font_size) or 0.0
    scale = scale_of(context.matrix)
    if stroke is not None and width and (scale is None or style.dash != "none" or style.order[0] != "fill"):
        raise SvgError("it has a <text> with a stroke of a kind that is not understood", hint=_HINT)
    return VectorShape(
        Path(),
        None if fill is None else fill.faded(style.fill_opacity),
        None if stroke is None or not width else stroke.faded(style.stroke_opacity),
        width=width * (scale or 1.0),
        cap=style.cap,
        join=style.join,
        miter_limit=style.miter_limit,
        clip=context.clip,
    )


def _ink(paint: Paint, color: Ink) -> Ink | None:
    if paint is None or isinstance(paint, Color):
        return paint
    if isinstance(paint, CurrentColor):
        return color if paint == CURRENT else paint
    raise SvgError("it has a <text> with a gradient or a pattern, which is not understood", hint=_HINT)


def _collapsed(pieces: list[TextPiece]) -> list[TextPiece]:
    """White space as CSS has it: one space between words, none at the ends of a line."""
    found: list[TextPiece] = []
    ends_in_space = True
    for piece in pieces:
        starts_line = piece.x is not None or piece.y is not None
        text = piece.text
        if not piece.keeps:
            text = text.lstrip(" ") if ends_in_space or starts_line else text
            if starts_line and found and not found[-1].keeps:
                found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
        if text:
            found.append(replace(piece, text=text))
            ends_in_space = text.endswith(" ")
    if found and not found[-1].keeps:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
    return [piece for piece in found if piece.text]
