"""What each section of tokens.toml holds: the section fixes the kind of its values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum
from keyword import kwlist
from typing import get_args

from layoutkit.color.vision import VISIONS
from layoutkit.keywords import CORNERS, SIDES, BorderStyle, TextAlign, TextTransform, TextWrap

__all__ = [
    "BOX",
    "DPI",
    "ENTRIES",
    "FIELDS",
    "FIXED",
    "FORMAT",
    "MOST",
    "NAME",
    "NAMES",
    "OUTPUT_NAME",
    "PALETTE_READERS",
    "POSITIVE",
    "RESERVED",
    "SCALE",
    "SECTIONS",
    "TAKEN",
    "TONE_COLORS",
    "TONE_PARTS",
    "WIDTH",
    "Field",
    "Layer",
    "ValueKind",
    "layer",
]


class ValueKind(Enum):
    """The kinds of values; each is named as a message names it."""

    COLOR = "a colour"
    LENGTH = "a length"
    NUMBER = "a number"
    WEIGHT = "a font weight from 1 to 1000"
    WORD = "a word"
    NAMES = "a list of names"
    FILE = "a file name"
    IMAGE = "an image"
    PICTURE = "a picture file"
    BOOLEAN = "true or false"
    MODES = 'a table of modes, such as { theme = "dark" }'


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a table."""

    kind: ValueKind
    required: bool = False
    words: tuple[str, ...] = ()
    """The words allowed; where the value may name another token, those that name none."""
    section: str = ""
    """The section whose entries the word (or the list) names."""
    least: float | None = None
    """The smallest value allowed."""
    default: float | str | bool | None = None
    """What holds where a table leaves the key out; px for lengths. None is no value."""
    needs: str = ""
    """Another key of the table, without which this one decides nothing."""


POSITIVE = 1e-9
"""The least value of what must not be zero."""

MOST = 100_000.0
"""The largest length and number, in either direction; 100,000 px are more than 26 m."""

NAME = r"[A-Za-z][A-Za-z0-9_]*"
"""What tokens and tables may be called: figures read them as attributes."""
OUTPUT_NAME = r"[A-Za-z0-9][A-Za-z0-9_-]*"
"""What outputs may be called: their names are those of folders."""
TAKEN = (*kwlist, "get", "items")
"""Names of the language, and what a section has besides tokens."""

SECTIONS: dict[str, Field] = {
    "palette": Field(ValueKind.COLOR),
    "tone": Field(ValueKind.COLOR),
    "contrast": Field(ValueKind.NUMBER, least=1),
    "color": Field(ValueKind.COLOR),
    "space": Field(ValueKind.LENGTH, least=0),
    "radius": Field(ValueKind.LENGTH, least=0),
    "stroke": Field(ValueKind.LENGTH, least=0),
}
"""Sections of single values: each key is a token."""

FIELDS: dict[str, dict[str, Field]] = {
    "shadow": {
        "offset_x": Field(ValueKind.LENGTH, default=0.0),
        "offset_y": Field(ValueKind.LENGTH, default=0.0),
        "blur": Field(ValueKind.LENGTH, required=True, least=0),
        "spread": Field(ValueKind.LENGTH, default=0.0),
        "color": Field(ValueKind.COLOR, required=True),
    },
    "font": {"fallback": Field(ValueKind.NAMES, section="font"), "features": Field(ValueKind.NAMES)},
    "type": {
        "font": Field(ValueKind.WORD, required=True, section="font"),
        "weight": Field(ValueKind.WEIGHT, required=True),
        "italic": Field(ValueKind.BOOLEAN, default=False),
        "size": Field(ValueKind.LENGTH, required=True, least=POSITIVE),
        "line_height": Field(ValueKind.LENGTH, required=True, least=POSITIVE),
        "letter_spacing": Field(ValueKind.LENGTH, default=0.0),
        "text_transform": Field(ValueKind.WORD, words=get_args(TextTransform), default="none"),
        "features": Field(ValueKind.NAMES),
        "hyphenate": Field(ValueKind.BOOLEAN, default=False),
        "wrap": Field(ValueKind.WORD, words=get_args(TextWrap), default="pretty"),
        "align": Field(ValueKind.WORD, words=get_args(TextAlign), default="start"),
        "color": Field(ValueKind.COLOR),
    },
    "markup": {
        "font": Field(ValueKind.WORD, section="font"),
        "weight": Field(ValueKind.WEIGHT),
        "italic": Field(ValueKind.BOOLEAN, default=False),
        "features": Field(ValueKind.NAMES),
        "color": Field(ValueKind.COLOR),
        "color_on_dark": Field(ValueKind.COLOR),
    },
    "output": {
        "format": Field(ValueKind.WORD, required=True),
        "display": Field(ValueKind.LENGTH, least=POSITIVE),
        "mode": Field(ValueKind.MODES),
    },
    "contract": {
        "of": Field(ValueKind.NAMES),
        "on": Field(ValueKind.NAMES),
        "contrast": Field(ValueKind.NUMBER, least=1),
        "distance": Field(ValueKind.NUMBER, least=0),
        "vision": Field(ValueKind.NAMES, words=VISIONS),
        "font_size": Field(ValueKind.LENGTH, least=POSITIVE),
        "stroke_width": Field(ValueKind.LENGTH, least=POSITIVE),
        "level": Field(ValueKind.WORD, words=("error", "warning"), default="error"),
        "unless": Field(ValueKind.WORD, words=("labelled",)),
    },
}
"""Sections of tables: each table is a token with these fields; those of outputs are joined by those of their format."""

SCALE = Field(ValueKind.NUMBER, least=POSITIVE)
WIDTH = Field(ValueKind.LENGTH, least=POSITIVE)
DPI = Field(ValueKind.NUMBER, least=POSITIVE)
"""Keys that several formats have: device pixels for one px (or times the layout's size), width on paper, and device
pixels per inch there."""

NAMES: dict[str, tuple[str, ...]] = {"markup": ("strong", "emphasis", "code", "accent", "marker")}
"""The tables that such a section may hold, where not any name will do."""

ENTRIES: dict[str, Field] = {"font": Field(ValueKind.FILE)}
"""What further keys of such a table hold: a font family lists its files by weight."""

BOX: dict[str, Field] = {
    "background": Field(ValueKind.COLOR),
    "background_image": Field(ValueKind.IMAGE),
    "color": Field(ValueKind.COLOR),
    "border": Field(ValueKind.COLOR),
    "border_width": Field(ValueKind.LENGTH, least=0, needs="border"),
    "border_style": Field(ValueKind.WORD, words=get_args(BorderStyle), needs="border"),
    **{f"border_{side}": Field(ValueKind.COLOR) for side in SIDES},
    **{f"border_{side}_width": Field(ValueKind.LENGTH, least=0) for side in SIDES},
    "radius": Field(ValueKind.LENGTH, least=0),
    **{f"radius_{corner}": Field(ValueKind.LENGTH, least=0) for corner in CORNERS},
    "shadow": Field(ValueKind.WORD, words=("none",), section="shadow"),
    "role": Field(ValueKind.WORD, section="type"),
    "padding": Field(ValueKind.LENGTH, least=0),
    "padding_x": Field(ValueKind.LENGTH, least=0),
    "padding_y": Field(ValueKind.LENGTH, least=0),
    "gap": Field(ValueKind.LENGTH, least=0),
    "row_gap": Field(ValueKind.LENGTH, least=0),
    "column_gap": Field(ValueKind.LENGTH, least=0),
    **{
        key: field
        for word in ("column_rule", "row_rule")
        for key, field in {
            word: Field(ValueKind.COLOR),
            f"{word}_width": Field(ValueKind.LENGTH, least=0, needs=word),
            f"{word}_style": Field(ValueKind.WORD, words=get_args(BorderStyle), needs=word),
        }.items()
    },
    "width": Field(ValueKind.LENGTH, least=0),
    "height": Field(ValueKind.LENGTH, least=0),
}
"""The keys of every table that styles a box; any section that is not named above is such a table."""

TONE_PARTS = ("", "_ink", "_line", "_tint")
"""What follows the name of a tone in the names of its colours: of shapes, of text, of outlines, of backgrounds."""

TONE_COLORS = {
    "solid": "{tone}",
    "ink": "{tone}_ink",
    "line": "{tone}_line",
    "tint": "{tone}_tint",
    "edge": "{tone}_edge",
    "fill": "{tone}_fill",
    "on": "on_{tone}",
    "on_inverse": "on_inverse_{tone}",
    "flow": "flow_{tone}",
}
"""The colours of a tone that [derive] has formulas for, and how each is called in [color]."""

RESERVED = ("format", "extends", "series", "derive", "modes", "mode")
"""Keys and sections that hold no tokens."""

FORMAT = 1
"""The version of the token format that is read; a file without ``format`` has this one."""

FIXED = ("components", "evaluation", "path", "sections", "selection", "source", "tables", "tones", "written")
"""What a theme has besides tokens: no component can be called so."""

PALETTE_READERS = ("palette", "tone", "color", "shadow")
"""The sections that may refer to the palette; all others read the colours that have a meaning."""


class Layer(IntEnum):
    """The layers of a token file: each refers to itself and to those before it."""

    PALETTE = 0
    ROLE = 1
    COMPONENT = 2
    USE = 3
    """Outputs and contracts, to which nothing refers."""


def layer(section: str) -> Layer:
    """The layer that a section belongs to."""
    if section == "palette":
        return Layer.PALETTE
    if section in ("output", "contract"):
        return Layer.USE
    return Layer.ROLE if section in SECTIONS or section in FIELDS else Layer.COMPONENT
