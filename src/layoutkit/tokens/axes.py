"""Reading ``[modes]``, the axes of a token file."""

from __future__ import annotations

import re
from math import prod
from typing import TYPE_CHECKING

from layoutkit.tokens.modes import Axes

if TYPE_CHECKING:
    from layoutkit.tokens.faults import Faults
    from layoutkit.tokens.source import TokenSource

__all__ = ["read_axes"]

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_MOST = 64
"""Combinations; each is checked whenever the file is read."""


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
