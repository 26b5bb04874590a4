"""All rules, in the order in which they are explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check import overflow

if TYPE_CHECKING:
    from layoutkit.check.rule import Rule

__all__ = ["RULES"]

RULES: dict[str, Rule] = {rule.id: rule for rule in (overflow.RULE,)}
