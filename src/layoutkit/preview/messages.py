"""Findings as the page shows them: words, places in files, marks in the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.diagnostics import Diagnostic, format_diagnostic, shown_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from layoutkit.check.examine import OpenFinding
    from layoutkit.geometry import Rect
    from layoutkit.origin import Location
    from layoutkit.preview.frames import Message

__all__ = ["as_message", "as_messages", "numbered", "place", "rect"]


def as_message(diagnostic: Diagnostic, number: int = 0, marks: Iterable[Rect] = ()) -> Message:
    """One finding."""
    return {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "modes": diagnostic.modes,
        "number": number,
        "text": format_diagnostic(diagnostic),
        "places": [place(one) for one in diagnostic.places],
        "marks": [rect(one) for one in marks],
    }


def as_messages(diagnostics: Iterable[Diagnostic]) -> list[Message]:
    """Findings without marks."""
    return [as_message(one) for one in diagnostics]


def numbered(findings: Iterable[OpenFinding]) -> list[Message]:
    """Findings with the numbers and the marks that a draft has."""
    return [as_message(one.diagnostic, number, one.marks) for number, one in enumerate(findings, start=1)]


def place(location: Location) -> Message:
    """Where something stands in a file."""
    return {
        "path": str(location.path),
        "shown": str(shown_path(location.path)),
        "line": location.line,
        "column": location.column,
    }


def rect(one: Rect) -> list[float]:
    """Left, top, width and height in px from the figure's top-left."""
    return [round(number, 3) for number in (one.x, one.y, one.width, one.height)]
