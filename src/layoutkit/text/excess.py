"""Every way in which a text can be too much for its box, as data for those who check and report.

A paragraph never cuts, shrinks or hides anything by itself (but for an ellipsis that was asked for): what does not
fit is set all the same, and told here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from layoutkit.text.fill import SLACK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.text.lines import TextBlock, TextLine

__all__ = ["Excess", "excess"]


@dataclass(frozen=True, slots=True)
class Excess:
    """One way in which a text does not fit."""

    kind: Literal["width", "lines", "height"]
    """``width``: a word, or a text that may not wrap, is wider than the box. ``lines``: there are more than
    ``max_lines``. ``height``: all lines together are higher than the box."""
    needed: float
    """In px; a number of lines for ``lines``."""
    offered: float
    """Likewise."""
    text: str
    """What sticks out: the widest line, or all from the first line whose baseline is below the box."""


def excess(block: TextBlock, height: float | None = None) -> Iterator[Excess]:
    """All that is too much about a block; nothing where it fits.

    Args:
        block: a paragraph, set to the width of its box.
        height: the height of its box in px; None where it is as high as the text.
    """
    lines = block.lines
    if block.overflow:
        widest = max(lines, key=_right)
        yield Excess("width", block.width + block.overflow, block.width, widest.text.strip())
    if block.lines_over:
        allowed = len(lines) - block.lines_over
        yield Excess("lines", len(lines), allowed, _joined(lines[allowed:]))
    if height is not None and block.height > height + SLACK:
        first = next((i for i, line in enumerate(lines) if line.baseline > height + SLACK), len(lines) - 1)
        yield Excess("height", block.height, height, _joined(lines[first:]))


def _right(line: TextLine) -> float:
    return line.x + line.width


def _joined(lines: tuple[TextLine, ...]) -> str:
    return "".join(line.text for line in lines).strip()
