"""Broken contracts by what causes them: one value that many others follow is one fault.

The cause of some broken promises is the token that most of them follow, itself or over references;
the finding names the promise it breaks most plainly and the number of the others. What is left is looked at in the same
way.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.diagnostics import Diagnostic, Severity, shown_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from layoutkit.origin import Location
    from layoutkit.tokens.contracts import Contract, Measurement
    from layoutkit.tokens.theme import Theme

__all__ = ["Broken", "Cause", "behind", "by_cause", "where"]


def behind(theme: Theme, *tokens: str) -> set[str]:
    """Tokens, and all that they refer to over any number of references."""
    evaluation = theme.evaluation
    found: set[str] = set()
    ahead = [*tokens]
    while ahead:
        token = ahead.pop()
        if token in evaluation.leaves and token not in found:
            found.add(token)
            ahead += evaluation.references.get(token, ())
    return found


@dataclass(frozen=True, slots=True)
class Broken:
    """A value that falls short of a contract."""

    measured: Measurement
    theme: Theme

    @property
    def tokens(self) -> set[str]:
        """The tokens that decide the value: those measured, and all that they refer to."""
        return self.behind(self.measured.one, self.measured.other)

    def behind(self, *tokens: str) -> set[str]:
        """Tokens, and all that they refer to."""
        return behind(self.theme, *tokens)

    def plainness(self, cause: str) -> tuple[int, bool, float]:
        """What to tell first by: without modes, about the cause itself, far from what is asked for."""
        measured = self.measured
        modes = len(self.theme.selection.changes())
        return modes, cause not in (measured.one, measured.other), measured.value / measured.least


@dataclass(frozen=True, slots=True)
class Cause:
    """A token because of which contracts are broken."""

    token: str
    broken: tuple[Broken, ...]
    """All that follows the token, in any mode."""

    @property
    def shown(self) -> Broken:
        """The sentence about it."""
        return min(self.broken, key=lambda one: one.plainness(self.token))

    def diagnostic(self) -> Diagnostic:
        """The finding; its modes are not named."""
        from layoutkit.tokens.contract_hints import hint  # noqa: PLC0415 - a solver, for contracts that are broken

        shown, keys = self.shown, {one.measured.key for one in self.broken}
        message, advice = shown.measured.sentence, hint(shown.theme, shown.measured, keys)
        others = len(keys) - 1
        if others:
            some = "1 more value falls" if others == 1 else f"{others} more values fall"
            message += f"; {some} short because of {self.token}"
        severity = Severity(shown.measured.contract.level)
        place, *more = _places(shown, self.token)
        notes = tuple(where(shown.measured.contract, one) for one in more)
        return Diagnostic("contract", message, (place,), advice, severity, notes=notes)


def where(contract: Contract, place: Location) -> str:
    """A note that says where a contract stands."""
    return f"contract.{contract.name} is in {shown_path(place.path)}, line {place.line}"


def by_cause(broken: Iterable[Broken]) -> Iterator[Cause]:
    """One cause after another: of errors, then of warnings; what labels may fix has others than what they may not."""
    kinds: dict[tuple[str, str], list[Broken]] = {}
    for one in broken:
        kinds.setdefault((one.measured.contract.level, one.measured.contract.unless), []).append(one)
    for kind in sorted(kinds):
        yield from _causes(kinds[kind])


def _causes(broken: Iterable[Broken]) -> Iterator[Cause]:
    ahead = [(one, _suspects(one)) for one in broken]
    while ahead:
        counts = Counter(token for _, tokens in ahead for token in tokens)
        order = ahead[0][0].theme.evaluation.order
        ones = Counter(token for one, tokens in ahead for token in one.behind(one.measured.one) & tokens)
        cause = min(counts, key=lambda token: (-counts[token], -ones[token], order[token]))
        yield Cause(cause, tuple(one for one, tokens in ahead if cause in tokens))
        ahead = [(one, tokens) for one, tokens in ahead if cause not in tokens]


def _suspects(found: Broken) -> set[str]:
    """The tokens that decide a value and that the file says itself; all of them where it says none."""
    tokens, theme = found.tokens, found.theme
    own = {token for token in tokens if not theme.source.is_inherited(theme.evaluation.leaves[token].path)}
    return own or tokens


def _places(found: Broken, cause: str) -> tuple[Location, ...]:
    """Where the contract stands; before it, where that is inherited, the value of the file itself that breaks it."""
    source, place, evaluation = found.theme.source, found.measured.place, found.theme.evaluation
    if place.path == source.path:
        return (place,)
    order = evaluation.order
    named = [cause, found.measured.one, found.measured.other, *sorted(found.tokens, key=order.__getitem__)]
    leaves = [evaluation.leaves[token] for token in named if token in evaluation.leaves]
    own = next((leaf for leaf in leaves if not source.is_inherited(leaf.path)), None)
    return (place,) if own is None else (source.value_place(own.path), place)
