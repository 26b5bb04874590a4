"""A page twice as wide: its type gets half as large."""

from layoutkit import Column, Node, Text, Theme, figure


@figure(title="Nota", alt="Uma nota pequena em uma página larga demais.")
def example(t: Theme) -> Node:
    return Column(Text("Letra miúda.", role="small"), width=t.page.width * 2)
