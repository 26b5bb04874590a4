"""Embeddings: the id of a token picks a row of a table, and the row is a place in space."""

from layoutkit import Arrow, Card, Cell, Column, Grid, Heading, Matrix, Node, Text, Theme, figure
from layoutkit.shapes import At, Circle, Drawing, Line, LinearScale

EMBEDDINGS = {
    "rei": (4, (3.1, 2.3)),
    "rainha": (9, (3.7, 1.2)),
    "gato": (17, (-2.3, 1.6)),
    "leão": (23, (-1.2, 2.5)),
    "pão": (31, (1.4, -2.2)),
    "queijo": (42, (0.9, -1.1)),
}
PICKED = "gato"
WIDTH, HEIGHT = 4.4, 3.4


def number(value: float) -> str:
    """As it is written in Portuguese."""
    return f"{value:.1f}".replace(".", ",").replace("-", "−")


def table(t: Theme) -> tuple[Node, Node]:
    """The rows of the table, and the one that is picked."""
    rows: dict[str, Node] = {}
    cells: list[Node] = []
    for token, (key, place) in EMBEDDINGS.items():
        tone = "accent" if token == PICKED else None
        rows[token] = Matrix([place], of=WIDTH, tone="accent", below="caution", align_self="auto")
        cells += [Cell(token, tone=tone, role="token"), Cell(str(key), tone=tone), rows[token]]
    names = ("token", "id", "linha da tabela")
    heads = (Text(name, role="label", color=t.color.ink_muted, semantics="columnheader") for name in names)
    tracks = "1fr auto 2fr"
    return Grid(*heads, *cells, columns=tracks, gap=t.space.s, align="center", semantics="table"), rows[PICKED]


def space(t: Theme) -> tuple[Node, Node]:
    """All tokens as points, and the one that is picked with its two numbers."""
    dots, names = {}, []
    for token, (_, (x, y)) in EMBEDDINGS.items():
        color, size = (t.color.accent_edge, 1.0) if token == PICKED else (t.color.ink_muted, 0.6)
        dots[token] = Circle((x, y), radius=t.space.s * size, fill=color)
        names.append(At(x, y, token, anchor="bottom", gap=t.space.s * 1.5))
    x, y = EMBEDDINGS[PICKED][1]
    axes = [
        Line(*ends, stroke=t.color.line_strong, stroke_width=t.stroke.thin)
        for ends in (((-WIDTH, 0), (WIDTH, 0)), ((0, -HEIGHT), (0, HEIGHT)))
    ]
    guides = [
        Line((x, 0), (x, y), (0, y), stroke=t.color.accent_edge, stroke_width=t.stroke.thin, dash="dotted"),
        At(x, 0, Text(number(x), role="small", color=t.color.accent_ink), anchor="top", gap=t.space.xs),
        At(0, y, Text(number(y), role="small", color=t.color.accent_ink), anchor="left", gap=t.space.s),
    ]
    across, down = LinearScale(-WIDTH, WIDTH), LinearScale(-HEIGHT, HEIGHT)
    return Drawing(*axes, *guides, *dots.values(), *names, x=across, y=down, aspect_ratio=WIDTH / HEIGHT), dots[PICKED]


@figure(
    title="Da tabela ao ponto",
    alt="Uma tabela dá dois números a cada token; à direita, os mesmos números são as coordenadas de um ponto.",
)
def embeddings(t: Theme) -> Node:
    """The table at the left, the space at the right, and an arrow from a row to its point."""
    (rows, row), (points, point) = table(t), space(t)
    return Column(
        Column(
            Heading("Da tabela ao ponto", role="title"),
            Text("O id escolhe uma linha da tabela. A linha é um lugar no espaço.", role="subtitle"),
            gap=t.space.s,
        ),
        Grid(
            Card(Heading("Tabela de embeddings"), rows),
            Card(Heading("Espaço de embeddings"), points),
            columns=2, gap=t.space.xxl,
        ),
        Arrow(row.right, point.left, color=t.color.accent_edge),
        gap=t.page.gap,
    )  # fmt: skip
