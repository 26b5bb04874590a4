"""docs/components.md: every component is in it, and its example renders without a finding."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit import components
from layoutkit.cli import main
from layoutkit.tokens import load_theme

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "components.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found[1]


def test_every_component_is_told_with_its_tokens() -> None:
    table = PAGE.partition("## A component of your own")[0]
    names = [name for name in components.__all__ if inspect.isfunction(getattr(components, name))]
    assert [name for name in names if not re.search(rf"`{name}[(`]|, `{name}`", table)] == []
    rows = [row.split("|")[3] for row in table.splitlines() if row.startswith("| `")]
    told = {token for row in rows for token in re.findall(r"`(\w+)`", row)}
    assert told <= set(load_theme(ROOT / "tokens.toml").components)


def test_the_example_renders_without_a_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tokens = (ROOT / "tokens.toml").read_text(encoding="utf-8").replace('"fonts/', f'"{ROOT}/fonts/')
    (tmp_path / "tokens.toml").write_text(tokens + "\n" + block("toml"), encoding="utf-8")
    script = tmp_path / "01-receita.py"
    script.write_text(block("python"), encoding="utf-8")
    arguments = ["render", str(script), "--tokens", str(tmp_path / "tokens.toml"), "--out", str(tmp_path / "out")]
    assert main(arguments) == 0
    assert capsys.readouterr().err == ""
    assert (tmp_path / "out" / "web" / "01-receita.png").is_file()
