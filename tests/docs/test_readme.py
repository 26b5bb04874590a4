"""The README works as it is printed, from its first command to its last."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.cli import main
from tests.docs.snippets import DOCS, block

if TYPE_CHECKING:
    import pytest

README = (DOCS.parent / "README.md").read_text(encoding="utf-8")
START = (DOCS / "get-started.md").read_text(encoding="utf-8")
MOST_LINES = 120


def test_it_is_read_in_a_few_minutes() -> None:
    assert len(README.splitlines()) <= MOST_LINES


def test_its_pictures_show_its_example() -> None:
    """They are those of docs/get-started.md, which ``make docs`` draws and other tests compare."""
    assert block(README, "python") == block(START, "python")
    assert block(README, "toml") == block(START, "toml")


def test_each_step_works_after_those_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "\nlayoutkit new bread\ncd bread\nlayoutkit render figures/\n" in block(README, "sh")
    assert main(["new", "bread"]) == 0
    monkeypatch.chdir(tmp_path / "bread")
    assert main(["render", "figures/"]) == 0
    assert Path("out/web/01-first-figure.png").is_file()
    script, tokens = Path("figures/02-dough.py"), Path("tokens.toml")
    script.write_text(block(README, "python"), encoding="utf-8")
    assert main(["render", "figures/"]) == 0
    before = Path("out/web/02-dough.png").read_bytes()
    tokens.write_text(f"{tokens.read_text(encoding='utf-8')}\n{block(README, 'toml')}", encoding="utf-8")
    assert main(["render", "figures/"]) == 0
    after = Path("out/web/02-dough.png").read_bytes()
    assert after != before
    (faulty,) = re.findall(r"Write `(Text\(.*?\))` instead", README)
    good = faulty.replace(", color=t.color.line", "")
    assert good in block(README, "python")
    script.write_text(block(README, "python").replace(good, faulty), encoding="utf-8")
    capsys.readouterr()
    assert main(["render", "figures/"]) == 1
    printed = capsys.readouterr().err.replace("error[contrast] #1:", "error[contrast]:")
    assert block(README, "text").strip() in printed
    assert Path("out/web/02-dough.png").read_bytes() == after
