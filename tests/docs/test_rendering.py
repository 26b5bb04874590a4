"""docs/rendering.md: the example runs as it is printed, and its options and messages are those of the program."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from layoutkit.cli import main

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "rendering.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"(?<!-->\n)```python\n(.*?)```", PAGE, re.DOTALL)


def test_the_example_draws_what_it_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "figures", tmp_path / "figures")
    (tmp_path / "fonts").symlink_to(ROOT / "fonts")
    shutil.copy(ROOT / "tokens.toml", tmp_path)
    monkeypatch.chdir(tmp_path)
    (example,) = EXAMPLES
    known: dict[str, Any] = {}
    exec(compile(example, str(tmp_path / "example.py"), "exec"), known)  # noqa: S102 - our own page
    assert capsys.readouterr().out == "['01-instruction-tuning-visao-geral.png'] True\n"


def test_options_of_the_page_exist(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("render", "catalog"):
        with pytest.raises(SystemExit):
            main([command, "--help"])
    shown = capsys.readouterr().out
    assert {option for option in re.findall(r"--[a-z]+", PAGE) if option not in shown} == set()
