"""Byte-pair encoding: the pair of symbols that is seen most often becomes one symbol, again and again."""

from collections import Counter
from itertools import pairwise

from layoutkit import Badge, Card, Cell, Column, Grid, Heading, Node, Row, Text, Theme, figure

CORPUS = {"casa": 6, "casas": 5, "asa": 4, "casaco": 2}
STEPS = 5
Words = dict[str, tuple[str, ...]]


def most_frequent(words: Words) -> tuple[tuple[str, str], int]:
    """The pair of neighbours that is seen most often in the corpus, and how often."""
    pairs = Counter[tuple[str, str]]()
    for word, symbols in words.items():
        for pair in pairwise(symbols):
            pairs[pair] += CORPUS[word]
    return pairs.most_common(1)[0]


def merged(symbols: tuple[str, ...], pair: tuple[str, str]) -> tuple[str, ...]:
    """Symbols with each occurrence of a pair made one."""
    found: list[str] = []
    for symbol in symbols:
        if found and (found[-1], symbol) == pair:
            found[-1] += symbol
        else:
            found.append(symbol)
    return tuple(found)


def row(t: Theme, number: int, text: str, words: Words, new: str) -> list[Node]:
    """A step: what is merged, and all words after it."""
    strips = [
        Row(
            *(Cell(symbol, tone="accent" if symbol == new else None, padding_x=t.space.s) for symbol in symbols),
            gap=t.space.xs,
        )
        for symbols in words.values()
    ]
    return [Badge(number, tone="accent"), Text(text), *strips]


@figure(
    title="Do caractere à palavra",
    alt="Cinco fusões de BPE transformam as letras de casa, casas, asa e casaco em pedaços cada vez maiores.",
)
def byte_pairs(t: Theme) -> Node:
    """A table of steps."""
    words: Words = {word: tuple(word) for word in CORPUS}
    cells = row(t, 0, "letras soltas", words, "")
    for step in range(1, STEPS + 1):
        pair, count = most_frequent(words)
        words = {word: merged(symbols, pair) for word, symbols in words.items()}
        cells += row(t, step, f"{pair[0]} + {pair[1]}, {count} vezes", words, "".join(pair))
    heads = ["", "Par mais frequente", *(f"{word} × {count}" for word, count in CORPUS.items())]
    return Column(
        Column(
            Heading("Do caractere à palavra", role="title"),
            Text("BPE junta, a cada passo, o par de símbolos mais frequente do corpus.", role="subtitle"),
            gap=t.space.s,
        ),
        Card(
            Grid(
                *(Text(head, role="label", color=t.color.ink_muted) for head in heads),
                *cells,
                columns="auto auto 1fr 1fr 1fr 1fr", column_gap=t.space.l, row_gap=t.space.m, align="center",
            ),
        ),
        Text(
            "Palavra frequente vira um só token; *casaco*, rara, continua em pedaços.",
            align="center", color=t.color.ink_soft,
        ),
        gap=t.page.gap,
    )  # fmt: skip
