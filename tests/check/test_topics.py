"""What ``layoutkit explain`` tells of faults that no single rule finds is true as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit.check.rules import RULES
from layoutkit.check.topics import TOPICS
from layoutkit.diagnostics import LayoutkitError
from layoutkit.loading import load_figures
from tests.check.figures import IMPORTS, renderer, rules

if TYPE_CHECKING:
    from pathlib import Path

RAISED = ("missing-glyph", "placed-twice", "unknown-token", "arrow-ends")


def raised(script: str, folder: Path) -> set[str]:
    """The ids of what the passes raise about a script's only figure."""
    path = folder / "01-example.py"
    path.write_text(IMPORTS + script, encoding="utf-8")
    (named,), failed = load_figures([path])
    assert not failed
    try:
        renderer().place(named)
    except LayoutkitError as fault:
        return {diagnostic.rule for diagnostic in fault.diagnostics}
    return set()


def test_each_topic_is_tried_here_or_with_the_rules() -> None:
    assert TOPICS.keys() == RULES.keys() | {*RAISED, "allow", "unused-token", "font-weight", "font-glyphs"}
    assert all(id_ == topic.id for id_, topic in TOPICS.items())


@pytest.mark.parametrize("topic", RAISED)
def test_the_bad_example_raises_its_own_fault(topic: str, tmp_path: Path) -> None:
    assert raised(TOPICS[topic].bad, tmp_path) == {topic}


@pytest.mark.parametrize("topic", RAISED)
def test_the_good_example_raises_none(topic: str, tmp_path: Path) -> None:
    assert raised(TOPICS[topic].good, tmp_path) == set()


def test_an_allow_that_is_not_needed(tmp_path: Path) -> None:
    assert rules(TOPICS["allow"].bad, tmp_path) == ["allow"]
    assert rules(TOPICS["allow"].good, tmp_path) == []
