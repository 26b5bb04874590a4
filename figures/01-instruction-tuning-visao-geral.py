"""One model before and after: the same question, two behaviours, and the cause between them.

After ten seconds: a model that only continued text answers the same question, because examples changed its weights.
After a minute: it continued because it had learned to predict the next token of many texts, from which most of its
knowledge comes; pairs that do not hold the question teach it to answer.

Seen first: the two behaviours, each under a band of its colour, in equal boxes of one row. Second: the dark card
between them, with the pair, and the weights that it moves. Third: the one question that both begin with.
"""

from _exemplo import NEW_WEIGHTS, QUESTION, RECORDS, REFERENCE, WEIGHTS, decimal, weight
from _series import LIMIT, SHOWN, is_narrow, series_figure, shift, takeaway
from layoutkit import Arrow, Card, Column, Grid, Heading, Icon, Node, Row, Span, Text, Theme, Tone

CONTINUA = ("Por que o mar é salgado?", "Por que a grama é verde?", "…")
"""What a model that only continues text makes of a question: more of the same, one question a line."""
PAIR = RECORDS[1]
COLUMNS = "minmax(0, 6fr) minmax(0, 5fr) minmax(0, 6fr)"
"""Before, the cause, after."""


def question(t: Theme) -> Node:
    """What a person asks, before and after."""
    return Row(
        Icon("user", color=t.color.instruction_ink),
        Text(QUESTION, role="speech", color=t.color.ink),
        component="bubble_human",
        align="center",
        align_self="center",
        padding_x=t.space.l,
    )


def model(t: Theme, when: str, name: str, note: str, did: Node) -> Node:
    """The model at one time: what it has learned, and below it what it makes of the question."""
    who = Column(
        Text(when, role="label", color=t.color.ink_muted),
        Heading(name),
        Text(note),
        background=t.card.background,
        border=t.card.border,
        border_width=t.card.border_width,
        border_bottom=None,
        radius_top_left=t.card.radius,
        radius_top_right=t.card.radius,
        gap=t.space.xs,
        padding_x=t.space.m,
        padding_top=t.space.l,
        padding_bottom=t.space.m,
    )
    return Card(who, did, background=None, border=None, padding=0, gap=0)


def said(t: Theme, icon: str, verb: str, lines: tuple[str, ...], tone: Tone) -> Node:
    """What the model makes of the question, under a band that names it; before and after in boxes of one kind."""
    on = f"{{color.on_{tone}}}"
    band = Row(
        Icon(icon, color=on),
        Heading(verb, role="verdict", color=on),
        background=f"{{color.{tone}}}",
        padding_x=t.space.m,
        padding_y=t.space.m * 0.75,
        gap=t.space.s,
        align="center",
    )
    words = Column(
        *(Text(line, role="answer", color=t.color.ink, wrap="balance") for line in lines),
        background=f"{{color.{tone}_tint}}",
        border=f"{{color.{tone}}}",
        border_width=t.card.border_width,
        border_top=None,
        radius_bottom_left=t.card.radius,
        radius_bottom_right=t.card.radius,
        padding=t.space.m,
        justify="center",
        grow=1,
    )
    return Column(band, words, grow=1)


def pairs(t: Theme) -> Node:
    """What the tuning shows the model: one of its pairs."""
    parts = (
        ("Instrução", "instruction", f"{PAIR.instruction[:-1]}: {PAIR.input}"),
        ("Resposta esperada", "response", PAIR.output),
    )
    return Card(
        Heading("Instruction tuning"),
        *(
            Column(Text(Span(name, role="strong", color=f"{{color.on_inverse_{tone}}}")), Text(Span(words)))
            for name, tone, words in parts
        ),
        kind="inverse",
        padding_x=t.space.m,
        gap=t.space.s,
    )


def moved(t: Theme) -> Node:
    """Weights that the pairs move, each as it was and as it is, with their scale of colours."""
    return Card(
        Text("*Pesos:* todos mudam um pouco", role="small"),
        shift(padding=0),
        scale(t),
        padding=t.space.m,
        gap=t.space.s,
    )


def scale(t: Theme) -> Node:
    """Which colour a weight has, from the least to the greatest."""
    ends = (Text(Span(decimal(end, 1)), role="small") for end in (-LIMIT, LIMIT))
    bar = Row(
        background_image=(
            "linear-gradient(to right, {matrix_below.background}, {matrix_below.background} / 15% 50%, "
            "{matrix_above.background} / 15% 50%, {matrix_above.background})"
        ),
        radius=t.radius.s,
        height=t.space.s,
        grow=1,
    )
    return Row(next(ends), bar, next(ends), gap=t.space.s, align="center")


@series_figure(
    number=1,
    stage=(1, 2),
    title="De completar texto a seguir instruções",
    subtitle="O mesmo modelo: milhares de pares instrução–resposta ajustam seus pesos.",
    alt=(
        "Uma pergunta, “Por que o céu é azul?”, e o mesmo modelo antes e depois. Antes, ele continua o texto com mais "
        "perguntas. Depois do instruction tuning, em que pares mudam seus pesos, ele responde."
    ),
    section="Do Modelo Base ao Assistente Conversacional",
    goal="Entender como um modelo de linguagem passa a se comportar do jeito que as pessoas esperam.",
    shows=(
        "o modelo pré-treinado, com conhecimento geral",
        "o processo de instruction tuning",
        "o modelo especializado em seguir instruções",
    ),
    description=(
        f"A pergunta “{QUESTION}” vai ao mesmo modelo, antes e depois; entre os dois está a causa. Antes: o modelo "
        "base, pré-treinado para prever o próximo token em muitos textos, só continua o texto, com mais perguntas: "
        f"“{' '.join(CONTINUA)}” No meio, um cartão escuro, o instruction tuning, mostra um de milhares de pares: a "
        f"instrução “{PAIR.instruction[:-1]}: {PAIR.input}” e a resposta esperada, “{PAIR.output}” Uma seta leva aos "
        f"pesos do modelo, {SHOWN} deles, cada um antes e depois, como {weight(WEIGHTS[0][0])} e "
        f"{weight(NEW_WEIGHTS[0][0])}; todos mudam um pouco. A cor de cada peso segue uma escala de "
        f"{decimal(-LIMIT, 1)} a {decimal(LIMIT, 1)}. Depois: o mesmo modelo, alinhado, responde como as pessoas "
        f"esperam: “{REFERENCE}” A frase para levar: conhecimento vem sobretudo do pré-treino; comportamento, dos "
        "pares."
    ),
)
def overview(t: Theme) -> Node:
    """From left to right, or down on a phone: the model before, the cause, the model after; above them the question."""
    ask = question(t)
    before = model(
        t,
        "Antes",
        "Modelo base",
        "Pré\u2011treinado para prever o próximo token em muitos textos.",
        said(t, "repeat", "Continua o texto", CONTINUA, "caution"),
    )
    after = model(
        t,
        "Depois, mesma pergunta" if is_narrow(t) else "Depois",
        "Mesmo modelo",
        "Alinhado: responde\u00a0como as\u00a0pessoas esperam.",
        said(t, "circle-check", "Responde", (REFERENCE,), "response"),
    )
    learned, changed = pairs(t), moved(t)
    asks = t.color.instruction
    cause = Column(learned, changed, Arrow(learned, changed), gap=t.space.xl, justify="space-between")
    if is_narrow(t):
        body: list[Node] = [before, cause, after, Arrow(ask, before, color=asks)]
    else:
        body = [
            Grid(before, cause, after, columns=COLUMNS, column_gap=t.space.xl),
            Arrow(ask.left, before.top, color=asks),
            Arrow(ask.right, after.top, color=asks),
        ]
    return Column(
        ask,
        *body,
        Arrow(before, learned),
        Arrow(changed, after),
        takeaway("Conhecimento vem sobretudo do pré\u2011treino; comportamento, dos pares."),
        gap=t.space.xl,
    )
