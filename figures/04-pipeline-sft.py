"""Five stages from the dataset to the updated model, with the training loop at the heart."""

from collections.abc import Sequence

from _series import (
    EXEMPLO,
    IDS,
    PERGUNTA,
    PESOS,
    RESPOSTA,
    adjusted,
    is_narrow,
    series_figure,
    stage,
    tokens,
    weights,
)
from layoutkit import (
    Arrow,
    Badge,
    Card,
    Cell,
    Column,
    Grid,
    Heading,
    Icon,
    LengthLike,
    Node,
    Row,
    Spacer,
    Span,
    Text,
    Theme,
    Tone,
)

STEPS = (
    ("Forward", "prever cada token"),
    ("Loss mascarada", "medir só a resposta"),
    ("Backward", "calcular gradientes"),
    ("Atualização", "ajustar os pesos"),
)
NEXT = "próximo lote"
SHOWN = 4
"""How many tokens of each field are shown."""


def pair(t: Theme, instruction: str, response: str) -> Node:
    """One record of the dataset."""
    return Column(
        Text(f"#instruction_ink[*Instrução:*] {instruction}"),
        Text(f"#response_ink[*Resposta:*] {response}"),
        background=t.color.sunken,
        radius=t.radius.s,
        padding_x=t.space.m * 0.75,
        padding_y=t.space.s,
    )


def tokenised(t: Theme) -> Node:
    """The template's markers, then the first tokens of each field with their numbers."""

    def line(marker: str, text: str, tone: Tone) -> Node:
        shown = tokens(text)[:SHOWN]
        cells = [Cell(token, tone=tone, row=1) for token in shown] + [Cell("…", row=1)]
        numbers = [Text(Span(str(IDS[token])), role="cell", align="center", row=2) for token in shown]
        return Column(
            Text(Span(marker, role="code", color=f"{{color.{tone}_ink}}")),
            Grid(*cells, *numbers, columns=f"repeat({SHOWN}, minmax(min-content, 1fr)) auto", gap=t.space.xs),
            gap=t.space.xs,
        )

    return Column(
        line("### Instrução:", PERGUNTA, "instruction"), line("### Resposta:", RESPOSTA, "response"), gap=t.space.m
    )


def step(t: Theme, name: str, note: str) -> Node:
    """One of the steps of training."""
    return Column(
        Text(name, role="subheading", align="center"),
        Text(note, role="small", align="center", color=t.color.on_inverse_muted),
        background=t.color.inverse_raised,
        radius=t.radius.m,
        padding=t.space.m * 0.75,
    )


def ring(t: Theme, steps: Sequence[Node]) -> Node:
    """The steps on a circle, around what makes it turn."""
    forward, loss, backward, update = steps
    hub = Column(
        Icon("refresh-cw", size=t.space.xl, color=t.color.on_inverse_response),
        Text(NEXT, role="small", align="center"),
        align="center",
        align_self="center",
        gap=t.space.xs,
    )
    turns = (
        (forward.right, loss.top),
        (loss.bottom, backward.right),
        (backward.left, update.bottom),
        (update.top, forward.left),
    )
    return Grid(
        *(Spacer(), forward, Spacer()),
        *(update, hub, loss),
        *(Spacer(), backward, Spacer()),
        *(Arrow(start, end, color=t.color.on_inverse_response, route="curved") for start, end in turns),
        columns=3,
        column_gap=t.space.m,
        row_gap=t.space.xl,
    )


def square(t: Theme, steps: Sequence[Node]) -> Node:
    """The same where there is no room for a circle."""
    forward, loss, backward, update = steps
    line = t.color.on_inverse_response
    return Column(
        Grid(forward, loss, update, backward, columns=2, column_gap=t.space.xl, row_gap=t.space.xxl * 2),
        Arrow(forward.right, loss.left, color=line),
        Arrow(loss.bottom, backward.top, color=line),
        Arrow(backward.left, update.right, color=line),
        Arrow(update.top, forward.bottom, color=line, label=NEXT),
    )


def training(t: Theme) -> Node:
    """The dark card: four steps that turn in a circle."""
    steps = [step(t, *words) for words in STEPS]
    return Card(
        Row(
            Badge("4", background=t.color.on_inverse, color=t.color.inverse),
            Heading("Treinamento supervisionado"),
            gap=t.space.s,
            align="center",
        ),
        square(t, steps) if is_narrow(t) else ring(t, steps),
        kind="inverse",
        gap=t.space.l,
        grow=1,
    )


@series_figure(
    number=4,
    stage=3,
    title="Pipeline de SFT: dos dados ao modelo",
    subtitle="Cinco etapas do _supervised fine\u2011tuning_, dos pares ao modelo ajustado.",
    alt=(
        "O dataset de instruções, tokenizado, e os pesos pré-treinados, reutilizados, entram no treinamento "
        "supervisionado, um ciclo de forward, loss mascarada, backward e atualização; dele sai o modelo atualizado."
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
        "Cinco etapas numeradas. Um, o dataset: pares de instrução e resposta, escritos ou revisados por pessoas. "
        "Dois, a tokenização estruturada: o par recebe os marcadores do template de prompt e vira uma sequência de "
        "números. Três, os pesos do modelo base, pré-treinados, são reutilizados: nada recomeça "
        "do zero. Quatro, o treinamento supervisionado, um ciclo de quatro passos: o forward prevê cada token, a "
        "loss mascarada mede só a resposta, o backward calcula os gradientes e a atualização ajusta os pesos, antes "
        "do próximo lote. Cinco, o modelo atualizado: a mesma arquitetura, com pesos ajustados, que agora segue "
        "instruções."
    ),
)
def pipeline(t: Theme) -> Node:
    """Data above, the loop in the middle with the weights at its side, the result below."""
    dataset = Card(
        stage(t, 1, "Dataset de instruções"),
        pair(t, PERGUNTA, RESPOSTA),
        pair(t, *EXEMPLO),
        Text("Milhares de pares, escritos ou revisados por pessoas.", role="small", color=t.color.ink_muted),
        justify="space-between",
    )
    numbered = Card(stage(t, 2, "Tokenização estruturada"), tokenised(t))
    basis: LengthLike = "auto" if is_narrow(t) else "30%"
    reused = Card(
        stage(t, 3, "Pesos do modelo base", "instruction"),
        weights(PESOS),
        Text("Pré-treinados e reutilizados: nada recomeça do zero.", margin_top=t.space.xs),
        tone="instruction",
        kind="tinted",
        justify="space-between",
        basis=basis,
    )
    engine = training(t)
    what = Column(
        stage(t, 5, "Modelo atualizado", "response"),
        Text("Mesma arquitetura, pesos ajustados: agora segue instruções."),
        gap=t.space.s,
    )
    after = weights(adjusted(PESOS))
    updated = Card(
        *((what, after) if is_narrow(t) else (Row(what, after, justify="space-between", align="center"),)),
        tone="response",
        kind="tinted",
    )
    if is_narrow(t):
        return Column(
            dataset,
            numbered,
            reused,
            engine,
            updated,
            Arrow(dataset.bottom, numbered.top),
            Arrow(numbered.left, engine.left),
            Arrow(reused.bottom, engine.top, color=t.color.instruction),
            Arrow(engine.bottom, updated.top, color=t.color.response),
            gap=t.space.xxl,
            padding_x=t.space.xl,
        )
    return Column(
        Grid(dataset, numbered, columns=2, gap=t.space.xxl),
        Row(reused, engine, gap=t.space.xxl),
        updated,
        Arrow(dataset.right, numbered.left),
        Arrow(numbered.bottom, engine.top),
        Arrow(reused.right, engine.left, color=t.color.instruction),
        Arrow(engine.bottom, updated.top, color=t.color.response),
        gap=t.space.xxl,
    )
