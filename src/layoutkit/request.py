"""What a run is asked for: scripts, a token file, modes, outputs, and where the files go."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.base import TOKENS as BASE
from layoutkit.fingerprints import of_value
from layoutkit.tokens.nearest import nearest_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["Request"]


@dataclass(frozen=True, slots=True)
class Request:
    """The options of ``layoutkit render``."""

    paths: tuple[Path, ...]
    tokens: Path | None
    modes: Mapping[str, str]
    targets: tuple[str, ...] | None
    only: tuple[str, ...] | None
    out: Path
    allowed: frozenset[str]
    book: str | None
    draft: bool
    force: bool
    check: bool

    @property
    def token_file(self) -> Path | None:
        """The one asked for, else the nearest one; None for the base theme."""
        if self.tokens is not None or not self.paths:
            return self.tokens
        first = self.paths[0].absolute()
        return nearest_file(first if first.is_dir() else first.parent)

    @property
    def key(self) -> str:
        """The digest of all that decides how a figure looks, besides what can be read in files."""
        tokens = os.path.abspath(self.token_file or BASE)  # noqa: PTH100 - symbolic links stay
        targets = None if self.targets is None else tuple(sorted(self.targets))
        here = os.path.abspath("")  # noqa: PTH100 - scripts may open relative paths
        return of_value((tokens, dict(sorted(self.modes.items())), targets, sorted(self.allowed), here))
