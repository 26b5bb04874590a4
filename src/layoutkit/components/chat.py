"""What people and models say to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from layoutkit.nodes import Column, Node, Row, Text
from layoutkit.nodes.node import check_word
from layoutkit.tokens.tables import TokenTable, component

if TYPE_CHECKING:
    from typing import Unpack

    from layoutkit.nodes import Child
    from layoutkit.nodes.props import BoxProps

__all__ = ["ChatBubble"]

_TABLES = tuple(map(TokenTable, ("chat", "chat_message", "bubble_human", "bubble_assistant")))


@component(*_TABLES, reads=("type.speaker", "type.quote"))
def ChatBubble(
    *content: str | Child,
    who: Literal["human", "assistant"],
    name: str,
    avatar: Child = None,
    **props: Unpack[BoxProps],
) -> Node:
    """A message with its speaker: people speak from the left, assistants from the right.

    ``ChatBubble("Por que o céu é azul?", who="human", name="Pessoa", avatar=IconCircle("user"))``

    Styled by the components ``bubble_human`` and ``bubble_assistant``; the ``gap`` of ``chat`` is between avatar and
    message, that of ``chat_message`` between name and bubble. The type roles are ``speaker`` and ``quote``.

    Args:
        content: texts or nodes, from top to bottom.
        who: a person or a model.
        name: the speaker, as the reader is to call them.
        avatar: a small picture of the speaker, such as an ``IconCircle``.
        props: what every node takes; they go to the bubble.

    Raises:
        LayoutkitError: ``who`` is another word (``bad-value``).
    """
    check_word("who", who, ("human", "assistant"))
    human = who == "human"
    side: Literal["start", "end"] = "start" if human else "end"
    parts = (Text(part, role="quote") if isinstance(part, str) else part for part in content)
    box: BoxProps = {"component": f"bubble_{who}", **props}
    speaker = Text(name, role="speaker", align=side)
    said = Column(speaker, Column(*parts, **box), component="chat_message", grow=1, basis=0)
    pair = (avatar, said) if human else (said, avatar)
    return Row(*pair, component="chat", align="end")
