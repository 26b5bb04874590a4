"""The small language of token values: literals, references, a factor, a transparency.

16            "0.75pt"        "2mm"         lengths (px unless a unit is given)
"#1A73E8"                                   colours
"{space.m}"                                 the value of another token
"{space.m} * 1.5"                           ... times a factor
"{color.accent} / 12%"                      ... with a transparency

Colours have functions as well: see ``color_expression``.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from functools import lru_cache

from layoutkit.color import Color, parse_hex

__all__ = [
    "NUMBER",
    "Expression",
    "ExpressionError",
    "apply_alpha",
    "apply_factor",
    "parse_color",
    "parse_expression",
    "parse_length",
]

_PX_PER_UNIT = {"px": 1.0, "pt": 96 / 72, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
NUMBER = r"[+-]?(?:\d++(?:\.\d*+)?|\.\d++)"
"""A number, as a pattern that gives back no digit: a long text that is none takes time for its length alone."""
_LENGTH = re.compile(rf"({NUMBER})\s*+([a-z]*)")
_REFERENCE = re.compile(r"\s*+\{([^{}]*)\}\s*+(?:([*/])\s*+(.*))?", re.DOTALL)
_NUMBER = re.compile(NUMBER)
_PERCENT = 100


class ExpressionError(ValueError):
    """A value that does not follow the grammar; its text says what was expected."""

    def __init__(self, expected: str, span: tuple[int, int] | None = None, hint: str = "") -> None:
        super().__init__(expected)
        self.span = span
        """The part of the value at fault, as indices of its first character and one past its last."""
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Expression:
    """A reference to a token, perhaps changed."""

    token: str
    """The token's full name: ``space.m``."""
    factor: float | None = None
    """What a length is multiplied by."""
    alpha: float | None = None
    """What a colour's alpha is multiplied by, from 0 to 1."""
    change: tuple[int, int] | None = field(default=None, compare=False)
    """The part of the text that says how the token is changed."""


@lru_cache(maxsize=2048)  # each combination of modes asks again
def parse_expression(text: str) -> Expression | None:
    """A reference with its change; None where the text is a literal.

    Raises:
        ExpressionError: it starts like a reference and goes on in another way.
    """
    if not text.lstrip().startswith("{"):
        return None
    match = _REFERENCE.match(text)
    name = match[1].strip() if match else ""
    end = len(text.rstrip())
    if not match or not name or match.end() < end:
        rest = (match.end(), end) if match and name else None
        raise ExpressionError('a reference such as "{space.m}", "{space.m} * 1.5" or "{color.ink} / 12%"', rest)
    operator = match[2]
    if operator is None:
        return Expression(name)
    operand = text[match.start(3) : end]
    change = (match.start(2), end)
    if operator == "*":
        if not _NUMBER.fullmatch(operand):
            raise ExpressionError('a number after "*", as in "{space.m} * 1.5"', change)
        return Expression(name, factor=float(operand), change=change)
    if not operand.endswith("%") or not _NUMBER.fullmatch(operand[:-1].strip()):
        raise ExpressionError('a percentage after "/", as in "{color.ink} / 12%"', change)
    alpha = float(operand[:-1]) / _PERCENT
    if not 0 <= alpha <= 1:
        raise ExpressionError(f"a transparency from 0% to 100%, not {operand}", (match.start(3), end))
    return Expression(name, alpha=alpha, change=change)


def parse_length(value: object) -> float:
    """A length in px from a number or a text with a unit.

    Raises:
        ExpressionError: it is not a finite length.
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ExpressionError('a length, such as 16, "0.75pt" or "2mm"')
    if isinstance(value, str):
        match = _LENGTH.fullmatch(value.strip())
        if not match:
            raise ExpressionError('a length, such as 16, "0.75pt" or "2mm"')
        if match[2] and match[2] not in _PX_PER_UNIT:
            raise ExpressionError(f"a length in {', '.join(_PX_PER_UNIT)}, not in {match[2]!r}")
        return float(match[1]) * _PX_PER_UNIT[match[2] or "px"]
    try:
        px = float(value)
    except OverflowError:
        px = math.inf
    if not math.isfinite(px):
        raise ExpressionError("a finite length")
    return px


def parse_color(value: object) -> Color:
    """A colour from ``#rrggbb``.

    Raises:
        ExpressionError: it is not one.
    """
    color = parse_hex(value) if isinstance(value, str) else None
    if color is None:
        raise ExpressionError('a colour, such as "#1A73E8" or "{palette.blue_600}"')
    return color


def apply_factor(length: float, expression: Expression) -> float:
    """The length that an expression over a length stands for, in px."""
    if expression.alpha is not None:
        raise ExpressionError("a length; a transparency (/ %) belongs to colours", expression.change)
    return length * (1.0 if expression.factor is None else expression.factor)


def apply_alpha(color: Color, expression: Expression) -> Color:
    """The colour that an expression over a colour stands for."""
    if expression.factor is not None:
        raise ExpressionError("a colour; a factor (*) belongs to lengths", expression.change)
    return color if expression.alpha is None else color.faded(expression.alpha)
