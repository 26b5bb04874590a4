"""A theme that notes which of its tokens are read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from layoutkit.tokens.section import AnySection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.tokens.theme import Theme

__all__ = ["watched"]


def watched(theme: Theme, read: set[str], looked: set[str] | None = None) -> Theme:
    """The same theme; the name of each token that is read, such as ``space.m`` or ``type.body``, goes into ``read``.

    Looking whether there is a token, or what the tokens are called, is no reading. Whoever takes all tokens of a
    section at once, as a box does with the table of its component, reads the section: ``card``.

    Args:
        theme: all tokens.
        read: takes the names.
        looked: takes what was looked at without reading it: a token that was asked for, whether it is there or not, and
            a section whose names were gone through. None where nobody asks.
    """
    looked = set() if looked is None else looked
    tables = {name: _WatchedSection(name, tokens, read, looked) for name, tokens in theme.tables.items()}
    components = {name: tables[name] for name in theme.components}
    return replace(theme, tables=tables, components=components, unwatched=theme.unwatched or theme)


class _WatchedSection(AnySection[Any]):
    """A section that notes what is read from it."""

    __slots__ = ("_looked", "_read")

    def __init__(self, name: str, tokens: AnySection[Any], read: set[str], looked: set[str]) -> None:
        super().__init__(name, dict(tokens.items()))
        self._read = read
        self._looked = looked

    def __iter__(self) -> Iterator[str]:
        """The names: what follows may depend on which there are."""
        self._looked.add(self._name)
        return super().__iter__()

    def __contains__(self, key: object) -> bool:
        """Whether there is a token of this name."""
        self._looked.add(f"{self._name}.{key}")
        return super().__contains__(key)

    def __getattr__(self, key: str) -> Any:  # noqa: ANN401 - a token of any kind
        """The token of this name."""
        if not key.startswith("_"):
            self._looked.add(f"{self._name}.{key}")
        value = super().__getattr__(key)
        self._read.add(f"{self._name}.{key}")
        return value

    def get(self, key: str) -> Any:  # noqa: ANN401 - a token of any kind
        """The token of this name, or None."""
        self._looked.add(f"{self._name}.{key}")
        if key in self._values:
            self._read.add(f"{self._name}.{key}")
        return self._values.get(key)

    def items(self) -> Iterator[tuple[str, Any]]:
        """Names and values: the section is read."""
        self._read.add(self._name)
        return super().items()
