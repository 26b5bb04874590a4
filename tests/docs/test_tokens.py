"""docs/tokens.md: its tables are the keys that are read, its examples load, and former names are told as it says."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from docs.token_tables import with_tables
from layoutkit import load_theme
from layoutkit.former_names import current_key, current_table, current_word
from layoutkit.tokens.formats import formats
from layoutkit.tokens.schema import FIELDS, FORMAT, RESERVED, SECTIONS, ValueKind
from layoutkit.tokens.series import SeriesTokens

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "tokens.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
FORMER = PAGE.partition("## Former names")[2].partition("## ")[0]


def test_the_tables_are_what_the_package_declares() -> None:
    """``make docs`` writes them anew."""
    assert with_tables(PAGE) == PAGE


def test_every_section_kind_and_format_has_its_place() -> None:
    blocks = set(re.findall(r"<!-- keys: ([\w.]+) -->", PAGE))
    assert blocks == {"sections", "box", "page", *FIELDS, *(f"output.{name}" for name in formats.names)}
    sections = PAGE.partition("## Sections\n")[2].partition("## Values")[0]
    assert set(re.findall(r"`\[?(\w+)\]?`", sections)) >= {*SECTIONS, *FIELDS, *RESERVED}
    kinds = PAGE.partition("## Values\n")[2].partition("###")[0]
    assert {kind.value for kind in ValueKind} == set(
        re.findall(r"^\| (an? .*?|true or false) \| `", kinds, re.MULTILINE)
    )
    assert f"format = {FORMAT}\n" in EXAMPLES[0]


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_the_examples_load(number: int, tmp_path: Path) -> None:
    text = EXAMPLES[number]
    (tmp_path / "logo.svg").write_text("<svg/>", encoding="utf-8")
    path = tmp_path / "tokens.toml"
    path.write_text(text if "extends" in text else f'extends = "layoutkit"\n{text}', encoding="utf-8")
    assert load_theme(path).color.accent


def test_every_key_of_the_series_is_listed() -> None:
    series = PAGE.partition("## `[series]`")[2].partition("## ")[0]
    listed = re.findall(r"`(\w+)`", "".join(row.split(" | ")[0] for row in series.splitlines() if row[:3] == "| `"))
    assert listed == [field.name for field in fields(SeriesTokens)]


def test_former_names_are_told_as_the_page_says() -> None:
    words = re.compile(r"`([\w…]+)`")
    checked = 0
    rows = [row for row in FORMER.splitlines() if row.startswith("| ")]
    for row in rows[1:]:
        where, former, now = row.strip("| ").split(" | ")
        section = where.strip("`[]") if where.startswith("`[") else "card"
        for old, new in zip(words.findall(former), words.findall(now.partition(", with")[0]), strict=True):
            found = {"names of tables": current_table, "words": current_word}.get(where)
            told = found(old) if found is not None else current_key(section, old)
            assert told.partition(",")[0] == new
            checked += 1
    assert checked > 12
