"""CSS Flexible Box Layout Module Level 1, section 9.7: Resolving Flexible Lengths."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from layoutkit.layout.flex import Item

__all__ = ["resolve_flexible_lengths"]


def resolve_flexible_lengths(
    items: list[Item], size: float, gap: float, automatic_minimum: Callable[[Item], float]
) -> float:
    """Set ``target`` of every item of a line; return the space left over in the line, in px.

    ``size`` is the inner main size of the container. ``automatic_minimum`` is asked for the minimum of an
    item only where the line shrinks: it never matters while items grow.
    """
    # 1. Determine the used flex factor.
    fixed = gap * (len(items) - 1)
    hypothetical = fixed
    for item in items:
        fixed += item.outer
        hypothetical += item.hypothetical + item.outer
    growing = hypothetical < size
    # 2. Size inflexible items. 3. Calculate initial free space.
    flexible = []
    taken = fixed
    for item in items:
        factor = item.node.grow if growing else item.node.shrink
        if factor == 0 or (item.base > item.hypothetical if growing else item.base < item.hypothetical):
            item.target = item.hypothetical
            item.frozen = True
            taken += item.target
        else:
            if item.least is None and not growing:
                automatic_minimum(item)
            flexible.append(item)
            taken += item.base
    initial_free = size - taken
    # 4. Loop.
    space = size - fixed
    while flexible:
        free = space
        for item in items:
            free -= item.target if item.frozen else item.base
        factors = sum([item.node.grow if growing else item.node.shrink for item in flexible])
        if factors < 1 and abs(initial_free * factors) < abs(free):
            free = initial_free * factors
        # c. Distribute free space proportional to the flex factors. d. Fix min/max violations.
        _distribute(flexible, free, growing=growing)
        # e. Freeze over-flexed items.
        violation = sum([item.violation for item in flexible])
        kept = []
        for item in flexible:
            if violation == 0 or (item.violation > 0 if violation > 0 else item.violation < 0):
                item.frozen = True
            else:
                kept.append(item)
        flexible = kept
    left = space
    for item in items:
        left -= item.target
    return left


def _distribute(flexible: list[Item], free: float, *, growing: bool) -> None:
    """Give each item its share of the free space, clamp it, and note by how much that changed it."""
    if growing:
        unit = max(0.0, free) / sum([item.node.grow for item in flexible])
    else:
        weights = sum([item.node.shrink * item.base for item in flexible])
        unit = min(0.0, free) / weights if weights > 0 else 0.0
    for item in flexible:
        share = item.node.grow if growing else item.node.shrink * item.base
        wanted = item.base + unit * share
        item.target = max(item.least or 0.0, min(wanted, item.most))
        item.violation = item.target - wanted
