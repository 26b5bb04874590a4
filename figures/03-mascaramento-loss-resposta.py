"""Supervised training looks only at the answer: every prediction, its loss, and what it weighs in the mean.

After ten seconds: all tokens are read and predicted, and those of the answer alone count. After a minute: targets are
the tokens shifted by one, a loss is -ln P, the mask multiplies it by 0 or 1, and the weight that the question would
have goes to the answer.

Seen first: the block of green bars, and nothing above it. Second: the two zones with their names. Third: one row, read
from left to right.
"""

from fractions import Fraction
from typing import Literal, TypedDict, Unpack

from _exemplo import LOSSES, MARKERS, MASK, MASKED, PROBABILITIES, SEQUENCE, SHARES, SHARES_MASKED, decimal
from _series import is_narrow, series_figure, takeaway
from layoutkit import (
    Arrow,
    BoxProps,
    Brace,
    Card,
    Child,
    ColorLike,
    Column,
    Grid,
    Heading,
    Icon,
    Node,
    Row,
    Span,
    Text,
    Theme,
    Tone,
)

START = MASK.index(1)
"""The first target that belongs to the answer; every target is the token after the one read last."""
ZONES = (range(START), range(START, len(MASK)))
"""The predictions of the instruction and those of the answer."""
EVERY, KEPT = SHARES[-1], SHARES_MASKED[-1]
"""What a target of the answer weighs in the mean, without the mask and with it."""


Align = Literal["start", "center", "end"]


class Place(TypedDict):
    """A cell of the table, from 1."""

    row: int
    column: int
    column_span: int


def tone_of(place: int) -> Tone | None:
    """The tone of a token of the sequence: that of its field; markers of the template have none."""
    if SEQUENCE[place] in MARKERS.values():
        return None
    return "response" if place > START else "instruction"


def ink_of(t: Theme, place: int) -> ColorLike:
    """The colour of its letters."""
    tone = tone_of(place)
    return f"{{color.{tone}_ink}}" if tone else t.color.ink_muted


def tracks(t: Theme) -> str:
    """Columns: read, arrow, target; P, loss, mask, product; two of bars, of one scale, the second in two parts.

    Where there is room the name of the zone stands before them.
    """
    cells = (64, 14, 72, 28, 28, 20, 39) if is_narrow(t) else (112, 90, 20, 104, 78, 48, 22, 58)
    bar, zero = (41, 14) if is_narrow(t) else (76, 30)
    return " ".join(f"minmax(0, {float(size)}fr)" for size in (*cells, bar, zero, bar * KEPT / EVERY - zero))


def first_column(t: Theme) -> int:
    """The column of what is read."""
    return 1 if is_narrow(t) else 2


def table(t: Theme, *nodes: Child, **look: Unpack[BoxProps]) -> Node:
    """A part of the drawing, in the columns that all parts share."""
    gap, inset = (t.space.xs, t.space.xs * 1.5) if is_narrow(t) else (t.space.s, t.space.m)
    box: BoxProps = {"column_gap": gap, "padding_x": inset, **look}
    return Grid(*nodes, columns=tracks(t), **box)


def heads(t: Theme) -> Node:
    """What stands in each column."""
    narrow, first = is_narrow(t), first_column(t)

    def head(words: str, column: int, span: int = 1, align: Align = "center", down: Align = "end") -> Node:
        place: Place = {"row": 2, "column": first + column, "column_span": span}
        return Text(words, role="small", wrap="nowrap", align=align, align_self=down, justify_self=align, **place)

    return table(
        t,
        head("lê até", 0, align="end"),
        head("deve\nprever" if narrow else "deve prever", 2),
        head("P" if narrow else "P(alvo |\nanteriores)", 3),
        head("loss" if narrow else "loss\n−ln P", 4),
        head("máscara\nda loss" if narrow else "× máscara\nda loss", 5, 2, align="start"),
        Text(
            "peso na média\ne no gradiente" if narrow else "peso na média e no gradiente",
            role="small",
            row=1,
            column=first + 7,
            column_span=3,
        ),
        head("*sem* e" if narrow else "*sem*\nmáscara", 7, align="start", down="start"),
        head("*com*\nmáscara", 8, 2, align="start"),
        row_gap=t.space.xs,
    )


def target(t: Theme, place: int, where: Place) -> Node:
    """A token that is to be predicted; dashed where the mask leaves it out."""
    tone = tone_of(place)
    return Row(
        Text(Span(SEQUENCE[place]), align="center"),
        component="token",
        background=t.color.surface,
        color=ink_of(t, place),
        border=f"{{color.{tone}_line}}" if tone else t.color.line_strong,
        border_style="solid" if MASK[place - 1] else "dashed",
        padding_y=t.space.xs,
        margin_y=t.space.xs / 2,
        align="center",
        justify="center",
        **where,
    )


def bar(t: Theme, share: Fraction, tone: Tone, where: Place) -> Node:
    """What a target weighs, as a length from a line that all bars stand on."""
    words = Text(Span(str(share)), wrap="nowrap", color=f"{{color.on_{tone}}}" if share else t.color.ink_muted)
    length = Row(
        words,
        grow=1,
        align="center",
        padding_left=t.space.xs if is_narrow(t) else t.space.s,
        margin_y=t.space.xs / 2,
        background=f"{{color.{tone}}}" if share else None,
    )
    return Row(length, border_left=t.color.ink_muted, border_left_width=t.stroke.thin, **where)


def prediction(t: Theme, place: int, row: int) -> list[Node]:
    """One row: what is read, what is to be predicted, and what training makes of it."""
    kept = bool(MASK[place])

    ink = t.color.ink if kept else t.color.ink_muted

    def at(column: int, span: int = 1) -> Place:
        return {"row": row, "column": first_column(t) + column, "column_span": span}

    def value(
        text: str,
        column: int,
        color: ColorLike = t.color.ink_soft,
        justify: Align = "start",
    ) -> Node:
        return Text(Span(text), wrap="nowrap", color=color, align_self="center", justify_self=justify, **at(column))

    return [
        Row(
            Text(Span(SEQUENCE[place]), role="token", align="end", color=ink_of(t, place)),
            align="center",
            justify="end",
            **at(0),
        ),
        Row(Icon("arrow-right", size=t.space.m, color=t.color.ink_muted), align="center", **at(1)),
        target(t, place + 1, at(2)),
        value(decimal(PROBABILITIES[place]), 3, justify="center"),
        value(decimal(LOSSES[place]), 4, justify="center"),
        value(f"× {MASK[place]}", 5, ink),
        value(f"= {decimal(MASKED[place])}" if kept else "= 0", 6, ink),
        bar(t, SHARES[place], "neutral", at(7)),
        bar(t, SHARES_MASKED[place], "response", at(8, 2 if kept or is_narrow(t) else 1)),
    ]


def zone(t: Theme, index: int, name: str, notes: tuple[str, str], remark: str) -> Node:
    """The predictions of one field, with its name and a remark."""
    places, narrow, first = ZONES[index], is_narrow(t), first_column(t)
    tone: Tone = "response" if index else "instruction"
    top = 2 if narrow else 1
    below = top + len(places)
    title = Heading(name, color=f"{{color.{tone}_ink}}")
    note = Text((", " if narrow else ",\n").join(notes), role="small")
    named: Node
    if narrow:
        named = Row(title, note, column_gap=t.space.s, align="baseline", row=1, column=1, column_span=10)
    else:
        named = Column(
            title,
            note,
            gap=t.space.xs,
            padding_y=t.space.xs,
            row=1,
            row_span=len(places),
            column=1,
            align_self="center",
            key="name",
        )
    remarked: Node
    if index:
        remarked = Text(remark, role="small", row=below, column=first + 2, column_span=5)
    elif narrow:
        remarked = Text(remark, role="small", row=below, column=1, column_span=10, justify_self="end")
    else:
        remarked = Brace(label=remark, side="right", role="small", row=top, row_span=len(places), column=first + 9)
    return table(
        t,
        named,
        *(node for row, place in enumerate(places, start=top) for node in prediction(t, place, row)),
        remarked,
        role="small" if narrow else "body",
        padding_y=t.space.s,
        radius=t.radius.m,
        background=t.color.response_tint if index else None,
    )


@series_figure(
    number=3,
    stage=3,
    title="Só a resposta entra na loss",
    subtitle="O modelo prevê cada próximo token; só os da resposta o corrigem.",
    alt=(
        f"As {len(MASK)} previsões de um par, uma por linha: o token lido, o seguinte, que deve ser previsto, e a "
        f"loss. A máscara zera a loss dos {MASK.count(0)} alvos da instrução; cada um dos {sum(MASK)} da resposta "
        f"passa a pesar {KEPT} na média, em vez de {EVERY}."
    ),
    section="Mascaramento da Loss",
    goal="Perceber que o treinamento supervisionado aprende apenas com a resposta.",
    shows=(
        "os tokens da instrução usados como contexto",
        "os tokens da resposta usados no cálculo da loss",
        "o que o mascaramento muda no aprendizado",
    ),
    description=(
        f"Uma tabela tem uma linha para cada uma das {len(MASK)} previsões de um par. Cada linha diz o token que o "
        "modelo lê, o alvo, que é o token seguinte, a probabilidade P(alvo | anteriores), a loss, −ln P, e o produto "
        f"com a máscara da loss. Nas {MASK.count(0)} linhas de cima o alvo está na instrução ou é um marcador do "
        "template: servem só de contexto, a máscara é 0 e nada entra na loss; uma chave diz que o rótulo −100 é "
        f"ignorado pela cross-entropy. Nas {sum(MASK)} de baixo o alvo está na resposta, que lê tudo acima: a máscara "
        "é 1 e a loss entra inteira. O último alvo, <fim>, ensina a parar. À direita, barras dão o peso de cada alvo "
        f"na média e no gradiente: sem máscara, {EVERY} em todas as linhas; com máscara, 0 na instrução e {KEPT} na "
        "resposta. Sem a máscara, o modelo aprenderia também a escrever a pergunta."
    ),
)
def masking(t: Theme) -> Node:
    """All predictions below one another, in two zones that share their columns."""
    edge = t.space.xs if is_narrow(t) else t.space.s
    context = zone(t, 0, "Instrução", ("só contexto", "fora da loss"), "rótulo −100: ignorado pela cross-entropy")
    answer = zone(t, 1, "Resposta", ("lê tudo acima", "entra na loss"), "*<fim>* ensina a parar")
    formulas = Text("P = P(alvo | anteriores), loss = −ln P", role="small", color=t.color.ink_muted, align="center")
    drawing = Card(
        heads(t),
        context,
        answer,
        formulas if is_narrow(t) else None,
        padding=edge,
        padding_top=t.space.m,
        gap=t.space.s,
    )
    reads = None
    if not is_narrow(t):
        reads = Arrow(context.part("name").bottom.at(0.4), answer.part("name").top.at(0.4), color=t.color.instruction)
    return Column(
        drawing,
        takeaway("Sem a máscara, o modelo aprenderia também a escrever a pergunta."),
        reads,
        gap=t.space.xl,
    )
