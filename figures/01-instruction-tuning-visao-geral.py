"""The same question meets the base model, which continues it, and the tuned one, which answers."""

from collections.abc import Sequence

from _series import PERGUNTA, PESOS, RESPOSTA, is_narrow, person, series_figure, side_by_side, weights
from layoutkit import Arrow, Card, ColorLike, Column, Heading, Icon, Node, Row, Text, Theme
from layoutkit.components import Tone

PASSO = 0.1
"""How far training moves a weight."""
AJUSTE = ((1, -1, 0, -1), (0, 1, -1, 1))
"""Which way each one moves."""

CONTINUA = "Por que o mar é salgado? Por que a grama é verde? Por que…"
"""What a model that only continues text makes of a question: more of the same."""


def model(t: Theme, name: str, trait: str, values: Sequence[Sequence[float]]) -> Node:
    """A model, what it is good at, and some of its weights."""
    return Card(
        Row(Icon("brain"), Heading(name), gap=t.space.s, align="center", justify="center"),
        weights(values),
        Text(trait, role="small", align="center"),
        gap=t.space.l,
        justify="center",
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
        Text("Milhares de pares ajustam os mesmos pesos.", role="small", align="center", color=t.color.on_engine_muted),
        kind="engine",
    )


def reaction(t: Theme, verb: str, text: str, note: str, tone: Tone) -> Node:
    """What a model makes of the question: the heart of the figure."""
    icon = "circle-check" if tone == "response" else "repeat"
    return Card(
        Row(Icon(icon), Heading(verb, role="verdict"), gap=t.space.s, align="center"),
        Text(text, role="speech", color=t.color.ink),
        Text(note, role="strong"),
        tone=tone,
        kind="tinted",
        color=f"{{color.{tone}_ink}}",
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
    section="Do Modelo Base ao Assistente Conversacional",
    goal="Entender como um modelo de linguagem passa a se comportar do jeito que as pessoas esperam.",
    shows=(
        "o modelo pré-treinado, com conhecimento geral",
        "o processo de instruction tuning",
        "o modelo especializado em seguir instruções",
    ),
    description=(
        f"Uma pessoa faz a mesma pergunta, “{PERGUNTA}”, a dois modelos. À esquerda está o modelo base, "
        "pré-treinado, com conhecimento geral da língua e do mundo; à direita, o modelo ajustado, com o mesmo "
        "saber, especializado em seguir instruções. Entre eles, o instruction tuning: milhares de pares de "
        "instrução e resposta ajustam um pouco os mesmos pesos, como mostram as duas matrizes de números. O modelo "
        "base apenas continua o texto, com mais perguntas e nenhuma resposta. O modelo ajustado responde: "
        f"“{RESPOSTA}”"
    ),
)
def overview(t: Theme) -> Node:
    """The question above, the models in the middle, their reactions below."""
    ajustados = [[w + PASSO * d for w, d in zip(*rows, strict=True)] for rows in zip(PESOS, AJUSTE, strict=True)]
    asked = person(PERGUNTA, "Uma pessoa pergunta aos dois")
    base = model(t, "Modelo base", "Pré-treinado: conhecimento geral da língua e do mundo.", PESOS)
    tuned = model(t, "Modelo ajustado", "O mesmo saber, especializado em seguir instruções.", ajustados)
    tuning = training(t)
    continues = reaction(t, "Continua o texto", CONTINUA, "Mais perguntas, nenhuma resposta.", "caution")
    answers = reaction(t, "Responde à pergunta", RESPOSTA, "Entendeu o pedido e o atendeu.", "response")
    if is_narrow(t):
        return story(t, asked, base, continues, tuning, tuned, answers)
    return Column(
        Row(asked, justify="center"),
        side_by_side(t, base, tuning, tuned),
        side_by_side(t, continues, answers),
        Arrow(base.right, tuning.left),
        Arrow(tuning.right, tuned.left),
        Arrow(asked.left.at(0.7), base.top, color=t.color.instruction),
        Arrow(asked.right.at(0.7), tuned.top, color=t.color.instruction),
        Arrow(base, continues),
        Arrow(tuned, answers),
        gap=t.space.xxl,
    )


def story(t: Theme, asked: Node, base: Node, continues: Node, tuning: Node, tuned: Node, answers: Node) -> Node:  # noqa: PLR0913, PLR0917 - the pieces of the figure
    """The same pieces from top to bottom: the question passes at the right, the weights at the left."""
    return Column(
        Row(asked, justify="center"),
        base,
        continues,
        tuning,
        tuned,
        answers,
        Arrow(asked.bottom, base.top, color=t.color.instruction),
        Arrow(asked.right, tuned.right, color=t.color.instruction),
        Arrow(base, continues),
        Arrow(base.left, tuning.left),
        Arrow(tuning.bottom, tuned.top),
        Arrow(tuned, answers),
        gap=t.space.xxl,
        padding_x=t.space.xl,
    )
