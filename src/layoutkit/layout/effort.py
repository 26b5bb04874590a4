"""Deep recursion for the passes that walk a tree of boxes."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["deep_recursion"]

_USUAL = 500
"""Python calls that are always possible."""
_LIMIT = RLock()


@contextmanager
def deep_recursion(calls: int) -> Iterator[None]:
    """Allow a number of nested Python calls.

    Calls from Python to Python take no room on the C stack (since CPython 3.11), so the recursion limit
    guards against endless recursion only, and a bounded depth may raise it. One thread at a time does so.
    """
    if calls <= _USUAL:
        yield
        return
    with _LIMIT:
        before = sys.getrecursionlimit()
        sys.setrecursionlimit(before + calls)
        try:
            yield
        finally:
            sys.setrecursionlimit(before)
