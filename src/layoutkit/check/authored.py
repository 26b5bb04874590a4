"""What the author's scripts say: the call that made a node, and the literals in it."""

from __future__ import annotations

import ast
import operator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.origin import instruction_positions
from layoutkit.source_lines import source_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from layoutkit.origin import Origin

__all__ = ["Script", "literals", "said", "script_of"]

_ARITHMETIC: Mapping[type[ast.operator], Callable[[float, float], float]] = {
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Add: operator.add,
    ast.Sub: operator.sub,
}
"""Powers are left out: a long one takes for ever."""


@dataclass(frozen=True, slots=True, eq=False)
class Script:
    """The calls of a source file."""

    by_end: Mapping[tuple[int, int], ast.Call]
    """Each call by the line and the column, in bytes, where it ends: two calls never end at one place."""

    def call(self, origin: Origin) -> ast.Call | None:
        """The innermost call of an origin; None where the interpreter kept no columns."""
        code, instruction = origin[0]
        positions = instruction_positions(code)
        _, line, _, column = positions[instruction // 2] if instruction // 2 < len(positions) else (None,) * 4
        return None if line is None or column is None else self.by_end.get((line, column))

    def named(self, name: str) -> Iterator[ast.Call]:
        """All calls of a function: ``Span(…)`` and ``layoutkit.Span(…)``."""
        for call in self.by_end.values():
            called = call.func
            if (called.id if isinstance(called, ast.Name) else getattr(called, "attr", None)) == name:
                yield call


def script_of(origin: Origin) -> Script | None:
    """The source that an origin's innermost frame runs; None where it cannot be read."""
    if not origin:
        return None
    source = source_bytes(Path(origin[0][0].co_filename))
    try:
        return None if source is None else _parsed(source)
    except (SyntaxError, ValueError):  # it changed while the figure was built
        return None


@lru_cache(maxsize=32)
def _parsed(source: bytes) -> Script:
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return Script({(call.end_lineno or 0, call.end_col_offset or 0): call for call in calls})


def said(call: ast.Call, keyword: str) -> ast.expr | None:
    """What a call gives for a keyword, ``**{…}`` included; None where it does not name it."""
    for given in call.keywords:
        if given.arg == keyword:
            return given.value
        if given.arg is None and isinstance(given.value, ast.Dict):
            for key, value in zip(given.value.keys, given.value.values, strict=True):
                if isinstance(key, ast.Constant) and key.value == keyword:
                    return value
    return None


def literals(expression: ast.expr | None) -> Iterator[object]:
    """The numbers and texts that an expression may stand for, or list, without any name deciding them.

    ``200``, ``-8``, ``24 * 2``, both sides of ``200 if wide else 100``, and the parts of ``(120, "1fr")``; nothing of
    ``200 * share`` and of ``width``.
    """
    match expression:
        case ast.Constant(value):
            yield value
        case ast.NamedExpr(_, value):
            yield from literals(value)
        case ast.UnaryOp(ast.USub() | ast.UAdd() as sign, operand):
            flip = -1 if isinstance(sign, ast.USub) else 1
            yield from (flip * number for number in literals(operand) if isinstance(number, int | float))
        case ast.BinOp(left, sign, right):
            yield from _computed(left, sign, right)
        case ast.IfExp(_, body, orelse):
            yield from literals(body)
            yield from literals(orelse)
        case ast.List(parts) | ast.Tuple(parts):
            for part in parts:
                yield from literals(part)
        case _:
            pass


def _computed(left: ast.expr, sign: ast.operator, right: ast.expr) -> Iterator[object]:
    """Arithmetic with literals alone, or a list that is repeated."""
    if isinstance(left, ast.List | ast.Tuple):
        yield from literals(left)
    elif type(sign) in _ARITHMETIC:
        for one in literals(left):
            for two in literals(right):
                if isinstance(one, int | float) and isinstance(two, int | float):
                    try:
                        yield _ARITHMETIC[type(sign)](one, two)
                    except (ZeroDivisionError, OverflowError):
                        continue
