"""``[series]``: what figures share beside their look; nothing of it is assumed."""

from __future__ import annotations

import linecache
from typing import TYPE_CHECKING

import pytest

from layoutkit import Column, Heading, Node, Theme, TokensError, figure, load_theme
from layoutkit.diagnostics import LayoutkitError
from layoutkit.tokens.series import SeriesTokens
from tests.tokens.small import SMALL, faults, written

if TYPE_CHECKING:
    from pathlib import Path

SECTION = SMALL[SMALL.index("[series]") :]


def series(folder: Path, text: str) -> Path:
    """The small token file with another section."""
    return written(folder, (SECTION, f"[series]\n{text}"))


def test_a_file_without_the_section_assumes_nothing(tmp_path: Path) -> None:
    own = load_theme(written(tmp_path, (SECTION, ""))).series
    assert own == SeriesTokens()
    assert (own.title, own.language, own.figure_number) == ("", "", "{number}")


def test_figures_read_it(tmp_path: Path) -> None:
    path = series(tmp_path, 'title = "Water"\nauthor = "Ada"\nlicence = "CC BY 4.0"\nlanguage = "en"\n')
    own = load_theme(path).series
    assert (own.title, own.author, own.licence, own.language) == ("Water", "Ada", "CC BY 4.0", "en")


def test_a_chapter_inherits_the_series_of_its_book(tmp_path: Path) -> None:
    series(tmp_path, 'title = "Water"\nlanguage = "en"\n')
    path = tmp_path / "chapter.toml"
    path.write_text('extends = "tokens.toml"\n[series]\ntitle = "Rain"\n')
    own = load_theme(path).series
    assert (own.title, own.language) == ("Rain", "en")


@pytest.mark.parametrize(
    ("pattern", "good", "bad"),
    [
        ("{slug}", ["a", "04", "two-words", "x2-y"], ["", "A", "a_b", "-a", "a--b", "não"]),
        ("{number:2}-{slug}", ["04-a", "104-a-b"], ["4-a", "a-04", "04", "٠٢-a"]),
        ("{number}-{slug}", ["4-a", "04-a"], ["a", "-a"]),
        ("fig-{number:3}", ["fig-001", "fig-1000"], ["fig-1", "fig-001-a", "001"]),
        ("{slug}-{number}", ["a-b-4"], ["a", "a-b"]),
    ],
)
def test_a_pattern_of_file_names(pattern: str, good: list[str], bad: list[str]) -> None:
    own = SeriesTokens(file_names=pattern)
    assert [name for name in good if not own.suits(name)] == []
    assert [name for name in bad if own.suits(name)] == []
    assert own.suits(own.example), own.example


@pytest.mark.parametrize(
    ("numbering", "number", "words"),
    [("1", 4, "4 / 29"), ("01", 4, "04 / 29"), ("i", 4, "iv / xxix"), ("I", 9, "IX / XXIX"), ("a", 27, "aa / ac"),
     ("A", 26, "Z / AC")],
)  # fmt: skip
def test_numbers_are_written_as_the_first_one(numbering: str, number: int, words: str) -> None:
    own = SeriesTokens(figures=29, numbering=numbering, figure_number="{number} / {count}")
    assert own.numbered(number) == words


@pytest.mark.parametrize("number", [0, 6, True, 1.5])
def test_a_number_that_no_figure_has(number: int) -> None:
    with pytest.raises(LayoutkitError, match="expected a whole number from 1 to 5"):
        SeriesTokens(figures=5).numbered(number)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("titel = 'x'", "series has no key 'titel'", "did you mean 'title'?"),
        ("language = 3", "series.language is 3; expected a text", 'write it in quotes: language = "…"'),
        ("title = 'a\tb'", "series.title is 'a\\tb'; expected a text in one line", "leave out"),
        ("figures = 0", "series.figures is 0; expected a whole number above 0", "write how many"),
        ("figures = true", "series.figures is true; expected a whole number", "write how many"),
        ("numbering = 'x'", "series.numbering is 'x'; expected one of 1, 01, i, I, a, A", "write it as that of"),
        ("figure_number = 'Figure'", "series.figure_number is 'Figure'; expected words with {number}", "write them"),
        ("figure_number = '{number} {of}'", "series.figure_number is '{number} {of}'; expected words", "write them"),
        ("figure_number = '{number} of {count}'", "series.figure_number has {count}, and the series", "add a line"),
        ("file_names = 'XX-nome'", "series.file_names is 'XX-nome'; expected a pattern", "write it such as"),
        ("file_names = '../{slug}'", "series.file_names is '../{slug}'; expected a pattern", "write it such as"),
        ("file_names = '{slug}{slug}'", "series.file_names is '{slug}{slug}'; expected a pattern", "write it such"),
        ("file_names = '.*'", "series.file_names is '.*'; expected a pattern", "write it such"),
    ],
)
def test_what_is_wrong_in_the_section_is_one_message(tmp_path: Path, text: str, message: str, hint: str) -> None:
    [fault] = faults(series(tmp_path, f"{text}\n"))
    assert fault.message.startswith(message), fault.message
    assert fault.hint.startswith(hint), fault.hint


def test_a_section_that_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "tokens.toml"
    path.write_text('extends = "layoutkit"\nseries = "Water"\n')
    assert [fault.message for fault in faults(path)] == ["series is not a table"]


def _card(_: Theme) -> Node:
    return Column(Heading("Water"))


def test_no_language_is_assumed(tmp_path: Path) -> None:
    theme = load_theme(written(tmp_path, (SECTION, "")))
    silent = figure(title="Rain", alt="How rain falls.")(_card)
    [found] = [fault for fault in silent.check(theme) if fault.rule == "language"]
    assert found.message == "neither the figure nor [series] in the token file declares a language"
    speaking = figure(title="Rain", alt="How rain falls.", language="en")(_card)
    assert [fault for fault in speaking.check(theme) if fault.rule == "language"] == []
    assert b'lang="en"' in speaking.render(theme, "svg")
    assert b'lang="und"' in silent.render(theme, "svg")


def test_a_figure_has_the_language_of_its_series_unless_it_says_its_own(tmp_path: Path) -> None:
    theme = load_theme(series(tmp_path, 'language = "de"\n'))
    silent = figure(title="Rain", alt="How rain falls.")(_card)
    assert [fault for fault in silent.check(theme) if fault.rule == "language"] == []
    assert b'lang="de"' in silent.render(theme, "svg")
    assert b'lang="en"' in figure(title="Rain", alt="How rain falls.", language="en")(_card).render(theme, "svg")


@pytest.mark.parametrize("tag", ["deutsch", "pt_BR", "xx", "en-ZZ", "en "])
def test_a_wrong_language_of_the_series_is_told_at_its_line(tmp_path: Path, tag: str) -> None:
    """Once, and not for each figure."""
    with pytest.raises(TokensError) as raised:
        load_theme(series(tmp_path, f'language = "{tag}"\n'))
    [found] = raised.value.diagnostics
    assert found.message == f"series.language is {tag!r}; expected a BCP 47 tag of a language that exists"
    assert found.hint == 'write it such as "en" or "pt-BR"'
    assert linecache.getline(str(found.places[0].path), found.places[0].line) == f'language = "{tag}"\n'
