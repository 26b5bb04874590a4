"""Which files have changed: events of the file system wake, times and sizes tell.

An event says that something may have happened; what has is found by comparing each file with what it was. So saving by
rename, twice or in another program is one change each, and a file system without events is looked at twice a second.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
from typing import TYPE_CHECKING

from watchfiles import awatch

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable

__all__ = ["Stamp", "changes", "stamp_of"]

_STEP = 4
"""Milliseconds without another event before one is passed on."""
_SETTLE = 0.02
"""Seconds that a file which is empty or missing gets: many editors write it in two steps."""
_TICK = 500
"""Milliseconds between two looks where no event comes."""
Stamp = tuple[int, int, int] | tuple[str, ...] | None
"""Time, size and number of a file; the scripts of a folder; None for what is not there."""


def stamp_of(path: str) -> Stamp:
    """What changes where a file or folder does."""
    try:
        status = os.stat(path)  # noqa: PTH116 - as a text
        if os.path.isdir(path):  # noqa: PTH112 - as above
            return tuple(sorted(name for name in os.listdir(path) if name.endswith(".py")))  # noqa: PTH208 - as above
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


async def changes(watched: Callable[[], Iterable[str]]) -> AsyncIterator[set[str]]:
    """The paths that have changed, again and again.

    Args:
        watched: the files and folders of the moment; those that come later are compared from then on.
    """
    stamps = {path: stamp_of(path) for path in watched()}
    async for _ in _moments(watched):
        now = await _settled(watched(), stamps)
        changed = {path for path, stamp in now.items() if path in stamps and stamps[path] != stamp}
        stamps = now
        if changed:
            yield changed


async def _settled(paths: Iterable[str], before: dict[str, Stamp]) -> dict[str, Stamp]:
    """The stamps of paths; of what is half written, a moment later."""
    now = {path: stamp_of(path) for path in paths}
    half = [path for path, stamp in now.items() if _is_half(stamp) and not _is_half(before.get(path))]
    if half:
        await asyncio.sleep(_SETTLE)
        now |= {path: stamp_of(path) for path in half}
    return now


def _is_half(stamp: Stamp) -> bool:
    return stamp is None or (len(stamp) > 1 and stamp[1] == 0)


async def _moments(watched: Callable[[], Iterable[str]]) -> AsyncIterator[None]:
    """Moments at which something may have changed."""
    while True:
        folders = _folders(watched())
        with contextlib.suppress(OSError, RuntimeError):  # a folder has vanished, or the system has no more watches
            async for _ in awatch(
                *folders, watch_filter=None, step=_STEP, debounce=10 * _STEP, rust_timeout=_TICK,
                yield_on_timeout=True, recursive=False
            ):  # fmt: skip
                yield
                if _folders(watched()) != folders:
                    break
            else:
                return  # asked to end
            continue
        await asyncio.sleep(_TICK / 1000)
        yield


def _folders(paths: Iterable[str]) -> list[str]:
    """The folders of files, as far as they exist."""
    found = {path if os.path.isdir(path) else os.path.dirname(path) for path in paths}  # noqa: PTH112, PTH120 - as text
    return sorted(folder for folder in found if os.path.isdir(folder))  # noqa: PTH112 - as above
