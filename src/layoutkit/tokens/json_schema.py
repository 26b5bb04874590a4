"""A JSON Schema of token files, for editors: completion, and a first check while typing.

It is written in draft 7, which editors' TOML extensions read. What a schema cannot say (that a name exists, that
references form no ring, that contracts are kept) is left to ``layoutkit tokens check``.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from layoutkit.tokens.axes import DEFAULT, VALUES
from layoutkit.tokens.color_expression import FUNCTIONS
from layoutkit.tokens.folders import OWN_FOLDERS
from layoutkit.tokens.formats import formats
from layoutkit.tokens.layers import NONE, SHADOW
from layoutkit.tokens.schema import (
    BOX,
    ENTRIES,
    FIELDS,
    FIXED,
    FORMAT,
    MOST,
    NAME,
    NAMES,
    OUTPUT_NAME,
    PALETTE_READERS,
    SECTIONS,
    TAKEN,
    TONE_COLORS,
    Field,
    Layer,
    ValueKind,
    layer,
)
from layoutkit.tokens.series import NUMBERINGS, SeriesTokens
from layoutkit.tokens.tables import TONE, registry

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["json_schema"]

_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)"
_ALPHA = rf"(?:/\s*{_NUMBER}\s*%\s*)?"
_ANY = "component"
"""Stands for the header of any component."""
_NAME = "^[a-z][a-z0-9_]*$"
_TOKEN_NAME = rf"^(?!(?:{'|'.join(TAKEN)})$){NAME}$"


def _reference(section: str) -> str:
    """A pattern of the references that the values of a section may have: no layer refers to one after it."""
    names = {
        Layer.PALETTE: r"palette\.",
        Layer.ROLE: rf"(?:{'|'.join(name for name in (*SECTIONS, *FIELDS) if layer(name) <= Layer.ROLE)})\.",
        Layer.COMPONENT: r"(?!output\.|contract\.)",
        Layer.USE: "",
    }[layer(section)]
    palette = "" if section in PALETTE_READERS else r"(?!palette\.)"
    return rf"\{{\s*{palette}{names}[^{{}}]+\}}"


def _kind(kind: ValueKind, section: str) -> dict[str, Any]:
    """The values of a kind, where they stand in some section."""
    reference = _reference(section)
    multiple = rf"\s*{reference}\s*(?:\*\s*{_NUMBER}\s*)?"
    computed = {"type": "string", "pattern": f"^{multiple}$"}
    match kind:
        case ValueKind.COLOR:
            literal = r"\s*#(?:[0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})\s*"
            call = rf"\s*(?:{'|'.join(FUNCTIONS)})\s*\((?:[^{{}}]|{reference})*\)\s*{_ALPHA}"
            return {"type": "string", "pattern": rf"^(?:{literal}|\s*{reference}\s*{_ALPHA}|{call})$"}
        case ValueKind.LENGTH:
            length = rf"\s*{_NUMBER}\s*(?:px|pt|mm|cm|in)?\s*"
            return {"anyOf": [_BOUNDED, {"type": "string", "pattern": f"^(?:{length}|{multiple})$"}]}
        case ValueKind.NUMBER:
            return {"anyOf": [_BOUNDED, computed]}
        case ValueKind.WEIGHT:
            return {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 1000}, computed]}
        case _:
            return _OTHERS[kind]


_BOUNDED = {"type": "number", "minimum": -MOST, "maximum": MOST}
_OTHERS: dict[ValueKind, dict[str, Any]] = {
    ValueKind.IMAGE: {"type": "string", "pattern": r"^\s*(?:none|linear-gradient\(.*\)|url\(.*\))\s*$"},
    ValueKind.WORD: {"type": "string"},
    ValueKind.NAMES: {"type": "array", "items": {"type": "string"}},
    ValueKind.FILE: {"type": "string", "minLength": 1},
    ValueKind.PICTURE: {"type": "string", "minLength": 1},
    ValueKind.BOOLEAN: {"type": "boolean"},
    ValueKind.MODES: {"type": "object", "additionalProperties": {"type": "string"}},
}
_NEEDED = ("color", "space", "font", "type", "page", "output")


def json_schema() -> dict[str, Any]:
    """The schema, ready for ``json.dump``."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Design tokens of layoutkit",
        "type": "object",
        "properties": {"extends": _EXTENDS},
        "propertyNames": {"pattern": _TOKEN_NAME},
        "if": {"required": ["extends"]},
        "then": _file(whole=False),
        "else": {**_file(whole=True), "required": list(_NEEDED)},
    }


_EXTENDS = {
    "type": "string",
    "minLength": 1,
    "description": '"layoutkit" for the base theme, or the path of another token file: this one says only what differs',
}


_SERIES = {
    "type": "object",
    "properties": {
        **{field.name: {"type": "string"} for field in dataclasses.fields(SeriesTokens)},
        "figures": {"type": "integer", "minimum": 1},
        "numbering": {"enum": list(NUMBERINGS)},
    },
    "additionalProperties": False,
}


_DERIVE = {
    "type": "object",
    "description": "formulas of the colours that a tone has where [color] does not say them",
    "properties": {key: {"type": "string", "minLength": 1} for key in TONE_COLORS},
    "additionalProperties": False,
}


def _file(*, whole: bool) -> dict[str, Any]:
    """The sections of a file that stands alone, or of one that says only what differs from another."""
    sections = {"format": {"const": FORMAT}, "extends": _EXTENDS, **_sections(whole=whole), "mode": _mode()}
    sections["series"] = _SERIES
    sections["derive"] = _DERIVE
    sections["modes"] = _modes(removable=not whole)
    if not whole:
        for name in ("output", "contract"):
            table = sections[name]["additionalProperties"]
            sections[name] = {**sections[name], "additionalProperties": {"anyOf": [table, {"const": False}]}}
    return _components(sections | dict.fromkeys(FIXED, False), whole=whole)


def _sections(*, whole: bool) -> dict[str, Any]:
    """The sections with a meaning of their own; ``whole`` tables have all that they need."""
    named = {"type": "object", "propertyNames": {"pattern": _TOKEN_NAME}}
    singles = {name: {**named, "additionalProperties": _field(name, field)} for name, field in SECTIONS.items()}
    records: dict[str, Any] = {}
    for name, fields in FIELDS.items():
        table = _table(name, fields, ENTRIES.get(name), whole=whole)
        if name == SHADOW:
            layers = {"type": "array", "items": table}
            records[name] = {**named, "additionalProperties": {"anyOf": [table, layers, {"const": NONE}]}}
        elif name in NAMES:
            known = dict.fromkeys(NAMES[name], table)
            records[name] = {"type": "object", "properties": known, "additionalProperties": False}
        else:
            records[name] = {**named, "additionalProperties": table}
    names = {"pattern": f"^(?!(?:{'|'.join(OWN_FOLDERS)})$){OUTPUT_NAME}$"}
    records["output"] = {**named, "propertyNames": names, "additionalProperties": _output(whole=whole)}
    if whole:
        records["output"]["minProperties"] = 1
    return singles | records


def _output(*, whole: bool) -> dict[str, Any]:
    """An output: which keys it takes depends on its format, which one that is inherited need not name."""
    choices = [
        {
            "if": {"properties": {"format": {"const": known.name}}, "required": ["format"]},
            "then": _table("output", known.fields, None, whole=True),
        }
        for known in formats
    ]
    any_format = _field("output", formats.fields(None)["format"])
    needed = {"required": ["format"]} if whole else {}
    return {"type": "object", "properties": {"format": any_format}, **needed, "allOf": choices}


def _components(others: Mapping[str, Any], *, whole: bool) -> dict[str, Any]:
    """The tables of components beside ``others``; a table that nothing declares holds the keys of boxes."""
    tables = {name: _table(name, table.fields, None, whole=whole) for name, table in registry.tables.items()}
    of_tones = {f"^{name.replace(TONE, NAME)}$": table for name, table in tables.items() if TONE in name}
    named = {name: table for name, table in tables.items() if TONE not in name}
    any_other = _table(_ANY, BOX, None, whole=whole)
    return {"properties": {**named, **others}, "patternProperties": of_tones, "additionalProperties": any_other}


def _table(section: str, fields: Mapping[str, Field], entry: Field | None, *, whole: bool) -> dict[str, Any]:
    table: dict[str, Any] = {
        "type": "object",
        "properties": {key: _field(section, field) for key, field in fields.items()},
        "additionalProperties": _field(section, entry) if entry else False,
    }
    needed = [key for key, field in fields.items() if field.required]
    return {**table, "required": needed} if whole and needed else table


def _field(section: str, field: Field) -> dict[str, Any]:
    described: dict[str, Any] = {"description": field.kind.value, **_kind(field.kind, section)}
    if field.words and field.kind is ValueKind.NAMES:
        described["items"] = {"enum": list(field.words)}
    elif field.words and not field.section:
        described["enum"] = list(field.words)
    if field.default is not None:
        described["default"] = field.default
    if field.least is not None:
        number, *others = described["anyOf"]
        described["anyOf"] = [{**number, "minimum": field.least}, *others]
    return described


def _modes(*, removable: bool) -> dict[str, Any]:
    listed = {"type": "array", "items": {"type": "string", "pattern": _NAME}, "minItems": 2, "uniqueItems": True}
    table: dict[str, Any] = {
        "type": "object",
        "properties": {VALUES: listed, DEFAULT: {"type": "string", "pattern": _NAME}},
        "additionalProperties": False,
    }
    axis = {"anyOf": [listed, table, {"const": False}] if removable else [listed, {**table, "required": [VALUES]}]}
    axes = {"type": "object", "propertyNames": {"pattern": _NAME}, "additionalProperties": axis}
    what = "axes along which tokens change; tokens outside [mode] are those of the first value, which is the default"
    return {"description": f"{what} unless the axis names one", **axes}


def _mode() -> dict[str, Any]:
    """Axis by axis and value by value, the tokens that change."""
    changes = {"type": "object", **_components({**_sections(whole=False), "output": False}, whole=False)}
    return {"type": "object", "additionalProperties": {"type": "object", "additionalProperties": changes}}
