"""Modes: axes such as theme, medium and contrast, along which tokens change.

``[modes]`` lists the values of each axis, the default first; ``[mode.theme.dark.color]`` says what changes with
one of the others. Where two axes change the same token, the axis that is listed later decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from layoutkit.diagnostics import error, near_miss

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from layoutkit.tokens.faults import Faults
    from layoutkit.tokens.source import TokenSource

__all__ = ["Axes", "Selection", "read_axes"]

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_MOST = 64
"""Combinations; each is checked whenever the file is read."""


@dataclass(frozen=True, slots=True)
class Axes:
    """The axes of a token file: names and values, the default value first."""

    values: Mapping[str, tuple[str, ...]]

    def combinations(self) -> Iterator[Selection]:
        """Every selection, the default one first, then those with fewer changes before those with more."""
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
                raise error("unknown-mode", what, hint=near_miss(axis, self.values) or "the token file has no [modes]")
            if value not in self.values[axis]:
                what = f"{axis} has no mode {value!r}"
                raise error("unknown-mode", what, hint=near_miss(value, self.values[axis]))
        return Selection(self, {axis: wanted.get(axis, values[0]) for axis, values in self.values.items()})


@dataclass(frozen=True, slots=True)
class Selection:
    """One value of every axis."""

    axes: Axes
    values: Mapping[str, str]

    def changes(self) -> dict[str, str]:
        """The values that are no defaults, in the order of the axes."""
        return {axis: value for axis, value in self.values.items() if value != self.axes.values[axis][0]}

    def parent(self) -> Selection:
        """The selection without the last of its changes."""
        axis = [*self.changes()][-1]
        return self.with_({axis: self.axes.values[axis][0]})

    def last(self) -> Selection:
        """The selection with no other of its changes."""
        *_, (axis, value) = self.changes().items()
        return self.axes.select({axis: value})

    def with_(self, modes: Mapping[str, str]) -> Selection:
        """The selection with some values changed."""
        return Selection(self.axes, {**self.values, **modes})

    def folder(self, output: str, fixed: Container[str] = ()) -> str:
        """The folder of an output: ``web``, or ``web-dark`` where the theme is dark; ``fixed`` axes add nothing."""
        return "-".join([output, *(value for axis, value in self.changes().items() if axis not in fixed)])

    def __str__(self) -> str:
        """As it is written on the command line: ``theme=dark,medium=print``; only what is no default."""
        return ",".join(f"{axis}={value}" for axis, value in self.changes().items())


def read_axes(source: TokenSource, faults: Faults) -> Axes:
    """The axes of a token file; those that are faulty are told and left out."""
    table = source.tables.get("modes", {})
    axes: dict[str, tuple[str, ...]] = {}
    if not isinstance(table, dict):
        faults.tell("token-type", "modes is no table of axes", source.key_place(("modes",)),
                    'write [modes] and below it theme = ["light", "dark"]')  # fmt: skip
        return Axes(axes)
    taken: dict[str, str] = {}
    for axis, values in table.items():
        what = _fault(axis, values)
        twice = "" if what else next((value for value in values if value in taken), "")
        if what:
            place = source.value_place(("modes", axis))
            faults.tell(
                "token-type", f"modes.{axis} {what}", place, 'list its values, the default first: ["light", "dark"]'
            )
        elif twice:
            message = f"modes.{axis} has {twice!r}, which is a value of modes.{taken[twice]} as well"
            faults.tell("duplicate-name", message, source.value_place(("modes", axis)))
        else:
            axes[axis] = tuple(values)
            taken |= dict.fromkeys(values, axis)
    count = prod(map(len, axes.values()))
    if count > _MOST:
        message = f"[modes] makes {count} combinations; at most {_MOST} are allowed"
        faults.tell("too-many-modes", message, source.key_place(("modes",)))
        return Axes({})
    return Axes(axes)


def _fault(axis: str, values: object) -> str:
    """What is wrong with the values of an axis."""
    if not _NAME.fullmatch(axis):
        return "is no name of an axis: a-z, 0-9 and _ are allowed"
    if not isinstance(values, list) or len(values) < len(("default", "other")):
        return "needs a list of at least two values"
    for value in values:
        if not isinstance(value, str) or not _NAME.fullmatch(value):
            return f"has {value!r:.60}; expected names of a-z, 0-9 and _"
    return "" if len(set(values)) == len(values) else "lists a value twice"
