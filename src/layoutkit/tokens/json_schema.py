"""A JSON Schema of token files, for editors: completion, and a first check while typing.

It is written in draft 7, which editors' TOML extensions read. What a schema cannot say (that a name exists, that
references form no ring, that contracts are kept) is left to ``layoutkit tokens check``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from layoutkit.tokens.schema import COMPONENT, ENTRIES, FIELDS, FIXED, NAMES, SECTIONS, Field, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["json_schema"]

_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)"
_REFERENCE = r"\s*\{\s*[^{}]+\s*\}\s*"
_ALPHA = rf"(?:/\s*{_NUMBER}\s*%\s*)?"
_NAME = "^[a-z][a-z0-9_]*$"
_KINDS: dict[Kind, dict[str, Any]] = {
    Kind.COLOR: {
        "type": "string",
        "pattern": rf"^(?:\s*#(?:[0-9A-Fa-f]{{3,4}}|[0-9A-Fa-f]{{6}}|[0-9A-Fa-f]{{8}})\s*"
        rf"|{_REFERENCE}{_ALPHA}|\s*(?:oklch|mix|tone)\s*\(.*\)\s*{_ALPHA})$",
    },
    Kind.LENGTH: {
        "anyOf": [
            {"type": "number"},
            {
                "type": "string",
                "pattern": rf"^(?:\s*{_NUMBER}\s*(?:px|pt|mm|cm|in)?\s*|{_REFERENCE}(?:\*\s*{_NUMBER}\s*)?)$",
            },
        ]
    },
    Kind.NUMBER: {
        "anyOf": [{"type": "number"}, {"type": "string", "pattern": rf"^{_REFERENCE}(?:\*\s*{_NUMBER}\s*)?$"}]
    },
    Kind.WEIGHT: {
        "anyOf": [
            {"type": "integer", "minimum": 1, "maximum": 1000},
            {"type": "string", "pattern": rf"^{_REFERENCE}(?:\*\s*{_NUMBER}\s*)?$"},
        ]
    },
    Kind.WORD: {"type": "string"},
    Kind.NAMES: {"type": "array", "items": {"type": "string"}},
    Kind.FILE: {"type": "string", "minLength": 1},
    Kind.BOOLEAN: {"type": "boolean"},
    Kind.MODES: {"type": "object", "additionalProperties": {"type": "string"}},
}
_NEEDED = ("color", "space", "font", "type", "page", "output")


def json_schema() -> dict[str, Any]:
    """The schema, ready for ``json.dump``."""
    sections = {**_sections(whole=True), "modes": _modes(), "mode": _mode()}
    page = {**_table(COMPONENT, None, whole=True), "required": ["width"]}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Design tokens of layoutkit",
        "type": "object",
        "properties": {**sections, "page": page, **dict.fromkeys(FIXED, False)},
        "additionalProperties": _table(COMPONENT, None, whole=True),
        "required": list(_NEEDED),
    }


def _sections(*, whole: bool) -> dict[str, Any]:
    """The sections with a meaning of their own; ``whole`` tables have all that they need."""
    singles = {name: {"type": "object", "additionalProperties": _field(field)} for name, field in SECTIONS.items()}
    records: dict[str, Any] = {}
    for name, fields in FIELDS.items():
        table = _table(fields, ENTRIES.get(name), whole=whole)
        if name in NAMES:
            known = dict.fromkeys(NAMES[name], table)
            records[name] = {"type": "object", "properties": known, "additionalProperties": False}
        else:
            records[name] = {"type": "object", "additionalProperties": table}
    if whole:
        records["output"]["minProperties"] = 1
    return singles | records


def _table(fields: Mapping[str, Field], entry: Field | None, *, whole: bool) -> dict[str, Any]:
    table: dict[str, Any] = {
        "type": "object",
        "properties": {key: _field(field) for key, field in fields.items()},
        "additionalProperties": _field(entry) if entry else False,
    }
    needed = [key for key, field in fields.items() if field.required]
    return {**table, "required": needed} if whole and needed else table


def _field(field: Field) -> dict[str, Any]:
    described: dict[str, Any] = {"description": field.kind.value, **_KINDS[field.kind]}
    if field.words and field.kind is Kind.NAMES:
        described["items"] = {"enum": list(field.words)}
    elif field.words:
        described["enum"] = list(field.words)
    if field.least is not None:
        number, *others = described["anyOf"]
        described["anyOf"] = [{**number, "minimum": field.least}, *others]
    return described


def _modes() -> dict[str, Any]:
    values = {"type": "array", "items": {"type": "string", "pattern": _NAME}, "minItems": 2, "uniqueItems": True}
    axes = {"type": "object", "propertyNames": {"pattern": _NAME}, "additionalProperties": values}
    return {"description": "axes along which tokens change; the first value of each is the default", **axes}


def _mode() -> dict[str, Any]:
    """Axis by axis and value by value, the tokens that change."""
    component = _table(COMPONENT, None, whole=False)
    changes = {
        "type": "object",
        "properties": {**_sections(whole=False), "output": False},
        "additionalProperties": component,
    }
    return {"type": "object", "additionalProperties": {"type": "object", "additionalProperties": changes}}
