"""What people see while a run goes on: a progress bar, the messages, and the names of the files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Self

from layoutkit.commands.reporting import report
from layoutkit.progress import Progress
from layoutkit.watcher import Watcher

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit import Diagnostic
    from layoutkit.published import File, Published

__all__ = ["Counter", "Printer"]


class _Bar(Watcher):
    """Shows a progress bar with the name of the figure."""

    def __init__(self) -> None:
        self._progress = Progress(0)

    def __enter__(self) -> Self:
        """Start."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave an empty line behind."""
        self._progress.clear()

    def begin(self, files: int) -> None:
        """Count the steps in the bar."""
        self._progress = Progress(files)

    def figure(self, name: str) -> None:
        """Name the figure in the bar."""
        self._progress.show(name)


class Counter(_Bar):
    """Counts figures."""

    def figure(self, name: str) -> None:
        """Name and count the figure."""
        super().figure(name)
        self._progress.step()


class Printer(_Bar):
    """Counts files; prints messages to stderr and the names of files to stdout, above the bar."""

    def __init__(self, *, debug: bool, drafts: bool = False) -> None:
        super().__init__()
        self._debug = debug
        self._drafts = drafts
        self._written = self._unchanged = 0

    def failed(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Print what is wrong."""
        self._progress.clear()
        report(diagnostics)

    def done(self, name: str, result: Published) -> None:
        """Print the findings and the files."""
        self._progress.clear()
        report(result.findings)
        for draft in () if self._drafts else result.drafts:
            note = f"{draft.path}  the faults of {name}; its files are as they were"
            self._progress.print(note, sys.stderr)
        for file in result.drafts if self._drafts else result.files:
            self._progress.step()
            if result.unchanged:
                self._unchanged += 1
            else:
                self._written += 1
                self._progress.print(_line(file), sys.stdout)

    def ended(self) -> None:
        """Say in one line how many files need not be made."""
        if self._unchanged:
            what = f"{self._unchanged} file{'s are' if self._unchanged > 1 else ' is'} up to date"
            self._progress.print(what if self._written else f"{what}; nothing to do", sys.stderr)

    def wrote(self, book: File) -> None:
        """Print the book."""
        self._written += 1
        self._progress.print(_line(book), sys.stdout)

    def raised(self, fault: Exception) -> None:
        """Go on, unless --debug asks for the traceback."""
        if self._debug:
            raise fault


def _line(file: File) -> str:
    return f"{file.path}  {file.size / 1024:.0f} KB"
