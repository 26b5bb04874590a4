"""A vector space: words of one kind are near to each other, and far from those of another."""

import math

from layoutkit import Card, Column, Heading, Node, Text, Theme, figure
from layoutkit.shapes import At, AtAnchor, Drawing, Ellipse, Line, LinearScale, Marker, Points

Place = tuple[float, float]
WORDS: dict[str, dict[str, Place]] = {
    "animais": {"gato": (4.6, 6.9), "cachorro": (4.9, 5.5), "cavalo": (3.4, 4.9), "coelho": (3.6, 7.7)},
    "frutas": {"banana": (11.4, 6.2), "manga": (12.6, 7.4), "uva": (13.0, 5.9), "caju": (11.9, 5.1)},
    "cidades": {"Recife": (7.0, 2.6), "Natal": (8.4, 3.1), "Belém": (8.1, 1.9), "Manaus": (6.8, 1.3)},
}
LOOKS: dict[str, tuple[str, Marker]] = {
    "animais": ("accent", "circle"),
    "frutas": ("positive", "diamond"),
    "cidades": ("caution", "triangle"),
}
PLACES = {word: place for words in WORDS.values() for word, place in words.items()}
WIDTH, HEIGHT = 16.0, 9.0


def cluster(t: Theme, name: str, middle: Place) -> list[Node]:
    """An outline around words of one kind."""
    tone = LOOKS[name][0]
    x, y = middle
    label = Text(name, role="label", color=f"{{color.{tone}_ink}}", wrap="nowrap")
    return [
        Ellipse(middle, 2.4, 2.1, fill=f"{{color.{tone}_tint}}", stroke=f"{{color.{tone}_line}}", dash="dashed"),
        At(x, y + 2.1, label, anchor="bottom", gap=t.space.xs),
    ]


def words(t: Theme, name: str) -> list[Node]:
    """A marker and a name for each word of one kind; those at the left end at their points."""
    tone, marker = LOOKS[name]
    side: AtAnchor = "right" if name == "animais" else "left"
    names = [At(x, y, word, anchor=side, gap=t.space.s * 1.5) for word, (x, y) in WORDS[name].items()]
    return [Points(WORDS[name].values(), marker=marker, fill=f"{{color.{tone}_edge}}", radius=t.space.xs * 1.5), *names]


def distance(t: Theme, one: str, other: str, anchor: AtAnchor) -> list[Node]:
    """A line between two words, with its length."""
    (x, y), (x2, y2) = PLACES[one], PLACES[other]
    length = Text(f"{math.dist((x, y), (x2, y2)):.1f}".replace(".", ","), role="label", wrap="nowrap")
    return [
        Line((x, y), (x2, y2), stroke=t.color.ink_muted, stroke_width=t.stroke.thin),
        At((x + x2) / 2, (y + y2) / 2, length, anchor=anchor, gap=t.space.xs),
    ]


@figure(
    title="Sentidos parecidos, pontos vizinhos",
    alt=(
        "Doze palavras como pontos, em três grupos: animais, frutas e cidades. A distância de gato a cachorro é 1,4; "
        "a de gato a banana, 6,8."
    ),
)
def vector_space(t: Theme) -> Node:
    """Three clusters, and two distances."""
    middles = {"animais": (3.7, 6.2), "frutas": (12.5, 6.2), "cidades": (8.0, 2.3)}
    clusters = [shape for name, middle in middles.items() for shape in cluster(t, name, middle)]
    lines = [*distance(t, "gato", "cachorro", "left"), *distance(t, "gato", "banana", "bottom")]
    points = [point for name in WORDS for point in words(t, name)]
    space = Drawing(
        *clusters, *lines, *points, x=LinearScale(0, WIDTH), y=LinearScale(0, HEIGHT), aspect_ratio=WIDTH / HEIGHT
    )
    return Column(
        Column(
            Heading("Sentidos parecidos, pontos vizinhos", role="title"),
            Text("Quanto mais perto dois pontos, mais parecidos os sentidos das palavras.", role="subtitle"),
            gap=t.space.s,
        ),
        Card(space, Text("Aqui são duas dimensões, para caber na página. No menor GPT-2 são 768.", role="furniture")),
        gap=t.page.gap,
    )
