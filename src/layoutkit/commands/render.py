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
from layoutkit.commands.reporting import FAILED, OF_THE_MACHINE, OK, UsageError, internal, report
from layoutkit.diagnostics import Diagnostic, LayoutkitError, Severity, error
from layoutkit.origin import places
from layoutkit.progress import Progress

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from layoutkit.discover import NamedFigure
    from layoutkit.publish import File
    from layoutkit.renderer import Renderer
    from layoutkit.tokens import OutputTokens, Theme, Themes
    from layoutkit.tokens.modes import Selection

    Work = list[tuple[Renderer, tuple[OutputTokens, ...]]]

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
    work = _work(themes, selection, outputs)
    suited = {one.name: [job for job in work if one.figure.suits(job[0].theme, themes.default)] for one in figures}
    all_well = not failed
    told_once: set[tuple[str, str]] = set()
    with Progress(sum(len(its) for jobs in suited.values() for _, its in jobs)) as progress:
        for figure in figures:
            progress.show(figure.name)
            told = set(told_once)
            for renderer, its in suited[figure.name]:
                all_well &= render_figure(renderer, figure, its, options, left_out, progress, told)
            told_once |= {one for one in told if one[0] in OF_THE_MACHINE}
            if not suited[figure.name]:
                progress.clear()
                report([_unsuited(figure, work[0][0].theme)])
    if options.book is not None:
        all_well = _write_books([one for one in figures if suited[one.name]], work, options, complete=all_well)
    return OK if all_well else FAILED


def _work(themes: Themes, selection: Selection, outputs: list[OutputTokens]) -> Work:
    """What renders which outputs, with its fonts open."""
    from layoutkit.renderer import Renderer  # noqa: PLC0415 - loaded by now
    from layoutkit.tokens.jobs import jobs  # noqa: PLC0415

    work = jobs(themes, [selection], outputs)
    renderers = Renderer.open_all((job.theme, job.dark) for job in work)
    return [(renderer, job.outputs) for renderer, job in zip(renderers, work, strict=True)]


def _unsuited(figure: NamedFigure, theme: Theme) -> Diagnostic:
    message = f"{figure.name} has no layout for a page of {theme.page.width:g} px, and is left out"
    hint = "give it one, by t.page.width, and say @figure(…, reflows=True)"
    return Diagnostic("no-layout", message, places(figure.figure.origin), hint, Severity.WARNING)


def _check_book(title: str, outputs: list[OutputTokens]) -> None:
    from layoutkit.output.formats import of_books  # noqa: PLC0415 - not needed for --help

    if not title.strip():
        raise UsageError(*error("no-book", "the book has no title", hint='name it: --book "Title"').diagnostics)
    if not any(output.format in of_books() for output in outputs):
        formats = " or ".join(name.upper() for name in of_books())
        hint = f'add an output with format = "{of_books()[0]}" to the tokens, or name it in --target'
        raise UsageError(*error("no-book", f"a book is a {formats}, and no output is one", hint=hint).diagnostics)


def _write_books(figures: list[NamedFigure], work: Work, options: argparse.Namespace, *, complete: bool) -> bool:
    """A book for each output that can be one; none where a figure failed, as it would lack a page."""
    from layoutkit.output.formats import of_books  # noqa: PLC0415 - loaded by now
    from layoutkit.publish import publish_book  # noqa: PLC0415

    if not complete:
        fault = error("no-book", "the book is not written: not all figures are well", hint="see the messages above")
        report(fault.diagnostics)
        return False
    try:
        for renderer, outputs in work:
            for output in outputs:
                if output.format in of_books():
                    print(_line(publish_book(renderer, figures, output, options.out, options.book)))
    except LayoutkitError as fault:
        report(fault.diagnostics)
        return False
    return True


def render_figure(  # noqa: PLR0913, PLR0917 - what is rendered, and where its results go
    renderer: Renderer,
    figure: NamedFigure,
    outputs: Sequence[OutputTokens],
    options: argparse.Namespace,
    left_out: frozenset[str],
    progress: Progress,
    told: set[tuple[str, str]],
) -> bool:
    """Render one figure and print its results; findings that were ``told`` for other modes are not repeated."""
    from layoutkit.publish import publish  # noqa: PLC0415 - loaded by now

    try:
        result = publish(renderer, figure, outputs, options.out, allowed=left_out)
    except BrokenPipeError:
        raise
    except Exception as fault:  # the last resort: no bare traceback unless --debug asks
        if options.debug:
            raise
        progress.clear()
        report([internal(fault)])
        return False
    progress.clear()
    report([one for one in result.findings if (one.rule, one.message) not in told])
    told |= {(one.rule, one.message) for one in result.findings}
    if result.draft is not None:
        note = f"{result.draft.path}  the faults of {figure.name}; its files are as they were"
        progress.print(note, sys.stderr)
    for file in result.files:
        progress.step()
        progress.print(_line(file), sys.stdout)
    return result.is_sound


def _line(file: File) -> str:
    return f"{file.path}  {file.size / 1024:.0f} KB"
