"""The alternative text begins with what a screen reader says anyway."""

from layoutkit import Column, Heading, Node, Theme, figure


@figure(title="Pipeline de treino", alt="Imagem de um pipeline com três etapas.")
def example(_: Theme) -> Node:
    return Column(Heading("Pipeline de treino"))
