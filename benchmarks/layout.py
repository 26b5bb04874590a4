"""Time of the layout pass, per node.

    python benchmarks/layout.py [--repeat N] [--profile NAME]

Prints the best of N runs in µs a node (making the boxes and their styles, laying them out, both
together) for three kinds of trees of about 10,000 boxes, for balanced trees of 10² to 10⁵ boxes,
and for chains of nested auto-size containers around one text, with the number of times that the
text is measured. Where ``stretchable`` is installed, it runs beside on the same trees.
``--profile`` runs one kind once under cProfile.
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
from layoutkit.sizing import MAX_CONTENT, MAX_DEPTH, Fit, Measured
from layoutkit.style.box import BoxStyle, Percent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from layoutkit.sizing import Request


class Words:
    """A content of words of equal width, as cheap to measure as a content can be."""

    __slots__ = ("asked", "count")

    def __init__(self, count: int) -> None:
        self.count = count
        self.asked = 0

    def measure(self, request: Request) -> Measured:
        """Ten px a word."""
        self.asked += 1
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
CHAINS = {
    "columns": BoxStyle(flex_direction="column"),
    "rows": BoxStyle(),
    "padded rows that wrap": BoxStyle(flex_wrap="wrap", padding_left=1.0),
    "grids": BoxStyle(display="grid"),
}
DEEP = 5
"""Trees of this depth are built once."""
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
    kinds(options.repeat)
    sizes(options.repeat)
    chains(options.repeat)


def kinds(repeat: int) -> None:
    """The kinds of trees, wide and deep, at about 10,000 nodes."""
    print(f"{'µs a node':36} {'build':>7} {'layout':>7} {'both':>7}")
    for name, kind in KINDS.items():
        for shape, (children, depth) in SHAPES.items():
            root = tree(kind, children, depth)
            nodes = count(root)
            build = best(repeat, partial(tree, kind, children, depth)) / nodes * 1e6
            place = best(repeat, partial(layout, root)) / nodes * 1e6
            print(f"{name + ', ' + shape:36} {build:7.2f} {place:7.2f} {build + place:7.2f}")


def sizes(repeat: int) -> None:
    """Balanced trees of fixed leaves, ten children each, beside stretchable."""
    beside = _stretchable()
    print(
        f"\n{'nodes':>36} {'build':>7} {'layout':>7} {'both':>7}"
        + (f" {'stretchable':>12} {'times':>6}" if beside else "")
    )
    for depth in (2, 3, 4, 5):
        root = tree(fixed, 10, depth)
        nodes = count(root)
        runs = repeat if depth < DEEP else 1
        build = best(runs, partial(tree, fixed, 10, depth)) / nodes * 1e6
        place = best(runs, partial(layout, root)) / nodes * 1e6
        line = f"{nodes:36} {build:7.2f} {place:7.2f} {build + place:7.2f}"
        if beside:
            other = best(runs, partial(beside, depth)) / nodes * 1e6
            line += f" {other:12.2f} {other / (build + place):6.1f}"
        print(line)


def chains(repeat: int) -> None:
    """Containers of automatic size, one inside the other, around one text."""
    print(f"\n{'chain':36} {'both':>7} {'measured':>9}")
    for name, style in CHAINS.items():
        for depth in (10, 50, MAX_DEPTH - 1):
            words = Words(9)
            layout(chain(style, depth, words))
            asked = words.asked
            both = best(repeat, lambda style=style, depth=depth: layout(chain(style, depth, Words(9)))) / depth * 1e6  # type: ignore[misc]
            print(f"{name + ', ' + str(depth) + ' deep':36} {both:7.2f} {asked:9}")


def chain(style: BoxStyle, depth: int, words: Words) -> LayoutBox:
    """``depth`` boxes of one style around a text."""
    box = LayoutBox(BoxStyle(), (), words)
    for _ in range(depth):
        box = LayoutBox(style, (box,))
    return box


def _stretchable() -> Callable[[int], object] | None:
    """Build and layout of the same trees by stretchable (Taffy behind a Python interface), if it is there."""
    try:
        import stretchable as other  # type: ignore[import-not-found]  # noqa: PLC0415 - optional
        from stretchable.style import FlexDirection  # type: ignore[import-not-found]  # noqa: PLC0415
    except ImportError:
        return None

    def run(depth: int) -> object:
        dice = random.Random(1)  # noqa: S311 - any tree will do, as long as it is the same one

        def grow(level: int) -> object:
            children = [grow(level + 1) for _ in range(10)] if level < depth else []
            if not children:
                return other.Node(size=(dice.randint(1, 20), dice.randint(1, 20)))
            direction = FlexDirection.ROW if level % 2 else FlexDirection.COLUMN
            return other.Node(*children, flex_direction=direction, flex_grow=1.0, gap=2.0)

        root = grow(0)
        root.compute_layout()  # type: ignore[attr-defined]
        return root

    return run


if __name__ == "__main__":
    main()
