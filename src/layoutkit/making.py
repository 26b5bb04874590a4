"""A run that draws: what has changed is made, here or by workers, and written; records are kept of all."""

from __future__ import annotations

import secrets
import sys
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from layoutkit.choices import chosen_outputs
from layoutkit.committed import compared, outdated
from layoutkit.diagnostics import Diagnostic, LayoutkitError, Severity, UsageError, error, shown_path
from layoutkit.executors import Results
from layoutkit.fingerprints import made_with, of_bytes
from layoutkit.known import KnownFigure
from layoutkit.opening import opened
from layoutkit.origin import locations
from layoutkit.output.formats import of_books
from layoutkit.publish import make_book, write, write_content
from layoutkit.published import Published
from layoutkit.reads import Reads
from layoutkit.record import BookEntry, FigureEntry, FileEntry, JobEntry, RunEntry, ScriptRecord
from layoutkit.remembered import book_key, has_files, is_theme, remembered_book, remembered_run, replayed
from layoutkit.report import Report, Teller, unseen_contracts
from layoutkit.work import Bench, Scripts, Setting, Task, broken_contracts, notes_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    from layoutkit.discover import NamedFigure
    from layoutkit.fingerprints import Inputs, Snapshot
    from layoutkit.opening import Opened
    from layoutkit.published import Content, File
    from layoutkit.request import Request
    from layoutkit.tokens import OutputTokens, Theme
    from layoutkit.watcher import Watcher
    from layoutkit.work import Done, JobDone

__all__ = ["make_all"]


def make_all(
    request: Request, snapshot: Snapshot, watcher: Watcher, *, workers: int, executor: Executor | None
) -> Report:
    """Render the figures of a request; see ``render``."""
    run = _Run(request, snapshot)
    found = run.open()
    failures: list[Diagnostic] = []
    for diagnostics in (found.notes, *(failure.diagnostics for failure in found.failed)):
        failures += diagnostics
        if diagnostics:
            watcher.failed(diagnostics)
    steps = [run.step(one) for one in found.figures]
    watcher.begin(sum(run.count(step) for step in steps))
    teller, rendered = Teller(watcher), []
    tasks = [step.task for step in steps if step.task is not None]
    try:
        with Results(tasks, workers, executor, expected=sum(step.expected for step in steps)) as results:
            for step in steps:
                told = teller.told(step.figure.name, run.results(step, results, watcher))
                rendered.append(told)  # those before an interruption are recorded
    finally:
        run.save()
    unseen = unseen_contracts(run.broken, rendered)
    failures += unseen
    if unseen:
        watcher.failed(unseen)
    report = Report(tuple(rendered), tuple(failures))
    if request.book is None:
        return report
    pages = [step for step in steps if step.indices]
    faults, books = run.books(pages, watcher, complete=report.ok)
    return Report(report.figures, (*failures, *faults), books)


@dataclass(slots=True)
class _Step:
    """One figure of a run."""

    figure: NamedFigure
    indices: tuple[int, ...]
    """The numbers of the combinations of modes that it is made in."""
    valid: dict[int, JobEntry]
    """Those that need not be made."""
    known: FigureEntry | None
    """What was recorded of the figure, where all that it read besides tokens is as it was."""
    task: Task | None
    expected: float
    """CPU time that it took, in seconds."""
    entry: FigureEntry | None = None
    """What is recorded of it now."""


@dataclass(slots=True)
class _Run:
    """What is known while the figures of a request are made."""

    request: Request
    snapshot: Snapshot
    scripts: Scripts = field(init=False)
    bench: Bench = field(init=False)
    records: dict[Path, ScriptRecord] = field(default_factory=dict)
    entries: dict[Path, RunEntry] = field(default_factory=dict)
    """What was recorded of scripts that would load as they did."""
    theme: dict[str, str] | None = None
    """The digests of the files that tokens were read from; None where one was changed meanwhile."""
    broken: tuple[Diagnostic, ...] = ()
    steps: list[_Step] = field(default_factory=list)
    key: str = ""

    def open(self) -> Opened:
        """Load what is not known, and the token file.

        Raises:
            LayoutkitError: see ``render``.
        """
        request = self.request
        self.key, self.scripts = request.key, Scripts(self.snapshot, anew=request.force)
        found = opened(request.paths, request.tokens, request.only, load=self._load)
        selection = found.themes.axes.select(request.modes)
        outputs = chosen_outputs(found.themes.theme(selection.values), request.targets)
        if request.book is not None:
            _check_book(request.book, outputs, draft=request.draft)
        setting = Setting(
            secrets.token_hex(8),
            self.snapshot.began,
            found.themes.source.path.absolute(),
            tuple(path.absolute() for path in request.paths),
            tuple(path for path, script in self.scripts.loaded.items() if script.declares),
            tuple(request.modes.items()),
            None if request.targets is None else tuple(request.targets),
            request.allowed,
            request.draft,
        )
        self.bench = Bench(setting, found.themes, self.scripts).kept()
        files = {str(source.path.absolute()) for source in found.themes.source.chain}
        declaring = [script.inputs for script in self.scripts.loaded.values() if script.declares]
        files |= {file for inputs in declaring if inputs is not None for file in inputs["files"]}
        if None not in declaring and all(self.snapshot.is_settled(file) for file in files):
            self.theme = {file: self.snapshot.file(file) for file in sorted(files)}
        self.broken = _broken(self.bench)
        return found

    def _load(self, path: Path) -> list[NamedFigure]:
        """The figures of a script; it runs where that is not known to be without effect."""
        record = self.records[path] = ScriptRecord.of(path, self.request.out)
        if not self.request.force and not self.request.draft:
            entry = remembered_run(record, self.key, self.snapshot)
            if entry is not None:
                self.entries[path] = entry
                if not entry.declares:
                    find = self.scripts.figure
                    return [KnownFigure(name, path, find, reflows=it) for name, it in entry.declared.items()]
        return self.scripts.load(path)

    def step(self, figure: NamedFigure) -> _Step:
        """What is to be done for a figure."""
        work, default = self.bench.work, self.bench.themes.default
        indices = tuple(index for index, (one, _) in enumerate(work) if figure.suits(one.theme, default))
        entry = self.entries.get(figure.script)
        known = None if entry is None else entry.figure(figure.name)
        expected = sum(job.seconds for job in known.jobs) if known is not None else len(indices) * _EXPECTED
        if known is not None and not self.snapshot.agrees(known.inputs):
            known = None
        valid = {} if known is None else {i: job for i in indices if (job := self._valid(i, known)) is not None}
        todo = tuple(index for index in indices if index not in valid)
        task = Task(self.bench.setting, figure.script.absolute(), figure.name, todo) if todo else None
        step = _Step(figure, indices, valid, known, task, expected * len(todo) / max(1, len(indices)))
        self.steps.append(step)
        return step

    def _valid(self, index: int, known: FigureEntry) -> JobEntry | None:
        """What is recorded of a figure in one combination of modes, where it would be made of the same."""
        spec = self.bench.spec(index)
        job = next((job for job in known.jobs if job.spec == spec), None)
        if job is None or (job.findings and not is_theme(known, self.snapshot)):  # messages name lines of the file
            return None
        same = self.bench.digests(index, notes_of(job.tokens)) == job.tokens
        return job if same and has_files(job, self.request.out, self.snapshot) else None

    def count(self, step: _Step) -> int:
        """How many files a figure has."""
        return sum(1 if self.request.draft else len(self.bench.work[index][1].outputs) for index in step.indices)

    def results(self, step: _Step, results: Results, watcher: Watcher) -> Iterator[Published]:
        """What became of a figure, combination by combination of its modes."""
        if not step.indices:
            unsuited = (_unsuited(step.figure, self.bench.work[0][0].theme),)
            yield Published(unsuited)
            inputs = self.snapshot.inputs(Reads(), ())
            step.entry = self._entry(step, unsuited, inputs, {})
            return
        done = None if step.task is None else results.of(step.task)
        if done is not None and done.printed and sys.stderr is not None:
            sys.stderr.write(done.printed)
            sys.stderr.flush()
        if done is not None and done.fault is not None:
            watcher.raised(done.fault)
        made = {} if done is None or step.task is None else dict(zip(step.task.jobs, done.jobs, strict=True))
        jobs = dict(step.valid)
        for index in step.indices:
            if index in made:
                become = compared if self.request.check else write
                published = replace(become(made[index].made, self.request.out), seconds=made[index].seconds)
                if (entry := self._job(index, made[index], published)) is not None:
                    jobs[index] = entry
                yield published
            else:
                yield replayed(step.valid[index], self.request.out)
        if len(jobs) == len(step.indices):
            step.entry = self._entry(step, (), _inputs(step, done), jobs)

    def _job(self, index: int, done: JobDone, published: Published) -> JobEntry | None:
        """What is recorded of one combination of modes; None where a file could not be written."""
        made = done.made
        if len(published.files) < len(made.files) or len(published.drafts) < len(made.drafts) or not done.tokens:
            return None
        files, drafts = (tuple(_file(one) for one in contents) for contents in (made.files, made.drafts))
        outdated = tuple(str(path) for path in made.outdated)
        seconds = sum(done.seconds.values())
        return JobEntry(
            self.bench.spec(index), done.tokens, done.fonts, made.findings, files, drafts, outdated, seconds
        )

    def _entry(
        self, step: _Step, unsuited: tuple[Diagnostic, ...], inputs: Inputs | None, jobs: dict[int, JobEntry]
    ) -> FigureEntry | None:
        if inputs is None or self.theme is None or self.request.draft:
            return None
        its = tuple(jobs[index] for index in step.indices)
        return FigureEntry(step.figure.name, unsuited, self.theme, self.broken, inputs, its)

    def save(self) -> None:
        """Keep what is known now; what was interrupted is made again."""
        if self.request.draft or self.request.check:
            return
        by_script: dict[Path, dict[str, FigureEntry | None]] = {path: {} for path in self.records}
        for step in self.steps:
            by_script.setdefault(step.figure.script, {})[step.figure.name] = step.entry
        for path, its in by_script.items():
            entry = self._run_entry(path, its)
            if entry is not None and entry != self.entries.get(path):
                self.records[path].put(entry)
                self.records[path].save(path)

    def _run_entry(self, path: Path, its: dict[str, FigureEntry | None]) -> RunEntry | None:
        """What is recorded of a script: of figures that were not asked for, what was recorded before."""
        loaded, before = self.scripts.loaded.get(path.absolute()), self.entries.get(path)
        if before is not None:
            load, declares, declared = before.load, before.declares, before.declared
        elif loaded is not None and loaded.inputs is not None:
            load, declares = loaded.inputs, loaded.declares
            declared = {one.name: one.figure.reflows for one in loaded.figures}
        else:
            return None
        kept = {one.name: one for one in (before.figures if before else ()) if one.name not in its}
        every = {**kept, **its}
        figures = tuple(one for name in declared if (one := every.get(name)) is not None)
        return RunEntry(self.key, made_with(), load, declares, figures, declared)

    def books(
        self, pages: Sequence[_Step], watcher: Watcher, *, complete: bool
    ) -> tuple[tuple[Diagnostic, ...], tuple[Path, ...]]:
        """A book for each output that can be one; none where a figure failed, as it would lack a page."""
        title, out = str(self.request.book), self.request.out
        key = book_key(self.request, title, [step.entry for step in self.steps])
        script = self.steps[0].figure.script if self.steps else None
        record = None if script is None else self.records[script]
        known = None if record is None or not complete or self.request.force else remembered_book(record, key, out)
        if known is not None:
            return (), tuple(out / file.path for file in known.files)
        faults: tuple[Diagnostic, ...] = ()
        books: list[tuple[Content, File]] = []
        if not complete:
            what = "the book is not written: some figures have errors"
            faults = error("no-book", what, hint="see the messages above").diagnostics
        try:
            for renderer, job in self.bench.work if complete else ():
                for output in job.outputs:
                    if output.format in of_books():
                        book = make_book(renderer, [step.figure for step in pages], output, title)
                        if self.request.check:
                            faults += outdated(book, out)
                            continue
                        books.append((book, write_content(book, out)))
                        watcher.wrote(books[-1][1])
        except LayoutkitError as raised:
            faults = raised.diagnostics
        if faults:
            watcher.failed(faults)
        elif record is not None and script is not None and key is not None and not self.request.check:
            record.put_book(BookEntry(key, tuple(_file(book) for book, _ in books)))
            record.save(script)
        return faults, tuple(file.path for _, file in books)


_EXPECTED = 0.1
"""CPU seconds that one combination of modes takes, where nobody has measured it."""


def _file(content: Content) -> FileEntry:
    return FileEntry(str(content.path), len(content.data), of_bytes(content.data), content.output)


def _inputs(step: _Step, done: Done | None) -> Inputs | None:
    """What a figure has read: before, of what need not be made again, and now."""
    before = step.known.inputs if step.known is not None and step.valid else None
    if done is None:
        return before
    if done.inputs is None or before is None:
        return done.inputs
    return {kind: {**before[kind], **its} for kind, its in done.inputs.items()}


def _broken(bench: Bench) -> tuple[Diagnostic, ...]:
    """A warning of contracts that are broken in the modes of a run."""
    names = broken_contracts(bench.work)
    if not names:
        return ()
    what, are, them = ("", "is", "it") if len(names) == 1 else (f" and {len(names) - 1} more", "are", "them")
    message = f"contract.{names[0]}{what} {are} broken, and no figure of this run has a finding about {them}"
    hint = f"layoutkit tokens check --tokens {shown_path(bench.themes.source.path)} lists what falls short"
    allowed = "contract" in bench.setting.allowed
    return () if allowed else (Diagnostic("contract", message, hint=hint, severity=Severity.WARNING),)


def _unsuited(figure: NamedFigure, theme: Theme) -> Diagnostic:
    message = f"{figure.name} has no layout for a page of {theme.page.width:g} px, and is left out"
    hint = "build another layout where t.page.width is small, and add reflows=True to @figure"
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
