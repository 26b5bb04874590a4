"""How commands tell what went wrong."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from layoutkit.diagnostics import format_diagnostic
from layoutkit.terminal import colored

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit import Diagnostic

__all__ = ["FAILED", "OK", "json_text", "print_json", "report"]

OK, FAILED = 0, 1
"""Exit statuses of a command that ran."""


def report(diagnostics: Sequence[Diagnostic]) -> None:
    """Print messages to standard error, in colour on a terminal."""
    color = colored(sys.stderr)
    for diagnostic in diagnostics:
        print(format_diagnostic(diagnostic, color=color) + "\n", file=sys.stderr)


def print_json(value: object) -> None:
    """Print a value for programs."""
    print(json_text(value, getattr(sys.stdout, "encoding", None) or "utf-8"))


def json_text(value: object, encoding: str = "utf-8") -> str:
    """A value as JSON; where an encoding lacks a character, all that is not ASCII is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return json.dumps(value, indent=2)
    return text
