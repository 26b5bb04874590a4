"""The tokens that matter first, in the order in which the owner of a brand decides.

There are forty in the base theme, whose file has the same order. Of a file with other names those are left that it has;
tones, and the files of fonts, are as many as there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from layoutkit.tokens.listing import Listed

__all__ = ["DECISIONS", "Decision", "by_decision"]


@dataclass(frozen=True, slots=True)
class Decision:
    """Something that is decided about a look, with the tokens that say it."""

    name: str
    tokens: tuple[str, ...]
    """Names, or patterns of names: ``tone.*``."""


def _decision(name: str, tokens: str) -> Decision:
    return Decision(name, tuple(tokens.split()))


DECISIONS = (
    _decision("accent", "tone.accent color.accent"),
    _decision("meanings", "tone.*"),
    _decision("neutrals", "tone.neutral color.ink color.ink_soft color.ink_muted color.line"),
    _decision("page", "color.page color.surface color.inverse page.width"),
    _decision("fonts", "font.heading.[0-9]* font.text.[0-9]*"),
    _decision("roundness", "radius.s radius.m radius.l"),
    _decision("borders and shadows", "stroke.hairline stroke.thin stroke.medium card.border shadow.card.*"),
    _decision("spaces", "space.xs space.s space.m space.l space.xl space.xxl"),
    _decision("title", "type.title.font type.title.weight type.title.size type.title.align type.title.color"),
)
"""What is decided, in this order."""
_LEFT_OUT = ("*-italic",)
"""Files of slanted letters, which follow from the upright ones."""


def by_decision(found: Sequence[Listed]) -> list[tuple[Decision, list[Listed]]]:
    """The tokens that matter first, decision by decision; a decision that the file has no token for is left out."""
    named = {token.name: token for token in found}
    wanted = {name for decision in DECISIONS for name in decision.tokens}
    rows = []
    for decision in DECISIONS:
        names = [name for pattern in decision.tokens for name in _matching(pattern, named, wanted)]
        if "tone.accent" in names:
            names.remove("color.accent")
        if names:
            rows.append((decision, [named[name] for name in names]))
    return rows


def _matching(pattern: str, names: Iterable[str], wanted: set[str]) -> list[str]:
    """The tokens of a name, or of a pattern but for those that are decided by their names."""
    if "*" not in pattern:
        return [name for name in names if name == pattern]
    others = (name for name in names if fnmatchcase(name, pattern) and name not in wanted)
    return [name for name in others if not any(fnmatchcase(name, left_out) for left_out in _LEFT_OUT)]
