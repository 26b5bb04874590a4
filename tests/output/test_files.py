"""Writing files so that nobody sees half of one."""

from __future__ import annotations

import errno
import fcntl
import os
import resource
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pytest

from layoutkit.output import files
from layoutkit.output.files import write_file
from tests.nodes.faults import fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


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


def test_a_system_without_locks_renames_and_removes_closed_files_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows, where ``fcntl`` cannot be imported."""
    opened: list[Any] = []
    really = files._opened_beside
    replace = Path.replace

    def opening(path: Path) -> Any:  # noqa: ANN401 - whatever the function returns
        found = really(path)
        opened.append(found[1])
        return found

    monkeypatch.setattr(files, "_opened_beside", opening)

    def replacing(self: Path, target: Path) -> Path:
        assert opened[-1].closed
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", replacing)
    monkeypatch.setattr(files, "fcntl", None)
    (tmp_path / ".c.png.12345678").touch()
    write_file(tmp_path / "c.png", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("c.png", b"new")]


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


# -- what the system refuses ------------------------------------------------------------------------------------------


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file that was written before, in a folder of its own."""
    path = tmp_path / "web" / "c.png"
    write_file(path, b"old")
    return path


def refuses(number: int) -> Callable[..., Any]:
    """A call of the system that fails."""

    def call(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return call


def test_a_read_only_folder(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.open", refuses(errno.EACCES))  # what the system tells all but root
    with fault("write") as found:
        write_file(old, b"new")
    assert found.message == f"cannot write {old}: permission denied"
    assert (old.read_bytes(), list(old.parent.iterdir())) == (b"old", [old])


def test_a_read_only_disk_on_which_the_folder_has_to_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.mkdir", refuses(errno.EROFS))
    with fault("write") as found:
        write_file(tmp_path / "web" / "c.png", b"new")
    assert found.message == f"cannot write {tmp_path / 'web' / 'c.png'}: read-only file system"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("call", ["os.fstat", "os.replace"])
def test_a_folder_that_vanishes_in_between(old: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    really: Callable[..., Any] = getattr(os, call.removeprefix("os."))

    def vanishing(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - whatever the call takes
        monkeypatch.undo()
        shutil.rmtree(old.parent)
        return really(*arguments, **options)

    monkeypatch.setattr(call, vanishing)
    with fault("write") as found:
        write_file(old, b"new")
    assert found.message == f"cannot write {old}: no such file or directory"
    assert not old.parent.exists()


@pytest.mark.parametrize("call", ["write", "flush"])
def test_a_full_disk(old: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    really = files._opened_beside

    class OnAFullDisk:
        """A file that refuses one of its calls."""

        def __init__(self, file: Any) -> None:  # noqa: ANN401 - whatever is opened
            self.file = file
            setattr(self, call, refuses(errno.ENOSPC))

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()

        def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a file has
            return getattr(self.file, name)

    def on_a_full_disk(path: Path) -> tuple[Path, OnAFullDisk]:
        temporary, file = really(path)
        return temporary, OnAFullDisk(file)

    monkeypatch.setattr(files, "_opened_beside", on_a_full_disk)
    with fault("write") as found:
        write_file(old, b"new")
    assert found.message == f"cannot write {old}: no space left on device"
    assert (old.read_bytes(), list(old.parent.iterdir())) == (b"old", [old])


# -- what interrupts --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("call", ["os.replace", "layoutkit.output.files.stop_if_asked"])
def test_an_interruption_leaves_the_old_file_and_nothing_else(
    old: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(call, interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_file(old, b"new")
    assert (old.read_bytes(), list(old.parent.iterdir())) == (b"old", [old])


KILLED = """
import os, pathlib, signal, sys
from layoutkit.output.files import write_file
os.replace = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
write_file(pathlib.Path(sys.argv[1]), b"half")
"""


def test_what_a_killed_process_left_is_removed_by_the_next(old: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED, str(old)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert old.read_bytes() == b"old"
    assert len(list(old.parent.iterdir())) == 2
    write_file(old.with_name("other.png"), b"other")
    assert len(list(old.parent.iterdir())) == 3  # it is another's
    write_file(old, b"new")
    assert sorted(path.name for path in old.parent.iterdir()) == ["c.png", "other.png"]
    assert old.read_bytes() == b"new"


def test_a_file_that_is_being_written_is_left_alone(old: Path) -> None:
    with files._opened_beside(old)[1] as file:
        write_file(old, b"new")
        assert os.fstat(file.fileno()).st_nlink == 1
    write_file(old, b"newer")
    assert list(old.parent.iterdir()) == [old]


def test_a_file_swept_away_too_early_is_made_again(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = fcntl.flock
    seen: list[str] = []

    def late(file: Any, operation: int) -> None:  # noqa: ANN401 - whatever has a descriptor
        if not seen:
            seen.append(file.name)
            Path(file.name).unlink()
        really(file, operation)

    monkeypatch.setattr("fcntl.flock", late)
    write_file(old, b"new")
    assert len(seen) == 1
    assert (old.read_bytes(), list(old.parent.iterdir())) == (b"new", [old])


def test_folders_without_locks_are_written_all_the_same(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fcntl.flock", refuses(errno.ENOLCK))
    write_file(old, b"new")
    assert (old.read_bytes(), list(old.parent.iterdir())) == (b"new", [old])


def test_hidden_files_of_others_are_left_alone(old: Path) -> None:
    others = [old.with_name(name) for name in (".c.png.txt", ".c.png.backup-of-mine", ".c.png")]
    for other in others:
        other.write_bytes(b"mine")
    write_file(old, b"new")
    assert sorted(old.parent.iterdir()) == sorted([old, *others])
