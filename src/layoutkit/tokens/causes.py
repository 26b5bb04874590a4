"""Broken contracts by what causes them: one value that many others follow is one fault.

The cause of some broken promises is the token that most of them follow, itself or over references; it is told with the
promise it breaks most plainly and with the number of the others. What is left is looked at in the same way.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.diagnostics import Diagnostic
from layoutkit.tokens.contracts import hint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from layoutkit.origin import Location
    from layoutkit.tokens.contracts import Measurement
    from layoutkit.tokens.evaluate import Evaluation
    from layoutkit.tokens.modes import Selection
    from layoutkit.tokens.theme import Theme

__all__ = ["Broken", "by_cause"]


@dataclass(frozen=True, slots=True)
class Broken:
    """A value that falls short of a contract."""

    measured: Measurement
    theme: Theme
    evaluation: Evaluation

    @property
    def tokens(self) -> set[str]:
        """The tokens that decide the value: those measured, and all that they refer to."""
        return self.behind(self.measured.one, self.measured.other)

    def behind(self, *tokens: str) -> set[str]:
        """Tokens, and all that they refer to."""
        found: set[str] = set()
        ahead = [*tokens]
        while ahead:
            token = ahead.pop()
            if token in self.evaluation.leaves and token not in found:
                found.add(token)
                ahead += self.evaluation.references.get(token, ())
        return found

    def plainness(self, cause: str) -> tuple[int, bool, float]:
        """What to tell first by: without modes, about the cause itself, far from what is asked for."""
        measured = self.measured
        modes = len(self.theme.selection.changes())
        return modes, cause not in (measured.one, measured.other), measured.value / measured.least


def by_cause(broken: Iterable[Broken]) -> Iterator[tuple[Diagnostic, Selection]]:
    """One finding for each cause, with the modes that it is told of."""
    ahead = [(one, one.tokens) for one in broken]
    while ahead:
        counts = Counter(token for _, tokens in ahead for token in tokens)
        order = ahead[0][0].evaluation.order
        ones = Counter(token for one, _ in ahead for token in one.behind(one.measured.one))
        cause = min(counts, key=lambda token: (-counts[token], -ones[token], order[token]))
        theirs = [one for one, tokens in ahead if cause in tokens]
        ahead = [(one, tokens) for one, tokens in ahead if cause not in tokens]
        plainest = min(theirs, key=lambda one: one.plainness(cause))
        yield _finding(plainest, cause, len(theirs) - 1), plainest.theme.selection


def _finding(found: Broken, cause: str, others: int) -> Diagnostic:
    message = found.measured.sentence
    advice = hint(found.theme, found.measured)
    if others:
        if cause not in found.behind(found.measured.one):  # the grounds are at fault
            advice = f"change {cause}, which all of them follow"
        some = "1 more value falls" if others == 1 else f"{others} more values fall"
        message += f"; {some} short because of {cause}"
    return Diagnostic("contract", message, _places(found, cause), advice)


def _places(found: Broken, cause: str) -> tuple[Location, ...]:
    """Where the contract stands; before it, where that is inherited, the value of the file itself that breaks it."""
    source, place = found.theme.source, found.measured.place
    if place.path == source.path:
        return (place,)
    order = found.evaluation.order
    named = [cause, found.measured.one, found.measured.other, *sorted(found.tokens, key=order.__getitem__)]
    leaves = [found.evaluation.leaves[token] for token in named if token in found.evaluation.leaves]
    own = next((leaf for leaf in leaves if not source.is_inherited(leaf.path)), None)
    return (place,) if own is None else (source.value_place(own.path), place)
