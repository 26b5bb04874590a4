"""A token that tokens.toml does not have."""

from layoutkit import Card, Node, Row, Text, Theme, figure


@figure(title="Cartões", alt="Dois cartões, lado a lado.")
def example(t: Theme) -> Node:
    return Row(Card(Text("Entrada")), Card(Text("Saída")), gap=t.space.medium)
