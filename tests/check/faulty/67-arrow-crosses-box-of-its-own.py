"""An arrow that runs through the card where it starts."""

from layoutkit import Arrow, Card, Heading, Node, Row, Theme, figure


@figure(title="Etapas", alt="Dois cartões e uma seta entre os seus lados esquerdos.")
def example(t: Theme) -> Node:
    first, second = Card(Heading("Dados")), Card(Heading("Modelo"))
    return Row(first, second, Arrow(first.left, second.left, route="straight"), gap=t.space.xxl)
