"""The same question meets the base model, which continues it, and the tuned one, which answers."""

from _series import PERGUNTA, RESPOSTA, series_figure
from layoutkit import Arrow, Card, ColorLike, Column, Heading, Node, Row, Span, Text, Theme

SIDE = "28%"
"""Share of the width that each model and its reaction take; what stands between them takes the rest."""


def model(t: Theme, name: str, *traits: str) -> Node:
    """A model and what it is good at."""
    return Card(
        Heading(name, align="center"),
        *(Text(trait, role="small", align="center") for trait in traits),
        gap=t.space.s,
        width=SIDE,
        shrink=0,
    )


def training(t: Theme) -> Node:
    """The process between the two: pairs gently adjust the same weights."""

    def part(name: str, text: str, color: ColorLike) -> Node:
        return Column(Text(name, role="label", color=color), Text(text), gap=t.space.xs)

    return Card(
        Heading("Instruction tuning", align="center"),
        Column(
            part("Instrução", PERGUNTA, t.color.on_engine_instruction),
            part("Resposta", RESPOSTA, t.color.on_engine_response),
            background=t.color.engine_raised,
            radius=t.radius.m,
            padding=t.space.m,
            gap=t.space.m,
        ),
        Text(
            "Milhares de pares ajustam, aos poucos, os mesmos pesos.",
            role="small", align="center", color=t.color.on_engine_muted,
        ),
        kind="engine",
        grow=1,
        basis=0,
    )  # fmt: skip


@series_figure(
    number=1,
    stage=2,
    title="De completar texto a seguir instruções",
    subtitle="O instruction tuning não cria outro modelo: ensina o mesmo modelo a responder.",
    alt=(
        "A mesma pergunta, “Por que o céu é azul?”, chega a dois modelos. O modelo base, pré-treinado, continua o "
        "texto com mais perguntas; o modelo ajustado por instruction tuning responde à pergunta."
    ),
)
def overview(t: Theme) -> Node:
    """Models above, their reactions below, the person in the middle."""
    base = model(t, "Modelo base", "Pré-treinado: conhecimento geral da língua e do mundo.")
    tuned = model(t, "Modelo ajustado", "Mesmo saber, especializado em seguir instruções.")
    continues = Card(
        Text(PERGUNTA, Span(" Por que o mar é salgado? Por que a grama é…", color=t.color.caution_ink), role="quote"),
        Text("Continua o texto: mais perguntas, nenhuma resposta.", role="small"),
        tone="caution", kind="tinted", justify="center", width=SIDE, shrink=0,
    )  # fmt: skip
    answers = Card(
        Text(RESPOSTA, role="quote", color=t.color.response_ink),
        Text("Entende o pedido e responde.", role="small"),
        tone="response", kind="tinted", justify="center", width=SIDE, shrink=0,
    )  # fmt: skip
    person = Card(
        Text(PERGUNTA, role="quote", align="center", color=t.color.instruction_ink),
        label="Pessoa", tone="instruction", kind="tinted",
    )  # fmt: skip
    asked = Column(
        person,
        Text("A mesma pergunta para os dois", role="small", align="center", color=t.color.ink_muted),
        gap=t.space.s, justify="center", basis=0, grow=1,
    )  # fmt: skip
    return Column(
        Row(base, Arrow(length=t.space.xxl), training(t), Arrow(length=t.space.xxl), tuned, align="center"),
        Row(continues, asked, answers, gap=t.space.xxl),
        Arrow(person.left, continues.right, color=t.color.instruction),
        Arrow(person.right, answers.left, color=t.color.instruction),
        Arrow(base.bottom, continues.top),
        Arrow(tuned.bottom, answers.top),
        gap=t.space.xxl,
    )
