"""Two answers, two judges: word overlap prefers the wrong one, people the right one."""

import re
from collections import Counter
from collections.abc import Mapping

from _series import PERGUNTA, RESPOSTA, decimal, is_narrow, person, series_figure, side_by_side
from layoutkit import Arrow, Card, Column, Grid, Heading, Icon, Node, Row, Text, Theme
from layoutkit.components import Bar, Bars, Rubric, Tone

ANSWER_A = "O ar espalha mais a luz vermelha que a azul."
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


def answer(name: str, text: str) -> Node:
    """What one model said."""
    return Card(Text(text, role="quote"), label=f"Resposta {name}", tone=TONES[name], kind="tinted")


def verdict(t: Theme, name: str) -> Node:
    """Whom a judge prefers."""
    tone, right = TONES[name], TONES[name] == "response"
    return Row(
        Icon("circle-check" if right else "circle-x", color=f"{{color.{tone}_ink}}"),
        Heading(f"Prefere {name}, a {'certa' if right else 'errada'}", role="verdict", color=f"{{color.{tone}_ink}}"),
        background=f"{{color.{tone}_tint}}",
        radius=t.radius.m,
        padding=t.space.m,
        gap=t.space.s,
        align="center",
        justify="center",
    )


def metric(t: Theme) -> Node:
    """The judge that counts words."""
    bars = [Bar(f"Resposta {name}", score, decimal(score), TONES[name]) for name, score in SCORES.items()]
    return Card(
        Row(Icon("calculator"), Heading("ROUGE-1"), gap=t.space.s, align="center"),
        Text("Conta as palavras em comum com a referência:", color=t.color.ink_muted),
        Card(Text(RESPOSTA), kind="optional", padding=t.space.m, radius=t.radius.m),
        Bars(bars, of=1),
        Text("O limite da métrica: A usa as mesmas palavras e troca as cores. Ela não percebe."),
        verdict(t, preferred(SCORES)),
        justify="space-between",
    )


def people(t: Theme) -> Node:
    """The judges that understand."""
    shown = {f"{name} · {votes}/{len(CRITERIA)}": JUDGED[name] for name, votes in VOTES.items()}
    return Card(
        Row(Icon("users"), Heading("Pessoas"), gap=t.space.s, align="center"),
        Rubric(CRITERIA, shown, head="Critério", kind="engine"),
        verdict(t, preferred(VOTES)),
        kind="engine",
        justify="space-between",
    )


@series_figure(
    number=5,
    stage=4,
    title="A métrica prefere a errada; as pessoas, a certa",
    subtitle="Contar palavras em comum não mede se a resposta é boa.",
    alt=(
        "Duas respostas à pergunta “Por que o céu é azul?”. A resposta A, errada, repete as palavras da referência e "
        "tem ROUGE-1 máximo; a B, certa, usa outras palavras e tem ROUGE-1 baixo. As pessoas preferem a B."
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
        f"À pergunta “{PERGUNTA}” há duas respostas. A resposta A diz: “{ANSWER_A}” Está errada, pois troca as "
        f"cores. A resposta B diz: “{ANSWER_B}” Está certa. O primeiro juiz é a métrica ROUGE-1, que conta as "
        f"palavras em comum com a referência, “{RESPOSTA}”: A recebe {decimal(SCORES['A'])} e B, "
        f"{decimal(SCORES['B'])}; a métrica prefere A, a errada. O segundo juiz são pessoas, com {len(CRITERIA)} "
        f"critérios: {', '.join(CRITERIA).lower()}. A cumpre {VOTES['A']} deles e B, {VOTES['B']}; as pessoas "
        "preferem B, a certa."
    ),
)
def evaluation(t: Theme) -> Node:
    """The question, two answers, and two judges that contradict each other."""
    asked = person(PERGUNTA)
    a, b = answer("A", ANSWER_A), answer("B", ANSWER_B)
    ways = (
        (asked.bottom, a.top.at(0.9), asked.right.at(0.7), b.top.at(0.9))
        if is_narrow(t)
        else (asked.left.at(0.7), a.top, asked.right.at(0.7), b.top)
    )
    return Column(
        Row(asked, justify="center"),
        Grid(a, b, columns=2, gap=t.space.xl),
        side_by_side(t, metric(t), people(t)),
        Arrow(*ways[:2], color=t.color.instruction),
        Arrow(*ways[2:], color=t.color.instruction),
        gap=t.space.xxl,
    )
