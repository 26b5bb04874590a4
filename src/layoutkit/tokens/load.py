"""tokens.toml -> Theme: the file is read once and checked in every combination of its modes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.base import TOKENS as BASE
from layoutkit.tokens.assemble import assemble
from layoutkit.tokens.axes import read_axes
from layoutkit.tokens.contracts import unknown_colors
from layoutkit.tokens.derive import with_derived
from layoutkit.tokens.evaluate import Evaluation
from layoutkit.tokens.faults import Faults
from layoutkit.tokens.folders import shared_folders
from layoutkit.tokens.inheritance import with_base
from layoutkit.tokens.leaves import read_leaves
from layoutkit.tokens.nearest import FILE_NAME, nearest_file
from layoutkit.tokens.series import SeriesTokens, read_series
from layoutkit.tokens.source import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from layoutkit.tokens.modes import Axes, Selection
    from layoutkit.tokens.source import TokenSource
    from layoutkit.tokens.theme import Theme

__all__ = [
    "FILE_NAME",
    "Themes",
    "load_all",
    "load_theme",
    "load_unchecked",
    "nearest_file",
    "nearest_series",
    "themes_of",
]


@dataclass(frozen=True, slots=True)
class Themes:
    """The themes of one token file, one for each combination of modes."""

    source: TokenSource
    axes: Axes
    _themes: Mapping[tuple[str, ...], Theme]

    def theme(self, modes: Mapping[str, str]) -> Theme:
        """The theme with these modes, and with the default of every axis that is not named.

        Raises:
            LayoutkitError: an axis or a value that does not exist (``unknown-mode``).
        """
        return self._themes[_key(self.axes.select(modes))]

    def evaluation(self, modes: Mapping[str, str]) -> Evaluation:
        """Every value with these modes, the palette included, and who refers to whom.

        Raises:
            LayoutkitError: an axis or a value that does not exist (``unknown-mode``).
        """
        return self.theme(modes).evaluation

    @property
    def default(self) -> Theme:
        """The theme with the default of every axis."""
        return self.theme({})

    def check_names(self, faults: Faults) -> None:
        """Report what contracts name that is not a colour, in every combination of modes."""
        for theme in self:
            stale = theme.evaluation.stale if theme.selection.changes() else None
            for found in unknown_colors(theme, stale):
                faults.tell(found.rule, found.message, found.places[0], found.hint, mode=theme.evaluation.mode)

    def __iter__(self) -> Iterator[Theme]:
        """That of the tokens outside ``[mode]`` first."""
        return iter(self._themes.values())


def load_theme(path: str | Path | None = None, modes: Mapping[str, str] | None = None) -> Theme:
    """Read a token file into the theme of some modes; the whole file is checked.

    A broken contract raises nothing: ``Figure.check`` and ``render`` report those that a figure breaks, ``layoutkit
    tokens check`` reports all.

    Args:
        path: the token file; None for the base theme.
        modes: by axis, such as ``{"theme": "dark"}``; the default of every axis that is not named.

    Raises:
        TokensError: with every error of the file, in the order of its lines; or there is no such file.
        UsageError: an axis or a mode that does not exist.

    Example:
        >>> dark = load_theme(modes={"theme": "dark"})
        >>> dark.color.page.hex
        '#101718'
    """
    return load_all(BASE if path is None else Path(path)).theme(modes or {})


def nearest_series(folder: Path) -> SeriesTokens:
    """What the token file of a folder, or of the nearest one above it, says of the series; nothing where none is.

    Raises:
        LayoutkitError: the file is not TOML, or what it extends cannot be used.
    """
    path = nearest_file(folder.absolute())
    return SeriesTokens() if path is None else read_series(with_base(read_source(path), faults := Faults()), faults)


def load_all(path: Path) -> Themes:
    """Read a token file into the themes of all combinations of its modes; a contract may be broken.

    Raises:
        LayoutkitError: with every fault of the file, in the order of its lines.
    """
    faults = Faults()
    themes = load_unchecked(path, faults)
    themes.check_names(faults)
    faults.stop()
    return themes


def load_unchecked(path: Path, faults: Faults) -> Themes:
    """Read a token file as ``load_all`` does, but do not look at what contracts name.

    Raises:
        LayoutkitError: with every other fault of the file, in the order of its lines.
    """
    return themes_of(read_source(path), faults)


def themes_of(source: TokenSource, faults: Faults) -> Themes:
    """The themes of a token file as parsed; what contracts name is not looked at.

    Raises:
        LayoutkitError: with every other fault of the file, in the order of its lines.
    """
    source = with_derived(with_base(source, faults), faults)
    axes = read_axes(source, faults)
    leaves = read_leaves(source, axes, faults)
    first = next(axes.combinations())
    default = assemble(Evaluation(source, leaves, axes, faults).run(), first, series=read_series(source, faults))
    for name, message in shared_folders([output for _, output in default.output.items()], axes):
        hint = f'choose another name, such as "{name.replace("-", "_")}_files"'
        faults.tell("duplicate-name", f"output.{name} {message}", source.key_place(("output", name)), hint)
    themes = _in_all_modes(default)
    faults.stop()
    return themes


def in_all_modes(theme: Theme) -> Themes:
    """The themes of all modes of the token file that a theme was read from."""
    axes, all_leaves = theme.selection.axes, theme.evaluation.all
    bare = Evaluation(theme.source, all_leaves, axes, Faults()).run()
    return _in_all_modes(assemble(bare, next(axes.combinations()), series=theme.series))


def _in_all_modes(default: Theme) -> Themes:
    """The themes of all modes, from that without modes."""
    first, *others = default.selection.axes.combinations()
    evaluations, themes = {_key(first): default.evaluation}, {_key(first): default}
    for selection in others:  # those with fewer changes come first
        key, parent = _key(selection), _key(selection.parent())
        evaluations[key] = evaluations[parent].under(selection, evaluations.get(_key(selection.last())))
        themes[key] = assemble(evaluations[key], selection, themes[parent])
    return Themes(default.source, default.selection.axes, themes)


def _key(selection: Selection) -> tuple[str, ...]:
    return tuple(selection.values.values())
