"""Whether inputs are as they were: digests of files, folders, variables, tokens, and of what draws.

Files are always read: a date says nothing of a file that was changed twice in one tick of the clock.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import time
import zlib
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.diagnostics import LayoutkitError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layoutkit.reads import Reads

__all__ = ["Inputs", "Snapshot", "made_with", "of_bytes", "of_value"]

Inputs = dict[str, dict[str, str]]
"""By kind (``files``, ``folders``, ``looked``, ``variables``, ``imports``) and name: a digest."""
_ABSENT = ""
_ODD = "not a file"
_TICK = 20_000_000
"""Nanoseconds that the clock of a file system may lag behind that of the process."""
_ALWAYS = ("SOURCE_DATE_EPOCH", "TZ", "LANG", "LANGUAGE", "LC_ALL", "LC_NUMERIC", "LC_TIME")
"""Variables that C libraries and writers of files read without telling."""


def of_bytes(data: bytes) -> str:
    """The digest of some bytes."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def of_value(value: object) -> str:
    """The digest of a token or of any plain value, with the names that lengths and colours remember."""
    return of_bytes(_spelt(value).encode("utf-8", "surrogatepass"))


def _spelt(value: object) -> str:
    if isinstance(value, dict):
        return f"{{{','.join(f'{key!r}:{_spelt(one)}' for key, one in value.items())}}}"
    if isinstance(value, (tuple, list)):
        return f"({','.join(map(_spelt, value))})"
    if is_dataclass(value) and not isinstance(value, type):
        its = (f"{one.name}={_spelt(getattr(value, one.name))}" for one in fields(value) if one.repr)
        return f"{type(value).__name__}({','.join(its)})"
    return f"{value!r}:{getattr(value, 'token', '')}"


class Snapshot:
    """The state of the machine as one run sees it; what several figures share is looked at once."""

    def __init__(self, began: int | None = None) -> None:
        """Look at nothing yet.

        Args:
            began: when the run began, in nanoseconds since the epoch; now, where nothing is given.
        """
        self.began = time.time_ns() if began is None else began
        self._files: dict[str, str] = {}
        self._settled: dict[str, bool] = {}

    def file(self, path: str) -> str:
        """The digest of a file's content; empty where it is missing."""
        if path not in self._files:
            self._files[path], self._settled[path] = self._looked_at(path)
        return self._files[path]

    def is_settled(self, path: str) -> bool:
        """Whether a file is as it was before the run began: else nobody knows what of it was read."""
        self.file(path)
        return self._settled[path]

    def _looked_at(self, path: str) -> tuple[str, bool]:
        try:
            with open(path, "rb", opener=_without_waiting) as file:
                before = os.fstat(file.fileno())
                if not stat.S_ISREG(before.st_mode):
                    return _ODD, False
                digest = hashlib.blake2b(digest_size=16)
                while part := file.read(1 << 20):
                    digest.update(part)
        except (FileNotFoundError, NotADirectoryError, ValueError):
            return _ABSENT, True
        except OSError as cause:
            return f"cannot be read: {cause.errno}", os.path.isdir(path)  # noqa: PTH112 - a folder, opened by mistake
        changed = max(before.st_mtime_ns if os.name == "nt" else 0, before.st_ctime_ns)
        return digest.hexdigest(), changed < self.began - _TICK

    def inputs(self, reads: Reads, folders: tuple[str, ...]) -> Inputs | None:
        """All that was read, with digests; None where a file was changed meanwhile.

        Args:
            reads: what was read.
            folders: where the script's modules are looked for first.
        """
        if not all(self.is_settled(path) for path in reads.files):
            return None
        shadowed = {folder: " ".join(sorted(reads.imports)) for folder in folders}
        return {
            "files": {path: self.file(path) for path in sorted(reads.files | reads.written)},
            "folders": {path: _folder(path) for path in sorted(reads.folders)},
            "looked": {path: _look(path) for path in sorted(reads.looked - reads.files)},
            "variables": {name: _variable(name) for name in sorted({*reads.variables, *_ALWAYS})},
            "imports": {f"{folder}\n{names}": _shadow(folder, names) for folder, names in shadowed.items()},
        }

    def agrees(self, inputs: Mapping[str, Mapping[str, str]]) -> bool:
        """Whether everything is as it was."""
        return (
            all(_variable(name) == digest for name, digest in inputs["variables"].items())
            and all(self.file(path) == digest for path, digest in inputs["files"].items())
            and all(_folder(path) == digest for path, digest in inputs["folders"].items())
            and all(_look(path) == digest for path, digest in inputs["looked"].items())
            and all(_shadow(*key.rsplit("\n", 1)) == digest for key, digest in inputs["imports"].items())
        )


def _without_waiting(name: str, flags: int) -> int:
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))  # a pipe without a writer would wait for one


def _folder(path: str) -> str:
    """The digest of a folder's entries."""
    try:
        with os.scandir(path) as entries:
            return of_bytes(
                "\n".join(sorted(f"{one.is_dir():d}{one.name}" for one in entries)).encode(errors="replace")
            )
    except (OSError, ValueError):
        return _ABSENT


def _look(path: str) -> str:
    """What there is at a path, and of a file its size and date."""
    try:
        status = os.stat(path)  # noqa: PTH116 - as a text
    except (OSError, ValueError):
        return _ABSENT
    kind = stat.S_IFMT(status.st_mode)
    return f"{kind:o} {status.st_size} {status.st_mtime_ns}" if stat.S_ISREG(status.st_mode) else f"{kind:o}"


def _variable(name: str) -> str:
    """The digest of a variable's value; the value itself may be a secret."""
    if name == "*":
        return of_bytes(repr(sorted(os.environ.items())).encode(errors="replace"))
    value = os.environ.get(name)
    return _ABSENT if value is None else of_bytes(value.encode(errors="replace"))


def _shadow(folder: str, names: str) -> str:
    """Which files of a folder would be imported by some names."""
    wanted = set(names.split(" "))
    with_names = [one for one in _names(folder) if one.partition(".")[0] in wanted]
    return " ".join(sorted(with_names))


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - names alone
    except OSError:
        return []


@cache
def made_with() -> str:
    """The digest of all that draws: this package, the interpreter, and the packages beside it."""
    package = Path(__file__).parent
    parts = [sys.version, sys.platform, zlib.ZLIB_RUNTIME_VERSION, _cairo_version(), *sorted(_sources(str(package)))]
    for entry in dict.fromkeys(sys.path):
        parts += sorted(name for name in _names(entry or ".") if name.endswith((".dist-info", ".egg-info")))
    return of_bytes("\n".join(parts).encode(errors="replace"))


def _sources(folder: str) -> list[str]:
    """The files of the package, with their sizes and dates: a checkout changes without a new version."""
    found = []
    with os.scandir(folder) as entries:
        for one in entries:
            if one.is_dir():
                found += _sources(one.path) if one.name != "__pycache__" else []
            else:
                status = one.stat()
                found.append(f"{one.path} {status.st_size} {status.st_mtime_ns}")
    return found


def _cairo_version() -> str:
    from layoutkit.output.cairo_binding import version  # noqa: PLC0415 - Cairo is not needed before

    try:
        return version()
    except LayoutkitError:
        return "none"
