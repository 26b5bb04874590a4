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

__all__ = ["Counter", "Printer", "Several"]


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

    def __init__(
        self,
        *,
        debug: bool,
        drafts: bool = False,
        silent: bool = False,
        quiet: bool = False,
        only_compares: bool = False,
    ) -> None:
        """Get ready.

        Args:
            debug: whether a fault of layoutkit ends the run with its traceback.
            drafts: whether figures are only drawn into the folder of drafts.
            silent: whether names of files go nowhere.
            quiet: whether nothing is said where there is nothing to do.
            only_compares: whether files are compared, and none is written.
        """
        super().__init__()
        self._silent = silent
        self._quiet = quiet
        self._only_compares = only_compares
        self._debug = debug
        self._drafts = drafts
        self._written = self._unchanged = self._compared = 0

    def failed(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Print what is wrong."""
        self._progress.clear()
        report(diagnostics)

    def done(self, name: str, result: Published) -> None:
        """Print the findings and the files."""
        self._progress.clear()
        report(result.findings)
        for draft in () if self._drafts else result.drafts:
            note = f"{draft.path}  the errors of {name}; its previous files are kept"
            self._progress.print(note, sys.stderr)
        for file in result.drafts if self._drafts else result.files:
            self._progress.step()
            if result.unchanged:
                self._unchanged += 1
            elif self._only_compares:
                self._compared += 1
            else:
                self._written += 1
                self._print(file)

    def ended(self) -> None:
        """Say in one line how many files need not be made."""
        if self._silent:
            return
        if self._only_compares:
            known = f", {self._unchanged} of them by their records" if self._unchanged else ""
            self._progress.print(f"{_files(self._compared + self._unchanged)} compared{known}", sys.stderr)
        elif self._unchanged and (self._written or not self._quiet):
            what = f"{_files(self._unchanged)} {'are' if self._unchanged > 1 else 'is'} up to date"
            self._progress.print(what if self._written else f"{what}; nothing to do", sys.stderr)

    def wrote(self, book: File) -> None:
        """Print the book."""
        self._written += 1
        self._print(book)

    def _print(self, file: File) -> None:
        if not self._silent:
            self._progress.print(_line(file), sys.stdout)

    def raised(self, fault: Exception) -> None:
        """Go on, unless --debug asks for the traceback."""
        if self._debug:
            raise fault


class Several(Watcher):
    """Hands on what it hears to several watchers."""

    def __init__(self, *watchers: Watcher) -> None:
        self._watchers = watchers

    def begin(self, files: int) -> None:
        """Hand it on."""
        for one in self._watchers:
            one.begin(files)

    def figure(self, name: str) -> None:
        """Hand it on."""
        for one in self._watchers:
            one.figure(name)

    def failed(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Hand it on."""
        for one in self._watchers:
            one.failed(diagnostics)

    def done(self, name: str, result: Published) -> None:
        """Hand it on."""
        for one in self._watchers:
            one.done(name, result)

    def wrote(self, book: File) -> None:
        """Hand it on."""
        for one in self._watchers:
            one.wrote(book)

    def ended(self) -> None:
        """Hand it on."""
        for one in self._watchers:
            one.ended()

    def raised(self, fault: Exception) -> None:
        """Hand it on."""
        for one in self._watchers:
            one.raised(fault)


def _files(number: int) -> str:
    return f"{number} file{'' if number == 1 else 's'}"


def _line(file: File) -> str:
    remark = f"  ({file.remark})" if file.remark else ""
    return f"{file.path}  {file.size / 1024:.0f} KB{remark}"
