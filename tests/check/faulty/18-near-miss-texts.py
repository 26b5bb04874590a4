"""Two texts in a column, one of them moved by two px."""

from layoutkit import Column, Node, Text, Theme, figure


@figure(title="Notas", alt="Três linhas, a segunda um pouco à direita.")
def example(t: Theme) -> Node:
    return Column(
        Text("A primeira nota"),
        Text("A segunda nota", margin_left=t.space.xs / 2),
        Text("A terceira nota"),
        gap=t.space.s,
    )
