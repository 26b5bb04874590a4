"""The furniture that all figures of the series share: page, title, stepper, footer, the sentence to take away.

English terms are upright in every figure; spaces between cards are `space.xl`, insets those of a card.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from _exemplo import NEW_WEIGHTS, WEIGHTS, weight
from layoutkit import (
    BoxProps,
    Card,
    Column,
    Figure,
    Heading,
    Matrix,
    Node,
    Row,
    Stepper,
    Text,
    Theme,
    figure,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from typing import Unpack


__all__ = [
    "LIMIT",
    "SHOWN",
    "is_narrow",
    "series_figure",
    "shift",
    "takeaway",
    "weights",
]

LIMIT = 0.5
"""The size of a weight that has the strongest colour, in all figures."""
SHOWN = 3
"""How many weights a row of old and new ones has."""
TIGHT, TIGHT_NARROW = 4 / 5, 6 / 7
"""How much of the page's margin stands above the stepper and below the footer, wide and on phones."""
PLATE: BoxProps = {"background": "{color.surface}", "radius": "{radius.m}", "padding": "{space.s}"}
"""What weights lie on, so that a weight has one colour on every ground."""

STAGES = ("Modelo Base", "Instruction Tuning", "Treinamento Supervisionado", "Avaliação Conversacional")
"""The progression of the chapter; every figure lights one of them, or two that it shows together."""
LINKS = {2: "via"}
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
                Column(
                    Stepper(STAGES, stage, names="below" if is_narrow(t) else "beside", links=LINKS),
                    titles(t, title, subtitle),
                    gap=t.space.l,
                ),
                content(t),
                footer(t, number, stage),
                gap=t.space.xl if is_narrow(t) else t.space.l,
                padding_y=t.page.padding_y * (TIGHT_NARROW if is_narrow(t) else TIGHT),
            )

        return page

    return declare


def is_narrow(t: Theme) -> bool:
    """Whether the page is that of a phone, with cards below one another."""
    return bool(t.page.columns == 1)


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


def weights(
    values: Sequence[Sequence[float]], marked: Collection[tuple[int, int]] = (), **props: Unpack[BoxProps]
) -> Node:
    """Some weights of the model, old or new, on one scale in all figures; those that a figure follows are marked."""
    box: BoxProps = {"align_self": "center", **PLATE, **props}
    return Matrix(values, of=LIMIT, shown=weight, marked=marked, **box)


def shift(**props: Unpack[BoxProps]) -> Node:
    """A few of the same weights in a row, each as it was and as it is."""
    box: BoxProps = {"align_self": "stretch", **PLATE, **props}
    return Matrix([NEW_WEIGHTS[0][:SHOWN]], before=[WEIGHTS[0][:SHOWN]], of=LIMIT, shown=weight, **box)
