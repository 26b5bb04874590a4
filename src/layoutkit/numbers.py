"""Which values count as numbers."""

from __future__ import annotations

import math
from typing import TypeGuard

__all__ = ["is_finite_number"]


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
