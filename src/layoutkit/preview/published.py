"""The picture of a figure as it was committed last, or as it was rendered last where it is in no repository."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Picture", "published"]

_OUT = Path("out")
"""Where `layoutkit render` writes by default, in the current folder."""
_PATIENCE = 5.0
_LARGEST = 64_000_000
"""Bytes."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to compare with."""

    data: bytes
    source: str
    """``committed`` or ``rendered``."""


async def published(files: Iterable[str]) -> Picture | None:
    """The first of some files, from the folder of outputs; None where there is none."""
    for file in files:
        path = _OUT / file
        data = await _committed(path)
        if data:
            return Picture(data, "committed")
        with contextlib.suppress(OSError):
            if path.stat().st_size <= _LARGEST:
                return Picture(path.read_bytes(), "rendered")
    return None


async def _committed(path: Path) -> bytes:
    """What the last commit has of a file; empty where git, the repository or the file is missing."""
    pipe, nothing = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
    try:
        process = await asyncio.create_subprocess_exec(
            "git", "show", f"HEAD:./{path.as_posix()}", stdin=nothing, stdout=pipe, stderr=nothing
        )
    except OSError:
        return b""
    try:
        data, _ = await asyncio.wait_for(process.communicate(), _PATIENCE)
    except TimeoutError:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        return b""
    return data if process.returncode == 0 and len(data) <= _LARGEST else b""
