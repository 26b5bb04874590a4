"""A large card with one word."""

from layoutkit import Card, Column, Node, Text, Theme, figure


@figure(title="Resultado", alt="Um cartão enorme com uma palavra.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Pronto."), height=t.space.xxl * 9))
