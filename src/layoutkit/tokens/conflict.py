"""Contracts that exclude each other: no lightness of a colour keeps both."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from layoutkit.color import luminance
from layoutkit.color.derive import at_lightness, lightness_of, permitted
from layoutkit.diagnostics import Diagnostic, shown_path
from layoutkit.tokens.candidates import in_all, opposites, places
from layoutkit.tokens.modes import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from layoutkit.color.derive import Interval
    from layoutkit.tokens.contracts import Contract, Measurement
    from layoutkit.tokens.mode_looks import Look
    from layoutkit.tokens.trial import Trial

__all__ = ["Conflict", "conflicts", "is_hopeless"]

_STEP = 2
"""Distance of the lightnesses at which is looked what else breaks: L*."""


def is_hopeless(trial: Trial, pinned: frozenset[str]) -> bool:
    """Whether something falls short that no lightness keeps while some tokens stay as they are."""
    for look, found in trial.short():
        if found.contract.contrast is None or found.contract.level != "error":
            continue
        for name in {found.one, found.other} - pinned:
            fixed = [one.allowed for one in _limits(trial, look, name) if one.other in pinned]
            if in_all(fixed):
                break
        else:
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Limit:
    """The lightnesses of a colour that keep one contrast."""

    contract: Contract
    other: str
    """What the colour has to contrast with."""
    look: Look
    allowed: list[Interval]
    """Luminances."""

    @property
    def range(self) -> str:
        """The lightnesses in words; empty where there are none."""
        lowest = [f"at most {math.floor(lightness_of(most))}" for _, most in self.allowed if most < 1]
        highest = [f"at least {math.ceil(lightness_of(least))}" for least, most in self.allowed if most == 1]
        return " or ".join((*lowest, *highest))

    @property
    def asked(self) -> str:
        """The contrast in words."""
        return f"{self.contract.contrast:g}:1 to {self.other}"


def _limits(trial: Trial, look: Look, name: str) -> Iterator[_Limit]:
    for contract, other, light in opposites(trial, look, name):
        yield _Limit(contract, other, look, permitted([light], contract.contrast or 1))


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that no change keeps."""

    found: Measurement
    """What falls short."""
    modes: str
    """The modes in which it does."""
    contracts: tuple[Contract, ...]
    """Those that exclude each other, or the one that cannot be kept."""
    reason: str
    """Why, in a sentence without a full stop."""
    explains: bool
    """Whether that says what was measured as well."""
    remedy: str
    """What to do instead."""

    same: frozenset[str]
    """What other values have in common with it that cannot be kept for the same reason."""
    keys: frozenset[tuple[str, str, str, str]] = frozenset()
    """The keys of all of them."""

    def diagnostic(self) -> Diagnostic:
        """A message with the places of the contracts."""
        places = {one.name: one.where("of") for one in self.contracts if one.name != self.found.contract.name}
        notes = tuple(f"contract.{name} is in {shown_path(at.path)}, line {at.line}" for name, at in places.items())
        modes, more = f"with {self.modes}" if self.modes else "", len(self.keys) - 1
        others = f"; {more} more value{' falls' if more == 1 else 's fall'} short in the same way" if more else ""
        message = f"{self.reason if self.explains else f'{self.found.sentence}; {self.reason}'}{others}"
        return Diagnostic("contract", message, (self.found.place,), self.remedy, modes=modes, notes=notes)


def conflicts(trial: Trial, pinned: frozenset[str]) -> list[Conflict]:
    """What excludes what, of all errors that are left; each reason once.

    Args:
        trial: the values at which no change keeps more.
        pinned: the tokens that stay as they are.
    """
    movable = places(trial, pinned)
    of_token: dict[tuple[str, ...], Conflict] = {}
    told: dict[frozenset[str], Conflict] = {}
    for look, found in trial.short():
        if found.contract.level != "error":
            continue
        free = [name for name in (found.one, found.other) if trial.places(look, name)[0] in movable]
        token = (found.contract.name, *(free[:1] or (found.one, found.other)))
        one = of_token[token] = of_token.get(token) or _conflict(trial, look, found, free)
        first = told.setdefault(one.same, one)
        told[one.same] = replace(first, keys=first.keys | {found.key})
    return [*told.values()]


def _conflict(trial: Trial, look: Look, found: Measurement, free: list[str]) -> Conflict:
    modes, own = written(look.selections[0].values), found.contract
    if not free:
        pair = frozenset((found.one, found.other))
        reason = f"{' and '.join(sorted(pair))} have to stay as they are"
        remedy = f"allow one of them to change, or ask for less in contract.{own.name}"
        return Conflict(found, modes, (own,), reason, explains=False, remedy=remedy, same=pair)
    name, *_ = free
    other = found.other if name == found.one else found.one
    limits = _excluded(trial, look, found, name, other) if own.contrast is not None else []
    if limits:
        contracts = [one.contract for one in limits]
        reason, change = _exclusion(name, look, limits), " or ".join(dict.fromkeys(one.other for one in limits))
    else:
        contracts = [own, *_broken_instead(trial, look, found, name)]
        names = _listed(dict.fromkeys(f"contract.{one.name}" for one in contracts))
        reason, change = f"no lightness of {name} keeps {names}", other
    every = " or ".join(dict.fromkeys(f"contract.{one.name}" for one in contracts))
    remedy = f"ask for less in {every}, or choose another colour for {change}"
    same = {other} if len(limits) == 1 else {name, *(one.name for one in contracts)}
    return Conflict(found, modes, tuple(contracts), reason, bool(limits), remedy, frozenset(same))


def _exclusion(name: str, look: Look, limits: list[_Limit]) -> str:
    first, *others = limits
    if not others:
        return f"no lightness of {name} has a contrast of {first.asked}, which contract.{first.contract.name} asks for"
    names = _listed(dict.fromkeys(f"contract.{one.contract.name}" for one in limits))
    ranges = []
    for one in limits:
        where = "" if one.look is look else f" with {written(one.look.changes) or 'the tokens outside of modes'}"
        ranges.append(f"{one.asked}{where} takes a lightness (L*) of {one.range}")
    verb = "exclude each other" if " and " in names else "asks for two things that exclude each other"
    return f"{names} {verb}: for {name}, {', and '.join(ranges)}"


def _listed(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _excluded(trial: Trial, look: Look, found: Measurement, name: str, other: str) -> list[_Limit]:
    """The fewest contrasts that exclude one another, that which falls short first."""
    alike = [one for one in trial.looks_of(trial.places(look, name)[0]) if one is not look]
    every = [limit for one in (look, *alike) for limit in _limits(trial, one, name)]
    own = next((one for one in every if one.contract.name == found.contract.name and one.other == other), None)
    if own is None:  # it is measured against itself
        return []
    if not own.allowed:
        return [own]
    others = [one for one in every if one is not own]
    pair = next((one for one in others if not in_all([own.allowed, one.allowed])), None)
    if pair is not None:
        return [own, pair]
    here = [one for one in others if one.look is look]
    pairs = combinations(here, 2)
    two = next((pair for pair in pairs if not in_all([own.allowed, *(one.allowed for one in pair)])), None)
    return [own, *two] if two is not None else []


def _broken_instead(trial: Trial, look: Look, found: Measurement, name: str) -> list[Contract]:
    """What falls short where a token is moved to where something else does not; of all such places the best."""
    color, path = trial.value(look, name), trial.places(look, name)[0]
    own = lightness_of(luminance(color))
    before = {one.key for _, one in trial.short()}
    best: list[Contract] = []
    least = None
    for lightness in sorted(range(0, 101, _STEP), key=lambda one: abs(one - own)):
        moved = trial.with_value(path, at_lightness(color, float(lightness)).hex)
        if moved is None or any(its is look and one.key == found.key for its, one in moved.short()):
            continue
        if least is None or moved.weight < least:
            least = moved.weight
            fresh = {one.contract.name: one.contract for _, one in moved.short() if one.key not in before}
            best = [*fresh.values()][:1]
    return best
