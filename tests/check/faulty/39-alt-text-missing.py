"""A figure without words for those who cannot see it."""

from layoutkit import Card, Column, Node, Text, Theme, figure


@figure(title="Cartão")
def example(_: Theme) -> Node:
    return Column(Card(Text("Sem texto alternativo")))
