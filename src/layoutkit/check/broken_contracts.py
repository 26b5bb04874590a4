"""Broken contracts over all modes and figures, each cause once: what figures paint first, then what none does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from layoutkit.check.contract import painters
from layoutkit.check.report import CheckReport, FindingInModes
from layoutkit.diagnostics import Severity, reading_order
from layoutkit.tokens.causes import Broken, by_cause
from layoutkit.tokens.contracts import broken

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from layoutkit.check.contract import Painting
    from layoutkit.check.report import Modes
    from layoutkit.diagnostics import Diagnostic
    from layoutkit.origin import Location
    from layoutkit.tokens.causes import Cause
    from layoutkit.tokens.theme import Theme

__all__ = ["Key", "PaintedIn", "broken_contracts", "of_figures"]

Key = tuple[str, str, str, str]
"""What is the same in all modes of what a contract measures."""
_FIGURES = 3
"""Figures that a message names."""


@dataclass(frozen=True, slots=True)
class PaintedIn:
    """A box of a figure that is painted with what breaks a contract, in one combination of modes."""

    figure: str
    script: Path
    painting: Painting


def broken_contracts(themes: Sequence[Theme]) -> CheckReport:
    """All contracts that some themes break, whatever is painted; those with ``unless`` are left to figures."""
    short = [one for one in _broken(themes) if not one.measured.contract.unless]
    found = [_in_modes(cause.diagnostic(), cause, short, themes) for cause in by_cause(short)]
    found.sort(key=lambda one: reading_order(one.diagnostic))
    return CheckReport(0, tuple(map(_modes, themes)), tuple(found))


def of_figures(
    themes: Sequence[Theme], painted: Sequence[PaintedIn], accepted: Collection[Key]
) -> tuple[list[FindingInModes], list[FindingInModes]]:
    """Those that figures paint, with the boxes; then, as warnings, those that none paints.

    Args:
        themes: of all modes that were checked.
        painted: the boxes.
        accepted: what boxes are painted with as well, and an ``allow`` accepts.
    """
    short = _broken(themes)
    shown: list[FindingInModes] = []
    values = [one.painting.broken for one in painted]
    for cause in by_cause({(one.measured.key, _modes(one.theme)): one for one in values}.values()):
        told = cause.diagnostic()
        notes = (*told.notes, *_painters(painted, cause))
        shown.append(_in_modes(replace(told, notes=notes), cause, short, themes))
    known = {*accepted, *(one.measured.key for one in values)}
    others = [one for one in short if one.measured.key not in known and not one.measured.contract.unless]
    left = [_in_modes(_shown_nowhere(cause.diagnostic()), cause, short, themes) for cause in by_cause(others)]
    return shown, left


def _shown_nowhere(told: Diagnostic) -> Diagnostic:
    message = f"{told.message}; no figure that was checked shows it"
    return replace(told, message=message, severity=Severity.WARNING)


def _broken(themes: Iterable[Theme]) -> list[Broken]:
    return [Broken(measured, theme) for theme in themes for measured in broken(theme)]


def _modes(theme: Theme) -> Modes:
    return tuple(theme.selection.values.items())


def _in_modes(told: Diagnostic, cause: Cause, short: Iterable[Broken], themes: Sequence[Theme]) -> FindingInModes:
    """A finding with all modes in which the value that it shows falls short."""
    key = cause.shown.measured.key
    modes = tuple(_modes(one.theme) for one in short if one.measured.key == key)
    if len(modes) < len(themes):
        return FindingInModes(told, "", modes)
    return FindingInModes(replace(told, modes="in every mode" if len(themes) > 1 else ""), "", None)


def _painters(painted: Iterable[PaintedIn], cause: Cause) -> Iterator[str]:
    """A note for each figure with its boxes, and one for the figures that are left; those of what is shown first."""
    shown = cause.shown
    keys = {one.measured.key for one in cause.broken}
    its = [one for one in painted if one.painting.broken.measured.key in keys]
    its.sort(key=lambda one: one.painting.broken.measured.key != shown.measured.key)
    first: dict[tuple[object, ...], Modes] = {}  # the boxes of one combination are those of the others as well
    of_figure: dict[tuple[str, Path], list[Painting]] = {}
    for one in its:
        broken = one.painting.broken
        if first.setdefault((one.figure, broken.measured.key), _modes(broken.theme)) == _modes(broken.theme):
            of_figure.setdefault((one.figure, one.script), []).append(one.painting)
    for (figure, script), paintings in [*of_figure.items()][:_FIGURES]:
        yield f"painted in {figure}: {painters(paintings, first=shown, at=partial(_at, script))}"
    if len(of_figure) > _FIGURES:
        left = len(of_figure) - _FIGURES
        yield f"and in {left} more figure{'s' if left > 1 else ''}"


def _at(script: Path, place: Location) -> str:
    file = "" if place.path.absolute() == script.absolute() else f" of {place.path.name}"
    return f"at line {place.line}{file}"
