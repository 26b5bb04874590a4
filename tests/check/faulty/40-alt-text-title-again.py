"""The alternative text says nothing that the title does not say."""

from layoutkit import Column, Heading, Node, Theme, figure


@figure(title="Pipeline de treino", alt="Pipeline de treino.")
def example(_: Theme) -> Node:
    return Column(Heading("Pipeline de treino"))
