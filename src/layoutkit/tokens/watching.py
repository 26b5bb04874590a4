"""A theme that notes which of its tokens are read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from layoutkit.tokens.section import AnySection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.tokens.theme import Theme

__all__ = ["watched"]


def watched(theme: Theme, read: set[str]) -> Theme:
    """The same theme; the name of each token that is read, such as ``space.m`` or ``type.body``, goes into ``read``.

    Looking whether there is a token, or what the tokens are called, is no reading. Whoever takes all tokens of a
    section at once, as a box does with the table of its component, reads the section: ``card``.
    """
    tables = {name: _WatchedSection(name, tokens, read) for name, tokens in theme.tables.items()}
    return replace(theme, tables=tables, components={name: tables[name] for name in theme.components})


class _WatchedSection(AnySection[Any]):
    """A section that notes what is read from it."""

    __slots__ = ("_read",)

    def __init__(self, name: str, tokens: AnySection[Any], read: set[str]) -> None:
        super().__init__(name, dict(tokens.items()))
        self._read = read

    def __getattr__(self, key: str) -> Any:  # noqa: ANN401 - a token of any kind
        """The token of this name."""
        value = super().__getattr__(key)
        self._read.add(f"{self._name}.{key}")
        return value

    def get(self, key: str) -> Any:  # noqa: ANN401 - a token of any kind
        """The token of this name, or None."""
        if key in self._values:
            self._read.add(f"{self._name}.{key}")
        return self._values.get(key)

    def items(self) -> Iterator[tuple[str, Any]]:
        """Names and values: the section is read."""
        self._read.add(self._name)
        return super().items()
