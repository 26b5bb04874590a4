"""Values that are written out, as the types that tokens have; each raises ``ExpressionError`` for what is none."""

from __future__ import annotations

import math
from typing import Any

from layoutkit.tokens.expression import ExpressionError
from layoutkit.tokens.schema import ValueKind

__all__ = ["instance", "number", "weight"]

_MAX_WEIGHT = 1000
_WEIGHT_NOISE = 1e-6
"""What factors may leave behind: 400 * 1.1 / 1.1."""


def instance(raw: object, wanted: type, kind: ValueKind) -> Any:  # noqa: ANN401 - of the type wanted
    """A value of a type."""
    if not isinstance(raw, wanted):
        raise ExpressionError(kind.value)
    return raw


def number(raw: object, kind: ValueKind) -> float:
    """A number; one that is too large is infinite."""
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        raise ExpressionError(kind.value)
    try:
        return float(raw)
    except OverflowError:
        return math.inf


def weight(value: float) -> float:
    """A font weight, from which the noise of factors is taken."""
    if not 1 <= value <= _MAX_WEIGHT:
        raise ExpressionError(ValueKind.WEIGHT.value)
    if abs(value - round(value)) > _WEIGHT_NOISE:
        raise ExpressionError(f"{ValueKind.WEIGHT.value}, without a fraction")
    return float(round(value))
