"""What a check of a series found: each fault once, with the modes it shows in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING, Any

from layoutkit.diagnostics import Diagnostic, Severity, reading_order, shown_path

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from layoutkit.origin import Location

__all__ = [
    "CheckReport",
    "FindingInModes",
    "FindingsByMode",
    "Modes",
    "as_json",
    "in_modes",
    "plain_finding",
    "without_figures",
]

Modes = tuple[tuple[str, str], ...]
"""One value of every axis, in the order of the axes."""

_VARYING = re.compile(r"“[^”]*”|#[0-9a-f]{6,8}\b|\d+(?:\.\d+)?")
"""What may differ between modes in the same message; what is quoted may not."""


@dataclass(frozen=True, slots=True)
class FindingInModes:
    """A fault, and where in the series it is."""

    diagnostic: Diagnostic
    """As it is in the first of the modes; the modes are not named in it."""
    figure: str
    """The name of the figure; empty for a fault of a script, of the tokens or of the series."""
    modes: tuple[Modes, ...] | None
    """The combinations of modes in which it shows; None where it shows in all that were checked."""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check of figures in many modes found."""

    figures: int
    """How many figures were checked."""
    modes: tuple[Modes, ...]
    """The combinations of modes they were checked in."""
    found: tuple[FindingInModes, ...]
    """Errors, then warnings; of each kind scripts that could not be loaded, then figure by figure in the order of the
    lines, then the whole series."""

    def count(self, severity: Severity) -> int:
        """How many faults of one severity were found."""
        return sum(found.diagnostic.severity is severity for found in self.found)

    @property
    def ok(self) -> bool:
        """Whether there is no error."""
        return self.count(Severity.ERROR) == 0

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What the author reads: the modes are named where a fault does not show in all."""
        return tuple(
            found.diagnostic
            if found.modes is None
            else replace(found.diagnostic, modes=f"with {in_modes(found.modes, self.modes)}")
            for found in self.found
        )

    @property
    def summary(self) -> str:
        """One line: ``5 figures, 8 modes: 0 errors, 2 warnings``."""
        counts = (_counted(self.count(severity), severity.value) for severity in Severity)
        return f"{_counted(self.figures, 'figure')}, {_counted(len(self.modes), 'mode')}: {', '.join(counts)}"


def without_figures(faults: Iterable[Diagnostic]) -> CheckReport:
    """The report of a run in which no figure could be checked."""
    return CheckReport(0, (), tuple(FindingInModes(fault, "", None) for fault in faults))


class FindingsByMode:
    """The faults of one figure, mode by mode."""

    def __init__(self, figure: str) -> None:
        self.figure = figure
        self._found: dict[tuple[object, ...], tuple[Diagnostic, list[Modes]]] = {}

    def add(self, faults: Iterable[Diagnostic], modes: Modes) -> None:
        """What was found in one combination; a fault is the same if only numbers and colours of its message differ."""
        times: dict[tuple[object, ...], int] = {}
        for fault in faults:
            same = (fault.rule, fault.places, _VARYING.sub(_number, fault.message))
            times[same] = times.get(same, 0) + 1  # a loop may cause a fault several times at one place
            key = (*same, times[same])
            first, its = self._found.get(key, (fault, []))
            self._found[key] = first if fault.offer is None else _offering(first, fault.offer.names), [*its, modes]

    def offering(self, modes: Modes) -> bool:
        """Whether the hint of a fault that does not show in one combination might do harm there."""
        return any(fault.offer is not None and modes not in its for fault, its in self._found.values())

    def narrow(self, modes: Modes, readable: Callable[[Diagnostic], Collection[str]]) -> None:
        """Keep of such hints what is good in that combination as well.

        Args:
            modes: the combination.
            readable: what may be named there.
        """
        for key, (fault, its) in self._found.items():
            if fault.offer is not None and modes not in its:
                self._found[key] = _offering(fault, readable(fault)), its

    def take(self, other: FindingsByMode, *, times: int) -> None:
        """Add the faults that others found in at least so many combinations."""
        self._found |= {same: found for same, found in other._found.items() if len(found[1]) >= times}

    def reported(self, checked: Sequence[Modes]) -> list[FindingInModes]:
        """Each fault once: errors, then warnings, each in the order of the lines."""
        found = sorted(self._found.values(), key=lambda pair: reading_order(pair[0]))
        return [
            FindingInModes(fault, self.figure, None if len(modes) == len(checked) else tuple(modes))
            for fault, modes in found
        ]


def _offering(fault: Diagnostic, names: Collection[str]) -> Diagnostic:
    """A fault whose hint names one of some."""
    if fault.offer is None:
        return fault
    offer = fault.offer.among(names)
    return replace(fault, hint=str(offer), offer=offer)


def in_modes(shown: Sequence[Modes], checked: Sequence[Modes]) -> str:
    """Some of the combinations in few words: ``theme=dark`` for all that have it, whatever the other axes say."""
    common = _in_common(shown, checked)
    if common is not None:
        return common
    others = [modes for modes in checked if modes not in shown]
    if len(others) < len(shown):
        return f"all but {_in_common(others, checked) or _listed(others)}"
    return _listed(shown)


def _listed(shown: Sequence[Modes]) -> str:
    return " or ".join(_written(modes) for modes in shown)


def _in_common(shown: Sequence[Modes], checked: Sequence[Modes]) -> str | None:
    """The values that some combinations have, and no others; None where there are no such values."""
    varied = [axis for axis in range(len(checked[0])) if len({modes[axis] for modes in checked}) > 1]
    for size in range(len(varied)):
        for chosen in combinations(varied, size):
            common = {tuple(modes[axis] for axis in chosen) for modes in shown}
            if len(common) == 1 and sum(tuple(m[axis] for axis in chosen) in common for m in checked) == len(shown):
                return _written(*common)
    return _written(shown[0]) if len(shown) == 1 else None


def as_json(report: CheckReport) -> dict[str, Any]:
    """The report for programs; docs/checks.md documents the fields."""
    return {
        "figures": report.figures,
        "modes": [dict(modes) for modes in report.modes],
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "findings": [_finding(found) for found in report.found],
    }


def _finding(found: FindingInModes) -> dict[str, Any]:
    modes = None if found.modes is None else [dict(modes) for modes in found.modes]
    return {**plain_finding(found.diagnostic), "figure": found.figure, "modes": modes}


def plain_finding(fault: Diagnostic) -> dict[str, Any]:
    """A finding for programs, wherever it is."""
    return {
        "rule": fault.rule,
        "severity": fault.severity.value,
        "message": fault.message,
        "hint": fault.hint,
        "notes": list(fault.notes),
        "places": [_place(place) for place in fault.places],
    }


def _place(place: Location) -> Mapping[str, str | int]:
    return {
        "file": str(shown_path(place.path)),
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }


def _number(match: re.Match[str]) -> str:
    return match[0] if match[0].startswith("“") else "#"


def _written(modes: Iterable[tuple[str, str]]) -> str:
    return ",".join(f"{axis}={value}" for axis, value in modes)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
