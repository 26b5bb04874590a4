"""What a script sets once at its top and its functions rely on: the environment, the seed, the locale and the like.

They belong to the whole process, so they are put back when the script has run, and put again while one of its functions
runs. A function therefore draws the same random numbers whenever it is called, whatever other scripts have drawn.
"""

from __future__ import annotations

import contextlib
import decimal
import locale
import os
import random
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Settings"]


@dataclass(frozen=True, slots=True)
class Settings:
    """The values of all settings at one moment."""

    values: tuple[Any, ...]

    @classmethod
    def now(cls) -> Settings:
        """As they are."""
        return cls(tuple(get() for get, _ in _SETTINGS))

    def put(self) -> None:
        """Make them so again."""
        for value, (_, put) in zip(self.values, _SETTINGS, strict=True):
            with contextlib.suppress(locale.Error, RecursionError):  # gone, or lower than the calls are deep
                put(value)


def _put_environment(values: dict[str, str]) -> None:
    if dict(os.environ) != values:
        os.environ.clear()
        os.environ.update(values)


_SETTINGS: tuple[tuple[Callable[[], Any], Callable[[Any], object]], ...] = (
    (lambda: dict(os.environ), _put_environment),
    (sys.getrecursionlimit, sys.setrecursionlimit),
    (sys.get_int_max_str_digits, sys.set_int_max_str_digits),
    (lambda: locale.setlocale(locale.LC_ALL), lambda value: locale.setlocale(locale.LC_ALL, value)),
    (random.getstate, random.setstate),
    (lambda: decimal.getcontext().copy(), decimal.setcontext),
)
"""How each is read and put."""
