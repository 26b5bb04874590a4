"""Colours as tokens write them: literals, references and functions, one inside the other where wanted.

"#1A73E8"                                   sRGB, with an alpha as "#1A73E880"
"oklch(62% 0.19 259)"                       lightness, chroma, hue; "… / 50%)" with an alpha
"{palette.blue}"                            the value of another token
"mix({color.accent}, {color.page}, 30%)"    the first with 30 % of the second, mixed in OKLab
"tone({palette.blue}, 40)"                  at OKLCH lightness 40 %, as colourful as sRGB allows
"tone({palette.blue}, 40) / 12%"            ... with a transparency
"lightness({tone.accent}, 95, 0.02)"        at CIE lightness L* 95 (`l` for its own), OKLCH chroma 0.02 at most
"legible({tone.accent}, {contrast.text}, {color.page}, {color.surface})"
                                            as light or dark as the contrast on each of the last ones needs
"legible({tone.accent}, 4.5, {color.page}, 2.5, {color.inverse})"
                                            ... and, as far as that allows, a contrast of 2.5 on what follows it
"contrast-color({tone.accent}, {color.ink}, {color.page})"
                                            of the last ones, the one that stands out most from the first
"apart({palette.green}, {tone.accent}, 30)" with its hue turned to be 30 degrees from that of the second at least

Left out: CSS's other colour functions and its names; `none`, `calc()` and angles in other units than degrees.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any

from layoutkit.color import Color
from layoutkit.diagnostics import did_you_mean
from layoutkit.tokens.expression import NUMBER, ExpressionError, apply_alpha, parse_color, parse_expression
from layoutkit.tokens.schema import ValueKind

__all__ = ["FUNCTIONS", "Lookup", "Span", "evaluate_color"]

Span = tuple[int, int]
"""First character and one past the last, in the text of the value."""
Lookup = Callable[[str, Span | None, ValueKind], Any]
"""The value of a token of the kind that is expected; None where it is faulty, which has been told.

The span is None for the whole text.
"""

_CALL = re.compile(r"\s*([A-Za-z_][\w-]*)\s*\(")
_SHARE_AFTER = re.compile(r"\s*+/\s*+")
_WORD = re.compile(r"[^\s/]+|/")
_NUMBER = re.compile(rf"({NUMBER})\s*+(%|deg)?")
_SIGN = re.compile(r"[(),]")
_DEEPER = {"(": 1, ")": -1, ",": 0}
"""How much deeper inside functions the text is after a sign."""
_BLACK = Color(0, 0, 0)
_PERCENT = 100
_CHROMA_AT_100 = 0.4
"""What CSS Color 4 takes 100 % of chroma for."""
_DEEPEST = 8
"""Functions inside one another."""
_MANY = 20
"""The most arguments of a function that takes any number."""
_MOST_CONTRAST = 21
_HALF_TURN = 180
_OWN = "l"
"""A colour's own lightness, as CSS Color 5 names it in relative colours."""


def evaluate_color(value: object, lookup: Lookup) -> Color | None:
    """The colour that a value stands for; None where a token that it refers to is faulty.

    Raises:
        ExpressionError: it is not a colour; the error says what was expected, and in which part of the text.
    """
    if not isinstance(value, str):
        return parse_color(value)
    if not _is_call(value):
        expression = parse_expression(value)
        if expression is None:
            return parse_color(value)
        target = lookup(expression.token, None, ValueKind.COLOR)
        return None if target is None else apply_alpha(target, expression)
    formula = _formula(value)
    values = [lookup(*reference) for reference in formula.references]
    return None if any(value is None for value in values) else formula.compute(values)


def _is_call(text: str) -> bool:
    return "(" in text and _CALL.match(text) is not None


_Values = Sequence[Any]
"""Those of a formula's references: colours and numbers."""
_Compute = Callable[[_Values], Color]
"""The colour of a part of a formula."""


@dataclass(frozen=True, slots=True)
class _Formula:
    """A call of functions as read."""

    references: tuple[tuple[str, Span, ValueKind], ...]
    """The tokens that it refers to, with their places in the text and the kinds that are expected there."""
    compute: _Compute


@lru_cache(maxsize=1024)  # each combination of modes asks again
def _formula(text: str) -> _Formula:
    """Read a call of functions."""
    reader = _Reader(text)
    compute = reader.call((0, len(text)), 1)
    return _Formula(tuple(reader.references), compute)


@dataclass(frozen=True, slots=True)
class _Reader:
    text: str
    references: list[tuple[str, Span, ValueKind]] = field(default_factory=list)

    def color(self, span: Span, depth: int) -> _Compute:
        """An argument that is a colour."""
        text = self.part(span)
        if _is_call(text):
            return self.call(span, depth)
        try:
            expression = parse_expression(text)
            if expression is None:
                literal = parse_color(text)
                return lambda _: literal
            apply_alpha(_BLACK, expression)  # whether it can be
        except ExpressionError as error:
            start, end = error.span or (0, len(text))
            raise ExpressionError(str(error), (span[0] + start, span[0] + end)) from None
        place = len(self.references)
        self.references.append((expression.token, span, ValueKind.COLOR))
        return lambda values: apply_alpha(values[place], expression)

    def call(self, span: Span, depth: int) -> _Compute:
        """A function with its arguments, and perhaps a transparency after it."""
        head = _CALL.match(self.part(span))
        assert head  # noqa: S101 - the callers looked
        name_span = (span[0] + head.start(1), span[0] + head.end(1))
        function = _FUNCTIONS.get(head[1])
        if function is None:
            expected = f"a colour function ({', '.join(_FUNCTIONS)}), not {head[1]!r}"
            raise ExpressionError(expected, name_span, did_you_mean(head[1], _FUNCTIONS))
        if depth > _DEEPEST:
            raise ExpressionError(f"at most {_DEEPEST} functions inside one another", name_span)
        opening = span[0] + head.end()
        closing = self.closing(opening, span[1])
        if closing < 0:
            raise ExpressionError(f'a closing ")" after {head[1]}(…', (opening - 1, span[1]))
        share = self.share_after((closing + 1, span[1]))
        found = function(self, (opening, closing), depth)
        return found if share == 1 else lambda colors: found(colors).faded(share)

    def closing(self, start: int, end: int) -> int:
        """The index of the parenthesis that ends a call; -1 where there is none."""
        depth = 1
        for sign in _SIGN.finditer(self.text, start, end):
            depth += _DEEPER[sign[0]]
            if depth == 0:
                return sign.start()
        return -1

    def share_after(self, span: Span) -> float:
        """The alpha after a call, from 0 to 1."""
        if not self.part(span).strip():
            return 1.0
        match = _SHARE_AFTER.match(self.part(span))
        if match is None:
            raise ExpressionError('nothing after the ")" but a transparency, as in "… / 12%"', self.stripped(span))
        return self.percentage(
            (span[0] + match.end(), max(span[0] + match.end(), self.stripped(span)[1])),
            "a transparency from 0% to 100%",
        )

    def arguments(self, span: Span, expected: str, least: int, most: int | None = None) -> list[Span]:
        """The parts between the commas of a call, as many as wanted; ``most`` is ``least`` where it is left out."""
        starts, depth = [span[0]], 0
        for sign in _SIGN.finditer(self.text, *span):
            depth += _DEEPER[sign[0]]
            if depth == 0 and sign[0] == ",":
                starts.append(sign.end())
        parts = [self.stripped(part) for part in zip(starts, [*(s - 1 for s in starts[1:]), span[1]], strict=True)]
        if not least <= len(parts) <= (most or least):
            raise ExpressionError(f"{expected}, not {len(parts)} value{'' if len(parts) == 1 else 's'}", span)
        return parts

    # -- the functions --------------------------------------------------------------------------

    def mix(self, span: Span, depth: int) -> _Compute:
        from layoutkit.color.spaces import mixed  # noqa: PLC0415 - only for files that mix

        one, other, share = self.arguments(span, "two colours and a share, as in mix({color.a}, {color.b}, 30%)", 3)
        weight = self.percentage(share, "a share of the second colour from 0% to 100%")
        first, second = self.color(one, depth + 1), self.color(other, depth + 1)
        return lambda colors: mixed(first(colors), second(colors), weight)

    def tone(self, span: Span, depth: int) -> _Compute:
        from layoutkit.color.spaces import toned  # noqa: PLC0415 - only for files that take tones

        color, lightness = self.arguments(span, "a colour and a lightness, as in tone({palette.blue}, 40)", 2)
        to = self.number(lightness, "a lightness from 0 to 100", {"%": 1, "": 1}, 0, _PERCENT) / _PERCENT
        found = self.color(color, depth + 1)
        return lambda colors: toned(found(colors), to)

    def lightness(self, span: Span, depth: int) -> _Compute:
        from layoutkit.color.derive import at_lightness  # noqa: PLC0415 - only for files that derive colours

        example = "as in lightness({tone.accent}, 95) or lightness({tone.accent}, 95, 0.02)"
        color, to, *rest = self.arguments(span, f"a colour, a lightness and perhaps a chroma, {example}", 2, 3)
        wanted = "a CIE lightness from 0 to 100, or l for its own"
        level = None if self.part(to) == _OWN else self.value(to, wanted, 0, _PERCENT)
        chroma = self.value(rest[0], "an OKLCH chroma of at least 0", 0) if rest else None
        found = self.color(color, depth + 1)
        return lambda values: at_lightness(
            found(values), level and level(values), math.inf if chroma is None else chroma(values)
        )

    def legible(self, span: Span, depth: int) -> _Compute:
        from layoutkit.color.derive import legible  # noqa: PLC0415 - only for files that derive colours

        example = "as in legible({tone.accent}, 4.5, {color.page}, {color.surface})"
        color, ratio, *grounds = self.arguments(
            span, f"a colour, a contrast and one or more grounds, {example}", 3, _MANY
        )
        wanted = "a contrast from 1 to 21"
        least, found = self.value(ratio, wanted, 1, _MOST_CONTRAST), self.color(color, depth + 1)
        numbers = [True, *map(self.is_number, grounds), True]
        if any(one and following for one, following in pairwise(numbers)):
            raise ExpressionError(f"a ground after each contrast, {example}", span)
        below = [
            self.value(ground, wanted, 1, _MOST_CONTRAST) if self.is_number(ground) else self.color(ground, depth + 1)
            for ground in grounds
        ]
        return lambda values: legible(found(values), least(values), *(ground(values) for ground in below))

    def contrast_color(self, span: Span, depth: int) -> _Compute:
        from layoutkit.color.derive import most_contrasting  # noqa: PLC0415 - only for files that derive colours

        example = "as in contrast-color({tone.accent}, {color.ink}, {color.page})"
        expected = f"a colour, and perhaps some to choose from, {example}"
        ground, *choice = (self.color(one, depth + 1) for one in self.arguments(span, expected, 1, _MANY))
        return lambda values: most_contrasting(ground(values), tuple(one(values) for one in choice))

    def apart(self, span: Span, depth: int) -> _Compute:
        from layoutkit.color.derive import apart  # noqa: PLC0415 - only for files that derive colours

        expected = "two colours and an angle, as in apart({palette.green}, {tone.accent}, 30)"
        color, other, angle = self.arguments(span, expected, 3)
        degrees = self.number(angle, "an angle from 0 to 180 degrees", {"deg": 1, "": 1}, 0, _HALF_TURN)
        turned, fixed = self.color(color, depth + 1), self.color(other, depth + 1)
        return lambda values: apart(turned(values), fixed(values), degrees)

    def oklch(self, span: Span, _depth: int) -> _Compute:
        from layoutkit.color.spaces import from_oklch  # noqa: PLC0415 - only for files that name OKLCH colours

        words = [(span[0] + m.start(), span[0] + m.end()) for m in _WORD.finditer(self.part(span))]
        slash = next((i for i, word in enumerate(words) if self.part(word) == "/"), len(words))
        if slash != len(("lightness", "chroma", "hue")) or len(words) - slash not in (0, 2):
            expected = "lightness, chroma and hue, as in oklch(62% 0.19 259) or oklch(62% 0.19 259 / 50%)"
            raise ExpressionError(expected, span)
        lightness, chroma, hue = words[:slash]
        share = {"%": 1 / _PERCENT, "": 1.0}
        color = from_oklch(
            self.number(lightness, "a lightness from 0% to 100% (or 0 to 1)", share, 0, 1),
            self.number(
                chroma, "a chroma of at least 0, about 0.4 at most", {"%": _CHROMA_AT_100 / _PERCENT, "": 1}, 0
            ),
            self.number(hue, "a hue in degrees", {"deg": 1, "": 1}),
            self.number(words[-1], "an alpha from 0% to 100% (or 0 to 1)", share, 0, 1) if words[slash:] else 1.0,
        )
        return lambda _: color

    # -- small parts ----------------------------------------------------------------------------

    def part(self, span: Span) -> str:
        return self.text[span[0] : span[1]]

    def stripped(self, span: Span) -> Span:
        text = self.part(span)
        return span[0] + len(text) - len(text.lstrip()), span[0] + max(
            len(text.rstrip()), len(text) - len(text.lstrip())
        )

    def is_number(self, span: Span) -> bool:
        return _NUMBER.fullmatch(self.part(span)) is not None

    def value(self, span: Span, expected: str, least: float, most: float = float("inf")) -> Callable[[_Values], float]:
        """A number, or a reference to one."""
        text = self.part(span)
        if not text.startswith("{"):
            number = self.number(span, expected, {"": 1}, least, most)
            return lambda _: number
        expression = parse_expression(text)
        if expression is None or expression.alpha is not None:
            raise ExpressionError(f"{expected}, not {text}", span)
        place, factor = len(self.references), expression.factor or 1.0
        self.references.append((expression.token, span, ValueKind.NUMBER))
        return lambda values: min(max(values[place] * factor, least), most)

    def percentage(self, span: Span, expected: str) -> float:
        return self.number(span, expected, {"%": 1 / _PERCENT}, 0, 1)

    def number(
        self, span: Span, expected: str, units: dict[str, float],
        least: float = float("-inf"), most: float = float("inf"),
    ) -> float:  # fmt: skip
        """A number in one of the units (unit -> factor), in bounds after the factor."""
        match = _NUMBER.fullmatch(self.part(span))
        factor = units.get(match[2] or "") if match else None
        value = float(match[1]) * factor if match and factor is not None else float("nan")
        if not least <= value <= most or value in (float("inf"), float("-inf")):
            raise ExpressionError(f"{expected}, not {self.part(span) or 'nothing'}", span)
        return value


_FUNCTIONS = {
    "oklch": _Reader.oklch,
    "mix": _Reader.mix,
    "tone": _Reader.tone,
    "lightness": _Reader.lightness,
    "legible": _Reader.legible,
    "contrast-color": _Reader.contrast_color,
    "apart": _Reader.apart,
}
FUNCTIONS = tuple(_FUNCTIONS)
"""The names of the functions."""
