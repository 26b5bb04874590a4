"""``layoutkit tokens fix``: shows the changes, asks, and writes them into the author's file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.series import written

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.series import Series

CONTRACT = '[contract]\ntext = { of = ["accent"], on = ["paper", "sunken"], contrast = 4.5 }\n'
PALE = ('accent = "{palette.red}"', "accent   = '#E87070' # of the brand")
LINE = "color.accent  #e87070 -> #af3d41  for contract.text"


@pytest.fixture
def pale(series: Series) -> Series:
    """A series with an accent that is too pale."""
    written(series.folder, PALE, add=f"\n{CONTRACT}")
    return series


def text(series: Series) -> str:
    return (series.folder / "tokens.toml").read_bytes().decode()


def answering(monkeypatch: pytest.MonkeyPatch, answer: str) -> list[str]:
    """A person at a terminal; what it is asked."""
    asked: list[str] = []

    def told(question: str) -> str:
        asked.append(question)
        return answer

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", told)
    return asked


def test_a_change_is_shown_in_one_line_and_written(pale: Series) -> None:
    before = text(pale)
    result = pale.run("tokens", "fix", "--yes")
    assert (result.status, result.err) == (0, "")
    assert result.out == [LINE, "tokens.toml: 1 value written; every contract is kept"]
    assert text(pale) == before.replace("'#E87070' # of", "'#AF3D41' # of")
    again = pale.run("tokens", "fix", "--yes")
    assert (again.status, again.out) == (0, ["tokens.toml: no colour has to change; every contract is kept"])


def test_where_nobody_can_be_asked_nothing_is_written(pale: Series) -> None:
    before = text(pale)
    result = pale.run("tokens", "fix")
    assert (result.status, result.out) == (1, [LINE])
    assert result.err.strip() == (
        "tokens.toml: nothing was written, as this is not a terminal to ask at; add --yes to write"
    )
    assert text(pale) == before


@pytest.mark.parametrize(("answer", "status"), [("y", 0), ("Yes ", 0), ("", 1), ("n", 1)])
def test_a_person_is_asked(pale: Series, monkeypatch: pytest.MonkeyPatch, answer: str, status: int) -> None:
    before = text(pale)
    asked = answering(monkeypatch, answer)
    assert pale.run("tokens", "fix").status == status
    assert asked == ["write 1 value to tokens.toml? [y/N] "]
    assert (text(pale) == before) == (status == 1)


def test_swatches_are_shown_on_terminals_with_all_colours(pale: Series, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLICOLOR_FORCE", "1")
    monkeypatch.setenv("COLORTERM", "truecolor")
    (line,) = pale.run("tokens", "fix").out
    assert line == f"\x1b[48;2;232;112;112m    \x1b[0m\x1b[48;2;175;61;65m    \x1b[0m  {LINE}"
    monkeypatch.setenv("COLORTERM", "")
    monkeypatch.delenv("WT_SESSION", raising=False)
    assert pale.run("tokens", "fix").out == [LINE]


def test_what_is_kept_stays(pale: Series) -> None:
    result = pale.run("tokens", "fix", "--keep", "accent,color.sunken", "--yes")
    assert result.status == 1
    assert "#E87070" in text(pale)
    first, *_ = result.headlines
    assert first == (
        "error[contract]: color.accent on color.sunken has a contrast of 2.3:1; contract.text asks for at least 4.5:1; "
        "color.accent and color.sunken have to stay as they are"
    )
    assert result.err.endswith("tokens.toml: nothing was written, as not all contracts can be kept\n")


def test_a_name_to_keep_that_is_no_colour_is_wrong_usage(pale: Series) -> None:
    result = pale.run("tokens", "fix", "--keep", "acent")
    assert (result.status, result.headlines) == (
        2,
        ["error[unknown-token]: --keep names 'acent', which is not a colour"],
    )
    assert "hint: did you mean 'accent'?" in result.err


def test_the_mode_of_a_change_is_shown(series: Series) -> None:
    modes = '[modes]\ntheme = ["light", "dark"]\n[mode.theme.dark.color]\npaper = "#181818"\nsunken = "#282828"\n'
    written(series.folder, add=f"\n{modes}{CONTRACT}")
    result = series.run("tokens", "fix", "--yes")
    assert result.out[0].startswith("color.accent  #c02020 -> #")
    assert result.out[0].endswith("  in theme=dark  for contract.text")
    assert 'sunken = "#282828"\naccent = "#' in text(series)


def test_the_file_that_is_extended_is_not_touched(pale: Series) -> None:
    before = text(pale)
    own = pale.folder / "own.toml"
    own.write_bytes(b'\xef\xbb\xbfextends = "tokens.toml"\r\n# Mine.\r\n')
    assert pale.run("tokens", "fix", "--tokens", "own.toml", "--yes").status == 0
    assert text(pale) == before
    assert own.read_bytes().decode("utf-8-sig") == (
        'extends = "tokens.toml"\r\n# Mine.\r\n\r\n[color]\r\naccent = "#af3d41"\r\n'
    )
    assert own.read_bytes().startswith(b"\xef\xbb\xbf")


def test_links_and_permissions_stay(pale: Series) -> None:
    path = pale.folder / "tokens.toml"
    real = path.rename(pale.folder / "real.toml")
    path.symlink_to(real)
    real.chmod(0o640)
    assert pale.run("tokens", "fix", "--yes").status == 0
    assert path.is_symlink()
    assert "#AF3D41" in real.read_text()
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_file_that_may_not_be_written_is_named(pale: Series) -> None:
    path = pale.folder / "tokens.toml"
    path.chmod(0o444)
    result = pale.run("tokens", "fix", "--yes")
    assert (result.status, result.headlines) == (1, ["error[write]: cannot write tokens.toml: it is read-only"])
    assert "hint: run chmod u+w tokens.toml" in result.err
    assert "#E87070" in path.read_text()


def test_a_file_that_changed_meanwhile_is_left_alone(pale: Series, monkeypatch: pytest.MonkeyPatch) -> None:
    path = pale.folder / "tokens.toml"
    answering(monkeypatch, "y")
    monkeypatch.setattr("builtins.input", lambda _: str(path.write_text(path.read_text() + "# more\n")) and "y")
    result = pale.run("tokens", "fix")
    assert (result.status, result.headlines) == (
        1, ["error[write]: tokens.toml changed on disk since it was read; nothing was written"],
    )  # fmt: skip
    assert "#E87070" in path.read_text()


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("[palette]", "[palette", "toml-syntax"),
        ('ink = "{palette.black}"', 'ink = "{palette.blak}"', "unknown-token"),
        ('on = ["paper", "sunken"]', 'on = ["papre"]', "unknown-token"),
        ("s = 4", "s = true", "token-type"),
    ],
)
def test_other_faults_are_reported_as_usual(pale: Series, old: str, new: str, rule: str) -> None:
    path = pale.folder / "tokens.toml"
    path.write_text(path.read_text().replace(old, new))
    before = text(pale)
    result = pale.run("tokens", "fix", "--yes")
    assert (result.status, result.out) == (1, [])
    assert result.headlines[0].startswith(f"error[{rule}]")
    assert text(pale) == before


def test_a_missing_file_is_reported_as_usual(series: Series) -> None:
    result = series.run("tokens", "fix", "--tokens", "none.toml")
    assert (result.status, result.headlines) == (1, ["error[tokens-file]: there is no token file none.toml"])


def test_sizes_on_paper_are_left_and_named(pale: Series) -> None:
    path = pale.folder / "tokens.toml"
    path.write_text(path.read_text() + 'paper = { font_size = "20pt" }\n')
    result = pale.run("tokens", "fix", "--yes")
    assert result.status == 1
    assert result.out[-1] == "tokens.toml: 1 value written; what is left is no matter of colours"
    assert "#AF3D41" in text(pale)
    assert result.headlines[0].startswith("error[contract]: type.")


def test_a_file_in_another_folder_is_found(pale: Series, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "tokens.toml").write_text('extends = "../tokens.toml"\n')
    assert pale.run("tokens", "fix", "--tokens", "other/tokens.toml", "--yes").status == 0
    assert (other / "tokens.toml").read_text() == 'extends = "../tokens.toml"\n\n[color]\naccent = "#af3d41"\n'
