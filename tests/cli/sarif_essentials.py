"""What SARIF 2.1.0 demands of a log like ours: the required properties, types and bounds of its section 3."""

from __future__ import annotations

from typing import Any

__all__ = ["SCHEMA"]


def record(required: str = "", **properties: object) -> dict[str, Any]:
    """An object that has no other properties."""
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


def array(items: object, **bounds: object) -> dict[str, Any]:
    return {"type": "array", "items": items, **bounds}


TEXT = {"type": "string", "minLength": 1}
FROM_ONE = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = record("text", text=TEXT)
ARTIFACT = record("uri", uri={"type": "string", "format": "uri-reference", "minLength": 1}, uriBaseId=TEXT)
REGION = record("startLine", startLine=FROM_ONE, startColumn=FROM_ONE, endLine=FROM_ONE, endColumn=FROM_ONE)
PHYSICAL = record("artifactLocation", artifactLocation=ARTIFACT, region=REGION)
LOCATION = record("physicalLocation", id={"type": "integer", "minimum": -1}, message=MESSAGE, physicalLocation=PHYSICAL)
RULE = record(
    "id", id=TEXT, shortDescription=MESSAGE, fullDescription=MESSAGE, help=MESSAGE,
    defaultConfiguration=record("level", level=LEVEL),
)  # fmt: skip
RESULT = record(
    "message", ruleId=TEXT, ruleIndex={"type": "integer", "minimum": -1}, level=LEVEL, message=MESSAGE,
    locations=array(LOCATION), relatedLocations=array(LOCATION, uniqueItems=True), properties={"type": "object"},
)  # fmt: skip
DRIVER = record("name", name=TEXT, semanticVersion=TEXT, rules=array(RULE, uniqueItems=True))
RUN = record(
    "tool", tool=record("driver", driver=DRIVER), columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    originalUriBaseIds={
        "type": "object",
        "additionalProperties": record("uri", uri={"type": "string", "pattern": "^[a-z]+:.*/$"}),
    },
    results=array(RESULT),
)  # fmt: skip
SCHEMA = record("version runs", **{"$schema": {"type": "string", "pattern": "sarif-schema-2.1.0.json$"}},
                version={"const": "2.1.0"}, runs=array(RUN))  # fmt: skip
