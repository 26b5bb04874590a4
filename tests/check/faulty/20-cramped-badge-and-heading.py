"""A number that touches the heading beside it."""

from layoutkit import Badge, Column, Node, Row, Text, Theme, figure


@figure(title="Avaliação", alt="Um número colado no título ao seu lado.")
def example(_: Theme) -> Node:
    return Column(Row(Badge("4"), Text("Avaliação"), align="center"))
