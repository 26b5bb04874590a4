"""Modes: axes such as theme, medium and contrast, along which tokens change.

``[modes]`` lists the values of each axis (``axes.py`` reads it). The tokens outside ``[mode]`` are those of the first;
``[mode.theme.dark.color]`` says what changes with one of the others. The default, which is rendered where nothing else
is said, is the first value as well, unless the axis names another one. Where two axes change the same token, the axis
that is listed later decides.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

from layoutkit.diagnostics import did_you_mean, error

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

__all__ = ["Axes", "Selection", "written"]


@dataclass(frozen=True, slots=True)
class Axes:
    """The axes of a token file."""

    values: Mapping[str, tuple[str, ...]]
    """The values of each axis; the tokens outside ``[mode]`` are those of the first."""
    named: Mapping[str, str] = field(default_factory=dict)
    """The defaults of the axes that name one."""

    def default(self, axis: str) -> str:
        """The value that an axis has where nothing else is said."""
        return self.named.get(axis, self.values[axis][0])

    def combinations(self) -> Iterator[Selection]:
        """Every selection: that of the tokens outside ``[mode]`` first, those with fewer changes before the others."""
        every = [
            Selection(self, dict(zip(self.values, chosen, strict=True))) for chosen in product(*self.values.values())
        ]
        return iter(sorted(every, key=lambda selection: len(selection.changes())))

    def select(self, wanted: Mapping[str, str]) -> Selection:
        """The selection with these values, and with the default of every other axis.

        Raises:
            LayoutkitError: an axis or a value that does not exist (``unknown-mode``).
        """
        for axis, value in wanted.items():
            if axis not in self.values:
                what = f"there is no axis {axis!r} in [modes]"
                raise error(
                    "unknown-mode", what, hint=did_you_mean(axis, self.values) or "the token file has no [modes]"
                )
            if value not in self.values[axis]:
                what = f"{axis} has no mode {value!r}"
                raise error("unknown-mode", what, hint=did_you_mean(value, self.values[axis]))
        return Selection(self, {axis: wanted.get(axis, self.default(axis)) for axis in self.values})


@dataclass(frozen=True, slots=True)
class Selection:
    """One value of every axis."""

    axes: Axes
    values: Mapping[str, str]

    def changes(self) -> dict[str, str]:
        """The values that change tokens: all but the first of each axis, in the order of the axes."""
        return {axis: value for axis, value in self.values.items() if value != self.axes.values[axis][0]}

    def chosen(self) -> dict[str, str]:
        """The values that are no defaults, in the order of the axes."""
        return {axis: value for axis, value in self.values.items() if value != self.axes.default(axis)}

    def parent(self) -> Selection:
        """The selection without the last of its changes."""
        axis = [*self.changes()][-1]
        return self.with_({axis: self.axes.values[axis][0]})

    def last(self) -> Selection:
        """The selection with no other of its changes."""
        *_, (axis, value) = self.changes().items()
        return Selection(self.axes, {**{axis: values[0] for axis, values in self.axes.values.items()}, axis: value})

    def with_(self, modes: Mapping[str, str]) -> Selection:
        """The selection with some values changed."""
        return Selection(self.axes, {**self.values, **modes})

    def folder(self, output: str, fixed: Container[str] = ()) -> str:
        """The folder of an output: ``web``, or ``web-dark`` where the theme is dark; ``fixed`` axes add nothing."""
        return "-".join([output, *(value for axis, value in self.chosen().items() if axis not in fixed)])

    def __str__(self) -> str:
        """As it is written on the command line: ``theme=dark,medium=print``; only what is not a default."""
        return written(self.chosen())


def written(values: Mapping[str, str]) -> str:
    """Values of axes as they are written on the command line."""
    return ",".join(f"{axis}={value}" for axis, value in values.items())
