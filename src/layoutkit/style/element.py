"""What the passes after ``resolve`` know of a node that the author made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layoutkit.origin import Origin

__all__ = ["Element"]


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """One node of the author: where it was made and what was given; compared by identity, as each has one place."""

    kind: str
    """How the author calls it: ``Row``, ``Text``."""
    origin: Origin
    """The author's call that made it."""
    keywords: Mapping[str, object]
    """What the call gave by name, not what components and tokens add."""
    allow: Mapping[str, str]
    """The ids of rules that may be broken here and inside, and why."""
