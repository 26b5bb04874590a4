"""The furniture that all figures of the series share: page, title, stepper, footer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from _exemplo import NEW_WEIGHTS, WEIGHTS, decimal, moved
from layoutkit import (
    Badge,
    BoxProps,
    Card,
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
    from typing import Unpack

    from layoutkit import Tone

__all__ = [
    "EXEMPLO",
    "IDS",
    "LIMIT",
    "PERGUNTA",
    "PESOS",
    "PLATE",
    "RESPOSTA",
    "adjusted",
    "decimal",
    "is_narrow",
    "person",
    "series_figure",
    "shift",
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

PESOS = WEIGHTS
"""A handful of weights, to show that training adjusts the ones that are there."""
LIMIT = 0.5
"""The size of a weight that has the strongest colour, in all figures."""
PLATE: BoxProps = {"background": "{color.surface}", "radius": "{radius.m}", "padding": "{space.s}"}
"""What weights lie on, so that a weight has one colour on every ground."""

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
    which = f"Etapa {first}" if first == last else f"Etapas {first}–{last}"
    chapter = Text(t.series.title, role="furniture", wrap="nowrap")
    count = Text(f"{which} de {len(STAGES)} · {t.series.numbered(number)}", role="furniture", wrap="nowrap")
    return (Column if is_narrow(t) else Row)(chapter, count, justify="space-between")


def takeaway(text: str) -> Node:
    """The one sentence to take away, below what shows it."""
    pill = Card(Text(text, role="strong", align="center", color="{color.ink}"), shadow="none", padding_y="{space.s}")
    return Row(pill, justify="center")


def person(text: str, name: str, *, avatar: bool = True) -> Node:
    """Somebody who asks."""
    picture = IconCircle("user", tone="instruction", align_self="end") if avatar else None
    return ChatBubble(text, who="human", name=name, avatar=picture)


def stage(t: Theme, number: int, title: str, tone: Tone | None = None, *, icon: Child = None) -> Node:
    """A numbered heading."""
    return Row(Badge(str(number), tone=tone), Heading(title), Spacer(), icon, gap=t.space.s, align="center")


def adjusted(values: Sequence[Sequence[float]]) -> Sequence[Sequence[float]]:
    """The weights after training."""
    return NEW_WEIGHTS if values is WEIGHTS else values


def weights(values: Sequence[Sequence[float]], **props: Unpack[BoxProps]) -> Node:
    """Some weights of the model, old or new, on one scale in all figures; the change that is seen is outlined."""
    box: BoxProps = {"align_self": "center", **PLATE, **props}
    return Matrix(values, of=LIMIT, shown=decimal, marked=moved() if values is NEW_WEIGHTS else (), **box)


def shift(**props: Unpack[BoxProps]) -> Node:
    """The same weights, each as it was and as it is."""
    box: BoxProps = {"align_self": "stretch", **PLATE, **props}
    return Matrix(NEW_WEIGHTS, before=WEIGHTS, of=LIMIT, shown=decimal, marked=moved(), **box)


def tokens(text: str) -> tuple[str, ...]:
    """The words and signs of a text: the tokens of a small tokenizer."""
    return tuple(re.findall(r"\w+|[^\w\s]", text))


IDS = {token: number for number, token in enumerate(sorted({*tokens(PERGUNTA), *tokens(RESPOSTA)}), start=11)}
"""The numbers of its tokens: those of the running example in alphabetical order."""
