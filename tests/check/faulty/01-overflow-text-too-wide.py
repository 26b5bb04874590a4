"""A helper makes cards that are too narrow for one of the names."""

from layoutkit import Card, Column, Node, Row, Text, Theme, figure


def step(name: str) -> Node:
    """A step as wide as all others."""
    return Card(Text(name, role="heading", wrap="nowrap"), width="{space.xxl} * 4")


@figure(title="Pesos", alt="Dois cartões, um deles estreito demais para o seu nome.")
def example(t: Theme) -> Node:
    return Column(
        Row(step("Pré-treino"), step("Reutilização de pesos"), gap=t.space.m),
    )
