"""What code reads while it runs: files, folders, variables of the environment, and what nobody can foresee.

To know, open a list with :func:`listening`; ``audit.py`` fills all that are open while an author's code
runs. Paths are absolute, as the code named them: symbolic links stay.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Reads", "listeners", "listening", "note_file"]


@dataclass(slots=True)
class Reads:
    """What was read; the sets grow while code runs."""

    files: set[str] = field(default_factory=set)
    """Files that were opened, and modules of the author's that were loaded; some may not exist."""
    folders: set[str] = field(default_factory=set)
    """Folders whose entries were listed."""
    looked: set[str] = field(default_factory=set)
    """Paths that were asked whether they exist, how large or how old they are."""
    written: set[str] = field(default_factory=set)
    """Files that the code wrote before it read them, if it did: they are no input, but belong to what it leaves."""
    variables: set[str] = field(default_factory=set)
    """Variables of the environment; ``*`` for all of them."""
    imports: set[str] = field(default_factory=set)
    """The first parts of the names of modules that the author's modules import."""
    unforeseen: set[str] = field(default_factory=set)
    """What may differ each time, in words that end a sentence: ``reads the clock``."""

    def add(self, other: Reads) -> None:
        """Take in what other code has read."""
        for name in self.__slots__:
            getattr(self, name).update(getattr(other, name))


listeners: list[Reads] = []
"""The lists that are open."""


@contextlib.contextmanager
def listening(reads: Reads) -> Iterator[None]:
    """Add to a list what is read meanwhile."""
    listeners.append(reads)
    try:
        yield
    finally:
        listeners[:] = [one for one in listeners if one is not reads]


def note_file(path: Path) -> None:
    """Note a file that is used; what is cached is not opened each time."""
    for reads in listeners:
        reads.files.add(os.path.abspath(path))  # noqa: PTH100 - symbolic links stay
