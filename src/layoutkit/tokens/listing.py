"""Every token with its value, where it is defined, and who refers to it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.color import Color
from layoutkit.tokens.leaves import ZOOM

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layoutkit.origin import Location
    from layoutkit.tokens.load import Themes

_LENGTHS = "all lengths"
"""What refers to the token that multiplies them."""

__all__ = ["Listed", "listing"]


@dataclass(frozen=True, slots=True)
class Listed:
    """One token under one selection of modes."""

    name: str
    value: str
    """As a person writes it: ``#1A73E8``, ``16``, ``card``; lengths in px."""
    written: object
    """As the file has it."""
    place: Location
    """Where the value stands: in a mode's table, if the mode changes it; in the file that holds it."""
    inherited: bool
    """Whether that is a file which the token file extends."""
    referrers: tuple[str, ...]
    """Tokens that refer to it, or to the record it belongs to, in any mode, and the contracts that name it; in the
    order of their names."""


def listing(themes: Themes, modes: Mapping[str, str]) -> list[Listed]:
    """All tokens, the palette included, in the order of the file."""
    evaluation, users = themes.evaluation(modes), _users(themes)
    found = []
    for name, leaf in evaluation.leaves.items():
        record = name.rpartition(".")[0].partition(".[")[0]
        referrers = users.get(name, set()) | users.get(record, set()) if name != ZOOM else {_LENGTHS}
        value, place = shown(evaluation.values[name]), themes.source.value_place(leaf.path)
        inherited = themes.source.is_inherited(leaf.path)
        found.append(Listed(name, value, leaf.raw, place, inherited, tuple(sorted(referrers))))
    return found


def _users(themes: Themes) -> dict[str, set[str]]:
    """Who refers to a token or a record in any mode, contracts included."""
    found: dict[str, set[str]] = {}
    for theme in themes:
        for name, users in themes.evaluation(theme.selection.values).referrers.items():
            found.setdefault(name, set()).update(users)
        for contract in (contract for _, contract in theme.contract.items()):
            for name in contract.colors:
                found.setdefault(name, set()).add(f"contract.{contract.name}")
    return found


def shown(value: object) -> str:
    """A token's value as a person writes it."""
    if isinstance(value, Color):
        return value.hex if value.opaque else f"{Color(value.red, value.green, value.blue).hex} / {value.alpha:.0%}"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        return ", ".join(f"{axis}={mode}" for axis, mode in value.items())
    return value.name if isinstance(value, Path) else str(value)
