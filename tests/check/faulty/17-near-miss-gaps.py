"""Two gaps of almost the same width."""

from layoutkit import Card, Column, Heading, Node, Row, Theme, figure


@figure(title="Etapas", alt="Três cartões com intervalos quase iguais.")
def example(t: Theme) -> Node:
    first, second = Card(Heading("Dados")), Card(Heading("Treino"))
    third = Card(Heading("Modelo"), margin_left=t.space.xs / 2)
    return Column(Row(first, second, third, gap=t.space.l))
