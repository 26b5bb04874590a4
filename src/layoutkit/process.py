"""What a script may change in the process, and how it is put back afterwards.

The current folder, the environment, the import path, streams, signal handlers and switches of the interpreter are the
script's own while its code runs. Its streams lead to stderr and can be closed, detached or set up again without harm.
Left out: what the operating system gives back to nobody, such as a priority, and limits of resources.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import signal
import sys
import threading
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from layoutkit.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from _typeshed import ReadableBuffer

__all__ = ["process_as_it_was"]

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_KEPT = (
    "stdin",
    "stdout",
    "stderr",
    "__stdin__",
    "__stdout__",
    "__stderr__",
    "dont_write_bytecode",
    "excepthook",
    "unraisablehook",
    "displayhook",
)
"""Members of ``sys`` that are put back."""
_DESCRIPTORS = (1, 2)
"""The files behind stdout and stderr."""


@contextlib.contextmanager
def process_as_it_was() -> Iterator[list[int]]:
    """Undo afterwards what is changed meanwhile; all that is printed goes to stderr.

    Yields:
        The signals that come in.
    """
    signals: list[int] = []
    with contextlib.ExitStack() as undoing:
        with contextlib.suppress(OSError):  # the folder has been removed
            undoing.callback(_go_to, str(Path.cwd()))
        undoing.callback(Settings.now().put)
        for name in ("path", "argv"):
            undoing.callback(_restore_list, name, getattr(sys, name), [*getattr(sys, name)])
        _keep_switches(undoing)
        _keep_streams(undoing)
        if threading.current_thread() is threading.main_thread():
            for number in _SIGNALS:
                handler = signal.getsignal(number)
                if handler is not None:  # None is a handler of C code
                    undoing.callback(signal.signal, number, handler)
                if callable(handler):
                    signal.signal(number, _noted(signals, handler))
        yield signals


def _keep_switches(undoing: contextlib.ExitStack) -> None:
    """Put the interpreter's switches and the system's settings back."""
    undoing.callback(gc.enable if gc.isenabled() else gc.disable)
    mask = os.umask(0o077)  # there is no other way to read it
    os.umask(mask)
    undoing.callback(os.umask, mask)
    undoing.enter_context(warnings.catch_warnings())
    for name in _KEPT:
        undoing.callback(setattr, sys, name, getattr(sys, name))
    for get, put in ((sys.gettrace, sys.settrace), (sys.getprofile, sys.setprofile)):
        undoing.callback(_restore_function, get, put, get())


def _keep_streams(undoing: contextlib.ExitStack) -> None:
    """Give the script streams of its own that write to stderr, whatever it does to them."""
    own = None if sys.stderr is None else _passing_on_to(sys.stderr)
    undoing.callback(_flush, own)  # held until here, so that what the script has put around it can still write
    for name in ("stdout", "stderr", "__stdout__", "__stderr__"):
        setattr(sys, name, own)
    for number in _DESCRIPTORS:
        with contextlib.suppress(OSError):  # it is closed
            undoing.callback(_restore_descriptor, os.dup(number), number)
    undoing.callback(_flush_what_stands_there)


class _PassingOn(io.RawIOBase):
    """Bytes for a stream, which stays open when this is closed."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._stream = stream

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._stream.isatty()

    def fileno(self) -> int:
        return self._stream.fileno()

    def write(self, data: ReadableBuffer, /) -> int:
        given = bytes(data)
        with contextlib.suppress(ValueError):  # it is closed
            self._stream.flush()
            if hasattr(self._stream, "buffer"):
                self._stream.buffer.write(given)
            else:
                self._stream.write(given.decode(errors="backslashreplace"))
            self._stream.flush()
        return len(given)


def _passing_on_to(stream: TextIO) -> TextIO:
    """A stream that writes each line to another at once."""
    raw = io.BufferedWriter(_PassingOn(stream))
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return io.TextIOWrapper(raw, encoding=encoding, errors="backslashreplace", line_buffering=True)


def _flush(stream: TextIO | None) -> None:
    if stream is not None:
        with contextlib.suppress(ValueError, OSError):  # the script has closed or detached it
            stream.flush()


def _flush_what_stands_there() -> None:
    """Write what is left in streams that the script has set up for itself."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):  # an object of the author's may raise anything
            stream.flush()


def _noted(
    signals: list[int], handler: Callable[[int, FrameType | None], object]
) -> Callable[[int, FrameType | None], object]:
    """A handler that notes a signal before another handles it."""

    def handle(number: int, frame: FrameType | None) -> object:
        signals.append(number)
        return handler(number, frame)

    return handle


def _go_to(folder: str) -> None:
    with contextlib.suppress(OSError):
        os.chdir(folder)


def _restore_list(name: str, its: list[str], entries: list[str]) -> None:
    its[:] = entries
    setattr(sys, name, its)


def _restore_descriptor(copy: int, number: int) -> None:
    os.dup2(copy, number)
    os.close(copy)


def _restore_function(get: Callable[[], object], put: Callable[[Any], object], before: object) -> None:
    """Put a trace function back; a debugger or a measurement may have set one, which is not to be set twice."""
    if get() is not before:
        put(before)
