"""The causal mask: scores of later tokens are left out before the softmax, so each row shares 100 % among the past."""

import math

from layoutkit import Card, Column, Grid, Heading, Node, Text, Theme, figure
from layoutkit.chart import Chart, Mark, heatmap

TOKENS = ["O", "gato", "subiu", "no", "muro"]
SCORES = [
    [1.2, 0.4, 0.1, 0.3, 0.2],
    [0.9, 1.6, 0.8, 0.1, 0.7],
    [0.2, 1.9, 1.1, 0.6, 1.3],
    [0.3, 0.5, 1.7, 1.0, 1.4],
    [0.1, 1.0, 1.4, 1.8, 1.2],
]


def softmax(scores: list[float]) -> list[float | None]:
    """Shares that add up to 1."""
    powers = [math.exp(score) for score in scores]
    return [power / sum(powers) for power in powers]


MASKED: list[list[float | None]] = [
    [score if key <= query else None for key, score in enumerate(row)] for query, row in enumerate(SCORES)
]
WEIGHTS = [[*softmax(row[: query + 1]), *[None] * (4 - query)] for query, row in enumerate(SCORES)]


def step(title: str, text: str, cells: Mark) -> Node:
    """A matrix of all pairs of tokens."""
    return Card(Heading(title), Text(text), Chart(cells, x="olha para", y="token", lines=15))


@figure(
    title="Nenhum token vê o futuro",
    alt=(
        "Duas matrizes de cinco tokens por cinco. Na primeira, os escores acima da diagonal são −∞; na segunda, cada "
        "linha soma 100 % e só tem pesos até a diagonal."
    ),
    reflows=True,
)
def causal_mask(t: Theme) -> Node:
    """Scores, then weights."""
    return Column(
        Column(
            Heading("Nenhum token vê o futuro", role="title"),
            Text("A máscara causal esconde os tokens que vêm depois, antes da softmax.", role="subtitle"),
            gap=t.space.s,
        ),
        Grid(
            step(
                "1. Mascarar",
                "Acima da diagonal, o escore vira −∞: são os tokens que ainda não foram lidos.",
                heatmap(MASKED, x=TOKENS, y=TOKENS, shown=".1f", empty="−∞", tone="neutral"),
            ),
            step(
                "2. Aplicar a softmax",
                "A softmax de −∞ é 0%. Cada linha divide os 100% entre os tokens já lidos.",
                heatmap(WEIGHTS, x=TOKENS, y=TOKENS, shown=".0%", empty="0%", tone="accent"),
            ),
            columns=2 if t.page.columns > 1 else 1, gap=t.space.l,
        ),
        gap=t.page.gap,
    )  # fmt: skip
