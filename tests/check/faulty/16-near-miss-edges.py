"""Two cards of almost the same width."""

from layoutkit import Card, Column, Heading, Node, Theme, figure


@figure(title="Etapas", alt="Dois cartões com larguras quase iguais.")
def example(t: Theme) -> Node:
    return Column(Card(Heading("Etapa 1"), width=t.space.xxl * 8), Card(Heading("Etapa 2"), width=t.space.xxl * 8.05))
