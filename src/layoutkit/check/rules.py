"""All rules, in the order in which they are explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check import clipped, empty, margin, near_miss, off_page, overflow, overlap

if TYPE_CHECKING:
    from layoutkit.check.rule import Rule

__all__ = ["RULES"]

_GEOMETRY = (overflow, overlap, clipped, off_page, margin, near_miss, empty)

RULES: dict[str, Rule] = {rule.RULE.id: rule.RULE for rule in _GEOMETRY}
