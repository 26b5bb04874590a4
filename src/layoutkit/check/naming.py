"""How messages name what an author made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.origin import locations
from layoutkit.style.content import WordsContent

if TYPE_CHECKING:
    from layoutkit.check.context import VisibleBox
    from layoutkit.style.element import Element
    from layoutkit.style.styled import Styled

__all__ = ["line_of", "name", "px", "quoted"]

_WORDS = 24
"""Characters of a text that are enough to know it again."""


def name(seen: VisibleBox) -> str:
    """The component or type of a box with its first words: ``card “Modelo base”``."""
    kind = seen.box.name if seen.box.name and seen.block is None else seen.node.kind
    if seen.arrow is not None:
        kind = "label"
    words = _first_words(seen.box)
    return f"{kind.capitalize()} {words}".rstrip()


def line_of(node: Element, beside: Element) -> str:
    """Where the author made a node, after its name: `` (line 31)``; empty where unknown.

    Args:
        node: the other node that a message is about.
        beside: the one at whose line it stands; the file is named where that is another.
    """
    where, here = locations(node.origin[:1]), locations(beside.origin[:1])
    if not where:
        return ""
    file = "" if here and here[0].path == where[0].path else f"{where[0].path.name}, "
    return f" ({file}line {where[0].line})"


def px(length: float) -> str:
    """A length with its unit: ``12 px``, ``0.6 px``."""
    return f"{length:.0f} px" if length >= 10 else f"{length:.1f} px".replace(".0 px", " px")  # noqa: PLR2004 - digits that matter


def quoted(text: str) -> str:
    """The first words of a text: ``“Multiplicar por zero…”``."""
    words = " ".join(text.split())
    return f"“{words if len(words) <= _WORDS else words[:_WORDS].rstrip() + '…'}”"


def _first_words(box: Styled) -> str:
    said = box.content.text if isinstance(box.content, WordsContent) else box.text
    if said.strip():
        return quoted(said)
    return next(filter(None, map(_first_words, box.children)), "")
