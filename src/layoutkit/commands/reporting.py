"""How commands tell what went wrong."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from layoutkit.diagnostics import Diagnostic, LayoutkitError, format_diagnostic

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["FAILED", "OK", "UsageError", "internal", "report"]

OK, FAILED = 0, 1
"""Exit statuses of a command that ran."""


class UsageError(LayoutkitError):
    """A name on the command line that does not exist."""


def report(diagnostics: Sequence[Diagnostic]) -> None:
    """Print messages to standard error, in colour on a terminal."""
    color = sys.stderr.isatty()
    for diagnostic in diagnostics:
        print(format_diagnostic(diagnostic, color=color) + "\n", file=sys.stderr)


def internal(fault: Exception) -> Diagnostic:
    """What a fault of layoutkit itself looks like to its users."""
    hint = "this is a fault of layoutkit; run again with --debug for the traceback"
    return Diagnostic("internal", f"{type(fault).__name__}: {fault}", hint=hint)
