"""CSS Flexible Box Layout Module Level 1, section 9.7: Resolving Flexible Lengths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.layout.flex_items import automatic_minimum

if TYPE_CHECKING:
    from layoutkit.layout.flex_items import Container, FlexItem, FlexLine

__all__ = ["resolve_flexible_lengths"]


def resolve_flexible_lengths(container: Container, line: FlexLine, size: float) -> None:
    """Find the used main size of every item of a line, and the space left over; ``size`` is the inner main size."""
    items = line.items
    # 1. Determine the used flex factor.
    growing = line.length < size
    # 2. Size inflexible items. 3. Calculate initial free space.
    mains = line.mains = [item.hypothetical for item in items]
    flexible = []
    line.free = initial_free = size - line.length
    for index, item in enumerate(items):
        if item.grow if growing else item.shrink:
            excess = item.base - item.hypothetical
            if excess <= 0 if growing else excess >= 0:
                flexible.append(index)
                initial_free -= excess
    # 4. Loop.
    if flexible:
        if not growing:
            for index in flexible:
                if items[index].least is None:
                    automatic_minimum(container, items[index])
        _share_out(items, mains, flexible, initial_free, growing=growing)
        line.free = size - line.length
        for item, main in zip(items, mains, strict=True):
            line.free += item.hypothetical - main


def _share_out(
    items: list[FlexItem], mains: list[float], flexible: list[int], initial_free: float, *, growing: bool
) -> None:
    """4. Loop: share the free space out among the items left in ``flexible``, until no limit is violated."""
    free = initial_free
    while flexible:
        # a. Check for flexible items. b. Calculate the remaining free space: factors below 1 leave some of it.
        factors = weights = 0.0
        for index in flexible:
            item = items[index]
            factor = item.grow if growing else item.shrink
            factors += factor
            weights += factor if growing else factor * item.base
        shared = free
        if factors < 1 and abs(initial_free * factors) < abs(free):
            shared = initial_free * factors
        unit = shared / weights if weights > 0 and (shared > 0) == growing else 0.0
        # c. Distribute free space proportional to the flex factors. d. Fix min/max violations.
        violation = 0.0
        too_small, too_large = [], []
        for index in flexible:
            item = items[index]
            wanted = item.base + unit * (item.grow if growing else item.shrink * item.base)
            if wanted > item.greatest:
                mains[index] = item.greatest
                too_large.append(index)
                violation += item.greatest - wanted
            elif wanted < (item.least or 0.0):
                mains[index] = item.least or 0.0
                too_small.append(index)
                violation += mains[index] - wanted
            else:
                mains[index] = wanted
        # e. Freeze over-flexed items. f. Return to the start of this loop.
        frozen = too_small if violation > 0 else too_large
        if violation == 0:
            return
        for index in frozen:
            free -= mains[index] - items[index].base
        flexible = [index for index in flexible if index not in frozen]
