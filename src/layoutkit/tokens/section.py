"""One section of tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from layoutkit.diagnostics import did_you_mean, error
from layoutkit.origin import caller_origin

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["AnySection", "Section"]

T = TypeVar("T")


class Section(Generic[T]):
    """The tokens of one section; type checkers know no name of them."""

    __slots__ = ("_name", "_values")

    def __init__(self, name: str, values: Mapping[str, T]) -> None:
        self._name = name
        self._values = dict(values)

    def __iter__(self) -> Iterator[str]:
        """The names, in the order of the file."""
        return iter(self._values)

    def __contains__(self, key: object) -> bool:
        """Whether there is a token of this name."""
        return key in self._values

    def get(self, key: str) -> T | None:
        """The token of this name, or None."""
        return self._values.get(key)

    def items(self) -> Iterator[tuple[str, T]]:
        """Names and values, in the order of the file."""
        return iter(self._values.items())


class AnySection(Section[T]):
    """The tokens of one section, by attribute: ``t.space.m``."""

    __slots__ = ()

    def __getattr__(self, key: str) -> T:
        """The token of this name.

        Raises:
            LayoutkitError: there is none (``unknown-token``), at the author's line.
        """
        if key in Section.__slots__ or key.startswith("__"):  # so that copy, pickle and inspect see an ordinary object
            raise AttributeError(key)
        try:
            return self._values[key]
        except KeyError:
            pass
        raise error(
            "unknown-token",
            f"there is no token {self._name}.{key}",
            origin=caller_origin(),
            hint=did_you_mean(key, self._values),
        )
