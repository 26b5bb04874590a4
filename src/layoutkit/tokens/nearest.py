"""The token file that stands nearest to a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["FILE_NAME", "nearest_file", "no_tokens"]

FILE_NAME = "tokens.toml"
"""What token files are called."""


def nearest_file(folder: Path) -> Path | None:
    """The token file of a folder, else of the first folder above it that has one; None where none has."""
    return next((path for one in (folder, *folder.parents) if (path := one / FILE_NAME).is_file()), None)


def no_tokens(script: Path) -> Diagnostic:
    """The warning that no token file is near a script, or a folder of scripts."""
    message = f"no {FILE_NAME} is near {script}: its figures have the base theme of layoutkit"
    hint = "begin a series: layoutkit new DIR; or name a token file: --tokens FILE"
    return Diagnostic("no-tokens", message, hint=hint, severity=Severity.WARNING)
