"""How commands tell what went wrong."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from layoutkit.diagnostics import Diagnostic, LayoutkitError, described, format_diagnostic
from layoutkit.terminal import colored

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["FAILED", "OF_THE_MACHINE", "OK", "UsageError", "internal", "json_text", "print_json", "report"]

OK, FAILED = 0, 1
"""Exit statuses of a command that ran."""
OF_THE_MACHINE = frozenset({"no-cairo"})
"""Findings about the machine, which are reported once instead of for each figure."""


class UsageError(LayoutkitError):
    """A name on the command line that does not exist."""


def report(diagnostics: Sequence[Diagnostic]) -> None:
    """Print messages to standard error, in colour on a terminal."""
    color = colored(sys.stderr)
    for diagnostic in diagnostics:
        print(format_diagnostic(diagnostic, color=color) + "\n", file=sys.stderr)


def internal(fault: Exception) -> Diagnostic:
    """What a fault of layoutkit itself looks like to its users."""
    hint = "this is a fault of layoutkit; run again with --debug for the traceback"
    return Diagnostic("internal", described(fault), hint=hint)


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
