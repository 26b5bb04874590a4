"""Messages to the author: what is wrong, with both numbers, where, and what would help.

Every fault that an author can cause ends here, as a :class:`Diagnostic`; code that cannot go on
raises :class:`LayoutkitError` with one or more of them. How a message reads::

    error[overflow]: Text needs 412 px; its Card offers 380 px
      --> figures/04-pipeline-sft.py:31:13
       |
    31 |             Text("…", role="label"),
       |             ^^^^^^^^^^^^^^^^^^^^^^^^
       = hint: let the Card grow, or set wrap=True
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Self

from layoutkit.cells import cell_name
from layoutkit.near_names import NearNames
from layoutkit.origin import Location, locations, locations_of_traceback
from layoutkit.source_lines import source_line
from layoutkit.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from types import TracebackType

    from layoutkit.origin import Origin

__all__ = [
    "OF_THE_MACHINE",
    "Diagnostic",
    "FigureError",
    "LayoutkitError",
    "Offer",
    "OutputError",
    "ScriptError",
    "Severity",
    "TokensError",
    "UsageError",
    "described",
    "did_you_mean",
    "error",
    "exception_diagnostic",
    "format_diagnostic",
    "internal",
    "known_here",
    "reading_order",
    "shown_path",
    "traceback_of",
]

OF_THE_MACHINE = frozenset({"no-cairo"})
"""Findings about the machine, which are reported once instead of for each figure."""
_WIDEST, _BEFORE = 240, 60
"""Characters that an excerpt shows of a very long line, and those of them that stand before the span at fault."""
_LISTED = 12
"""Names that a hint lists: a line's worth."""
_MOST_SAID = 2000
"""Characters of an exception's text that a message shows."""


class Severity(Enum):
    """How bad a finding is: an error keeps the figure from being published."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Offer:
    """A hint that names one of several things that would help."""

    words: str
    """The hint, with ``{}`` where the name stands."""
    names: tuple[str, ...]
    """What would help, the best first."""
    otherwise: str
    """The hint where there is nothing to name."""

    def __str__(self) -> str:
        """The hint with the best name."""
        return self.words.format(self.names[0]) if self.names else self.otherwise

    def among(self, names: Collection[str]) -> Offer:
        """The same with some of the names only."""
        return Offer(self.words, tuple(name for name in self.names if name in names), self.otherwise)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding, ready to be printed."""

    rule: str
    """The id of the rule, in kebab case: ``unknown-token``."""
    message: str
    """One sentence without a full stop; both numbers where two are compared."""
    places: tuple[Location, ...] = ()
    """Where: the span at fault first, then the calls that led to it."""
    hint: str = ""
    """One next step that would work; empty where none is known."""
    severity: Severity = field(default=Severity.ERROR)
    number: int = 0
    """Its mark in the draft picture; 0 where there is none."""
    offer: Offer | None = None
    """Where the hint is one of several: all of them."""
    modes: str = ""
    """The modes that it shows in, in the words that end the message: ``with theme=dark``; empty where it names none."""
    notes: tuple[str, ...] = ()
    """What else helps to understand it, each in half a sentence."""


class LayoutkitError(Exception):
    """An error that ends the current step: the base of all that layoutkit raises on purpose."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("; ".join(d.message for d in diagnostics))
        self.diagnostics = diagnostics
        """Every error that was found, each with its place and a hint."""

    def __reduce__(self) -> tuple[type[Self], tuple[Diagnostic, ...]]:
        """Let it travel between processes: an exception is made again from its arguments."""
        return type(self), self.diagnostics


class FigureError(LayoutkitError):
    """A figure cannot be built: a value, a keyword or a token in it is wrong."""


class ScriptError(LayoutkitError):
    """A script is missing, is not valid Python, raises, or declares no figure."""


class TokensError(LayoutkitError):
    """The token file is missing or has errors, or a font file that it names has."""


class OutputError(LayoutkitError):
    """A file cannot be made in its format, or cannot be written."""


class UsageError(LayoutkitError):
    """An argument is wrong, or names an output, a mode, a format, a rule or a figure that does not exist."""


_CLASSES: dict[str, type[LayoutkitError]] = {
    **dict.fromkeys(("duplicate-name", "file-name", "no-figure", "no-scripts", "script"), ScriptError),
    **dict.fromkeys(("font-family", "font-file", "missing-token", "tokens-file", "toml-syntax"), TokensError),
    **dict.fromkeys(("modes-differ", "no-book", "source-date", "too-large", "write"), OutputError),
    **dict.fromkeys(("bad-scale", "unknown-figure", "unknown-format", "unknown-mode"), UsageError),
    **dict.fromkeys(("unknown-target", "unknown-text"), UsageError),
}
"""What is raised for a rule; for all others it is a :class:`FigureError`."""


def error(
    rule: str, message: str, *, origin: Origin | None = None, place: Location | None = None, hint: str = ""
) -> LayoutkitError:
    """An error to raise, at a node's origin, at a place in a file, or at a place that the node has led to."""
    where = (*((place,) if place else ()), *(locations(origin) if origin else ()))
    return _CLASSES.get(rule, FigureError)(Diagnostic(rule, message, where, hint))


def exception_diagnostic(
    rule: str, message: str, exception: BaseException, *, hint: str = "", otherwise: tuple[Location, ...] = ()
) -> Diagnostic:
    """A finding about an exception that the author's own code raised, at the author's lines.

    Args:
        rule: its id.
        message: one sentence.
        exception: what was raised.
        hint: a next step.
        otherwise: where to point if none of the lines that raised it is the author's.
    """
    return Diagnostic(rule, message, locations_of_traceback(traceback_of(exception)) or otherwise, hint)


def traceback_of(exception: BaseException) -> TracebackType | None:
    """The traceback of any exception; one of the author's may refuse to tell its attributes."""
    return vars(BaseException)["__traceback__"].__get__(exception)  # type: ignore[no-any-return]  # what it is for all


def described(exception: BaseException) -> str:
    """The type of an exception and what it says: ``ValueError: math domain error``; at most 2,000 characters."""
    name = vars(type)["__name__"].__get__(type(exception)) or "an exception without a name"  # whatever its class says
    try:
        text = str.__getitem__(str(exception), slice(_MOST_SAID + 1))  # a plain text, of a subclass as well
    except BaseException as second:  # noqa: BLE001 - an exception of the author's may do anything when asked for its text
        return f"{name} (its __str__ raised {type(second).__name__})"
    if len(text) > _MOST_SAID:
        text = f"{text[:_MOST_SAID]}…"
    return f"{name}: {text}" if text else name


def internal(fault: Exception) -> Diagnostic:
    """What a fault of layoutkit itself looks like to its users."""
    hint = "this is a bug in layoutkit; run again with --debug for the traceback"
    return Diagnostic("internal", described(fault), hint=hint)


def did_you_mean(name: str, known: Iterable[str] | NearNames) -> str:
    """A hint that offers the known name closest to ``name``, or lists a few; empty where none is known."""
    known = known if isinstance(known, NearNames) else NearNames(known)
    close = known.nearest(name)
    return known_here(known.names) if close is None else f"did you mean {close!r}?"


def known_here(names: Sequence[str]) -> str:
    """A hint that lists the first of some names; empty where there are none."""
    shown = ", ".join(names[:_LISTED]) + (" …" if len(names) > _LISTED else "")
    return f"known here: {shown}" if names else ""


def reading_order(diagnostic: Diagnostic) -> tuple[bool, tuple[tuple[str, int, int], ...]]:
    """What to sort messages by: errors before warnings, then by file, line and column, of the callers last."""
    where = tuple((str(place.path), place.line, place.column) for place in diagnostic.places)
    return diagnostic.severity is Severity.WARNING, where


def format_diagnostic(diagnostic: Diagnostic, *, color: bool = False) -> str:
    """The message as printed: headline, place, source line with carets, call chain, hint."""
    bold, red, blue, off = ("\x1b[1m", "\x1b[1;31m", "\x1b[1;34m", "\x1b[0m") if color else ("", "", "", "")
    yellow = "\x1b[1;33m" if color else ""
    head = red if diagnostic.severity is Severity.ERROR else yellow
    number = f" #{diagnostic.number}" if diagnostic.number else ""
    message = printable(f"{diagnostic.message} ({diagnostic.modes})" if diagnostic.modes else diagnostic.message)
    lines = [f"{head}{diagnostic.severity.value}[{diagnostic.rule}]{number}{off}{bold}: {message}{off}"]
    gutter = " " * len(str(diagnostic.places[0].line)) if diagnostic.places else ""
    if diagnostic.places:
        lines += _excerpt(diagnostic.places[0], gutter, blue, red, off)
        lines += [f"{gutter} {blue}={off} called from {_location(p)}" for p in _chain(diagnostic.places)]
    lines += [f"{gutter} {blue}={off} {printable(note)}" for note in diagnostic.notes]
    if diagnostic.hint:
        lines.append(f"{gutter} {blue}={off} hint: {printable(diagnostic.hint)}")
    return "\n".join(lines)


def _chain(trail: Sequence[Location]) -> list[Location]:
    """The calls worth naming: those in other lines than the fault itself, each once."""
    seen = {(trail[0].path, trail[0].line)}
    kept = []
    for place in trail[1:]:
        if (place.path, place.line) not in seen:
            seen.add((place.path, place.line))
            kept.append(place)
    return kept


def shown_path(path: Path) -> Path:
    """A path as messages show it: relative to the current folder where it lies below it."""
    with contextlib.suppress(ValueError, OSError):  # the current folder may have been removed
        return path.relative_to(Path.cwd())
    return path


def _location(place: Location) -> str:
    name = cell_name(str(place.path)) or str(shown_path(place.path))
    return f"{printable(name)}:{place.line}" + (f":{place.column}" if place.column else "")


def _excerpt(place: Location, gutter: str, blue: str, red: str, off: str) -> list[str]:
    lines = [f"{gutter}{blue}-->{off} {_location(place)}"]
    text = source_line(place.path, place.line)
    if text is None:
        return lines
    end = place.end_column if place.end_line == place.line else len(text.rstrip()) + 1
    part, column, end = _part(text, place.column, end)
    shown = "".join(character if len(printable(character)) == 1 else "\ufffd" for character in part.replace("\t", " "))
    lines += [f"{gutter} {blue}|{off}", f"{blue}{place.line} |{off} {shown}"]
    if place.column:
        carets = "^" * max(1, end - column)
        lines.append(f"{gutter} {blue}|{off} {' ' * (column - 1)}{red}{carets}{off}")
    return lines


def _part(line: str, column: int, end: int) -> tuple[str, int, int]:
    """What an excerpt shows of a line, and where a span of it stands there; all of it where it is not very long."""
    if len(line) <= _WIDEST:
        return line, column, end
    start = max(0, min(column - 1 - _BEFORE, len(line) - _WIDEST))
    stop = start + _WIDEST
    before, after = "…" if start else "", "…" if stop < len(line) else ""
    moved = len(before) - start
    return f"{before}{line[start:stop]}{after}", column + moved, min(end, stop + 1) + moved
