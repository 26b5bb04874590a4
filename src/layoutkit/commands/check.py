"""``layoutkit check``: all figures, in all modes, by all rules."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit import __version__
from layoutkit.commands.arguments import (
    add_allow,
    add_debug,
    add_figures,
    add_mode,
    add_tokens,
    allowed,
    chosen_figures,
    modes,
)
from layoutkit.commands.reporting import FAILED, OK, json_text, print_json, report
from layoutkit.declarations import with_declarations
from layoutkit.diagnostics import LayoutkitError, Severity, UsageError
from layoutkit.progress import Progress

if TYPE_CHECKING:
    import argparse

    from layoutkit.check.report import CheckReport

__all__ = ["add"]


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    what = "check figures in every combination of modes"
    parser = commands.add_parser("check", help=what, description=f"{what[0].upper()}{what[1:]}; nothing is written.")
    add_figures(parser)
    add_tokens(parser)
    add_mode(parser)
    add_allow(parser)
    parser.add_argument("--json", action="store_true", help="findings on standard output, for programs")
    parser.add_argument("--sarif", type=Path, metavar="FILE", help="findings for code review tools as well")
    add_debug(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check, and tell what was found; the status is 1 where an error is among it."""
    from layoutkit.check.report import CheckReport, FindingInModes  # noqa: PLC0415 - Cairo and HarfBuzz, not needed for --help

    left_out = allowed(options.allow)
    try:
        found = _check(options, left_out)
    except UsageError:
        raise
    except LayoutkitError as fault:  # of the tokens: tools hear of it too
        if options.debug:
            raise
        found = CheckReport(0, (), tuple(FindingInModes(diagnostic, "", None) for diagnostic in fault.diagnostics))
    if options.sarif is not None:
        _write_sarif(found, options.sarif)
    if options.json:
        from layoutkit.check.report import as_json  # noqa: PLC0415 - loaded by now

        print_json(as_json(found))
    else:
        report(found.messages)
        print(found.summary)
    return FAILED if found.count(Severity.ERROR) else OK


def _check(options: argparse.Namespace, left_out: frozenset[str]) -> CheckReport:
    from layoutkit.choices import of_series  # noqa: PLC0415
    from layoutkit.series import Series  # noqa: PLC0415
    from layoutkit.tokens import load_all  # noqa: PLC0415

    figures, failed = chosen_figures(options)
    themes = with_declarations(lambda: load_all(options.tokens), options.paths)
    figures, failed = of_series(figures, failed, themes.default.series)
    wanted = {axis: modes(themes, options.mode).values[axis] for axis, _ in options.mode}
    chosen = [theme for theme in themes if wanted.items() <= theme.selection.values.items()]
    whole = options.only is None and not wanted and all(path.is_dir() for path in options.paths)
    series = Series(figures, failed, themes, chosen)
    with Progress(len(figures)) as progress:

        def show(name: str) -> None:
            progress.show(name)
            progress.step()

        return series.check(allowed=left_out, whole=whole, step=show)


def _write_sarif(found: CheckReport, path: Path) -> None:
    from layoutkit.check.sarif import sarif  # noqa: PLC0415 - only for those who ask
    from layoutkit.output.files import write_file  # noqa: PLC0415

    write_file(path, (json_text(sarif(found, __version__)) + "\n").encode())
    print(path, file=sys.stderr)
