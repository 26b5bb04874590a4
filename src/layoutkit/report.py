"""What became of the figures of a run, and how a watcher hears of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from layoutkit.diagnostics import OF_THE_MACHINE, Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from layoutkit.published import Published
    from layoutkit.watcher import Watcher

__all__ = ["RenderedFigure", "Report", "Teller", "unseen_contracts"]

_CONTRACT = "contract"
"""The rule of contracts."""


@dataclass(frozen=True, slots=True)
class RenderedFigure:
    """What became of one figure."""

    name: str
    """Its file name without suffix."""
    findings: tuple[Diagnostic, ...]
    """What the rules found, and what kept it from being built or written; each once, whatever outputs it shows in."""
    files: tuple[Path, ...]
    """Its files; none where a finding is an error, whose files stay as they were."""
    drafts: tuple[Path, ...]
    """Pictures that show where the errors are; with ``draft=True`` also of figures without errors."""
    unchanged: tuple[Path, ...] = ()
    """Those of its files that were not written, as nothing has changed since an earlier run."""


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
        """All files of figures without errors, and all books; drafts left out."""
        return (*(path for one in self.figures for path in one.files), *self.books)

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """Everything that was found."""
        return (*self.failures, *(finding for one in self.figures for finding in one.findings))

    @property
    def ok(self) -> bool:
        """Whether there is no error."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)


def unseen_contracts(broken: Iterable[Diagnostic], rendered: Iterable[RenderedFigure]) -> tuple[Diagnostic, ...]:
    """The warning of contracts that are broken, where no figure has a finding about any."""
    seen = any(finding.rule == _CONTRACT for one in rendered for finding in one.findings)
    return () if seen else tuple(broken)


class Teller:
    """Tells a watcher what became of figures: each finding of a figure once, one of the machine once in all."""

    def __init__(self, watcher: Watcher) -> None:
        self.watcher = watcher
        self._of_the_machine: set[tuple[str, str]] = set()

    def told(self, name: str, results: Iterable[Published]) -> RenderedFigure:
        """Tell of one figure, combination by combination of its modes, as they come in."""
        self.watcher.figure(name)
        known = set(self._of_the_machine)
        every: list[Published] = []
        for result in results:
            findings = tuple(one for one in result.findings if (one.rule, one.message) not in known)
            known |= {(one.rule, one.message) for one in findings}
            every.append(result)
            self.watcher.done(name, replace(result, findings=findings))
        self._of_the_machine |= {finding for finding in known if finding[0] in OF_THE_MACHINE}
        own = {(one.rule, one.message): one for result in reversed(every) for one in reversed(result.findings)}
        return RenderedFigure(
            name,
            tuple(reversed(own.values())),
            tuple(file.path for result in every for file in result.files),
            tuple(file.path for result in every for file in result.drafts),
            tuple(file.path for result in every if result.unchanged for file in result.files),
        )
