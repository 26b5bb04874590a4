"""What became of figures, for programs and for those who look for time."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from layoutkit import Severity, __version__
from layoutkit.watcher import Watcher

if TYPE_CHECKING:
    from layoutkit import Diagnostic, Report
    from layoutkit.published import File, Published

__all__ = ["Gatherer", "as_json", "print_timings"]

_VERSION = 1
"""Of the form of the report; docs/render.schema.json describes it."""


@dataclass(slots=True)
class _Gathered:
    """What a watcher hears of one figure."""

    files: list[tuple[File, bool]] = field(default_factory=list)
    """Each with whether it is unchanged."""
    drafts: list[File] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    unchanged: bool = True


class Gatherer(Watcher):
    """Keeps what it hears of each figure and book."""

    def __init__(self) -> None:
        self.figures: dict[str, _Gathered] = {}
        self.books: list[File] = []

    def done(self, name: str, result: Published) -> None:
        """Keep the files, and how long each step took."""
        its = self.figures.setdefault(name, _Gathered())
        its.files += [(file, result.unchanged) for file in result.files]
        its.drafts += result.drafts
        its.unchanged &= result.unchanged
        for step, seconds in result.seconds.items():
            its.seconds[step] = its.seconds.get(step, 0.0) + seconds

    def wrote(self, book: File) -> None:
        """Keep the book."""
        self.books.append(book)


def as_json(report: Report, gathered: Gatherer, seconds: float) -> dict[str, Any]:
    """The report for programs.

    Args:
        report: of the run.
        gathered: what was heard of it.
        seconds: that the run took.
    """
    from layoutkit.check.report import plain_finding  # noqa: PLC0415 - for this report alone

    def plain(findings: tuple[Diagnostic, ...]) -> list[dict[str, Any]]:
        return [plain_finding(finding) for finding in findings]

    figures = []
    for one in report.figures:
        its = gathered.figures.get(one.name, _Gathered())
        files = [
            {"path": str(file.path), "output": file.output, "bytes": file.size, "state": _STATES[unchanged]}
            | ({"remark": file.remark} if file.remark else {})
            for file, unchanged in its.files
        ]
        drafts = [{"path": str(file.path), "bytes": file.size} for file in its.drafts]
        timings = {step: round(spent, 6) for step, spent in its.seconds.items()}
        figures.append(
            {"name": one.name, "files": files, "drafts": drafts, "findings": plain(one.findings), "seconds": timings}
        )
    written = {file.path: file.size for file in gathered.books}
    books = [{"path": str(path), "state": _STATES[path not in written]} for path in report.books]
    counts = {severity: sum(one.severity is severity for one in report.findings) for severity in Severity}
    return {
        "version": _VERSION,
        "layoutkit": __version__,
        "ok": report.ok,
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "seconds": round(seconds, 6),
        "figures": figures,
        "books": books,
        "findings": plain(report.failures),
    }


_STATES = {True: "unchanged", False: "made"}


def print_timings(gathered: Gatherer) -> None:
    """Print a table of CPU milliseconds: a row for each figure, a column for each pass and output."""
    steps = list(dict.fromkeys(step for its in gathered.figures.values() for step in its.seconds))
    rows = [["CPU ms", *steps, "all"]]
    for name, its in gathered.figures.items():
        spent = [its.seconds.get(step) for step in steps]
        whole = "unchanged" if its.unchanged else f"{1000 * sum(its.seconds.values()):.0f}"
        rows.append([name, *("" if one is None else f"{1000 * one:.0f}" for one in spent), whole])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for first, *others in rows:
        cells = [f"{cell:>{width}}" for cell, width in zip(others, widths[1:], strict=True)]
        print("  ".join([f"{first:<{widths[0]}}", *cells]).rstrip(), file=sys.stderr)
