"""The name of a language where its tag belongs."""

from layoutkit import Column, Heading, Node, Theme, figure


@figure(title="Modelo", alt="O nome de um modelo.", language="português")
def example(_: Theme) -> Node:
    return Column(Heading("Modelo base"))
