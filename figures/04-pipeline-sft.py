"""The whole of SFT, followed with one example: a pair, its ids, the training loop, and the weights that it changes.

After ten seconds: a pair and the pre-trained weights enter a loop, and the same model leaves it with other weights.
After a minute: what each step does to the example, what flows between steps, and that the goal is still the next token.

Seen first: the dark card with the loop, its numbers, and the new weight, which leads back to the start. Second: the
model at its left, before and after one batch. Third: the pair and its ids.
"""

from collections.abc import Sequence

from _exemplo import (
    END,
    GRADIENTS,
    IDS,
    MARKERS,
    MASK,
    MEAN,
    NEW_WEIGHTS,
    PROBABILITIES,
    QUESTION,
    RATE,
    RECORDS,
    REFERENCE,
    SEQUENCE,
    WEIGHTS,
    decimal,
    weight,
)
from _series import is_narrow, series_figure, weights
from layoutkit import (
    Arrow,
    Card,
    Cell,
    Column,
    Grid,
    Heading,
    Node,
    Row,
    Span,
    Text,
    Theme,
    Tone,
)

START = MASK.index(1)
"""The first target that belongs to the answer."""
OLD, GRADIENT, NEW = WEIGHTS[0][0], GRADIENTS[0][0], NEW_WEIGHTS[0][0]
"""The weight whose change is written out."""
FOLLOWED = (0, 0)
"""Its row and column, from 0."""
AGAIN, AT_END = "pesos novos,\npróximo lote", "após milhares\nde lotes"
"""The two ways out of an update."""
COLUMNS = "minmax(0, 30fr) minmax(0, 60fr)"
"""The data and models at the left, what becomes of them at the right."""
OUTCOME = "O modelo segue instruções."
"""What the loop comes to."""
BATCH = "lote: aqui, um par"
"""How many records this example trains on at a time."""


def model(t: Theme, name: str, values: Sequence[Sequence[float]], note: str) -> Node:
    """The model at one time, with some of its weights."""
    parts = (
        weights(values, (FOLLOWED,), padding=0, gap=t.space.xs * 0.5, align_self="stretch"),
        Text(note, role="small"),
    )
    return Card(Heading(name), Column(*parts, gap=t.space.s), gap=t.space.s)


def pair(t: Theme) -> Node:
    """One record of the dataset."""
    record = RECORDS[0]

    def field(name: str, text: str, tone: Tone) -> Node:
        return Column(Text(f"#{tone}_ink[*{name}*]", role="small"), Text(text))

    return Card(
        Heading("Dataset de instruções"),
        field("Instrução", record.instruction, "instruction"),
        field("Resposta", record.output, "response"),
        Text("… e milhares", role="small", color=t.color.ink_muted),
        gap=t.space.s,
        justify="space-between",
    )


def token(t: Theme, place: int) -> Node:
    """A token of the sequence over its number."""
    text = SEQUENCE[place]
    tone: Tone | None = None if text in MARKERS.values() else "response" if place > START else "instruction"
    return Column(
        Cell(
            text,
            tone=tone,
            component="token",
            padding_x=t.space.xs * (1.5 if is_narrow(t) else 2.25),
            padding_y=t.space.xs,
            border=f"{{color.{tone}_line}}" if tone else t.color.line_strong,
        ),
        Text(str(IDS[text]), role="cell", align="center"),
        gap=t.space.xs / 2,
    )


def tokenised(t: Theme) -> Node:
    """All tokens of the record: markers, both texts, the end."""
    starts = (0, START, START + 5) if is_narrow(t) else (0, START + 1)
    lines = zip(starts, (*starts[1:], len(SEQUENCE)), strict=True)
    return Card(
        Row(
            Heading("Tokenização estruturada"),
            Text("marcadores separam partes", role="small", color=t.color.ink_muted),
            justify="space-between",
            align="baseline",
            column_gap=t.space.m,
            wrap=True,
        ),
        *(Row(*(token(t, place) for place in range(*line)), gap=t.space.xs) for line in lines),
        gap=t.space.s,
        justify="space-between",
    )


def formula(t: Theme) -> Node:
    """How the weight changes: in words, then in numbers."""
    return Column(
        Text("peso − taxa × gradiente", role="small", align="center", color=t.color.on_inverse_muted),
        Text(Span(f"{weight(OLD)} − {decimal(RATE)} × ({decimal(GRADIENT, 1)})"), align="center", wrap="nowrap"),
    )


def step(t: Theme, told: tuple[str, str, str | Node, str], row: int, column: int) -> Node:
    """One of the steps of training, and what it makes of the example."""
    name, note, what, value = told
    ink = t.color.on_inverse_caution if value == weight(NEW) else t.color.on_inverse
    return Column(
        Column(
            Heading(name, align="center"),
            Text(note, role="small", align="center", color=t.color.on_inverse_muted),
        ),
        Column(
            Row(Text(what) if isinstance(what, str) else what, justify="center"),
            Text(f"= {value}", role="verdict", align="center", color=ink),
        ),
        gap=t.space.s,
        background=t.color.inverse_raised,
        radius=t.radius.m,
        padding=t.space.m * 0.75,
        justify="space-between",
        row=row,
        column=column,
    )


def steps(t: Theme) -> tuple[Node, Node, Node, Node]:
    """Forward, loss, backward, update: clockwise, or below one another."""
    cells = ((1, 1), (1, 2), (2, 2), (2, 1))
    if is_narrow(t):
        cells = ((1, 2), (2, 2), (3, 2), (4, 2))
    told: tuple[tuple[str, str, str | Node, str], ...] = (
        (
            "Forward",
            "ids do lote + pesos",
            f"P(“{SEQUENCE[START + 1]}” | anteriores)",
            decimal(PROBABILITIES[START]),
        ),
        ("Loss mascarada", f"{sum(MASK)} alvos da resposta", "média de −ln P", decimal(MEAN)),
        ("Backward", "inclinação da loss", f"gradiente do peso {weight(OLD)}", decimal(GRADIENT, 1)),
        (
            "Atualização",
            f"taxa de aprendizado: {decimal(RATE)}",
            formula(t),
            weight(NEW),
        ),
    )
    forward, loss, backward, update = (
        step(t, words, row, column) for words, (row, column) in zip(told, cells, strict=True)
    )
    return forward, loss, backward, update


def training(t: Theme, parts: tuple[Node, Node, Node, Node]) -> Node:
    """The dark card: four steps that are repeated for each batch, and what flows from one to the next."""
    forward, loss, backward, update = parts
    line, learned = t.color.on_inverse, t.color.flow_caution
    name = "Treinamento supervisionado"
    if is_narrow(t):
        hub = Text(
            AGAIN.replace(" ", "\n"), role="small", align="center", row=1, row_span=4, column=1, align_self="center"
        )
        return Card(
            Grid(
                hub,
                *parts,
                Arrow(forward.bottom, loss.top, color=line, label="probabilidades"),
                Arrow(loss.bottom, backward.top, color=line, label="loss"),
                Arrow(backward.bottom, update.top, color=line, label="gradientes"),
                Arrow(update.left, hub.bottom, color=learned, head="none"),
                Arrow(hub.top, forward.left, color=learned),
                columns="auto 1fr",
                column_gap=t.space.m,
                row_gap=t.space.xxl * 1.5,
            ),
            kind="inverse",
            label=name,
            padding_top=t.space.xxl,
        )
    return Card(
        Grid(
            *parts,
            Column(
                Text(name.replace(" ", "\n"), role="verdict", align="center"),
                Text(BATCH, role="small", align="center", color=t.color.on_inverse_muted),
                gap=t.space.xs,
                align_self="center",
                row=1,
                row_span=2,
                column=1,
                column_span=2,
            ),
            Arrow(forward.right, loss.left, color=line, label="probabilidades"),
            Arrow(loss.bottom, backward.top, color=line, label="loss"),
            Arrow(backward.left, update.right, color=line, label="gradientes"),
            Arrow(update.top, forward.bottom, color=learned, label=AGAIN),
            columns=2,
            rows="1fr 1fr",
            row_gap=3.75 * t.space.xl,
            column_gap=t.space.xxl * 2.75,
            grow=1,
        ),
        kind="inverse",
        row=1,
        column=2,
        row_span=2,
    )


@series_figure(
    number=4,
    stage=(2, 3),
    title="Pipeline de SFT: do par aos pesos novos",
    subtitle="Supervised fine-tuning ainda prevê o próximo token. Números ilustrativos.",
    alt=(
        "Um par de instrução e resposta vira ids. Com os pesos do modelo base, eles entram em um ciclo: forward, loss "
        "mascarada, backward e atualização, cujos pesos novos voltam ao forward. Do ciclo sai o modelo atualizado, "
        "que segue instruções."
    ),
    section="Pipeline de SFT",
    goal="Acompanhar o fluxo completo do instruction tuning, dos dados ao modelo atualizado.",
    shows=(
        "o dataset de instruções",
        "a tokenização estruturada",
        "a reutilização dos pesos pré-treinados",
        "o treinamento supervisionado",
        "a atualização do modelo",
    ),
    description=(
        f"Um exemplo passa por todas as etapas. O dataset tem milhares de pares; o primeiro é “{QUESTION}” e "
        f"“{REFERENCE}”. A tokenização estruturada escreve o par no template, com os marcadores "
        f"{MARKERS['instruction']} e {MARKERS['output']}, que separam as partes, e o fim, {END}: {len(SEQUENCE)} "
        "tokens, cada um com seu id. Os ids entram no forward; os pesos pré-treinados do modelo base, que já sabem "
        "português, também. O treinamento supervisionado é um ciclo, repetido a cada lote; aqui, um lote é um par. Os "
        f"números são ilustrativos. Com ids e pesos o forward prevê: P(“{SEQUENCE[START + 1]}” | anteriores) = "
        f"{decimal(PROBABILITIES[START])}. As probabilidades vão à loss mascarada, em que contam só os {sum(MASK)} "
        f"alvos da resposta: a média de −ln P é {decimal(MEAN)}. Da loss, o backward calcula os gradientes, "
        f"inclinações da loss: o do peso {weight(OLD)} é {decimal(GRADIENT, 1)}. Com eles, a atualização muda cada "
        f"peso, peso − taxa × gradiente, com taxa de aprendizado {decimal(RATE)}: {weight(OLD)} − {decimal(RATE)} × "
        f"({decimal(GRADIENT, 1)}) = {weight(NEW)}. Dela saem duas setas: uma leva os pesos novos de volta ao forward, "
        "para o próximo lote; a outra, ao modelo atualizado, em que, depois de um lote, as "
        f"{len(WEIGHTS) * len(WEIGHTS[0])} células mudaram um pouco; um contorno marca a do peso seguido, de "
        f"{weight(OLD)} a {weight(NEW)}. Uma última seta, após milhares de lotes: o modelo segue instruções. O "
        "objetivo ainda é prever o próximo token."
    ),
)
def pipeline(t: Theme) -> Node:
    """Data above, the model at the left, before and after, and the loop at the right."""
    record, ids, parts = pair(t), tokenised(t), steps(t)
    forward, update = parts[0], parts[3]
    base = model(t, "Modelo base", WEIGHTS, "Pesos pré\u2011treinados, reutilizados:\njá sabem português.")
    updated = model(
        t,
        "Modelo atualizado",
        NEW_WEIGHTS,
        f"Após um lote, todos mudaram;\nno contorno: {weight(OLD)} → {weight(NEW)}.",
    )
    outcome = Card(
        Heading(OUTCOME, align="center", color=t.color.ink),
        kind="tinted",
        tone="response",
        padding_y=t.space.m,
        shadow="none",
        column=1 if is_narrow(t) else 2,
    )
    engine = training(t, parts)
    read, learned = t.color.flow_instruction, t.color.flow_caution
    ends = (
        Arrow(updated.bottom, outcome.top, color=learned, label=AT_END.replace("\n", " "))
        if is_narrow(t)
        else Arrow(updated.bottom, outcome.left, color=learned, label=AT_END)
    )
    if is_narrow(t):
        ids_of_batch = Text("ids de cada\nlote (aqui,\num par)", role="small", align="center", align_self="center")
        return Column(
            record,
            ids,
            Grid(base, ids_of_batch, columns="1fr auto", column_gap=t.space.s),
            engine,
            Column(updated, outcome, gap=t.space.xxl * 1.5),
            Arrow(record.bottom, ids.top),
            Arrow(ids.bottom, ids_of_batch.top.at(0.5), color=read, head="none"),
            Arrow(ids_of_batch.bottom.at(0.5), forward.top, color=read),
            Arrow(base.bottom.at(0.9), forward.top, color=learned),
            Arrow(update.bottom, updated.top, color=learned),
            ends,
            gap=t.space.xxl,
        )
    return Column(
        Grid(record, ids, columns=COLUMNS, gap=t.space.xl),
        Grid(
            base,
            engine,
            updated,
            columns=COLUMNS,
            rows="1fr 1fr",
            gap=t.space.xl,
        ),
        Grid(outcome, columns=COLUMNS, gap=t.space.xl),
        Arrow(record.right, ids.left),
        Arrow(ids.bottom, forward.top.at(0.5), color=read),
        Arrow(base.right, forward.left, color=learned),
        Arrow(update.left, updated.right, color=learned),
        ends,
        gap=t.space.xl,
    )
