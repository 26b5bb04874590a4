"""What would keep a broken contract: the changes of tokens that, made together, keep all of them in every mode."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from layoutkit.tokens.contracts import strokes
from layoutkit.tokens.load import in_all_modes
from layoutkit.tokens.mode_looks import token_at
from layoutkit.tokens.solve import solve

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from layoutkit.tokens.contracts import Measurement
    from layoutkit.tokens.solve import Change, Key, Plan
    from layoutkit.tokens.source import TokenSource
    from layoutkit.tokens.theme import Theme

__all__ = ["hint", "written_out"]


def hint(theme: Theme, found: Measurement, keys: Collection[Key]) -> str:
    """What to write; whoever follows all hints about a token file has one that keeps its contracts.

    Args:
        theme: a theme in which a contract is broken.
        found: what falls short there.
        keys: that and what else falls short for the same cause, in any mode.
    """
    contract = found.contract
    if contract.unless:
        return "add a label, an outline or a dash that differs too"
    if contract.contrast is None and contract.distance is None:
        return _larger(theme, found)
    plan = _plan(_Whole(theme))
    for conflict in plan.conflicts:
        if not conflict.keys.isdisjoint(keys):
            return f"{conflict.reason}; {conflict.remedy}{_taken_out(theme, found)}"
    changes = plan.changes_for(keys)
    return written_out(changes, theme.source) if changes else "the changes that other messages name keep it as well"


def written_out(changes: Sequence[Change], source: TokenSource) -> str:
    """Changes in words."""
    told = [f'{_table(change, source)}set {token_at(change.path)} to "{change.value}"' for change in changes]
    if len(told) > 1:
        return f"{'; '.join(told)}: together they keep every contract"
    (change,) = changes
    is_formula = "(" in change.value
    return f"{told[0]}, {'which' if is_formula else 'the nearest lightness that'} keeps every contract of it"


def _table(change: Change, source: TokenSource) -> str:
    """Where a change is written, where that is not the place of the token's value."""
    if change.path[0] == "mode":
        return f"in [{'.'.join(change.path[:3])}], "
    return f"in {source.path.name}, " if source.is_inherited(change.path) else ""


def _taken_out(theme: Theme, found: Measurement) -> str:
    """What to do about a token that the file itself says and would inherit."""
    for token in (found.one, found.other):
        leaf = theme.evaluation.leaves[token]
        if not theme.source.is_inherited(leaf.path) and theme.source.overridden(leaf.path):
            return f"; or take {token} out: it overrides what this file extends"
    return ""


class _Whole:
    """The token file of a theme; the same for all of its modes."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Whole) and other.theme.source is self.theme.source

    def __hash__(self) -> int:
        return id(self.theme.source)


@lru_cache(maxsize=4)
def _plan(whole: _Whole) -> Plan:
    return solve(in_all_modes(whole.theme))


def _larger(theme: Theme, found: Measurement) -> str:
    """The least size that is large enough on paper."""
    least = found.least / found.value
    section, _, rest = found.one.partition(".")
    role, _, _ = rest.partition(".")
    size = theme.type.get(role).size if section == "type" else dict(strokes(theme))[found.one]  # type: ignore[union-attr]  # it was measured
    *_, table = ("", *(f"in [mode.{axis}.{value}], " for axis, value in theme.selection.changes().items()))
    return f"{table}set {found.one} to at least {_rounded_up(size * least)} px"


def _rounded_up(px: float) -> str:
    return f"{-(-px * 10 // 1) / 10:g}"
