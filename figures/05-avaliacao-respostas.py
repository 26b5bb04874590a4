"""Two answers and two judges: word overlap prefers the wrong one, people the right one.

After ten seconds: the metric chose A, which is wrong; people chose B, which is right. After a minute: why, as the words
in common are marked and counted, and one wrong word costs hardly anything; what people ask; what metrics are good for.

Seen first: the row with both verdicts. Second: the marked words, and the wrong one. Third: the two judges, above
all what people say of the facts. A is a round mark and B a square one wherever they are named; until the verdicts, both
have one colour.
"""

import re
from typing import Unpack

from _exemplo import ANSWERS, CRITERIA, JUDGED, QUESTION, REFERENCE, WRONG_WORD, decimal, rouge1, words
from _series import is_narrow, series_figure, takeaway
from layoutkit import (
    Badge,
    BoxProps,
    Card,
    Column,
    Divider,
    Grid,
    Heading,
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
ASKING = "; ".join(f"{criterion.lower()}, {question}" for criterion, question in CRITERIA.items())
"""What people are asked, in a sentence."""
RIGHT_WORD = "azul"
"""What the reference has in its place."""
DECISIVE = "Correta"
"""The criterion by which the answers differ most."""
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


def mark(name: str) -> Node:
    """The letter of an answer, in a shape of its own."""
    look: BoxProps = {"background": "{color.ink_soft}", "color": "{color.surface}", "shrink": 0}
    if name == "B":
        look["radius"] = "{space.xs}"
    return Badge(name, **look)


@component(TokenTable("word", traits=frozenset(("data", "inline"))))
def word_of(text: str, *, marked: bool, tone: Tone | None = None, **around: Unpack[BoxProps]) -> Node:
    """A word of a text that is compared: marked as with a pen where the other text has it too.

    The wrong word and the one in its place are strong, with a dashed line below.
    """
    look: BoxProps = {"component": "word", "background": None, "border_bottom": None, **around}
    if marked:
        look |= {"background": "{color.caution_tint}", "border_bottom": "{color.caution_line}"}
    if tone is None:
        return Row(Text(Span(text), wrap="nowrap"), **look)
    look |= {"background": f"{{color.{tone}_tint}}", "border_style": "dashed"}
    look["border_bottom"] = f"{{color.{tone}}}"
    return Row(Text(f"*{text}*", wrap="nowrap", color=f"{{color.{tone}_ink}}"), **look)


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
            tone: Tone | None = "wrong" if word == WRONG_WORD else None
            if word == RIGHT_WORD and not other:
                tone = "response"
            # A mark ends before the sign; elsewhere a sign is a part of its word.
            pieces.append(
                Row(word_of(word, marked=shared, tone=tone), word_of(sign, marked=False, padding_x=0))
                if sign and (shared or tone)
                else word_of(word + sign, marked=shared)
            )
        rows.append(Row(*pieces, gap=between, align="baseline"))
    return Column(*rows, gap=t.space.xs)


def counted(text: str, name: str = "") -> str:
    """How many words a text has, and of an answer how many the reference has too, and how many are wrong."""
    wrong = list(words(text)).count(WRONG_WORD)
    return (
        f"{size(text)} palavras"
        + (f", *{common(name)} comuns*" if name else "")
        + (f", #wrong_ink[*{wrong} errada*]" if wrong else "")
    )


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
        named = Text("Resposta" if answer else name, role="strong")
        title = Row(named, mark(name) if answer else None, gap=t.space.s, align="center" if narrow else "baseline")
        count = Text(counted(text, name if answer else ""), role="body", wrap="nowrap")
        line = lines(t, text, REFERENCE if answer else "")
        if narrow:
            head = Row(title, count, justify="space-between", align="center", padding_x="{word.padding_x}")
            rows.append(Column(head, line, gap=t.space.xs))
        else:
            rows += [title, line, count]
    return Card(
        Grid(
            *rows,
            columns=1 if narrow else "auto auto 1fr",
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


def judged(verdict: Node | None, *parts: Node) -> Node:
    """What a judge does, and at the foot of the card what it comes to, where it is said there."""
    if verdict is None:
        return Card(*parts)
    # Each part draws its own outline, so that all edges of the foot are those of the card.
    inside = Card(
        *parts,
        justify="space-between",
        grow=1,
        border_bottom_width=0,
        radius_bottom_left=0,
        radius_bottom_right=0,
        shadow="none",
    )
    return Card(inside, verdict, padding=0, gap=0, border=None, border_width=0)


def metric(t: Theme, verdict: Node | None) -> Node:
    """The judge that counts words."""

    def score(name: str) -> list[Node]:
        total = f"2 × {common(name)} ÷ ({size(ANSWERS[name])} + {size(REFERENCE)})"
        fill = Row(component="meter_fill", width=f"{SCORES[name]:.1%}", background=t.color.ink_soft)
        return [
            Row(mark(name), column=1),
            Row(fill, component="meter", height=t.space.l),
            Text(decimal(SCORES[name]), role="number"),
            Text(total, column=2, column_span=2),
        ]

    return judged(
        verdict,
        judge(t, "calculator", "Métrica ROUGE-1 (F1)", "conta palavras comuns (O = o), não o sentido"),
        Column(
            Text("2 × comuns ÷ (resposta + referência)"),
            *(Grid(*score(name), columns="auto 1fr auto", column_gap=t.space.m, align="center") for name in ANSWERS),
            gap=t.space.m,
            justify="space-between",
            grow=1,
        ),
    )


def people(t: Theme, verdict: Node | None) -> Node:
    """The judges that understand what they read."""

    def votes(name: str, criterion: str) -> Node:
        color = t.color.ink_soft
        if criterion == DECISIVE:
            color = t.color.response if name == RIGHT else t.color.wrong
        return Row(
            *(
                Row(
                    width=t.space.m,
                    height=t.space.m,
                    radius=t.radius.round,
                    background=color if yes else None,
                    border=color,
                    border_width=t.stroke.medium,
                )
                for yes in JUDGED[name][list(CRITERIA).index(criterion)]
            ),
            gap=t.space.xs,
            justify="center",
            align_self="center",
        )

    def row(*cells: Node | None, **look: Unpack[BoxProps]) -> Node:
        tracks = f"1fr {t.space.m * 3 + t.space.xs * 2} {t.space.m * 3 + t.space.xs * 2}"
        box: BoxProps = {"column_gap": t.space.l, **look}
        return Grid(*cells, columns=tracks, **box)

    def asked(criterion: str, question: str) -> Node:
        cells = (Text(f"*{criterion}:* {question}"), *(votes(name, criterion) for name in ANSWERS))
        # The row that decides lies on a plate, which reaches out to both sides: all columns stay where they are.
        plate: BoxProps = {"background": t.color.sunken, "radius": t.radius.s, "margin_x": -t.space.s}
        plate |= {"padding_x": t.space.s, "padding_y": t.space.xs}
        return row(*cells, **plate) if criterion == DECISIVE else row(*cells)

    return judged(
        verdict,
        judge(t, "users", f"{PEOPLE} pessoas", "cada círculo, uma pessoa; ● = sim"),
        Column(
            row(*(Row(mark(name), justify="center", column=column) for column, name in enumerate(ANSWERS, start=2))),
            *(asked(criterion, question) for criterion, question in CRITERIA.items()),
            Divider(),
            row(
                Text(f"sim, em {ASKED} votos", role="small"),
                *(Text(str(count), role="strong", align="center") for count in VOTES.values()),
            ),
            gap=t.space.s,
        ),
    )


def verdict(t: Theme, who: str, name: str) -> Node:
    """Whom a judge prefers, and whether that is right: the foot of its card, or on a phone a card beside the other."""
    right = name == RIGHT
    tone: Tone = "response" if right else "wrong"
    ink = f"{{color.{tone}_ink}}"
    which = Heading(", a certa" if right else ", a errada", color=ink)
    chosen = Row(mark(name), which, gap=t.space.xs * 2 / 3, align="center")
    box: BoxProps = {"background": f"{{color.{tone}_tint}}", "padding": t.space.m}
    box |= {"border": f"{{color.{tone}_line}}", "border_width": t.stroke.medium, "align": "center", "gap": t.space.s}
    if is_narrow(t):
        lines = Heading(who.replace(" prefere", "\nprefere"), color=ink, align="center")
        box["radius"] = "{card.radius}"
        return Column(lines, chosen, **box)
    box |= {"radius_bottom_left": "{card.radius}", "radius_bottom_right": "{card.radius}", "justify": "center"}
    return Row(Heading(who, color=ink, align="center"), chosen, **box)


@series_figure(
    number=5,
    stage=4,
    title="Palavras em comum não garantem a resposta certa",
    subtitle="Neste exemplo ilustrativo, a métrica e as pessoas discordam.",
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
        "palavras, e duas respostas, com as palavras da referência marcadas; o sinal da A é redondo, o da B, quadrado. "
        f"A resposta A diz: “{ANSWERS['A']}” De {size(ANSWERS['A'])} palavras, {common('A')} são comuns; "
        f"“{WRONG_WORD}”, em destaque, é a errada: no lugar dela, a referência diz “{RIGHT_WORD}”. A resposta B diz: "
        f"“{ANSWERS['B']}” De {size(ANSWERS['B'])}, {common('B')} são comuns. A métrica ROUGE-1 (F1) só conta palavras "
        "comuns, sem distinguir maiúsculas: 2 × comuns ÷ (palavras da resposta + da referência). A recebe "
        f"{decimal(SCORES['A'])} e B, {decimal(SCORES['B'])}: o sentido não conta, e o erro custa só 1 palavra. "
        f"{PEOPLE} pessoas respondem a {len(CRITERIA)} perguntas: {ASKING} As opiniões divergem; por isso, são várias "
        "pessoas. Em destaque está a pergunta que decide, se os fatos conferem: nenhuma pessoa diz sim à A; todas, à "
        f"B. De {ASKED} votos, A recebe {VOTES['A']} vezes sim, e B, {VOTES['B']}. Ao pé, lado a lado, os veredictos: "
        "a métrica prefere A, a errada; as pessoas preferem B, a certa. Métricas dão sinais rápidos e baratos; pessoas "
        "julgam se a resposta é boa."
    ),
)
def evaluation(t: Theme) -> Node:
    """The question, the texts with their common words, two judges, and their verdicts in one row."""
    verdicts = verdict(t, "A métrica prefere", preferred(SCORES)), verdict(t, "As pessoas preferem", preferred(VOTES))
    closing = takeaway("Métricas dão sinais rápidos e baratos;\npessoas julgam se a resposta é boa.")
    if is_narrow(t):
        row = Grid(*verdicts, columns=2, gap=t.space.m)
        return Column(texts(t), metric(t, None), Column(people(t, None), row, gap=t.space.m), closing, gap=t.space.xl)
    judges = Grid(metric(t, verdicts[0]), people(t, verdicts[1]), columns=2, gap=t.space.xl)
    return Column(texts(t), judges, closing, gap=t.space.xl)
