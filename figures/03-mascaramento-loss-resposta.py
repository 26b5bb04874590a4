"""Supervised training looks only at the answer: masked labels, losses, and where the gradient goes."""

import math

from _series import decimal, series_figure
from layoutkit import Card, ColorLike, Column, Grid, Node, Row, Text, Theme
from layoutkit.components import Tone

QUESTION = ("Por", "que", "o", "céu", "é", "azul", "?")
ANSWER = ("O", "ar", "espalha", "mais", "o", "azul")
TOKENS = QUESTION + ANSWER
PROBABILITIES = (0.02, 0.31, 0.12, 0.05, 0.44, 0.38, 0.71, 0.35, 0.18, 0.09, 0.42, 0.27, 0.61)
"""What the model gives to each right token before training: the data of the figure."""

MASK = (0,) * len(QUESTION) + (1,) * len(ANSWER)
IGNORED = -100
IDS = {token: number for number, token in enumerate(sorted(set(TOKENS)), start=11)}
"""Ids of a small vocabulary: the tokens of the example in alphabetical order."""
LABELS = tuple(IDS[token] if kept else IGNORED for token, kept in zip(TOKENS, MASK, strict=True))
LOSSES = tuple(-math.log(p) for p in PROBABILITIES)
MEAN_ALL = sum(LOSSES) / len(LOSSES)
MEAN_ANSWER = sum(loss for loss, kept in zip(LOSSES, MASK, strict=True) if kept) / sum(MASK)

ZONE_STARTS = (3, len(QUESTION) + 4)
"""Columns of the table: the rows' names, a gap, the question, a gap, the answer."""


def column(token: int) -> int:
    """The column of a token in the table."""
    return token + ZONE_STARTS[0] if token < len(QUESTION) else token - len(QUESTION) + ZONE_STARTS[1]


def line(t: Theme, row: int, name: str, values: list[str], *, token: bool = False) -> list[Node]:
    """A row of the table: its name and one cell for each token."""

    def cell(index: int, text: str) -> Node:
        kept = bool(MASK[index])
        fill, outline = (t.color.response_tint, t.color.response_line) if kept else (t.color.sunken, t.color.line)
        return Row(
            Text(
                text,
                role="small" if token else "cell",
                color=t.color.response_ink if kept else t.color.ink_muted,
                wrap=False,
            ),
            background=fill,
            border=outline if token else fill,
            radius=t.radius.s,
            padding_y=t.space.s,
            justify="center",
            row=row,
            column=column(index),
        )

    head = Text(name, role="small", color=t.color.ink_muted, row=row, column=1, wrap=False, align_self="center")
    return [head, *(cell(index, text) for index, text in enumerate(values))]


def zone(t: Theme, text: str, start: int, count: int, colors: tuple[ColorLike, ColorLike]) -> Node:
    """A name over a run of tokens."""
    ink, line_color = colors
    return Column(
        Text(text, role="label", align="center", color=ink),
        Row(background=line_color, height=t.stroke.thick, radius=t.radius.s),
        gap=t.space.xs,
        row=1,
        column=start,
        column_span=count,
    )


def table(t: Theme) -> Node:
    """Every token with what training makes of it."""
    zones = [f"repeat({len(zone)}, minmax(0, 1fr))" for zone in (QUESTION, ANSWER)]
    context, learned = (t.color.ink_muted, t.color.line_strong), (t.color.response_ink, t.color.response)
    return Grid(
        zone(t, "Instrução: contexto", ZONE_STARTS[0], len(QUESTION), context),
        zone(t, "Resposta: entra na loss", ZONE_STARTS[1], len(ANSWER), learned),
        *line(t, 2, "Token", list(TOKENS), token=True),
        *line(t, 3, "Rótulo", [str(label).replace("-", "−") for label in LABELS]),
        *line(t, 4, "Loss", [decimal(loss) for loss in LOSSES]),
        *line(t, 5, "Máscara", [str(kept) for kept in MASK]),
        columns=f"auto {{space.xs}} {zones[0]} {{space.xs}} {zones[1]}",
        column_gap=t.space.xs,
        row_gap=t.space.s,
    )


def strip(t: Theme, *, masked: bool) -> Node:
    """Where the gradient goes: a filled square takes part."""
    squares = [
        Row(
            width=t.space.m,
            height=t.space.m,
            radius=t.space.xs,
            background=(t.color.response if masked else t.color.caution) if kept or not masked else t.color.surface,
            border=None if kept or not masked else t.color.line_strong,
        )
        for kept in MASK
    ]
    return Row(*squares, gap=t.space.xs)


def effect(t: Theme, title: str, note: str, *, masked: bool) -> Node:
    """One of the two ways to train, with the loss that it follows."""
    tone: Tone = "response" if masked else "caution"
    mean = MEAN_ANSWER if masked else MEAN_ALL
    formula = f"loss média dos {sum(MASK)} tokens da resposta" if masked else f"loss média dos {len(TOKENS)} tokens"
    return Card(
        Row(
            Text(decimal(mean), role="number", color=f"{{color.{tone}_ink}}", wrap=False),
            Text(formula, role="small", color=t.color.ink_muted),
            gap=t.space.m,
            align="baseline",
        ),
        strip(t, masked=masked),
        Text(note),
        label=title,
        tone=tone,
        padding_top=t.space.xl,
        basis=0,
        grow=1,
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
)
def masking(t: Theme) -> Node:
    """The table of tokens, then the two means and where each sends the gradient."""
    return Column(
        Card(table(t), padding=t.space.m),
        Row(
            effect(t, "Sem máscara", "O gradiente também ensina a imitar a pergunta.", masked=False),
            effect(t, "Com máscara", "Todo o gradiente vai para aprender a responder.", masked=True),
            gap=t.space.l,
        ),
        gap=t.space.xl,
    )  # fmt: skip
