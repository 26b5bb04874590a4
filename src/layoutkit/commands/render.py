"""``layoutkit render``: figures to files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Self

from layoutkit.commands.arguments import (
    add_allow,
    add_debug,
    add_figures,
    add_mode,
    add_target,
    add_tokens,
    allowed,
    mode_pairs,
)
from layoutkit.commands.reporting import FAILED, OK, report
from layoutkit.progress import Progress
from layoutkit.watcher import Watcher

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from layoutkit.diagnostics import Diagnostic
    from layoutkit.publish import File, Published

__all__ = ["Shown", "add"]


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser("render", help="render figures to files", description="Render figures to files.")
    add_figures(parser)
    add_target(parser)
    add_tokens(parser)
    add_mode(parser)
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help="default: out")
    parser.add_argument("--book", metavar="TITLE", help="also all figures as one PDF with this title")
    add_allow(parser)
    add_debug(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Render the figures asked for; a fault in one leaves the others alone."""
    from layoutkit.rendering import render  # noqa: PLC0415 - Cairo and HarfBuzz, not needed for --help

    left_out = allowed(options.allow)
    with Shown(debug=options.debug) as shown:
        result = render(
            options.paths,
            tokens=options.tokens,
            modes=mode_pairs(options.mode),
            targets=options.target,
            only=options.only,
            out=options.out,
            allow=left_out,
            book=options.book,
            watcher=shown,
        )
    return OK if result.ok else FAILED


class Shown(Watcher):
    """Prints messages to stderr and the names of files to stdout, under a progress bar."""

    def __init__(self, *, debug: bool) -> None:
        self._debug = debug
        self._progress = Progress(0)

    def __enter__(self) -> Self:
        """Start."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave an empty line behind."""
        self._progress.clear()

    def begin(self, files: int) -> None:
        """Count the files in the bar."""
        self._progress = Progress(files)

    def figure(self, name: str) -> None:
        """Name the figure in the bar."""
        self._progress.show(name)

    def failed(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Print what is wrong."""
        self._progress.clear()
        report(diagnostics)

    def done(self, name: str, result: Published) -> None:
        """Print the findings and the files."""
        self._progress.clear()
        report(result.findings)
        if result.draft is not None:
            note = f"{result.draft.path}  the faults of {name}; its files are as they were"
            self._progress.print(note, sys.stderr)
        for file in result.files:
            self._progress.step()
            self._progress.print(_line(file), sys.stdout)

    def wrote(self, book: File) -> None:
        """Print the book."""
        self._progress.print(_line(book), sys.stdout)

    def raised(self, fault: Exception) -> None:
        """Go on, unless --debug asks for the traceback."""
        if self._debug:
            raise fault


def _line(file: File) -> str:
    return f"{file.path}  {file.size / 1024:.0f} KB"
