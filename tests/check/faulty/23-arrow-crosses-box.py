"""A straight arrow through the card in the middle."""

from layoutkit import Arrow, Card, Heading, Node, Row, Theme, figure


@figure(title="Etapas", alt="Três cartões em fila; uma seta passa por cima do segundo.")
def example(t: Theme) -> Node:
    first, second, third = (Card(Heading(name)) for name in ("Dados", "Treino", "Modelo"))
    return Row(first, second, third, Arrow(first.right, third.left, route="straight"), gap=t.space.xxl)
