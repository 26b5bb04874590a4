"""Scripts and the token file that goes with them, loaded together: the first step of every run over a folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.base import TOKENS as BASE
from layoutkit.choices import chosen_figures, of_series
from layoutkit.declarations import with_declarations
from layoutkit.discover import load_script
from layoutkit.tokens.load import load_all
from layoutkit.tokens.nearest import nearest_file, no_tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from layoutkit.diagnostics import Diagnostic
    from layoutkit.discover import NamedFigure
    from layoutkit.loading import Failed
    from layoutkit.tokens import Themes

__all__ = ["Opened", "opened"]


@dataclass(frozen=True, slots=True)
class Opened:
    """What a run works on."""

    figures: Sequence[NamedFigure]
    """Those asked for that could be loaded, in the order of the scripts."""
    failed: Sequence[Failed]
    themes: Themes
    notes: tuple[Diagnostic, ...]
    """A warning where there is no token file, and the base theme stands in for one."""


def opened(
    paths: Sequence[str | Path] | str | Path,
    tokens: str | Path | None = None,
    only: Sequence[str] | None = None,
    *,
    load: Callable[[Path], list[NamedFigure]] = load_script,
) -> Opened:
    """Load scripts, and the token file that they are rendered with.

    Args:
        paths: scripts, and folders of scripts.
        tokens: the token file; by default the nearest tokens.toml, in the folder of the first path or above it, else
            the base theme.
        only: how the names of the figures start; None for all.
        load: gives the figures of a script.

    Raises:
        ScriptError: there is no script.
        TokensError: the token file is missing or has errors.
        UsageError: no figure has a name that starts so.
    """
    scripts = [Path(path) for path in ([paths] if isinstance(paths, (str, Path)) else paths)]
    figures, failed = chosen_figures(scripts, only, load)
    file = _nearest(scripts) if tokens is None else Path(tokens)
    notes = () if file is not None else (no_tokens(scripts[0]),)
    themes = with_declarations(lambda: load_all(file or BASE), scripts)
    figures, failed = of_series(figures, failed, themes.default.series)
    return Opened(figures, failed, themes, notes)


def _nearest(scripts: Sequence[Path]) -> Path | None:
    first = scripts[0].absolute()
    return nearest_file(first if first.is_dir() else first.parent)
