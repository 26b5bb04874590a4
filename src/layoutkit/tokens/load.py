"""tokens.toml -> Theme: the file is read once and checked in every combination of its modes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.tokens.assemble import assemble
from layoutkit.tokens.contracts import check_contracts
from layoutkit.tokens.evaluate import Evaluation
from layoutkit.tokens.faults import Faults
from layoutkit.tokens.leaves import NEEDED, read_leaves
from layoutkit.tokens.modes import read_axes
from layoutkit.tokens.source import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from layoutkit.tokens.leaves import Leaves
    from layoutkit.tokens.modes import Axes, Selection
    from layoutkit.tokens.source import TokenSource
    from layoutkit.tokens.theme import Theme

__all__ = ["Themes", "load_all", "load_theme"]


@dataclass(frozen=True, slots=True)
class Themes:
    """The themes of one token file, one for each combination of modes."""

    source: TokenSource
    axes: Axes
    leaves: Leaves
    """The values as they are written, with their places."""
    _themes: Mapping[tuple[str, ...], Theme]

    def theme(self, modes: Mapping[str, str]) -> Theme:
        """The theme with these modes, and with the default of every axis that is not named.

        Raises:
            LayoutkitError: an axis or a value that does not exist (``unknown-mode``).
        """
        return self._themes[_key(self.axes.select(modes))]

    def __iter__(self) -> Iterator[Theme]:
        """The default theme first."""
        return iter(self._themes.values())


def load_theme(path: Path, modes: Mapping[str, str] | None = None) -> Theme:
    """Read a token file into the theme of some modes: ``{"theme": "dark"}``; the whole file is checked.

    Raises:
        LayoutkitError: with every fault of the file, in the order of its lines; or a mode that does not exist.
    """
    return load_all(path).theme(modes or {})


def load_all(path: Path) -> Themes:
    """Read a token file into the themes of all combinations of its modes.

    Raises:
        LayoutkitError: with every fault of the file, in the order of its lines.
    """
    source, faults = read_source(path), Faults()
    axes = read_axes(source, faults)
    leaves = read_leaves(source, axes, faults)
    _check_needed(source, faults)
    default, *others = axes.combinations()
    base = Evaluation(source, leaves, axes, faults).run()
    evaluations = [base, *(base.under(selection) for selection in others)]
    faults.stop()
    first = assemble(base, default)
    rest = [
        assemble(evaluation, selection, first) for evaluation, selection in zip(evaluations[1:], others, strict=True)
    ]
    faults.stop()
    themes = (first, *rest)
    for theme in themes:
        faults.add(check_contracts(theme), mode=str(theme.selection))
    faults.stop()
    return Themes(source, axes, leaves, {_key(theme.selection): theme for theme in themes})


def _key(selection: Selection) -> tuple[str, ...]:
    return tuple(selection.values.values())


def _check_needed(source: TokenSource, faults: Faults) -> None:
    for name in NEEDED:
        if name not in source.tables:
            faults.tell("missing-token", f"the section [{name}] is missing", source.key_place(()))
    page, output = (source.tables.get(name) for name in ("page", "output"))
    if isinstance(page, dict) and "width" not in page:
        faults.tell("missing-token", "page lacks 'width' (a length)", source.key_place(("page",)))
    if output == {}:
        faults.tell("missing-token", "no output is named", source.key_place(("output",)))
