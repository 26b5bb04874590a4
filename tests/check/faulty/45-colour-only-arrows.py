"""Two arrows between the same cards that differ in their colour alone."""

from layoutkit import Arrow, Card, Heading, Node, Row, Theme, figure


@figure(title="Etapas", alt="Dois cartões e duas setas iguais, uma azul e uma vermelha.")
def example(t: Theme) -> Node:
    first, second = Card(Heading("Dados")), Card(Heading("Modelo"))
    return Row(
        first,
        second,
        Arrow(first.right.at(0.3), second.left.at(0.3), color=t.color.response),
        Arrow(first.right.at(0.7), second.left.at(0.7), color=t.color.wrong),
        gap=t.space.xxl * 2,
    )
