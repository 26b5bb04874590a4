"""``unknown-token``: tokens.toml has no token of that name. Whoever reads one raises it."""

from __future__ import annotations

from layoutkit.check.rule import Topic
from layoutkit.diagnostics import Severity

__all__ = ["TOPIC"]

TOPIC = Topic(
    id="unknown-token",
    severity=Severity.ERROR,
    summary="there is no token of that name",
    why=(
        "Colours, lengths, type roles and components are read from tokens.toml by name. A name that is not there is "
        "answered at the line that asks for it, with the nearest one that is. `layoutkit tokens list --all` shows all; "
        "`layoutkit tokens stub` makes editors complete them."
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
