"""A note in the colour of notes."""

from layoutkit import Column, Node, Text, Theme, figure


@figure(title="Nota", alt="Uma nota em cinza.")
def example(t: Theme) -> Node:
    return Column(Text("Uma nota", color=t.color.note), gap=t.space.m)
