"""The same question meets the base model, which continues it, and the tuned one, which answers."""

from collections.abc import Sequence

from _series import (
    EXEMPLO,
    PERGUNTA,
    PESOS,
    RESPOSTA,
    adjusted,
    is_narrow,
    person,
    series_figure,
    side_by_side,
    weights,
)
from layoutkit import Arrow, Card, Column, Heading, Icon, Node, Row, Spacer, Text, Theme, Tone

CONTINUA = "Por que o mar é salgado? Por que a grama é verde? Por que…"
"""What a model that only continues text makes of a question: more of the same."""


def model(  # noqa: PLR0913, PLR0917 - what a reader sees of it
    t: Theme, name: str, trait: str, values: Sequence[Sequence[float]], caption: str, said: Node
) -> Node:
    """A model, some of its weights, and what it makes of the question."""
    return Card(
        Row(
            Column(Heading(name), Text(trait), gap=t.space.xs, grow=1, basis=0),
            Column(
                weights(values, PESOS),
                Text(caption, role="small", align="center", color=t.color.ink_muted),
                gap=t.space.xs,
            ),
            gap=t.space.s,
            align="center",
        ),
        said,
        gap=t.space.l,
    )


def reaction(t: Theme, verb: str, text: str, note: str, tone: Tone) -> Node:
    """What a model says: the heart of the figure."""
    icon = "circle-check" if tone == "response" else "repeat"
    return Column(
        Row(Icon(icon), Heading(verb, role="verdict"), gap=t.space.s, align="center"),
        Text(text, role="speech", wrap="balance", color=t.color.ink),
        Spacer(),
        Text(note, role="strong"),
        background=f"{{color.{tone}_tint}}",
        border=f"{{color.{tone}_line}}",
        border_width=t.stroke.thin,
        radius=t.radius.l,
        color=f"{{color.{tone}_ink}}",
        padding=t.space.l,
        gap=t.space.m,
        grow=1,
    )


def training(t: Theme) -> Node:
    """The process between the two: pairs gently adjust the same weights."""
    instruction, response = EXEMPLO
    basis = "auto" if is_narrow(t) else 0
    pair = Column(
        Text(f"#on_inverse_instruction[*Instrução:*] {instruction}"),
        Text(f"#on_inverse_response[*Resposta:*] {response}"),
        background=t.color.inverse_raised,
        radius=t.radius.m,
        padding=t.space.m,
        gap=t.space.xs,
        justify="center",
        grow=1,
        basis=basis,
    )
    what = Column(
        Heading("Instruction tuning"),
        Text("Milhares de pares como este mudam um pouco os pesos.", color=t.color.on_inverse_muted),
        gap=t.space.xs,
        grow=1,
        basis=basis,
    )
    return Card((Column if is_narrow(t) else Row)(what, pair, gap=t.space.xl), kind="inverse")


@series_figure(
    number=1,
    stage=(1, 2),
    title="De completar texto a seguir instruções",
    subtitle="O instruction tuning não cria outro modelo: ensina o mesmo a responder.",
    alt=(
        "A mesma pergunta, “Por que o céu é azul?”, chega a dois modelos. O modelo base, pré-treinado, continua o "
        "texto com mais perguntas; o modelo ajustado por instruction tuning responde à pergunta."
    ),
    section="Do Modelo Base ao Assistente Conversacional",
    goal="Entender como um modelo de linguagem passa a se comportar do jeito que as pessoas esperam.",
    shows=(
        "o modelo pré-treinado, com conhecimento geral",
        "o processo de instruction tuning",
        "o modelo especializado em seguir instruções",
    ),
    description=(
        f"Uma pessoa faz a mesma pergunta, “{PERGUNTA}”, a dois modelos. O modelo base, pré-treinado, tem conhecimento "
        f"geral e apenas continua o texto: “{CONTINUA}” São mais perguntas, nenhuma resposta. O modelo ajustado, "
        f"especializado em seguir instruções, responde: “{RESPOSTA}” O que leva de um ao outro é o instruction tuning: "
        f"milhares de pares como “{EXEMPLO[0]}” e “{EXEMPLO[1]}” mudam um pouco os pesos. Cada modelo traz uma pequena "
        "matriz de pesos; as duas são quase iguais, e os valores que mais mudaram têm contorno."
    ),
)
def overview(t: Theme) -> Node:
    """The question above, the two models with their reactions, the process below."""
    asked = person(PERGUNTA, "A mesma pergunta", avatar=not is_narrow(t))
    continues = reaction(t, "Continua o texto", CONTINUA, "Mais perguntas, nenhuma resposta.", "caution")
    answers = reaction(t, "Responde à pergunta", RESPOSTA, "Uma resposta direta.", "response")
    base = model(t, "Modelo base", "Conhecimento geral", PESOS, "pesos", continues)
    tuned = model(t, "Modelo ajustado", "Segue instruções", adjusted(PESOS), "pesos ajustados", answers)
    tuning = training(t)
    if is_narrow(t):
        return Column(
            Row(asked, justify="center"),
            base,
            tuning,
            tuned,
            Arrow(asked.bottom, base.top, color=t.color.instruction),
            Arrow(asked.right.at(0.7), tuned.right.at(0.2), color=t.color.instruction),
            Arrow(base.bottom, tuning.top),
            Arrow(tuning.bottom, tuned.top),
            gap=t.space.xxl,
            padding_x=t.space.l,
        )
    return Column(
        Row(asked, justify="center"),
        side_by_side(t, base, tuned),
        tuning,
        Arrow(asked.left.at(0.7), base.top, color=t.color.instruction),
        Arrow(asked.right.at(0.7), tuned.top, color=t.color.instruction),
        Arrow(base.bottom, tuning.top),
        Arrow(tuning.top, tuned.bottom),
        gap=t.space.xxl,
    )
