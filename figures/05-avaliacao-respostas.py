"""Two answers, two judges: word overlap prefers the wrong one, people the right one."""

import re
from collections import Counter
from collections.abc import Mapping

from _series import PERGUNTA, RESPOSTA, decimal, is_narrow, person, series_figure
from layoutkit import (
    Arrow,
    Card,
    ChatBubble,
    Child,
    Column,
    Divider,
    Grid,
    Heading,
    Icon,
    IconCircle,
    Node,
    Pill,
    Row,
    Text,
    Theme,
    Tone,
)

ANSWER_A = "O ar espalha mais luz vermelha."
ANSWER_B = "As moléculas do ar desviam mais o azul; por isso ele chega de todos os lados."

CRITERIA = ("Utilidade", "Correção", "Clareza", "Segurança", "Segue a instrução")
JUDGED = {"A": (False, False, True, True, True), "B": (True, True, True, True, True)}
"""What people say of each answer, criterion by criterion."""


def words(text: str) -> Counter[str]:
    """The words of a text, in lower case, and how often each occurs."""
    return Counter(re.findall(r"\w+", text.lower()))


def rouge1_f1(answer: str, reference: str) -> float:
    """ROUGE-1 F1 (Lin, 2004): the harmonic mean of precision and recall over shared words."""
    a, r = words(answer), words(reference)
    shared = (a & r).total()
    return 2 * shared / (a.total() + r.total())


SCORES = {"A": rouge1_f1(ANSWER_A, RESPOSTA), "B": rouge1_f1(ANSWER_B, RESPOSTA)}
VOTES = {name: sum(marks) for name, marks in JUDGED.items()}
TONES: dict[str, Tone] = {"A": "wrong", "B": "response"}
"""A is wrong, B is right: whoever prefers A gets the colour of A."""


def preferred(scores: Mapping[str, float]) -> str:
    """The answer with the highest score."""
    return max(scores, key=lambda name: scores[name])


def columns(t: Theme, *cells: Child, row_gap: float | None = None) -> Node:
    """Cells in the three columns that all rows of the figure share: what is judged, then A, then B."""
    label = t.space.xxl * 3.25 if is_narrow(t) else t.space.xxl * 4.5
    return Grid(
        *cells,
        columns=(label, "1fr", "1fr"),
        column_gap=t.space.m if is_narrow(t) else t.space.xl,
        row_gap=t.space.s if row_gap is None else row_gap,
        align="center",
    )


def strong(text: str, other: str) -> str:
    """A text with the words that another one lacks set strong."""
    return re.sub(r"\w+", lambda word: word[0] if word[0].lower() in words(other) else f"*{word[0]}*", text)


def answer(t: Theme, name: str, text: str) -> Node:
    """What one model said."""
    return Card(
        Pill(f"Resposta {name}", tone=TONES[name], align_self="start"),
        Text(text, role="body" if is_narrow(t) else "quote", color=t.color.ink),
        tone=TONES[name],
        kind="tinted",
        align_self="stretch",
    )


def verdict(t: Theme, name: str, verb: str, first: int = 2) -> Node:
    """Whom a judge prefers, under the answer that it prefers."""
    tone, right = TONES[name], TONES[name] == "response"
    column = list(TONES).index(name) + first
    return Row(
        None if is_narrow(t) else Icon("circle-check" if right else "circle-x", color=f"{{color.{tone}_ink}}"),
        Heading(f"{verb} {name}, a {'certa' if right else 'errada'}", align="center", color=f"{{color.{tone}_ink}}"),
        background=f"{{color.{tone}_tint}}",
        border=f"{{color.{tone}_line}}",
        border_width=t.stroke.medium,
        radius=t.radius.m,
        padding=t.space.s,
        gap=t.space.s,
        align="center",
        justify="center",
        column=column,
    )


def metric(t: Theme) -> Node:
    """The judge that counts words: the machine."""

    def score(name: str) -> Node:
        return Column(
            Text(f"#on_inverse_muted[{name}] {decimal(SCORES[name])}", role="number", align="center"),
            Row(
                Row(component="meter_fill", width=f"{SCORES[name]:.1%}", background=t.color.on_inverse_instruction),
                component="meter",
                background=t.color.inverse_raised,
            ),
            gap=t.space.s,
        )

    what = Column(
        Heading("ROUGE-1 (F1)"),
        Text("palavras em comum com a referência", color=t.color.on_inverse_muted),
        gap=t.space.xs,
    )
    prefers = verdict(t, preferred(SCORES), "Prefere", first=1 if is_narrow(t) else 2)
    scores = [score(name) for name in SCORES]
    return Card(
        *(
            (what, Grid(*scores, prefers, columns=2, column_gap=t.space.xl, row_gap=t.space.s))
            if is_narrow(t)
            else (columns(t, what, *scores, prefers),)
        ),
        Row(
            Text(f"#on_inverse_muted[Referência:] {strong(RESPOSTA, ANSWER_A)}"),
            Text("Uma palavra trocada, e a métrica mal percebe.", color=t.color.on_inverse_muted),
            column_gap=t.space.xl,
            justify="space-between",
            wrap=True,
        ),
        kind="inverse",
    )


def people(t: Theme) -> Node:
    """The judges that understand."""

    def mark(name: str, index: int) -> Node:
        good = JUDGED[name][index]
        color = t.color.response_ink if good else t.color.wrong_ink
        icon = Icon("circle-check" if good else "circle-x", alt="sim" if good else "não", color=color)
        return Row(icon, justify="center")

    rows = [
        node
        for index, criterion in enumerate(CRITERIA)
        for node in (Text(criterion), *(mark(name, index) for name in JUDGED), Divider(column=1, column_span=3))
    ]
    totals = [
        Text(f"{votes}/{len(CRITERIA)}", role="number", align="center", color=t.color.ink) for votes in VOTES.values()
    ]
    return Card(
        columns(
            t,
            Column(Icon("users"), Heading("Pessoas"))
            if is_narrow(t)
            else Row(IconCircle("users"), Heading("Pessoas"), gap=t.space.s, align="center"),
            *(Heading(name, align="center") for name in JUDGED),
            Divider(column=1, column_span=3),
            *rows,
            Text("Quem entende o texto percebe na hora.", color=t.color.ink_muted),
            *totals,
            verdict(t, preferred(VOTES), "Preferem"),
        ),
    )


@series_figure(
    number=5,
    stage=4,
    title="A métrica escolhe a resposta errada; as pessoas, a certa",
    subtitle="Contar palavras em comum não mede se a resposta é boa.",
    alt=(
        "Duas respostas à pergunta “Por que o céu é azul?”. A resposta A, errada, repete quase todas as palavras da "
        f"referência e tem ROUGE-1 de {decimal(SCORES['A'])}; a B, certa, usa outras palavras e tem "
        f"{decimal(SCORES['B'])}. As pessoas preferem a B."
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
        f"À pergunta “{PERGUNTA}” há duas respostas. A resposta A diz: “{ANSWER_A}” Está errada, pois troca a cor. A "
        f"resposta B diz: “{ANSWER_B}” Está certa. O primeiro juiz é a métrica ROUGE-1, que conta as palavras em comum "
        f"com a referência, “{RESPOSTA}”: A recebe {decimal(SCORES['A'])} e B, {decimal(SCORES['B'])}; a métrica "
        f"prefere A, a errada. O segundo juiz são pessoas, com {len(CRITERIA)} critérios: "
        f"{', '.join(CRITERIA[:-1]).lower()} e se segue a instrução. A falha em utilidade e correção e cumpre "
        f"{VOTES['A']}; B cumpre {VOTES['B']}; as pessoas preferem B, a "
        "certa, porque quem entende o texto percebe a troca na hora."
    ),
)
def evaluation(t: Theme) -> Node:
    """The question and two answers, then two judges that contradict each other, answer under answer."""
    a, b = answer(t, "A", strong(ANSWER_A, RESPOSTA)), answer(t, "B", ANSWER_B)
    if is_narrow(t):
        asked = ChatBubble(PERGUNTA, who="human", name="Uma pergunta, duas respostas")
        return Column(
            Column(Row(asked, justify="center"), Grid(a, b, columns=2, gap=t.space.xl), gap=t.space.xxl),
            metric(t),
            people(t),
            Arrow(asked.bottom, a.top, color=t.color.instruction),
            Arrow(asked.bottom, b.top, color=t.color.instruction),
            gap=t.space.xl,
        )
    asked = person(PERGUNTA, "Uma pergunta")
    answers = columns(
        t,
        Row(asked, justify="center", column=2, column_span=2),
        Heading("Duas respostas"),
        a,
        b,
        row_gap=t.space.xxl,
    )
    return Column(
        Column(answers, padding_x=t.card.padding + t.card.border_width),
        metric(t),
        people(t),
        Arrow(asked.left.at(0.7), a.top, color=t.color.instruction),
        Arrow(asked.right.at(0.7), b.top, color=t.color.instruction),
        gap=t.space.xl,
    )
