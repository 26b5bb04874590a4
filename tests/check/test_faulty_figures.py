"""Faulty figures, at least one for every rule, and the whole of what the author reads about each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from layoutkit.check.topics import TOPICS
from tests.check.faulty_figures import CASES, FOLDER, accepted, told

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_messages_are_those_that_were_accepted(case: Path) -> None:
    """``make accept`` shows what changed, ``make accept TAKE=1`` keeps it."""
    assert told(case) == accepted(case).read_text(encoding="utf-8")


def test_every_fault_that_can_be_explained_is_shown() -> None:
    texts = [accepted(case).read_text(encoding="utf-8") for case in CASES]
    shown = {rule for text in texts for rule in re.findall(r"^(?:error|warning)\[([\w-]+)\]", text, re.MULTILINE)}
    assert shown >= TOPICS.keys()
    assert len(CASES) >= 40


def test_a_case_is_named_after_what_it_shows() -> None:
    for case in CASES:
        rules = re.findall(r"^\w+\[([\w-]+)\]", accepted(case).read_text(encoding="utf-8"), re.MULTILINE)
        assert case.stem == f"{case.stem[:3]}several" or any(case.stem[3:].startswith(rule) for rule in rules), case


def test_no_accepted_text_is_left_over() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == {case.stem for case in CASES}
