"""docs/checks.md is true: its example and its messages."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

import pytest

from layoutkit.cli import main

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
EXAMPLE = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The example as figures/06-etapas.py of the current folder."""
    assert EXAMPLE is not None
    monkeypatch.chdir(tmp_path)
    Path("figures").mkdir()
    Path("figures/06-etapas.py").write_text(EXAMPLE[1], encoding="utf-8")


@pytest.mark.usefixtures("example")
def test_the_message_shown_is_the_message_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "figures", "--tokens", str(ROOT / "tokens.toml"), "--allow", "unused-token"]) == 1
    printed = capsys.readouterr()
    assert re.fullmatch(r"1 figure, \d+ modes: 1 error, 0 warnings\n", printed.out)
    shown = [line.removeprefix("    ") for line in PAGE.splitlines()]
    assert [line for line in printed.err.strip().splitlines() if line not in shown] == []


@pytest.mark.usefixtures("example")
def test_the_tree_shown_is_the_tree_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", "figures", "--tokens", str(ROOT / "tokens.toml")]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert [line for line in rows[2:5] if f"    {line}" not in PAGE.splitlines()] == []


def test_the_message_about_a_contract_is_the_one_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = ROOT / "tests/check/faulty/57-contract"
    text = (case / "tokens.toml").read_text(encoding="utf-8").replace("../../../../fonts", f"{ROOT}/fonts")
    modes = '[modes]\ntheme = ["light", "dark"]\n[mode.theme.dark.color]\nnote = "#000000"\n'
    (tmp_path / "tokens.toml").write_text(f"{text}\n{modes}", encoding="utf-8")
    (tmp_path / "01-aviso.py").write_bytes((case / "01-aviso.py").read_bytes())
    with contextlib.chdir(tmp_path):
        assert main(["check", ".", "--tokens", "tokens.toml", "--allow", "unused-token"]) == 1
    shown = [line.removeprefix("    ") for line in PAGE.splitlines()]
    assert [line for line in capsys.readouterr().err.strip().splitlines() if line not in shown] == []
