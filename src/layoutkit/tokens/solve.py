"""Which colours to change, and to what, so that every contract is kept in every mode.

One value after another is changed, each time the one that keeps most of what falls short (``candidates.py``). The
number of values that fall short sinks with every step, so every search ends. Two plans are compared: one may change
everything, one leaves alone what lies below others, such as the page. The one that changes less of what is seen is
taken. Changes that a later one makes needless are taken back.

Where no single change helps, one value is moved although that breaks more, and the others follow it (``detours``).

Left out: sizes on paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.color.difference import difference
from layoutkit.tokens.candidates import detours, is_kept, places, ways
from layoutkit.tokens.conflict import conflicts, is_hopeless
from layoutkit.tokens.mode_looks import token_at
from layoutkit.tokens.trial import start

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from layoutkit.color import Color
    from layoutkit.tokens.candidates import Weight
    from layoutkit.tokens.conflict import Conflict
    from layoutkit.tokens.load import Themes
    from layoutkit.tokens.mode_looks import Look, Path
    from layoutkit.tokens.trial import Trial

__all__ = ["Change", "Key", "Plan", "solve"]

Key = tuple[str, str, str, str]
"""What is the same in all modes of what a contract measures."""

_MANY, _FEW = 1000, 4
"""Changes one after another: so many that it makes no difference, and as many as follow a detour."""
_OF_VALUE, _OF_FORMULA = 0.5, 3.0
"""How much each value that is written counts, and a formula more than a colour; a difference of 1 is just noticed."""
_OF_LABELLED = 0.25
"""How much two colours count that only their labels tell apart, in one mode and as one eye sees them."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value that is written."""

    token: str
    path: Path
    """Where it is written: ``("mode", "theme", "dark", "color", "ink")``."""
    value: str
    """As it is written."""
    before: Color
    after: Color
    """In the mode in which it changes most."""
    modes: str
    """In which modes it holds: ``theme=dark``; empty for all."""
    keeps: frozenset[Key]
    """What would fall short without it: the keys of measurements."""
    mends: frozenset[Key]
    """What of that falls short now."""

    @property
    def contracts(self) -> tuple[str, ...]:
        """The names of the contracts that it keeps."""
        return tuple(sorted({name for name, *_ in self.keeps}))


@dataclass(frozen=True, slots=True)
class Plan:
    """What to write."""

    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]
    """The contracts that exclude each other; empty where all errors can be fixed."""
    trial: Trial
    """The file with the changes."""

    def changes_for(self, keys: Collection[Key]) -> tuple[Change, ...]:
        """The changes that some measurements take part in, by their keys, and those that only other changes need."""
        return tuple(change for change in self.changes if not change.mends or not change.mends.isdisjoint(keys))


def solve(themes: Themes, pinned: Iterable[str] = ()) -> Plan:
    """The changes that keep all contracts about colours; as many of them as can be kept where not all can.

    Args:
        themes: the token file, with no other fault than broken contracts.
        pinned: the full names of the tokens that must stay as they are.
    """
    first, kept = start(themes), frozenset(pinned)
    found = _descended(first, kept)
    if not is_kept(found, first.series.grounds):
        inks = _descended(first, kept | first.series.grounds, than=found)
        found = min(found, inks, key=_preference)
    return Plan(tuple(_changes(first, found)), tuple(conflicts(found, kept)), found)


def _descended(trial: Trial, pinned: frozenset[str], than: Trial | None = None) -> Trial:
    """The trial with one value changed after another until nothing falls short, or nothing helps.

    Args:
        trial: what to begin with.
        pinned: the tokens whose values must stay.
        than: a trial that the result has to be better than.
    """
    found = _downhill(trial, pinned, than=than)
    while than is None and found.weight[0]:
        others = (_downhill(other, pinned, fixed=name, most=_FEW) for name, other in detours(found, pinned))
        better = next((other for other in others if other.weight[:2] < found.weight[:2]), None)
        if better is None:
            break
        found = better
    return _without_needless(found)


def _downhill(
    trial: Trial, pinned: frozenset[str], *, fixed: str = "", than: Trial | None = None, most: int = _MANY
) -> Trial:
    """The trial changed as long as each change keeps more, at ``most`` so often; ``fixed`` is a token that stays."""
    gains: dict[Path, Weight] = {}  # of places that were tried before; they hardly grow
    complete = True
    while trial.weight[:2] > (0, 0) and most > 0:
        most -= 1
        if than is not None and (trial.change > than.change or is_hopeless(trial, pinned)):
            return than
        found = _step(trial, pinned, fixed, gains)
        if found is not None:
            trial, complete = found, False
        elif complete:
            break
        else:  # what was of no use before may be now
            gains = {path: gain for path, gain in gains.items() if token_at(path) not in trial.series.promised}
            complete = True
    return trial


def _step(trial: Trial, pinned: frozenset[str], fixed: str, gains: dict[Path, Weight]) -> Trial | None:
    """The change that keeps most; of several the one that changes least of what is seen."""
    most = {path: min(weight, gains.get(path, weight)) for path, weight in places(trial, pinned).items()}
    stands = trial.series.looks[0].evaluation.order
    order = sorted(most, key=lambda path: (_negative(most[path]), _tier(trial, path), stands[token_at(path)], path))
    best: Trial | None = None
    gain, tier, rivals = (0, 0), 0, set[str]()
    for path in order:
        if token_at(path) == fixed:
            continue
        its = _tier(trial, path)
        if most[path] <= (0, 0) or (best is not None and (_negative(most[path]), its) > (_negative(gain), tier)):
            break
        if best is not None and most[path] == gain and token_at(path) not in rivals:
            continue
        found = min(ways(trial, path, pinned), key=_preference, default=None)
        gains[path] = (0, 0) if found is None else _gain(trial, found)
        if found is not None and (best is None or _preference(found) < _preference(best)):
            best, gain, tier = found, gains[path], its
            rivals = _fixed(trial, best)
    return best


def _fixed(before: Trial, after: Trial) -> set[str]:
    """The tokens that are measured by what falls short no more."""
    left = {(look.number, found.key) for look, found in after.short()}
    kept = (found for look, found in before.short() if (look.number, found.key) not in left)
    return {name for found in kept for name in (found.one, found.other)}


def _negative(weight: Weight) -> Weight:
    return -weight[0], -weight[1]


def _gain(before: Trial, after: Trial) -> Weight:
    return before.weight[0] - after.weight[0], before.weight[1] - after.weight[1]


def _preference(trial: Trial) -> tuple[int, int, float]:
    """What is better of two: fewer values that fall short, then less that looks otherwise."""
    formulas = sum("(" in value for value in trial.edits.values())
    errors, warnings, labelled = trial.weight
    written = _OF_VALUE * len(trial.edits) + _OF_FORMULA * formulas
    return errors, warnings, trial.change + written + _OF_LABELLED * labelled


def _tier(trial: Trial, path: Path) -> int:
    """What is changed first where several would do: an ink, what inks refer to, a ground, what grounds refer to."""
    grounds, name = trial.series.grounds, token_at(path)
    if name in trial.series.promised:
        return 2 if name in grounds else 0
    return 1 if all(grounds.isdisjoint(trial.followers(look, name)) for look in trial.looks_of(path)) else 3


def _without_needless(trial: Trial) -> Trial:
    """The trial without changes that keep nothing."""
    for path in trial.edits:
        other = trial.with_value(path, None)
        if other is not None and other.weight[:2] <= trial.weight[:2]:
            trial = other
    return trial


# -- what was changed ---------------------------------------------------------------------------


def _changes(first: Trial, last: Trial) -> Iterator[Change]:
    short, left = ({(look.number, found.key) for look, found in trial.short()} for trial in (first, last))
    source, stands = first.series.source, first.series.looks[0].evaluation.order
    order = sorted(last.edits, key=lambda path: (stands[token_at(path)], first.series.rank(path), path))
    for path, value in ((path, last.edits[path]) for path in order):
        name = token_at(path)
        looks = [look for look in last.looks_of(path) if path in last.places(look, name)]
        without = last.with_value(path, None)
        keeps = {(look.number, found.key) for look, found in without.short()} - left if without is not None else short
        shown = max(looks, key=lambda look: difference(first.value(look, name), last.value(look, name)))
        yield Change(
            name,
            source.place_to_write(path),
            value,
            first.value(shown, name),
            last.value(shown, name),
            _modes(last, looks),
            frozenset(key for _, key in keeps),
            frozenset(key for _, key in keeps & short),
        )


def _modes(trial: Trial, looks: Iterable[Look]) -> str:
    """The modes that some looks have and no others: ``theme=dark,medium=screen``."""
    chosen = [selection.values for look in looks for selection in look.selections]
    axes = trial.series.axes.values
    same = {axis: chosen[0][axis] for axis in axes if len({one[axis] for one in chosen}) == 1 and len(axes[axis]) > 1}
    return ",".join(f"{axis}={value}" for axis, value in same.items())
