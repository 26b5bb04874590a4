"""Figures of an earlier run whose files are as they were, and so is all that they were made from."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.diagnostics import LayoutkitError
from layoutkit.discover import discover, may_declare
from layoutkit.fingerprints import made_with, of_bytes, of_value
from layoutkit.published import File, Published
from layoutkit.record import ScriptRecord
from layoutkit.tokens.nearest import nearest_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from layoutkit.fingerprints import Snapshot
    from layoutkit.record import BookEntry, FigureEntry, FileEntry, JobEntry, RunEntry
    from layoutkit.request import Request

__all__ = [
    "Remembered",
    "book_key",
    "folders_of_inputs",
    "has_files",
    "is_theme",
    "remembered",
    "remembered_book",
    "remembered_run",
    "replayed",
]


@dataclass(frozen=True, slots=True)
class Remembered:
    """A run in which nothing has to be made."""

    figures: tuple[FigureEntry, ...]
    first: ScriptRecord
    """Of the first script, which knows the books."""


def remembered(request: Request, snapshot: Snapshot) -> Remembered | None:
    """All figures of a run, where not one of them has to be made; None where something has changed.

    No script runs and no token file is read for it.
    """
    try:
        scripts = discover(request.paths)
    except LayoutkitError:
        return None
    key, names = request.key, set[str]()
    found: list[FigureEntry] = []
    for script in scripts:
        entry = remembered_run(ScriptRecord.of(script, request.out), key, snapshot)
        if entry is None and request.only is not None and not may_declare(script, request.only):
            continue
        if entry is None:
            return None
        wanted = [name for name in entry.declared if request.only is None or name.startswith(request.only)]
        for name in wanted:
            figure = entry.figure(name)
            if name in names or figure is None or not is_figure(figure, request.out, snapshot):
                return None
            names.add(name)
            found.append(figure)
    if request.only is not None and not all(any(name.startswith(start) for name in names) for start in request.only):
        return None  # which is reported, or a script has a figure of another name
    return Remembered(tuple(found), ScriptRecord.of(scripts[0], request.out))


def remembered_run(record: ScriptRecord, key: str, snapshot: Snapshot) -> RunEntry | None:
    """What is known of a script that would load as it did."""
    entry = record.run(key)
    good = entry is not None and entry.made_with == made_with() and snapshot.agrees(entry.load)
    return entry if good else None


def is_figure(entry: FigureEntry, out: Path, snapshot: Snapshot) -> bool:
    """Whether a figure has all its files, and would be made of the same, tokens included."""
    return (
        is_theme(entry, snapshot)
        and snapshot.agrees(entry.inputs)
        and all(has_files(job, out, snapshot) for job in entry.jobs)
    )


def is_theme(entry: FigureEntry, snapshot: Snapshot) -> bool:
    """Whether the token file, and all that it is read with, is as it was."""
    return all(snapshot.file(path) == digest for path, digest in entry.theme.items())


def has_files(job: JobEntry, out: Path, snapshot: Snapshot) -> bool:
    """Whether fonts and files are as they were; a draft of errors that are no more is not there."""
    return (
        all(snapshot.file(path) == digest for path, digest in job.fonts.items())
        and _are(out, (*job.files, *job.drafts))
        and not any((out / path).exists() for path in job.outdated)
    )


def _are(out: Path, files: Iterable[FileEntry]) -> bool:
    """Whether files have the bytes that were written."""
    try:
        for file in files:
            path = out / file.path
            if path.stat().st_size != file.size or of_bytes(path.read_bytes()) != file.digest:
                return False
    except OSError:
        return False
    return True


def replayed(job: JobEntry, out: Path) -> Published:
    """What a figure came to when it was made."""
    files, drafts = (
        tuple(File(out / file.path, file.size, file.output) for file in files) for files in (job.files, job.drafts)
    )
    return Published(job.findings, files, drafts, unchanged=True)


def book_key(request: Request, title: str, figures: Sequence[FigureEntry | None]) -> str | None:
    """The digest of all that a book is made from; None where a figure may change unseen."""
    whole = [one for one in figures if one is not None]
    if len(whole) < len(figures):
        return None
    pages = [(one.name, one.inputs, [(job.spec, job.tokens, job.fonts) for job in one.jobs]) for one in whole]
    return of_value((title, request.key, made_with(), pages))


def remembered_book(record: ScriptRecord, key: str | None, out: Path) -> BookEntry | None:
    """The book with a key, where its files are as they were."""
    return next((book for book in record.books if book.key == key and _are(out, book.files)), None)


def folders_of_inputs(paths: Sequence[Path], tokens: Path | None, out: Path) -> set[str]:
    """The folders in which something stands that figures were made from; those of scripts and of the token file too."""
    first = paths[0].absolute()
    file = tokens if tokens is not None else nearest_file(first if first.is_dir() else first.parent)
    files = {os.path.abspath(file)} if file is not None else set[str]()  # noqa: PTH100 - symbolic links stay
    folders = {str((path if path.is_dir() else path.parent).absolute()) for path in paths}
    with contextlib.suppress(LayoutkitError):
        for script in discover(paths):
            for run in ScriptRecord.of(script, out).runs[-1:]:
                inputs = [run.load, *(figure.inputs for figure in run.figures)]
                files.update(*(one[kind] for one in inputs for kind in ("files", "looked")))
                folders.update(*(one["folders"] for one in inputs))
                files.update(*(figure.theme for figure in run.figures))
                files.update(*(job.fonts for figure in run.figures for job in figure.jobs))
    return folders | {os.path.dirname(path) for path in files}  # noqa: PTH120 - as a text
