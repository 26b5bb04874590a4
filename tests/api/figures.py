"""A figure made from data, as a program makes it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit import Arrow, Badge, Card, Column, Heading, Row, Text, figure, load_theme

if TYPE_CHECKING:
    from layoutkit import Figure, Node, Theme

ROOT = Path(__file__).parents[2]
TOKENS = ROOT / "tokens.toml"
LOOKS = {"own": load_theme(TOKENS), "dark": load_theme(TOKENS, modes={"theme": "dark"})}


def steps(name: str, *words: str, talkative: bool = False) -> Figure:
    """Cards in a row; one that prints while it is built."""

    @figure(title=f"Steps of {name}", alt=f"{len(words)} steps of {name}, one after the other.", language="en")
    def built(t: Theme) -> Node:
        if talkative:
            print(f"building {name}")  # noqa: T201 - what is tested
        cards = [Card(Badge(number), Text(word), basis=0, grow=1) for number, word in enumerate(words, start=1)]
        row = [one for card in cards for one in (Arrow(), card)][1:]
        return Column(Heading(f"Steps of {name}"), Row(*row, gap=t.space.m), gap=t.space.l)

    return built
