"""``layoutkit render``: figures to files."""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path

from layoutkit import Diagnostic, LayoutkitError, Report, UsageError
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
from layoutkit.commands.help import add_command
from layoutkit.commands.rendered import Gatherer, as_json, print_timings
from layoutkit.commands.reporting import FAILED, OK, print_json, report
from layoutkit.commands.watchers import Printer, Several

__all__ = ["add"]


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "render",
        "render figures to files; skip those that have not changed",
        examples=[
            ("layoutkit render figures/", "every output of tokens.toml"),
            ("layoutkit render figures/ --only 03 --target web", "one figure, one output"),
            ("layoutkit render figures/ --mode theme=dark", "writes out/web-dark/"),
        ],
        status="0 done, 1 a figure failed (the others are rendered)",
    )
    add_figures(parser)
    add_target(parser)
    add_look(parser)
    add_mode(parser)
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help="default: out")
    parser.add_argument("--book", metavar="TITLE", help="also write all figures to one PDF with this title")
    parser.add_argument("--draft", action="store_true", help="draw into out/draft, errors or not")
    parser.add_argument("--force", action="store_true", help="draw figures that have not changed too")
    parser.add_argument("--jobs", type=_count, metavar="N", help="number of processes; default: one a core")
    parser.add_argument("--check", action="store_true", help="compare the files with their figures, write nothing")
    parser.add_argument("--json", action="store_true", help="print a report for programs")
    parser.add_argument("--timings", action="store_true", help="print the CPU time of each pass and output")
    parser.add_argument("--watch", action="store_true", help="render again after each change, until Ctrl+C")
    add_allow(parser)
    add_debug(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Render the figures asked for; a fault in one leaves the others alone."""
    _check_together(options)
    if options.watch:
        from layoutkit.commands.watching import watch  # noqa: PLC0415 - for this option alone

        return watch(options, render_once)
    return render_once(options)


def render_once(options: argparse.Namespace, *, quiet: bool = False) -> int:
    """Render the figures asked for, and print what became of them.

    Args:
        options: of the command line.
        quiet: whether nothing is said where there is nothing to do.
    """
    begun = time.perf_counter()
    left_out = allowed(options.allow)
    gathered = Gatherer()
    try:
        result = _rendered(options, left_out, gathered, quiet=quiet)
    except UsageError:
        raise
    except LayoutkitError as fault:  # of the tokens: programs hear of it too
        if not options.json or options.debug:
            raise
        report(fault.diagnostics)
        result = Report((), fault.diagnostics)
    if options.json:
        print_json(as_json(result, gathered, time.perf_counter() - begun))
    if options.timings:
        print_timings(gathered)
    return OK if result.ok else FAILED


def _rendered(options: argparse.Namespace, left_out: frozenset[str], gathered: Gatherer, *, quiet: bool) -> Report:
    from layoutkit import render  # noqa: PLC0415 - Cairo and HarfBuzz, not needed for --help

    with Printer(
        debug=options.debug, drafts=options.draft, silent=options.json, quiet=quiet, only_compares=options.check
    ) as printer:
        return render(
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
            check=options.check,
            workers=1 if options.debug else options.jobs or _cores(),
            watcher=Several(printer, gathered),
        )


def _check_together(options: argparse.Namespace) -> None:
    """Refuse options that exclude each other.

    Raises:
        UsageError: some of them are given together (``options``).
    """
    for one, others in (("watch", ("json", "check")), ("check", ("draft", "force"))):
        for other in others:
            if getattr(options, one) and getattr(options, other):
                message = f"--{one} and --{other} exclude each other"
                raise UsageError(Diagnostic("options", message, hint=f"leave out --{other}, or --{one}"))


def _count(text: str) -> int:
    """A number of processes.

    Raises:
        argparse.ArgumentTypeError: it is not a whole number above 0.
    """
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes; write 1 or more")
    return int(text)


def _cores() -> int:
    """The processor cores that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return (os.cpu_count() or 1) if affinity is None else len(affinity(0))
