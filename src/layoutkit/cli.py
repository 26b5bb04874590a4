"""The command line: reads arguments, calls the passes, prints results and messages."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit import __version__
from layoutkit.diagnostics import Diagnostic, LayoutkitError, error, format_diagnostic, near_miss
from layoutkit.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.build import Studio
    from layoutkit.discover import NamedFigure
    from layoutkit.tokens import OutputTokens, Theme

__all__ = ["main"]

_OK, _FAILED, _WRONG_USAGE, _INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status is 0, 1 where something failed, 2 for wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        return _render(options)
    except _UsageError as fault:
        _report(fault.diagnostics)
        return _WRONG_USAGE
    except LayoutkitError as fault:
        if options.debug:
            traceback.print_exc()
        _report(fault.diagnostics)
        return _FAILED
    except KeyboardInterrupt:
        print("interrupted; files written so far are complete", file=sys.stderr)
        return _INTERRUPTED
    except BrokenPipeError:  # whoever read the results has heard enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _FAILED
    except Exception as fault:  # the last resort: no bare traceback unless --debug asks
        if options.debug:
            raise
        _report([_internal(fault)])
        return _FAILED


class _UsageError(LayoutkitError):
    """A name on the command line that does not exist."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="layoutkit", description="Infographics from short Python scripts and one token file."
    )
    parser.add_argument("--version", action="version", version=f"layoutkit {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    render = commands.add_parser("render", help="render figures to files", description="Render figures to files.")
    render.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="folder of figure scripts, or a script")
    render.add_argument("--only", type=_words, metavar="NAME,…", help="only figures whose name starts so, such as 03")
    render.add_argument("--target", type=_words, metavar="NAME,…", help="only these outputs, such as web,print")
    render.add_argument("--tokens", type=Path, default=Path("tokens.toml"), metavar="FILE", help="default: tokens.toml")
    render.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help="default: out")
    render.add_argument("--debug", action="store_true", help="show tracebacks")
    return parser


def _words(text: str) -> list[str]:
    return [word for word in (part.strip() for part in text.split(",")) if word]


def _render(options: argparse.Namespace) -> int:
    from layoutkit.build import Studio, load_figures  # noqa: PLC0415 - Cairo and HarfBuzz, not needed for --help
    from layoutkit.tokens import load_theme  # noqa: PLC0415

    theme = load_theme(options.tokens)
    targets = _targets(theme, options.target)
    figures, failed = load_figures(options.paths)
    figures = _only(figures, options.only, anything_failed=bool(failed))
    for failure in failed:
        _report(failure.diagnostics)
    studio = Studio.open(theme)
    all_well = not failed
    with Progress(len(figures) * len(targets)) as progress:
        for figure in figures:
            progress.show(figure.name)
            all_well &= _render_figure(studio, figure, targets, options, progress)
    return _OK if all_well else _FAILED


def _render_figure(
    studio: Studio, figure: NamedFigure, targets: list[OutputTokens], options: argparse.Namespace, progress: Progress
) -> bool:
    """Render one figure and print its results; a fault in it leaves the others alone."""
    all_well = True
    try:
        for result in studio.render(figure, targets, options.out):
            progress.step()
            if isinstance(result, Diagnostic):
                all_well = False
                progress.clear()
                _report([result])
            else:
                progress.print(f"{result.path}  {result.size / 1024:.0f} KB", sys.stdout)
    except BrokenPipeError:
        raise
    except Exception as fault:  # the last resort: no bare traceback unless --debug asks
        if options.debug:
            raise
        progress.clear()
        _report([_internal(fault)])
        all_well = False
    return all_well


def _targets(theme: Theme, wanted: list[str] | None) -> list[OutputTokens]:
    known = dict(theme.output.items())
    for name in wanted or ():
        if name not in known:
            fault = error("unknown-target", f"there is no output {name!r} in {theme.path}", hint=near_miss(name, known))
            raise _UsageError(*fault.diagnostics)
    return [tokens for name, tokens in known.items() if wanted is None or name in wanted]


def _only(figures: list[NamedFigure], wanted: list[str] | None, *, anything_failed: bool) -> list[NamedFigure]:
    if wanted is None:
        return figures
    chosen = [f for f in figures if any(f.name.startswith(prefix) for prefix in wanted)]
    if not chosen and not anything_failed:
        names = [f.name for f in figures]
        fault = error(
            "unknown-figure", f"no figure starts with {' or '.join(wanted)}", hint=near_miss(wanted[0], names)
        )
        raise _UsageError(*fault.diagnostics)
    return chosen


def _internal(fault: Exception) -> Diagnostic:
    hint = "this is a fault of layoutkit; run again with --debug for the traceback"
    return Diagnostic("internal", f"{type(fault).__name__}: {fault}", hint=hint)


def _report(diagnostics: Sequence[Diagnostic]) -> None:
    color = sys.stderr.isatty()
    for diagnostic in diagnostics:
        print(format_diagnostic(diagnostic, color=color) + "\n", file=sys.stderr)
