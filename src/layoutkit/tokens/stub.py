"""The exact names of a project's tokens, for type checkers and editors.

``Theme`` takes its members from a module ``layoutkit_tokens``, which exists for type checkers alone. The one that
comes with layoutkit allows every name; a stub of the same name earlier on their path allows those of one token file.
"""

from __future__ import annotations

from keyword import iskeyword
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.tokens.section import Section
    from layoutkit.tokens.theme import Theme

__all__ = ["stub"]

_HEAD = """\
# Written by `layoutkit tokens stub` from {file}; write it again when the tokens have other names.
from builtins import bool as _bool, float as _float, str as _str
from typing import Literal as _Literal, Never as _Never, TypeAlias as _TypeAlias

from layoutkit.color import Color as _Color
from layoutkit.tokens.contracts import Contract as _Contract
from layoutkit.tokens.section import Section as _Section
from layoutkit.tokens.values import (
    FontTokens as _FontTokens,
    Length as _Length,
    MarkTokens as _MarkTokens,
    OutputTokens as _OutputTokens,
    ShadowTokens as _ShadowTokens,
    TypeTokens as _TypeTokens,
)
"""


def stub(theme: Theme) -> str:
    """The text of ``layoutkit_tokens.pyi`` for a theme; names that no attribute can have are left out."""
    sections = [(name, tokens) for name, tokens in theme.tables.items() if _fits(name)]
    classes = [line for name, tokens in sections for line in _section(name, tokens)]
    members = [f"    {name}: {_class(name)}" for name, _ in sections]
    tones = ", ".join(f'"{tone}"' for tone in theme.tones)
    alias = f"Tone: _TypeAlias = {f'_Literal[{tones}]' if tones else '_Never'}\n"
    return "\n".join([_HEAD.format(file=theme.path.name), alias, *classes, "class Tokens:", *members, ""])


def _section(name: str, tokens: Section[object]) -> Iterator[str]:
    kinds = {_kind(value) for _, value in tokens.items()}
    yield f"class {_class(name)}(_Section[{' | '.join(sorted(kinds)) or 'object'}]):"
    members = [f"    {key}: {_kind(value)}" for key, value in tokens.items() if _fits(key)]
    yield from members or ["    pass"]
    yield ""


def _kind(value: object) -> str:
    """The type of a token as the stub names it."""
    return f"_{type(value).__name__}"


def _class(section: str) -> str:
    return "_" + "".join(word.capitalize() for word in section.split("_")) + "Section"


def _fits(name: str) -> bool:
    return name.isidentifier() and not iskeyword(name) and name not in ("get", "items")
