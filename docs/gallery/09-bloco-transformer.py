"""A block of GPT-2: two steps, each behind a normalisation, each added to what came in."""

from layoutkit import Arrow, Badge, Card, Column, Grid, Heading, Node, Pill, Text, Theme, figure


def step(name: str, text: str, tone: str) -> Node:
    """A step of the block."""
    return Card(
        Text(name, role="subheading", align="center"), Text(text, role="small", align="center"),
        kind="tinted", tone=tone, padding="{space.m}", gap="{space.xs}", align_self="stretch",
    )  # fmt: skip


def note(t: Theme, title: str, text: str, tone: str) -> Node:
    """What a part is for."""
    head = Text(title, role="subheading", color=f"{{color.{tone}_ink}}")
    return Column(head, Text(text, color=t.color.ink_soft), gap=t.space.xs)


@figure(
    title="Um bloco, dois atalhos",
    alt=(
        "LayerNorm, atenção causal e soma; depois LayerNorm, feed-forward e soma. Um atalho leva a entrada de cada "
        "metade direto à sua soma."
    ),
)
def block(t: Theme) -> Node:
    """The block at the left, what it does at the right."""
    start, end = Pill("vetores dos tokens"), Pill("para o próximo bloco")
    norms = [step("LayerNorm", "normaliza cada vetor", "neutral") for _ in range(2)]
    attention = step("Atenção causal", "12 cabeças", "accent")
    forward = step("Feed-forward", "768 → 3072 → 768, com GELU", "accent")
    sums = [Badge("+", tone="positive") for _ in range(2)]
    chain = [start, norms[0], attention, sums[0], norms[1], forward, sums[1], end]
    flow = [part for node in chain for part in (node, Arrow())][:-1]
    shortcuts = [
        Arrow(start.right, sums[0].right, color=t.color.positive_edge),
        Arrow(sums[0].left, sums[1].left, color=t.color.positive_edge),
    ]
    return Column(
        Column(
            Heading("Um bloco, dois atalhos", role="title"),
            Text("Cada metade do bloco soma a sua correção ao que entrou.", role="subtitle"),
            gap=t.space.s,
        ),
        Grid(
            Card(
                *flow, *shortcuts, label="repetido 12 vezes no GPT-2",
                align="center", gap=0, padding_x=t.space.xxl * 1.5,
            ),
            Column(
                note(t, "Normalizar", "Cada vetor volta à mesma escala antes de cada passo.", "neutral"),
                note(t, "Misturar", "A atenção traz a cada token informação dos anteriores.", "accent"),
                note(t, "Transformar", "O feed-forward trabalha em cada token por si.", "accent"),
                note(t, "Somar", "Pelo atalho, o sinal e o gradiente passam direto por muitos blocos.", "positive"),
                gap=t.space.xl, justify="center",
            ),
            columns="3fr 2fr", gap=t.space.xxl,
        ),
        gap=t.page.gap,
    )  # fmt: skip
