"""A letter whose mark the font of the text does not set."""

from layoutkit import Card, Column, Node, Text, Theme, figure


@figure(title="Estimativa", alt="Uma frase sobre uma estimativa.")
def example(_: Theme) -> Node:
    return Column(Card(Text("A estimativa θ̂ é boa.")))
