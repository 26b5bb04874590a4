"""Two answers and two judges: word overlap prefers the wrong one, people the right one.

After ten seconds: the metric chose A, which is wrong; people chose B, which is right. After a minute: why, as the words
in common are marked and counted, and one wrong word costs hardly anything; what people ask; what metrics are good for.

Seen first: the row with both verdicts. Second: the marked words. Third: the two judges, and how they came to it.
"""

import re

from _exemplo import ANSWERS, CRITERIA, JUDGED, QUESTION, REFERENCE, decimal, rouge1, words
from _series import is_narrow, series_figure, takeaway
from layoutkit import (
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


@component(TokenTable("word", traits=frozenset(("data",))))
def word_of(text: str, *, marked: bool) -> Node:
    """A word of a text that is compared, marked as with a pen where the other text has it too."""
    return Row(
        Text(Span(text), wrap="nowrap"),
        component="word",
        background="{color.caution_tint}" if marked else None,
        border_bottom="{color.caution_line}" if marked else None,
    )


def lines(t: Theme, text: str, other: str) -> Node:
    """A text, a clause a line; words that stand in the other text as well are marked, as often as they do there."""
    left = words(other)
    rows: list[Node] = []
    for clause in re.split(r"(?<=;) ", text):
        pieces: list[Node] = []
        for word, sign in re.findall(r"(\w+)([^\w\s]*)", clause):
            shared = left[word.lower()] > 0
            left[word.lower()] -= shared
            pieces.append(word_of(word + sign, marked=shared))
        rows.append(Row(*pieces, gap=t.space.xs / 2))
    return Column(*rows, gap=t.space.xs)


def texts(t: Theme) -> Node:
    """The reference, then both answers: where they begin alike, word stands under word."""
    narrow = is_narrow(t)
    rows: list[Node] = []
    for name, text in {"Referência": REFERENCE, **ANSWERS}.items():
        answer = name in ANSWERS
        title = Text(f"Resposta {name}" if answer else name, role="strong")
        shared = f"*{common(name)} de {size(text)}* em comum" if answer else ""
        count = Text(shared, role="body", wrap="nowrap", justify_self="end")
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
            role="quote" if narrow else "speech",
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
    """The judge that counts words: the machine."""

    def score(name: str, row: int) -> list[Node]:
        total = f"2 × {common(name)} ÷ ({size(ANSWERS[name])} + {size(REFERENCE)})"
        fill = Row(component="meter_fill", width=f"{SCORES[name]:.1%}", background=t.color.on_inverse_muted)
        return [
            Heading(name, row=row, column=1),
            Row(fill, component="meter", height=t.space.l, background=t.color.inverse_raised, row=row, column=2),
            Text(decimal(SCORES[name]), role="number", row=row, column=3),
            Text(total, role="small", row=row + 1, column=2, color=t.color.on_inverse_muted),
        ]

    return Card(
        judge(t, "calculator", "Métrica ROUGE-1 (F1)", "conta palavras em comum com a referência"),
        Grid(
            *(node for row, name in enumerate(ANSWERS) for node in score(name, 2 * row + 1)),
            columns="auto 1fr auto",
            column_gap=t.space.m,
            row_gap=t.space.xs,
            align="center",
        ),
        Text("Trocar “azul” por “vermelha” custa só uma palavra.", color=t.color.on_inverse_muted),
        kind="inverse",
        justify="space-between",
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
        judge(t, "users", f"{PEOPLE} pessoas", "círculo cheio: sim"),
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
    )


def verdict(t: Theme, who: str, name: str) -> Node:
    """Whom a judge prefers, and whether that is right."""
    right = name == RIGHT
    tone: Tone = "response" if right else "wrong"
    ink = f"{{color.on_{tone}}}"
    return Column(
        Text(f"{who} → {name}", role="verdict", align="center", color=ink, wrap="nowrap"),
        Row(
            Icon("circle-check" if right else "circle-x", color=ink),
            Text("a certa" if right else "a errada", role="strong", color=ink),
            gap=t.space.s,
            align="center",
        ),
        background=f"{{color.{tone}}}",
        radius=t.radius.m,
        padding=t.space.m,
        align="center",
    )


@series_figure(
    number=5,
    stage=4,
    title="Palavras em comum não garantem a resposta certa",
    subtitle="Exemplo ilustrativo: uma métrica e pessoas julgam duas respostas.",
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
        f"Um exemplo ilustrativo. À pergunta “{QUESTION}” há uma referência, “{REFERENCE}”, e duas respostas, com as "
        f"palavras da referência marcadas. A resposta A diz: “{ANSWERS['A']}” Tem {common('A')} de "
        f"{size(ANSWERS['A'])} palavras em comum. A resposta B diz: “{ANSWERS['B']}” Tem {common('B')} de "
        f"{size(ANSWERS['B'])}. Dois juízes. A métrica ROUGE-1 (F1) só conta palavras em comum: A recebe "
        f"{decimal(SCORES['A'])} e B, {decimal(SCORES['B'])}; trocar “azul” por “vermelha” custa só uma palavra. "
        f"{PEOPLE} pessoas respondem a {len(CRITERIA)} perguntas: {' '.join(CRITERIA)} Elas discordam em algumas; "
        f"nenhuma acha A correta. De {ASKED} votos, A recebe {VOTES['A']} vezes sim, e B, {VOTES['B']}. Embaixo, lado "
        "a lado, os veredictos: a métrica prefere A, a errada; as pessoas preferem B, a certa. Em muitas respostas, "
        "métricas dão sinais rápidos e baratos; se cada uma é boa, quem julga são pessoas."
    ),
)
def evaluation(t: Theme) -> Node:
    """The question, the texts with their common words, two judges, and their verdicts in one row."""
    asked = Row(
        Icon("user", color=t.color.instruction_ink),
        Text(QUESTION, role="speech", color=t.color.ink),
        component="bubble_human",
        align="center",
    )
    verdicts = verdict(t, "Métrica", preferred(SCORES)), verdict(t, "Pessoas", preferred(VOTES))
    return Column(
        Column(Row(asked, justify="center"), texts(t), gap=t.space.l),
        Column(
            Grid(metric(t), people(t), columns=1 if is_narrow(t) else 2, gap=t.space.xl),
            Grid(*verdicts, columns=2, gap=t.space.m if is_narrow(t) else t.space.xl),
            gap=t.space.m,
        ),
        takeaway(
            "Em muitas respostas, métricas dão sinais rápidos e baratos;\nse cada uma é boa, quem julga são pessoas.",
        ),
        gap=t.space.xl,
    )
