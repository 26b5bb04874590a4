"""WOFF files are unpacked once, and what is kept is never wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from layoutkit.diagnostics import LayoutkitError
from layoutkit.text import unpacked as module
from layoutkit.text.face import Face
from layoutkit.text.font_data import font_data

ROBOTO = Path(__file__).parents[2] / "fonts" / "roboto-400.ttf"
MONO = ROBOTO.with_name("mono-400.ttf")


def packed(path: Path, source: Path = ROBOTO, flavor: str = "woff") -> Path:
    with TTFont(source) as font:
        font.flavor = flavor
        font.save(path)
    return path


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many bytes each file had that was unpacked."""
    seen: list[int] = []
    unpack = module._unpack

    def counted(data: bytes) -> bytes:
        seen.append(len(data))
        return unpack(data)

    monkeypatch.setattr(module, "_unpack", counted)
    return seen


def kept(folder: Path) -> list[Path]:
    return sorted((folder / "__pycache__").iterdir())


@pytest.mark.parametrize("flavor", ["woff", "woff2"])
def test_a_file_is_unpacked_once(tmp_path: Path, count: list[int], flavor: str) -> None:
    path = packed(tmp_path / f"a.{flavor}", flavor=flavor)
    first, second = font_data(path, None), font_data(path, None)
    assert first == second
    assert len(count) == len(kept(tmp_path)) == 1
    assert Face(path).glyph_id("a") == Face(ROBOTO).glyph_id("a")


def test_another_font_of_the_same_name_is_unpacked_anew_and_takes_its_place(tmp_path: Path, count: list[int]) -> None:
    path = packed(tmp_path / "a.woff")
    other = packed(tmp_path / "b.woff")
    font_data(path, None), font_data(other, None)
    packed(path, MONO)
    assert Face(path).units_per_em == Face(MONO).units_per_em
    assert len(count) == 3
    assert [one.name.partition("-")[0] for one in kept(tmp_path)] == ["a.woff", "b.woff"]


@pytest.mark.parametrize("harm", [b"", b"none", None])
def test_a_damaged_copy_is_never_used(tmp_path: Path, count: list[int], harm: bytes | None) -> None:
    path = packed(tmp_path / "a.woff")
    data = font_data(path, None)
    (copy,) = kept(tmp_path)
    copy.write_bytes(copy.read_bytes()[:-1] if harm is None else harm)
    assert font_data(path, None) == data
    assert len(count) == 2
    assert font_data(path, None) == data


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path, count: list[int]) -> None:
    path = packed(tmp_path / "a.woff")
    (tmp_path / "__pycache__").write_text("a file")
    assert font_data(path, None) == font_data(path, None)
    assert len(count) == 2


def test_nothing_is_kept_of_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "a.woff2"
    path.write_bytes(b"wOF2" + bytes(100))
    with pytest.raises(LayoutkitError):
        font_data(path, None)
    assert not (tmp_path / "__pycache__").exists()


def test_other_fonts_leave_nothing_behind(tmp_path: Path) -> None:
    shutil.copy(ROBOTO, tmp_path / "a.ttf")
    font_data(tmp_path / "a.ttf", None)
    assert [path.name for path in tmp_path.iterdir()] == ["a.ttf"]
