"""The names of a file's leaves as a tree: what stands below a table, and which name may have been meant."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from layoutkit.near_names import NearNames

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

__all__ = ["LeafNames"]


class LeafNames:
    """Full names, such as ``type.body.size``; each question takes the same time however many there are."""

    def __init__(self, names: Collection[str]) -> None:
        self._names = names
        self._keys: dict[tuple[str, ...], NearNames] = {}

    @cached_property
    def near(self) -> NearNames:
        """All of them."""
        return NearNames(self._names)

    @cached_property
    def _below(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self._names:
            table = name.rpartition(".")[0]
            while table:
                found.setdefault(table, []).append(name)
                table = table.rpartition(".")[0]
        return found

    def below(self, table: str) -> Sequence[str]:
        """The leaves in a table and in the tables in it; none where there is no such table."""
        return self._below.get(table, ())

    def keys(self, table: str, *words: str) -> NearNames:
        """The keys of a table, and words that may stand in their place."""
        asked = (table, *words)
        if asked not in self._keys:
            start = len(table) + 1
            self._keys[asked] = NearNames({*words, *(name[start:].partition(".")[0] for name in self.below(table))})
        return self._keys[asked]
