"""The kinds of the pieces of code that is shown: Pygments reads the code, and a few of its token types become colours.

Pygments is imported when the first code with a language is made (its own import and that of one lexer take about 0.1 s
together). Code that is incomplete or wrong is coloured as far as it goes, and no character is lost.

Departures from Pygments: ``match`` and ``case`` are keywords of Python only where they begin a statement, a string with
expressions inside is one string, a decorator is a name with all its dots, and a letter that touches a number
(``1e-3j``, ``10n``) belongs to it. Of many blank lines together Pygments is given two: at the start of each its lexer
for Python reads on to the next text, which takes a second for 2,000 lines.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from layoutkit.diagnostics import did_you_mean, error
from layoutkit.origin import caller_origin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["PLAIN", "CodeKind", "CodePiece", "check_language", "lex"]

CodeKind = Literal["comment", "keyword", "name", "number", "string"]

PLAIN = "text"
"""The language of code that has no colours; Pygments is not needed for it."""
_KINDS: tuple[tuple[str, CodeKind], ...] = (
    ("Comment", "comment"),
    ("Keyword", "keyword"),
    ("Operator.Word", "keyword"),
    ("Literal.String", "string"),
    ("Literal.Number", "number"),
    ("Name.Attribute", "name"),
    ("Name.Class", "name"),
    ("Name.Decorator", "name"),
    ("Name.Function", "name"),
    ("Name.Tag", "name"),
)
"""Token types of Pygments, with all below them, and what they are here; all others are plain."""


_OPERAND = r"[ \t]++(?!(?:and|or|in|is|if|else|for|not[ \t]++in)(?!\w))[\w\"']"
_BRACKET = r"[ \t]*+[(\[{*-][^\n]*:[ \t]*+(?:#[^\n]*+)?+(?m:$)"
_SOFT = re.compile(rf"(?:match|case)(?={_OPERAND}|{_BRACKET})")
"""``match`` and ``case`` where they are keywords of Python: before a word, or a bracket or sign in a line that ends in
a colon. Pygments takes ``match.group()`` and ``match -= 1`` for statements too."""


_BLANK_LINES = re.compile(r"^(?:[^\S\n]*+\n){2}((?:[^\S\n]*+\n)++)", re.MULTILINE)
"""Blank lines together; the group is those that are one too many."""


class CodePiece(NamedTuple):
    """A stretch of code of one kind."""

    text: str
    kind: CodeKind | None
    """None is plain: operators, variables, and whatever the language does not know."""


_BLANK_LINES_MATTER = frozenset(("rst", "rest", "restructuredtext", "md", "markdown"))
"""Languages of documents, where a blank line may end a list or a quotation: Pygments reads them as they are."""


def check_language(language: object) -> None:
    """Refuse what is not the name of a language.

    Raises:
        LayoutkitError: ``bad-value``, at the author's line.
    """
    if language == PLAIN or (isinstance(language, str) and _lexer(language) is not None):
        return
    from pygments.lexers import get_all_lexers  # noqa: PLC0415 - slow to import, and needed for this message only

    known = [PLAIN, *(alias for _, aliases, _, _ in get_all_lexers(plugins=False) for alias in aliases)]
    hint = did_you_mean(str(language), known)
    if not hint.startswith("did you mean"):
        hint = f"{PLAIN!r} is plain; others are json, python, bash, yaml, and what `pygmentize -L lexers` lists"
    message = f"language is {language!r:.60}; Pygments has no language of that name"
    raise error("bad-value", message, origin=caller_origin(), hint=hint)


def lex(code: str, language: str) -> Iterator[CodePiece]:
    """The pieces of the code in order, neighbours of different kinds; joined, they are the code.

    Args:
        code: any text.
        language: a name that Pygments has for a language; ``text`` is plain from end to end.
    """
    for kind, pieces in groupby(_pieces(code, language), key=itemgetter(1)):
        yield CodePiece("".join(text for text, _ in pieces), kind)


def _pieces(code: str, language: str) -> Iterator[CodePiece]:
    done = 0
    read, place = (code, _unmoved) if language.lower() in _BLANK_LINES_MATTER else _without_blank_lines(code)
    for first, after, kind in _known(read, language):
        start, end = place(first), place(after)
        if done < start:
            yield CodePiece(code[done:start], None)
        if end > max(start, done):
            yield CodePiece(code[max(start, done) : end], kind)
        done = max(done, end)
    if done < len(code):
        yield CodePiece(code[done:], None)


def _unmoved(index: int) -> int:
    return index


def _without_blank_lines(code: str) -> tuple[str, Callable[[int], int]]:
    """The code with at most two blank lines together, and what tells where an index of it stands in the code itself.

    Lines that are left out belong to the token before them: so does the end of a token that they follow.
    """
    parts: list[str] = []
    cuts, missing = [], [0]
    done = at = 0
    for run in _BLANK_LINES.finditer(code):
        start, end = run.span(1)
        parts.append(code[done:start])
        at += start - done
        cuts.append(at)
        missing.append(missing[-1] + end - start)
        done = end
    return "".join((*parts, code[done:])), lambda index: index + missing[bisect_right(cuts, index)]


def _known(code: str, language: str) -> Iterator[tuple[int, int, CodeKind | None]]:
    """Start, end and kind of each token."""
    lexer = None if language == PLAIN else _lexer(language)
    if lexer is None:
        return
    depth = 0  # of expressions inside a string
    before, at = CodePiece("", None), 0  # the token before that is not a space, and where it ends
    # Some lexers know the end of a line by its line feed alone; what is yielded leaves out the one added here.
    for begin, token_type, value in lexer.get_tokens_unprocessed(code + "\n"):
        start, text = begin, value
        name = ".".join(token_type)
        kind = _kind(name)
        touches = start == at
        if name == "Error":
            depth = 0
        elif name == "Literal.String.Interpol":
            depth = max(0, depth + text.count("{") - text.count("}"))
        elif depth:
            kind = "string"
        elif touches and before.kind == "number" and name.startswith("Name"):
            kind = "number"
        elif touches and before.text.startswith("@") and before.kind == "name" and (text == "." or name == "Name"):
            kind, text, start = "name", before.text + text, start - len(before.text)
        elif (kind == "keyword" and lexer.name == "Python" and not _is_keyword(text, code, start)) or (
            name == "Name.Function.Magic" and before.kind != "keyword"  # used, not defined
        ):
            kind = None
        yield start, min(start + len(text), len(code)), kind
        if text.strip():
            before, at = CodePiece(text, kind), start + len(text)


def _is_keyword(text: str, code: str, start: int) -> bool:
    """Whether what Pygments takes for a keyword of Python is one: ``match`` may be a name, and ``_`` always is."""
    return text != "_" and (text not in ("match", "case") or _SOFT.match(code, start) is not None)


def _kind(name: str) -> CodeKind | None:
    return next((kind for known, kind in _KINDS if name == known or name.startswith(f"{known}.")), None)


@lru_cache(maxsize=16)
def _lexer(language: str) -> Any:  # noqa: ANN401 - Pygments has no types
    """The lexer of a language; None where Pygments has none."""
    from pygments.lexers import get_lexer_by_name  # noqa: PLC0415 - slow to import; figures without code need none
    from pygments.util import ClassNotFound  # noqa: PLC0415 - likewise

    try:
        return get_lexer_by_name(language)
    except ClassNotFound:
        return None
