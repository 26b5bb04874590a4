"""A figure whose script need not run: its name and its widths are known from an earlier run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.discover import NamedFigure

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from layoutkit.nodes import Figure
    from layoutkit.surroundings import Surroundings
    from layoutkit.tokens import Theme

__all__ = ["KnownFigure"]


class KnownFigure(NamedFigure):
    """A figure as it was when its script ran last; whoever asks for more runs the script."""

    def __init__(self, name: str, script: Path, find: Callable[[Path, str], NamedFigure], *, reflows: bool) -> None:
        """Remember the figure.

        Args:
            name: of its files.
            script: its script.
            find: runs the script and gives the figure of a name.
            reflows: whether it has a layout for pages of any width.
        """
        for key, value in (("name", name), ("script", script), ("_find", find), ("_reflows", reflows)):
            object.__setattr__(self, key, value)

    _reflows: bool
    _find: Callable[[Path, str], NamedFigure]

    @property
    def loaded(self) -> NamedFigure:
        """The figure itself.

        Raises:
            LayoutkitError: the script cannot be loaded any more.
        """
        return self._find(self.script, self.name)

    @property
    def figure(self) -> Figure:
        """What ``@figure`` made."""
        return self.loaded.figure

    @property
    def surroundings(self) -> Surroundings | None:
        """What its function needs around it."""
        return self.loaded.surroundings

    def suits(self, theme: Theme, default: Theme) -> bool:
        """Whether it has a layout for the page of a theme."""
        return self._reflows or theme.page.width == default.page.width
