"""A label that leaves nothing of its arrow."""

from layoutkit import Arrow, Card, Heading, Node, Row, Theme, figure


@figure(title="Etapas", alt="Dois cartões e uma seta coberta pelo seu nome.")
def example(t: Theme) -> Node:
    first, second = Card(Heading("Dados")), Card(Heading("Modelo"))
    return Row(first, second, Arrow(first.right, second.left, label="mil exemplos"), gap=t.space.xxl * 2)
