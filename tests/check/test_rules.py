"""Every rule: its own examples, and what it says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit.check.rules import RULES
from tests.check.figures import rules

if TYPE_CHECKING:
    from pathlib import Path


OF_SCRIPTS = [rule for rule in RULES if rule != "contract"]
"""Those whose examples are scripts; test_contract.py tries the other, whose examples are token files."""


@pytest.mark.parametrize("rule", OF_SCRIPTS)
def test_the_bad_example_breaks_only_its_own_rule(rule: str, tmp_path: Path) -> None:
    assert set(rules(RULES[rule].bad, tmp_path)) == {rule}


@pytest.mark.parametrize("rule", OF_SCRIPTS)
def test_the_good_example_breaks_none(rule: str, tmp_path: Path) -> None:
    assert rules(RULES[rule].good, tmp_path) == []


def test_ids_are_the_names_of_files() -> None:
    assert all(rule.find.__module__ == f"layoutkit.check.{id_.replace('-', '_')}" for id_, rule in RULES.items())
