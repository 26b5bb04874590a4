"""All rules, in the order in which they are explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check import (
    alt_text,
    ambiguous_tone,
    arrow_crosses_box,
    arrow_crosses_text,
    arrow_dangling,
    arrow_too_short,
    clipped,
    colour_only,
    contract,
    contrast,
    cramped,
    empty,
    heavy_icon,
    language,
    legibility,
    line_through_text,
    literal,
    loose_mark,
    margin,
    measure,
    meter_track,
    near_miss,
    off_page,
    out_of_line,
    outside_corner,
    overflow,
    overlap,
    stranded,
    too_much_text,
)

if TYPE_CHECKING:
    from layoutkit.check.rule import Rule

__all__ = ["RULES"]

_GEOMETRY = (overflow, overlap, clipped, off_page, outside_corner, margin, near_miss, out_of_line, cramped, empty)
_ARROWS = (arrow_crosses_box, arrow_crosses_text, arrow_too_short, arrow_dangling)
_READING = (contrast, line_through_text, legibility, heavy_icon, measure, stranded, too_much_text, loose_mark)
_MEANING = (alt_text, colour_only, ambiguous_tone, meter_track, language)
_TOKENS = (literal, contract)

RULES: dict[str, Rule] = {rule.RULE.id: rule.RULE for rule in (*_GEOMETRY, *_ARROWS, *_READING, *_MEANING, *_TOKENS)}
