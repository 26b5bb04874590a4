"""What the layout asks of a content, and what the content answers.

The three questions are those of CSS Sizing 3, "Intrinsic Size Determination".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

__all__ = ["MAX_CONTENT", "MAX_DEPTH", "MIN_CONTENT", "Fit", "Intrinsic", "Measurable", "Measured", "Request"]

MAX_DEPTH = 150
"""How deep nodes, and the boxes that are made of them, may be nested. Deeper trees are mistakes (a loop that wraps its
own result), and every pass walks trees by recursion."""


class Intrinsic(Enum):
    """A size question without a number in it."""

    MIN_CONTENT = "min-content"
    """As narrow as the content can be without overflowing: every break opportunity taken."""
    MAX_CONTENT = "max-content"
    """As wide as the content likes: no break opportunity taken."""


MIN_CONTENT = Intrinsic.MIN_CONTENT
MAX_CONTENT = Intrinsic.MAX_CONTENT


@dataclass(frozen=True, slots=True)
class Fit:
    """A size question with a width to fit into."""

    width: float
    """The width offered, in px."""


Request = Intrinsic | Fit


@dataclass(frozen=True, slots=True)
class Measured:
    """The size that a content takes in answer to a request."""

    width: float
    """Width of the content in px; between min-content and max-content where the request is a ``Fit``."""
    height: float
    """Height of the content in px, at that width."""
    baseline: float
    """The first baseline, in px below the top of the content (its height where it has no text)."""


class Measurable(Protocol):
    """The content of a leaf box, for instance a paragraph."""

    def measure(self, request: Request) -> Measured:
        """Answer a size request; equal requests get equal answers."""
        ...
