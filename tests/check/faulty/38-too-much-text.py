"""A page full of words."""

from layoutkit import Column, Node, Text, Theme, figure


@figure(title="Texto", alt="Uma página cheia de texto.")
def example(_: Theme) -> Node:
    return Column(*(Text("Um modelo de linguagem prevê o próximo token de um texto.") for _ in range(20)))
