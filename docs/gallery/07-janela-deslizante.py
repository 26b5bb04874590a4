"""A window slides over the tokens: what it shows is the input, and the token after it the target."""

from typing import Literal

from layoutkit import Card, Cell, Column, Grid, Heading, Node, Row, Text, Theme, figure

TOKENS = ["Quem", "conta", "um", "conto", "aumenta", "um", "ponto", "."]
SIZE = 4


def cell(t: Theme, token: str, tone: str | None = None, *, marked: bool = False) -> Node:
    """A token; all have a border, so that all are equally large."""
    border = f"{{color.{tone}_edge}}" if marked else f"{{color.{tone}_line}}" if tone else t.color.sunken
    look: Literal["dashed", "solid"] = "dashed" if marked else "solid"
    return Cell(
        token,
        tone=tone,
        role="token",
        border=border,
        border_style=look,
        border_width=t.stroke.thin,
        padding_x=t.space.s,
    )


def window(t: Theme, start: int) -> list[Node]:
    """One place of the window: a cell for each token."""
    cells: list[Node] = [Text(f"exemplo {start + 1}", role="small", color=t.color.ink_muted, wrap="nowrap")]
    for place, token in enumerate(TOKENS):
        if place == start + SIZE:
            cells.append(cell(t, token, "positive", marked=True))
        else:
            cells.append(cell(t, token, "accent" if start <= place < start + SIZE else None))
    return cells


@figure(
    title="A janela deslizante",
    alt=(
        "Uma janela de quatro tokens anda sobre a frase “Quem conta um conto aumenta um ponto”. Os "
        "quatro são a entrada, e o token seguinte é o alvo."
    ),
)
def sliding_window(t: Theme) -> Node:
    """A row for each place of the window."""
    starts = range(len(TOKENS) - SIZE)
    return Column(
        Column(
            Heading("A janela deslizante", role="title"),
            Text("A janela anda, e um só texto dá muitos exemplos de treino.", role="subtitle"),
            gap=t.space.s,
        ),
        Card(
            Row(
                cell(t, "entrada", "accent"), cell(t, "alvo", "positive", marked=True), cell(t, "fora da janela"),
                gap=t.space.s,
            ),
            Grid(
                *(cell for start in starts for cell in window(t, start)),
                columns=f"auto repeat({len(TOKENS)}, 1fr)", column_gap=t.space.s, row_gap=t.space.m, align="center",
            ),
            gap=t.space.l,
        ),
        Text(
            "No treino, cada posição da janela prevê o token que vem depois dela.",
            align="center", color=t.color.ink_soft,
        ),
        gap=t.page.gap,
    )  # fmt: skip
