"""Who hears of each step of a long run."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.diagnostics import Diagnostic
    from layoutkit.published import File, Published

__all__ = ["Watcher"]


class Watcher:
    """Hears of each step of a run, while it goes on; the methods of this class do nothing."""

    def begin(self, files: int) -> None:
        """So many steps are ahead: files to be written, or figures to be checked."""

    def figure(self, name: str) -> None:
        """A figure is being worked on."""

    def failed(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Something beside a figure is reported: a script, the book, or that there is no token file."""

    def done(self, name: str, result: Published) -> None:
        """A figure is written in some outputs; findings that other outputs had already are left out."""

    def wrote(self, book: File) -> None:
        """A book is written."""

    def ended(self) -> None:
        """All figures and books are done."""

    def raised(self, fault: Exception) -> None:
        """Layoutkit itself failed; what this raises ends the run."""
