"""Multi-head attention: each head has weights of its own; their results are joined and mixed by one projection."""

import math
from collections.abc import Callable

from layoutkit import Arrow, Brace, Card, Cell, Column, Grid, Heading, Node, Text, Theme, figure
from layoutkit.chart import Axis, Chart, heatmap

TOKENS = ["O", "gato", "subiu", "no", "muro"]
Score = Callable[[int, int], float]
HEADS: dict[str, tuple[str, Score]] = {
    "accent": ("o token anterior", lambda query, key: 3.0 * (key == query - 1)),
    "positive": ("o próprio token", lambda query, key: 3.0 * (key == query)),
    "caution": ("o primeiro token", lambda _, key: 2.5 * (key == 0)),
    "neutral": ("todos, por igual", lambda _, __: 0.0),
}
WIDTH = 16


def weights(score: Score) -> list[list[float | None]]:
    """The softmax of the scores of each row, without later tokens."""
    rows: list[list[float | None]] = []
    for query in range(len(TOKENS)):
        powers = [math.exp(score(query, key)) for key in range(query + 1)]
        rows.append([*(power / sum(powers) for power in powers), *[None] * (len(TOKENS) - query - 1)])
    return rows


def head(number: int, tone: str) -> Node:
    """What one head looks at."""
    name, score = HEADS[tone]
    cells = heatmap(weights(score), x=TOKENS, y=TOKENS, tone=tone, of=1)
    hidden = Axis(labels=False)
    return Card(
        Text(f"Cabeça {number}", role="label", color=f"{{color.{tone}_ink}}"),
        Text(name),
        Chart(cells, x=hidden, y=hidden, lines=8, legend_side="none"),
        gap="{space.s}",
    )


@figure(
    title="Várias cabeças, vários olhares",
    alt=(
        "Quatro cabeças de atenção com padrões diferentes sobre a mesma frase; seus resultados são concatenados e "
        "passam por uma projeção linear."
    ),
)
def multi_head(t: Theme) -> Node:
    """Four heads, what they give, and the projection."""
    heads = [head(number, tone) for number, tone in enumerate(HEADS, start=1)]
    parts = [Cell(f"{WIDTH} números", tone=tone, role="token") for tone in HEADS]
    total = WIDTH * len(HEADS)
    joined = Brace(parts[0], parts[-1], side="bottom", label=f"concatenados: {total} números por token")
    projection = Card(
        Text(f"Projeção linear, {total} → {total}: mistura o que as cabeças viram", role="subheading", align="center"),
        padding=t.space.m, margin_top=t.space.l,
    )  # fmt: skip
    return Column(
        Column(
            Heading("Várias cabeças, vários olhares", role="title"),
            Text("“O gato subiu no muro”: cada cabeça distribui a atenção do seu jeito.", role="subtitle"),
            gap=t.space.s,
        ),
        Grid(*heads, *parts, columns=4, column_gap=t.space.m, row_gap=t.space.xl),
        *(Arrow(one.bottom, part.top) for one, part in zip(heads, parts, strict=True)),
        joined,
        projection,
        Text("Em cada quadro: a linha é o token que olha, a coluna o token visto.", role="furniture", align="center"),
        gap=t.space.xl,
    )
