"""Four ways to choose the next token from the same scores."""

import math

from layoutkit import Card, Column, Grid, Heading, Node, Text, Theme, figure
from layoutkit.chart import Axis, Chart, columns

SCORES = {"azul": 4.0, "claro": 3.1, "cinza": 2.7, "escuro": 2.1, "verde": 1.0, "doce": -1.0}


def softmax(scores: dict[str, float], temperature: float = 1) -> dict[str, float]:
    """Probabilities of tokens; those left out have none."""
    powers = {token: math.exp(score / temperature) for token, score in scores.items()}
    return {token: powers.get(token, 0.0) / sum(powers.values()) for token in SCORES}


MODEL = softmax(SCORES)
RANKED = sorted(SCORES, key=SCORES.__getitem__, reverse=True)
K, P, COLD, SMALL = 3, 0.9, 0.5, 0.005
NUCLEUS = next(count for count in range(1, 7) if sum(MODEL[token] for token in RANKED[:count]) >= P)


def kept(count: int) -> dict[str, float]:
    """The probabilities when only the first tokens are left."""
    return softmax({token: SCORES[token] for token in RANKED[:count]})


def percent(share: float) -> str:
    """A probability as it is written at its column."""
    return "—" if not share else "<1%" if share < SMALL else f"{share:.0%}"


def panel(title: str, text: str, chances: dict[str, float], tone: str = "accent", lines: float = 6) -> Node:
    """A way to choose, and the probabilities that it leaves."""
    bars = columns(chances, tone=tone, shown=percent)
    y = Axis(domain=(0, 1.15), labels=False, grid=False)
    return Card(Heading(title), Text(text), Chart(bars, y=y, lines=lines))


@figure(
    title="Quem escolhe o próximo token?",
    alt=(
        "As probabilidades de seis tokens depois de “O céu é” e o que resta delas com busca gulosa, temperatura 0,5, "
        "top-k 3 e top-p 0,9."
    ),
    reflows=True,
)
def decoding(t: Theme) -> Node:
    """What the model says, and four ways to go on."""
    return Column(
        Column(
            Heading("Quem escolhe o próximo token?", role="title"),
            Text("O modelo dá as chances. A estratégia decide quem entra no sorteio.", role="subtitle"),
            gap=t.space.s,
        ),
        panel("O que o modelo diz", "“O céu é…” e as chances de cada continuação.", MODEL, "neutral"),
        Grid(
            panel("Gulosa", "Sem sorteio: fica sempre o mais provável.", kept(1)),
            panel("Temperatura 0,5", "Abaixo de 1, reforça os favoritos; acima, nivela.", softmax(SCORES, COLD)),
            panel(f"Top-k, com k = {K}", f"Sorteia entre os {K} mais prováveis, e só.", kept(K)),
            panel("Top-p, com p = 0,9", "O menor grupo que, somado, chega a 90%.", kept(NUCLEUS)),
            columns=2 if t.page.columns > 1 else 1, gap=t.space.l,
        ),
        gap=t.page.gap,
    )  # fmt: skip
