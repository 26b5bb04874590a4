"""Two cards, and a third that leaves no way between them."""

from layoutkit import Arrow, Card, Column, Heading, Node, Theme, figure


@figure(title="Etapas", alt="Três cartões, um abaixo do outro; uma seta passa por cima do segundo.")
def example(t: Theme) -> Node:
    first, second, third = (Card(Heading(name)) for name in ("Dados", "Treino", "Modelo"))
    return Column(first, second, third, Arrow(first, third), gap=t.space.xl, padding_x=0)
