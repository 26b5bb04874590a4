"""Words with a key get their boxes once the lines of their text are broken.

They become children of the text, so that arrows, annotations, snapping, rules and ``inspect`` find them as they find
all placed boxes. Words on several lines have the box of their first piece; words that an ellipsis cuts off have none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from layoutkit.geometry import Rect
from layoutkit.layout.tree import PlacedBox
from layoutkit.style.box import BoxStyle
from layoutkit.style.content import TextContent, WordsContent
from layoutkit.style.styled import Look, Styled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from layoutkit.text.lines import TextBlock

__all__ = ["lines_beside", "with_words"]


def with_words(placed: PlacedBox[Styled]) -> PlacedBox[Styled]:
    """The tree with a box for all words that have a key and are shown."""
    content = placed.box.content
    if isinstance(content, TextContent):
        return replace(placed, children=tuple(_words(content, placed.content))) if content.words else placed
    children = tuple(with_words(child) for child in placed.children)
    same = all(new is old for new, old in zip(children, placed.children, strict=True))
    return placed if same else replace(placed, children=children)


def _words(text: TextContent, content: Rect) -> Iterator[PlacedBox[Styled]]:
    block, space = text.within(content), text.space(content)
    for words in text.words:
        piece = next(block.fragments(words.start, words.end), None)
        if piece is not None:
            box = space.rect(piece)
            style = BoxStyle(position="absolute", width=box.width, height=box.height)
            styled = Styled(words.element, style, Look(), content=WordsContent(words.text))
            inner = Rect(0.0, 0.0, box.width, box.height)
            yield PlacedBox(styled, box, inner, None)


def lines_beside(block: TextBlock, words: Iterable[Rect]) -> Iterator[Rect]:
    """The lines of a text without some of its words, in px from the block's top-left.

    Args:
        block: the text.
        words: the boxes of these words, likewise.
    """
    cuts = sorted(words, key=lambda box: box.x)
    for line in block.lines:
        left, right = line.x, line.x + line.width
        for box in cuts:
            if line.top <= box.center.y <= line.top + line.height:
                if box.x > left:
                    yield Rect(left, line.top, box.x - left, line.height)
                left = max(left, box.right)
        if right > left:
            yield Rect(left, line.top, right - left, line.height)
