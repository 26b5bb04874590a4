"""``missing-glyph``: no font has a character. The text pass raises it, since no line can be set without."""

from __future__ import annotations

from layoutkit.check.rule import Topic
from layoutkit.diagnostics import Severity

__all__ = ["TOPIC"]

TOPIC = Topic(
    id="missing-glyph",
    severity=Severity.ERROR,
    summary="no font has a character of a text",
    why=(
        "Where a font lacks a character, most programs paint an empty box and say nothing. Texts are set with the "
        "fonts of tokens.toml alone, never with those of the machine, so that a figure looks the same everywhere: "
        "first the family of the type role, then its `fallback` families. A character that none of them has is "
        "named with its code point, at the line of its text. Write it in another way, or name a font that has it "
        "in `fallback`."
    ),
    bad="""\
@figure(title="Saudação", alt="Uma saudação em japonês.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Olá em japonês: こんにちは")))
""",
    good="""\
@figure(title="Saudação", alt="Uma saudação em japonês, com letras latinas.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Olá em japonês: konnichiwa")))
""",
)
