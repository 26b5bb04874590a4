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
        "Most programs paint an empty box where a font lacks a character, and say nothing. layoutkit sets texts only "
        "with the fonts of tokens.toml, never with those of the machine, so that a figure looks the same everywhere: "
        "first with the family of the type role, then with its `fallback` families. The message names the missing "
        "character with its code point, at the line of its text. Write it differently, or add a font that has it to "
        "`fallback`."
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
