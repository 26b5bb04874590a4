"""docs/code-generators.md and llms.txt are what the package declares, and the examples pass every check."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docs.code_page import LLMS, PAGE, llms, with_blocks
from layoutkit import check_figures
from layoutkit.drawing.icons import icon_names
from tests.docs.snippets import BASE

if TYPE_CHECKING:
    from pathlib import Path

TEXT = PAGE.read_text(encoding="utf-8")


def test_the_generated_parts_are_what_the_package_declares() -> None:
    """``make docs`` writes them anew."""
    assert with_blocks(TEXT) == TEXT
    assert LLMS.read_text(encoding="utf-8") == llms(TEXT)


def test_the_examples_pass_every_check_in_every_mode(tmp_path: Path) -> None:
    examples = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    assert len(examples) == 3
    (tmp_path / "tokens.toml").write_text(BASE, encoding="utf-8")
    (tmp_path / "figures").mkdir()
    for number, example in enumerate(examples, start=1):
        (tmp_path / "figures" / f"0{number}-example.py").write_text(example, encoding="utf-8")
    found = check_figures(tmp_path / "figures", tokens=tmp_path / "tokens.toml", allow=["unused-token"])
    assert found.figures == 3
    assert [finding.message for finding in found.findings] == []


def test_the_icons_that_are_named_exist() -> None:
    named = TEXT.partition("Icons have the names")[2].partition("`layoutkit icons")[0]
    assert set(re.findall(r"`([\w-]+)`", named)) <= set(icon_names())
