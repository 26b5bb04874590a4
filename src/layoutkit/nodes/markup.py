r"""Markup inside a text: a string becomes spans.

    *strong*   _emphasis_   `code`   #response_ink[a colour role]   @key[words that arrows lead to]   \* a mark as it is

``*`` and ``_`` are marks where they touch text on one side: between spaces and inside words
(``a * b``, ``2*3``, ``snake_case``) they stay as they are. Two of them at an end of the string, with nothing
inside (``**``), are a mark around no text, as two backticks are. Square brackets belong to the markup only
where ``#name`` or ``@key`` stands right before them; an ``@`` behind a letter or a digit is not a mark. In code
nothing but the backslash is read; before anything else than a mark, a backslash is a backslash. Marks may be
nested, but not crossed, and keys not in one another; they are closed in the string that opens them.

One regular expression finds the marks from left to right, so the cost is linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from layoutkit.diagnostics import error
from layoutkit.nodes.span import Span
from layoutkit.origin import caller_origin

if TYPE_CHECKING:
    from layoutkit.nodes.span import Mark

__all__ = ["parse", "plain"]

_MARKS = re.compile(r"[\\*_`#@\[\]]")
_SIGN = re.compile(r"\\[\\*_`#@\[\]]|\*+|_+|`|#([A-Za-z]\w*)\[|(?<!(?u:\w))@((?u:[^\W\d_][\w-]*))\[|[\[\]]", re.ASCII)
_CODE = re.compile(r"((?:[^`\\]|\\.)*+)`", re.DOTALL)
_ESCAPE = re.compile(r"\\([\\*_`#@\[\]])")
_NAMES: dict[str, Mark] = {"*": "strong", "_": "emphasis"}


def plain(text: str) -> str:
    """The text with a backslash before every mark, so that it is shown as it is inside a string with markup.

    Raises:
        LayoutkitError: it is not a string (``not-text``).
    """
    if not isinstance(text, str):
        message = f"plain takes a string, not {text!r:.60}"
        raise error("not-text", message, origin=caller_origin(), hint="write plain(str(…)) for a number")
    return _MARKS.sub(r"\\\g<0>", text)


def parse(text: str) -> tuple[Span, ...]:
    """The spans of a string with markup; at least one, if an empty one.

    Raises:
        LayoutkitError: a mark is open, crossed, doubled or around nothing (``markup``).
    """
    if not _MARKS.search(text):
        return (Span(text),)
    return _Parser(text).spans()


@dataclass(frozen=True, slots=True)
class _Open:
    """A mark that waits for its other end."""

    sign: str
    """``*``, ``_``, ``#name[``, ``@key[``, or ``[`` for a bracket that is shown."""
    index: int
    shown: int
    """How many characters were shown before it."""


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[_Open] = []
        """All marks that wait for their other end, the innermost last."""
        self.paired: dict[str, _Open] = {}
        """Those of them that are ``*`` or ``_``."""
        self.colors: list[str] = []
        """The names of those that are colours."""
        self.key: str | None = None
        """That of the open ``@key[``."""
        self.looks: list[Span] = []
        """The spans found, without their texts."""
        self.texts: list[list[str]] = []
        """The texts of these spans, in pieces."""
        self.shown = 0

    def spans(self) -> tuple[Span, ...]:
        text, done = self.text, 0
        while sign := _SIGN.search(text, done):
            self.show(text[done : sign.start()])
            done = sign.end()
            if sign[0] == "`":
                done = self.code(sign.start())
            else:
                self.read(sign)
        self.show(text[done:])
        if self.open:
            last = next(mark for mark in reversed(self.open) if mark.sign != "[")
            raise self.fault(last.sign, last.index, "is never closed")
        pairs = zip(self.looks, self.texts, strict=True)
        return tuple(replace(look, text="".join(pieces)) for look, pieces in pairs) or (Span(""),)

    def read(self, sign: re.Match[str]) -> None:
        match sign[0][0]:
            case "\\":
                self.show(sign[0][1])
            case "*" | "_":
                self.pair(sign[0], sign.start())
            case "#":
                self.open.append(_Open(sign[0], sign.start(), self.shown))
                self.colors.append(sign[1])
            case "@":
                if self.key is not None:
                    raise self.fault(sign[0], sign.start(), f"stands inside @{self.key}[")
                self.open.append(_Open(sign[0], sign.start(), self.shown))
                self.key = sign[2]
            case "[":
                self.opening_bracket(sign.start())
            case _:
                self.closing_bracket(sign.start())

    # -- the marks ------------------------------------------------------------------------------

    def pair(self, sign: str, index: int) -> None:
        """One ``*`` or ``_``, or several in a row."""
        before = self.text[index - 1] if index else " "
        after = self.text[index + len(sign)] if index + len(sign) < len(self.text) else " "
        first = self.paired.get(sign)
        at_an_end = index == 0 or index + len(sign) == len(self.text)
        if len(sign) == 2 and at_an_end and before.isspace() and after.isspace():  # noqa: PLR2004 - a pair
            raise self.fault(sign[0], index, "holds no text")
        if (before.isspace() and after.isspace()) or (_in_word(before) and _in_word(after)):
            self.show(sign)
        elif len(sign) > 1:
            raise self.fault(sign, index, f"is not a mark; a single {sign[0]} stands on either side")
        elif first is None:
            if after.isspace():
                raise self.fault(sign, index, "closes nothing")
            self.paired[sign] = _Open(sign, index, self.shown)
            self.open.append(self.paired[sign])
        elif before.isspace():
            raise self.fault(sign, first.index, f"is still open where another opens at {self.place(index)}")
        else:
            self.close(sign, sign, index)
            del self.paired[sign]

    def opening_bracket(self, index: int) -> None:
        """A bracket is shown; inside a colour or key it must be closed, so that its own end is known."""
        if self.colors or self.key is not None:
            self.open.append(_Open("[", index, self.shown))
        self.show("[")

    def closing_bracket(self, index: int) -> None:
        if not self.colors and self.key is None:
            self.show("]")
        elif self.open[-1].sign == "[":
            self.open.pop()
            self.show("]")
        else:
            closed = self.close("]", ("#", "@"), index)
            if closed.sign[0] == "#":
                self.colors.pop()
            else:
                self.key = None

    def close(self, sign: str, wanted: str | tuple[str, ...], index: int) -> _Open:
        """End the innermost mark, which must begin with ``wanted`` and hold a text."""
        last = self.open[-1]
        if not last.sign.startswith(wanted):
            raise self.fault(last.sign, last.index, f"is still open at the {sign} at {self.place(index)}")
        if last.shown == self.shown:
            raise self.fault(last.sign, last.index, "holds no text")
        return self.open.pop()

    def code(self, index: int) -> int:
        """Take a stretch of code; the index behind it."""
        found = _CODE.match(self.text, index + 1)
        if found is None:
            raise self.fault("`", index, "is never closed")
        if not found[1]:
            raise self.fault("`", index, "holds no text")
        self.show(_ESCAPE.sub(r"\1", found[1]), code=True)
        return found.end()

    # -- what comes of them ---------------------------------------------------------------------

    def show(self, text: str, *, code: bool = False) -> None:
        """Add characters in the look of the open marks; joined to the last span where that looks the same."""
        if not text:
            return
        self.shown += len(text)
        marks = (*(_NAMES[sign] for sign in self.paired), *(("code",) if code else ()))
        look = Span("", color=f"{{color.{self.colors[-1]}}}" if self.colors else None, marks=marks, key=self.key)
        if self.looks and self.looks[-1] == look:
            self.texts[-1].append(text)
        else:
            self.looks.append(look)
            self.texts.append([text])

    def place(self, index: int) -> str:
        """Where in the string, as a message says it."""
        line, start = self.text.count("\n", 0, index), self.text.rfind("\n", 0, index) + 1
        column = f"column {index - start + 1}"
        return f"line {line + 1}, {column}" if "\n" in self.text else column

    def fault(self, sign: str, index: int, what: str) -> Exception:
        hint = (
            f'"\\\\{sign[0]}" in Python (r"\\{sign[0]}" in a raw string) shows the sign itself; '
            "plain(…) does so for a whole text"
        )
        message = f"in the text, the {sign} at {self.place(index)} {what}"
        return error("markup", message, origin=caller_origin(), hint=hint)


def _in_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character).startswith("M")
