"""Two cards that nearly touch, and an arrow between them."""

from layoutkit import Arrow, Card, Heading, Node, Row, Theme, figure


@figure(title="Etapas", alt="Dois cartões quase juntos, com uma seta que mal se vê.")
def example(t: Theme) -> Node:
    first, second = Card(Heading("Dados")), Card(Heading("Modelo"))
    return Row(first, second, Arrow(first.right, second.left), gap=t.space.s)
