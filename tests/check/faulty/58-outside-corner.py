"""The corner of a card runs through its words."""

from layoutkit import Card, Column, Node, Text, Theme, figure


@figure(title="Nota", alt="Um cartão cujo canto corta as primeiras palavras.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Uma linha."), Text("Outra linha."), radius=t.radius.round, padding="{space.xs}"))
