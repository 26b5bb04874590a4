"""``layoutkit render``: figures to files."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from layoutkit.commands.arguments import (
    add_allow,
    add_debug,
    add_figures,
    add_look,
    add_mode,
    add_target,
    allowed,
    look,
    mode_pairs,
)
from layoutkit.commands.reporting import FAILED, OK
from layoutkit.commands.watchers import Printer

__all__ = ["add"]


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser("render", help="render figures to files", description="Render figures to files.")
    add_figures(parser)
    add_target(parser)
    add_look(parser)
    add_mode(parser)
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help="default: out")
    parser.add_argument("--book", metavar="TITLE", help="also all figures as one PDF with this title")
    parser.add_argument("--draft", action="store_true", help="only draw into out/draft, whatever is wrong")
    parser.add_argument("--force", action="store_true", help="draw every figure, whether something has changed or not")
    parser.add_argument(
        "--jobs", type=_count, metavar="N", help="processes that draw at a time; default: one for each core"
    )
    add_allow(parser)
    add_debug(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Render the figures asked for; a fault in one leaves the others alone."""
    from layoutkit import render  # noqa: PLC0415 - Cairo and HarfBuzz, not needed for --help

    left_out = allowed(options.allow)
    with Printer(debug=options.debug, drafts=options.draft) as printer:
        result = render(
            options.paths,
            tokens=look(options),
            modes=mode_pairs(options.mode),
            targets=options.target,
            only=options.only,
            out=options.out,
            allow=left_out,
            book=options.book,
            draft=options.draft,
            force=options.force,
            workers=1 if options.debug else options.jobs or _cores(),
            watcher=printer,
        )
    return OK if result.ok else FAILED


def _count(text: str) -> int:
    """A number of processes.

    Raises:
        argparse.ArgumentTypeError: it is no whole number above 0.
    """
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; write 1 or more")
    return int(text)


def _cores() -> int:
    """The processor cores that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return (os.cpu_count() or 1) if affinity is None else len(affinity(0))
