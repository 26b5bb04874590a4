"""What a writer of files is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from layoutkit.output.metadata import Metadata
    from layoutkit.paint.display import DisplayList

__all__ = ["Artwork"]


@dataclass(frozen=True, slots=True)
class Artwork:
    """A figure that is ready to be written."""

    display: DisplayList
    metadata: Metadata
    dark: DisplayList | None = None
    """The same figure for readers who prefer dark, where the file has such a look."""
