"""A rule and an arrow thinner than a printer can hold."""

from layoutkit import Arrow, Card, Column, Divider, Heading, Node, Row, Theme, figure


@figure(title="Etapas", alt="Dois cartões, uma linha e uma seta finas demais.")
def example(t: Theme) -> Node:
    first, second = Card(Heading("Dados")), Card(Heading("Modelo"))
    return Column(
        Row(first, second, Arrow(first.right, second.left, stroke_width=t.stroke.hairline / 4), gap=t.space.xxl),
        Divider(height=t.stroke.hairline / 4),
    )
