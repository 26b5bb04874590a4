"""docs/api.md: the examples run as they are printed, and every public name has one."""

from __future__ import annotations

import ast
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

import layoutkit

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
THAT_RUN = (*(ROOT / "docs" / "sheets").glob("*.py"), *(ROOT / "figures").glob("*.py"))
"""Scripts that other tests render."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a token file and a script of figures."""
    monkeypatch.chdir(tmp_path)
    text = (ROOT / "tokens.toml").read_text(encoding="utf-8").replace('"fonts/', f'"{ROOT}/fonts/')
    (tmp_path / "tokens.toml").write_text(text, encoding="utf-8")
    (tmp_path / "figures").mkdir()
    shutil.copy(ROOT / "docs" / "sheets" / "03-routing.py", tmp_path / "figures")
    return tmp_path


def test_the_examples_run_in_their_order(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known: dict[str, Any] = {"__name__": "example"}
    for number, example in enumerate(EXAMPLES, start=1):
        exec(compile(example, str(folder / f"example-{number}.py"), "exec"), known)  # noqa: S102 - our own page
    made = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.suffix in {".png", ".svg", ".pdf"}}
    names = {"hello.png", "hello-base.svg", "hello-dark.png", "hello-dark.pdf", "nodes.svg"}
    assert made == {*names, "sales/north.png", "sales/south.png", "out/web/03-routing.png"}
    assert known["report"].ok
    assert known["errors"] == []
    assert all(page.startswith(b"%PDF") for page in known["pages"])
    assert known["svgs"][:2] == known["svgs"][2:]
    assert "known here: l, m, s" in capsys.readouterr().out


def test_every_public_name_is_used_in_an_example_that_runs() -> None:
    sources = [*EXAMPLES, *(path.read_text(encoding="utf-8") for path in THAT_RUN)]
    used = {node.id for source in sources for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}
    assert set(layoutkit.__all__) - used == set()


def test_the_table_of_names_has_every_public_name_once() -> None:
    table = PAGE.partition("## All names")[2].partition("\n\nThe nodes")[0]
    names = re.findall(r"`(\w+)`", table)
    assert sorted(names) == sorted(layoutkit.__all__)
