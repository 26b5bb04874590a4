"""A label that is wider than the room beside its arrow."""

from layoutkit import Arrow, Card, Column, Heading, Node, Row, Theme, figure


@figure(title="Etapas", alt="Dois cartões com uma seta entre eles, cujo nome alcança o cartão ao lado.")
def example(t: Theme) -> Node:
    first, second = Card(Heading("Dados")), Card(Heading("Modelo"))
    beside = Card(Heading("Notas"))
    arrow = Arrow(first.bottom, second.top, label="milhares de exemplos novos")
    return Column(Row(beside, Column(first, second, gap=t.space.xxl * 2), gap=t.space.s), arrow)
