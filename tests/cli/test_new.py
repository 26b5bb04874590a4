"""``layoutkit new``: a folder that can be rendered at once, and one more script."""

from __future__ import annotations

import errno
import os
import re
import subprocess
from itertools import count
from pathlib import Path

import pytest

from layoutkit import load_theme
from layoutkit.cli import main
from layoutkit.commands.new import EXAMPLES
from layoutkit.looks import LOOKS
from tests.programs import needs

FILES = [".gitignore", "README.md", "figures/01-first-figure.py", "figures/_shared.py", "tokens.toml"]
SERIES = ["01-the-water-cycle", "02-where-the-water-is", "03-how-long-it-stays", "04-what-a-city-changes"]


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
    ("name", "way"), [(".", ""), ("./", ""), ("a b", "cd 'a b' && "), ("./figure", "cd ./figure && ")]
)
def test_the_next_step_can_be_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, way: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", name]) == 0
    said = capsys.readouterr().out
    assert f"\n    {way}layoutkit preview figures/\n" in said
    assert said.endswith(f"\n    {way}layoutkit render figures/\n")


@pytest.mark.parametrize(
    ("missing", "said"), [([], "you change them:\n"), (["uvicorn"], '(first: pip install "layout')]
)
def test_the_preview_is_suggested_with_how_to_install_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    missing: list[str],
    said: str,
) -> None:
    monkeypatch.setattr("layoutkit.commands.new.missing_packages", lambda: missing)
    assert main(["new", str(tmp_path / "x")]) == 0
    assert said in capsys.readouterr().out


def test_a_current_folder_that_is_gone_hinders_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert main(["new", str(tmp_path / "new")]) == 0
    assert main(["new", "here"]) == 2
    assert "error[new]: cannot read here: no such file or directory" in capsys.readouterr().err


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


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["x", "--example", "serie"], "there is no example 'serie'; the examples are plain and series", "'series'?"),
        (["x", "--example", "letter"], "there is no example 'letter'", "known here: plain, series"),
        (["figure", "02-x", "--example", "series"], "--example is for a new folder", "leave out --example"),
        (["", "--example", "series"], "the folder has no name", "layoutkit new DIR"),
    ],
)
def test_an_example_that_there_is_not(
    begun: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str, hint: str
) -> None:
    before = sorted(begun.rglob("*"))
    capsys.readouterr()
    assert main(["new", *arguments]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"error[new]: {message}")
    assert said.count("error[") == 1
    assert hint in said
    assert sorted(begun.rglob("*")) == before


# -- looks --------------------------------------------------------------------------------------


@pytest.mark.parametrize("look", LOOKS)
def test_a_series_begins_in_a_look(look: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "water"
    assert main(["new", str(folder), "--look", look]) == 0
    assert f'extends = "layoutkit/{look}"' in (folder / "tokens.toml").read_text()
    assert main(["check", str(folder / "figures"), "--tokens", str(folder / "tokens.toml")]) == 0
    assert "1 figure, 16 modes: 0 errors, 0 warnings" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["x", "--look", "editorail"], "there is no look 'editorail'; the looks are editorial, ", "'editorial'?"),
        (["figure", "02-x", "--look", "editorial"], "--look is for a new folder", "leave out --look"),
    ],
)
def test_a_look_that_there_is_not(
    begun: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str, hint: str
) -> None:
    capsys.readouterr()
    assert main(["new", *arguments]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"error[new]: {message}")
    assert hint in said
    assert not (begun / "x").exists()


# -- the fuller example -------------------------------------------------------------------------


def test_the_fuller_example_is_clean_in_every_mode(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "water"
    assert main(["new", str(folder), "--example", "series"]) == 0
    assert capsys.readouterr().out.endswith(f"    cd {folder} && layoutkit render figures/\n")
    options = ["--tokens", str(folder / "tokens.toml")]
    assert main(["check", str(folder / "figures"), *options]) == 0
    assert "4 figures, 16 modes: 0 errors, 0 warnings" in capsys.readouterr().out
    assert main(["render", str(folder / "figures"), *options, "--target", "svg", "--out", str(folder / "out")]) == 0
    assert sorted(path.stem for path in (folder / "out/svg").iterdir()) == SERIES


def test_the_fuller_example_says_what_is_its_own(tmp_path: Path) -> None:
    """An accent of its own on the base theme, a component of its own, a licence; English, as the plain one."""
    assert main(["new", str(tmp_path), "--example", "series"]) == 0
    assert main(["tokens", "check", "--tokens", str(tmp_path / "tokens.toml")]) == 0  # which runs the scripts
    own, base = load_theme(tmp_path / "tokens.toml"), load_theme()
    assert own.color.accent != base.color.accent
    assert own.color.positive == base.color.positive
    assert (own.series.language, own.series.figures, own.series.licence) == ("en", len(SERIES), "CC BY 4.0")
    assert "@component(TokenTable(" in (tmp_path / "figures/_shared.py").read_text()


@needs("git", "git")
def test_the_readme_of_the_fuller_example_shows_pictures_that_git_keeps(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path), "--example", "series"]) == 0
    readme = (tmp_path / "README.md").read_text()
    shown = re.findall(r"\]\((out/[^)]+)\)", readme)
    assert [Path(path).stem for path in shown] == SERIES
    ignored = ["out/web/01.png", "figures/__pycache__/x.pyc"]
    begin, ask = ["git", "init", "-q"], ["git", "check-ignore", *shown, *ignored]
    subprocess.run(begin, cwd=tmp_path, check=True)
    assert subprocess.run(ask, cwd=tmp_path, capture_output=True, text=True, check=True).stdout.split() == ignored


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_readme_has_the_first_commands(tmp_path: Path, example: str) -> None:
    assert main(["new", str(tmp_path), "--example", example]) == 0
    commands = re.findall(r"^    (layoutkit \w+)", (tmp_path / "README.md").read_text(), re.MULTILINE)
    assert commands == ["layoutkit preview", "layoutkit render", "layoutkit check", "layoutkit new"]


# -- where nothing can be written ---------------------------------------------------------------


def refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The one message about a folder that cannot be begun."""
    capsys.readouterr()
    assert main(["new", str(folder), "--example", "series"]) != 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("error[") == 1
    assert "Traceback" not in said.err
    return said.err


@pytest.mark.parametrize("name", ["tokens.toml", "tokens.toml/inner", "tokens.toml/a/b/c"])
def test_a_path_whose_parent_is_a_file(begun: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    said = refused(begun / name, capsys)
    assert f"{begun / 'tokens.toml'} is a file" in said
    assert "hint: name a folder that does not exist yet" in said


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS])
def test_a_folder_that_cannot_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], number: int
) -> None:
    """Not writable, or on a file system that can only be read; the user of the tests may write everywhere."""

    def mkdir(self: Path, *_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number), str(self))

    monkeypatch.setattr(Path, "mkdir", mkdir)
    said = refused(tmp_path / "new" / "inner", capsys)
    reason = {errno.EACCES: "permission denied", errno.EROFS: "read-only file system"}[number]
    assert f"error[write]: cannot make the folder {tmp_path / 'new'}: {reason}\n" in said
    assert "hint: name a folder in which you may write" in said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("writable", [0, 1, 7])
def test_nothing_is_left_of_a_folder_that_is_not_written_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], writable: int
) -> None:
    opened, original = count(), os.open

    def no_space(path: str, flags: int, mode: int = 0o777, **options: int) -> int:
        if str(path).startswith(str(tmp_path)) and flags & os.O_CREAT and next(opened) >= writable:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return original(path, flags, mode, **options)

    monkeypatch.setattr(os, "open", no_space)
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "new" / "inner", tmp_path / "empty"):
        opened = count()
        said = refused(folder, capsys)
        assert f"error[write]: cannot write {folder}" in said
        assert "no space left on device\n = hint: name a folder in which you may write" in said
    assert [path.name for path in tmp_path.rglob("*")] == ["empty"]


def test_a_figure_that_cannot_be_written(
    begun: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    original = os.open

    def denied(path: str, flags: int, mode: int = 0o777, **options: int) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return original(path, flags, mode, **options)

    before = sorted(begun.rglob("*"))
    monkeypatch.setattr(os, "open", denied)
    capsys.readouterr()
    assert main(["new", "figure", "02-rain"]) == 1
    said = capsys.readouterr()
    assert said.err.startswith(
        "error[write]: cannot write figures/02-rain.py: permission denied\n = hint: name a folder"
    )
    assert (said.out, sorted(begun.rglob("*"))) == ("", before)


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
