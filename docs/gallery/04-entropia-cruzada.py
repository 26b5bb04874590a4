"""Cross-entropy: the loss of one token is minus the logarithm of the probability that it was given."""

import math

from layoutkit import Card, Column, Grid, Heading, Node, Pill, Row, Text, Theme, figure
from layoutkit.chart import Axis, Chart, line, points

CASES = {0.9: ("certo e seguro", "positive"), 0.5: ("na dúvida", "caution"), 0.05: ("seguro do errado", "negative")}


def loss(probability: float) -> float:
    """In nats."""
    return -math.log(probability)


def comma(number: float, form: str = "g") -> str:
    """A number as it is written in Portuguese."""
    return format(number, form).replace(".", ",")


CURVE = [(math.exp(-height / 25), height / 25) for height in range(101)]


def case(t: Theme, probability: float) -> Node:
    """One guess and its price."""
    name, tone = CASES[probability]
    return Card(
        Row(Pill(name, tone=tone)),
        Text(f"p = {comma(probability)}", color=t.color.ink_muted),
        Text(comma(loss(probability), ".2f"), role="number"),
        gap=t.space.xs,
        justify="center",
        grow=1,
    )


@figure(
    title="O preço de cada palpite",
    alt=(
        "A curva da entropia cruzada: com probabilidade 0,9 para o token certo a loss é 0,11; com 0,5 é 0,69; com 0,05 "
        "já é 3,00."
    ),
    reflows=True,
)
def cross_entropy(t: Theme) -> Node:
    """The curve at the left, three cases at the right."""
    wide = t.page.columns > 1
    marks = [
        points([(p, loss(p))], tone=tone, names=[f"p = {comma(p)}"], anchor="bottom left")
        for p, (_, tone) in CASES.items()
    ]
    chart = Chart(
        line(CURVE, tone="accent"),
        *marks,
        x=Axis("probabilidade p do token certo", domain=(0, 1), format=".1f"),
        y=Axis("loss = −ln p", domain=(0, 4)),
        lines=19,
    )
    return Column(
        Column(
            Heading("O preço de cada palpite", role="title"),
            Text("A entropia cruzada só olha para a probabilidade dada ao token certo.", role="subtitle"),
            gap=t.space.s,
        ),
        Grid(
            Card(chart),
            Column(*(case(t, p) for p in CASES), gap=t.space.m),
            columns="3fr 1fr" if wide else "1fr", gap=t.space.m,
        ),
        gap=t.page.gap,
    )  # fmt: skip
