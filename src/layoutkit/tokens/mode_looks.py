"""Combinations of modes by how they look: those that show the same colours and make the same promises are one look.

A wide and a narrow page, for example, differ in no colour.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from layoutkit.tokens import referring
from layoutkit.tokens.contracts import color_name
from layoutkit.tokens.schema import ValueKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from layoutkit.tokens.contracts import Contract
    from layoutkit.tokens.evaluate import Evaluation
    from layoutkit.tokens.leaves import Leaf
    from layoutkit.tokens.modes import Axes, Selection
    from layoutkit.tokens.source import TokenSource

__all__ = ["Look", "Path", "Series", "named_in", "names_read", "token_at"]

Path = tuple[str, ...]
"""Where a value stands: ``("mode", "theme", "dark", "color", "ink")``."""
_MODE = 3
"""The names before that of a token in the path of a mode's value."""


def token_at(path: Path) -> str:
    """The name of the token whose value stands at a place."""
    return ".".join(path[_MODE:] if path[0] == "mode" else path)


def named_in(raw: object) -> tuple[str, ...]:
    """The tokens that a value refers to."""
    return _named_in(raw) if isinstance(raw, str) else ()


_named_in = lru_cache(maxsize=4096)(referring.named_in)  # each trial asks again


@dataclass(frozen=True, eq=False)
class Look:
    """What one or more combinations of modes show before anything is changed."""

    number: int
    selections: tuple[Selection, ...]
    contracts: tuple[Contract, ...]
    evaluation: Evaluation = field(repr=False)

    @cached_property
    def changes(self) -> dict[str, str]:
        """Its modes that change tokens, by axis."""
        return self.selections[0].changes()

    @cached_property
    def contracts_with(self) -> Mapping[str, tuple[Contract, ...]]:
        """The contracts that name a colour, by its full name."""
        found: dict[str, tuple[Contract, ...]] = {}
        for contract in self.contracts:
            for name in dict.fromkeys(contract.colors):
                found[name] = (*found.get(name, ()), contract)
        return found

    def has(self, path: Path) -> bool:
        """Whether what stands at a place may hold here."""
        return path[0] != "mode" or self.changes.get(path[1]) == path[2]

    @cached_property
    def single(self) -> Mapping[str, tuple[Path]]:
        """Where the values of tokens stand that are not made from those which they override."""
        leaves = self.evaluation.leaves
        return {name: (leaf.path,) for name, leaf in leaves.items() if name not in named_in(leaf.raw)}

    @cached_property
    def reads(self) -> Mapping[str, frozenset[str]]:
        """The other tokens that the value of a colour refers to, and those that it is made from."""
        colors = (name for name, leaf in self.evaluation.leaves.items() if leaf.field.kind is ValueKind.COLOR)
        return {name: names_read(name, [leaf.raw for leaf in self.leaves(name)]) for name in colors}

    def leaves(self, name: str) -> Iterator[Leaf]:
        """The value of a token, then the one that it overrides, and so on."""
        leaf: Leaf | None = self.evaluation.leaves[name]
        while leaf is not None:
            yield leaf
            leaf = self.evaluation.overridden.get(leaf.path)


@dataclass(frozen=True, eq=False)
class Series:
    """What stays while colours are tried."""

    source: TokenSource
    axes: Axes
    looks: tuple[Look, ...]

    @cached_property
    def grounds(self) -> frozenset[str]:
        """The colours that others are seen on and that are seen on none themselves."""
        contrasts = [one for look in self.looks for one in look.contracts if one.contrast is not None]
        inks = {color_name(name) for contract in contrasts for name in contract.of}
        return frozenset(color_name(name) for contract in contrasts for name in contract.on) - inks

    @cached_property
    def promised(self) -> frozenset[str]:
        """The colours that contracts name."""
        return frozenset(name for look in self.looks for contract in look.contracts for name in contract.colors)

    @cached_property
    def solids(self) -> frozenset[str]:
        """The colours of tones that a formula makes from what is written for them."""
        tones, formulas = self.source.tables.get("tone"), self.source.tables.get("derive")
        made = isinstance(tones, dict) and isinstance(formulas, dict) and "solid" in formulas
        return frozenset(f"color.{tone}" for tone in tones) if isinstance(tones, dict) and made else frozenset()

    @cached_property
    def followed(self) -> frozenset[str]:
        """Those of them that are the colours of other tones."""
        places = {name: self.source.written_at.get(tuple(name.split("."))) for name in self.solids}
        return frozenset(name for name, place in places.items() if place is not None and place[0] != "derive")

    def rank(self, path: Path) -> int:
        """Which of two values of a token wins where both hold: that of the later axis."""
        return list(self.axes.values).index(path[1]) if path[0] == "mode" else -1


def names_read(name: str, raws: Sequence[object]) -> frozenset[str]:
    """The other tokens in a value, and in those that it overrides as far as each is made from the next."""
    found: set[str] = set()
    for raw in raws:
        found.update(named_in(raw))
        if name not in named_in(raw):
            break
    return frozenset(found - {name})
