"""Writing files so that a reader never sees half of one."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from typing import TYPE_CHECKING, BinaryIO

from layoutkit.diagnostics import error
from layoutkit.interruption import stop_if_asked

if TYPE_CHECKING:
    import fcntl
    from pathlib import Path
else:
    try:
        import fcntl
    except ImportError:  # Windows, which removes and renames no file that is open: that is the lock
        fcntl = None

__all__ = ["remove_file", "write_file", "write_over"]

_RANDOM = 8
"""Letters and digits that the name of a file has while it is written, after that of the target."""


def write_file(path: Path, data: bytes, *, keep_mode: bool = False) -> None:
    """Write beside the target, then rename; the old file stays until the new one is whole.

    What a killed process left of an earlier attempt is removed.

    Args:
        path: the target.
        data: all of it.
        keep_mode: whether the new file has the permissions of the old one.

    Raises:
        LayoutkitError: the folder or file cannot be written (``write``).
        InterruptedRunError: a signal asked for the end of the run; the old file stays.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path)
        _write_and_rename(path, data, keep_mode=keep_mode)
    except FileExistsError:
        raise error("write", f"cannot write {path}: {path.parent} is not a folder") from None
    except OSError as cause:
        reason = cause.strerror or type(cause).__name__
        raise error("write", f"cannot write {path}: {reason[0].lower()}{reason[1:]}") from None


def write_over(path: Path, before: bytes, data: bytes) -> None:
    """Write a file of the author's whole or not at all, and never over what somebody has written meanwhile.

    Args:
        path: the file; a link stays one.
        before: what was read of it.
        data: all of it.

    Raises:
        LayoutkitError: it cannot be written, or is another one by now (``write``).
    """
    target = path.resolve()
    writable = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
    try:
        if not target.stat().st_mode & writable or not os.access(target, os.W_OK):
            raise error("write", f"cannot write {path}: it is read-only", hint=f"run chmod u+w {path}")
        if target.read_bytes() != before:
            raise error("write", f"{path} changed on disk since it was read; nothing was written", hint="run it again")
    except OSError as cause:
        raise error("write", f"cannot write {path}: {cause.strerror}") from None
    write_file(target, data, keep_mode=True)


def _write_and_rename(path: Path, data: bytes, *, keep_mode: bool) -> None:
    temporary, file = _opened_beside(path)
    try:
        with file:
            if keep_mode:
                temporary.chmod(stat.S_IMODE(path.stat().st_mode))
            file.write(data)
            file.flush()
            stop_if_asked()
            if fcntl is not None:
                temporary.replace(path)
        if fcntl is None:
            temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _opened_beside(path: Path) -> tuple[Path, BinaryIO]:
    """A new file in the same folder; while it is open, its lock says that somebody is writing it.

    It has the rights that the process gives to new files: the system applies them, as nobody can read them without
    changing them for all threads.
    """
    while True:
        temporary = path.with_name(_prefix(path) + secrets.token_hex(_RANDOM // 2))
        try:
            file = open(temporary, "xb", opener=_created)  # noqa: SIM115 - with an opener; it goes on open
        except FileExistsError:
            if not path.parent.is_dir():
                raise
            continue
        if fcntl is None:
            return temporary, file
        with contextlib.suppress(OSError):  # some network folders have no locks
            fcntl.flock(file, fcntl.LOCK_EX)
        if os.fstat(file.fileno()).st_nlink > 0:
            return temporary, file
        file.close()  # swept away by another process before it was locked


def _created(name: str, flags: int) -> int:
    return os.open(name, flags, 0o666)


def _sweep(path: Path) -> None:
    """Remove the temporary files of this target that no process is writing any more."""
    prefix = _prefix(path)
    for other in path.parent.iterdir():
        if other.name.startswith(prefix) and len(other.name) == len(prefix) + _RANDOM:
            if fcntl is None:
                with contextlib.suppress(OSError):
                    other.unlink()
                continue
            with contextlib.suppress(OSError), other.open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # fails where its process is alive
                other.unlink()


def _prefix(path: Path) -> str:
    return f".{path.name}."


def remove_file(path: Path) -> None:
    """Remove a file that is out of date, if it is there.

    Raises:
        LayoutkitError: it cannot be removed (``write``).
        InterruptedRunError: a signal asked for the end of the run.
    """
    stop_if_asked()
    try:
        path.unlink(missing_ok=True)
    except NotADirectoryError:
        return  # what is not a folder holds no file
    except OSError as cause:
        reason = cause.strerror or type(cause).__name__
        raise error("write", f"cannot remove {path}: {reason[0].lower()}{reason[1:]}") from None
