"""An upright arrow that is hardly longer than its label is high."""

from layoutkit import Arrow, Card, Column, Heading, Node, Theme, figure


@figure(title="Etapas", alt="Dois cartões, um abaixo do outro, e uma seta coberta pelo seu nome.")
def example(t: Theme) -> Node:
    first, second = Card(Heading("Dados")), Card(Heading("Modelo"))
    return Column(first, second, Arrow(first.bottom, second.top, label="lê"), gap=t.space.xl * 1.25)
