"""The example in the README works as it is printed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from layoutkit.cli import main
from tests.docs.kept_pictures import small
from tests.goldens.comparing import compared

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)


def render(script: str, folder: Path) -> int:
    figures = folder / "figures"
    figures.mkdir()
    (figures / "02-dough.py").write_text(script, encoding="utf-8")
    (figures / "tokens.toml").write_text('extends = "layoutkit"\n[series]\nlanguage = "en"\n', encoding="utf-8")
    return main(["render", str(figures), "--tokens", str(figures / "tokens.toml"), "--out", str(folder / "out")])


def test_the_example_renders(tmp_path: Path) -> None:
    assert EXAMPLE is not None
    assert render(EXAMPLE[1], tmp_path) == 0
    assert {path.name for path in tmp_path.glob("out/*/*.png")} == {"02-dough.png"}


def test_the_picture_is_what_the_example_shows_now(tmp_path: Path) -> None:
    """``make docs`` draws it anew; look at it."""
    assert EXAMPLE is not None
    assert render(EXAMPLE[1], tmp_path) == 0
    with (
        Image.open(tmp_path / "out" / "web" / "02-dough.png") as drawn,
        Image.open(ROOT / "docs" / "dough.png") as kept,
    ):
        assert drawn.size == kept.size
        change = compared(small(kept), small(drawn))
    assert not change.counts, f"docs/dough.png {change}; if it is meant, run `make docs`"


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
