"""Runs the rules over a figure; what the author allows is no fault."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.check.rules import RULES
from layoutkit.diagnostics import Diagnostic, Severity, did_you_mean, reading_order
from layoutkit.origin import locations

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from layoutkit.check.context import CheckContext
    from layoutkit.check.rule import Finding, Rule
    from layoutkit.geometry import Rect
    from layoutkit.style.element import Element
    from layoutkit.style.styled import Styled

__all__ = ["OpenFinding", "examine"]


@dataclass(frozen=True, slots=True)
class OpenFinding:
    """A finding that nobody has allowed."""

    diagnostic: Diagnostic
    marks: tuple[Rect, ...]
    """What to point at in the picture, in px from the figure's top-left."""
    idle: str = ""
    """The rule that an ``allow`` names without need; empty for all other faults."""
    source: Finding | None = None
    """What the rule found; None where no rule did."""

    @property
    def is_error(self) -> bool:
        """Whether it keeps the figure's files from being written."""
        return self.diagnostic.severity is Severity.ERROR

    @property
    def key(self) -> tuple[str, str]:
        """What is the same when a figure is examined again in other colours."""
        return self.diagnostic.rule, self.diagnostic.message


def examine(
    subject: CheckContext,
    allowed: frozenset[str] = frozenset(),
    *,
    rules: Collection[Rule] = RULES.values(),
    of_boxes: dict[str, tuple[Finding, ...]] | None = None,
) -> list[OpenFinding]:
    """All faults of a figure: errors, then warnings, each in the order of the lines that caused them.

    Args:
        subject: the figure.
        allowed: ids of rules that are left out.
        rules: those that run.
        of_boxes: takes what rules about boxes find; one that is in it does not run.
    """
    of_boxes = {} if of_boxes is None else of_boxes
    permits = _Permits(subject)
    faults: list[OpenFinding] = []
    for rule in rules:
        if rule.id not in allowed:
            if rule.of_boxes and rule.id not in of_boxes:
                of_boxes[rule.id] = tuple(rule.find(subject))
            its = of_boxes[rule.id] if rule.of_boxes else rule.find(subject)
            found = [finding for finding in its if not permits.cover(rule.id, finding)]
            told = _one_a_line(rule, found) if rule.gather is None else rule.gather(found)
            faults += [OpenFinding(rule.diagnostic(one), one.marks, source=one) for one in told]
    faults = _unexplained(faults, rules)
    faults += permits.faults(allowed)
    return sorted(faults, key=lambda fault: reading_order(fault.diagnostic))


def _unexplained(faults: list[OpenFinding], rules: Iterable[Rule]) -> list[OpenFinding]:
    """Without the findings whose nodes have an error of a rule that explains them."""
    explained: dict[str, set[Element]] = {}
    for rule in rules:
        for fault in faults if rule.explains else ():
            if fault.diagnostic.rule == rule.id and fault.is_error and fault.source is not None:
                for other in rule.explains:
                    explained.setdefault(other, set()).update(fault.source.nodes)
    return [fault for fault in faults if not _is_about(fault, explained.get(fault.diagnostic.rule, ()))]


def _is_about(fault: OpenFinding, nodes: Collection[Element]) -> bool:
    its = () if fault.source is None else fault.source.nodes
    return bool(its) and all(node in nodes for node in its)


def _one_a_line(rule: Rule, findings: Sequence[Finding]) -> Iterable[Finding]:
    """The findings of a rule, those of one line as one where the rule merges them."""
    if rule.merge is None:
        return findings
    by_line: dict[object, list[Finding]] = {}
    for finding in findings:
        where = locations(finding.origin[:1])
        by_line.setdefault((where[0].path, where[0].line) if where else finding, []).append(finding)
    return [rule.merge(of_line) for of_line in by_line.values()]


class _Permits:
    """The ``allow`` keywords of a figure, and which of them were needed."""

    def __init__(self, subject: CheckContext) -> None:
        self.around: dict[Element, tuple[Element, ...]] = {}
        """For each element, those around it that allow something, innermost first."""
        self.given: list[tuple[Element, str]] = []
        self.needed: set[tuple[Element, str]] = set()
        self._visit(subject.page.box, ())
        for line in subject.lines:  # wherever an arrow is written, it belongs to the boxes that hold its ends
            holding = tuple(box.node for box in line.around if box.node.allow)
            for node in (line.node, *(label.element for label in line.arrow.children)):
                self.around[node] = tuple(dict.fromkeys((*self.around[node], *holding)))

    def _visit(self, box: Styled, around: tuple[Element, ...]) -> None:
        element = box.element
        self.around[element] = around
        self.given += [(element, rule) for rule in element.allow]
        inner = (element, *around) if element.allow else around
        for child in box.children:
            self._visit(child, inner)

    def cover(self, rule: str, finding: Finding) -> bool:
        """Whether an ``allow`` accepts a finding: on one of its nodes, or on a box around the first."""
        around = self.around.get(finding.nodes[0], ()) if finding.nodes else ()
        for node in (*finding.nodes, *around):
            if rule in node.allow:
                self.needed.add((node, rule))
                return True
        return False

    def faults(self, left_out: frozenset[str]) -> Iterator[OpenFinding]:
        """An ``allow`` for a rule that does not exist, or that nothing breaks any more."""
        for node, rule in self.given:
            if rule not in RULES:
                message = f"allow names {rule!r}, which is not a rule"
                yield OpenFinding(Diagnostic("allow", message, locations(node.origin), did_you_mean(rule, RULES)), ())
            elif (node, rule) not in self.needed and rule not in left_out:
                message = f"allow={{{rule!r}: …}} is not needed: nothing here breaks the rule"
                hint = "take it out" if len(node.allow) == 1 else f"take {rule!r} out of it"
                yield OpenFinding(
                    Diagnostic("allow", message, locations(node.origin), hint, Severity.WARNING), (), rule
                )
