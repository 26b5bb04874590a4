"""The process in which figures run: it reads questions from standard input and writes answers to standard output.

Whatever scripts print goes to standard error; the descriptors of questions and answers are put out of their reach
first. It ends where standard input ends, also in the middle of a script: then nobody waits for the answer.
"""

from __future__ import annotations

import contextlib
import gc
import itertools
import os
import queue
import sys
import threading
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, BinaryIO

from layoutkit.diagnostics import LayoutkitError, internal
from layoutkit.preview.frames import FrameError, Message, packed, read_from
from layoutkit.preview.messages import as_messages
from layoutkit.preview.warm import WarmSeries

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["main"]

_IDLE = 0.5
"""Seconds without a question."""
_OFTEN = 40
"""Questions after which garbage is collected in any case."""
_HARD = 4
"""How many times the memory that the server grants a process may ask the system for: what is only reserved counts."""


def main(arguments: list[str]) -> int:
    """Answer until nobody asks any more.

    Args:
        arguments: the token file or nothing, how many bytes of memory are granted, then the paths of scripts.
    """
    tokens, memory, *paths = arguments
    questions, answers = _private_streams()
    _limit(int(memory))
    own = os.getpid()

    def say(message: Message) -> None:
        if os.getpid() != own:  # a script has forked and its child comes back here
            os._exit(1)
        answers.write(packed(message))
        answers.flush()

    series = WarmSeries([Path(path) for path in paths], Path(tokens) if tokens else None)
    series.entering = lambda name: say({"at": name})
    waiting: queue.SimpleQueue[Message] = queue.SimpleQueue()
    say({"at": ""})  # from now on time is counted
    threading.Thread(target=_listen, args=(questions, waiting), daemon=True).start()
    gc.disable()  # collecting in the middle of a figure takes a tenth of its time
    for number in itertools.count(1):
        say(_answered(series, _next(waiting)))
        if number % _OFTEN == 0:
            gc.collect()
    return 0


def _next(waiting: queue.SimpleQueue[Message]) -> Message:
    """The next question; garbage is collected once nobody asks for a while."""
    with contextlib.suppress(queue.Empty):
        return waiting.get(timeout=_IDLE)
    gc.collect()
    return waiting.get()


def _private_streams() -> tuple[BinaryIO, BinaryIO]:
    """The descriptors of questions and answers, under numbers that no script knows."""
    questions, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return questions, answers


def _listen(questions: BinaryIO, waiting: queue.SimpleQueue[Message]) -> None:
    """Hand questions on; end the process where there are no more."""
    with contextlib.suppress(FrameError, OSError):
        while (message := read_from(questions)) is not None:
            waiting.put(message)
    os._exit(0)


def _limit(memory: int) -> None:
    """Let the system refuse a script far more memory than is granted; the server ends it before, if it can."""
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (_HARD * memory, resource.getrlimit(resource.RLIMIT_AS)[1]))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answered(series: WarmSeries, question: Message) -> Message:
    """The answer to one question; an error is an answer as well.

    What changes a series is answered with the picture of the figure that is looked at, so that the page need not ask.
    """
    skip = question["skip"]
    tasks: dict[str, Callable[[], Message]] = {
        "open": lambda: series.open(skip),
        "refresh": lambda: series.refresh(question["changed"], skip),
        "draw": lambda: series.draw(question["figure"], question["modes"]),
        "tree": lambda: series.tree(question["figure"], question["modes"]),
        "tokens": lambda: series.panel(question["modes"]),
        "limits": lambda: series.limits(question["modes"], question["token"], question["tried"]),
        "series": lambda: {**series.series(), "stale": sorted(series.figures)},
        "rewrite": series.rewrite,
        "solve": series.solve,
        "before": lambda: series.published(question["figure"], question["modes"]),
        "check": lambda: series.check(question["figure"], question["modes"]),
    }

    def found() -> Message:
        begun, used = perf_counter(), process_time()
        series.use({tuple(path): value for path, value in question["edits"]})
        if not series.is_open and question["do"] != "open":  # this worker stands in for one that was lost
            series.open(skip)
        answer = tasks[question["do"]]()
        loaded = round(perf_counter() - begun, 4)
        shown = question.get("shown")
        if shown and shown["figure"] in answer.get("stale", ()):
            drawn = _attempted(lambda: series.draw(shown["figure"], shown["modes"]))
            answer |= {"drawn": drawn, "seconds": {"load": loaded, "cpu": round(process_time() - used, 4)}}
        return answer

    return _attempted(found)


def _attempted(task: Callable[[], Message]) -> Message:
    """What a task finds, or the errors that keep it from that."""
    try:
        return {"answer": task()}
    except LayoutkitError as fault:
        return {"faults": as_messages(fault.diagnostics)}
    except Exception as fault:  # noqa: BLE001 - the last resort: the page says so
        return {"faults": as_messages([internal(fault)])}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
