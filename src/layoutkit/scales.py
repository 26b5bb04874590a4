"""Scales: where a value of the data stands along an axis, as a fraction of its length.

A linear and a logarithmic scale place numbers, a band and a point scale names. The words are those of Vega-Lite and D3;
ticks are chosen as D3 does it: by 1, 2 or 5 times a power of ten.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from layoutkit.diagnostics import error
from layoutkit.moments import Moment
from layoutkit.numbers import all_finite, is_finite_number
from layoutkit.origin import caller_origin

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "BandScale",
    "Frame",
    "LinearScale",
    "LogScale",
    "PointScale",
    "Scale",
    "ScaleError",
    "Value",
    "name_of",
    "nice_domain",
    "tick_step",
]

Value = float | str
"""A number, or the name of a category."""
_LARGEST_STEP = ((math.sqrt(50), 10.0), (math.sqrt(10), 5.0), (math.sqrt(2), 2.0))
"""Above which error a step of a power of ten is multiplied, and by what."""
_WHOLE = 1e16
"""Below it a number that is whole is written in full as a name."""
_LEAST_SPAN = 1e-306
"""Numbers that are nearer to each other are taken for equal: there are no floats for the ticks between them."""
_MANY_DECADES = 7
"""As many powers of ten have a tick each."""
_DECADE = 10


class ScaleError(ValueError):
    """A value has no place on a scale; the text says why."""


def tick_step(first: float, last: float, count: int, least: float = 0.0) -> float:
    """The distance of about ``count`` ticks between two numbers: 1, 2 or 5 times a power of ten, ``least`` at least."""
    rough = abs(last - first) / max(1, count)
    if rough == 0 or not math.isfinite(rough):
        return 1.0
    power = 10.0 ** math.floor(math.log10(rough))
    error = rough / power
    return max(least, power * next((factor for limit, factor in _LARGEST_STEP if error >= limit), 1.0))


def nice_domain(first: float, last: float, count: int, least: float = 0.0) -> tuple[float, float]:
    """The numbers around two others that are ticks themselves, ``least`` apart at least."""
    if abs(last - first) < _LEAST_SPAN:
        around = abs(first) if abs(first) > _LEAST_SPAN else 1.0
        first, last = (0.0, around * 2) if first > 0 else (first - around, 0.0 if first else around)
    step = tick_step(first, last, count, least)
    low, high = sorted((first, last))
    low, high = math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step
    return (low, high) if first <= last else (high, low)


@dataclass(frozen=True, slots=True)
class LinearScale:
    """Equal differences are equally far."""

    first: float
    """At fraction 0."""
    last: float
    """At fraction 1."""

    def __post_init__(self) -> None:
        """Refuse what is no interval.

        Raises:
            LayoutkitError: the ends are equal, or no finite numbers.
        """
        _check_ends(self.first, self.last)

    def fraction(self, value: Value) -> float:
        """Where a number stands: 0 is the first end, 1 the last.

        Raises:
            ScaleError: it is not a number.
        """
        number = _number(value)
        return (number - self.first) / (self.last - self.first)

    def fractions(self, values: Sequence[float]) -> list[float]:
        """Where finite numbers stand."""
        first, span = self.first, self.last - self.first
        return [(value - first) / span for value in values]

    def ticks(self, count: int = 5, least: float = 0.0) -> tuple[float, ...]:
        """Round numbers between the ends, about as many as asked for, and ``least`` apart at least."""
        step = tick_step(self.first, self.last, count, least)
        low, high = sorted((self.first, self.last))
        begin, end = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        digits = max(0, -math.floor(math.log10(step))) + 1
        return tuple(round(index * step, digits) + 0.0 for index in range(begin, end + 1))


@dataclass(frozen=True, slots=True)
class LogScale:
    """Equal ratios are equally far; both ends are above 0."""

    first: float
    last: float

    def __post_init__(self) -> None:
        """Refuse what has no logarithm.

        Raises:
            LayoutkitError: an end is 0 or less, no finite number, or both are equal.
        """
        _check_ends(self.first, self.last)
        if min(self.first, self.last) <= 0:
            raise _refused(f"a logarithmic scale from {self.first:g} to {self.last:g}: both ends have to be above 0")

    def fraction(self, value: Value) -> float:
        """Where a number above 0 stands.

        Raises:
            ScaleError: it is not a number, or not above 0.
        """
        number = _number(value)
        if number <= 0:
            raise ScaleError(f"{number:g} has no place on a logarithmic scale")
        span = math.log(self.last) - math.log(self.first)
        return (math.log(number) - math.log(self.first)) / span

    def ticks(self, count: int = 5) -> tuple[float, ...]:
        """Powers of ten between the ends; of less than two, 1, 2 and 5 times these; of many, every second and so on."""
        low, high = sorted((self.first, self.last))
        begin, end = math.ceil(math.log10(low) - 1e-9), math.floor(math.log10(high) + 1e-9)
        if end - begin < 1:
            steps = [factor * 10.0**power for power in range(begin - 1, end + 1) for factor in (1, 2, 5)]
            return tuple(step for step in steps if low * (1 - 1e-9) <= step <= high * (1 + 1e-9))
        every = max(1, math.ceil((end - begin + 1) / max(count, _MANY_DECADES)))
        return tuple(10.0**power for power in range(begin, end + 1, every))


@dataclass(frozen=True, slots=True)
class BandScale:
    """Names side by side, each with a band of its own."""

    names: tuple[str, ...]
    padding: float = 0.2
    """The share of each band that is left free, half of it on each side."""
    dated: bool = False
    """Whether the names are dates in the form of ISO 8601."""

    def __post_init__(self) -> None:
        """Refuse no names, and a name that stands twice.

        Raises:
            LayoutkitError: with the name.
        """
        _check_names(self.names)

    def fraction(self, value: Value) -> float:
        """The middle of a name's band.

        Raises:
            ScaleError: there is no such name.
        """
        return (_index(self.names, value) + 0.5) / len(self.names)

    @property
    def bandwidth(self) -> float:
        """How wide the used part of a band is."""
        return (1 - self.padding) / len(self.names)

    def ticks(self, count: int = 5) -> tuple[str, ...]:
        """All names."""
        del count
        return self.names


@dataclass(frozen=True, slots=True)
class PointScale:
    """Names at equal distances, the first and the last one at the ends."""

    names: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse no names, and a name that stands twice.

        Raises:
            LayoutkitError: with the name.
        """
        _check_names(self.names)

    def fraction(self, value: Value) -> float:
        """Where a name stands.

        Raises:
            ScaleError: there is no such name.
        """
        return _index(self.names, value) / (len(self.names) - 1) if len(self.names) > 1 else 0.5

    def ticks(self, count: int = 5) -> tuple[str, ...]:
        """All names."""
        del count
        return self.names


Scale = LinearScale | LogScale | BandScale | PointScale


@dataclass(frozen=True, slots=True)
class Frame:
    """Where data stands in a box: fractions of it, from its top-left corner, y down.

    Without a scale, coordinates are such fractions themselves; a scale for y begins at the bottom.
    """

    x: Scale | None = None
    y: Scale | None = None

    def across(self, value: Value) -> float:
        """The fraction from the left edge.

        Raises:
            ScaleError: the value has no place on the scale.
        """
        return _number(value) if self.x is None else self.x.fraction(value)

    def down(self, value: Value) -> float:
        """The fraction from the top edge.

        Raises:
            ScaleError: the value has no place on the scale.
        """
        return _number(value) if self.y is None else 1.0 - self.y.fraction(value)

    def place(self, x: Value, y: Value) -> tuple[float, float]:
        """Both.

        Raises:
            ScaleError: a value has no place on its scale.
        """
        return self.across(x), self.down(y)

    def places(self, xs: Sequence[Value], ys: Sequence[Value]) -> list[tuple[float, float]]:
        """Those of many points, all their x and all their y.

        Raises:
            ScaleError: a value has no place on its scale.
        """
        lines = _fractions(self.x, xs), _fractions(self.y, ys)
        down = lines[1] if self.y is None else [1.0 - share for share in lines[1]]
        return [*zip(lines[0], down, strict=True)]


def _fractions(scale: Scale | None, values: Sequence[Value]) -> Sequence[float]:
    """The fractions of values, numbers of a linear scale in one go."""
    if all_finite(values) and (scale is None or isinstance(scale, LinearScale)):
        return values if scale is None else scale.fractions(values)
    return [_number(value) if scale is None else scale.fraction(value) for value in values]


def _refused(message: str) -> Exception:
    return error("bad-value", message, origin=caller_origin())


def name_of(value: Value) -> str:
    """What a number is called on a scale of names: all its digits, and no point where it is whole; a date as in ISO."""
    if isinstance(value, str):
        return value
    if isinstance(value, Moment):
        return value.isoformat()
    return f"{value:.0f}" if float(value).is_integer() and abs(value) < _WHOLE else repr(float(value))


def _check_ends(first: float, last: float) -> None:
    if not (is_finite_number(first) and is_finite_number(last)):
        raise _refused(f"a scale from {first!r:.40} to {last!r:.40} has an end that is not a finite number")
    if first == last:
        raise _refused(f"a scale from {first:g} to {last:g} has no length")


def _check_names(names: Sequence[str]) -> None:
    if not names:
        raise _refused("a scale of names needs one name at least")
    double = next((one for one, other in pairwise(sorted(names)) if one == other), None)
    if double is not None:
        raise _refused(f"a scale has the name {double!r} twice")


def _index(names: tuple[str, ...], value: Value) -> int:
    try:
        return names.index(name_of(value))
    except ValueError:
        raise ScaleError(f"{name_of(value)!r:.40} is none of the names of the scale: {', '.join(names[:6])}") from None


def _number(value: object) -> float:
    if not is_finite_number(value):
        raise ScaleError(f"{value!r:.40} is not a finite number")
    return float(value)
