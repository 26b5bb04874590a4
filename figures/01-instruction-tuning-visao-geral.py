"""The same question meets the base model, which continues it, and the tuned one, which answers."""

from _series import PERGUNTA, RESPOSTA, series_figure
from layoutkit import Arrow, Card, ColorLike, Column, Grid, Heading, Node, Span, Text, Theme


def model(t: Theme, name: str, *traits: str) -> Node:
    """A model and what it is good at."""
    return Card(
        Heading(name, align="center"),
        *(Text(trait, role="small", align="center") for trait in traits),
        gap=t.space.s,
        align_self="center",
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
        tone="caution", kind="tinted", justify="center",
    )  # fmt: skip
    answers = Card(
        Text(RESPOSTA, role="quote", color=t.color.response_ink),
        Text("Entende o pedido e responde.", role="small"),
        tone="response", kind="tinted", justify="center",
    )  # fmt: skip
    person = Card(
        Text(PERGUNTA, role="quote", align="center", color=t.color.instruction_ink),
        label="Pessoa", tone="instruction", kind="tinted",
    )  # fmt: skip
    asked = Column(
        person,
        Text("A mesma pergunta para os dois", role="small", align="center", color=t.color.ink_muted),
        gap=t.space.s, justify="center",
    )  # fmt: skip
    tuning = training(t)
    return Grid(
        base, tuning, tuned, continues, asked, answers,
        Arrow(base.right, tuning.left),
        Arrow(tuning.right, tuned.left),
        Arrow(base.bottom, continues.top),
        Arrow(tuned.bottom, answers.top),
        Arrow(person.left, continues.right, color=t.color.instruction),
        Arrow(person.right, answers.left, color=t.color.instruction),
        columns="28% 1fr 28%",
        gap=t.space.xxl,
    )  # fmt: skip
