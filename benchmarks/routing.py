"""Time of the routing of arrows.

    python benchmarks/routing.py [--seeds N] [--repeat N] [--profile NAME [--seed N]]

For scenes of 200 blocks and 50 wires (a lattice, rows of blocks of many widths, and cards with blocks inside), each
made from N seeds: the best of the repeated runs in ms, as median and worst of the seeds, and the bends a wire. Then a
figure of 200 boxes and 50 arrows, half of them with a label: the boxes alone, and all that its arrows take. The exit
status is 1 where the worst of anything takes longer than 150 ms. ``--profile`` runs one scene once under cProfile.
"""

from __future__ import annotations

import argparse
import cProfile
import random
import statistics
import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from layoutkit import Arrow, Column, Node, Row, Text
from layoutkit.geometry import Rect
from layoutkit.layout import layout
from layoutkit.layout.arrange import route_all
from layoutkit.renderer import Renderer
from layoutkit.routing import Block, RouteEnd, Rules, Wire, find_paths
from layoutkit.sizing import Fit
from layoutkit.style.resolve import resolve
from layoutkit.tokens import load_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from layoutkit.routing import RoutePath as Route

Scene = tuple[list[Block], list[Wire]]

RULES = Rules(24, 12, 12)
WIRES = 50
BUDGET = 150.0
"""Ms for the routes of any scene."""
TOKENS = Path(__file__).parents[1] / "tokens.toml"


def _wires(dice: random.Random, blocks: list[int]) -> list[Wire]:
    pairs = (dice.sample(blocks, 2) for _ in range(WIRES))
    return [Wire(RouteEnd(one), RouteEnd(other), head=10) for one, other in pairs]


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


def _routed(name: str, seed: int) -> tuple[float, list[Route]]:
    blocks, wires = SCENES[name](random.Random(seed))  # noqa: S311 - a scene, not a secret
    start = perf_counter()
    paths = find_paths(blocks, wires, RULES)
    return (perf_counter() - start) * 1000, paths


def figure(dice: random.Random) -> Node:
    """Twenty rows of ten boxes with a word each."""
    boxes = [
        Column(Text("a" * dice.randint(1, 6)), background="{color.surface}", padding="{space.xs}") for _ in range(200)
    ]
    pairs = (dice.sample(boxes, 2) for _ in range(WIRES))
    arrows = [Arrow(a, b, label="to" if k % 2 else None) for k, (a, b) in enumerate(pairs)]
    rows = [Row(*boxes[i : i + 10], justify="space-between") for i in range(0, 200, 10)]
    return Column(*rows, *arrows, gap="{space.xl}")


def _arranged(renderer: Renderer, seed: int) -> tuple[float, float]:
    """Ms for the boxes of a figure, and for its arrows."""
    root = figure(random.Random(seed))  # noqa: S311
    styled = resolve(root, renderer.theme, renderer.typesetter, language="en")
    start = perf_counter()
    placed = layout(styled, Fit(float(renderer.theme.page.width)))
    middle = perf_counter()
    route_all(placed)
    return (middle - start) * 1000, (perf_counter() - middle) * 1000


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=12)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--profile", choices=SCENES)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    if options.profile:
        cProfile.runctx(
            "_routed(name, seed)", globals(), {"name": options.profile, "seed": options.seed}, sort="tottime"
        )
        return
    slowest = 0.0
    for name in SCENES:
        times, bends, crossed = [], 0, 0
        for seed in range(options.seeds):
            runs = [_routed(name, seed) for _ in range(options.repeat)]
            times.append(min(time for time, _ in runs))
            bends += sum(len(path.points) - 2 for path in runs[0][1])
            crossed += sum(bool(path.crossed) for path in runs[0][1])
        slowest = max(slowest, *times)
        print(
            f"{name:8}  {statistics.median(times):6.1f} ms, at worst {max(times):6.1f} ms  "
            f"{bends / WIRES / options.seeds:.1f} bends a wire  {crossed} without a way"
        )
    renderer = Renderer(load_theme(TOKENS))
    figures = [
        min((_arranged(renderer, seed) for _ in range(options.repeat)), key=sum) for seed in range(options.seeds)
    ]
    boxes, arrows = ([pair[k] for pair in figures] for k in (0, 1))
    slowest = max(slowest, *arrows)
    print(
        f"figure    {statistics.median(arrows):6.1f} ms, at worst {max(arrows):6.1f} ms for the arrows, "
        f"{statistics.median(boxes):.1f} ms for the boxes"
    )
    if slowest > BUDGET:
        sys.exit(f"{slowest:.0f} ms are more than {BUDGET:.0f} ms")


if __name__ == "__main__":
    main()
