"""What a message points at."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from layoutkit.diagnostics import LayoutkitError
from layoutkit.source_lines import source_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.diagnostics import Diagnostic
    from layoutkit.origin import Location

__all__ = ["Fault", "excerpt", "fault", "marked"]


@dataclass(slots=True)
class Fault:
    """The one message of a refused block; filled when the block ends."""

    rule: str = ""
    message: str = ""
    hint: str = ""
    marked: str = ""
    """The source text under the carets."""
    caller: str = ""
    """The source text of the call that led there."""


@contextmanager
def fault(rule: str) -> Iterator[Fault]:
    """Expect the block to be refused by a rule."""
    found = Fault()
    with pytest.raises(LayoutkitError) as raised:
        yield found
    (diagnostic,) = raised.value.diagnostics
    found.rule, found.message, found.hint = diagnostic.rule, diagnostic.message, diagnostic.hint
    found.marked = marked(diagnostic)
    found.caller = excerpt(diagnostic.places[1]) if diagnostic.places[1:] else ""
    assert found.rule == rule


def marked(diagnostic: Diagnostic) -> str:
    """The source text that a message points at; empty where it names no place."""
    return excerpt(diagnostic.places[0]) if diagnostic.places else ""


def excerpt(place: Location) -> str:
    """The source text of a place in one line."""
    text = source_line(place.path, place.line)
    assert text is not None
    assert place.column, "only the line is known"
    return text[place.column - 1 : place.end_column - 1 if place.end_line == place.line else None]
