"""A large card with nothing in it."""

from layoutkit import Card, Column, Heading, Node, Theme, figure


@figure(title="Resultado", alt="Um cartão grande e vazio abaixo de um título.")
def example(t: Theme) -> Node:
    return Column(Heading("Resultado"), Card(height=t.space.xxl * 6))
