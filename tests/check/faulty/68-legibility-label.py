"""A label in code, which is smaller than its type role."""

from layoutkit import Arrow, Card, Heading, Node, Row, Theme, figure


@figure(title="Etapas", alt="Dois cartões e uma seta com o nome de uma função.")
def example(t: Theme) -> Node:
    first, second = Card(Heading("Dados")), Card(Heading("Modelo"))
    return Row(first, second, Arrow(first, second, label="`softmax`"), gap=t.space.xxl * 3)
