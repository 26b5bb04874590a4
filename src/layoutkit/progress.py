"""A progress bar on a terminal; nothing where stderr is a file or a pipe."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Self, TextIO

from layoutkit.terminal import moves_cursor

if TYPE_CHECKING:
    from types import TracebackType

__all__ = ["Progress"]

_WIDTH = 24


class Progress:
    """Counts steps, and shows them on stderr."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._label = ""
        self._visible = moves_cursor(sys.stderr)

    def __enter__(self) -> Self:
        """Start."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave an empty line behind."""
        self.clear()

    def show(self, label: str) -> None:
        """Say what is being worked on."""
        self._label = label
        self._draw()

    def step(self) -> None:
        """Count one more."""
        self._done += 1

    def print(self, line: str, file: TextIO) -> None:
        """Print a line above the bar."""
        self.clear()
        print(line, file=file, flush=True)
        self._draw()

    def clear(self) -> None:
        """Take the bar off the terminal."""
        if self._visible:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def _draw(self) -> None:
        if self._visible and self._total:
            full = round(_WIDTH * self._done / self._total)
            bar = "█" * full + "░" * (_WIDTH - full)
            print(f"\r\x1b[K{bar} {self._done}/{self._total} {self._label}", end="", file=sys.stderr, flush=True)
