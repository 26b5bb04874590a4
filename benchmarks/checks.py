"""Time that checking figures adds to rendering them.

    python benchmarks/checks.py [--repeat N] [--figures DIR] [--tokens FILE]

As the best of N runs over all figures, in ms:

    render      place and check each figure, and make the PNG files of all outputs
    checks      only the checks of that: painting for them, looking at every box, running the rules
    …           each rule by itself, the slowest first
    all modes   `layoutkit check`: every figure placed and checked in every combination of modes
"""

from __future__ import annotations

import argparse
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from layoutkit.check.context import look_at
from layoutkit.check.rules import RULES
from layoutkit.loading import load_figures
from layoutkit.paint import paint
from layoutkit.policy import check
from layoutkit.renderer import Renderer
from layoutkit.series import Series
from layoutkit.tokens import load_all

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]


def best(repeat: int, action: Callable[[], object]) -> float:
    """The shortest of several runs, in ms."""
    times = []
    for _ in range(repeat):
        begin = perf_counter()
        action()
        times.append(perf_counter() - begin)
    return 1e3 * min(times)


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--figures", type=Path, default=ROOT / "figures")
    parser.add_argument("--tokens", type=Path, default=ROOT / "tokens.toml")
    options = parser.parse_args()

    themes = load_all(options.tokens)
    figures, failed = load_figures([options.figures])
    assert figures
    assert not failed
    renderer = Renderer(themes.theme({}))
    targets = [target for _, target in renderer.theme.output.items() if target.format == "png"]
    placed = [(figure, renderer.place(figure)) for figure in figures]

    def pictures() -> None:
        for figure in figures:
            its = renderer.place(figure)
            for target in targets:
                renderer.picture(figure, its, target)

    def checks() -> None:
        for figure, its in placed:
            check(renderer, figure, its)

    without, added = best(options.repeat, pictures), best(options.repeat, checks)
    print(f"render      {without + added:8.1f} ms")
    print(f"checks      {added:8.1f} ms, {added / without:.1%} of the rest")
    subjects = [look_at(figure.figure, renderer.theme, its, paint(its)) for figure, its in placed]
    rules = {
        rule.id: best(options.repeat, lambda rule=rule: [list(rule.find(s)) for s in subjects])  # type: ignore[misc]  # the loop's rule
        for rule in RULES.values()
    }
    for rule, time in sorted(rules.items(), key=lambda pair: -pair[1])[:8]:
        print(f"  {rule:20}{time:6.1f} ms")
    series = Series(figures, failed, themes, list(themes))
    print(f"all modes   {best(1, lambda: series.check(whole=True)):8.1f} ms for {len(series.chosen)} combinations")


if __name__ == "__main__":
    main()
