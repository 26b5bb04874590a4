"""One model before and after: the same question, two behaviours, and the cause between them.

After ten seconds: a model that only continued text answers, because pairs changed its weights. After a minute: it
continued because it had learned to predict the next token of many texts, from which most of its knowledge comes; pairs
that do not hold the question teach it to answer.

Seen first: the dark card that parts before from after, and the answer below it. Second: the two behaviours, in equal
boxes at one place of both rows. Third: the question that both begin with.
"""

from _exemplo import NEW_WEIGHTS, QUESTION, RECORDS, REFERENCE, WEIGHTS, weight
from _series import is_narrow, series_figure, shift, takeaway
from layoutkit import (
    Arrow,
    Card,
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

CONTINUA = ("Por que o mar é salgado?", "Por que a grama é verde?", "…")
"""What a model that only continues text makes of a question: more of the same, one question a line."""
PAIR = RECORDS[1]
COLUMNS = "minmax(0, 61fr) minmax(0, 50fr) minmax(0, 61fr)"
"""The question, the model on the axis of the page, what it makes of the question: an answer fits on one line."""


def question(t: Theme) -> Node:
    """What a person asks, before and after."""
    return Row(
        Icon("user", color=t.color.instruction_ink),
        Text(QUESTION, role="speech", color=t.color.ink),
        component="bubble_human",
        align="center",
        justify="center",
    )


def named(t: Theme, when: str, name: str, note: str) -> Node:
    """Which model it is, at one time, and what it has learned."""
    return Column(
        Text(when, role="label", color=t.color.ink_muted),
        Heading(name),
        Text(note.replace("\n", " ") if is_narrow(t) else note, wrap="balance"),
        gap=t.space.xs,
    )


def said(t: Theme, verb: str, lines: tuple[str, ...], tone: Tone) -> Node:
    """What the model makes of the question; before and after in boxes of one kind."""
    return Column(
        Heading(verb, color=t.color.ink_soft if tone == "neutral" else f"{{color.{tone}_ink}}"),
        Column(*(Text(words, role="speech", color=t.color.ink) for words in lines)),
        background=t.color.sunken if tone == "neutral" else f"{{color.{tone}_tint}}",
        border=f"{{color.{tone}}}",
        border_width=t.stroke.thin,
        radius=t.radius.l,
        padding_x=t.space.m,
        padding_y=t.space.l,
        gap=t.space.xs,
        justify="center",
        align_self="stretch",
    )


def tuning(t: Theme) -> Node:
    """The cause: pairs of instruction and answer that move the weights."""
    pair = Column(
        *(
            Text(Span(f"{name}: ", role="strong", color=f"{{color.on_inverse_{tone}}}"), Span(words))
            for name, tone, words in (
                ("Instrução", "instruction", f"{PAIR.instruction[:-1]}: {PAIR.input}"),
                ("Resposta", "response", PAIR.output),
            )
        ),
        background=t.color.inverse_raised,
        radius=t.radius.m,
        padding=t.space.m,
        gap=t.space.xs,
        justify="center",
    )
    weights = shift(margin_top=t.space.m if is_narrow(t) else 0)
    narrow = is_narrow(t)
    told = [
        Text(caption, role="small", color=t.color.on_inverse_muted)
        for caption in ("Um de milhares de pares.", "Pesos após um lote: todos mudam.")
    ]
    return Card(
        Heading("Instruction tuning"),
        Grid(
            *((told[0], pair, weights, told[1]) if narrow else (pair, weights, *told)),
            Arrow(pair, weights, color=t.color.flow_instruction),
            columns=1 if narrow else 2,
            column_gap=t.space.xxl,
            row_gap=t.space.s,
        ),
        kind="inverse",
        gap=t.space.s,
    )


@series_figure(
    number=1,
    stage=(1, 2),
    title="De completar texto a seguir instruções",
    subtitle="Exemplos ajustam os mesmos pesos.",
    alt=(
        "De cima para baixo, o mesmo modelo. Antes, à pergunta “Por que o céu é azul?” ele continua o texto com mais "
        "perguntas. Depois do instruction tuning, em que pares mudam seus pesos, ele responde à mesma pergunta."
    ),
    section="Do Modelo Base ao Assistente Conversacional",
    goal="Entender como um modelo de linguagem passa a se comportar do jeito que as pessoas esperam.",
    shows=(
        "o modelo pré-treinado, com conhecimento geral",
        "o processo de instruction tuning",
        "o modelo especializado em seguir instruções",
    ),
    description=(
        "De cima para baixo, três partes. Antes: o modelo base, pré-treinado para prever o próximo token em muitos "
        f"textos, recebe a pergunta “{QUESTION}” e só continua o texto: “{' '.join(CONTINUA)}” "
        f"No meio, em um cartão escuro, o instruction tuning: de um par, a instrução “{PAIR.instruction[:-1]}: "
        f"{PAIR.input}” e a resposta “{PAIR.output}”, uma seta leva aos pesos do modelo. É um de milhares de pares. "
        f"Uma matriz mostra {len(WEIGHTS[0])} pesos, cada um antes e depois de um lote, "
        f"como {weight(WEIGHTS[0][0])} e {weight(NEW_WEIGHTS[0][0])}; todos mudam. "
        "Depois: o mesmo modelo, alinhado, recebe a mesma pergunta e responde como as pessoas "
        f"esperam: “{REFERENCE}” A frase para levar: conhecimento vem sobretudo do pré-treino; comportamento, dos "
        "pares."
    ),
)
def overview(t: Theme) -> Node:
    """Down the middle the model before, the cause, and the model after; across, what it makes of the question."""
    ask = [question(t) for _ in range(2)]
    who = (
        named(t, "Antes", "Modelo base", "Pré\u2011treinado para prever o próximo token em muitos textos."),
        named(t, "Depois", "Mesmo modelo", "Alinhado:\nresponde como\nas pessoas esperam."),
    )
    does = said(t, "Continua", CONTINUA, "neutral"), said(t, "Responde", (REFERENCE,), "response")
    lines = t.color.neutral, t.color.response
    cause = tuning(t)
    if is_narrow(t):
        acts = [
            Card(
                one,
                asked,
                done,
                Arrow(asked.bottom, done.top, color=line),
                gap=t.space.xl,
            )
            for one, asked, done, line in zip(who, ask, does, lines, strict=True)
        ]
    else:
        models = [Card(one, justify="center", align_self="stretch") for one in who]
        acts = [
            Grid(
                asked,
                one,
                done,
                Arrow(asked, one, color=t.color.instruction),
                Arrow(one, done, color=line),
                columns=COLUMNS,
                column_gap=t.space.l,
                align="center",
            )
            for asked, one, done, line in zip(ask, models, does, lines, strict=True)
        ]
    before, after = acts if is_narrow(t) else models
    return Column(
        acts[0],
        cause,
        acts[1],
        takeaway("Conhecimento vem sobretudo do pré\u2011treino; comportamento, dos pares."),
        Arrow(before.bottom, cause.top),
        Arrow(cause.bottom, after.top),
        gap=t.space.xl,
    )
