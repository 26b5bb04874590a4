"""One model before and after: the same question, two behaviours, and the cause between them.

After ten seconds: a model that only continued text answers the same question, because examples changed its weights.
After a minute: it continued because it had learned to predict the next token of many texts, from which most of its
knowledge comes; pairs that do not hold the question teach it to answer.

Seen first: the two behaviours, each under a band of its colour, in equal boxes of one row. Second: the dark card
between them, with the pair, and the weights that it moves. Third: the one question that both begin with.
"""

from _exemplo import NEW_WEIGHTS, QUESTION, RECORDS, REFERENCE, WEIGHTS, weight
from _series import SHOWN, is_narrow, series_figure, shift, takeaway
from layoutkit import Anchor, Arrow, Card, Column, Grid, Heading, Icon, Node, Row, Span, Text, Theme, Tone

CONTINUA = ("Por que o mar é salgado?", "Por que a grama é verde?", "…")
"""What a model that only continues text makes of a question: more of the same, one question a line."""
PAIR = RECORDS[1]
COLUMNS = "minmax(0, 5fr) minmax(0, 4fr) minmax(0, 5fr)"
"""Before, the cause, after."""
LANE = 2.5
"""How wide the lane on a phone is, in radii of the corners that it passes."""


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


def model(t: Theme, when: str, name: str, note: str) -> Node:
    """The model at one time, and what it has learned."""
    return Column(
        Text(when, role="label", color=t.color.ink_muted),
        Heading(name),
        Text(note),
        background=t.card.background,
        border=t.card.border,
        border_width=t.card.border_width,
        border_bottom=t.card.border if is_narrow(t) else None,
        radius_bottom_left=t.card.radius if is_narrow(t) else 0,
        radius_top_left=t.card.radius,
        radius_top_right=t.card.radius,
        gap=t.space.xs,
        padding_x=t.space.m,
        padding_y=t.space.m * 1.25,
    )


def behaviour(t: Theme, who: Node, did: Node) -> Node:
    """The model, and below it what it makes of the question; on a phone with a lane at its side for what comes next."""
    if is_narrow(t):
        return Column(who, Column(did, margin_left=LANE * t.card.radius))
    return Card(who, did, background=None, border=None, padding=0, gap=0)


def said(t: Theme, icon: str, verb: str, lines: tuple[str, ...], tone: Tone) -> Node:
    """What the model makes of the question, under a band that names it; before and after in boxes of one kind.

    Both bands have the ink of their tone, which is as dark for either, so that neither is louder.
    """
    band = Row(
        Icon(icon, color=t.color.on_solid),
        Heading(verb, color=t.color.on_solid),
        background=f"{{color.{tone}_ink}}",
        padding_x=t.space.m,
        padding_y=t.space.s * 1.25,
        gap=t.space.s,
        align="center",
    )
    words = Column(
        *(Text(line, role="answer", color=t.color.ink, wrap="balance") for line in lines),
        background=f"{{color.{tone}_tint}}",
        border=f"{{color.{tone}_ink}}",
        border_width=t.card.border_width,
        border_top=None,
        radius_bottom_left=t.card.radius,
        radius_bottom_right=t.card.radius,
        padding_x=t.space.m,
        padding_y=t.space.m if is_narrow(t) else t.space.l,
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
        padding=t.space.m,
        padding_y=t.space.m * 1.25,
        gap=t.space.s,
    )


def moved(t: Theme) -> Node:
    """Weights that the pairs move, each as it was and as it is."""
    return Card(
        Text("*Pesos após o primeiro lote*\n3 de muitos; todos mudam", role="small"),
        shift(padding=0),
        padding=t.space.m,
        gap=t.space.s,
    )


def tunes(t: Theme, start: Anchor, end: Anchor) -> Arrow:
    """The way of the model through its tuning, heavier than that of the question."""
    return Arrow(start, end, color=t.color.ink, stroke_width=t.stroke.thick)


@series_figure(
    number=1,
    stage=(1, 2),
    title="De completar texto a seguir instruções",
    subtitle="O mesmo modelo: milhares de pares instrução–resposta ajustam seus pesos.",
    alt=(
        "Uma pergunta, “Por que o céu é azul?”, e o mesmo modelo antes e depois. Antes, ele tende a continuar o "
        "texto, com mais perguntas. Depois do instruction tuning, em que pares mudam seus pesos, passa a responder."
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
        "base, pré-treinado para prever o próximo token em muitos textos, tende a continuar o texto, aqui com mais "
        f"perguntas: “{' '.join(CONTINUA)}” No meio, um cartão escuro, o instruction tuning, recebe o modelo e mostra "
        f"um de milhares de pares: a instrução “{PAIR.instruction[:-1]}: {PAIR.input}” e a resposta esperada, "
        f"“{PAIR.output}” Uma seta leva aos pesos do modelo após o primeiro lote, {SHOWN} de muitos, cada um antes e "
        f"depois, como {weight(WEIGHTS[0][0])} e {weight(NEW_WEIGHTS[0][0])}; todos mudam. Depois: o mesmo modelo, "
        f"alinhado, passa a responder como as pessoas esperam: “{REFERENCE}” A frase para levar: conhecimento vem "
        "sobretudo do pré-treino; comportamento, dos pares."
    ),
)
def overview(t: Theme) -> Node:
    """From left to right, or down on a phone: the model before, the cause, the model after; above them the question."""
    ask = question(t)
    base = model(t, "Antes", "Modelo base", "Pré\u2011treinado para prever o próximo token em muitos textos.")
    before = behaviour(t, base, said(t, "repeat", "Tende a continuar", CONTINUA, "caution"))
    same = model(
        t,
        "Depois, mesma pergunta" if is_narrow(t) else "Depois",
        "Mesmo modelo",
        "Alinhado: responde\u00a0como as\u00a0pessoas esperam.",
    )
    after = behaviour(t, same, said(t, "circle-check", "Passa a responder", (REFERENCE,), "response"))
    learned, changed = pairs(t), moved(t)
    cause = Column(learned, changed, gap=t.space.xl, justify="space-between")
    asks = t.color.instruction
    if is_narrow(t):
        body: list[Node] = [before, cause, after, Arrow(ask, before, color=asks)]
        # It is the model that is tuned, not what it wrote: down the middle of the lane.
        lane = LANE * t.card.radius / 2 / (t.page.width - 2 * t.page.padding_x)
        tuning = tunes(t, base.bottom.at(lane), learned.top.at(lane))
    else:
        body = [
            Grid(before, cause, after, columns=COLUMNS, column_gap=t.space.xl),
            Arrow(ask.left, before.top, color=asks),
            Arrow(ask.right, after.top, color=asks),
        ]
        tuning = tunes(t, base.right, learned.left)
    return Column(
        ask,
        *body,
        tuning,
        tunes(t, learned.bottom, changed.top),
        tunes(t, changed.bottom if is_narrow(t) else changed.right, after.top if is_narrow(t) else after.left),
        takeaway("Conhecimento vem sobretudo do pré\u2011treino; comportamento, dos pares."),
        gap=t.space.xl,
    )
