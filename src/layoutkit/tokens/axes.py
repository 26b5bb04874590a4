"""Reading ``[modes]``, the axes of a token file.

An axis is the list of its values, or a table with the list and the value that is its default::

    contrast = ["normal", "high"]
    theme = { values = ["light", "dark"], default = "dark" }
"""

from __future__ import annotations

import re
from math import prod
from typing import TYPE_CHECKING, Any

from layoutkit.diagnostics import did_you_mean
from layoutkit.tokens.modes import Axes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.tokens.faults import Faults
    from layoutkit.tokens.source import TokenSource

__all__ = ["DEFAULT", "VALUES", "default_hint", "read_axes", "values_of"]

VALUES, DEFAULT = "values", "default"
"""The keys of an axis that is a table."""
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_MOST = 64
"""Combinations; each is checked whenever the file is read."""
_LIST_HINT = 'list its values, that of the tokens outside [mode] first: ["light", "dark"]'


def values_of(axis: object) -> Any:  # noqa: ANN401 - whatever the file has there
    """What an axis says of its values, which may be wrong; None where it says nothing of them."""
    return axis.get(VALUES) if isinstance(axis, dict) else axis


def default_hint(axis: str, values: Sequence[str], default: str) -> str:
    """How another value than the first becomes the default of an axis, and that of one output."""
    listed = ", ".join(f'"{value}"' for value in values)
    return (
        f'to render {default} by default, write {axis} = {{ values = [{listed}], default = "{default}" }}; '
        f'for one output, add mode = {{ {axis} = "{default}" }} to it, such as to [output.web]'
    )


def read_axes(source: TokenSource, faults: Faults) -> Axes:
    """The axes of a token file; those that are faulty are reported and left out."""
    table = source.tables.get("modes", {})
    if not isinstance(table, dict):
        faults.tell("token-type", "modes is not a table of axes", source.key_place(("modes",)),
                    'write [modes] and below it theme = ["light", "dark"]')  # fmt: skip
        return Axes({})
    axes: dict[str, tuple[str, ...]] = {}
    defaults: dict[str, str] = {}
    taken: dict[str, str] = {}
    for axis, said in table.items():
        path, values = ("modes", axis), values_of(said)
        what = _fault(axis, values)
        twice = "" if what else next((value for value in values if value in taken), "")
        if what:
            faults.tell("token-type", f"modes.{axis} {what}", source.value_place(path), _LIST_HINT)
        elif twice:
            message = f"modes.{axis} has {twice!r}, which is a value of modes.{taken[twice]} as well"
            faults.tell("duplicate-name", message, source.value_place(path))
        else:
            axes[axis] = tuple(values)
            taken |= dict.fromkeys(values, axis)
            if isinstance(said, dict):
                defaults |= _default(axis, said, axes[axis], source, faults)
    count = prod(map(len, axes.values()))
    if count > _MOST:
        message = f"[modes] makes {count} combinations; at most {_MOST} are allowed"
        faults.tell("too-many-modes", message, source.key_place(("modes",)))
        return Axes({})
    return Axes(axes, defaults)


def _fault(axis: str, values: object) -> str:
    """What is wrong with the values of an axis."""
    if not _NAME.fullmatch(axis):
        return "is not a name of an axis: a-z, 0-9 and _ are allowed"
    if not isinstance(values, list) or len(values) < len(("first", "other")):
        return "needs a list of at least two values"
    for value in values:
        if not isinstance(value, str) or not _NAME.fullmatch(value):
            return f"has {value!r:.60}; expected names of a-z, 0-9 and _"
    return "" if len(set(values)) == len(values) else "lists a value twice"


def _default(
    axis: str, said: dict[str, object], values: Sequence[str], source: TokenSource, faults: Faults
) -> dict[str, str]:
    """The default that an axis names, by the axis; nothing where it names none, or a wrong one."""
    for key in said:
        if key not in (VALUES, DEFAULT):
            place = source.key_place(("modes", axis, key))
            faults.tell("unknown-key", f"modes.{axis} has no key {key!r}", place, did_you_mean(key, (VALUES, DEFAULT)))
    default = said.get(DEFAULT, values[0])
    if default in values:
        return {axis: str(default)}
    message = f"modes.{axis}.{DEFAULT} is {default!r:.60}, which is none of its values"
    place = source.value_place(("modes", axis, DEFAULT))
    faults.tell("unknown-mode", message, place, did_you_mean(str(default), values))
    return {}
