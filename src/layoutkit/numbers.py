"""Which values count as numbers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["all_finite", "is_finite_number"]

_PLAIN = {float, int}


def is_finite_number(value: object) -> TypeGuard[int | float]:
    """Whether a value is a number that can be calculated with: no truth value, not infinite, not larger than a float.

    Example:
        >>> is_finite_number(0.5), is_finite_number(True), is_finite_number(10**400)
        (True, False, False)
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:  # an integer of more than 308 digits
        return False


def all_finite(values: Sequence[object]) -> TypeGuard[Sequence[float]]:
    """Whether all values are numbers that can be calculated with, of Python's own two types; quick for many.

    Example:
        >>> all_finite([0.5, 2]), all_finite([0.5, float("nan")]), all_finite([0.5, True])
        (True, False, False)
    """
    if not set(map(type, values)) <= _PLAIN:
        return False
    try:
        return all(map(math.isfinite, values))  # type: ignore[arg-type]
    except OverflowError:
        return False
