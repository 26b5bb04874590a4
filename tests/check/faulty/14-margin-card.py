"""A card in the padding of the page."""

from layoutkit import Card, Column, Node, Text, Theme, figure


@figure(title="Faixa", alt="Um cartão colado na borda esquerda.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Perto demais da borda."), margin_left=-t.space.xl))
