"""Text as outlines, for programs that ignore the fonts inside a file.

Each glyph is in the file once, and used wherever it is shown.
The text itself lies over them unseen, for reading aloud, searching, selecting and copying; the outlines are hidden from
screen readers, so nothing is read twice.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from layoutkit.output.svg_families import is_bold, stand_ins
from layoutkit.output.svg_fonts import written
from layoutkit.output.svg_path import path_data
from layoutkit.output.svg_text import direction, place
from layoutkit.output.svg_xml import number
from layoutkit.output.xml_element import XmlElement
from layoutkit.path import Path
from layoutkit.text.characters import SOFT_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layoutkit.output.svg_colors import Palette, Tint
    from layoutkit.paint.display import Glyphs
    from layoutkit.text.face import Face

__all__ = ["Outlines"]

_UNSEEN = {"fill": "#000000", "fill-opacity": "0"}
"""``fill="none"`` is painted black by LibreOffice, and ``visibility`` would take the text from readers as well."""
_SCALE_DIGITS = 7
"""Decimals of what font units are multiplied by: a glyph 4,000 units away is still right to a thousandth of a px."""
_PREFIX_SIZE = 3
"""Bytes of the digest that ids of glyphs begin with: there are thousands of references, and names may be long."""


@dataclass(slots=True)
class Outlines:
    """Sets the texts of a file, and collects the glyphs that they need."""

    palette: Palette
    prefix: str
    """What every other id begins with."""
    definitions: dict[tuple[str, float | None, int], XmlElement] = field(default_factory=dict)
    """By font file, weight and glyph."""

    def elements(self, runs: Sequence[tuple[Glyphs, Tint]]) -> Iterator[XmlElement]:
        """Runs that belong together: what is seen of them, and what is read."""
        shown = [self._shown(glyphs, tint) for glyphs, tint in runs]
        shown = [group for group in shown if group.children]
        if shown:
            yield XmlElement("g", {"aria-hidden": "true"}, shown)
        turn = {"transform": f"rotate({90 * runs[0][0].quarter})"} if runs[0][0].quarter else {}
        spans = [span for glyphs, _ in runs for span in _read(glyphs)]
        if len(spans) == 1:
            yield replace(spans[0], tag="text", attributes={**_UNSEEN, **turn, **spans[0].attributes})
        else:
            yield XmlElement("text", {**_UNSEEN, **turn}, spans, inline=True)

    def _shown(self, glyphs: Glyphs, tint: Tint) -> XmlElement:
        """A run: a group in font units, as its glyphs are, moved to its place and turned."""
        run = glyphs.run
        scale = run.size / run.face.units_per_em
        turn = f" rotate({90 * glyphs.quarter})" if glyphs.quarter else ""
        where = f"translate({number(glyphs.x)} {number(glyphs.y)}){turn} scale({number(scale, _SCALE_DIGITS)})"
        uses = []
        for glyph, x, y in zip(run.glyph_ids, run.xs, run.ys, strict=True):
            name = self._defined(run.face, glyph)
            if name:
                offset = {"y": number(y / scale, 1)} if y else {}
                # The older name of the attribute is the one that every program knows.
                uses.append(XmlElement("use", {"xlink:href": f"#{name}", "x": number(x / scale, 1), **offset}))
        return XmlElement("g", {**self.palette.attributes("fill", tint), "transform": where}, uses, inline=True)

    def _defined(self, face: Face, glyph: int) -> str:
        """The id of a glyph; empty for one without ink."""
        key = str(face.path), face.weight, glyph
        if key not in self.definitions:
            outline = face.outline(glyph)
            if not outline:
                return ""
            digest = hashlib.blake2b(self.prefix.encode(), digest_size=_PREFIX_SIZE).hexdigest()
            data = path_data(Path(outline).scaled(face.units_per_em).ops, 0)
            name = f"g{digest}-{len(self.definitions) + 1}"
            self.definitions[key] = XmlElement("path", {"id": name, "d": data})
        return self.definitions[key].attributes["id"]


def _read(glyphs: Glyphs) -> Iterator[XmlElement]:
    """A run as text that is as long as what is seen, and what joins it to the next line."""
    run = glyphs.run
    bold = is_bold(run.face.weight_class)
    monospace = len({run.face.advance(run.face.glyph_id(letter) or 0) for letter in "iMW"}) == 1
    font = {"font-family": stand_ins(run.face, monospace=monospace, bold=bold), "font-size": number(run.size, 3)}
    length = {"textLength": number(run.width), "lengthAdjust": "spacingAndGlyphs"} if run.width else {}
    start = place(glyphs, run.width if run.rtl else 0.0)
    attributes = {**font, **start, **length, **direction(run)}
    yield XmlElement("tspan", attributes, text=written(run.text), inline=True)
    if glyphs.joint not in ("", SOFT_HYPHEN):
        yield XmlElement("tspan", text=glyphs.joint, inline=True)
