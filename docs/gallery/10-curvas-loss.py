"""Loss curves: training falls on, validation turns around, and the gap between both is what is learnt by heart."""

import math

from layoutkit import Card, Column, Grid, Heading, Node, Text, Theme, figure
from layoutkit.chart import Axis, Chart, band, line, points, rule

EPOCHS = range(1, 21)
TRAINING = [1.1 + 3.4 * math.exp(-epoch / 4.5) for epoch in EPOCHS]
VALIDATION = [1.9 + 2.8 * math.exp(-epoch / 3.2) + 0.055 * max(0, epoch - 7) ** 1.3 for epoch in EPOCHS]
BEST = min(EPOCHS, key=lambda epoch: VALIDATION[epoch - 1])


def pairs(losses: list[float]) -> list[tuple[float, float]]:
    """Each loss with its epoch."""
    return [*zip(EPOCHS, losses, strict=True)]


def part(t: Theme, title: str, text: str, tone: str = "accent") -> Node:
    """What one part of the curves says."""
    return Card(Text(title, role="label", color=f"{{color.{tone}_ink}}"), Text(text), gap=t.space.s)


@figure(
    title="Quando parar o treino",
    alt=(
        "Curvas de loss de treino e de validação por época: a de treino cai até o fim; a de validação chega ao mínimo "
        f"na época {BEST} e depois volta a subir."
    ),
    description=(
        "As curvas são um exemplo calculado, não uma medição. Depois do mínimo da validação, a distância entre as duas "
        "cresce: o modelo decora os exemplos de treino."
    ),
    reflows=True,
)
def loss_curves(t: Theme) -> Node:
    """One chart, and what to read off it."""
    return Column(
        Column(
            Heading("Quando parar o treino", role="title"),
            Text("A loss de treino continua a cair; a de validação diz quando parar.", role="subtitle"),
            gap=t.space.s,
        ),
        Card(
            Chart(
                band(x=(BEST, EPOCHS[-1]), label="overfitting", tone="negative", side="bottom"),
                line(pairs(TRAINING), label="treino", tone="neutral", curve="monotone"),
                line(pairs(VALIDATION), label="validação", tone="accent", curve="monotone"),
                rule(x=BEST, label=f"melhor época: {BEST}", tone="accent"),
                points([(BEST, VALIDATION[BEST - 1])], tone="accent"),
                x=Axis("época", ticks=[1, 5, 10, 15, 20]),
                y=Axis("loss", domain=(0, 5)),
                lines=15,
            ),
            Text("Curvas de exemplo, calculadas, não medidas.", role="furniture"),
        ),
        Grid(
            part(t, "Antes", "As duas caem juntas: o modelo aprende o que vale para textos novos."),
            part(t, "No mínimo", "Guarde os pesos desta época. Parar aqui se chama early stopping."),
            part(t, "Depois", "Só a de treino cai: o modelo decora os exemplos.", tone="negative"),
            columns=3 if t.page.columns > 1 else 1, gap=t.space.m,
        ),
        gap=t.page.gap,
    )  # fmt: skip
