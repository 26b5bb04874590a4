"""Two answers and two judges: word overlap prefers the wrong one, people the right one.

After ten seconds: the metric chose A, which is wrong; people chose B, which is right. After a minute: why, as the words
in common are marked and counted, and one wrong word costs hardly anything; what people ask; what metrics are good for.

Seen first: the row with both verdicts. Second: the marked words. Third: the two judges, and how they came to it.
"""

import re
from typing import Unpack

from _exemplo import ANSWERS, CRITERIA, JUDGED, QUESTION, REFERENCE, decimal, rouge1, words
from _series import is_narrow, series_figure, takeaway
from layoutkit import (
    BoxProps,
    Card,
    Column,
    Divider,
    Grid,
    Heading,
    Icon,
    IconCircle,
    Node,
    Row,
    Span,
    Text,
    Theme,
    TokenTable,
    Tone,
    component,
)

SCORES = {name: rouge1(text) for name, text in ANSWERS.items()}
VOTES = {name: sum(map(sum, rows)) for name, rows in JUDGED.items()}
"""How often people said yes."""
PEOPLE = len(JUDGED["A"][0])
ASKED = len(CRITERIA) * PEOPLE
SPACE = 0.25
"""How wide the space between words is, in sizes of the type."""
RIGHT = "B"
"""The answer that is right: the sky is blue because blue light is scattered more, not red light."""


def preferred(scores: dict[str, float] | dict[str, int]) -> str:
    """The answer with the highest score."""
    return max(scores, key=lambda name: scores[name])


def size(text: str) -> int:
    """How many words a text has."""
    return words(text).total()


def common(name: str) -> int:
    """How many words an answer shares with the reference."""
    return (words(ANSWERS[name]) & words(REFERENCE)).total()


@component(TokenTable("word", traits=frozenset(("data", "inline"))))
def word_of(text: str, *, marked: bool, **around: Unpack[BoxProps]) -> Node:
    """A word of a text that is compared, marked as with a pen where the other text has it too."""
    look: BoxProps = {"component": "word", "background": None, "border_bottom": None, **around}
    if marked:
        look |= {"background": "{color.caution_tint}", "border_bottom": "{color.caution_line}"}
    return Row(Text(Span(text), wrap="nowrap"), **look)


def lines(t: Theme, text: str, other: str) -> Node:
    """A text, a clause a line; words that stand in the other text as well are marked, as often as they do there."""
    left = words(other)
    # The marks reach into the spaces, so that words stand as far apart as in any text.
    size = t.type.quote.size if is_narrow(t) else t.type.speech.size
    between = max(0.0, SPACE * size - 2 * t.word.padding_x)
    rows: list[Node] = []
    for clause in re.split(r"(?<=;) ", text):
        pieces: list[Node] = []
        for word, sign in re.findall(r"(\w+)([^\w\s]*)", clause):
            shared = left[word.lower()] > 0
            left[word.lower()] -= shared
            # A mark ends before the sign; elsewhere a sign is a part of its word.
            pieces.append(
                Row(word_of(word, marked=True), word_of(sign, marked=False, padding_x=0))
                if shared and sign
                else word_of(word + sign, marked=shared)
            )
        rows.append(Row(*pieces, gap=between))
    return Column(*rows, gap=t.space.xs)


def counted(text: str, name: str = "") -> str:
    """How many words a text has, and of an answer how many of them the reference has too."""
    return f"{size(text)} palavras" + (f", *{common(name)} comuns*" if name else "")


def texts(t: Theme) -> Node:
    """The question, the reference, then both answers: where they begin alike, word stands under word."""
    narrow = is_narrow(t)
    role = "quote" if narrow else "speech"
    rows: list[Node] = []
    ink = t.color.instruction_ink
    asked = Text("Pergunta", role="strong", color=ink, padding_x="{word.padding_x}" if narrow else 0)
    question = Text(QUESTION, color=ink, padding_x="{word.padding_x}")
    rows += [Column(asked, question, gap=t.space.xs)] if narrow else [asked, question, Text("")]
    for name, text in {"Referência": REFERENCE, **ANSWERS}.items():
        answer = name in ANSWERS
        title = Text(f"Resposta {name}" if answer else name, role="strong")
        count = Text(counted(text, name if answer else ""), role="body", wrap="nowrap", justify_self="end")
        line = lines(t, text, REFERENCE if answer else "")
        if narrow:
            head = Row(title, count, justify="space-between", padding_x="{word.padding_x}")
            rows.append(Column(head, line, gap=t.space.xs))
        else:
            rows += [title, line, count]
    return Card(
        Grid(
            *rows,
            columns=1 if narrow else "auto 1fr auto",
            column_gap=t.space.l,
            row_gap=t.space.m,
            align="baseline",
            role=role,
        )
    )


def judge(t: Theme, icon: str, name: str, note: str) -> Node:
    """The name of a judge and how it judges."""
    return Row(
        IconCircle(icon),
        Column(Heading(name), Text(note, role="small")),
        gap=t.space.m,
        align="center",
    )


def metric(t: Theme) -> Node:
    """The judge that counts words."""

    def score(name: str) -> list[Node]:
        total = f"2 × {common(name)} ÷ ({size(ANSWERS[name])} + {size(REFERENCE)})"
        fill = Row(component="meter_fill", width=f"{SCORES[name]:.1%}", background=t.color.ink_soft)
        return [
            Heading(name, column=1),
            Row(fill, component="meter", height=t.space.l),
            Text(decimal(SCORES[name]), role="number"),
            Text(total, column=2, column_span=2, padding_bottom=0 if name == "B" else t.space.m),
        ]

    return Card(
        judge(t, "calculator", "Métrica ROUGE-1 (F1)", "conta palavras comuns (O = o)"),
        Column(
            Text("2 × comuns ÷ (resposta + referência)", role="small"),
            Grid(
                *(node for name in ANSWERS for node in score(name)),
                columns="auto 1fr auto",
                column_gap=t.space.m,
                align="center",
            ),
            gap=t.space.m,
            justify="center",
            grow=1,
        ),
        Text("O erro, “vermelha”, custa só 1 palavra.", color=t.color.ink_muted),
    )


def people(t: Theme) -> Node:
    """The judges that understand what they read."""

    def votes(row: tuple[int, ...]) -> Node:
        return Row(
            *(
                Row(
                    width=t.space.m,
                    height=t.space.m,
                    radius=t.radius.round,
                    background=t.color.ink_soft if yes else None,
                    border=t.color.ink_soft,
                    border_width=t.stroke.medium,
                )
                for yes in row
            ),
            gap=t.space.xs,
            justify="center",
            align_self="center",
        )

    rows = [
        node
        for index, criterion in enumerate(CRITERIA)
        for node in (Text(criterion), *(votes(JUDGED[name][index]) for name in ANSWERS))
    ]
    return Card(
        judge(t, "users", f"{PEOPLE} pessoas", "● = sim"),
        Grid(
            None,
            *(Heading(name, align="center", column=column) for column, name in enumerate(ANSWERS, start=2)),
            *rows,
            Divider(column=1, column_span=3),
            Text(f"sim, em {ASKED} votos", align_self="center"),
            *(Text(str(count), role="number", align="center") for count in VOTES.values()),
            columns="1fr auto auto",
            column_gap=t.space.l,
            row_gap=t.space.s,
        ),
        Text("Opiniões divergem: por isso, várias pessoas.", color=t.color.ink_muted),
        justify="space-between",
    )


def verdict(t: Theme, who: str, name: str) -> Node:
    """Whom a judge prefers, and whether that is right."""
    right = name == RIGHT
    tone: Tone = "response" if right else "wrong"
    ink = f"{{color.{tone}_ink}}"
    prefers, which = f"{who} {name},", "a certa" if right else "a errada"
    icon = Icon("circle-check" if right else "circle-x", color=ink)
    said: tuple[Node, ...] = (icon, Heading(f"{prefers} {which}", color=ink))
    if is_narrow(t):
        lines = Heading(prefers, color=ink, align="center"), Row(icon, Heading(which, color=ink), gap=t.space.s)
        said = (Column(*lines, align="center", gap=t.space.xs),)
    return Card(
        Row(*said, gap=t.space.s, align="center", justify="center"),
        kind="tinted",
        tone=tone,
        border_width=t.stroke.medium,
        padding=t.space.m,
        shadow="none",
    )


@series_figure(
    number=5,
    stage=4,
    title="Palavras em comum não garantem a resposta certa",
    subtitle="Exemplo ilustrativo: métrica e pessoas, duas respostas.",
    alt=(
        f"À pergunta “{QUESTION}” há duas respostas. A métrica ROUGE-1, que conta palavras em comum com a referência, "
        f"dá {decimal(SCORES['A'])} à A, errada, e {decimal(SCORES['B'])} à B, certa, e prefere a A; três pessoas "
        "preferem a B."
    ),
    section="Avaliando Modelos Conversacionais",
    goal="Compreender como se julga a qualidade das respostas que um modelo gera.",
    shows=(
        "a comparação qualitativa de respostas",
        "os critérios de avaliação",
        "os limites das métricas tradicionais",
        "a importância da avaliação humana",
    ),
    description=(
        f"Um exemplo ilustrativo. À pergunta “{QUESTION}” há uma referência, “{REFERENCE}”, de {size(REFERENCE)} "
        f"palavras, e duas respostas, com as palavras da referência marcadas. A resposta A diz: “{ANSWERS['A']}” De "
        f"{size(ANSWERS['A'])} palavras, {common('A')} são comuns. A resposta B diz: “{ANSWERS['B']}” De "
        f"{size(ANSWERS['B'])}, {common('B')} são comuns. A métrica ROUGE-1 (F1) só conta palavras "
        "comuns, sem distinguir maiúsculas: 2 × comuns ÷ (palavras da resposta + da referência). A recebe "
        f"{decimal(SCORES['A'])} e B, {decimal(SCORES['B'])}; o erro, “vermelha”, custa só 1 palavra. "
        f"{PEOPLE} pessoas respondem a {len(CRITERIA)} perguntas: {' '.join(CRITERIA)} Opiniões divergem: por isso, "
        f"são várias pessoas; nenhuma acha A correta. De {ASKED} votos, A recebe {VOTES['A']} vezes sim, e B, "
        f"{VOTES['B']}. Embaixo, lado a lado, os veredictos: a métrica prefere A, a errada; as pessoas preferem B, a "
        "certa. Métricas dão sinais rápidos e baratos; pessoas julgam se a resposta é boa."
    ),
)
def evaluation(t: Theme) -> Node:
    """The question, the texts with their common words, two judges, and their verdicts in one row."""
    verdicts = verdict(t, "A métrica prefere", preferred(SCORES)), verdict(t, "As pessoas preferem", preferred(VOTES))
    return Column(
        texts(t),
        Column(
            Grid(metric(t), people(t), columns=1 if is_narrow(t) else 2, gap=t.space.xl),
            Grid(*verdicts, columns=2, gap=t.space.m if is_narrow(t) else t.space.xl),
            gap=t.space.m,
        ),
        takeaway("Métricas dão sinais rápidos e baratos;\npessoas julgam se a resposta é boa."),
        gap=t.space.xl,
    )
