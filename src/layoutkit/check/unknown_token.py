"""``unknown-token``: tokens.toml has no token of that name. Whoever reads one raises it."""

from __future__ import annotations

from layoutkit.check.rule import Topic
from layoutkit.diagnostics import Severity

__all__ = ["TOPIC"]

TOPIC = Topic(
    id="unknown-token",
    severity=Severity.ERROR,
    summary="a token name does not exist",
    why=(
        "Figures read colours, lengths, type roles and components from tokens.toml by name. An unknown name is an "
        "error at the line that uses it, with the nearest known name as a hint. `layoutkit tokens list --all` lists "
        "all names; `layoutkit tokens stub` makes editors complete them."
    ),
    bad="""\
@figure(title="Cartões", alt="Dois cartões, lado a lado.")
def example(t: Theme) -> Node:
    return Row(Card(Text("Entrada")), Card(Text("Saída")), gap=t.space.medium)
""",
    good="""\
@figure(title="Cartões", alt="Dois cartões, lado a lado.")
def example(t: Theme) -> Node:
    return Row(Card(Text("Entrada")), Card(Text("Saída")), gap=t.space.m)
""",
)
