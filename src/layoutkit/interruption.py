"""Ending a run in order when a signal asks for it: SIGINT (Ctrl+C) and SIGTERM.

The signal is raised as an exception where the program is, so that temporary files are removed on the way out. Python
drops an exception that is raised in a destructor, a weak reference's callback or a callback of some C libraries, and a
figure's own code may catch it. So the request is noted as well, and :func:`stop_if_asked` raises it again before a file
is published and at the end of the run.
"""

from __future__ import annotations

import contextlib
import signal
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

__all__ = ["InterruptedRunError", "ending_in_order", "stop_if_asked"]

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_FATAL = 128
"""What a shell adds to a signal's number to tell it in an exit status."""


class InterruptedRunError(KeyboardInterrupt):
    """A signal asked the process to end."""

    def __init__(self, number: int) -> None:
        super().__init__(signal.strsignal(number))
        self.status = _FATAL + number
        """The exit status: 130 for SIGINT, 143 for SIGTERM."""


_asked: list[int] = []
"""Numbers of the signals received, while a run is on."""


@contextlib.contextmanager
def ending_in_order() -> Iterator[None]:
    """While it is open, SIGINT and SIGTERM raise :class:`InterruptedRunError`, here at the latest when it closes.

    A signal that the process ignores stays ignored.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread receives signals
        return
    before = {number: signal.getsignal(number) for number in _SIGNALS}
    _asked.clear()
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, _ask)
    try:
        yield
        stop_if_asked()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        _asked.clear()


def stop_if_asked() -> None:
    """Raise :class:`InterruptedRunError` where a signal has asked for the end of the run and it goes on."""
    if _asked:
        raise InterruptedRunError(_asked[0])


def _ask(number: int, _frame: FrameType | None) -> None:
    _asked.append(number)
    stop_if_asked()
