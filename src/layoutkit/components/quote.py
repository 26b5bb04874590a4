"""Somebody's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.nodes import Column, Node, Row, Text
from layoutkit.tokens.tables import TokenTable, component

if TYPE_CHECKING:
    from typing import Unpack

    from layoutkit.nodes.props import BoxProps

__all__ = ["Quote"]


@component(*map(TokenTable, ("quote", "quote_bar", "quote_words", "quote_by")))
def Quote(text: str, by: str | None = None, **props: Unpack[BoxProps]) -> Node:
    """Somebody's words beside a bar, with who said them: ``Quote("Uma imagem vale mil palavras.", by="Ditado")``.

    Styled by the components ``quote``, ``quote_bar``, ``quote_words`` and, for the name, ``quote_by``.

    Args:
        text: the words.
        by: who said them.
        props: what every node takes.
    """
    said_by = None if by is None else Text(by, component="quote_by")
    box: BoxProps = {"component": "quote", "semantics": "blockquote", **props}
    words = Column(Text(text), said_by, component="quote_words", grow=1, basis=0)
    return Row(Row(component="quote_bar"), words, **box)
