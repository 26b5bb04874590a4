"""Time of the layout pass, per node, on trees of about 10,000 boxes.

    python benchmarks/layout.py [--repeat N] [--profile NAME]

Prints, for each kind of tree, the best of N runs in µs a node: making the boxes and their styles,
laying them out, and both together. ``--profile`` runs one kind once under cProfile.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import random
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from layoutkit.layout import LayoutBox, layout
from layoutkit.sizing import MAX_CONTENT, Fit, Measured
from layoutkit.style.box import BoxStyle, Percent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from layoutkit.sizing import Request


class Words:
    """A content of words of equal width, as cheap to measure as a content can be."""

    __slots__ = ("count",)

    def __init__(self, count: int) -> None:
        self.count = count

    def measure(self, request: Request) -> Measured:
        """Ten px a word."""
        across = self.count if request is MAX_CONTENT else 1
        if isinstance(request, Fit):
            across = max(1, min(self.count, int(request.width // 10)))
        return Measured(across * 10.0, -(-self.count // across) * 10.0, 8.0)


def fixed(children: Sequence[LayoutBox], depth: int, dice: random.Random) -> LayoutBox:
    """Leaves of fixed size; containers grow."""
    if not children:
        return LayoutBox(BoxStyle(width=dice.randint(1, 20), height=dice.randint(1, 20)))
    return LayoutBox(
        BoxStyle(flex_direction="row" if depth % 2 else "column", flex_grow=1.0, row_gap=2.0, column_gap=2.0),
        tuple(children),
    )


def automatic(children: Sequence[LayoutBox], depth: int, dice: random.Random) -> LayoutBox:
    """Everything sized by words; padding, gaps, growing, centred or stretched."""
    if not children:
        return LayoutBox(BoxStyle(padding_left=2.0, padding_right=2.0, flex_grow=1.0), (), Words(dice.randint(1, 9)))
    return LayoutBox(
        BoxStyle(
            flex_direction="row" if depth % 2 else "column",
            align_items=dice.choice(("normal", "center")),
            flex_grow=float(dice.randint(0, 1)),
            padding_left=3.0,
            padding_right=3.0,
            padding_top=3.0,
            padding_bottom=3.0,
            row_gap=2.0,
            column_gap=2.0,
        ),
        tuple(children),
    )


def percent(children: Sequence[LayoutBox], depth: int, dice: random.Random) -> LayoutBox:
    """Widths in percent, wrapping rows."""
    if not children:
        return LayoutBox(BoxStyle(width=Percent(dice.choice((0.2, 0.25, 0.5))), height=dice.randint(1, 20)))
    return LayoutBox(
        BoxStyle(
            flex_direction="row" if depth % 2 else "column",
            flex_wrap="wrap" if depth % 2 else "nowrap",
            width=Percent(0.5) if depth % 2 else Percent(0.9),
            padding_left=Percent(0.01),
        ),
        tuple(children),
    )


KINDS = {"fixed": fixed, "automatic": automatic, "percent": percent}
SHAPES = {"10 children, 4 deep": (10, 4), "2 children, 13 deep": (2, 13)}


def tree(kind: Callable[[Sequence[LayoutBox], int, random.Random], LayoutBox], children: int, depth: int) -> LayoutBox:
    """A balanced tree."""
    dice = random.Random(1)  # noqa: S311 - any tree will do, as long as it is the same one

    def grow(level: int) -> LayoutBox:
        return kind([grow(level + 1) for _ in range(children)] if level < depth else (), level, dice)

    return grow(0)


def count(box: LayoutBox) -> int:
    """How many boxes a tree has."""
    return 1 + sum(map(count, box.children))


def best(repeat: int, run: Callable[[], object]) -> float:
    """The shortest of several runs, in seconds."""
    times = []
    for _ in range(repeat):
        gc.collect()
        start = perf_counter()
        run()
        times.append(perf_counter() - start)
    return min(times)


def main() -> None:
    """Measure every kind and shape."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--profile", choices=sorted(KINDS))
    options = parser.parse_args()
    if options.profile:
        root = tree(KINDS[options.profile], 10, 4)
        with cProfile.Profile() as profile:
            layout(root)
        profile.print_stats("tottime")
        return
    print(f"{'µs a node':36} {'build':>7} {'layout':>7} {'both':>7}")
    for name, kind in KINDS.items():
        for shape, (children, depth) in SHAPES.items():
            root = tree(kind, children, depth)
            nodes = count(root)
            build = best(options.repeat, partial(tree, kind, children, depth)) / nodes * 1e6
            place = best(options.repeat, partial(layout, root)) / nodes * 1e6
            print(f"{name + ', ' + shape:36} {build:7.2f} {place:7.2f} {build + place:7.2f}")


if __name__ == "__main__":
    main()
