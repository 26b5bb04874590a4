"""A card without padding."""

from layoutkit import Card, Column, Node, Text, Theme, figure


@figure(title="Nota", alt="Um cartão cujo texto encosta na borda.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Encosta na borda."), padding=0, radius=t.radius.s, align_self="start"))
