"""Time of the routing of arrows.

    python benchmarks/routing.py [--repeat N] [--profile NAME]

Prints the best of N runs in ms for scenes of 200 blocks and 50 wires: a lattice, rows of blocks of many widths, and
cards with blocks inside; with the bends found. ``--profile`` runs one scene once under cProfile.
"""

from __future__ import annotations

import argparse
import cProfile
import random
from time import perf_counter
from typing import TYPE_CHECKING

from layoutkit.geometry import Rect
from layoutkit.routing import Block, End, Rules, Wire, find_paths

if TYPE_CHECKING:
    from collections.abc import Callable

    from layoutkit.routing import Path

Scene = tuple[list[Block], list[Wire]]

RULES = Rules(24, 12)
WIRES = 50


def _wires(dice: random.Random, blocks: list[int]) -> list[Wire]:
    pairs = (dice.sample(blocks, 2) for _ in range(WIRES))
    return [Wire(End(one), End(other), head=10) for one, other in pairs]


def lattice(dice: random.Random) -> Scene:
    """Twenty rows of ten blocks, all of one size."""
    blocks = [Block(Rect(0, 0, 1600, 1800))]
    blocks += [Block(Rect(40 + 155 * (i % 10), 40 + 88 * (i // 10), 110, 48), 8, 0) for i in range(200)]
    return blocks, _wires(dice, list(range(1, 201)))


def ragged(dice: random.Random) -> Scene:
    """Rows of blocks of many widths: nearly every edge has a coordinate of its own."""
    blocks = [Block(Rect(0, 0, 1600, 2400))]
    y = 40.0
    while len(blocks) <= 200:  # noqa: PLR2004 - the size of the scene
        x = 40.0 + dice.random() * 30
        while x < 1450 and len(blocks) <= 200:  # noqa: PLR2004
            width = 60 + dice.random() * 120
            blocks.append(Block(Rect(x, y, min(width, 1570 - x), 40 + dice.random() * 16), 8, 0))
            x += width + 24 + dice.random() * 40
        y += 90
    return blocks, _wires(dice, list(range(1, 201)))


def cards(dice: random.Random) -> Scene:
    """Twenty-five cards of seven blocks each; a wire runs from inside one into another."""
    blocks = [Block(Rect(0, 0, 1600, 1600))]
    inner = []
    for i in range(25):
        outer = Rect(40 + 310 * (i % 5), 40 + 310 * (i // 5), 260, 260)
        blocks.append(Block(outer, 24, 0))
        card = len(blocks) - 1
        for k in range(7):
            inner.append(len(blocks))
            blocks.append(Block(Rect(outer.x + 24, outer.y + 16 + 34 * k, 150 + 60 * dice.random(), 22), 4, card))
    return blocks, _wires(dice, inner)


SCENES: dict[str, Callable[[random.Random], Scene]] = {f.__name__: f for f in (lattice, ragged, cards)}


def _run(name: str) -> tuple[float, list[Path]]:
    blocks, wires = SCENES[name](random.Random(7))  # noqa: S311 - a scene, not a secret
    start = perf_counter()
    paths = find_paths(blocks, wires, RULES)
    return (perf_counter() - start) * 1000, paths


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--profile", choices=SCENES)
    options = parser.parse_args()
    if options.profile:
        cProfile.runctx("_run(name)", globals(), {"name": options.profile}, sort="tottime")
        return
    for name in SCENES:
        runs = [_run(name) for _ in range(options.repeat)]
        paths = runs[0][1]
        bends = sum(len(path.points) - 2 for path in paths)
        crossed = sum(bool(path.crossed) for path in paths)
        best = min(time for time, _ in runs)
        print(f"{name:8}  {best:6.1f} ms  {bends / len(paths):.1f} bends a wire  {crossed} without a way")


if __name__ == "__main__":
    main()
