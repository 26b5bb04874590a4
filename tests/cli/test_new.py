"""``layoutkit new``: a folder that can be rendered at once, and one more script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit.cli import main

if TYPE_CHECKING:
    from pathlib import Path

FILES = [".gitignore", "README.md", "figures/01-first-figure.py", "figures/_shared.py", "tokens.toml"]


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A series that has been begun, as the current folder."""
    folder = tmp_path / "water-cycle"
    assert main(["new", str(folder)]) == 0
    monkeypatch.chdir(folder)
    return folder


def test_a_new_folder_can_be_rendered_and_checked(begun: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sorted(str(path.relative_to(begun)) for path in begun.rglob("*") if path.is_file()) == FILES
    assert main(["new", "figure", "02-rain-falls"]) == 0
    assert main(["render", "figures/", "--target", "svg"]) == 0
    assert main(["check", "figures/"]) == 0
    assert "2 figures, 16 modes: 0 errors, 0 warnings" in capsys.readouterr().out
    assert "Water cycle" in (begun / "out/svg/01-first-figure.svg").read_text()
    assert "Rain falls" in (begun / "figures/02-rain-falls.py").read_text()


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path)]) == 0
    assert (tmp_path / "tokens.toml").is_file()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["new", "."], "the folder . is not empty: it has .gitignore, README.md, figures …"),
        (["new", "tokens.toml"], "tokens.toml is a file"),
        (["new", "other", "name"], "there are two names, other and name"),
        (["new", "figure"], "the figure has no name"),
        (["new", "figure", "rain"], "the name 'rain' breaks the pattern of this series, \"{number:2}-{slug}\""),
        (["new", "figure", "../02-rain"], "the name '../02-rain' breaks the pattern of this series"),
        (["new", "figure", "01-first-figure"], "there is a script figures/01-first-figure.py already"),
    ],
)
def test_what_is_there_is_never_written_over(
    begun: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    before = {path: path.read_bytes() for path in begun.rglob("*") if path.is_file()}
    capsys.readouterr()
    assert main(arguments) == 2
    assert f"error[new]: {message}" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in begun.rglob("*") if path.is_file()} == before


def test_a_folder_that_cannot_be_made_is_one_message(begun: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(begun / "tokens.toml" / "inner")]) != 0
    assert capsys.readouterr().err.count("error[") == 1


def test_a_title_with_quotes_stays_a_title(tmp_path: Path) -> None:
    folder = tmp_path / 'the "best" \\ one'
    assert main(["new", str(folder)]) == 0
    assert main(["tokens", "check", "--tokens", str(folder / "tokens.toml")]) == 0


def test_without_a_token_file_the_hint_says_how_to_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["tokens", "list"]) == 1
    assert "layoutkit new DIR" in capsys.readouterr().err
