"""Figures of scripts to files: what ``layoutkit render`` does, for programs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.check.contract import RULE as CONTRACT
from layoutkit.choices import allowed_rules, chosen_outputs
from layoutkit.diagnostics import (
    OF_THE_MACHINE,
    Diagnostic,
    LayoutkitError,
    Severity,
    UsageError,
    error,
    internal,
    shown_path,
)
from layoutkit.opening import opened
from layoutkit.origin import locations
from layoutkit.output.formats import of_books
from layoutkit.publish import Published, draw, publish, publish_book
from layoutkit.renderer import Renderer
from layoutkit.tokens.contracts import broken
from layoutkit.tokens.jobs import jobs
from layoutkit.watcher import Watcher

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from layoutkit.discover import NamedFigure
    from layoutkit.tokens import OutputTokens, Theme, Themes

    Work = list[tuple[Renderer, tuple[OutputTokens, ...]]]

__all__ = ["RenderedFigure", "Report", "render", "render_one"]


@dataclass(frozen=True, slots=True)
class RenderedFigure:
    """What became of one figure."""

    name: str
    """Its file name without suffix."""
    findings: tuple[Diagnostic, ...]
    """What the rules found, and what kept it from being built or written; each once, whatever outputs it shows in."""
    files: tuple[Path, ...]
    """Those that were written; none where a finding is an error, whose files stay as they were."""
    drafts: tuple[Path, ...]
    """Pictures that show where the errors are; with ``draft=True`` also of figures without errors."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of all figures."""

    figures: tuple[RenderedFigure, ...]
    """In the order of the scripts."""
    failures: tuple[Diagnostic, ...]
    """What is about no one figure: scripts that could not be loaded, a book that could not be written, and a warning
    where there is no token file, or where it breaks contracts that no figure shows."""
    books: tuple[Path, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """Everything that was written, drafts left out."""
        return (*(path for one in self.figures for path in one.files), *self.books)

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """Everything that was found."""
        return (*self.failures, *(finding for one in self.figures for finding in one.findings))

    @property
    def ok(self) -> bool:
        """Whether there is no error."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)


def render(  # noqa: PLR0913 - the options of ``layoutkit render``
    paths: Sequence[str | Path] | str | Path,
    *,
    tokens: str | Path | None = None,
    modes: Mapping[str, str] | None = None,
    targets: Collection[str] | None = None,
    only: Sequence[str] | None = None,
    out: str | Path = "out",
    allow: Collection[str] = (),
    book: str | None = None,
    draft: bool = False,
    watcher: Watcher | None = None,
) -> Report:
    """Render the figures of scripts to files, as ``layoutkit render`` does; an error in one leaves the others alone.

    While a script runs, its folder is on the import path and its prints go to stderr; this is put back afterwards. So
    call it from one thread at a time. To render one figure that is there already, use ``Figure.render``.

    Args:
        paths: scripts, and folders of scripts.
        tokens: the token file; by default the nearest tokens.toml, in the folder of the first path or above it, else
            the base theme.
        modes: by axis, such as ``{"theme": "dark"}``.
        targets: names of outputs; None for all.
        only: how the names of the figures start; None for all.
        out: the folder that has a folder for each output.
        allow: ids of rules that are left out.
        book: the title of a book with all figures; None for no book.
        draft: whether figures are only drawn into the folder ``draft``, whatever is wrong with them; nothing is
            published.
        watcher: hears of each step.

    Raises:
        ScriptError: there is no script.
        TokensError: the token file is missing or has errors.
        UsageError: there is no such mode, output, figure or rule.
    """
    heard = Watcher() if watcher is None else watcher
    left_out = allowed_rules(allow)
    found = opened(paths, tokens, only)
    figures, themes = found.figures, found.themes
    selection = themes.axes.select(modes or {})
    outputs = chosen_outputs(themes.theme(selection.values), targets)
    if book is not None:
        _check_book(book, outputs, draft=draft)
    failures: list[Diagnostic] = []
    for diagnostics in (found.notes, *(failure.diagnostics for failure in found.failed)):
        failures += diagnostics
        if diagnostics:
            heard.failed(diagnostics)
    its = jobs(themes, [selection], outputs)
    renderers = Renderer.open_all((job.theme, job.dark) for job in its)
    work = [(renderer, job.outputs) for renderer, job in zip(renderers, its, strict=True)]
    suited = {one.name: _suited(one, work, themes) for one in figures}
    heard.begin(sum(1 if draft else len(its) for suiting in suited.values() for _, its in suiting))
    rendered: list[RenderedFigure] = []
    of_the_machine: set[tuple[str, str]] = set()
    for one in figures:
        known = set(of_the_machine)
        run = partial(render_one, out=Path(out), left_out=left_out, watcher=heard, known=known, draft=draft)
        rendered.append(_rendered(one, suited[one.name], work[0][0].theme, heard, run))
        of_the_machine |= {finding for finding in known if finding[0] in OF_THE_MACHINE}
    if CONTRACT.id not in left_out and (note := _unseen_contracts(renderers, rendered)) is not None:
        failures.append(note)
        heard.failed((note,))
    report = Report(tuple(rendered), tuple(failures))
    if book is None:
        return report
    pages = [one for one in figures if suited[one.name]]
    faults, books = _books(pages, work, Path(out), book, heard, complete=report.ok)
    return Report(report.figures, (*failures, *faults), books)


def render_one(  # noqa: PLR0913, PLR0917 - what is rendered, and where its results go
    renderer: Renderer,
    figure: NamedFigure,
    outputs: Sequence[OutputTokens],
    out: Path,
    left_out: frozenset[str],
    watcher: Watcher,
    known: set[tuple[str, str]],
    *,
    draft: bool = False,
) -> Published:
    """Write one figure; findings that are ``known`` from other modes are left out, and new ones are added to them."""
    try:
        result = (draw if draft else publish)(renderer, figure, outputs, out, allowed=left_out)
    except BrokenPipeError:
        raise
    except Exception as fault:  # noqa: BLE001 - the last resort: one figure does not keep the others from it
        watcher.raised(fault)
        result = Published((internal(fault),))
    findings = tuple(one for one in result.findings if (one.rule, one.message) not in known)
    known |= {(one.rule, one.message) for one in findings}
    watcher.done(figure.name, replace(result, findings=findings))
    return result


def _suited(figure: NamedFigure, work: Work, themes: Themes) -> Work:
    """The part of the work that a figure is made for."""
    return [job for job in work if figure.figure.suits(job[0].theme, themes.default)]


def _unseen_contracts(renderers: Sequence[Renderer], rendered: Sequence[RenderedFigure]) -> Diagnostic | None:
    """A warning of contracts that are broken in the modes of a run, where no figure has a finding about any."""
    if any(finding.rule == CONTRACT.id for one in rendered for finding in one.findings):
        return None
    themes = [look.theme for one in renderers for look in (one, *one.dark.values())]
    short = [one.contract for theme in themes for one in broken(theme)]
    names = list(dict.fromkeys(one.name for one in short if one.level == "error" and not one.unless))
    if not names:
        return None
    what, are, them = ("", "is", "it") if len(names) == 1 else (f" and {len(names) - 1} more", "are", "them")
    message = f"contract.{names[0]}{what} {are} broken, and no figure of this run has a finding about {them}"
    hint = f"layoutkit tokens check --tokens {shown_path(themes[0].path)} tells what falls short"
    return Diagnostic(CONTRACT.id, message, hint=hint, severity=Severity.WARNING)


def _rendered(
    figure: NamedFigure, work: Work, theme: Theme, watcher: Watcher, run: Callable[..., Published]
) -> RenderedFigure:
    """One figure in all outputs that it is made for."""
    watcher.figure(figure.name)
    results = [run(renderer, figure, its) for renderer, its in work]
    if not work:
        results = [Published((_unsuited(figure, theme),))]
        watcher.done(figure.name, results[0])
    findings = {(one.rule, one.message): one for result in reversed(results) for one in reversed(result.findings)}
    files = (file.path for result in results for file in result.files)
    drafts = (file.path for result in results for file in result.drafts)
    return RenderedFigure(figure.name, tuple(reversed(findings.values())), tuple(files), tuple(drafts))


def _unsuited(figure: NamedFigure, theme: Theme) -> Diagnostic:
    message = f"{figure.name} has no layout for a page of {theme.page.width:g} px, and is left out"
    hint = "give it one, by t.page.width, and say @figure(…, reflows=True)"
    return Diagnostic("no-layout", message, locations(figure.figure.origin), hint, Severity.WARNING)


def _check_book(title: str, outputs: Sequence[OutputTokens], *, draft: bool) -> None:
    if draft:
        raise UsageError(*error("no-book", "drafts make no book", hint="leave out --draft, or --book").diagnostics)
    if not title.strip():
        raise UsageError(*error("no-book", "the book has no title", hint='name it: --book "Title"').diagnostics)
    if not any(output.format in of_books() for output in outputs):
        formats = " or ".join(name.upper() for name in of_books())
        hint = f'add an output with format = "{of_books()[0]}" to the tokens, or name it in --target'
        raise UsageError(*error("no-book", f"a book is a {formats}, and no output is one", hint=hint).diagnostics)


def _books(  # noqa: PLR0913 - as above
    figures: Sequence[NamedFigure], work: Work, out: Path, title: str, watcher: Watcher, *, complete: bool
) -> tuple[tuple[Diagnostic, ...], tuple[Path, ...]]:
    """A book for each output that can be one; none where a figure failed, as it would lack a page."""
    faults: tuple[Diagnostic, ...] = ()
    books: list[Path] = []
    if not complete:
        what = "the book is not written: not all figures are well"
        faults = error("no-book", what, hint="see the messages above").diagnostics
    try:
        for renderer, outputs in work if complete else ():
            for output in outputs:
                if output.format in of_books():
                    file = publish_book(renderer, figures, output, out, title)
                    books.append(file.path)
                    watcher.wrote(file)
    except LayoutkitError as raised:
        faults = raised.diagnostics
    if faults:
        watcher.failed(faults)
    return faults, tuple(books)
