"""Supervised training looks only at the answer: masked labels, losses, and where the gradient goes."""

import math

from _series import IDS, PERGUNTA, RESPOSTA, decimal, is_narrow, series_figure, side_by_side, tokens
from layoutkit import Card, Column, Node, Row, StripGroup, Text, Theme, TokenStrip, Tone

QUESTION, ANSWER = tokens(PERGUNTA), tokens(RESPOSTA)
TOKENS = QUESTION + ANSWER
PROBABILITIES = (0.02, 0.31, 0.12, 0.05, 0.44, 0.38, 0.71, 0.35, 0.18, 0.09, 0.58, 0.27, 0.61, 0.83)
"""What the model gives to each right token before training: the data of the figure."""

MASK = (0,) * len(QUESTION) + (1,) * len(ANSWER)
IGNORED = -100
LABELS = tuple(IDS[token] if kept else IGNORED for token, kept in zip(TOKENS, MASK, strict=True))
LOSSES = tuple(-math.log(p) for p in PROBABILITIES)
MEAN_ALL = sum(LOSSES) / len(LOSSES)
MEAN_ANSWER = sum(loss for loss, kept in zip(LOSSES, MASK, strict=True) if kept) / sum(MASK)


def strip(t: Theme) -> Node:
    """Every token with what training makes of it."""
    rows = {
        "Token": TOKENS,
        "Prob.": [decimal(p) for p in PROBABILITIES],
        "Loss": [decimal(loss) for loss in LOSSES],
        "Máscara": [str(kept) for kept in MASK],
        "Rótulo": [str(label).replace("-", "−") for label in LABELS],
    }
    groups = [
        StripGroup("Instrução: só contexto", len(QUESTION)),
        StripGroup("Resposta: entra na loss", len(ANSWER), "response"),
    ]
    return TokenStrip(rows, groups, upright=is_narrow(t))


def gradient(t: Theme, *, masked: bool) -> Node:
    """Where the gradient goes: a bar for each token, as high as its loss, empty where the loss is masked."""
    full = t.color.response if masked else t.color.caution

    def bar(loss: float, *, kept: bool) -> Node:
        return Row(
            height=f"{100 * loss / max(LOSSES):.1f}%",
            grow=1,
            radius=t.radius.s / 4,
            background=full if kept else None,
            border=full if kept else t.color.line_strong,
            border_style="solid" if kept else "dashed",
        )

    bars = [bar(loss, kept=bool(kept) or not masked) for loss, kept in zip(LOSSES, MASK, strict=True)]
    zones = ((bars[: len(QUESTION)], "instrução"), (bars[len(QUESTION) :], "resposta"))
    return Row(
        *(
            Column(
                Row(*its, height=t.space.xxl * 2, align="end", gap=t.space.xs),
                Text(name, role="small", align="center", color=t.color.ink_muted),
                grow=len(its),
                basis=0,
                gap=t.space.xs,
            )
            for its, name in zones
        ),
        gap=t.space.m,
    )


def effect(t: Theme, title: str, note: str, *, masked: bool) -> Node:
    """One of the two ways to train, with the loss that it follows."""
    tone: Tone = "response" if masked else "caution"
    mean = MEAN_ANSWER if masked else MEAN_ALL
    counted = (
        f"loss média dos {sum(MASK)} tokens da resposta" if masked else f"loss média de todos os {len(TOKENS)} tokens"
    )
    return Card(
        Text(title, role="verdict", color=f"{{color.{tone}_ink}}"),
        Text(note, role="quote", color=t.color.ink),
        gradient(t, masked=masked),
        Row(
            Text(decimal(mean), role="number", color=t.color.ink, wrap="nowrap"),
            Text(counted, color=t.color.ink_muted),
            column_gap=t.space.s,
            align="baseline",
            wrap=True,
        ),
        tone=tone,
        kind="tinted",
    )


@series_figure(
    number=3,
    stage=3,
    title="Só a resposta ensina",
    subtitle="As previsões são as mesmas; o que muda é quais tokens entram na loss.",
    alt=(
        "Tokens de uma pergunta e de sua resposta. Os da pergunta têm rótulo −100 e máscara 0: são só contexto. Com a "
        f"máscara, a loss é a média apenas da resposta, {decimal(MEAN_ANSWER)}; sem ela, a de todos, "
        f"{decimal(MEAN_ALL)}."
    ),
    section="Mascaramento da Loss",
    goal="Perceber que o treinamento supervisionado aprende apenas com a resposta.",
    shows=(
        "os tokens da instrução usados como contexto",
        "os tokens da resposta usados no cálculo da loss",
        "o que o mascaramento muda no aprendizado",
    ),
    description=(
        f"Uma tabela alinha os {len(QUESTION)} tokens de uma pergunta e os {len(ANSWER)} de sua resposta com rótulo, "
        "máscara, a probabilidade que o modelo dá a cada token e a loss que dela resulta. Os da pergunta têm rótulo "
        f"−{-IGNORED} e máscara 0: o modelo os lê como contexto, mas não é corrigido por eles. Os da resposta têm o "
        "número do próprio token como rótulo e máscara 1. Abaixo, dois treinos, com uma barra para a loss de cada "
        f"token. Sem máscara, a loss é a média de todos, {decimal(MEAN_ALL)}, e o modelo também aprende a fazer "
        f"perguntas. Com máscara, as barras da instrução estão vazias: a loss é a média só da resposta, "
        f"{decimal(MEAN_ANSWER)}, e o modelo aprende a responder. As previsões são as mesmas nos dois."
    ),
)
def masking(t: Theme) -> Node:
    """The strip of tokens, then the two means and where each sends the gradient."""
    return Column(
        Card(
            strip(t),
            Text(
                "loss = −ln(prob.) · marcadores do template omitidos: também são contexto",
                role="small",
                wrap="balance",
                color=t.color.ink_muted,
            ),
            padding=t.space.m,
            padding_top=t.space.l,
            gap=t.space.s,
        ),
        side_by_side(
            t,
            effect(
                t, "Sem máscara", "O gradiente vem de todos: o modelo também aprende a fazer perguntas.", masked=False
            ),
            effect(t, "Com máscara", "O gradiente vem só da resposta: o modelo aprende a responder.", masked=True),
        ),
        gap=t.space.xl,
    )
