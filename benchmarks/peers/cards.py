"""The page of cards as a figure: ``layoutkit render cards.py`` with the number of cards in ``CARDS``."""

from __future__ import annotations

import json
import os
from itertools import pairwise
from pathlib import Path

from layoutkit import Arrow, Column, Grid, Node, Row, Text, Theme, figure

DATA = json.loads((Path(__file__).parent / "cards.json").read_text(encoding="utf-8"))
COUNT = int(os.environ["CARDS"])
PER_ROW = 4
CARDS = [DATA["cards"][i % len(DATA["cards"])] for i in range(COUNT)]
REASON = "todos os programas comparados desenham esta mesma página"
ALLOW = dict.fromkeys(("contrast", "language", "legibility", "literal", "too-much-text"), REASON)


def box(words: str, ink: str, tint: str) -> Node:
    """A tinted box with a word in its middle."""
    return Row(
        Text(words, role="box", color=ink),
        background=tint, radius=8, height=24, basis=0, grow=1, justify="center", align="center",
    )  # fmt: skip


def card(data: dict[str, str]) -> Node:
    """One card."""
    ink, tint = f"{{color.hue{data['hue']}}}", f"{{color.tint{data['hue']}}}"
    pill = Row(
        Text(data["label"], role="label", color=ink, wrap="nowrap"),
        background=tint, radius=8, padding_x=8, padding_y=2, align_self="start",
    )  # fmt: skip
    return Column(
        pill,
        Text(data["heading"], role="heading", margin_top=6),
        Text(data["text"], margin_top=2),
        Row(box(data["a"], ink, tint), box(data["b"], ink, tint), gap=8, margin_top=8),
        component="card",
    )


@figure(title=DATA["title"], alt=DATA["subtitle"], language="und")
def cards(_: Theme) -> Node:
    """Title, cards, and an arrow from each card to the next."""
    found = [card(data) for data in CARDS]
    arrows = (
        Arrow(one.right, two.left) if (i + 1) % PER_ROW else Arrow(one.bottom, two.top)
        for i, (one, two) in enumerate(pairwise(found))
    )
    return Column(
        Text(DATA["title"], role="title", align="center"),
        Text(DATA["subtitle"], role="subtitle", align="center", margin_top=4),
        Grid(*found, columns="repeat(4, 212)", gap=24, margin_top=24),
        *arrows,
        min_height=1000,
        allow=ALLOW,
    )
