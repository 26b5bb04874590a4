"""Which token may refer to which: by kind, and by layer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layoutkit.tokens.schema import PALETTE_READERS, Layer, ValueKind, layer

if TYPE_CHECKING:
    from layoutkit.tokens.leaves import Leaf

__all__ = ["COMPUTED", "are_related", "named_in", "refers_to_itself", "wrong_layer"]

COMPUTED = (ValueKind.LENGTH, ValueKind.NUMBER, ValueKind.WEIGHT)
"""Kinds whose values may be references to one another; colours refer to colours."""
_BRACED = re.compile(r"\{([^{}]*)\}")


def named_in(raw: object) -> tuple[str, ...]:
    """The tokens that a value refers to."""
    return tuple(map(str.strip, _BRACED.findall(raw))) if isinstance(raw, str) else ()


def refers_to_itself(leaf: Leaf) -> bool:
    """Whether a value of a mode is made from the one that it overrides."""
    return leaf.name in named_in(leaf.raw)


def are_related(one: ValueKind, other: ValueKind) -> bool:
    """Lengths and numbers may refer to one another; colours only to colours."""
    return one is other or (one in COMPUTED and other in COMPUTED)


def wrong_layer(leaf: Leaf, target: Leaf) -> str | None:
    """What to do where a token refers past its layer; None where the reference is right."""
    own, other = layer(leaf.section), layer(target.section)
    if other is Layer.PALETTE:
        reads = leaf.section in PALETTE_READERS
        return None if reads else f"give {target.name} a meaning in [color] and refer to that"
    if own >= other:
        return None
    if own is Layer.PALETTE:
        return "the palette holds raw colours; write the value here and let the other token refer to it"
    return f"write the value in [{leaf.section}] and let {target.name} refer to it"
