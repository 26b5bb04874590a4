"""What the figures of one script were made from, kept beside the files: ``out/.layoutkit/NAME-….json``.

A record that is missing, damaged, or of another version costs time and nothing else. It is written whole or not at all,
and names only files whose bytes it knows, so two runs at a time do no harm: the next one looks at the files.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from layoutkit.diagnostics import Diagnostic, LayoutkitError, Severity
from layoutkit.fingerprints import of_bytes
from layoutkit.origin import Location
from layoutkit.output.files import write_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from layoutkit.fingerprints import Inputs

__all__ = ["FOLDER", "BookEntry", "FigureEntry", "FileEntry", "JobEntry", "RunEntry", "ScriptRecord"]

FOLDER = ".layoutkit"
_VERSION = 1
_MOST = 8
"""Runs with different options that one record holds; the oldest goes."""
_KINDS = ("files", "folders", "looked", "variables", "imports")


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file that was written."""

    path: str
    """From the folder that has a folder for each output."""
    size: int
    digest: str
    output: str = ""


@dataclass(frozen=True, slots=True)
class JobEntry:
    """One figure in the outputs of one combination of modes."""

    spec: str
    """The digest of the modes, the outputs with all their keys, and their dark looks."""
    tokens: dict[str, dict[str, str]]
    """By look: the digests of the tokens that were read."""
    fonts: dict[str, str]
    """The digests of the font files."""
    findings: tuple[Diagnostic, ...]
    files: tuple[FileEntry, ...]
    drafts: tuple[FileEntry, ...]
    outdated: tuple[str, ...]
    """Drafts that are not there."""
    seconds: float
    """CPU time that it took."""


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """One figure."""

    name: str
    unsuited: tuple[Diagnostic, ...]
    """What is reported where it has no layout for the page."""
    theme: dict[str, str]
    """The digests of the files that the tokens were read from."""
    broken: tuple[Diagnostic, ...]
    """The warning of contracts that are broken in its modes, for a run in which no figure shows one."""
    inputs: Inputs
    """What its function and its style read, besides tokens."""
    jobs: tuple[JobEntry, ...]
    """One for each combination of modes that it is made in; none where it has no layout for the page."""


@dataclass(frozen=True, slots=True)
class RunEntry:
    """The figures of one script, rendered with some options."""

    key: str
    """The digest of the options."""
    made_with: str
    load: Inputs
    """What the script read when it was loaded."""
    declares: bool
    """Whether it declares components, which decide how the token file is read."""
    figures: tuple[FigureEntry, ...]
    """Those that may be skipped."""
    declared: dict[str, bool]
    """The names of all its figures, in their order, and whether each reflows."""

    def figure(self, name: str) -> FigureEntry | None:
        """The entry of one figure; None where it has none."""
        return next((one for one in self.figures if one.name == name), None)


@dataclass(frozen=True, slots=True)
class BookEntry:
    """A book."""

    key: str
    """The digest of all that it was made from."""
    files: tuple[FileEntry, ...]


@dataclass(slots=True)
class ScriptRecord:
    """The record of one script."""

    path: Path
    runs: list[RunEntry] = field(default_factory=list)
    books: list[BookEntry] = field(default_factory=list)
    """Books that begin with a figure of this script."""

    @classmethod
    def of(cls, script: Path, out: Path) -> ScriptRecord:
        """Read the record of a script; an empty one where there is none that can be used."""
        full = os.path.abspath(script)  # noqa: PTH100 - symbolic links stay
        digest = of_bytes(full.encode(errors="surrogateescape"))[:10]
        record = cls(out / FOLDER / f"{script.stem[:80]}-{digest}.json")
        try:
            read = json.loads(record.path.read_bytes())
            if read["version"] == _VERSION and read["script"] == full:
                runs, books = [_run(one) for one in read["runs"]], [_book(one) for one in read["books"]]
                record.runs, record.books = runs, books
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            pass  # the figures are rendered again
        return record

    def run(self, key: str) -> RunEntry | None:
        """The entry of a run with some options; None where there is none."""
        return next((one for one in self.runs if one.key == key), None)

    def put(self, entry: RunEntry) -> None:
        """Take an entry in, in place of the one with the same options."""
        self.runs = [*(one for one in self.runs if one.key != entry.key), entry][-_MOST:]

    def put_book(self, entry: BookEntry) -> None:
        """Take a book in, in place of one that has the same files."""
        paths = {file.path for file in entry.files}
        self.books = [one for one in self.books if not paths & {file.path for file in one.files}]
        self.books = [*self.books, entry][-_MOST:]

    def save(self, script: Path) -> None:
        """Write it; where that cannot be done, the next run takes longer."""
        said = {
            "version": _VERSION,
            "script": os.path.abspath(script),  # noqa: PTH100 - as above
            "runs": [_plain(run) for run in self.runs],
            "books": [_plain(book) for book in self.books],
        }
        with contextlib.suppress(LayoutkitError, ValueError):
            ignored = self.path.parent / ".gitignore"
            if not ignored.exists():
                write_file(ignored, b"*\n")
            write_file(self.path, json.dumps(said, separators=(",", ":")).encode())


def _plain(value: Any) -> Any:  # noqa: ANN401 - what JSON has
    """A value as JSON takes it."""
    if isinstance(value, Diagnostic):
        return {
            "rule": value.rule,
            "message": value.message,
            "places": [[str(p.path), p.line, p.column, p.end_line, p.end_column] for p in value.places],
            "hint": value.hint,
            "severity": value.severity.value,
            "number": value.number,
            "modes": value.modes,
            "notes": list(value.notes),
        }
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if hasattr(value, "__dataclass_fields__"):
        return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
    return value


def _run(said: dict[str, Any]) -> RunEntry:
    return RunEntry(
        _text(said["key"]),
        _text(said["made_with"]),
        _inputs(said["load"]),
        said["declares"] is True,
        tuple(_figure(one) for one in said["figures"]),
        {_text(name): reflows is True for name, reflows in said["declared"].items()},
    )


def _figure(said: dict[str, Any]) -> FigureEntry:
    return FigureEntry(
        _text(said["name"]),
        _findings(said["unsuited"]),
        _texts(said["theme"]),
        _findings(said["broken"]),
        _inputs(said["inputs"]),
        tuple(_job(one) for one in said["jobs"]),
    )


def _job(said: dict[str, Any]) -> JobEntry:
    return JobEntry(
        _text(said["spec"]),
        {look: _texts(tokens) for look, tokens in said["tokens"].items()},
        _texts(said["fonts"]),
        _findings(said["findings"]),
        _files(said["files"]),
        _files(said["drafts"]),
        tuple(map(_text, said["outdated"])),
        float(said["seconds"]),
    )


def _book(said: dict[str, Any]) -> BookEntry:
    return BookEntry(_text(said["key"]), _files(said["files"]))


def _files(said: Iterable[dict[str, Any]]) -> tuple[FileEntry, ...]:
    return tuple(
        FileEntry(_text(one["path"]), int(one["size"]), _text(one["digest"]), _text(one["output"])) for one in said
    )


def _findings(said: Iterable[dict[str, Any]]) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic(
            _text(one["rule"]),
            _text(one["message"]),
            tuple(_place(place) for place in one["places"]),
            _text(one["hint"]),
            Severity(one["severity"]),
            int(one["number"]),
            modes=_text(one["modes"]),
            notes=tuple(map(_text, one["notes"])),
        )
        for one in said
    )


def _place(said: Sequence[Any]) -> Location:
    path, *numbers = said
    line, column, end_line, end_column = map(int, numbers)
    return Location(Path(_text(path)), line, column, end_line, end_column)


def _inputs(said: dict[str, Any]) -> Inputs:
    return {kind: _texts(said[kind]) for kind in _KINDS}


def _texts(said: dict[str, Any]) -> dict[str, str]:
    return {_text(name): _text(digest) for name, digest in said.items()}


def _text(said: object) -> str:
    if not isinstance(said, str):
        raise TypeError("a text is missing")
    return said
