"""A card that leaves the card around it by half a centimetre."""

from layoutkit import Card, Column, Node, Text, Theme, figure


@figure(title="Nota", alt="Um cartão que sai pela esquerda de outro.")
def example(t: Theme) -> Node:
    inner = Card(Text("Dentro do outro"), margin_left=-t.space.xxl)
    return Column(Card(inner, width=t.space.xxl * 8, align_self="center"))
