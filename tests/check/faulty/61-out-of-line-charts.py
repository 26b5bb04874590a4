"""Two column charts whose bars do not stand on one line."""

from layoutkit import Card, Node, Row, Theme, figure


def chart(t: Theme, *values: float) -> Node:
    bars = (Row(background=t.color.response, width=t.space.xl, height=t.space.xxl * v) for v in values)
    return Card(Row(*bars, gap=t.space.s, align="end"))


@figure(title="Perdas", alt="Dois gráficos de barras; o segundo termina mais acima.")
def example(t: Theme) -> Node:
    return Row(chart(t, 4, 2, 1), chart(t, 2, 1.5, 1), gap=t.space.xxl, align="start")
