"""The colour of lines as the colour of words."""

from layoutkit import Card, Column, Node, Text, Theme, figure


@figure(title="Nota", alt="Uma nota em cinza claro.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Quase não se lê.", color=t.color.line)))
