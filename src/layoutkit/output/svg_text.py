"""Glyph runs as real text: it can be selected, searched and read aloud.

A run is one ``tspan`` where a browser that shapes it again gets the same glyphs at the same places; else its words
are, each with its own x; else its clusters. ``textLength`` says how wide each is: a program that sets it in another
font squeezes or stretches it to that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layoutkit.output.svg_fonts import written
from layoutkit.output.svg_xml import number
from layoutkit.output.xml_element import XmlElement
from layoutkit.text.characters import SOFT_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from layoutkit.output.svg_colors import Palette, Tint
    from layoutkit.output.svg_fonts import WebFont
    from layoutkit.paint.display import Glyphs
    from layoutkit.text.shape import GlyphRun

__all__ = ["direction", "place", "text_element"]

_REGULAR = 400
_FONT_DIGITS = 3
_WORDS = re.compile(r"\S+\s*|\s+")


def text_element(
    runs: Sequence[tuple[Glyphs, Tint]], fonts: Mapping[tuple[str, float | None], WebFont], palette: Palette
) -> XmlElement:
    """Runs that belong together as one element; what all runs share is said once."""
    parts: list[tuple[dict[str, str], XmlElement]] = []
    for glyphs, tint in runs:
        font = fonts[str(glyphs.run.face.path), glyphs.run.face.weight]
        look = {**palette.attributes("fill", tint), **_font(glyphs, font)}
        for x, text, width in _pieces(glyphs, font):
            where = {**place(glyphs, x), **(_length(width) if not glyphs.run.letter_spacing else {})}
            parts.append((look, XmlElement("tspan", where, text=text, inline=True)))
        if glyphs.joint not in ("", SOFT_HYPHEN):
            parts.append((look, XmlElement("tspan", text=glyphs.joint, inline=True)))
    quarter = runs[0][0].quarter
    if quarter:
        parts = [({**look, "transform": f"rotate({90 * quarter})"}, span) for look, span in parts]
    shared = dict(set.intersection(*(set(look.items()) for look, _ in parts)))
    first = parts[0][0]
    element = XmlElement("text", {k: v for k, v in first.items() if k in shared}, inline=True)
    if len(parts) == 1:
        ((_, only),) = parts
        return XmlElement("text", {**first, **only.attributes}, text=only.text, inline=True)
    for look, span in parts:
        own = {k: v for k, v in look.items() if k not in shared}
        element.children.append(XmlElement("tspan", {**own, **span.attributes}, text=span.text, inline=True))
    return element


def place(glyphs: Glyphs, along: float) -> dict[str, str]:
    """Where a piece of a run begins, in the coordinates of its element, which are turned with it around the origin."""
    if not glyphs.quarter:
        return {"x": number(glyphs.x + along), "y": number(glyphs.y)}
    x, y = glyphs.quarter * glyphs.y, -glyphs.quarter * glyphs.x
    return {"x": number(x + along), "y": number(y)}


def _font(glyphs: Glyphs, font: WebFont) -> dict[str, str]:
    run = glyphs.run
    attributes = {"font-family": f"{font.family}, {font.stand_ins}", "font-size": number(run.size, _FONT_DIGITS)}
    if font.weight != _REGULAR:
        attributes["font-weight"] = str(font.weight)
    if font.italic:
        attributes["font-style"] = "italic"
    if run.letter_spacing:
        attributes["letter-spacing"] = number(run.letter_spacing, _FONT_DIGITS)
    attributes |= direction(run)
    if run.features:
        attributes["style"] = "font-feature-settings: " + ", ".join(f"'{tag}' {value}" for tag, value in run.features)
    return attributes


def direction(run: GlyphRun) -> dict[str, str]:
    """What a run says that reads from right to left."""
    return {"direction": "rtl", "unicode-bidi": "bidi-override"} if run.rtl else {}


def _length(width: float | None) -> dict[str, str]:
    """How wide a piece is in any font; nothing where that is not known, or there is nothing to see.

    Letter-spaced runs go without: resvg, and Typst with it, add the spaces to that length once more.
    """
    return {"textLength": number(width), "lengthAdjust": "spacingAndGlyphs"} if width else {}


def _pieces(glyphs: Glyphs, font: WebFont) -> Iterator[tuple[float, str, float | None]]:
    """Stretches that are set on their own: where each begins, right of the run's left end, its text and its width.

    What reads from right to left begins at its right end.
    """
    run = glyphs.run
    bounds = [(0, len(run.text))]
    if font.width(run, *bounds[0]) is None:
        words = [word.span() for word in _WORDS.finditer(run.text)]
        whole = [word for word in words if font.width(run, *word) is not None]
        bounds = [piece for word in words for piece in ([word] if word in whole else _clusters(glyphs, *word))]
    where = dict(zip(reversed(run.clusters), reversed(run.xs), strict=True))
    if run.rtl:
        face = run.face
        ends = [x + face.advance(glyph) * run.size for x, glyph in zip(run.xs, run.glyph_ids, strict=True)]
        where = dict(zip(reversed(run.clusters), reversed(ends), strict=True)) | {0: run.width}
    for start, end in bounds:
        yield where.get(start, 0.0), written(run.text[start:end]), font.width(run, start, end)


def _clusters(glyphs: Glyphs, start: int, end: int) -> list[tuple[int, int]]:
    starts = sorted({cluster for cluster in glyphs.run.clusters if start <= cluster < end})
    return list(zip(starts, [*starts[1:], end], strict=True))
