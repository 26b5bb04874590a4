"""A card of a fixed height that holds one line less than its text has."""

from layoutkit import Card, Column, Node, Text, Theme, figure


@figure(title="Nota", alt="Um cartão baixo demais para o seu texto.")
def example(t: Theme) -> Node:
    return Column(
        Card(
            Text("A loss olha apenas para os tokens da resposta; os da instrução servem só de contexto."),
            width=t.space.xxl * 6,
            height=t.space.xxl * 2,
        ),
    )
