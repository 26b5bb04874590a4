"""Faults of several rules are told in the order of the lines."""

from layoutkit import Card, Column, Node, Text, Theme, figure


@figure(title="Etapas", alt="Dois cartões com várias falhas.")
def example(t: Theme) -> Node:
    return Column(
        Card(Text("Reutilização de pesos", wrap="nowrap"), width=t.space.xxl * 3),
        Card(Text("Quase não se lê.", color=t.color.line), padding=12),
        Card(Text("Etapa 3"), margin_top=-t.space.xxl),
    )
