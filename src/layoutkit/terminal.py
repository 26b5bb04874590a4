"""What may be written to a terminal: whether in colour, and text without control characters.

``NO_COLOR`` (https://no-color.org), ``CLICOLOR`` and ``CLICOLOR_FORCE`` (https://bixense.com/clicolors) decide in this
order, then ``TERM=dumb``, then whether the stream is a terminal. ``COLORTERM`` tells of 24-bit colour; Windows Terminal
sets ``WT_SESSION`` instead.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

__all__ = ["colored", "moves_cursor", "printable", "shows_any_color", "spell_out_what_streams_lack"]

_UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, what turns the direction of a line around, and lone surrogates; a line feed may stay."""


def colored(stream: TextIO | None) -> bool:
    """Whether a stream shows escape sequences for colours as colours; None is a stream that was closed."""
    if stream is None or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("CLICOLOR_FORCE", "0") not in {"", "0"}:
        return True
    return os.environ.get("CLICOLOR") != "0" and moves_cursor(stream)


def shows_any_color() -> bool:
    """Whether the terminal has more colours than those of its palette, as ``COLORTERM`` says."""
    return os.environ.get("COLORTERM", "").lower() in {"truecolor", "24bit"} or "WT_SESSION" in os.environ


def moves_cursor(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal on which a line can be written again."""
    return stream is not None and os.environ.get("TERM") != "dumb" and stream.isatty()


def printable(text: str) -> str:
    """A text that a terminal shows without obeying it: control characters are spelt out, a tab becomes a space."""
    return _UNSAFE.sub(_spelt, text)


def _spelt(match: re.Match[str]) -> str:
    return " " if match[0] == "\t" else match[0].encode("unicode-escape").decode()


def spell_out_what_streams_lack() -> None:
    """Make the standard streams write characters that their encoding lacks as escape sequences, and raise for none."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            with contextlib.suppress(ValueError, OSError):  # it is closed
                stream.reconfigure(errors="backslashreplace")
