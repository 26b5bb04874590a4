"""The fonts of an SVG file: of each face, the glyphs that are used, as a web font inside the file.

A browser shapes the text again. The web font therefore keeps the rules (ligatures, kerning, marks) that lead to
the used glyphs, and :meth:`WebFont.width` asks HarfBuzz whether a text set with it gives the very same glyphs.
"""

from __future__ import annotations

import base64
import hashlib
import struct
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from layoutkit.output.svg_families import is_bold, stand_ins
from layoutkit.output.svg_xml import slug
from layoutkit.output.woff import woff
from layoutkit.text.font_tables import damaged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from layoutkit.text.fonts import Face
    from layoutkit.text.shape import GlyphRun

__all__ = ["Usage", "WebFont", "web_font", "written"]

_DEFAULT_FEATURES = (
    "calt", "ccmp", "clig", "kern", "liga", "locl", "mark", "mkmk", "rclt", "rlig",
    "fin2", "fin3", "fina", "init", "isol", "med2", "medi",
)  # fmt: skip
"""What browsers and HarfBuzz apply unasked to horizontal text of the scripts that layoutkit sets."""
_OPTIONAL_LIGATURES = ("liga", "clig", "dlig", "hlig")
_COLOR_TABLES = ("CBDT", "CBLC", "COLR", "CPAL", "SVG ", "sbix")
"""Left out, as a browser would paint a letter in colours that no other output has."""
_DROPPED = (*_COLOR_TABLES, "DSIG", "STAT", "gasp", "meta", "name")
"""Left out by us. HarfBuzz leaves out what it cannot cut down, such as ``kern``: such words get their own places."""
_WEIGHT_CLASS, _STYLE, _FIXED_PITCH = ("OS/2", 4, ">H"), ("head", 44, ">H"), ("post", 12, ">L")
"""Table, offset and kind of numbers that a subset says of itself."""
_ITALIC = 1 << 1
"""In the style."""
_EMOJI_SELECTOR = "\ufe0f"
"""VARIATION SELECTOR-16, as in a heart that was copied from a page."""
_TOLERANCE = 0.01
"""Px that a glyph may stand elsewhere than in the run."""
_FAMILY, _SUBFAMILY, _POSTSCRIPT = 1, 2, 6
_WINDOWS = (3, 1, 0x409)
"""Platform, encoding and language of a name record: Unicode, English."""


@dataclass(slots=True)
class Usage:
    """What the texts of a figure need of a face."""

    face: Face
    characters: set[str] = field(default_factory=set)
    glyphs: set[int] = field(default_factory=set)
    features: set[str] = field(default_factory=set)

    def add(self, run: GlyphRun) -> None:
        """Take in what a run needs.

        What the face lacks, shaping makes of its parts, or of the whole that the parts make, and so does a browser.
        """
        text = written(run.text)
        self.characters.update(text)
        if not all(map(self.face.glyph_id, text)):
            self.characters.update(_parts_and_wholes(text))
        self.glyphs.update(run.glyph_ids)
        self.features.update(tag for tag, _ in run.features)


@dataclass(frozen=True, slots=True)
class WebFont:
    """A subset of one face, ready to be embedded."""

    family: str
    """Name that no other subset has."""
    weight: int
    italic: bool
    stand_ins: str
    """The families that stand in where web fonts are not loaded, in the words of CSS."""
    rule: str
    """The ``@font-face`` rule with the file inside."""
    hb_font: Any
    glyph_ids: Sequence[int]
    """For each glyph of the subset, its number in the whole font."""

    def width(self, run: GlyphRun, start: int, end: int) -> float | None:
        """How wide ``text[start:end]`` is in px with the letter space behind it, set on its own as a browser does it.

        None where that does not give the run's glyphs at their places.
        """
        import uharfbuzz as hb  # noqa: PLC0415 - loaded by the text pass already

        text = written(run.text[start:end])
        inside = [i for i, cluster in enumerate(run.clusters) if start <= cluster < end]
        if not inside:
            return None if text else 0.0
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        if run.rtl:  # the element overrides what the characters would say
            buffer.direction = "rtl"
        buffer.language = "en"  # not that of the machine; where it matters, clusters get their own places
        off = dict.fromkeys(_OPTIONAL_LIGATURES, 0) if run.letter_spacing else {}
        hb.shape(self.hb_font, buffer, {**off, **dict(run.features)})
        infos, positions = list(buffer.glyph_infos or ()), list(buffer.glyph_positions or ())
        step = -1 if run.rtl else 1
        if [self.glyph_ids[info.codepoint] for info in infos[::step]] != [run.glyph_ids[i] for i in inside]:
            return None
        following = [info.cluster for info in infos][1:]
        scale, pen = run.size / run.face.units_per_em, 0.0
        places: list[tuple[float, float]] = []
        for k, (info, glyph) in enumerate(zip(infos, positions, strict=True)):
            places.append((pen + glyph.x_offset * scale, -glyph.y_offset * scale))
            pen += glyph.x_advance * scale
            if info.cluster not in following[k : k + 1]:
                pen += run.letter_spacing
        places = places[::step]
        first, left = places[0][0], run.xs[inside[0]]
        alike = all(
            abs((x - first) - (run.xs[i] - left)) <= _TOLERANCE and abs(y - run.ys[i]) <= _TOLERANCE
            for i, (x, y) in zip(inside, places, strict=True)
        )
        return pen if alike else None


def written(text: str) -> str:
    """The text as the file has it: without the sign that asks for a colour picture instead of the letter before it.

    A browser takes such a picture from the fonts of the machine, whatever the file's own fonts have.
    """
    return text.replace(_EMOJI_SELECTOR, "")


def _parts_and_wholes(text: str) -> Iterator[str]:
    """The characters of a text taken apart, and all that shaping may make of them, letter by letter (UAX #15)."""
    whole = ""
    for part in unicodedata.normalize("NFD", text):
        yield part
        made = unicodedata.normalize("NFC", whole + part)
        if len(made) == 1:
            whole = made
            yield whole
        elif not unicodedata.combining(part):
            whole = part


def web_font(usage: Usage) -> WebFont:
    """Cut a face down to what is used, as a WOFF file; a variable one to its weight.

    Raises:
        LayoutkitError: the font file is damaged (``font-file``).
    """
    face = usage.face
    try:
        return _cut_down(usage)
    except (RuntimeError, ValueError, struct.error) as reason:  # HarfBuzz cannot cut it, or its numbers are no use
        raise damaged(face.path, reason, face.place) from reason


def _cut_down(usage: Usage) -> WebFont:
    import uharfbuzz as hb  # noqa: PLC0415 - loaded by the text pass already

    from layoutkit.output.font_subset import tag_number, wanted_of  # noqa: PLC0415 - likewise

    face = usage.face
    wanted = wanted_of(face, usage.glyphs, hb.SubsetFlags.NOTDEF_OUTLINE)
    wanted.unicode_set.update(map(ord, usage.characters))
    wanted.layout_feature_tag_set.clear()
    wanted.layout_feature_tag_set.update(map(tag_number, (*_DEFAULT_FEATURES, *usage.features)))
    wanted.drop_table_tag_set.update(map(tag_number, _DROPPED))
    plan = hb.SubsetPlan(face.hb_font.face, wanted)
    subset = plan.execute()
    tables = {tag: subset.reference_table(tag).data for tag in subset.table_tags}
    digest = hashlib.sha256(b"".join(tables[tag] for tag in sorted(tables))).hexdigest()[:8]
    family = f"{slug(face.path.stem)}-{digest}"
    packed = woff(subset.blob.data[:4], {**tables, "name": _names(family)})
    weight = int(face.weight or _number(tables, *_WEIGHT_CLASS))
    italic = bool(_number(tables, *_STYLE) & _ITALIC)
    style = f" font-weight: {weight}; font-style: {'italic' if italic else 'normal'};"
    source = f"url(data:font/woff;base64,{base64.b64encode(packed).decode()}) format('woff')"
    places = plan.new_to_old_glyph_mapping
    return WebFont(
        family,
        weight,
        italic,
        stand_ins(face, monospace=bool(_number(tables, *_FIXED_PITCH)), bold=is_bold(weight)),
        f"@font-face {{ font-family: '{family}';{style} src: {source} }}",
        hb.Font(subset),
        tuple(places[glyph] for glyph in range(subset.glyph_count)),
    )


def _number(tables: Mapping[str, bytes], tag: str, offset: int, kind: str) -> int:
    (number,) = struct.unpack_from(kind, tables[tag], offset)
    return int(number)


def _names(family: str) -> bytes:
    """The table ``name`` of version 0: programs that list fonts see a name which no other font has."""
    words = {_FAMILY: family, _SUBFAMILY: "Regular", _POSTSCRIPT: family}
    records, texts = b"", b""
    for number, word in words.items():
        text = word.encode("utf-16-be")
        records += struct.pack(">6H", *_WINDOWS, number, len(text), len(texts))
        texts += text
    return struct.pack(">3H", 0, len(words), 6 + len(records)) + records + texts
