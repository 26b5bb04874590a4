"""How time and memory grow with the size of a figure, each in a process of its own.

    python benchmarks/growth.py            prints the table
    python benchmarks/growth.py cards 100  places, checks and draws one figure

The exponent is that of the last doubling, without what an empty figure takes: 1 where twice as much takes twice
as long.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from math import log2
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from layoutkit import Node, Theme

ROOT = Path(__file__).parents[1]
_LEAST = 0.1, 5.0
"""Seconds and MB above those of an empty figure from which on a rate says something."""
SIZES = {
    "cards": (125, 250, 500),
    "arrows": (50, 100, 200),
    "words": (1000, 2000, 4000),
    "cells": (1250, 2500, 5000),
    "points": (2500, 5000, 10000),
    "figures": (10, 20, 40),
    "modes": (2, 4, 8),
}


def tree(kind: str, count: int) -> Callable[[Theme], Node]:
    """What builds a figure of a size."""
    from layoutkit import Arrow, Card, Column, Grid, Heading, Matrix, Text  # noqa: PLC0415 - for children alone
    from layoutkit.chart import Chart, points  # noqa: PLC0415 - likewise

    dice = random.Random(1)  # noqa: S311 - a figure, not a secret
    words = ("modelo", "dados", "treino", "pares", "perda", "rede", "texto", "passo")

    def build(_: Theme) -> Node:
        if kind == "words":
            text = " ".join(dice.choice(words) for _ in range(count))
            return Column(*(Text(text[i : i + 2000]) for i in range(0, len(text), 2000)))
        if kind == "cells":
            rows = max(1, count // 100)
            return Column(Matrix([[(i * j) % 10 for j in range(100)] for i in range(rows)]))
        if kind == "points":
            data = [(dice.random(), dice.random()) for _ in range(count)]
            return Chart(points(data), alt="Pontos ao acaso.")
        cards = [Card(Heading(f"Passo {i}"), Text("Um texto curto.")) for i in range(max(count, 2))]
        if kind != "arrows":
            return Column(Grid(*cards, columns="repeat(5, 1fr)", gap="{space.xl}"))
        arrows = [Arrow(*dice.sample(cards[max(0, i - 8) : i + 8], 2)) for i in range(count)]
        return Column(Grid(*cards, columns="repeat(5, 1fr)", gap="{space.xxl}"), *arrows)

    return build


def work(kind: str, count: int) -> None:
    """Place, check and draw, as a child process."""
    from layoutkit import Renderer, figure, load_theme  # noqa: PLC0415 - for children alone
    from layoutkit.check.context import look_at  # noqa: PLC0415
    from layoutkit.check.examine import examine  # noqa: PLC0415
    from layoutkit.discover import NamedFigure  # noqa: PLC0415
    from layoutkit.output.formats import plain_output  # noqa: PLC0415
    from layoutkit.paint import paint  # noqa: PLC0415
    from layoutkit.tokens import load_all  # noqa: PLC0415

    tokens = ROOT / "tokens.toml"
    is_single = kind not in ("figures", "modes")
    themes = [load_theme(tokens)] if kind != "modes" else list(load_all(tokens))[: max(count, 1)]
    renderers = Renderer.open_all((theme, {}) for theme in themes)
    repeats = count if kind == "figures" else 1
    for renderer in renderers:
        for _ in range(repeats):
            build = tree(kind if is_single else "cards", count if is_single else 48)
            made = NamedFigure.of(figure(title="T", alt="A", language="pt-BR")(build))
            placed = renderer.place(made)
            examine(look_at(made.figure, renderer.theme, placed, paint(placed)))
            if is_single:
                renderer.picture(made, placed, plain_output("png", 1.0))


def child(kind: str, count: int) -> tuple[float, float]:
    """CPU seconds and MB of a child process."""
    process = subprocess.Popen([sys.executable, __file__, kind, str(count)], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{kind} {count} failed")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def growth_table() -> str:
    """All kinds, a row each."""
    rows = ["| of | N | CPU, s | memory, MB | time grows as | memory grows as |", "|---|---|---|---|---|---|"]
    for kind, sizes in SIZES.items():
        start = child(kind, 0 if kind in ("figures", "modes") else 1)
        found = [min(child(kind, size) for _ in range(2)) for size in sizes]
        rates = []
        for i in range(2):
            last, before = (one[i] - start[i] for one in (found[-1], found[-2]))
            rates.append(f"N^{log2(last / before):.1f}" if before > _LEAST[i] else "–")
        numbers = (" · ".join(f"{one:,}" for one in sizes), " · ".join(f"{one[0]:.2f}" for one in found))
        rows.append(
            f"| {kind} | {' | '.join(numbers)} | {' · '.join(f'{one[1]:.0f}' for one in found)} | {' | '.join(rates)} |"
        )
        print(rows[-1], file=sys.stderr)
    return "\n".join(rows)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        work(sys.argv[1], int(sys.argv[2]))
    else:
        print(growth_table())
