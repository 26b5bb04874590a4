"""The tokens of a series as figures and styles read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from layoutkit.diagnostics import error, near_miss
from layoutkit.origin import caller_origin

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from layoutkit.color import Color
    from layoutkit.tokens.contracts import Contract
    from layoutkit.tokens.values import FontTokens, Length, MarkTokens, OutputTokens, ShadowTokens, TypeTokens

__all__ = ["Section", "Theme"]

T = TypeVar("T")


class Section(Generic[T]):
    """The tokens of one section, by attribute: ``t.space.m``."""

    __slots__ = ("_name", "_values")

    def __init__(self, name: str, values: Mapping[str, T]) -> None:
        self._name = name
        self._values = dict(values)

    def __getattr__(self, key: str) -> T:
        """The token of this name.

        Raises:
            LayoutkitError: there is none (``unknown-token``), at the author's line.
        """
        if key in self.__slots__ or key.startswith("__"):  # so that copy, pickle and inspect see an ordinary object
            raise AttributeError(key)
        try:
            return self._values[key]
        except KeyError:
            pass
        raise error(
            "unknown-token",
            f"there is no token {self._name}.{key}",
            origin=caller_origin(),
            hint=near_miss(key, self._values),
        )

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


@dataclass(frozen=True)
class Theme:
    """Every token, resolved. ``t.color.accent`` is a Color, ``t.space.m`` a length in px.

    Components are read in the same way: ``t.card.padding``.
    """

    path: Path
    color: Section[Color]
    space: Section[Length]
    radius: Section[Length]
    stroke: Section[Length]
    shadow: Section[ShadowTokens]
    font: Section[FontTokens]
    type: Section[TypeTokens]
    markup: Section[MarkTokens]
    output: Section[OutputTokens]
    contract: Section[Contract]
    components: Mapping[str, Section[Any]]

    def __getattr__(self, name: str) -> Section[Any]:
        """The component of this name.

        Raises:
            LayoutkitError: there is none (``unknown-token``), at the author's line.
        """
        if name.startswith("__") or name == "components":
            raise AttributeError(name)
        return self.component(name)

    def component(self, name: str) -> Section[Any]:
        """The tokens of a component such as ``card``."""
        try:
            return self.components[name]
        except KeyError:
            hint = near_miss(name, self.sections())
            raise error("unknown-token", f"there is no component {name}", origin=caller_origin(), hint=hint) from None

    def sections(self) -> dict[str, Section[Any]]:
        """The sections that single tokens are read from, by name, components included."""
        found: dict[str, Section[Any]] = {
            "color": self.color,
            "space": self.space,
            "radius": self.radius,
            "stroke": self.stroke,
        }
        return found | dict(self.components)
