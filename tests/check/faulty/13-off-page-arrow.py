"""A page without padding has no room for an arrow at its side."""

from layoutkit import Arrow, Card, Column, Heading, Node, Theme, figure


@figure(title="Etapas", alt="Dois cartões e uma seta cortada pela borda da página.")
def example(t: Theme) -> Node:
    first, second = Card(Heading("Dados")), Card(Heading("Modelo"))
    return Column(first, second, Arrow(first.right, second.right), gap=t.space.xl, padding_x=0)
