"""A token file with some of its colours changed, in every combination of its modes; nothing is written.

Only what follows a changed colour is evaluated and measured again.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from layoutkit.color import Color
from layoutkit.color.difference import difference
from layoutkit.tokens.color_expression import evaluate_color
from layoutkit.tokens.contracts import Colors, color_name, contracts_of, measured_colors
from layoutkit.tokens.expression import ExpressionError
from layoutkit.tokens.mode_looks import Look, Series, named_in, names_read, token_at
from layoutkit.tokens.schema import ValueKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from layoutkit.tokens.contracts import Contract, Measurement
    from layoutkit.tokens.evaluate import Evaluation
    from layoutkit.tokens.load import Themes
    from layoutkit.tokens.mode_looks import Path
    from layoutkit.tokens.modes import Selection

__all__ = ["PAGE", "Trial", "start"]

_Broken = dict[str, tuple["Measurement", ...]]
"""What falls short, by the contract's name."""
PAGE = "page.background"
"""The token that lies below all others: a colour that it shows through is seen over it."""
_COVERS = 3
"""How much more a change of what lies below others counts, as it covers most of a picture."""


@dataclass(frozen=True, eq=False)
class Trial:
    """The values and the broken contracts with some colours changed."""

    series: Series
    values: tuple[Mapping[str, Any], ...]
    """The values of all tokens, look by look."""
    broken: tuple[_Broken, ...]
    """What falls short, look by look."""
    edits: Mapping[Path, str] = field(default_factory=dict)
    """What is written instead of what the file has, by its place."""

    def short(self) -> Iterator[tuple[Look, Measurement]]:
        """Everything that falls short of a contract but what labels may keep."""
        for look, of_contracts in zip(self.series.looks, self.broken, strict=True):
            for found in of_contracts.values():
                yield from ((look, one) for one in found if not one.contract.unless)

    @cached_property
    def weight(self) -> tuple[int, int, int]:
        """How many values fall short: of errors, of warnings, and of what labels may keep as well."""
        every = [found for of_contracts in self.broken for found in of_contracts.values() if found]
        labelled = sum(len(found) for found in every if found[0].contract.unless)
        errors = sum(map(_errors, self.broken))
        return errors, sum(map(len, every)) - labelled - errors, labelled

    @cached_property
    def change(self) -> float:
        """How much otherwise than at first it looks: the differences of what contracts name, summed; mean of the looks.

        What lies below others counts more.
        """
        found = 0.0
        for look, values in zip(self.series.looks, self.values, strict=True):
            before = look.evaluation.values
            for name in self.series.promised:
                one, other = before.get(name), values.get(name)
                if one is not other and isinstance(one, Color) and isinstance(other, Color):
                    found += difference(_opaque(one), _opaque(other)) * (_COVERS if name in self.series.grounds else 1)
        return found / len(self.series.looks)

    def value(self, look: Look, name: str) -> Color:
        """The colour of a token."""
        found: Color = self.values[look.number][name]
        return found

    def looks_of(self, path: Path) -> tuple[Look, ...]:
        """The looks that depend on the value which stands, or would stand, at a place."""
        name, rank = token_at(path), self.series.rank
        looks = (look for look in self.series.looks if look.has(path))
        return tuple(look for look in looks if rank(path) >= rank(self.places(look, name)[-1]))

    def places(self, look: Look, name: str) -> tuple[Path, ...]:
        """Where the value of a token stands that a look has, and then the values that this one is made from."""
        edits = [path for path in self._edits_of.get(name, ()) if look.has(path)]
        if not edits and name in look.single:
            return look.single[name]
        raws: dict[Path, object] = {leaf.path: leaf.raw for leaf in look.leaves(name)}
        raws.update((path, self.edits[path]) for path in edits)
        order = sorted(raws, key=self.series.rank, reverse=True)
        last = next((n for n, path in enumerate(order) if name not in named_in(raws[path])), len(order) - 1)
        return tuple(order[: last + 1])

    @cached_property
    def _edits_of(self) -> Mapping[str, list[Path]]:
        """The changed places, by the names of the tokens."""
        found: dict[str, list[Path]] = {}
        for path in self.edits:
            found.setdefault(token_at(path), []).append(path)
        return found

    def raw(self, look: Look, path: Path) -> object:
        """What stands at a place; None where nothing does."""
        if path in self.edits:
            return self.edits[path]
        return next((leaf.raw for leaf in look.leaves(token_at(path)) if leaf.path == path), None)

    def value_at(self, look: Look, path: Path) -> Color:
        """The colour that stands at a place, or that would hold there."""
        name = token_at(path)
        below = [one for one in self.places(look, name) if self.series.rank(one) <= self.series.rank(path)]
        found: Color = self._value(look, name, below, self.values[look.number])
        return found

    def _value(self, look: Look, name: str, places: Sequence[Path], values: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a colour, if nothing else
        """The value of a token made from what stands at some places, each of which refers to the next."""
        if name not in self._edits_of and name in look.single:
            return evaluate_color(look.evaluation.leaves[name].raw, lambda token, *_: values[token])
        here, *below = places
        return evaluate_color(
            self.raw(look, here),
            lambda token, *_: self._value(look, name, below, values) if token == name else values[token],
        )

    # -- references -----------------------------------------------------------------------------

    def read_by(self, look: Look, name: str) -> frozenset[str]:
        """The other tokens that a value refers to, and those that it is made from."""
        if name not in self._edits_of:
            return look.reads[name]
        return names_read(name, [self.raw(look, path) for path in self.places(look, name)])

    @cached_property
    def _readers(self) -> dict[int, dict[str, list[str]]]:
        """Who refers to a token, by the numbers of the looks that were asked for."""
        return {}

    def followers(self, look: Look, name: str) -> set[str]:
        """A colour and all that refer to it, over any number of references."""
        readers = self._readers.get(look.number)
        if readers is None:
            readers = self._readers[look.number] = {}
            for other, leaf in look.evaluation.leaves.items():
                if leaf.field.kind is ValueKind.COLOR:
                    for read in self.read_by(look, other):
                        readers.setdefault(read, []).append(other)
        known = readers
        return _closure([name], lambda one: known.get(one, ()))

    def behind(self, look: Look, *names: str) -> set[str]:
        """Colours and all colours that they refer to."""
        leaves = look.evaluation.leaves

        def read(name: str) -> list[str]:
            return [one for one in self.read_by(look, name) if leaves[one].field.kind is ValueKind.COLOR]

        return _closure(names, read)

    # -- changes --------------------------------------------------------------------------------

    def with_value(self, path: Path, raw: str | None, most: int | None = None) -> Trial | None:
        """The same with another value at a place; None where a token would refer to itself.

        Args:
            path: where it stands.
            raw: as it is written; None for what the file has.
            most: how many errors there may be; None is the result where there are more.
        """
        edits = {other: written for other, written in self.edits.items() if other != path}
        if raw is not None:
            edits[path] = raw
        trial = replace(self, edits=edits)
        values, broken, errors = list(self.values), list(self.broken), self.weight[0]
        for look in self.looks_of(path):
            stale = self.followers(look, token_at(path))
            found = trial.evaluated(look, stale)
            if found is None:
                return None
            values[look.number] = found
            before = broken[look.number]
            broken[look.number] = after = {**before, **_measured(look, found, stale)}
            errors += _errors(after) - _errors(before)
            if most is not None and errors - self._errors_ahead(look, path) > most:
                return None
        return replace(trial, values=tuple(values), broken=tuple(broken))

    def _errors_ahead(self, look: Look, path: Path) -> int:
        """How many errors there are in the looks behind one, of those that have the value at a place."""
        return sum(_errors(self.broken[other.number]) for other in self.looks_of(path) if other.number > look.number)

    def evaluated(self, look: Look, stale: set[str]) -> dict[str, Any] | None:
        """The values with those of some colours evaluated again; None where one of them cannot be."""
        values = dict(self.values[look.number])
        waiting = {name: stale.intersection(self.read_by(look, name)) for name in stale}
        readers: dict[str, list[str]] = {}
        for name, tokens in waiting.items():
            for token in tokens:
                readers.setdefault(token, []).append(name)
        ready = deque(name for name, tokens in waiting.items() if not tokens)
        done = 0
        while ready:
            name = ready.popleft()
            try:
                values[name] = self._value(look, name, self.places(look, name), values)
            except (ExpressionError, ValueError):  # it is made from nothing, or has too many parts
                return None
            done += 1
            for reader in readers.get(name, ()):
                waiting[reader].discard(name)
                if not waiting[reader]:
                    ready.append(reader)
        return values if done == len(stale) else None  # else they refer to one another in a ring


def start(themes: Themes) -> Trial:
    """A token file as it is."""
    alike: dict[object, list[Selection]] = {}
    first: dict[object, tuple[Evaluation, tuple[Contract, ...]]] = {}
    for theme in themes:
        evaluation, contracts = theme.evaluation, contracts_of(theme)
        key = (tuple(_shown(evaluation)), contracts)
        alike.setdefault(key, []).append(theme.selection)
        first.setdefault(key, (evaluation, contracts))
    looks = tuple(
        Look(number, tuple(alike[key]), contracts, evaluation)
        for number, (key, (evaluation, contracts)) in enumerate(first.items())
    )
    values = tuple(look.evaluation.values for look in looks)
    broken = tuple(_measured(look, look.evaluation.values, {PAGE}) for look in looks)
    return Trial(Series(themes.source, themes.axes, looks), values, broken)


def _shown(evaluation: Evaluation) -> Iterator[object]:
    """What decides how a combination of modes looks: the colours, their places, and the numbers that they refer to."""
    for name, leaf in evaluation.leaves.items():
        if leaf.field.kind is ValueKind.COLOR:
            yield leaf.path
            yield evaluation.values[name]
            yield tuple(evaluation.values[token] for token in named_in(leaf.raw))


def _measured(look: Look, values: Mapping[str, Any], stale: AbstractSet[str]) -> _Broken:
    """What falls short of the contracts that name some colours."""
    colors = Colors(lambda name: values.get(color_name(name)))
    concerned: Iterable[Contract] = look.contracts  # what shows through is seen over the page
    if PAGE not in stale:
        concerned = {one.name: one for name in stale for one in look.contracts_with.get(name, ())}.values()
    return {contract.name: tuple(measured_colors(contract, colors, short=True)) for contract in concerned}


def _errors(broken: _Broken) -> int:
    return sum(
        len(found)
        for found in broken.values()
        if found and not found[0].contract.unless and found[0].contract.level == "error"
    )


def _closure(names: Iterable[str], following: Callable[[str], Iterable[str]]) -> set[str]:
    found: set[str] = set()
    ahead = [*names]
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead += following(name)
    return found


def _opaque(color: Color) -> Color:
    return color if color.opaque else Color(color.red, color.green, color.blue)
