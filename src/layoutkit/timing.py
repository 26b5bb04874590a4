"""How long each step takes, where somebody asks: CPU time of this process."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["timed", "timing"]

_clocks: list[dict[str, float]] = []


@contextlib.contextmanager
def timing() -> Iterator[dict[str, float]]:
    """Gather the seconds of all steps that are done meanwhile, by their names."""
    seconds: dict[str, float] = {}
    _clocks.append(seconds)
    try:
        yield seconds
    finally:
        _clocks[:] = [one for one in _clocks if one is not seconds]


@contextlib.contextmanager
def timed(step: str) -> Iterator[None]:
    """Measure one step; what is done several times is added up."""
    begun = time.process_time()
    try:
        yield
    finally:
        for seconds in _clocks:
            seconds[step] = seconds.get(step, 0.0) + time.process_time() - begun
