"""A border thinner than a printer can hold."""

from layoutkit import Card, Column, Node, Text, Theme, figure


@figure(title="Nota", alt="Um cartão com uma borda fina demais.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Borda fina."), border_width=t.stroke.hairline / 4))
