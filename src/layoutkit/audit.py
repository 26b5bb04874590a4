"""Watching what an author's code reads: audit events, and what raises none.

The interpreter reports opened files, listed folders, connections and started programs (``sys.addaudithook``). It does
not report the environment, the clock, or whether somebody asks for a file's existence; their functions are wrapped
while the code runs. Left out: files that a library written in another language opens by itself, unless the author's
code has the name as a text (``foresight.py``).
"""

from __future__ import annotations

import contextlib
import os
import random
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

from layoutkit.foresight import foresight, imported_names
from layoutkit.origin import is_authors_file
from layoutkit.reads import Reads, listeners, listening

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from types import ModuleType

__all__ = ["watching_code"]

_IMPORTER = "<frozen importlib"
_PROGRAMS = "starts another program"
_NETWORK = "uses the network"
_UNFORESEEN = {
    **dict.fromkeys(("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.forkpty"), _PROGRAMS),
    **dict.fromkeys(("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostname"), _NETWORK),
    **dict.fromkeys(("socket.gethostbyaddr", "socket.sendto", "urllib.Request", "http.client.connect"), _NETWORK),
    "builtins.input": "reads standard input",
}
"""Audit events by what they tell of the code."""
_THREADS = frozenset(("_thread.start_new_thread", "_thread.start_joinable_thread"))
_CLOCK = "reads the clock"
_ALWAYS = (
    "time time_ns monotonic monotonic_ns perf_counter perf_counter_ns process_time process_time_ns thread_time "
    "thread_time_ns clock_gettime clock_gettime_ns"
)
_WITHOUT_TIME = {"localtime": 0, "gmtime": 0, "ctime": 0, "asctime": 0, "strftime": 1}
"""Functions that read the clock where they are given no time: how many other arguments they take."""
_NOT_FILES = frozenset((os.devnull,))
_hooked = False
_foreign: set[int] = set()
"""Threads that ran before any code of an author's did: of the program, or of the cluster that it is a worker of."""
_own: set[int] = set()
"""Threads in which an author's code is running."""
_has_started = False
"""Whether it has started threads of its own."""
_depth = 0
"""How many pieces of an author's code are running, one inside the other."""
_shared: dict[str, Reads] = {}
"""What was read while a module was loaded that stays for all scripts, by its file."""


@contextlib.contextmanager
def watching_code(modules: Collection[str]) -> Iterator[None]:
    """Note in all open lists what the code reads that runs meanwhile; does nothing where no list is open.

    Args:
        modules: the names of the modules that it begins with, in ``sys.modules``.
    """
    if not listeners:
        yield
        return
    _hook()
    own = Reads()
    before, its = set(sys.modules), threading.get_ident()
    is_inner = its in _own
    _own.add(its)
    try:
        with listening(own), _wrapped(), _random_watched():
            yield
    finally:
        if not is_inner:
            _own.discard(its)
        _note_modules(own, before, modules)
        for reads in listeners:
            reads.add(own)


def _hook() -> None:
    """Listen to audit events from now on; a hook cannot be taken away."""
    global _hooked  # noqa: PLW0603 - one hook a process
    if not _hooked:
        _hooked = True
        _foreign.update(thread.ident or 0 for thread in threading.enumerate())
        sys.addaudithook(_heard)


def _is_authors_turn() -> bool:
    """Whether what happens now is of an author's code: of its thread, or of one that it may have started."""
    its = threading.get_ident()
    return _depth > 0 and (its in _own or (_has_started and its not in _foreign))


def _heard(event: str, arguments: tuple[Any, ...]) -> None:
    global _has_started  # noqa: PLW0603 - of the process, as the hook
    if not _depth or not _is_authors_turn():
        return
    if event == "open":
        if not _is_importing():  # modules are noted when the code has run
            _opened(*arguments)
    elif event in {"os.listdir", "os.scandir"}:
        if not _is_importing():
            _note("folders", "." if arguments[0] is None else arguments[0])
    elif event in _THREADS:
        _has_started = True
    elif event == "sqlite3.connect":
        _note("files", arguments[0])
    elif event in _UNFORESEEN:
        for reads in listeners:
            reads.unforeseen.add(_UNFORESEEN[event])


def _opened(path: object, mode: object = None, flags: object = 0, *_: object) -> None:
    text = mode if isinstance(mode, str) else ""
    anew = set(text) & {"w", "x"} or (not text and isinstance(flags, int) and flags & (os.O_TRUNC | os.O_EXCL))
    name = _absolute(path)
    if name is None or name in _NOT_FILES:
        return
    for reads in listeners:
        if name not in reads.files and (anew or name in reads.written):
            reads.written.add(name)
        else:
            reads.files.add(name)


def _is_importing() -> bool:
    """Whether the import machinery itself looks for a module."""
    return sys._getframe(2).f_code.co_filename.startswith(_IMPORTER)  # noqa: SLF001 - of the hook's caller


def _note(kind: str, path: object) -> None:
    name = _absolute(path)
    for reads in listeners if name is not None else ():
        getattr(reads, kind).add(name)


def _absolute(path: object) -> str | None:
    """A path as it is found from anywhere; None for a number of an open file, and for what is not a name."""
    if isinstance(path, (str, bytes, os.PathLike)):
        with contextlib.suppress(OSError, ValueError, TypeError):
            return os.path.abspath(os.fsdecode(path))  # noqa: PTH100 - symbolic links stay
    return None


@contextlib.contextmanager
def _wrapped() -> Iterator[None]:
    """Wrap what raises no audit event."""
    global _depth  # noqa: PLW0603 - of the process, as what is wrapped
    wrapped: list[tuple[object, str, object]] = []
    if not _depth:
        environment: Any = type(os.environ)
        for owner, name, make in (
            (environment, "__getitem__", _reading_one),
            (environment, "__iter__", _reading_all),
            *((os, name, _looking) for name in ("stat", "lstat", "access")),
            *((time, name, _telling_time(-1)) for name in _ALWAYS.split() if hasattr(time, name)),
            *((time, name, _telling_time(most)) for name, most in _WITHOUT_TIME.items()),
        ):
            original = getattr(owner, name)
            wrapped.append((owner, name, original))
            setattr(owner, name, make(original))
    _depth += 1
    try:
        yield
    finally:
        _depth -= 1
        for owner, name, original in wrapped:
            setattr(owner, name, original)


def _reading_one(original: Callable[..., Any]) -> Callable[..., Any]:
    def read(environment: object, key: Any) -> Any:  # noqa: ANN401 - as os.environ has it
        if isinstance(key, (str, bytes)) and _is_authors_turn():
            for reads in listeners:
                reads.variables.add(os.fsdecode(key))
        return original(environment, key)

    return read


def _reading_all(original: Callable[..., Any]) -> Callable[..., Any]:
    def read(environment: object) -> Any:  # noqa: ANN401 - as os.environ has it
        for reads in listeners if _is_authors_turn() else ():
            reads.variables.add("*")
        return original(environment)

    return read


def _looking(original: Callable[..., Any]) -> Callable[..., Any]:
    def look(path: Any, *arguments: Any, **keywords: Any) -> Any:  # noqa: ANN401 - as the function has it
        if _is_authors_turn() and keywords.get("dir_fd") is None:
            _note("looked", path)
        return original(path, *arguments, **keywords)

    return look


def _telling_time(most: int) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Wrap a function that reads the clock where it is given at most so many arguments; -1 for always."""

    def wrap(original: Callable[..., Any]) -> Callable[..., Any]:
        def tell(*arguments: Any, **keywords: Any) -> Any:  # noqa: ANN401 - as the function has it
            asked = most < 0 or len(arguments) <= most
            # Libraries look at the clock for their own ends; what they tell the author of it is found by its name.
            if asked and _is_authors_turn() and is_authors_file(sys._getframe(1).f_code.co_filename):  # noqa: SLF001
                for reads in listeners:
                    reads.unforeseen.add(_CLOCK)
            return original(*arguments, **keywords)

        return tell

    return wrap


@contextlib.contextmanager
def _random_watched() -> Iterator[None]:
    """Note whether random numbers are drawn that no seed decides; one that is set at the top of a script does."""
    global _is_seeded  # noqa: PLW0603 - of the process, as the generator
    outer = _is_seeded
    _is_seeded = hash(random.getstate()) in _seeded_states
    wrapped = {name: getattr(random, name) for name in random.__all__ if _draws(getattr(random, name))}
    seed = random.seed

    def seeding(*arguments: Any, **keywords: Any) -> None:  # noqa: ANN401 - as random.seed
        global _is_seeded  # noqa: PLW0603 - as above
        seed(*arguments, **keywords)
        _is_seeded = any(one is not None for one in (*arguments, *keywords.values()))

    random.seed = seeding  # put back below
    for name, original in wrapped.items():
        setattr(random, name, _drawing(original))
    try:
        yield
    finally:
        random.seed = seed
        for name, original in wrapped.items():
            setattr(random, name, original)
        if _is_seeded:
            _seeded_states.add(hash(random.getstate()))
        _is_seeded = outer


_is_seeded = False
"""Whether a seed has decided what the generator of the module ``random`` gives."""
_seeded_states: set[int] = set()
"""Hashes of states that a seed has led to; a script's functions begin with the one that it has left."""


def _draws(function: object) -> bool:
    """Whether a function of ``random`` draws numbers from its own generator."""
    its = getattr(function, "__name__", "")
    return isinstance(getattr(function, "__self__", None), random.Random) and its not in {
        "seed",
        "getstate",
        "setstate",
    }


def _drawing(original: Callable[..., Any]) -> Callable[..., Any]:
    def draw(*arguments: Any, **keywords: Any) -> Any:  # noqa: ANN401 - as the function has it
        if not _is_seeded and _is_authors_turn():
            for reads in listeners:
                reads.unforeseen.add("draws random numbers without a seed")
        return original(*arguments, **keywords)

    return draw


def _note_modules(own: Reads, before: set[str], roots: Iterable[str]) -> None:
    """Note the author's modules that the code uses, and what they read when they were loaded."""
    known = {
        name: file
        for name, module in list(sys.modules.items())
        if name != "__main__" and (file := _source(module)) is not None
    }
    used = {name: file for name, file in known.items() if name in roots or name not in before}
    ahead = list(used.values())
    while ahead:  # a module that other scripts have loaded before is used as well
        imported = imported_names(ahead)
        more = {name: file for name, file in known.items() if name not in used and name.partition(".")[0] in imported}
        used |= more
        ahead = list(more.values())
    for name, file in used.items():
        own.files.add(file)
        if name not in before:
            _shared[file] = own
        elif name not in roots and file in _shared and _shared[file] is not own:
            own.add(_shared[file])
    told = foresight(sorted(set(used.values())))
    own.unforeseen |= told.unforeseen
    own.files |= told.files
    own.imports |= told.imports


def _source(module: ModuleType) -> str | None:
    """The file of a module where it is the author's; a package installed elsewhere counts by its version."""
    names = getattr(module, "__dict__", {})  # a module may have a __getattr__ of its own
    file = names.get("__file__") if isinstance(names, dict) else None
    return file if isinstance(file, str) and os.path.isabs(file) and is_authors_file(file) else None  # noqa: PTH117
