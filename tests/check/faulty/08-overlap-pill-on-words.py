"""A pill with a place of its own lies on the words beside it."""

from layoutkit import Card, Column, Node, Pill, Text, Theme, figure


@figure(title="Modelo base", alt="Um cartão com um selo em cima do texto.")
def example(t: Theme) -> Node:
    new = Pill("Novo", position="absolute", top=t.space.l, left=t.space.xxl)
    return Column(Card(Text("Um modelo que só continua textos."), new, align_self="start"))
