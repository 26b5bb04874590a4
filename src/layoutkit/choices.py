"""What a run is asked for by name: figures, outputs, and rules that are left out."""

from __future__ import annotations

import difflib
from dataclasses import replace
from typing import TYPE_CHECKING

from layoutkit.check.topics import ALLOWABLE, TOPICS
from layoutkit.diagnostics import Diagnostic, UsageError, did_you_mean, error
from layoutkit.discover import load_script, well_named
from layoutkit.loading import Failed, load_figures

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from layoutkit.discover import NamedFigure
    from layoutkit.tokens import OutputTokens, Theme
    from layoutkit.tokens.series import SeriesTokens

__all__ = ["allowed_rules", "chosen_figures", "chosen_outputs", "of_series"]


def allowed_rules(wanted: Collection[str], *, given_by: str = "allow") -> frozenset[str]:
    """The rules that are left out.

    Args:
        wanted: their ids.
        given_by: what the author wrote to name them, for messages.

    Raises:
        UsageError: one of them does not exist, or cannot be left out.
    """
    for rule in wanted:
        if rule not in ALLOWABLE:
            what = "cannot be left out" if rule in TOPICS else "is not a rule"
            hint = "correct the figure or the tokens" if rule in TOPICS else did_you_mean(rule, ALLOWABLE)
            raise UsageError(Diagnostic("unknown-rule", f"{given_by} names {rule!r}, which {what}", hint=hint))
    return frozenset(wanted)


def chosen_outputs(theme: Theme, wanted: Collection[str] | None) -> list[OutputTokens]:
    """The outputs asked for; all where ``wanted`` is None.

    Raises:
        UsageError: an output that the tokens do not have.
    """
    known = dict(theme.output.items())
    for name in wanted or ():
        if name not in known:
            raise error(
                "unknown-target", f"there is no output {name!r} in {theme.path}", hint=did_you_mean(name, known)
            )
    return [tokens for name, tokens in known.items() if wanted is None or name in wanted]


def chosen_figures(
    paths: Sequence[Path], only: Sequence[str] | None, load: Callable[[Path], list[NamedFigure]] = load_script
) -> tuple[list[NamedFigure], list[Failed]]:
    """The figures asked for, and what could not be loaded.

    Args:
        paths: scripts, and folders of scripts.
        only: how the names of the figures start; None for all.
        load: gives the figures of a script.

    Raises:
        LayoutkitError: there is no script at all.
        UsageError: no figure has a name that starts so, and none is missing because its script failed.
    """
    figures, failed = load_figures(paths, only, load)
    if only is None:
        return figures, failed
    names = [one.name for one in figures]
    known = (*names, *(failure.script.stem for failure in failed if failure.script is not None))
    missing = [start for start in only if not any(name.startswith(start) for name in known)]
    if missing:
        what = f"no figure starts with {' or '.join(missing)}"
        fault = error("unknown-figure", what, hint=_nearest(missing[0], names))
        if not failed:
            raise fault
        failed = [*failed, replace(failed[0], diagnostics=fault.diagnostics, script=None)]
    return [one for one in figures if one.name.startswith(tuple(only))], failed


def of_series(
    figures: Sequence[NamedFigure], failed: Sequence[Failed], series: SeriesTokens
) -> tuple[list[NamedFigure], list[Failed]]:
    """The figures whose names follow the pattern of the series, and what could not be loaded together with the rest."""
    kept, faults = well_named(figures, series)
    return kept, [*failed, *(Failed((fault,), named.script) for named, fault in faults)]


def _nearest(start: str, names: list[str]) -> str:
    """A hint that offers the name which starts most like a word, or has it inside; else some of all names."""
    inside = [name for name in names if start.lower() in name.lower()]
    begins = {name[: len(start)]: name for name in reversed(names)}
    few = () if start.isdecimal() else difflib.get_close_matches(start, begins, n=1, cutoff=0.5)
    near = inside or [begins[begin] for begin in few]
    if near:
        return f"did you mean {near[0]!r}?"
    return did_you_mean("", names) if start.isdecimal() else did_you_mean(start, names)
