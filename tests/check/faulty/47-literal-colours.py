"""Colours that are typed in the figure."""

from layoutkit import Card, Column, Node, Span, Text, Theme, figure


@figure(title="Cartão", alt="Um cartão com cores escritas à mão.")
def example(_: Theme) -> Node:
    return Column(
        Card(Text("Olá"), background="oklch(96% 0.02 259)", border="#1A73E8"),
        Card(Text(Span("Olá", color="#3C4043"), " de novo")),
    )
