"""Faults accepted on purpose."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from layoutkit import Row
from layoutkit.check.context import look_at
from layoutkit.check.examine import examine
from layoutkit.check.rule import at
from layoutkit.check.rules import RULES
from layoutkit.diagnostics import Severity
from layoutkit.loading import load_figures
from layoutkit.paint import paint
from tests.check.figures import IMPORTS, faults, renderer, rules
from tests.nodes.faults import fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from layoutkit.check.context import CheckContext
    from layoutkit.check.rule import Finding

WORDS = "Reutilização de pesos pré-treinados"
FIGURE = """
@figure(title="T", alt="Um texto largo demais.")
def example(t: Theme) -> Node:
    return Column(Card(Text({words!r}, wrap="nowrap"{on_text}), width=t.space.xxl * 4{on_card}))
"""
REASON = ', allow={"overflow": "shown on purpose"}'


def script(*, on_text: str = "", on_card: str = "") -> str:
    return FIGURE.format(words=WORDS, on_text=on_text, on_card=on_card)


def test_a_fault_nobody_allows(tmp_path: Path) -> None:
    assert rules(script(), tmp_path) == ["overflow"]


@pytest.mark.parametrize("where", ["on_text", "on_card"])
def test_allow_holds_for_the_node_and_what_is_inside(where: str, tmp_path: Path) -> None:
    assert rules(script(**{where: REASON}), tmp_path) == []


def test_a_second_allow_for_the_same_fault_is_one_too_many(tmp_path: Path) -> None:
    (fault,) = faults(script(on_text=REASON, on_card=REASON), tmp_path)
    assert (fault.diagnostic.rule, fault.diagnostic.severity) == ("allow", Severity.WARNING)


def test_an_allow_that_is_not_needed_is_reported(tmp_path: Path) -> None:
    text = script(on_card=', allow={"overflow": "old"}').replace(', wrap="nowrap"', "")
    (fault,) = faults(text, tmp_path)
    assert fault.diagnostic.message == "allow={'overflow': …} is not needed: nothing here breaks the rule"


def test_an_allow_for_no_rule_is_an_error(tmp_path: Path) -> None:
    found = faults(script(on_card=', allow={"overflw": "?"}'), tmp_path)
    assert [(f.diagnostic.rule, f.diagnostic.hint) for f in found if f.diagnostic.rule == "allow"] == [
        ("allow", "did you mean 'overflow'?")
    ]


def test_rules_can_be_left_out_altogether(tmp_path: Path) -> None:
    assert faults(script(), tmp_path, allowed=frozenset({"overflow"})) == []


ARROW = """
@figure(title="T", alt="Dois cartões e uma seta.")
def example(t: Theme) -> Node:
    return Row(Card(Text("a")), Arrow({}), Card(Text("b")))
"""


@pytest.mark.parametrize(("allow", "count"), [("", 1), ("allow={'overlap': 'why'}", 0)])
def test_an_arrow_accepts_what_is_said_about_it(allow: str, count: int, tmp_path: Path) -> None:
    def crossing(subject: CheckContext) -> Iterator[Finding]:
        yield from (at(line.node, "crosses a card") for line in subject.lines)

    (tmp_path / "01-arrow.py").write_text(IMPORTS + ARROW.format(allow))
    (named,), _ = load_figures([tmp_path])
    placed = renderer().place(named)
    subject = look_at(named.figure, renderer().theme, placed, paint(placed))
    assert len(examine(subject, rules=[replace(RULES["overlap"], find=crossing)])) == count


NODES = (
    *("Arrow({})", "Text('a', {})", "Spacer({})", "Grid({})", "Stack({})", "BulletList('a', {})"),
    *("Card({})", "Badge('1', {})", "Pill('a', {})", "Code('a', {})", "Table(['a', 'b'], [['c', 'd']], {})"),
)
BETWEEN = """
@figure(title="T", alt="Alguma coisa entre dois textos.")
def example(t: Theme) -> Node:
    return Column(Text("a"), {}, Text("b"))
"""


@pytest.mark.parametrize("node", NODES)
def test_every_node_takes_allow(node: str, tmp_path: Path) -> None:
    found = faults(BETWEEN.format(node.format("allow={'overflow': 'why'}")), tmp_path)
    assert [fault.diagnostic.message for fault in found if fault.diagnostic.rule == "allow"] == [
        "allow={'overflow': …} is not needed: nothing here breaks the rule"
    ]


@pytest.mark.parametrize("allow", [["overflow"], "overflow", {"overflow": 1}, {"overflow": " "}])
def test_an_allow_gives_reasons(allow: Any) -> None:  # noqa: ANN401 - wrong on purpose
    with fault("bad-value") as found:
        Row(allow=allow)
    assert found.message.startswith("allow ")
