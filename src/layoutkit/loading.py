"""Scripts to figures: one that cannot be loaded leaves the others alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.diagnostics import Diagnostic, LayoutkitError
from layoutkit.discover import NamedFigure, discover, load_script, may_declare, unique

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

__all__ = ["Failed", "load_figures"]


@dataclass(frozen=True, slots=True)
class Failed:
    """A script or figure that could not be loaded, and why."""

    diagnostics: tuple[Diagnostic, ...]
    script: Path | None = None
    """The script that raises; None for the fault of a figure."""


def load_figures(
    paths: Sequence[Path],
    wanted: Sequence[str] | None = None,
    load: Callable[[Path], list[NamedFigure]] = load_script,
) -> tuple[list[NamedFigure], list[Failed]]:
    """Load all scripts; those that cannot be loaded do not keep the others from it.

    Args:
        paths: files and folders.
        wanted: how the names of the figures start that are needed; None for all. Where there are figures with such
            names, no others are returned, scripts that can have none are not run, and faults of those that have none
            are left out.
        load: gives the figures of a script.

    Raises:
        LayoutkitError: there is no script at all.
    """
    scripts = discover(paths)
    loaded, failed = _loaded(scripts, load) if wanted is None else _wanted(scripts, wanted, load)
    figures, faults = unique(loaded)
    return figures, [*failed.values(), *(Failed((fault,)) for fault in faults)]


def _wanted(
    scripts: Sequence[Path], wanted: Sequence[str], load: Callable[[Path], list[NamedFigure]]
) -> tuple[list[NamedFigure], dict[Path, Failed]]:
    """The figures whose names start with some words, and the scripts that fail and may have them; else all."""
    likely = [script for script in scripts if may_declare(script, wanted)]
    loaded, failed = _loaded(likely, load)
    names = [*(named.name for named in loaded), *(script.stem for script in failed)]
    if all(any(name.startswith(start) for name in names) for start in wanted):
        loaded = [named for named in loaded if named.name.startswith(tuple(wanted))]
        failed = {script: fault for script, fault in failed.items() if script.stem.startswith(tuple(wanted))}
    else:  # a helper may name figures
        others, more = _loaded((script for script in scripts if script not in likely), load)
        order = {script: index for index, script in enumerate(scripts)}
        return sorted(loaded + others, key=lambda one: order[one.script]), failed | more
    return loaded, failed


def _loaded(
    scripts: Iterable[Path], load: Callable[[Path], list[NamedFigure]]
) -> tuple[list[NamedFigure], dict[Path, Failed]]:
    """The figures of scripts, and the scripts that cannot be loaded."""
    loaded: list[NamedFigure] = []
    failed: dict[Path, Failed] = {}
    for script in scripts:
        try:
            loaded += load(script)
        except LayoutkitError as fault:
            failed[script] = Failed(fault.diagnostics, script)
    return loaded, failed
