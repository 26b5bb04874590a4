"""The furniture that all figures of the series share: page, title, stepper, footer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit import Badge, Column, Figure, Heading, Node, Row, Spacer, Text, Theme, figure

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["PERGUNTA", "RESPOSTA", "decimal", "series_figure"]

PERGUNTA = "Por que o céu é azul?"
"""The running example of the chapter: what a person asks."""
RESPOSTA = "O ar espalha mais a luz azul que a vermelha."
"""The right answer."""

STAGES = ("Modelo Base", "Instruction Tuning", "Treinamento Supervisionado", "Avaliação Conversacional")
"""The progression of the chapter; every figure lights one of them."""


def series_figure(
    *, number: int, stage: int, title: str, subtitle: str, alt: str
) -> Callable[[Callable[[Theme], Node]], Figure]:
    """Declare a figure of the series: its function returns the content, the page comes around it.

    Args:
        number: of the figure in the chapter, from 1.
        stage: which of the four stages is lit, from 1.
        title: what the figure says.
        subtitle: one line that leads into it.
        alt: what the picture shows, for readers who cannot see it.
    """

    def declare(content: Callable[[Theme], Node]) -> Figure:
        @figure(title=title, alt=alt)
        def page(t: Theme) -> Node:
            return Column(
                Column(stepper(t, stage), titles(t, title, subtitle), gap=t.space.l),
                content(t),
                footer(t, number),
            )

        return page

    return declare


def titles(t: Theme, title: str, subtitle: str) -> Node:
    """Title and subtitle."""
    return Column(
        Heading(title, role="title", align="center"),
        Text(subtitle, role="subtitle", align="center"),
        gap=t.space.xs,
    )


def stepper(t: Theme, current: int) -> Node:
    """The four stages in a line; the current one is lit."""
    steps: list[Node] = []
    for number, name in enumerate(STAGES, start=1):
        lit = number == current
        if steps:
            steps.append(Row(width=t.space.l, height=t.stroke.thin, background=t.color.line_strong))
        steps.append(
            Row(
                Badge(
                    str(number),
                    width=t.space.l,
                    height=t.space.l,
                    background=t.color.instruction if lit else t.color.line,
                    color=t.color.on_strong if lit else t.color.ink_soft,
                ),
                Text(
                    name, role="stage_lit" if lit else "stage", wrap=False,
                    color=t.color.instruction_ink if lit else t.color.ink_muted,
                ),
                gap=t.space.s,
                align="center",
            )
        )  # fmt: skip
    return Row(*steps, gap=t.space.s, align="center", justify="center")


def footer(t: Theme, number: int) -> Node:
    """The line that names series, chapter and figure."""
    return Row(
        Text("Fazendo um LLM do Zero · Capítulo 07", role="small", color=t.color.ink_muted, wrap=False),
        Spacer(),
        Text(f"Figura {number} de 5", role="small", color=t.color.ink_muted, wrap=False),
    )


def decimal(value: float, digits: int = 2) -> str:
    """A number as written in Portuguese: with a decimal comma."""
    return f"{value:.{digits}f}".replace(".", ",")
