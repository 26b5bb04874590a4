"""A straight arrow through the words between two cards."""

from layoutkit import Arrow, Card, Heading, Node, Row, Text, Theme, figure


@figure(title="Etapas", alt="Dois cartões e uma seta que risca o texto entre eles.")
def example(t: Theme) -> Node:
    first, second = Card(Heading("Dados")), Card(Heading("Modelo"))
    note = Text("milhares de pares", wrap="nowrap")
    return Row(first, note, second, Arrow(first, second, route="straight"), gap=t.space.xl, align="center")
