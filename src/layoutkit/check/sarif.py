"""A report as SARIF, which code review tools show beside the lines.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
"""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from layoutkit.check.report import in_modes
from layoutkit.check.topics import TOPICS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.check.report import CheckReport, FindingInModes
    from layoutkit.origin import Location

__all__ = ["sarif"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "SRCROOT"
"""What paths are relative to: the folder that the check was started in."""


def sarif(report: CheckReport, version: str) -> dict[str, Any]:
    """The log of one run.

    Args:
        report: what was found.
        version: of this package.
    """
    rules = sorted({found.diagnostic.rule for found in report.found})
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "layoutkit",
                        "semanticVersion": version,
                        "rules": [_rule(rule) for rule in rules],
                    }
                },
                "originalUriBaseIds": {_ROOT: {"uri": f"{Path.cwd().as_uri()}/"}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(found, report, rules.index(found.diagnostic.rule)) for found in report.found],
            }
        ],
    }


def _rule(rule: str) -> dict[str, Any]:
    topic = TOPICS.get(rule)
    if topic is None:
        return {"id": rule}
    return {
        "id": rule,
        "shortDescription": {"text": f"{topic.summary[0].upper()}{topic.summary[1:]}."},
        "fullDescription": {"text": topic.why},
        "help": {"text": f"{topic.why}\n\nBreaks it:\n\n{topic.bad}\nKeeps it:\n\n{topic.good}"},
        "defaultConfiguration": {"level": topic.severity.value},
    }


def _result(found: FindingInModes, report: CheckReport, index: int) -> dict[str, Any]:
    fault = found.diagnostic
    parts = [
        fault.message,
        f" ({fault.modes})" if fault.modes else "",
        "" if found.modes is None else f" (with {in_modes(found.modes, report.modes)})",
        *(f"; {note}" for note in fault.notes),
        f"; hint: {fault.hint}" if fault.hint else "",
    ]
    result: dict[str, Any] = {
        "ruleId": fault.rule,
        "ruleIndex": index,
        "level": fault.severity.value,
        "message": {"text": "".join(parts)},
        "locations": [{"physicalLocation": _location(place)} for place in fault.places[:1]],
    }
    callers = _callers(fault.places)
    if callers:
        result["relatedLocations"] = callers
    if found.figure:
        result["properties"] = {"figure": found.figure}
    return result


def _callers(places: Sequence[Location]) -> list[dict[str, Any]]:
    return [
        {"id": i, "message": {"text": "called from here"}, "physicalLocation": _location(place)}
        for i, place in enumerate(places[1:], start=1)
    ]


def _location(place: Location) -> dict[str, Any]:
    region = {"startLine": place.line}
    if place.column:
        region |= {"startColumn": place.column, "endLine": place.end_line, "endColumn": place.end_column}
    return {"artifactLocation": _artifact(place.path), "region": region}


def _artifact(path: PurePath) -> dict[str, str]:
    """A path below the current folder is relative to it; any other one stands by itself."""
    whole = Path.cwd() / path
    if whole.is_relative_to(Path.cwd()):
        return {"uri": quote(whole.relative_to(Path.cwd()).as_posix()), "uriBaseId": _ROOT}
    return {"uri": whole.as_uri()}
