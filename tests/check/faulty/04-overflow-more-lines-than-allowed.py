"""A text of three lines where two are allowed."""

from layoutkit import Card, Column, Node, Text, Theme, figure


@figure(title="Nota", alt="Um texto que precisa de mais linhas do que tem.")
def example(t: Theme) -> Node:
    return Column(
        Card(
            Text("A loss olha apenas para os tokens da resposta; os da instrução servem só de contexto.", max_lines=2),
            width=t.space.xxl * 6,
        ),
    )
