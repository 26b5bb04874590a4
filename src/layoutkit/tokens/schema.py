"""What each section of tokens.toml holds: the section fixes the kind of its values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum
from keyword import kwlist
from typing import get_args

from layoutkit.color.vision import VISIONS
from layoutkit.keywords import BorderStyle, TextTransform, TextWrap

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
    "TONE_PARTS",
    "WIDTH",
    "Field",
    "Kind",
    "Layer",
    "layer",
]


class Kind(Enum):
    """The kinds of values; each is named as a message names it."""

    COLOR = "a colour"
    LENGTH = "a length"
    NUMBER = "a number"
    WEIGHT = "a font weight from 1 to 1000"
    WORD = "a word"
    NAMES = "a list of names"
    FILE = "a file name"
    BOOLEAN = "true or false"
    MODES = 'a table of modes, such as { theme = "dark" }'


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a table."""

    kind: Kind
    required: bool = False
    words: tuple[str, ...] = ()
    """The words allowed, where the kind is a word and not the name of another token."""
    section: str = ""
    """The section whose entries the word (or the list) names."""
    least: float | None = None
    """The smallest value allowed."""
    default: float | str | bool | None = None
    """What holds where a component's table leaves the key out; px for lengths. None is no value."""


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
    "palette": Field(Kind.COLOR),
    "color": Field(Kind.COLOR),
    "space": Field(Kind.LENGTH, least=0),
    "radius": Field(Kind.LENGTH, least=0),
    "stroke": Field(Kind.LENGTH, least=0),
}
"""Sections of single values: each key is a token."""

FIELDS: dict[str, dict[str, Field]] = {
    "shadow": {
        "offset_x": Field(Kind.LENGTH),
        "offset_y": Field(Kind.LENGTH),
        "blur": Field(Kind.LENGTH, required=True, least=0),
        "color": Field(Kind.COLOR, required=True),
    },
    "font": {"fallback": Field(Kind.NAMES, section="font")},
    "type": {
        "font": Field(Kind.WORD, required=True, section="font"),
        "weight": Field(Kind.WEIGHT, required=True),
        "italic": Field(Kind.BOOLEAN),
        "size": Field(Kind.LENGTH, required=True, least=POSITIVE),
        "line_height": Field(Kind.LENGTH, required=True, least=POSITIVE),
        "letter_spacing": Field(Kind.LENGTH),
        "text_transform": Field(Kind.WORD, words=get_args(TextTransform)),
        "features": Field(Kind.NAMES),
        "hyphenate": Field(Kind.BOOLEAN),
        "wrap": Field(Kind.WORD, words=get_args(TextWrap)),
        "color": Field(Kind.COLOR),
    },
    "markup": {
        "font": Field(Kind.WORD, section="font"),
        "weight": Field(Kind.WEIGHT),
        "italic": Field(Kind.BOOLEAN),
        "features": Field(Kind.NAMES),
        "color": Field(Kind.COLOR),
        "color_on_dark": Field(Kind.COLOR),
    },
    "output": {
        "format": Field(Kind.WORD, required=True),
        "display": Field(Kind.LENGTH, least=POSITIVE),
        "mode": Field(Kind.MODES),
    },
    "contract": {
        "of": Field(Kind.NAMES),
        "on": Field(Kind.NAMES),
        "contrast": Field(Kind.NUMBER, least=1),
        "distance": Field(Kind.NUMBER, least=0),
        "vision": Field(Kind.NAMES, words=VISIONS),
        "font_size": Field(Kind.LENGTH, least=POSITIVE),
        "stroke_width": Field(Kind.LENGTH, least=POSITIVE),
    },
}
"""Sections of tables: each table is a token with these fields; those of outputs are joined by those of their format."""

SCALE = Field(Kind.NUMBER, least=POSITIVE)
WIDTH = Field(Kind.LENGTH, least=POSITIVE)
DPI = Field(Kind.NUMBER, least=POSITIVE)
"""Keys that several formats have: device pixels for one px (or times the layout's size), width on paper, and device
pixels per inch there."""

NAMES: dict[str, tuple[str, ...]] = {"markup": ("strong", "emphasis", "code", "accent", "marker")}
"""The tables that such a section may hold, where not any name will do."""

ENTRIES: dict[str, Field] = {"font": Field(Kind.FILE)}
"""What further keys of such a table hold: a font family lists its files by weight."""

BOX: dict[str, Field] = {
    "background": Field(Kind.COLOR),
    "color": Field(Kind.COLOR),
    "border": Field(Kind.COLOR),
    "border_width": Field(Kind.LENGTH, least=0),
    "border_style": Field(Kind.WORD, words=get_args(BorderStyle)),
    "radius": Field(Kind.LENGTH, least=0),
    "shadow": Field(Kind.WORD, section="shadow"),
    "role": Field(Kind.WORD, section="type"),
    "padding": Field(Kind.LENGTH, least=0),
    "padding_x": Field(Kind.LENGTH, least=0),
    "padding_y": Field(Kind.LENGTH, least=0),
    "gap": Field(Kind.LENGTH, least=0),
    "row_gap": Field(Kind.LENGTH, least=0),
    "column_gap": Field(Kind.LENGTH, least=0),
    "width": Field(Kind.LENGTH, least=0),
    "height": Field(Kind.LENGTH, least=0),
}
"""The keys of every table that styles a box; any section that is not named above is such a table."""

TONE_PARTS = ("", "_ink", "_line", "_tint")
"""What follows the name of a tone in the names of its colours: of shapes, of text, of outlines, of backgrounds."""

RESERVED = ("format", "extends", "modes", "mode")
"""Keys and sections that hold no tokens."""

FORMAT = 1
"""The version of the token format that is read; a file without ``format`` has this one."""

FIXED = ("components", "path", "sections", "selection", "source", "tables", "tones", "written")
"""What a theme has besides tokens: no component can be called so."""

PALETTE_READERS = ("palette", "color", "shadow")
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
