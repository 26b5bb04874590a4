"""The example in the README works as it is printed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.cli import main

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)


def render(script: str, folder: Path) -> int:
    figures = folder / "figures"
    figures.mkdir()
    (figures / "06-exemplo.py").write_text(script, encoding="utf-8")
    return main(["render", str(figures), "--tokens", str(ROOT / "tokens.toml"), "--out", str(folder / "out")])


def test_the_example_renders(tmp_path: Path) -> None:
    assert EXAMPLE is not None
    assert render(EXAMPLE[1], tmp_path) == 0
    assert {path.name for path in tmp_path.glob("out/*/*.png")} == {"06-exemplo.png"}


def test_the_message_shown_is_the_message_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert EXAMPLE is not None
    monkeypatch.chdir(tmp_path)
    wrong = EXAMPLE[1].replace("gap=t.space.xxl", "gap=t.space.xxxl")
    assert render(wrong, Path()) == 1
    printed = capsys.readouterr().err.strip().splitlines()
    shown = [line.removeprefix("    ") for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()]
    assert [line for line in printed if line not in shown] == []
