"""The same question meets the base model, which continues it, and the tuned one, which answers."""

from _series import PERGUNTA, RESPOSTA, series_figure
from layoutkit import Arrow, Card, Column, Heading, Node, Row, Span, Text, Theme


def model(t: Theme, name: str, *traits: str) -> Node:
    """A model and what it is good at."""
    return Card(
        Heading(name),
        *(Text(trait, role="small") for trait in traits),
        gap=t.space.s,
        basis=0,
        grow=1,
    )


def training(t: Theme) -> Node:
    """The process between the two: pairs gently adjust the same weights."""

    def pair(name: str, text: str, color: object) -> Node:
        return Row(
            Text(name, role="label", color=color, width=104, wrap=False),
            Text(text, role="small"),
            gap=t.space.s,
            align="baseline",
        )

    return Card(
        Heading("Instruction tuning"),
        Column(
            pair("Instrução", PERGUNTA, t.color.on_engine_instruction),
            pair("Resposta", RESPOSTA, t.color.on_engine_response),
            background=t.color.engine_raised,
            radius=t.radius.m,
            padding=t.space.m,
            gap=t.space.s,
        ),
        Text("Milhares de pares ajustam, aos poucos, os mesmos pesos.", role="small", color=t.color.on_engine_muted),
        kind="engine",
        basis=0,
        grow=1.5,
    )


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
    base = model(t, "Modelo pré-treinado", "Conhecimento geral da língua e do mundo.", "Aprendeu a prever o próximo token.")
    tuned = model(t, "Modelo ajustado", "O mesmo conhecimento, agora a serviço de quem pede.", "Especialista em seguir instruções.")
    continues = Card(
        Text(PERGUNTA, Span(" Por que o mar é salgado? Por que a grama é…", color=t.color.caution_ink), role="quote"),
        Text("Só continua o texto: mais perguntas, nenhuma resposta.", role="small"),
        label="Continua", tone="caution", kind="tinted", basis=0, grow=1,
    )  # fmt: skip
    answers = Card(
        Text(RESPOSTA, role="quote", color=t.color.response_ink),
        Text("Entende o pedido e responde.", role="small"),
        label="Responde", tone="response", kind="tinted", basis=0, grow=1,
    )  # fmt: skip
    person = Card(
        Text(PERGUNTA, role="quote", align="center", color=t.color.instruction_ink),
        Text("A mesma pergunta para os dois modelos", role="small", align="center"),
        label="Pessoa", tone="instruction", kind="tinted", basis=0, grow=0.8, align_self="center",
    )  # fmt: skip
    return Column(
        Row(base, Arrow(), training(t), Arrow(), tuned),
        Row(continues, Arrow(person.left, continues.right), person, Arrow(person.right, answers.left), answers, gap=t.space.xxl),
        Arrow(base.bottom, continues.top),
        Arrow(tuned.bottom, answers.top),
        gap=t.space.xxl,
    )
