"""A rule: what it is called, why it matters, and how it finds faults."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.diagnostics import Diagnostic, Severity
from layoutkit.origin import locations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from layoutkit.check.context import CheckContext
    from layoutkit.diagnostics import Offer
    from layoutkit.geometry import Rect
    from layoutkit.origin import Origin
    from layoutkit.style.element import Element

__all__ = ["Finding", "Rule", "Topic", "at"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault in a figure."""

    message: str
    """One sentence without a full stop; both numbers where two are compared."""
    origin: Origin
    """The author's call that caused it."""
    hint: str = ""
    """One next step that would work."""
    nodes: tuple[Element, ...] = ()
    """The nodes that it is about: an ``allow`` on any of them, or on a box around the first, accepts it."""
    marks: tuple[Rect, ...] = ()
    """What to point at in the picture, in px from the figure's top-left."""
    offer: Offer | None = None
    """Instead of a hint: several things that would help."""
    made: Diagnostic | None = None
    """The whole message, where the rule makes it itself."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that can be wrong, as ``layoutkit explain`` explains it."""

    id: str
    """In kebab case; it stands in messages, in ``allow`` and in ``layoutkit explain``."""
    severity: Severity
    """An error keeps the figure's files from being written."""
    summary: str
    """What is wrong, in half a sentence: ``text or a child is larger than its box``."""
    why: str
    """One paragraph: what the rule measures, and why a reader of the figure cares."""
    bad: str
    """What breaks the rule: as the body of a script after its imports, or as a part of a token file."""
    good: str
    """The same, corrected."""


@dataclass(frozen=True, slots=True)
class Rule(Topic):
    """A topic that is found by looking at one figure."""

    find: Callable[[CheckContext], Iterable[Finding]]
    by_color: bool = True
    """Whether colours matter, so that the rule may find in one mode what is not there in another."""
    of_boxes: bool = False
    """Whether it looks at boxes and words alone: boxes at the same places need it once, whatever their colours."""
    merge: Callable[[Sequence[Finding]], Finding] | None = None
    """How the findings of one line of a script become one; None where each is reported by itself."""
    gather: Callable[[Sequence[Finding]], Iterable[Finding]] | None = None
    """How all findings of a figure become those that are reported; None where each is."""
    explains: frozenset[str] = frozenset()
    """Rules whose findings about the same nodes are left out beside an error of this one, which causes them."""

    def diagnostic(self, finding: Finding) -> Diagnostic:
        """The message that the author reads."""
        if finding.made is not None:
            return finding.made
        hint = finding.hint if finding.offer is None else str(finding.offer)
        where = locations(finding.origin)
        return Diagnostic(self.id, finding.message, where, hint, self.severity, offer=finding.offer)


def at(
    node: Element, message: str, *, hint: str = "", others: tuple[Element, ...] = (), marks: tuple[Rect, ...] = ()
) -> Finding:
    """A finding about a node, and others that have a part in it."""
    return Finding(message, node.origin, hint, (node, *others), marks)
