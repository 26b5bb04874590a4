"""The second card is moved onto the first."""

from layoutkit import Card, Column, Heading, Node, Theme, figure


@figure(title="Etapas", alt="Dois cartões, o segundo em cima do primeiro.")
def example(t: Theme) -> Node:
    return Column(Card(Heading("Etapa 1")), Card(Heading("Etapa 2"), margin_top=-t.space.xxl * 2))
