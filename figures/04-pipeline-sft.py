"""Five stages from the dataset to the updated model, with the training loop at the heart."""

from _series import PERGUNTA, series_figure
from layoutkit import Arrow, Badge, Card, ColorLike, Column, Heading, Node, Row, Spacer, Text, Theme
from layoutkit.components import Tone

LOOP = (
    ("Forward", "prever a resposta"),
    ("Loss mascarada", "medir só a resposta"),
    ("Backward", "calcular gradientes"),
    ("Atualização", "ajustar os pesos"),
)


def stage(t: Theme, number: int, title: str, *content: Node, tone: Tone | None = None, grow: float = 1) -> Node:
    """A numbered stage."""
    return Card(
        Row(Badge(str(number), tone=tone), Heading(title), gap=t.space.s, align="center"),
        *content,
        tone=tone,
        basis=0,
        grow=grow,
    )


def tokens(t: Theme, *parts: tuple[str, ColorLike, ColorLike]) -> Node:
    """A short strip of tokens: text, ink and tint."""
    cells = (
        Row(
            Text(text, role="cell", color=ink, wrap=False),
            background=tint,
            radius=t.radius.s,
            padding_x=t.space.s,
            padding_y=t.space.xs,
        )
        for text, ink, tint in parts
    )
    return Row(*cells, gap=t.space.xs, wrap=True)


def training(t: Theme) -> Node:
    """The dark card: four steps in a circle."""
    steps = [
        Column(
            Text(name, role="subheading", align="center"),
            Text(note, role="small", align="center", color=t.color.on_engine_muted),
            background=t.color.engine_raised,
            radius=t.radius.m,
            padding=t.space.m,
            basis=0,
            grow=1,
        )
        for name, note in LOOP
    ]
    between = [part for step in steps[:-1] for part in (step, Arrow(color=t.color.on_engine_muted, length=t.space.l))]
    return Card(
        Row(
            Badge("4", background=t.color.on_engine, color=t.color.engine),
            Heading("Treinamento supervisionado"),
            gap=t.space.s,
            align="center",
        ),
        Row(*between, steps[-1]),
        Arrow(steps[-1].bottom, steps[0].bottom, label="próximo lote", color=t.color.on_engine_response),
        kind="engine",
        padding_bottom=t.space.xxl,
    )  # fmt: skip


@series_figure(
    number=4,
    stage=3,
    title="Pipeline de SFT: o que entra, o que gira, o que sai",
    subtitle="Dataset e pesos pré-treinados entram no laço de treino; dele sai o modelo atualizado.",
    alt=(
        "O dataset de instruções, tokenizado, e os pesos pré-treinados, reutilizados, entram no treinamento "
        "supervisionado, um ciclo de forward, loss mascarada, backward e atualização; dele sai o modelo atualizado."
    ),
)
def pipeline(t: Theme) -> Node:
    """Inputs above, the loop in the middle, the result below."""
    pairs = Text("Pares de instrução e resposta, escritos ou revisados por pessoas.", role="small")
    dataset = stage(t, 1, "Dataset de instruções", pairs)
    tokenised = stage(
        t, 2, "Tokenização estruturada",
        tokens(
            t,
            ("### Instrução:", t.color.instruction_ink, t.color.instruction_tint),
            (PERGUNTA.split()[0], t.color.ink_soft, t.color.sunken),
            ("…", t.color.ink_soft, t.color.sunken),
            ("### Resposta:", t.color.response_ink, t.color.response_tint),
            ("O", t.color.ink_soft, t.color.sunken),
            ("…", t.color.ink_soft, t.color.sunken),
        ),
    )  # fmt: skip
    weights = stage(
        t,
        3,
        "Pesos reutilizados",
        Text("Pré-treinados no modelo base: nada recomeça do zero.", role="small"),
        tone="instruction",
    )
    engine = training(t)
    updated = Card(
        Row(Badge("5", tone="response"), Heading("Modelo atualizado"), gap=t.space.s, align="center"),
        Text("Mesma arquitetura, pesos ajustados: agora segue instruções.", role="small"),
        tone="response", kind="tinted", align_self="center",
    )  # fmt: skip
    return Column(
        Row(dataset, Arrow(length=t.space.xl), tokenised, Spacer(t.space.xl), weights),
        engine,
        updated,
        Arrow(tokenised.bottom, engine.top),
        Arrow(weights.bottom, engine.top, color=t.color.instruction),
        Arrow(engine.bottom, updated.top),
        gap=t.space.xxl,
    )
