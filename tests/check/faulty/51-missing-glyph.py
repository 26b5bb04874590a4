"""Signs that no font of the series has."""

from layoutkit import Card, Column, Node, Text, Theme, figure


@figure(title="Saudação", alt="Uma saudação em japonês.")
def example(_: Theme) -> Node:
    return Column(Card(Text("Olá em japonês: こんにちは")))
