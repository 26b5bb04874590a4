"""Two answers, one rubric: word overlap prefers the wrong one, people the right one."""

import re
from collections import Counter
from typing import NamedTuple

from _series import PERGUNTA, RESPOSTA, decimal, series_figure
from layoutkit import Card, ColorLike, Column, Grid, Heading, Node, Row, Text, Theme
from layoutkit.components import Tone

ANSWER_A = "O ar espalha mais a luz vermelha que a azul."
ANSWER_B = "As moléculas do ar desviam mais o azul; por isso ele chega de todos os lados."

CRITERIA = ("Utilidade", "Correção", "Clareza", "Segurança", "Segue a instrução")
JUDGED_A = (False, False, True, True, True)
JUDGED_B = (True, True, True, True, True)


class Score(NamedTuple):
    """What a judge gives an answer."""

    value: float
    """From 0 to 1."""
    shown: str


def words(text: str) -> Counter[str]:
    """The words of a text, in lower case, and how often each occurs."""
    return Counter(re.findall(r"\w+", text.lower()))


def rouge1_f1(answer: str, reference: str) -> float:
    """ROUGE-1 F1 (Lin, 2004): the harmonic mean of precision and recall over shared words."""
    a, r = words(answer), words(reference)
    shared = (a & r).total()
    return 2 * shared / (a.total() + r.total())


def answer(name: str, text: str, tone: Tone) -> Node:
    """What one model said."""
    return Card(Text(text, role="quote"), label=name, tone=tone, kind="tinted", basis=0, grow=1)


def mark(t: Theme, *, good: bool) -> Node:
    """A check or a cross; the shape tells them apart without colour."""
    color = t.color.on_engine_response if good else t.color.on_engine_wrong
    return Row(
        Text("✓" if good else "✗", role="mark", color=color),
        Text("sim" if good else "não", role="small", color=t.color.on_engine),
        gap=t.space.s, align="baseline", justify="center",
    )  # fmt: skip


def rubric(t: Theme) -> Node:
    """The criteria in the middle, the marks of both answers beside them."""
    head = (
        Text(text, role="label", align="center", color=t.color.on_engine_muted)
        for text in ("Resposta A", "Critério", "Resposta B")
    )
    cells: list[Node] = [*head]
    for criterion, a, b in zip(CRITERIA, JUDGED_A, JUDGED_B, strict=True):
        cells.append(Row(height=t.stroke.hairline, background=t.color.engine_line, column_span=3))
        cells += [mark(t, good=a), Text(criterion, role="strong", align="center"), mark(t, good=b)]
    return Card(
        Grid(*cells, columns=3, row_gap=t.space.s, align="center"),
        kind="engine", label="Avaliação humana", padding_top=t.space.xl,
    )  # fmt: skip


def bar(t: Theme, name: str, score: Score, color: ColorLike) -> Node:
    """A value from 0 to 1 as a bar in scale, with its number."""
    return Row(
        Text(name, role="small", width=t.space.l, wrap=False),
        Row(
            Row(background=color, width=f"{100 * score.value:.2f}%", radius=t.radius.s),
            background=t.color.sunken, height=t.space.m, radius=t.radius.s, grow=1,
        ),
        Text(score.shown, role="strong", width=t.space.xxl, align="end", wrap=False),
        gap=t.space.m,
        align="center",
    )  # fmt: skip


def verdict(t: Theme, title: str, note: str, scores: tuple[Score, Score]) -> Node:
    """How one judge sees the two answers."""
    a, b = scores
    return Card(
        Heading(title),
        Column(bar(t, "A", a, t.color.wrong), bar(t, "B", b, t.color.response), gap=t.space.s),
        Text(note, role="small"),
        tone="wrong" if a.value > b.value else "response", basis=0, grow=1,
    )  # fmt: skip


@series_figure(
    number=5,
    stage=4,
    title="A métrica prefere a errada; as pessoas, a certa",
    subtitle="Contar palavras em comum não mede se a resposta é boa.",
    alt=(
        "Duas respostas à pergunta “Por que o céu é azul?”. A resposta A, errada, repete as palavras da referência e "
        "tem ROUGE-1 máximo; a resposta B, certa, usa outras palavras e tem ROUGE-1 baixo. A avaliação humana por "
        "cinco critérios prefere a B."
    ),
)
def evaluation(t: Theme) -> Node:
    """Question, two answers, the rubric, and the two verdicts that contradict each other."""
    rouge_a, rouge_b = (rouge1_f1(text, RESPOSTA) for text in (ANSWER_A, ANSWER_B))
    human_a, human_b = sum(JUDGED_A), sum(JUDGED_B)
    total = len(CRITERIA)
    return Column(
        Row(
            Card(Text(PERGUNTA, role="quote"), label="Pergunta", tone="instruction", kind="tinted", basis=0, grow=1),
            Card(Text(RESPOSTA, role="quote"), label="Referência", kind="optional", basis=0, grow=1),
            gap=t.space.l,
        ),
        Row(
            answer("Resposta A", ANSWER_A, "wrong"),
            answer("Resposta B", ANSWER_B, "response"),
            gap=t.space.l,
        ),
        rubric(t),
        Row(
            verdict(t, "ROUGE-1 prefere A", "Limite da métrica: conta palavras, não entende o sentido.",
                    (Score(rouge_a, decimal(rouge_a)), Score(rouge_b, decimal(rouge_b)))),
            verdict(t, "Pessoas preferem B", "Só quem entende a resposta percebe que A troca as cores.",
                    (Score(human_a / total, f"{human_a}/{total}"), Score(human_b / total, f"{human_b}/{total}"))),
            gap=t.space.l,
        ),
        gap=t.space.xl,
    )  # fmt: skip
