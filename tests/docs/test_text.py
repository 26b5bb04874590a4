"""The examples of docs/text.md work as they are printed."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from docs.page_pictures import DOCS, PICTURES, run_blocks
from layoutkit import load_theme
from layoutkit.cli import main
from layoutkit.tokens.schema import FIELDS
from tests.docs.kept_pictures import assert_looks_as
from tests.tokens.merged import merged

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "text.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
TOKENS = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_the_examples_render(number: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / f"0{number}-exemplo.py"
    script.write_text(EXAMPLES[number], encoding="utf-8")
    arguments = ["render", str(script), "--tokens", str(ROOT / "tokens.toml"), "--out", str(tmp_path / "out")]
    assert main([*arguments, "--target", "web"]) == 0, capsys.readouterr().err
    assert (tmp_path / "out" / "web" / f"0{number}-exemplo.png").exists()


def test_the_examples_look_as_their_pictures_in_the_base_theme() -> None:
    """``make docs`` draws the pictures anew; look at them."""
    theme, made = load_theme(), run_blocks("text.md")
    for name, file in PICTURES["text.md"].items():
        assert_looks_as(DOCS / file, made[name].render(theme, scale=1), 2)


def test_the_tokens_are_those_of_the_series() -> None:
    shown = [tomllib.loads(part) for part in TOKENS]
    assert shown
    shipped: dict[str, Any] = merged().tables
    for section, tokens in [pair for part in shown for pair in part.items()]:
        assert tokens.items() <= shipped[section].items()


def test_the_message_shown_is_the_message_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("figures").mkdir()
    lines = [
        "from layoutkit import Node, Text, Theme, figure", "", "",
        '@figure(title="Máscara", alt="Um texto.")',
        "def mascara(t: Theme) -> Node:", '    """Marks that do not close."""',
        "    return (", '        Text("Multiplicar *zero anula o erro.")', "    )", "",
    ]  # fmt: skip
    Path("figures/06-mascara.py").write_text("\n".join(lines), encoding="utf-8")
    assert main(["render", "figures/06-mascara.py", "--tokens", str(ROOT / "tokens.toml"), "--out", "out"]) == 1
    printed = capsys.readouterr().err.strip().splitlines()
    shown = [line.removeprefix("    ") for line in PAGE.splitlines()]
    assert [line for line in printed if line not in shown] == []


def test_every_key_of_a_type_role_is_told() -> None:
    (table,) = re.findall(r"## Type roles\n.*?\|---\|---\|\n(.*?)\n\n", PAGE, re.DOTALL)
    told = {key for row in table.splitlines() for key in re.findall(r"`(\w+)`", row.split("|")[1])}
    assert told == set(FIELDS["type"])
