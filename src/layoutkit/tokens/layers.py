"""Shadows of several layers: ``card = [{ … }, { … }]``, the topmost first, as in CSS.

A list of tables is read as a table whose keys are the numbers of the items, as the places in the file are called, so
that all that is true of tables holds: each value is a token, and a mode changes some of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["NONE", "SHADOW", "is_layered", "with_layers"]

SHADOW = "shadow"
"""The section whose tables may have layers."""
NONE = "none"
"""A shadow that is none."""


def is_layered(table: object) -> TypeGuard[Mapping[str, object]]:
    """Whether a shadow is a list of layers."""
    return isinstance(table, dict) and any(key.startswith("[") for key in table)


def with_layers(tables: dict[str, object]) -> dict[str, object]:
    """The tables of a file with lists of layers as tables, in ``[shadow]`` and where modes change it."""
    found = dict(tables)
    for key, table in tables.items():
        if key == SHADOW:
            found[key] = _shadows(table)
        elif key == "mode" and isinstance(table, dict):
            found[key] = {axis: _in_modes(modes) for axis, modes in table.items()}
    return found


def _in_modes(modes: object) -> object:
    if not isinstance(modes, dict):
        return modes
    return {
        value: {key: _shadows(table) if key == SHADOW else table for key, table in sections.items()}
        if isinstance(sections, dict)
        else sections
        for value, sections in modes.items()
    }


def _shadows(table: object) -> object:
    if not isinstance(table, dict):
        return table
    return {
        name: {f"[{number}]": layer for number, layer in enumerate(shadow)} if isinstance(shadow, list) else shadow
        for name, shadow in table.items()
    }
