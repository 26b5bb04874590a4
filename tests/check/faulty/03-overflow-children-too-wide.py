"""Three cards that do not shrink, in a row that is not wide enough."""

from layoutkit import Card, Column, Heading, Node, Row, Theme, figure


@figure(title="Etapas", alt="Três cartões em fila, largos demais para a página.")
def example(t: Theme) -> Node:
    width = t.space.xxl * 7
    return Column(
        Row(*(Card(Heading(name), width=width, shrink=0) for name in ("Dados", "Treino", "Modelo")), gap=t.space.l),
    )
