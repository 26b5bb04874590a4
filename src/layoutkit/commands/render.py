"""``layoutkit render``: figures to files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.commands.arguments import (
    add_allow,
    add_debug,
    add_figures,
    add_mode,
    add_target,
    add_tokens,
    allowed,
    chosen_figures,
    modes,
    targets,
)
from layoutkit.commands.declarations import with_declarations
from layoutkit.commands.reporting import FAILED, OK, UsageError, internal, report
from layoutkit.diagnostics import Diagnostic, LayoutkitError, Severity, error
from layoutkit.origin import places
from layoutkit.progress import Progress

if TYPE_CHECKING:
    import argparse

    from layoutkit.build import Studio
    from layoutkit.discover import NamedFigure
    from layoutkit.tokens import OutputTokens, Theme, Themes
    from layoutkit.tokens.modes import Selection

__all__ = ["add", "render_figure"]


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
    from layoutkit.tokens import load_all  # noqa: PLC0415

    left_out = allowed(options.allow)
    figures, failed = chosen_figures(options)
    themes = with_declarations(lambda: load_all(options.tokens), options.paths)
    selection = modes(themes, options.mode)
    outputs = targets(themes.theme(selection.values), options.target)
    if options.book is not None:
        _check_book(options.book, outputs)
    for failure in failed:
        report(failure.diagnostics)
    jobs = _jobs(themes, selection, outputs)
    work = {one.name: [job for job in jobs if one.figure.suits(job[0].theme, themes.default)] for one in figures}
    all_well = not failed
    with Progress(sum(len(its) for jobs in work.values() for _, its in jobs)) as progress:
        for figure in figures:
            progress.show(figure.name)
            told: set[tuple[str, str]] = set()
            for studio, its in work[figure.name]:
                all_well &= render_figure(studio, figure, its, options, left_out, progress, told)
            if not work[figure.name]:
                progress.clear()
                report([_unsuited(figure, jobs[0][0].theme)])
    if options.book is not None:
        all_well = _write_books([one for one in figures if work[one.name]], jobs, options, complete=all_well)
    return OK if all_well else FAILED


def _unsuited(figure: NamedFigure, theme: Theme) -> Diagnostic:
    message = f"{figure.name} has no layout for a page of {theme.page.width:g} px, and is left out"
    hint = "give it one, by t.page.width, and say @figure(…, reflows=True)"
    return Diagnostic("no-layout", message, places(figure.figure.origin), hint, Severity.WARNING)


def _check_book(title: str, outputs: list[OutputTokens]) -> None:
    if not title.strip():
        raise UsageError(*error("no-book", "the book has no title", hint='name it: --book "Title"').diagnostics)
    if not any(output.format == "pdf" for output in outputs):
        hint = 'add an output with format = "pdf" to the tokens, or name it in --target'
        raise UsageError(*error("no-book", "a book is a PDF, and no output is one", hint=hint).diagnostics)


def _write_books(
    figures: list[NamedFigure],
    jobs: list[tuple[Studio, list[OutputTokens]]],
    options: argparse.Namespace,
    *,
    complete: bool,
) -> bool:
    """A book for each PDF output; none where a figure failed, as it would lack a page."""
    if not complete:
        fault = error("no-book", "the book is not written: not all figures are well", hint="see the messages above")
        report(fault.diagnostics)
        return False
    try:
        for studio, outputs in jobs:
            for output in outputs:
                if output.format == "pdf":
                    done = studio.book(figures, output, options.out, options.book)
                    print(f"{done.path}  {done.size / 1024:.0f} KB")
    except LayoutkitError as fault:
        report(fault.diagnostics)
        return False
    return True


def _jobs(themes: Themes, selection: Selection, outputs: list[OutputTokens]) -> list[tuple[Studio, list[OutputTokens]]]:
    """The outputs by the modes that they are rendered in, each group with its fonts open."""
    groups: dict[str, tuple[Selection, list[OutputTokens]]] = {}
    for output in outputs:
        its = selection.with_(output.modes)
        if str(its) not in groups:
            groups[str(its)] = (its, [])
        groups[str(its)][1].append(output)
    return [(_studio(themes, its, outputs), outputs) for its, outputs in groups.values()]


def _studio(themes: Themes, selection: Selection, outputs: list[OutputTokens]) -> Studio:
    """What renders outputs; a look for readers who prefer dark is left out where it is the only look."""
    from layoutkit.build import Studio  # noqa: PLC0415 - loaded by now

    looks = {output.name: selection.with_(output.dark) for output in outputs if output.dark is not None}
    dark = {name: themes.theme(look.values) for name, look in looks.items() if look != selection}
    return Studio.open(themes.theme(selection.values), dark)


def render_figure(  # noqa: PLR0913, PLR0917 - what is rendered, and where its results go
    studio: Studio,
    figure: NamedFigure,
    outputs: list[OutputTokens],
    options: argparse.Namespace,
    left_out: frozenset[str],
    progress: Progress,
    told: set[tuple[str, str]],
) -> bool:
    """Render one figure and print its results; findings that were ``told`` for other modes are not repeated."""
    from layoutkit.build import Draft  # noqa: PLC0415 - loaded by now

    all_well, found = True, set[tuple[str, str]]()
    try:
        for result in studio.render(figure, outputs, options.out, allowed=left_out):
            if isinstance(result, Diagnostic):
                all_well &= result.severity is not Severity.ERROR
                if (result.rule, result.message) not in told:
                    progress.clear()
                    report([result])
                found.add((result.rule, result.message))
            elif isinstance(result, Draft):
                progress.print(f"{result.path}  the faults of {figure.name}; its files are as they were", sys.stderr)
            else:
                progress.step()
                progress.print(f"{result.path}  {result.size / 1024:.0f} KB", sys.stdout)
    except BrokenPipeError:
        raise
    except Exception as fault:  # the last resort: no bare traceback unless --debug asks
        if options.debug:
            raise
        progress.clear()
        report([internal(fault)])
        all_well = False
    told |= found
    return all_well
