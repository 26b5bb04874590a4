"""A figure under examination, look after look: what differs in colours alone is measured once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from layoutkit.check.context import look_at
from layoutkit.check.examine import examine
from layoutkit.paint import paint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.context import Captioned, CheckContext
    from layoutkit.check.examine import OpenFinding
    from layoutkit.check.rule import Finding
    from layoutkit.layout.arrange import Placed
    from layoutkit.layout.tree import PlacedBox
    from layoutkit.style.element import Element
    from layoutkit.style.styled import Styled
    from layoutkit.tokens import Theme

__all__ = ["Looks"]


@dataclass(frozen=True, slots=True)
class _Measured:
    """What the rules about boxes found in a look."""

    placed: Placed
    facts: tuple[object, ...]
    found: dict[str, tuple[Finding, ...]] = field(default_factory=dict)

    def serves(self, placed: Placed, facts: tuple[object, ...]) -> bool:
        """Whether another look has its boxes at the same places, and is shown as large."""
        return facts == self.facts and (placed.like or placed) is (self.placed.like or self.placed)

    def in_look(self, placed: Placed) -> dict[str, tuple[Finding, ...]]:
        """The same about the boxes of another look."""
        if not any(self.found.values()):
            return self.found
        others = dict(_pairs(self.placed.root, placed.root))
        return {
            rule: tuple(replace(one, nodes=tuple(others.get(node, node) for node in one.nodes)) for one in found)
            for rule, found in self.found.items()
        }


@dataclass(slots=True)
class Looks:
    """Examines one figure in several looks."""

    figure: Captioned
    allowed: frozenset[str] = frozenset()
    """The ids of rules that are left out."""
    _measured: list[_Measured] = field(default_factory=list)

    @property
    def placed(self) -> tuple[Placed, ...]:
        """The figure as it was placed: looks among which another may find its places."""
        return tuple(one.placed for one in self._measured)

    def examine(self, theme: Theme, placed: Placed) -> tuple[CheckContext, list[OpenFinding]]:
        """All faults of the figure in one look, and what the rules looked at."""
        subject = look_at(self.figure, theme, placed, paint(placed))
        facts = _facts(subject)
        known = next((one for one in self._measured if one.serves(placed, facts)), None)
        if known is None:
            known = _Measured(placed, facts)
            self._measured.append(known)
            found = known.found
        else:
            found = known.in_look(placed)
        return subject, examine(subject, self.allowed, of_boxes=found)


def _facts(subject: CheckContext) -> tuple[object, ...]:
    """What rules about boxes know besides these."""
    words = subject.theme.components["page"].get("words")
    return subject.shown_scale, subject.paper_scale, words, subject.language


def _pairs(one: PlacedBox[Styled], other: PlacedBox[Styled]) -> Iterator[tuple[Element, Element]]:
    yield one.box.element, other.box.element
    for pair in zip(one.children, other.children, strict=True):
        yield from _pairs(*pair)
