"""What scripts read, by their text, where running them does not show it.

``datetime.now`` and the generators of NumPy report to nobody, and libraries in other languages open files by
themselves. A script that names the clock or draws without a seed counts as unforeseen, also where the name means
something else: it is only rendered more often. A text that is the name of a file beside the script counts as a file
that is read.
"""

from __future__ import annotations

import ast
import os
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Foresight", "foresight", "imported_names"]

_CLOCK = frozenset(("now", "utcnow", "today"))
_TIMES = frozenset(("getattr", "datetime64", "Timestamp", "to_datetime"))
"""Functions that take the clock's name as a text."""
_CHANCE = frozenset(
    [
        "urandom",
        "getrandom",
        "uuid1",
        "uuid4",
        "SystemRandom",
        "secrets",
        "token_hex",
        "token_bytes",
        "token_urlsafe",
        "getpid",
    ]
)
_GENERATORS = frozenset(("Random", "default_rng", "RandomState", "SeedSequence", "PCG64", "MT19937", "Philox", "SFC64"))
"""Makers of generators, which take a seed."""
_ARGUMENTS = "argv"
_INSIDE = frozenset(("evaluation", "source"))
"""Attributes of a theme that no list of tokens covers."""
_LONGEST = 260
"""Characters of a text that may be the name of a file."""


@dataclass(frozen=True, slots=True)
class Foresight:
    """What a text shows."""

    unforeseen: frozenset[str] = frozenset()
    """In words that end a sentence, as :class:`layoutkit.reads.Reads` has them."""
    files: frozenset[str] = frozenset()
    """Files that a text in it names, absolute."""
    imports: frozenset[str] = frozenset()
    """The first parts of the names of all modules that it imports."""


@dataclass(slots=True)
class _Found:
    names: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)
    imports: set[str] = field(default_factory=set)
    seeds: bool = False
    unseeded: bool = False
    draws: bool = False


def foresight(files: Sequence[str]) -> Foresight:
    """What the texts of an author's modules tell together; a file that cannot be read tells nothing."""
    found = [one for file in files if (one := _read(file)) is not None]
    names = set[str]().union(*(one.names for one in found))
    unforeseen = {
        what
        for what, told in (
            ("reads the clock", names & _CLOCK),
            ("draws random numbers without a seed", names & _CHANCE or any(one.unseeded for one in found)),
            ("reads the arguments of the program", _ARGUMENTS in names),
            ("reads the token file itself", names & _INSIDE),
        )
        if told
    }
    if any(one.draws for one in found) and not any(one.seeds for one in found):
        unforeseen.add("draws random numbers without a seed")
    texts = set[str]().union(*(one.texts for one in found))
    imports = set[str]().union(*(one.imports for one in found))
    folders = dict.fromkeys([os.path.abspath(""), *(os.path.dirname(file) for file in files)])  # noqa: PTH100, PTH120
    return Foresight(frozenset(unforeseen), frozenset(_named(texts, folders)), frozenset(imports))


def imported_names(files: Sequence[str]) -> frozenset[str]:
    """The first parts of the names of all modules that some files import."""
    return frozenset[str]().union(*(one.imports for file in files if (one := _read(file)) is not None))


def _named(texts: set[str], folders: dict[str, None]) -> Iterator[str]:
    """The files that texts name, beside the modules, in the current folder, or in a folder that another text names."""
    inner = [os.path.join(folder, text) for folder in folders for text in texts if _is_name(text)]  # noqa: PTH118
    around = [*folders, *(path for path in inner if os.path.isdir(path))]  # noqa: PTH112
    for folder in around:
        for text in texts:
            path = os.path.join(folder, text)  # noqa: PTH118
            if "." in text and os.path.isfile(path):  # noqa: PTH113
                yield os.path.abspath(path)  # noqa: PTH100


def _is_name(text: str) -> bool:
    return text not in {"", ".", "..", "/"}


def _read(file: str) -> _Found | None:
    """What one module tells; the same text is read once."""
    try:
        return _scanned(Path(file).read_bytes())
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
        return None


@lru_cache(maxsize=512)
def _scanned(source: bytes) -> _Found:
    found = _Found()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(attr=name, value=of):
                found.names.add(name)
                of_random = isinstance(of, ast.Attribute) and of.attr == "random"
                found.draws |= (of_random and name not in {*_GENERATORS, "seed", "Generator"}) or _is_draw(name)
            case ast.Constant(value=str(text)) if len(text) <= _LONGEST and "\0" not in text and "\n" not in text:
                found.texts.add(text)
            case ast.Import(names=aliases):
                found.imports.update(alias.name.partition(".")[0] for alias in aliases)
                found.names.update(alias.name.partition(".")[0] for alias in aliases)
            case ast.ImportFrom(module=str(module), names=aliases, level=0):
                found.imports.add(module.partition(".")[0])
                found.names.update((module, *(alias.name for alias in aliases)))
            case ast.Call(func=function, args=positional, keywords=keywords):
                given = [one for one in (*positional, *(word.value for word in keywords)) if not _is_none(one)]
                name = _called(function)
                found.seeds |= ("seed" in name or name in _GENERATORS) and bool(given)
                found.unseeded |= name in _GENERATORS and not given
                if name in _TIMES:
                    found.names.update(str(one.value) for one in given if isinstance(one, ast.Constant))
            case _:
                pass
    return found


def _is_draw(name: str) -> bool:
    """Whether a function of some library is called as those that draw numbers."""
    return name in {"rand", "randn", "randperm"} or name.startswith(("rand_", "randn_"))


def _called(function: ast.expr) -> str:
    return (
        function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    )


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None
