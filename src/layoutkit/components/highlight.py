"""A small lexer for code that is shown, not run: JSON and Python.

One regular expression for each language names the pieces it knows; everything else is plain. So code that is incomplete
or wrong is coloured as far as it goes, a string that is never closed is plain, and no character is lost. What an
alternative has taken it keeps (possessive quantifiers), so the cost is linear in the length of the code.
"""

from __future__ import annotations

import re
from functools import cache
from keyword import iskeyword
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["CodeLanguage", "Kind", "Piece", "lex"]

CodeLanguage = Literal["json", "python", "text"]
Kind = Literal["comment", "keyword", "name", "number", "string"]


class Piece(NamedTuple):
    """A stretch of code of one kind."""

    text: str
    kind: Kind | None
    """None is plain: operators, variables, and whatever the language does not know."""


def lex(code: str, language: CodeLanguage) -> Iterator[Piece]:
    """The pieces of the code in order; joined, they are the code.

    Args:
        code: any text.
        language: ``text`` is plain from end to end.
    """
    done = 0
    for start, end, kind in _known(code, language):
        if done < start:
            yield Piece(code[done:start], None)
        yield Piece(code[start:end], kind)
        done = end
    if done < len(code):
        yield Piece(code[done:], None)


def _known(code: str, language: CodeLanguage) -> Iterator[tuple[int, int, Kind]]:
    """The stretches that are not plain."""
    if language == "text":
        return
    before = ""
    for found in re.finditer(_pattern(language), code):
        match found.lastgroup:
            case "comment" | "keyword" | "name" | "number" | "string" as kind:
                yield found.start(), found.end(), kind
            case "soft":
                yield found.end() - len(found[0].lstrip()), found.end(), "keyword"
            case "word" if iskeyword(found[0]):
                yield found.start(), found.end(), "keyword"
            case "word" if before in ("def", "class"):
                yield found.start(), found.end(), "name"
        before = found[0]


@cache
def _pattern(language: CodeLanguage) -> re.Pattern[str]:
    """Groups bear the names of the kinds.

    ``word`` is looked up, ``soft`` is a keyword that begins a line, ``open`` is a string without an end.
    """
    source = _JSON if language == "json" else _PYTHON
    return re.compile("|".join(f"(?P<{group}>{pattern})" for group, pattern in source))


_JSON = (
    ("name", r'"(?:[^"\\\n]|\\.)*+"(?=\s*+:)'),
    ("string", r'"(?:[^"\\\n]|\\.)*+"'),
    ("open", r'"(?:[^"\\\n]|\\.)*+'),
    ("keyword", r"(?<!\w)(?:true|false|null)(?!\w)"),
    ("number", r"(?<![\w.])-?(?:0|[1-9]\d*+)(?:\.\d++)?+(?:[eE][+-]?\d++)?+(?![\w.])"),
)
"""RFC 8259; a string before a colon is a name."""


def _quoted(*, closed: bool) -> str:
    """A Python string; without its end, the longest stretch that begins like one."""
    kinds = [
        (rf"{mark * 3}(?:\\.|(?!{mark * 3}).)*+", mark * 3) for mark in "\"'"
    ] + [
        (rf"{mark}(?!{mark * 2})(?:\\.|[^{mark}\\\n])*+", mark) for mark in "\"'"
    ]  # fmt: skip
    ends = "|".join(begin + (end if closed else "") for begin, end in kinds)
    return rf"(?:[rR][bBfF]?|[bBfF][rR]?|[uU])?(?s:{ends})"


_OPERAND = r"[ \t]++(?!(?:and|or|in|is|if|else|for|not[ \t]++in)(?!\w))[\w\"']"
_BRACKET = r"[ \t]*+[(\[{*-][^\n]*:[ \t]*+(?:#[^\n]*+)?+(?m:$)"
"""What stands behind ``match`` and ``case`` where they are keywords: a word, or a bracket or sign in a line that ends
in a colon; ``match = 1``, ``match(a)`` and ``match in b`` are names."""
_PYTHON = (
    ("comment", r"#[^\n]*+"),
    ("string", _quoted(closed=True)),
    ("open", _quoted(closed=False)),
    ("name", r"(?m:^[ \t]*+)@[^\W\d][\w.]*+"),
    ("soft", rf"(?m:^[ \t]*+)(?:match|case)(?={_OPERAND}|{_BRACKET})"),
    ("word", r"[^\W\d]\w*+"),
    ("number", r"0[xXoObB][\da-fA-F_]++|(?:\d[\d_]*+(?:\.[\d_]*+)?+|\.\d[\d_]*+)(?:[eE][+-]?\d[\d_]*+)?+[jJ]?"),
)
"""The Python Language Reference, chapter 2; a decorator is a name, as is what follows ``def`` and ``class``."""
