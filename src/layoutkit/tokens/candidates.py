"""Ways to keep more contracts by changing one value: its lightness, or a formula around it.

Hue and chroma stay, the latter as far as sRGB allows. A colour is replaced by one that is lighter or darker. Where its
value is an expression that differs from mode to mode, and no one colour would do in all of them, each mode of an axis
gets one, or the expression is put into ``legible(…)``, which changes it only where it has to.
"""

from __future__ import annotations

from collections import Counter
from functools import reduce
from itertools import chain
from typing import TYPE_CHECKING

from layoutkit.color import Color, luminance, parse_hex
from layoutkit.color.derive import at_lightness, common, lightness_of, permitted
from layoutkit.tokens.contracts import Colors, color_name
from layoutkit.tokens.mode_looks import token_at
from layoutkit.tokens.schema import Layer, layer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from layoutkit.color.derive import Interval
    from layoutkit.tokens.contracts import Contract
    from layoutkit.tokens.mode_looks import Look, Path
    from layoutkit.tokens.trial import Trial

__all__ = ["Weight", "in_all", "is_kept", "lights_for", "opposites", "places", "ways"]

Weight = tuple[int, int]
"""How many values fall short of contracts: of errors, and of warnings."""
_MARGINS = (1.003, 1.015)
"""How much more contrast is aimed at, as components are rounded to 8 bits; the second where the first is too little."""
_STEP = 5
"""Distance of the lightnesses that are tried where intervals do not tell: L*."""
_HALVINGS = 5
"""Of such a step."""
_NEAR, _FURTHER = 10, 2
"""How much further than needed a lightness may move for what labels may keep as well: L*, and times the way."""
_MOST_GROUNDS = 18
"""Of a formula."""
_STRONGER = (1.5, 2)
"""How much more contrast than is asked for what lies below others gets, where that leaves no room for these."""
_MOST_CONTRAST = 21
_DETOURS = 8
"""How many are tried."""


def places(trial: Trial, pinned: frozenset[str]) -> dict[Path, Weight]:
    """Where something could be written to keep what falls short, and how many values depend on it at most.

    The value of a colour that is measured may also be written in the table of a mode in which it is wrong. Left out are
    values that a ``pinned`` token follows, and what is not measured itself and stands in another file.
    """
    errors: Counter[Path] = Counter()
    warnings: Counter[Path] = Counter()
    for look, found in trial.short():
        counts = errors if found.contract.level == "error" else warnings
        for name in trial.behind(look, found.one, found.other):
            is_measured = name in (found.one, found.other)
            places_of_it = trial.places(look, name)
            own = {here for here in places_of_it if is_measured or not trial.series.source.is_inherited(here)}
            if is_measured:
                modes = (("mode", axis, value, *name.split(".")) for axis, value in look.changes.items())
                own.update(there for there in modes if trial.series.rank(there) > trial.series.rank(places_of_it[-1]))
            counts.update(own)
    return {
        path: (errors[path], warnings[path])
        for path in errors | warnings
        if _is_free(trial, path)
        and all(pinned.isdisjoint(trial.followers(look, token_at(path))) for look in trial.looks_of(path))
    }


def ways(trial: Trial, path: Path, pinned: frozenset[str]) -> Iterator[Trial]:
    """What can be written at a place so that fewer values fall short.

    Args:
        trial: all values as they are.
        path: the place.
        pinned: the tokens whose values must stay.
    """
    bound = _least_weight(trial, path)
    literal = None if _is_seed(trial, path) else _literal(trial, path, pinned, bound)
    if literal is not None:
        yield literal
    most, formula = trial.weight[0], None
    for raw in _formulas(trial, path):
        tried = trial.with_value(path, raw, most)
        if tried is not None and tried.weight[:2] < trial.weight[:2] and is_kept(tried, pinned):
            yield tried
            most, formula = tried.weight[0], tried
            if tried.weight[:2] <= bound:
                break
    if literal is None or literal.weight[:2] > bound or (formula is not None and formula.change < literal.change):
        yield from _mode_by_mode(trial, path, pinned)


def _mode_by_mode(trial: Trial, path: Path, pinned: frozenset[str]) -> Iterator[Trial]:
    """One colour for each mode of an axis, where a value holds in all of them."""
    if path[0] == "mode":
        return
    for axis, (_, *others) in trial.series.axes.values.items():
        found = trial
        for there in [("mode", axis, value, *path) for value in others]:
            if found.looks_of(there):
                found = _literal(found, there, pinned, _least_weight(found, there)) or found
        if found is not trial and not _is_seed(trial, path):
            whole = _literal(found, path, pinned, _least_weight(found, path))
            if whole is not None:
                yield whole


def detours(trial: Trial, pinned: frozenset[str]) -> Iterator[tuple[str, Trial]]:
    """Tokens moved to where something is kept that falls short, whatever that breaks."""
    known = places(trial, pinned)
    tried: set[tuple[Path, str]] = set()
    for look, found in trial.short():
        for name, other in ((found.one, found.other), (found.other, found.one)):
            path = trial.places(look, name)[0]
            if path not in known or name == other or found.contract.contrast is None or _is_seed(trial, path):
                continue
            for raw in _values_apart(trial, look, name, other, found.least):
                moved = trial.with_value(path, raw) if (path, raw) not in tried and len(tried) < _DETOURS else None
                tried.add((path, raw))
                if moved is not None and is_kept(moved, pinned):
                    yield name, moved


def _values_apart(trial: Trial, look: Look, name: str, other: str, least: float) -> Iterator[str]:
    """Values with which a token has a contrast to another."""
    path = trial.places(look, name)[0]
    if _may_read(trial, trial.looks_of(path), name, other):
        yield _legible(str(trial.raw(look, path)), f"{least:g}", [other])
    light = next(light for _, one, light in opposites(trial, look, name) if one == other)
    for end in chain.from_iterable(permitted([light], least * _MARGINS[1])):
        if 0 < end < 1:
            yield at_lightness(trial.value(look, name), lightness_of(end)).hex


def is_kept(trial: Trial, pinned: frozenset[str]) -> bool:
    """Whether the values of some tokens are those of the file."""
    looks = zip(trial.series.looks, trial.values, strict=True)
    return all(values.get(name) == look.evaluation.values.get(name) for look, values in looks for name in pinned)


def _is_seed(trial: Trial, path: Path) -> bool:
    """Whether a colour written at a place would be taken for the seed of a tone, from which formulas make others."""
    return path[0] == "color" and token_at(path) in trial.series.solids


def _is_free(trial: Trial, path: Path) -> bool:
    """Whether a value at a place changes no more than what refers to it.

    A tone that only refers to another has the colours of that one, until it or its colour is said anywhere.
    """
    name = token_at(path)
    return name.replace("tone.", "color.", 1) not in trial.series.followed


# -- one colour ---------------------------------------------------------------------------------


def _literal(trial: Trial, path: Path, pinned: frozenset[str], bound: Weight) -> Trial | None:
    """The colour at the nearest lightness at which fewest values fall short; None where that is no better."""
    name, looks = token_at(path), trial.looks_of(path)
    if not looks:
        return None
    short = (look for look, found in trial.short() if look in looks and name in trial.behind(look, *found.key[1:3]))
    color = trial.value_at(next(short, looks[0]), path)
    best = _nearest(trial, path, color, pinned, bound)
    if not color.opaque and (best is None or best.weight[:2] > (0, 0)):
        solid = _nearest(trial, path, Color(color.red, color.green, color.blue), pinned, bound)
        best = min((one for one in (best, solid) if one is not None), key=lambda one: one.weight, default=None)
    return best


def _nearest(trial: Trial, path: Path, color: Color, pinned: frozenset[str], bound: Weight) -> Trial | None:
    """The best of the lightnesses that are tried, the nearest first.

    Where others follow the colour, all are tried, as the nearest for itself may change most of what is seen.
    """
    name, looks = token_at(path), trial.looks_of(path)
    own = lightness_of(luminance(color))
    alone = all(trial.followers(look, name).isdisjoint(trial.series.promised - {name}) for look in looks)
    exact = [lightness_of(light) for light in lights_for(trial, name, looks, luminance(color))]
    best, at, bad = trial, own, own
    tried = _Tried(trial, path, color, pinned)
    for lightness in sorted({*exact, *map(float, range(0, 101, _STEP))}, key=lambda one: abs(one - own)):
        if best.weight[:2] <= bound and alone and abs(lightness - own) > _FURTHER * abs(at - own) + _NEAR:
            break
        found = tried.at(lightness, best.weight[0])
        if found is not None and _rank(found, alone=alone) < _rank(best, alone=alone):
            best, at = found, lightness
            if alone and found.weight[:2] <= bound and found.weight[2] <= trial.weight[2]:
                break
        elif best is trial:
            bad = lightness
    if best is trial or at in exact:
        return None if best is trial else best
    low, high = bad if (bad - own) * (at - own) > 0 else own, at
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        found = tried.at(middle, best.weight[0])
        if found is not None and _rank(found, alone=alone) <= _rank(best, alone=alone):
            best, high = found, middle
        else:
            low = middle
    return best


def _rank(trial: Trial, *, alone: bool) -> tuple[float, ...]:
    """What is better of two lightnesses: fewer values that fall short, then less that looks otherwise."""
    return trial.weight if alone else (*trial.weight[:2], trial.change)


class _Tried:
    """A place at which one lightness after another is tried."""

    def __init__(self, trial: Trial, path: Path, color: Color, pinned: frozenset[str]) -> None:
        self.trial, self.path, self.color, self.pinned = trial, path, color, pinned
        self.before: set[str] = set()

    def at(self, lightness: float, most: int) -> Trial | None:
        """The trial; None where it was made before, changes what must stay, or has more errors than ``most``."""
        value = at_lightness(self.color, lightness).hex
        if value in self.before:
            return None
        self.before.add(value)
        found = self.trial.with_value(self.path, value, most)
        return found if found is not None and is_kept(found, self.pinned) else None


def _least_weight(trial: Trial, path: Path) -> Weight:
    """How many values fall short whatever stands at a place."""
    name = token_at(path)
    followers = {look.number: trial.followers(look, name) for look in trial.looks_of(path)}
    counts = [0, 0]
    for look, found in trial.short():
        if followers.get(look.number, set()).isdisjoint((found.one, found.other)):
            counts[found.contract.level != "error"] += 1
    return counts[0], counts[1]


def opposites(trial: Trial, look: Look, name: str) -> Iterator[tuple[Contract, str, float]]:
    """What a colour has to contrast with: the contract, the other colour's name, and its luminance."""
    values = trial.values[look.number]
    colors = Colors(lambda one: values.get(color_name(one)))
    for contract in look.contracts_with.get(name, ()):
        if contract.contrast is not None:
            of, on = ({color_name(one): None for one in names} for names in (contract.of, contract.on))
            for other in {**(on if name in of else {}), **(of if name in on else {})}:
                if other != name:
                    yield contract, other, colors.luminance(other)


def lights_for(trial: Trial, name: str, looks: tuple[Look, ...], own: float) -> list[float]:
    """The luminances at which a colour keeps all contrasts in some looks, the nearest of each interval.

    Where none does, the nearest luminances for each of them.
    """
    found: list[float] = []
    for margin in _MARGINS:
        asked = {
            (light, contract.contrast * margin)
            for look in looks
            for contract, _, light in opposites(trial, look, name)
            if contract.contrast is not None
        }
        each = [permitted([light], ratio) for light, ratio in asked]
        fits = in_all(each)
        for intervals in [fits] if fits else each:
            found += [min(max(own, least), most) for least, most in intervals]
    return found


def in_all(each: Iterable[list[Interval]]) -> list[Interval]:
    """What lists of intervals have in common."""
    return reduce(common, each, [(0.0, 1.0)])


# -- a formula ----------------------------------------------------------------------------------


def _formulas(trial: Trial, path: Path) -> Iterator[str]:
    """The value at a place inside ``legible(…)``, for the largest contrast that it lacks."""
    name, looks = token_at(path), trial.looks_of(path)
    if not looks or layer(name.partition(".")[0]) is Layer.PALETTE:
        return
    raw = _opaque(trial.raw(looks[0], path)) or f"{{{name}}}"  # in a mode, the value that it overrides
    lacking = [
        (found.least, found.contract, look, found.other if found.one == name else found.one)
        for look, found in trial.short()
        if look in looks and name in (found.one, found.other) and found.contract.contrast is not None
    ]
    if not isinstance(raw, str) or not lacking:
        return
    least, contract, look, _ = max(lacking, key=lambda one: one[0])
    written = look.evaluation.leaves[f"contract.{contract.name}.contrast"].raw
    ratio = written if isinstance(written, str) else f"{least:g}"
    grounds = {other: one.contrast or 0 for its in looks for one, other, _ in opposites(trial, its, name)}
    allowed = [other for other in grounds if _may_read(trial, looks, name, other)]
    same = [other for other in allowed if grounds[other] >= least]
    missed = {other for *_, other in lacking}
    needed = [other for other in allowed if other in missed]
    for names in dict.fromkeys((tuple(needed), tuple(same), tuple(allowed))):
        if 0 < len(names) <= _MOST_GROUNDS:
            yield _legible(raw, ratio, names)
    for factor in _STRONGER:
        if needed and factor * least <= _MOST_CONTRAST:
            yield _legible(raw, f"{factor * least:g}", needed[:_MOST_GROUNDS])


def _opaque(raw: object) -> object:
    """A colour that shows through without its alpha, as no formula knows what is below it; any other value as it is."""
    color = parse_hex(raw) if isinstance(raw, str) else None
    return raw if color is None or color.opaque else Color(color.red, color.green, color.blue).hex


def _legible(raw: str, ratio: str, grounds: Sequence[str]) -> str:
    return f"legible({raw}, {ratio}, {', '.join(f'{{{one}}}' for one in grounds)})"


def _may_read(trial: Trial, looks: tuple[Look, ...], name: str, other: str) -> bool:
    """Whether a token's value may refer to another: to none of a later layer, and to none that follows it."""
    own, its = (layer(one.partition(".")[0]) for one in (name, other))
    return own >= its and all(other not in trial.followers(look, name) for look in looks)
