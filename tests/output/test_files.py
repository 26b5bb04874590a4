"""Writing files so that nobody sees half of one."""

from __future__ import annotations

import os
import resource
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from layoutkit.output.files import write_file
from tests.nodes.faults import fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def no_room() -> Iterator[None]:
    """A limit on the size of files stands in for a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.png"
    write_file(path, b"data")
    assert path.read_bytes() == b"data"
    assert list(path.parent.iterdir()) == [path]


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "c.png"
    path.write_bytes(b"a longer old file")
    write_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_reader_of_the_old_file_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "c.png"
    path.write_bytes(b"old")
    with path.open("rb") as reader:
        write_file(path, b"new")
        assert reader.read() == b"old"


def test_a_file_is_readable_as_the_umask_allows(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_file(tmp_path / "c.png", b"")
    finally:
        os.umask(before)
    assert (tmp_path / "c.png").stat().st_mode & 0o777 == 0o640
    assert os.umask(before) == before


@pytest.mark.parametrize("size", [1001, 100_000])
def test_a_failing_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, size: int) -> None:
    path = tmp_path / "c.png"
    path.write_bytes(b"old")
    with fault("write") as found, no_room():
        write_file(path, b"x" * size)
    assert found.message == f"cannot write {path}: file too large"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_in_the_way_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "c.png"
    path.mkdir()
    with fault("write") as found:
        write_file(path, b"new")
    assert found.message == f"cannot write {path}: is a directory"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    path, deeper = tmp_path / "file" / "c.png", tmp_path / "file" / "web" / "c.png"
    with fault("write") as found:
        write_file(path, b"new")
    assert found.message == f"cannot write {path}: {path.parent} is not a folder"
    with fault("write") as found:
        write_file(deeper, b"new")
    assert found.message == f"cannot write {deeper}: not a directory"
    assert (tmp_path / "file").read_bytes() == b"old"
