"""Supervised training looks only at the answer: masked labels, losses, and where the gradient goes."""

import math
import re

from _series import PERGUNTA, RESPOSTA, decimal, is_narrow, series_figure, side_by_side
from layoutkit import Card, Column, Icon, Node, Row, Text, Theme
from layoutkit.components import StripGroup, TokenStrip, Tone

QUESTION = tuple(re.findall(r"\w+|\?", PERGUNTA))
ANSWER = tuple(RESPOSTA.split()[:7])
"""The first words of the answer, one token each."""
TOKENS = QUESTION + ANSWER
PROBABILITIES = (0.02, 0.31, 0.12, 0.05, 0.44, 0.38, 0.71, 0.35, 0.18, 0.09, 0.58, 0.42, 0.27, 0.61)
"""What the model gives to each right token before training: the data of the figure."""

MASK = (0,) * len(QUESTION) + (1,) * len(ANSWER)
IGNORED = -100
IDS = {token: number for number, token in enumerate(sorted(set(TOKENS)), start=11)}
"""Ids of a small vocabulary: the tokens of the example in alphabetical order."""
LABELS = tuple(IDS[token] if kept else IGNORED for token, kept in zip(TOKENS, MASK, strict=True))
LOSSES = tuple(-math.log(p) for p in PROBABILITIES)
MEAN_ALL = sum(LOSSES) / len(LOSSES)
MEAN_ANSWER = sum(loss for loss, kept in zip(LOSSES, MASK, strict=True) if kept) / sum(MASK)


def strip(t: Theme) -> Node:
    """Every token with what training makes of it."""
    rows = {
        "Token": TOKENS,
        "Rótulo": [str(label).replace("-", "−") for label in LABELS],
        "Loss": [decimal(loss) for loss in LOSSES],
        "Máscara": [str(kept) for kept in MASK],
    }
    groups = [
        StripGroup("Instrução: só contexto", len(QUESTION)),
        StripGroup("Resposta: entra na loss", len(ANSWER), "response"),
    ]
    return TokenStrip(rows, groups, upright=is_narrow(t))


def gradient(t: Theme, *, masked: bool) -> Node:
    """Where the gradient goes: a filled square takes part, an empty one does not."""
    full = t.color.response if masked else t.color.caution
    squares = [
        Row(
            width=t.space.m,
            height=t.space.m,
            radius=t.space.xs,
            background=full if kept or not masked else t.color.surface,
            border=full if kept or not masked else t.color.line_strong,
        )
        for kept in MASK
    ]
    question, answer = squares[: len(QUESTION)], squares[len(QUESTION) :]
    return Row(Row(*question, gap=t.space.xs), Row(*answer, gap=t.space.xs), gap=t.space.m)


def effect(t: Theme, title: str, note: str, *, masked: bool) -> Node:
    """One of the two ways to train, with the loss that it follows."""
    tone: Tone = "response" if masked else "caution"
    mean = MEAN_ANSWER if masked else MEAN_ALL
    counted = f"média dos {sum(MASK)} tokens da resposta" if masked else f"média de todos os {len(TOKENS)} tokens"
    return Card(
        Row(
            Icon("target" if masked else "circle-question-mark", color=f"{{color.{tone}_ink}}"),
            Text(title, role="verdict", color=f"{{color.{tone}_ink}}"),
            gap=t.space.s,
            align="center",
        ),
        Row(
            Text(decimal(mean), role="number", color=t.color.ink, wrap=False),
            Text(counted, color=t.color.ink_muted),
            gap=t.space.m,
            align="baseline",
        ),
        gradient(t, masked=masked),
        Text(note),
        tone=tone,
        kind="tinted",
    )


@series_figure(
    number=3,
    stage=3,
    title="Só a resposta ensina",
    subtitle="Os tokens da instrução servem de contexto; a loss olha apenas para os da resposta.",
    alt=(
        "Tabela com os tokens de uma pergunta e de sua resposta. Os da pergunta recebem rótulo −100 e máscara 0: são "
        "contexto. Os da resposta têm rótulo e máscara 1: só eles entram na loss média e recebem gradiente."
    ),
    section="Mascaramento da Loss",
    goal="Perceber que o treinamento supervisionado aprende apenas com a resposta.",
    shows=(
        "os tokens da instrução usados como contexto",
        "os tokens da resposta usados no cálculo da loss",
        "o que o mascaramento muda no aprendizado",
    ),
    description=(
        f"Uma tabela alinha os {len(QUESTION)} tokens de uma pergunta e os {len(ANSWER)} primeiros de sua resposta "
        f"com rótulo, loss e máscara. Os da pergunta têm rótulo −{-IGNORED} e máscara 0: o modelo os lê como "
        "contexto, mas não é corrigido por eles. Os da resposta têm o número do próprio token como rótulo e máscara "
        f"1. Abaixo, dois treinos. Sem máscara, a loss é a média de todos os tokens, {decimal(MEAN_ALL)}, e o "
        "gradiente também ensina a imitar a pergunta. Com máscara, é a média só da resposta, "
        f"{decimal(MEAN_ANSWER)}, e todo o gradiente vai para aprender a responder."
    ),
)
def masking(t: Theme) -> Node:
    """The strip of tokens, then the two means and where each sends the gradient."""
    return Column(
        Card(strip(t), padding=t.space.m, padding_top=t.space.l),
        side_by_side(
            t,
            effect(t, "Sem máscara", "O gradiente também ensina a imitar a pergunta.", masked=False),
            effect(t, "Com máscara", "Todo o gradiente vai para aprender a responder.", masked=True),
        ),
        gap=t.space.xl,
    )
