"""A confusion matrix, and the four metrics that are read off it."""

from layoutkit import Card, Column, Grid, Heading, Meter, Node, Text, Theme, figure
from layoutkit.chart import Chart, heatmap

CLASSES = ["spam", "não spam"]
TP, FN, FP, TN = 132, 18, 9, 141
ACCURACY = (TP + TN) / (TP + FN + FP + TN)
PRECISION = TP / (TP + FP)
RECALL = TP / (TP + FN)
F1 = 2 * PRECISION * RECALL / (PRECISION + RECALL)


def percent(share: float) -> str:
    """One decimal, as it is written in Portuguese."""
    return f"{100 * share:.1f}%".replace(".", ",")


def metric(t: Theme, name: str, share: float, formula: str, text: str) -> Node:
    """A metric as a meter, with its numbers."""
    return Column(
        Meter(share, label=name, shown=percent(share), tone="accent"),
        Text(f"{text} {formula}", role="small", color=t.color.ink_muted),
        gap=t.space.xs,
    )


@figure(
    title="O que a acurácia não conta",
    alt=(
        f"Matriz de confusão de 300 mensagens: {TP} spams pegos, {FN} perdidos, {FP} alarmes falsos e {TN} mensagens "
        "boas reconhecidas; ao lado, acurácia, precisão, revocação e F1."
    ),
    reflows=True,
)
def confusion(t: Theme) -> Node:
    """The matrix at the left, what it says at the right."""
    wide = t.page.columns > 1
    chart = Chart(
        heatmap(
            [[TP, FN], [FP, TN]], x=CLASSES, y=CLASSES, shown=True, role="number", tone="accent",
            words=[["spams pegos", "spams perdidos"], ["alarmes falsos", "liberados"]],
        ),
        x="o modelo disse", y="era",
        lines=15,
    )  # fmt: skip
    return Column(
        Column(
            Heading("O que a acurácia não conta", role="title"),
            Text("Um classificador de spam, 300 mensagens de teste, quatro perguntas.", role="subtitle"),
            gap=t.space.s,
        ),
        Grid(
            Card(Heading("Matriz de confusão"), chart),
            Card(
                Heading("O que se lê nela"),
                metric(t, "Acurácia", ACCURACY, f"({TP} + {TN}) / 300", "Quanto acertou ao todo?"),
                metric(t, "Precisão", PRECISION, f"{TP} / ({TP} + {FP})", "Do que chamou de spam, quanto era?"),
                metric(t, "Revocação", RECALL, f"{TP} / ({TP} + {FN})", "De todo o spam, quanto pegou?"),
                metric(t, "F1", F1, "média harmônica", "Precisão e revocação em um número:"),
                gap=t.space.l,
            ),
            columns=2 if wide else 1, gap=t.space.l,
        ),
        gap=t.page.gap,
    )  # fmt: skip
