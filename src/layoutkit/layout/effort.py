"""Deep recursion for the passes that walk a tree of boxes."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

__all__ = ["deep_recursion"]

_USUAL = 500
"""Python calls that are always possible."""
_MARGIN = 100
"""Calls that are kept free beside those that were counted."""
_LIMIT = RLock()


def _depth() -> int:
    """How many Python calls led here."""
    frame: FrameType | None = sys._getframe()  # noqa: SLF001 - the inspect module takes 40 times as long
    depth = 0
    while frame is not None:
        frame, depth = frame.f_back, depth + 1
    return depth


@contextmanager
def deep_recursion(calls: int) -> Iterator[None]:
    """Allow a number of nested Python calls.

    Calls from Python to Python take no room on the C stack (since CPython 3.11), so the recursion limit
    guards against endless recursion only, and a bounded depth may raise it. One thread at a time does so, and only
    where the limit is too low for these calls: it is the limit of all threads of the process.
    """
    if calls <= _USUAL or _depth() + calls + _MARGIN <= sys.getrecursionlimit():
        yield
        return
    with _LIMIT:
        before = sys.getrecursionlimit()
        sys.setrecursionlimit(before + calls)
        try:
            yield
        finally:
            sys.setrecursionlimit(before)
