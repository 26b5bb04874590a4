"""The tokens that matter first: forty, in one order in the list and in the base theme's file."""

from __future__ import annotations

import re

import layoutkit.components  # noqa: F401 - declares all tables
from layoutkit.base import TOKENS
from layoutkit.tokens import load_all
from layoutkit.tokens.essentials import DECISIONS, by_decision
from layoutkit.tokens.listing import listing


def test_forty_tokens_of_the_base_theme_matter_first() -> None:
    rows = by_decision(listing(load_all(TOKENS), {}))
    assert [decision for decision, _ in rows] == list(DECISIONS)
    names = [token.name for _, tokens in rows for token in tokens]
    assert len(names) == len(set(names)) == 40


def test_every_name_is_that_of_a_token() -> None:
    found = [token.name for _, tokens in by_decision(listing(load_all(TOKENS), {})) for token in tokens]
    fixed = {name for decision in DECISIONS for name in decision.tokens if "*" not in name}
    assert fixed - {*found} == {"color.accent"}  # that of files without tones


def test_the_file_of_the_base_theme_has_the_same_order() -> None:
    headers = re.findall(r"^\[(\w+)", TOKENS.read_text(encoding="utf-8"), re.MULTILINE)
    sections = list(dict.fromkeys(headers))[:9]
    assert sections == ["tone", "color", "page", "font", "radius", "stroke", "shadow", "space", "type"]
    lines = [(decision, token.place.line) for decision, tokens in by_decision(listing(load_all(TOKENS), {}))
             for token in tokens if token.name not in ("card.border", "tone.neutral")]  # fmt: skip
    starts = [min(line for one, line in lines if one is decision) for decision in DECISIONS]
    assert starts == sorted(starts)
