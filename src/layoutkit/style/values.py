"""What an author may write for a length or a colour, turned into px, shares and colours."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, cast, get_args

from layoutkit.color import Color
from layoutkit.diagnostics import did_you_mean, error
from layoutkit.keywords import SizeWord
from layoutkit.near_names import NearNames
from layoutkit.numbers import is_finite_number
from layoutkit.style.box import AUTO, Auto, Dimension, Length, Percent, Size
from layoutkit.tokens.color_expression import evaluate_color
from layoutkit.tokens.expression import Expression, ExpressionError, apply_factor, parse_expression, parse_length
from layoutkit.tokens.schema import FIELDS, ValueKind
from layoutkit.tokens.theme import PALETTE_HINT
from layoutkit.tokens.tones import OfTone, check_tone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layoutkit.origin import Origin
    from layoutkit.tokens import Theme

__all__ = ["Values"]

_PERCENT = 100
_SIZE_WORDS = get_args(SizeWord)
_LETTERS = re.compile(r"[A-Za-z][A-Za-z _-]*")
T = TypeVar("T", Color, float)

_TYPES: Mapping[ValueKind, type] = {ValueKind.COLOR: Color, ValueKind.NUMBER: float}
"""What tokens in a colour's expression are."""


@dataclass(frozen=True, slots=True)
class Values:
    """Reads the values of one node; faults are reported at the node's origin."""

    theme: Theme
    origin: Origin

    def color(self, value: object, word: str) -> Color:
        """A colour token, a reference or a literal."""
        if isinstance(value, Color):
            return value
        if isinstance(value, OfTone):
            check_tone(self.theme, value.tone, self.origin)
            value = value.found_in(self.theme)
        try:
            found = evaluate_color(value, lambda token, _, kind: self._token(token, word, _TYPES[kind], kind.value))
        except ExpressionError as expected:
            raise self._bad(word, value, str(expected), expected.hint) from None
        return cast("Color", found)  # None would stand for a token whose fault is reported; here it is raised

    def px(self, value: object, word: str, least: float = -math.inf) -> float:
        """A length in px: a number, a token, a reference or a text with a unit."""
        try:
            expression = _expression(value)
            if expression is None:
                px = parse_length(value)
            else:
                px = apply_factor(self._token(expression.token, word, float, "a length"), expression)
        except ExpressionError as expected:
            raise self._bad(word, value, str(expected)) from None
        if px < least:
            raise self._bad(word, value, f"at least {least:g} px")
        return float(px)  # from here on lengths are numbers: a token's name would be carried through every sum

    def length(self, value: object, word: str, least: float = -math.inf) -> Length:
        """A length in px or a share: ``"50%"``."""
        if isinstance(value, str) and value.strip().endswith("%") and not value.lstrip().startswith("{"):
            try:
                share = float(value.strip()[:-1]) / _PERCENT
            except ValueError:
                share = math.nan
            if not math.isfinite(share) or share < least:
                raise self._bad(word, value, 'a length such as 16, t.space.m or "50%"')
            return Percent(share)
        return self.px(value, word, least)

    def dimension(self, value: object, word: str, least: float = -math.inf) -> Dimension:
        """A length, a share, or ``"auto"``."""
        return AUTO if value == Auto.AUTO.value else self.length(value, word, least)

    def size(self, value: object, word: str) -> Size:
        """A length, a share, ``"auto"``, or a word for what the content or the room asks for: ``"max-content"``."""
        return AUTO if value == Auto.AUTO.value else self.limit(value, word)

    def limit(self, value: object, word: str) -> Length | SizeWord:
        """A length, a share, or such a word."""
        if isinstance(value, str):
            if value in _SIZE_WORDS:
                return cast("SizeWord", value)
            near = NearNames(_SIZE_WORDS).nearest(value.replace("_", "-")) if _LETTERS.fullmatch(value) else None
            if near is not None:
                raise self._bad(word, value, "a length, a share or a word for a size", f"did you mean {near!r}?")
        return self.length(value, word, least=0)

    def number(self, value: object, word: str, least: float) -> float:
        """A plain number of at least ``least``."""
        if not is_finite_number(value) or value < least:
            raise self._bad(word, value, f"a number of at least {least:g}")
        return float(value)

    def whole(self, value: object, word: str, least: int | None = None) -> int:
        """A whole number."""
        if isinstance(value, bool) or not isinstance(value, int) or (least is not None and value < least):
            raise self._bad(word, value, "a whole number" + ("" if least is None else f" of at least {least}"))
        return value

    def word(self, value: object, word: str, known: tuple[str, ...]) -> str:
        """One of the words known."""
        if not isinstance(value, str) or value not in known:
            raise self._bad(word, value, f"one of {', '.join(known)}", did_you_mean(str(value), known))
        return value

    def _token(self, name: str, word: str, wanted: type[T], kind: str) -> T:
        section, _, key = name.partition(".")
        if section == "palette":
            message = f"{word} refers to {name!r}; figures do not read the palette"
            raise error("token-layer", message, origin=self.origin, hint=PALETTE_HINT)
        record, _, field = key.partition(".")
        if field and section in self.theme.tables:  # such as type.small.line_height
            part = getattr(self.theme.tables[section].get(record), field, None)
            if isinstance(part, wanted):
                return part
        tokens = None if section in FIELDS else self.theme.tables.get(section)
        if tokens is None or key not in tokens:
            sections = self.theme.sections()
            names = [f"{section}.{key}" for section, tokens in sections.items() for key in tokens]
            message = f"{word} refers to {name!r}, which does not exist"
            raise error("unknown-token", message, origin=self.origin, hint=did_you_mean(name, names))
        token = tokens.get(key)
        if not isinstance(token, wanted):
            raise ExpressionError(f"{kind}; {name} is none")
        return token

    def _bad(self, word: str, value: object, expected: str, hint: str = "") -> Exception:
        return error("bad-value", f"{word} is {value!r:.60}; expected {expected}", origin=self.origin, hint=hint)


def _expression(value: object) -> Expression | None:
    return parse_expression(value) if isinstance(value, str) else None
