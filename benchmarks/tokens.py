"""Time to read tokens.toml and to check its contracts.

    python benchmarks/tokens.py [--repeat N] [--tokens FILE]

As the best of N runs, in ms of processor time, which other programs disturb least:

    parse       the text read by tomllib
    load        the file and those that it extends read, references followed, in every combination of modes
    changed     the same in a process that has read the file before, and where its text has changed: as on a watch
    again       the same without a change
    contracts   only the contracts, with every conversion of a colour done anew
    cached      the same once more: conversions are kept from one combination of modes to the next
"""

from __future__ import annotations

import argparse
from itertools import count
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from layoutkit.color import derive, difference, spaces, srgb, vision
from layoutkit.tokens import color_expression, expression, load_all, locate, source
from layoutkit.tokens.contracts import broken, measure
from layoutkit.tokens.faults import Faults
from layoutkit.tokens.load import themes_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from layoutkit.tokens import Themes

ROOT = Path(__file__).parents[1]
CACHES = (
    srgb.luminance, spaces.lab, spaces.oklab, spaces.from_oklch, spaces.mixed, spaces.toned,
    difference.difference, vision.seen, derive.at_lightness, derive.legible,
    source.parse_source, locate.locate,
    color_expression._formula, expression.parse_expression,  # noqa: SLF001 - to empty them
)  # fmt: skip


def best(repeat: int, action: Callable[[], object], *, before: Callable[[], object] = lambda: None) -> float:
    """The shortest of several runs, in ms."""
    times = []
    for _ in range(repeat):
        before()
        begin = process_time()
        action()
        times.append(process_time() - begin)
    return 1e3 * min(times)


def forget() -> None:
    """Empty the caches of the colour maths."""
    for cache in CACHES:
        cache.cache_clear()


def load_text(path: Path, text: str) -> Themes:
    """What ``load_all`` does of a file, where this is its text."""
    faults = Faults()
    themes = themes_of(source.parse_source(path, text), faults)
    themes.check_names(faults)
    return themes


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=20)
    parser.add_argument("--tokens", type=Path, default=ROOT / "tokens.toml")
    options = parser.parse_args()

    themes = list(load_all(options.tokens))
    theme = themes[0]
    print(f"parse       {best(options.repeat, lambda: source.read_source(options.tokens), before=forget):8.2f} ms")
    print(f"load        {best(options.repeat, lambda: load_all(options.tokens), before=forget):8.2f} ms")
    texts = (f"{options.tokens.read_text('utf-8')}\n# change {number}\n" for number in count())
    print(f"changed     {best(options.repeat, lambda: load_text(options.tokens, next(texts))):8.2f} ms")
    print(f"again       {best(options.repeat, lambda: load_all(options.tokens)):8.2f} ms")
    print(f"contracts   {best(options.repeat, lambda: broken(theme), before=forget):8.2f} ms")
    print(f"cached      {best(options.repeat, lambda: broken(theme)):8.2f} ms")
    values, contracts = len(list(measure(theme))), len(list(theme.contract))
    print(f"{values} values measured in {contracts} contracts, in each of {len(themes)} combinations")


if __name__ == "__main__":
    main()
