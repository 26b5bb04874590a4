"""A near-white track on a dark card."""

from layoutkit import Card, Column, Meter, Node, Theme, figure


@figure(title="Acertos", alt="Uma barra de acertos em um cartão escuro, de trilho quase branco.")
def example(_: Theme) -> Node:
    return Column(Card(Meter(0.3), kind="inverse"))
