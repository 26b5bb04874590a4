"""Token files that cannot be read at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tokens.small import faults, written

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
        ("[space]\nm = [1,", 2, 1),  # tomllib says no more than "at end of document"
        ('[space]\nm = """a\n\n', 3, 1),
        ("[spa", 1, 1),
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
    (found,) = faults(path)
    assert (found.rule, found.message) == ("duplicate-key", f"{name} is written twice; first in line {first}")
    (place,) = found.places
    assert (place.line, place.column) == again
