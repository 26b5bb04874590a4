"""Token files that cannot be read at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tokens.small import SMALL, faults, written

if TYPE_CHECKING:
    from pathlib import Path


def test_a_missing_file(tmp_path: Path) -> None:
    (found,) = faults(tmp_path / "tokens.toml")
    assert (found.rule, found.message) == ("tokens-file", f"there is no token file {tmp_path / 'tokens.toml'}")
    assert "--tokens" in found.hint


def test_a_folder(tmp_path: Path) -> None:
    (found,) = faults(tmp_path)
    assert (found.rule, found.message) == ("tokens-file", f"cannot read {tmp_path}: Is a directory")


def test_a_path_below_a_file(tmp_path: Path) -> None:
    path = written(tmp_path) / "tokens.toml"
    (found,) = faults(path)
    assert (found.rule, found.message) == ("tokens-file", f"cannot read {path}: Not a directory")


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "tokens.toml"
    path.write_bytes(b"# caf\xe9\n")
    (found,) = faults(path)
    assert (found.rule, found.message) == ("tokens-file", f"{path} is not UTF-8 text: byte 5 cannot be decoded")


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("[space]\nm = \n", 2, 5),
        ("[space]\nm = 4 5\n", 2, 7),
        ('[space]\nm = "a\n', 2, 7),
        ("[space]\nm = [1,", 2, 5),  # what has no end is told where it begins
        ('[space]\nm = """a\n\n', 2, 5),
        ("[spa", 1, 5),
    ],
)
def test_a_syntax_error_has_a_place(tmp_path: Path, text: str, line: int, column: int) -> None:
    path = tmp_path / "tokens.toml"
    path.write_text(text)
    (found,) = faults(path)
    assert found.rule == "toml-syntax"
    assert found.message.startswith("not valid TOML: ")
    assert "(at " not in found.message
    (place,) = found.places
    assert (place.path, place.line, place.column) == (path, line, column)


def test_places_do_not_depend_on_line_ends(tmp_path: Path) -> None:
    path = written(tmp_path, ("s = 4", 's = """\nx"""'), ("head = 6", "head = -6"))
    expected = [fault.places for fault in faults(path)]
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert [fault.places for fault in faults(path)] == expected
    assert len(expected) == 2


def test_an_endless_number(tmp_path: Path) -> None:
    (found,) = faults(written(tmp_path, ("s = 4", f"s = {'4' * 5000}")))
    assert found.rule == "toml-syntax"
    assert found.message.endswith("contains a number with too many digits")


@pytest.mark.parametrize(("depth", "rule"), [(100, "token-type"), (400, "token-type"), (5000, "toml-syntax")])
def test_deep_nesting(tmp_path: Path, depth: int, rule: str) -> None:
    (found,) = faults(written(tmp_path, ("s = 4", f"s = {'[' * depth}{']' * depth}")))
    assert found.rule == rule
    assert len(found.message) < 200


@pytest.mark.parametrize(
    ("text", "name", "first", "again"),
    [
        ("[space]\nm = 4\nm = 5\n", "space.m", 2, (3, 1)),
        ("[space]\nm = 1\n[space]\n", "space", 1, (3, 2)),
        ("[type]\nbody = { size = 1, size = 2 }\n", "type.body.size", 2, (2, 20)),
        ('[space]\nm = 4\n"m" = [1,\n2]\n', "space.m", 2, (3, 1)),
    ],
)
def test_what_is_written_twice(tmp_path: Path, text: str, name: str, first: int, again: tuple[int, int]) -> None:
    path = tmp_path / "tokens.toml"
    path.write_text(text)
    (found,) = (fault for fault in faults(path) if fault.rule == "duplicate-key")
    assert (found.rule, found.message) == ("duplicate-key", f"{name} is written twice; first in line {first}")
    (place,) = found.places
    assert (place.line, place.column) == again


def test_all_that_is_written_twice_comes_with_the_other_faults(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        ("s = 4", "s = 4\ns = 5\nq = true"),
        ("thin = 2", "thin = 2\nthin = 3"),
        ("size = 10, line_height = 15", "size = 10, line_height = 15, line_height = 16"),
        ("head = 6", "head = -6"),
        add='\n[space]\nm = 9\nxl = "{space.mm}"\n',
    )
    found = [(fault.rule, fault.message.partition(" ")[0]) for fault in faults(path)]
    assert found == [
        ("duplicate-key", "space.s"), ("token-type", "space.q"), ("duplicate-key", "stroke.thin"),
        ("duplicate-key", "type.body.line_height"), ("token-type", "arrow.head"), ("duplicate-key", "space"),
        ("duplicate-key", "space.m"), ("unknown-token", "space.xl"),
    ]  # fmt: skip


def test_what_stands_below_a_repeated_header_belongs_to_the_section(tmp_path: Path) -> None:
    path = written(tmp_path, ('l = "{space.m} * 2"', 'l = "{space.xl} * 2"'), add="\n[space]\nxl = 9")
    assert [fault.message for fault in faults(path)] == [f"space is written twice; first in line {line_of('[space]')}"]


def line_of(text: str) -> int:
    """The line of small.toml that is this text."""
    return SMALL.split("\n").index(text) + 1


def test_what_is_written_twice_is_told_before_what_is_no_toml(tmp_path: Path) -> None:
    path = written(tmp_path, ("s = 4", "s = 4\ns = 5"), ("head = 6", "head = "))
    assert [fault.rule for fault in faults(path)] == ["duplicate-key", "toml-syntax"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('m = "16', "the text has no closing quote in this line"),
        ("m = '16", "the text has no closing quote in this line"),
        ('m = """16', "the text has no closing quotes"),
        ("m = 4 5", "expected the end of the line after the value"),
        ("m 4", 'expected "=" after the key'),
        ("m = [4 5]", 'expected "," or "]" in the list'),
        ("m = { a = 1 b = 2 }", 'expected "," or "}" in the table'),
        ("m = #FFF", 'a colour stands in quotes: "#FFF"'),
        ("m = # 16", 'expected a value, such as 16, "2mm" or "{space.m}"'),
        ("m. = 4", "expected a key of a-z, 0-9, _ and -, or one in quotes"),
        ("[color", 'expected "]" after the name of the section'),
        ("= 4", "expected a key or a [section]"),
        ('m = "\\d"', "a backslash in a text is written twice"),
        ('m = "\\uD800"', "the escape stands for no character"),
        ("m = 2024-02-30", "there is no such date"),
        ("m = {}\nm.a = 1", "this key is written twice"),
        ('m = "\x07"', "a text cannot hold the character '\\x07'"),
    ],
)
def test_what_is_no_toml_is_said_in_our_own_words(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "tokens.toml"
    path.write_text(f"[space]\n{line}\n")
    (found,) = faults(path)
    assert (found.rule, found.message) == ("toml-syntax", f"not valid TOML: {message}")
