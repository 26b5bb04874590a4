"""Two entries of a legend that differ in their colour alone."""

from layoutkit import Column, Legend, Node, Theme, figure


@figure(title="Legenda", alt="Uma legenda com duas cores.")
def example(_: Theme) -> Node:
    return Column(Legend([("resposta", "response", "solid"), ("erro", "wrong", "solid")]))
