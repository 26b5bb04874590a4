"""Who makes the figures of a run: this process, worker processes of its own, or any executor."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from concurrent.futures import BrokenExecutor
from typing import TYPE_CHECKING, Self

from layoutkit.diagnostics import Diagnostic, described
from layoutkit.published import Made
from layoutkit.work import Done, JobDone, work, work_elsewhere

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Executor, Future, ProcessPoolExecutor
    from types import TracebackType

    from layoutkit.work import Task

__all__ = ["Results"]

_START_OF_A_COPY, _START_ANEW = 0.1, 1.5
"""CPU seconds of work that are worth starting workers for: as copies of this process, and as new ones."""


class Results:
    """The results of tasks, which are worked on while it is open; those of one process as they are asked for."""

    def __init__(self, tasks: Sequence[Task], workers: int, executor: Executor | None, *, expected: float) -> None:
        """Get ready.

        Args:
            tasks: in the order in which their results are asked for.
            workers: how many processes may work at a time.
            executor: what works instead; None for processes of our own.
            expected: CPU seconds that all of it takes.
        """
        self._tasks = tasks
        self._workers = min(workers, len(tasks))
        self._executor = executor
        worth = _START_OF_A_COPY if _copies() else _START_ANEW
        self._alone = executor is None and (self._workers < 2 or expected < worth)  # noqa: PLR2004 - one is no pool
        self._pool: ProcessPoolExecutor | None = None
        self._futures: dict[Task, Future[Done]] = {}

    def __enter__(self) -> Self:
        """Hand out all tasks."""
        if not self._alone and self._tasks:
            self._submit(self._tasks)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the workers; at once, where the run is interrupted."""
        for future in self._futures.values():
            future.cancel()
        self._close(at_once=kind is not None)

    def of(self, task: Task) -> Done:
        """The result of a task; a worker that ends costs this one alone."""
        if self._alone:
            return work(task)
        try:
            return self._futures[task].result()
        except BrokenExecutor:  # it says not whose fault that was
            return self._again(task)
        except (KeyboardInterrupt, SystemExit):
            raise
        except Exception as fault:  # noqa: BLE001 - of an executor that nobody here knows
            return _lost(task, f": {described(fault)}")

    def _submit(self, tasks: Sequence[Task]) -> None:
        executor = self._executor
        if executor is None:
            executor = self._pool = _pool(min(self._workers, len(tasks)))
        for task in tasks:
            with contextlib.suppress(BrokenExecutor):  # a worker has ended before the last task was handed out
                self._futures[task] = executor.submit(work_elsewhere, task)

    def _again(self, task: Task) -> Done:
        """Work on a task in a process of its own, and hand out the others again."""
        self._close(at_once=True)
        own = _pool(1)
        try:
            done = own.submit(work_elsewhere, task).result()
        except BrokenExecutor:
            done = _lost(task, "")
        finally:
            _end(own, at_once=True)
        later = self._tasks[self._tasks.index(task) + 1 :]
        lost = [one for one in later if one not in self._futures or _is_lost(self._futures[one])]
        if lost:
            self._executor = None
            self._submit(lost)
        return done

    def _close(self, *, at_once: bool) -> None:
        if self._pool is not None:
            _end(self._pool, at_once=at_once)
            self._pool = None


def _is_lost(future: Future[Done]) -> bool:
    """Whether a future has no result, and will have none."""
    return future.cancelled() or not future.done() or isinstance(future.exception(), BrokenExecutor)


def _lost(task: Task, why: str) -> Done:
    message = f"the process that made {task.name} ended before it was done{why}"
    hint = f"something crashed it or took its memory; see what it prints: render it with --only {task.name} --jobs 1"
    made = Made((Diagnostic("worker-ended", message, hint=hint),))
    return Done(tuple(JobDone(made, {}, {}, {}) for _ in task.jobs), None)


def _copies() -> bool:
    """Whether a worker can be a copy of this process; with threads it could wait for one that is not copied."""
    return sys.platform == "linux" and threading.active_count() == 1


def _pool(workers: int) -> ProcessPoolExecutor:
    import multiprocessing  # noqa: PLC0415 - with sockets and pickles, for those who start workers
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - likewise

    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(ValueError, AttributeError, OSError):  # what is left in them would be copied
            stream.flush()
    context = multiprocessing.get_context("fork" if _copies() else "spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_begin)


def _begin() -> None:
    """Leave Ctrl+C to the process that waits for the results; end at once where that asks for it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _end(pool: ProcessPoolExecutor, *, at_once: bool) -> None:
    processes = list((getattr(pool, "_processes", None) or {}).values())  # Python 3.14 has kill_workers
    pool.shutdown(wait=not at_once, cancel_futures=True)
    for process in processes if at_once else ():
        process.kill()
    for process in processes if at_once else ():
        process.join()
