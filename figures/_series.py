"""The furniture that all figures of the series share: page, title, stepper, footer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layoutkit import (
    Badge,
    ChatBubble,
    Child,
    Column,
    Figure,
    Grid,
    Heading,
    IconCircle,
    Matrix,
    Node,
    Row,
    Spacer,
    Stepper,
    Text,
    Theme,
    figure,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from layoutkit import Tone

__all__ = [
    "EXEMPLO",
    "IDS",
    "PERGUNTA",
    "PESOS",
    "RESPOSTA",
    "adjusted",
    "decimal",
    "is_narrow",
    "person",
    "series_figure",
    "side_by_side",
    "stage",
    "takeaway",
    "tokens",
    "weights",
]

PERGUNTA = "Por que o céu é azul?"
"""The running example of the chapter: what a person asks."""
RESPOSTA = "O ar espalha mais luz azul."
"""The right answer."""

EXEMPLO = ("Traduza para o inglês: O céu é azul.", "The sky is blue.")
"""One of the pairs that the model is trained on."""

PESOS = ((0.21, 0.74, 0.38, 0.90), (0.63, 0.12, 0.81, 0.35))
"""A handful of weights, to show that training adjusts the ones that are there."""
PASSOS = ((0.021, 0.004, -0.032, -0.003), (-0.004, 0.028, 0.003, -0.021))
"""How far training moves each of them."""

STAGES = ("Modelo Base", "Instruction Tuning", "Treinamento Supervisionado", "Avaliação Conversacional")
"""The progression of the chapter; every figure lights one of them, the first figure two."""
LINKS = {2: "feito por"}
"""The second stage is no step before the third: supervised training is how instruction tuning is done."""


def series_figure(  # noqa: PLR0913 - each is a word about the figure
    *,
    number: int,
    stage: int | tuple[int, int],
    title: str,
    subtitle: str,
    alt: str,
    section: str,
    goal: str,
    shows: Sequence[str],
    description: str,
) -> Callable[[Callable[[Theme], Node]], Figure]:
    """Declare a figure of the series: its function returns the content, the page comes around it.

    Args:
        number: of the figure in the chapter, from 1.
        stage: which of the four stages is lit, from 1, or the first and the last of several.
        title: what the figure says.
        subtitle: one line that leads into it.
        alt: what the picture shows, for readers who cannot see it.
        section: of the diary, where the figure stands.
        goal: what it teaches.
        shows: what it demonstrates, item by item.
        description: the same at length, good enough to teach them.
    """

    def declare(content: Callable[[Theme], Node]) -> Figure:
        @figure(title=title, alt=alt, description=description, section=section, goal=goal, shows=shows, reflows=True)
        def page(t: Theme) -> Node:
            return Column(
                Column(Stepper(STAGES, stage, names="below", links=LINKS), titles(t, title, subtitle), gap=t.space.l),
                content(t),
                footer(t, number, stage),
            )

        return page

    return declare


def is_narrow(t: Theme) -> bool:
    """Whether the page is that of a phone, with cards below one another."""
    return bool(t.page.columns == 1)


def side_by_side(t: Theme, *nodes: Child) -> Node:
    """Cards of one width on the grid of the page; below one another where it is narrow."""
    return Grid(*nodes, columns=1 if is_narrow(t) else len(nodes), gap=t.space.xl)


def titles(t: Theme, title: str, subtitle: str) -> Node:
    """Title and subtitle."""
    return Column(
        Heading(title, role="title"),
        Text(subtitle, role="subtitle"),
        gap=t.space.xs,
    )


def footer(t: Theme, number: int, stage: int | tuple[int, int]) -> Node:
    """The line that names series and chapter, then counts the stages of the chapter and its figures."""
    first, last = stage if isinstance(stage, tuple) else (stage, stage)
    which = f"Etapa {first}" if first == last else f"Etapas {first} e {last}"
    chapter = Text(t.series.title, role="furniture", wrap="nowrap")
    count = Text(f"{which} de {len(STAGES)} · {t.series.numbered(number)}", role="furniture", wrap="nowrap")
    return (Column if is_narrow(t) else Row)(chapter, count, justify="space-between")


def takeaway(text: str) -> Node:
    """The one sentence to take away, below what shows it."""
    return Row(Row(Text(text, align="center"), component="takeaway"), justify="center")


def person(text: str, name: str, *, avatar: bool = True) -> Node:
    """Somebody who asks."""
    picture = IconCircle("user", tone="instruction", align_self="end") if avatar else None
    return ChatBubble(text, who="human", name=name, avatar=picture)


def stage(t: Theme, number: int, title: str, tone: Tone | None = None, *, icon: Child = None) -> Node:
    """A numbered heading."""
    return Row(Badge(str(number), tone=tone), Heading(title), Spacer(), icon, gap=t.space.s, align="center")


def adjusted(values: Sequence[Sequence[float]]) -> list[list[float]]:
    """The weights after training."""
    return [[weight + step for weight, step in zip(*rows, strict=True)] for rows in zip(values, PASSOS, strict=True)]


def weights(values: Sequence[Sequence[float]], before: Sequence[Sequence[float]] = PESOS) -> Node:
    """Some weights of a model, on one scale in all figures; those that moved enough to be seen are outlined."""
    moved = {
        (row, column)
        for row, pairs in enumerate(zip(values, before, strict=True))
        for column, (now, then) in enumerate(zip(*pairs, strict=True))
        if decimal(now) != decimal(then)
    }
    return Matrix(values, of=1, shown=decimal, marked=moved, align_self="center")


def tokens(text: str) -> tuple[str, ...]:
    """The words and signs of a text: the tokens of a small tokenizer."""
    return tuple(re.findall(r"\w+|[^\w\s]", text))


IDS = {token: number for number, token in enumerate(sorted({*tokens(PERGUNTA), *tokens(RESPOSTA)}), start=11)}
"""The numbers of its tokens: those of the running example in alphabetical order."""


def decimal(value: float, digits: int = 2) -> str:
    """A number as written in Portuguese: with a decimal comma."""
    return f"{value:.{digits}f}".replace(".", ",")
