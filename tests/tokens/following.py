"""Following hints about contracts to the letter, all at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layoutkit.tokens.rewrite import rewritten

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from layoutkit.diagnostics import Diagnostic

__all__ = ["follow"]

_SET = re.compile(r'(?:in (?:\[([\w.]+)\]|[\w.]+), )?set ([\w.]+) to "([^"]+)"')


def follow(path: Path, diagnostics: Iterable[Diagnostic]) -> None:
    """Write what the hints of some messages say to set."""
    values = {
        tuple(f"{table}.{token}".strip(".").split(".")): value
        for found in diagnostics
        for table, token, value in _SET.findall(found.hint)
    }
    path.write_text(rewritten(path.read_text(), values))
