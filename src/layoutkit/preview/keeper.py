"""The worker from outside: started, asked, and ended where it does not come back.

One question at a time is answered; of those that wait, the most urgent first. A worker that takes too long, prints
without end, takes too much memory or exits is replaced by a new one, and the question gets an error that says why.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
import signal
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.preview.frames import FrameError, Message, packed, received

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["GoneError", "Keeper", "Limits", "WorkerLostError"]

_START = 60.0
"""Seconds that a new worker may take until it listens."""
_LOOK = 0.1
"""Seconds between two looks at the memory of the worker."""
_PART = 1 << 16
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


@dataclass(frozen=True, slots=True)
class Limits:
    """What one question may cost."""

    seconds: float = 20.0
    printed: int = 4_000_000
    """Bytes."""
    memory: int = 3_000_000_000
    """Bytes; where the system does not say how much a process has, only what the system refuses by itself."""


class GoneError(Exception):
    """Nobody waits for the answer any more."""


class WorkerLostError(Exception):
    """The worker had to be replaced; ``str()`` of it says why, ``at`` what ran: a script, a figure or nothing."""

    def __init__(self, message: str, at: str) -> None:
        super().__init__(message)
        self.at = at


@dataclass(slots=True)
class _Process:
    """A worker that runs."""

    process: asyncio.subprocess.Process
    draining: asyncio.Task[None]
    listens: bool = False
    printed: int = 0
    """Bytes, since the last question."""


@dataclass(slots=True)
class Keeper:
    """Keeps one worker for a series."""

    paths: Sequence[Path]
    tokens: Path | None
    limits: Limits = field(default_factory=Limits)
    started: int = 0
    """How many workers there have been."""
    _running: _Process | None = None
    _turns: list[tuple[int, int, asyncio.Future[None]]] = field(default_factory=list)
    _count: itertools.count[int] = field(default_factory=itertools.count)
    _busy: bool = False
    _closed: bool = False

    async def ask(
        self, question: Message, urgency: int = 0, *, is_wanted: Callable[[], bool] = lambda: True
    ) -> Message:
        """The answer to a question: what the worker found, or ``{"faults": …}``.

        Args:
            question: see ``worker``.
            urgency: the smaller one is asked first.
            is_wanted: whether somebody still waits for the answer; looked at when the question has its turn.

        Raises:
            WorkerLostError: the worker did not come back and was replaced.
            GoneError: nobody waits for the answer.
        """
        await self._turn(urgency)
        try:
            if self._closed or not is_wanted():
                raise GoneError
            return await self._asked(question)
        finally:
            self._next()

    async def restart(self) -> None:
        """End the worker; the next question starts another one."""
        await self._end()

    async def close(self) -> None:
        """End the worker, and answer no more questions."""
        self._closed = True
        await self._end()

    # -- turns ------------------------------------------------------------------------------------

    async def _turn(self, urgency: int) -> None:
        if not self._busy:
            self._busy = True
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        entry = urgency, next(self._count), turn
        self._turns.append(entry)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._next()
            elif entry in self._turns:
                self._turns.remove(entry)
            raise

    def _next(self) -> None:
        if self._turns:
            first = min(self._turns, key=lambda entry: entry[:2])
            self._turns.remove(first)
            first[2].set_result(None)
        else:
            self._busy = False

    # -- one question -----------------------------------------------------------------------------

    async def _asked(self, question: Message) -> Message:
        running = await self._worker()
        at = ""
        assert running.process.stdin is not None  # noqa: S101 - both are pipes
        assert running.process.stdout is not None  # noqa: S101
        try:
            if not running.listens:
                await asyncio.wait_for(received(running.process.stdout), _START)
                running.listens = True
            running.printed = 0
            deadline = asyncio.get_running_loop().time() + self.limits.seconds
            running.process.stdin.write(packed(question))
            answer = asyncio.ensure_future(received(running.process.stdout))
            while True:
                await asyncio.wait((answer,), timeout=_LOOK)
                if answer.done():
                    message = answer.result()
                    if "at" not in message:
                        return message
                    at = message["at"]
                    deadline = asyncio.get_running_loop().time() + self.limits.seconds
                    answer = asyncio.ensure_future(received(running.process.stdout))
                if reason := self._excess(running, deadline):
                    break
            answer.cancel()
        except (asyncio.IncompleteReadError, FrameError, ConnectionError, TimeoutError):
            status = await self._end()
            raise WorkerLostError(_ended(status), at) from None
        except asyncio.CancelledError:
            await self._end()
            raise
        await self._end()
        raise WorkerLostError(reason, at)

    def _excess(self, running: _Process, deadline: float) -> str:
        limits = self.limits
        if asyncio.get_running_loop().time() > deadline:
            return f"it took longer than {limits.seconds:g} s and was stopped"
        if running.printed > limits.printed:
            return f"it printed more than {limits.printed / 1e6:g} MB and was stopped"
        memory = _memory(running.process.pid)
        if memory > limits.memory:
            return f"it took {memory / 1e6:,.0f} MB of memory, more than {limits.memory / 1e6:,.0f} MB, and was stopped"
        return ""

    # -- the process ------------------------------------------------------------------------------

    async def _worker(self) -> _Process:
        if self._running is not None and self._running.process.returncode is not None:
            await self._end()
        if self._running is None:
            tokens = "" if self.tokens is None else str(self.tokens)
            arguments = (tokens, str(self.limits.memory), *map(str, self.paths))
            pipe = asyncio.subprocess.PIPE
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "layoutkit.preview.worker", *arguments,
                stdin=pipe, stdout=pipe, stderr=pipe, start_new_session=True,
            )  # fmt: skip
            self._running = _Process(process, asyncio.ensure_future(asyncio.sleep(0)))
            self._running.draining = asyncio.ensure_future(self._drain(self._running))
            self.started += 1
        return self._running

    async def _drain(self, running: _Process) -> None:
        """Pass on what scripts print, up to the limit; the rest is read and dropped, so that nobody waits."""
        assert running.process.stderr is not None  # noqa: S101 - a pipe
        while part := await running.process.stderr.read(_PART):
            if running.printed <= self.limits.printed:
                with contextlib.suppress(OSError, ValueError):
                    sys.stderr.write(part[: self.limits.printed].decode(errors="replace"))
                    sys.stderr.flush()
            running.printed += len(part)

    async def _end(self) -> int | None:
        """End the worker and all that it started; its exit status."""
        running, self._running = self._running, None
        if running is None:
            return None
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(running.process.wait(), _LOOK)  # it may be ending by itself
        status = running.process.returncode
        _kill(running.process)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(running.process.wait(), 5)
        running.draining.cancel()
        transport = getattr(running.process, "_transport", None)
        if transport is not None:  # children that live on may hold the pipes open
            transport.close()
        return status


def _kill(process: asyncio.subprocess.Process) -> None:
    """End a process with all those of its session."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def _memory(pid: int) -> int:
    """Bytes that a process has in memory; 0 where the system does not say."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * _PAGE
    except (OSError, ValueError, IndexError):
        return 0


def _ended(status: int | None) -> str:
    if status is not None and status < 0:
        return f"it ended the process ({signal.strsignal(-status) or f'signal {-status}'})"
    return "it ended the process" if status is None else f"it ended the process with status {status}"
