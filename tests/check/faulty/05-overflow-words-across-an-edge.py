"""A margin below zero moves a text onto the border of its card."""

from layoutkit import Card, Column, Heading, Node, Text, Theme, figure


@figure(title="Nota", alt="Um texto em cima da borda de seu cartão.")
def example(t: Theme) -> Node:
    return Column(
        Heading("Nota"),
        Card(Text("Em cima da borda", margin_top=t.space.l * -1.5), Text("Dentro do cartão")),
    )
