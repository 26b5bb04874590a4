"""The same sign twice: green for right, red for wrong."""

from layoutkit import Column, IconCircle, Node, Row, Theme, figure


@figure(title="Avaliação", alt="Dois sinais iguais, um verde e um vermelho.")
def example(t: Theme) -> Node:
    return Column(
        Row(IconCircle("check", tone="response"), IconCircle("check", tone="wrong"), gap=t.space.m),
    )
