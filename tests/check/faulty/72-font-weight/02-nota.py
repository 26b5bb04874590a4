"""A role asks for a weight that its family lacks."""

from layoutkit import Column, Node, Text, Theme, figure


@figure(title="Nota", alt="Uma frase.")
def example(_t: Theme) -> Node:
    return Column(Text("Uma frase em peso médio."))
