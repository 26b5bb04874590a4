"""Direction: a paragraph runs from left to right, or from right to left with its numbers from left to right.

The part of the Unicode bidirectional algorithm (UAX #9, revision 50) that such paragraphs need: rules W1 to W7 find
the numbers, with their signs and separators, and L2 puts a line in order. Left out: letters of both directions in
one paragraph and characters that set a direction, which :mod:`layoutkit.text.acceptance` refuses.
"""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from layoutkit.text.characters import first_right_to_left

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["stretches", "visual_order"]

_Part = TypeVar("_Part")
_RIGHT_TO_LEFT = ("R", "AL")
_NUMBERS = ("EN", "AN")
_TAKES_THE_ONE_BEFORE = ("NSM", "BN")


def stretches(text: str) -> list[tuple[int, int, bool]]:
    """Start and end of each stretch of one direction, and whether it runs from right to left.

    The text is one that may be set: its letters all run one way. Without letters that run from right to left it is
    one stretch from left to right.
    """
    if first_right_to_left(text) is None:
        return [(0, len(text), False)]
    found: list[tuple[int, int, bool]] = []
    end = 0
    for number, kinds in groupby(_kinds(text), lambda kind: kind in _NUMBERS):
        start, end = end, end + sum(1 for _ in kinds)
        found.append((start, end, not number))
    return found


def _kinds(text: str) -> list[str]:
    """Bidirectional classes after the rules for weak types; what belongs to no number is as good as a letter."""
    kinds = [unicodedata.bidirectional(character) for character in text]
    strong = "R"
    for i, kind in enumerate(kinds):
        if kind in _TAKES_THE_ONE_BEFORE:  # W1
            kinds[i] = kinds[i - 1] if i else "R"
        elif kind in _RIGHT_TO_LEFT:
            strong = kind
        elif kind == "EN" and strong == "AL":  # W2
            kinds[i] = "AN"
    for i in range(1, len(kinds) - 1):  # W4
        before, kind, after = kinds[i - 1 : i + 2]
        if before == after and ((kind == "ES" and before == "EN") or (kind == "CS" and before in _NUMBERS)):
            kinds[i] = before
    for order in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):  # W5: signs behind a number, and before it
        step = order.step
        for i in order:
            if kinds[i] == "ET" and kinds[i - step] == "EN":
                kinds[i] = "EN"
    return kinds


def visual_order(parts: Sequence[_Part], runs_left: Callable[[_Part], bool], *, from_right: bool) -> Sequence[_Part]:
    """The parts of a line from left to right (L2).

    Args:
        parts: in reading order.
        runs_left: whether a part runs from right to left.
        from_right: whether the paragraph does.
    """
    if not from_right:
        return parts
    groups = [list(group) if not left else list(group)[::-1] for left, group in groupby(parts, runs_left)]
    return [part for group in reversed(groups) for part in group]
