"""Each command explains itself on one screen."""

from __future__ import annotations

import argparse
import re

import pytest

from layoutkit.cli import _COMMANDS, _parser

LINES, COLUMNS = 40, 80
"""Of a screen."""


def parsers(parser: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    """The parsers of all commands and their actions."""
    found = []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for one in action.choices.values():
                found += [one, *parsers(one)]
    return found


@pytest.fixture(autouse=True)
def _width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(COLUMNS))


@pytest.mark.parametrize("parser", parsers(_parser(_COMMANDS)), ids=lambda parser: parser.prog.replace(" ", "-"))
def test_help_has_a_sentence_examples_and_exit_statuses_on_one_screen(parser: argparse.ArgumentParser) -> None:
    text = parser.format_help()
    assert parser.description is not None
    assert re.fullmatch(r"[A-Z][^.]*\.", parser.description)
    assert "\nexamples:\n  " in text
    assert "\nexit status:\n  0 " in text
    assert len(text.splitlines()) <= LINES
    assert max(map(len, text.splitlines())) <= COLUMNS


def test_examples_begin_with_the_command_that_they_are_of() -> None:
    for parser in parsers(_parser(_COMMANDS)):
        epilog = parser.epilog or ""
        if "eval" not in epilog:
            assert f"\n  {parser.prog}" in epilog, parser.prog
