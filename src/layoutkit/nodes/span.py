"""A part of a text that looks different from the text around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from layoutkit.nodes.props import ColorLike

__all__ = ["Inline", "Mark", "Span"]

Mark = Literal["strong", "emphasis", "code", "marker"]
"""What a stretch of text is; ``[markup]`` in tokens.toml says how it looks. A marker stands before a list item."""


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text with a role, a colour or marks of its own; its text is taken as it is, without markup."""

    text: str
    role: str | None = None
    """The type role, such as ``strong``; None takes that of the text around it."""
    color: ColorLike | None = None
    """None takes the colour of the text around it."""
    marks: tuple[Mark, ...] = ()
    """What markup says in a string: ``("strong",)`` for ``*…*``."""


Inline = str | Span
"""What a text is made of: a string with markup, or a span."""
