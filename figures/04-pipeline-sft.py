"""Five stages from the dataset to the updated model, with the training loop at the heart."""

from _series import PERGUNTA, PESOS, RESPOSTA, is_narrow, series_figure, stage, weights
from layoutkit import Arrow, Card, Column, Grid, Heading, Icon, Node, Row, Text, Theme
from layoutkit.components import Badge, Cell

LOOP = (
    ("Forward", "prever a resposta", "zap"),
    ("Loss mascarada", "medir só a resposta", "eye-off"),
    ("Backward", "calcular gradientes", "trending-down"),
    ("Atualização", "ajustar os pesos", "refresh-cw"),
)


def tokens(t: Theme) -> tuple[Node, Node]:
    """The template's markers and the first tokens of each field."""
    question, answer = PERGUNTA.split(), RESPOSTA.split()
    strips = Column(
        Row(Cell("### Instrução:", tone="instruction"), *map(Cell, question[:3]), Cell("…"), gap=t.space.xs),
        Row(Cell("### Resposta:", tone="response"), *map(Cell, answer[:3]), Cell("…"), gap=t.space.xs),
        gap=t.space.s,
    )
    return strips, Text("Cada token vira um número.", role="small", color=t.color.ink_muted)


def training(t: Theme) -> Node:
    """The dark card: four steps that turn in a circle."""

    def step(name: str, note: str, icon: str) -> Node:
        return (Column if is_narrow(t) else Row)(
            Icon(icon, color=t.color.on_engine_response),
            Column(
                Text(name, role="subheading", wrap=False),
                Text(note, role="small", color=t.color.on_engine_muted, wrap=False),
            ),
            background=t.color.engine_raised,
            radius=t.radius.m,
            padding=t.space.m,
            gap=t.space.s if is_narrow(t) else t.space.m,
            align="start" if is_narrow(t) else "center",
        )

    forward, loss, backward, update = (step(*parts) for parts in LOOP)
    line = t.color.on_engine_response
    return Card(
        Row(
            Badge("4", background=t.color.on_engine, color=t.color.engine),
            Heading("Treinamento supervisionado"),
            gap=t.space.s,
            align="center",
        ),
        Grid(forward, loss, update, backward, columns=2, column_gap=t.space.xxl, row_gap=t.space.xxl * 1.75),
        Arrow(forward.right, loss.left, color=line),
        Arrow(loss.bottom, backward.top, color=line),
        Arrow(backward.left, update.right, color=line),
        Arrow(update.top, forward.bottom, color=line, label="próximo lote"),
        kind="engine",
        gap=t.space.l,
        grow=1,
    )


@series_figure(
    number=4,
    stage=3,
    title="Pipeline de SFT: o que entra, o que gira, o que sai",
    subtitle="Dados e pesos entram no laço de treino; dele sai o modelo atualizado.",
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
        "Dois, a tokenização estruturada: o par recebe os marcadores do modelo de prompt e vira uma sequência de "
        "números. Três, os pesos do modelo base, pré-treinados, entram pelo lado e são reutilizados: nada recomeça "
        "do zero. Quatro, o treinamento supervisionado, um ciclo de quatro passos: o forward prevê a resposta, a "
        "loss mascarada mede só a resposta, o backward calcula os gradientes e a atualização ajusta os pesos, antes "
        "do próximo lote. Cinco, o modelo atualizado: a mesma arquitetura, com pesos ajustados, que agora segue "
        "instruções."
    ),
)
def pipeline(t: Theme) -> Node:
    """Data above, the loop in the middle with the weights at its side, the result below."""
    flat = "auto" if is_narrow(t) else 0
    dataset = Card(
        stage(t, 1, "Dataset de instruções", icon=Icon("database")),
        Column(
            Text(f"#instruction_ink[*Instrução:*] {PERGUNTA}"),
            Text(f"#response_ink[*Resposta:*] {RESPOSTA}"),
            gap=t.space.s,
        ),
        Text("Milhares de pares, escritos ou revisados por pessoas.", role="small", color=t.color.ink_muted),
        justify="space-between",
        basis=flat,
        grow=1,
    )
    tokenised = Card(
        stage(t, 2, "Tokenização estruturada", icon=Icon("hash")),
        *tokens(t),
        justify="space-between",
        basis=flat,
        grow=1,
    )
    reused = Card(
        stage(t, 3, "Pesos do modelo base", "instruction"),
        weights(PESOS),
        Text("Pré-treinados e reutilizados: nada recomeça do zero."),
        tone="instruction",
        kind="tinted",
        justify="center",
        basis="auto" if is_narrow(t) else "28%",
    )
    engine = training(t)
    updated = Card(
        stage(t, 5, "Modelo atualizado", "response", icon=Icon("sparkles", color=t.color.response_ink)),
        Text("Mesma arquitetura, pesos ajustados: agora segue instruções."),
        tone="response",
        kind="tinted",
        gap=t.space.s,
    )
    if is_narrow(t):
        return Column(
            dataset,
            tokenised,
            reused,
            engine,
            updated,
            Arrow(dataset.bottom, tokenised.top),
            Arrow(tokenised.left, engine.left),
            Arrow(reused.bottom, engine.top, color=t.color.instruction),
            Arrow(engine.bottom, updated.top, color=t.color.response),
            gap=t.space.xxl,
            padding_x=t.space.xl,
        )
    return Column(
        Row(dataset, Arrow(length=t.space.xxl), tokenised),
        Row(engine, reused, gap=t.space.xxl),
        updated,
        Arrow(tokenised.bottom, engine.top),
        Arrow(reused.left, engine.right, color=t.color.instruction),
        Arrow(engine.bottom, updated.top, color=t.color.response),
        gap=t.space.xxl,
    )
