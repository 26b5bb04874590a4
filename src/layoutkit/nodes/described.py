"""A box that says what it shows, to readers who do not see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from layoutkit.nodes.flow import Column

if TYPE_CHECKING:
    from typing import Unpack

    from layoutkit.languages import Language
    from layoutkit.nodes.node import Child
    from layoutkit.nodes.props import BoxProps

__all__ = ["Described", "Said", "Speech"]


@dataclass(frozen=True, slots=True)
class Said:
    """What is said instead of a picture."""

    alt: str
    """One sentence or two; empty where there is nothing to say."""
    description: str = ""
    """At length, such as a table of the data in lines; may be empty."""


class Speech(Protocol):
    """What a box says, in the language of the figure, which the style pass knows."""

    def said_in(self, language: Language) -> Said:
        """The words."""
        ...


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Described(Column):
    """A column whose texts and shapes are one picture; what they say together is said instead of them."""

    speech: Speech

    def __init__(self, *children: Child, speech: Speech, **props: Unpack[BoxProps]) -> None:
        """Take children as a Column does.

        Args:
            children: from top to bottom.
            speech: what they say together.
            props: what every node takes.
        """
        Column.__init__(self, *children, **props)
        self._set(speech=speech)
