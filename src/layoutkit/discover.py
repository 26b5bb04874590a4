"""Figure scripts: finding them, and naming what they declare."""

from __future__ import annotations

import math
import os
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.diagnostics import Diagnostic, error
from layoutkit.origin import Location, locations
from layoutkit.script import figures_of, names_its_figures
from layoutkit.tokens.series import SLUG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.nodes import Figure
    from layoutkit.surroundings import Surroundings
    from layoutkit.tokens import Theme
    from layoutkit.tokens.series import SeriesTokens

__all__ = ["NamedFigure", "discover", "load_script", "may_declare", "unique", "well_named"]

_WORDS = re.compile(SLUG)
_NUMBER = re.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True)
class NamedFigure:
    """A figure with the name of its files."""

    name: str
    figure: Figure
    script: Path
    surroundings: Surroundings | None = field(default=None, compare=False)
    """What its function needs around it while it runs; None where that is nothing."""

    @classmethod
    def of(cls, figure: Figure) -> NamedFigure:
        """A figure that no command has loaded: it is named as it says itself, else after its function."""
        where = locations(figure.origin[:1])
        name = figure.name or getattr(figure.build, "__name__", "").strip("<>_").replace("_", "-") or "figure"
        return cls(name, figure, where[0].path if where else Path(f"{name}.py"))

    def suits(self, theme: Theme, default: Theme) -> bool:
        """Whether it has a layout for the page of a theme, as ``Figure.suits`` says."""
        return self.figure.suits(theme, default)

    @property
    def number(self) -> str:
        """The digits that its name begins with; empty where it begins with none."""
        digits = _NUMBER.match(self.name)
        return digits[0] if digits else ""


def discover(paths: Sequence[Path]) -> list[Path]:
    """The scripts among files and folders, in the order of their numbers and then of their names.

    A folder's scripts are its ``*.py`` files; those that start with ``_`` or ``.`` are helpers.

    Raises:
        LayoutkitError: a path does not exist, or nothing is found (``no-scripts``).
    """
    scripts: list[Path] = []
    for path in paths:
        try:
            if path.is_dir():
                scripts += sorted((p for p in path.glob("*.py") if not p.name.startswith(("_", "."))), key=_order)
            elif path.is_file():
                scripts.append(path)
            else:
                raise error("no-scripts", f"cannot find a folder or script named {path}")
        except OSError as cause:
            raise error("no-scripts", f"cannot read {path}: {cause.strerror}") from None
    if not scripts:
        names = ", ".join(str(path) for path in paths)
        raise error(
            "no-scripts", f"no figure scripts in {names}", hint="a figure script is a file such as 01-overview.py"
        )
    first: dict[str, Path] = {}
    for script in scripts:
        first.setdefault(os.path.abspath(script), script)  # noqa: PTH100 - symbolic links stay
    return list(first.values())


def _order(path: Path) -> tuple[float, str]:
    """A key for sorting: by number, 99 before 100; names without a number last."""
    number = _NUMBER.match(path.name)
    return (int(number[0]) if number else math.inf), path.name


def may_declare(path: Path, wanted: Sequence[str]) -> bool:
    """Whether a script may have a figure whose name starts with one of some words, without running it."""
    return path.stem.startswith(tuple(wanted)) or names_its_figures(path)


def load_script(path: Path) -> list[NamedFigure]:
    """Run a script and take the figures it declares, in their order.

    Raises:
        LayoutkitError: the script cannot be read or compiled, raises, or declares no figure, or the
            name of a figure is none.
    """
    figures, surroundings = figures_of(path)
    if not figures:
        place = Location(path, 1, 0, 1, 0)
        message = f"{path.name} declares no figure"
        hint = 'decorate a function with @figure(title="…", alt="…"), or start the file name of a helper with _'
        raise error("no-figure", message, place=place, hint=hint)
    return [NamedFigure(_checked_name(figure, path), figure, path, surroundings) for figure in figures]


def unique(figures: Sequence[NamedFigure]) -> tuple[list[NamedFigure], list[Diagnostic]]:
    """Split figures into those with a name of their own and a finding for each that takes another's."""
    first: dict[str, NamedFigure] = {}
    faults: list[Diagnostic] = []
    for named in figures:
        holder = first.setdefault(named.name, named)
        if holder is not named:
            message = f"two figures are named {named.name!r}; the other one is in {holder.script.name}"
            fault = error(
                "duplicate-name", message, origin=named.figure.origin, hint='give each a name of its own: name="…"'
            )
            faults += fault.diagnostics
    return list(first.values()), faults


def _checked_name(figure: Figure, path: Path) -> str:
    name = path.stem if figure.name is None else figure.name
    if not _WORDS.fullmatch(name):
        message = f"the name {name!r} is not made of words in a-z and 0-9, joined by hyphens"
        raise error("file-name", message, origin=figure.origin, hint=f"call it {_slug(name)}")
    return name


def _slug(name: str) -> str:
    """The name of a figure that is most like some words."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower())) or "two-words"


def well_named(
    figures: Sequence[NamedFigure], series: SeriesTokens
) -> tuple[list[NamedFigure], list[tuple[NamedFigure, Diagnostic]]]:
    """Split figures into those whose names follow the pattern of the series and the others, each with a finding."""
    faults = []
    for named in figures:
        if not series.suits(named.name):
            message = f'the name {named.name!r} breaks the pattern of this series, "{series.file_names}"'
            hint = f"call it as in {series.example}, or change file_names below [series]"
            faults += [
                (named, found)
                for found in error("file-name", message, origin=named.figure.origin, hint=hint).diagnostics
            ]
    return [named for named in figures if series.suits(named.name)], faults
