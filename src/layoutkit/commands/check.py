"""``layoutkit check``: all figures, in all modes, by all rules."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit import LayoutkitError, UsageError, __version__
from layoutkit.commands.arguments import (
    add_allow,
    add_debug,
    add_figures,
    add_look,
    add_mode,
    allowed,
    look,
    mode_pairs,
)
from layoutkit.commands.help import add_command
from layoutkit.commands.reporting import FAILED, OK, json_text, print_json, report
from layoutkit.commands.watchers import Counter

if TYPE_CHECKING:
    import argparse

    from layoutkit import CheckReport

__all__ = ["add"]


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "check",
        "check figures in every combination of modes, without writing files",
        examples=[
            ("layoutkit check figures/", ""),
            ("layoutkit check figures/ --mode theme=dark", "only the dark theme"),
            ("layoutkit explain overflow", "what a rule measures, and why"),
        ],
        status="0 no errors (perhaps warnings), 1 errors",
    )
    add_figures(parser)
    add_look(parser)
    add_mode(parser)
    add_allow(parser)
    parser.add_argument("--json", action="store_true", help="print the findings for programs")
    parser.add_argument("--sarif", type=Path, metavar="FILE", help="also write the findings for code review tools")
    add_debug(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check, and tell what was found; the status is 1 where an error is among it."""
    from layoutkit.check.report import as_json, without_figures  # noqa: PLC0415 - not needed for --help

    left_out = allowed(options.allow)
    try:
        found = _check(options, left_out)
    except UsageError:
        raise
    except LayoutkitError as fault:  # of the tokens: tools hear of it too
        if options.debug:
            raise
        found = without_figures(fault.diagnostics)
    if options.sarif is not None:
        _write_sarif(found, options.sarif)
    if options.json:
        print_json(as_json(found))
    else:
        report(found.findings)
        print(found.summary)
    return OK if found.ok else FAILED


def _check(options: argparse.Namespace, left_out: frozenset[str]) -> CheckReport:
    from layoutkit import check_figures  # noqa: PLC0415 - Cairo and HarfBuzz, not needed for --help

    with Counter() as counter:
        return check_figures(
            options.paths,
            tokens=look(options),
            modes=mode_pairs(options.mode),
            only=options.only,
            allow=left_out,
            watcher=counter,
        )


def _write_sarif(found: CheckReport, path: Path) -> None:
    from layoutkit.check.sarif import sarif  # noqa: PLC0415 - only for those who ask
    from layoutkit.output.files import write_file  # noqa: PLC0415

    write_file(path, (json_text(sarif(found, __version__)) + "\n").encode())
    print(path, file=sys.stderr)
