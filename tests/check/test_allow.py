"""Faults accepted on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit.diagnostics import Severity
from tests.check.figures import faults, rules

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "Reutilização de pesos pré-treinados"
FIGURE = """
@figure(title="T", alt="Um texto largo demais.")
def example(t: Theme) -> Node:
    return Column(Card(Text({words!r}, wrap=False{on_text}), width=t.space.xxl * 4{on_card}))
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
    text = script(on_card=', allow={"overflow": "old"}').replace(", wrap=False", "")
    (fault,) = faults(text, tmp_path)
    assert fault.diagnostic.message == "allow={'overflow': …} is not needed: nothing here breaks the rule"


def test_an_allow_for_no_rule_is_an_error(tmp_path: Path) -> None:
    found = faults(script(on_card=', allow={"overflw": "?"}'), tmp_path)
    assert [(f.diagnostic.rule, f.diagnostic.hint) for f in found if f.diagnostic.rule == "allow"] == [
        ("allow", "did you mean 'overflow'?")
    ]


def test_rules_can_be_left_out_altogether(tmp_path: Path) -> None:
    assert faults(script(), tmp_path, allowed=frozenset({"overflow"})) == []
