"""The stub: with it, type checkers know the tokens of one file by name."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from layoutkit.tokens import load_theme
from layoutkit.tokens.stub import stub
from tests.tokens.small import loaded, small_theme

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
FIGURE = """\
from layoutkit import Column, Node, Row, Text, Theme, figure


@figure(title="T", alt="A")
def one(t: Theme) -> Node:
    return Column(Row(gap={gap}), background={color}, padding={padding})
"""
RIGHT = {"gap": "t.space.m", "color": "t.color.accent", "padding": "t.card.padding * 2"}


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[str]]:
    """What mypy says about the text of a figure, beside a stub of small.toml."""
    folder = tmp_path_factory.mktemp("typed")
    (folder / "typings").mkdir()
    (folder / "typings" / "layoutkit_tokens.pyi").write_text(stub(small_theme()))

    def check(text: str) -> list[str]:
        (folder / "figure.py").write_text(text)
        options = ("--strict", "--config-file=", "--follow-imports=silent", f"--cache-dir={folder / 'cache'}")
        found = subprocess.run(
            [sys.executable, "-m", "mypy", *options, "figure.py"],
            cwd=folder,
            env={**os.environ, "MYPYPATH": os.pathsep.join(("typings", str(ROOT / "src")))},
            capture_output=True,
            text=True,
            check=False,
        )
        assert found.stderr == ""
        return found.stdout.splitlines()

    return check


def test_a_misspelt_token_is_reported_by_a_type_checker(checked: Callable[[str], list[str]]) -> None:
    assert checked(FIGURE.format(**RIGHT))[-1].startswith("Success")
    wrong = {"gap": "t.space.mm", "color": "t.palette.red", "padding": "t.card.paddin"}
    section, palette, component, _ = checked(FIGURE.format(**wrong))
    assert section.startswith('figure.py:6: error: "_SpaceSection" has no attribute "mm"')
    assert palette.startswith('figure.py:6: error: "Theme" has no attribute "palette"')
    assert component.startswith('figure.py:6: error: "_CardSection" has no attribute "paddin"; maybe "padding"?')


def test_a_misspelt_tone_is_reported_by_a_type_checker(checked: Callable[[str], list[str]]) -> None:
    """The stub of a file without tones allows none; see tests/components/test_tones.py for their names."""
    figure = 'from layoutkit import Node, Pill\n\n\ndef pill() -> Node:\n    return Pill("a"{})\n'
    assert checked(figure.format(""))[-1].startswith("Success")
    refused, _ = checked(figure.format(', tone="loud"'))
    assert refused.startswith('figure.py:5: error: Argument "tone" to "Pill" has incompatible type')


def test_a_stub_names_every_token_of_the_shipped_file() -> None:
    theme = load_theme(ROOT / "tokens.toml")
    text = stub(theme)
    compile(text, "layoutkit_tokens.pyi", "exec")
    classes = dict(re.findall(r"^class (\w+)\(.*\n((?:    .+\n)+)", text, re.MULTILINE))
    members = dict(re.findall(r"^    (\w+): (\w+)$", text.partition("class Tokens:\n")[2], re.MULTILINE))
    assert list(members) == list(theme.tables)
    for section, tokens in theme.tables.items():
        listed = re.findall(r"^    (\w+)(?::|$)", classes[members[section]], re.MULTILINE)
        assert listed == (list(tokens) or ["pass"])


def test_outputs_whose_names_no_attribute_can_have_are_left_out(tmp_path: Path) -> None:
    text = stub(loaded(tmp_path, ("[output.web]", "[output.web-2]")))
    assert compile(text, "layoutkit_tokens.pyi", "exec")
    assert "web" not in text
    assert "    paper: _OutputTokens" in text
