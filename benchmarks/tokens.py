"""Time to read tokens.toml and to check its contracts.

    python benchmarks/tokens.py [--repeat N] [--tokens FILE]

As the best of N runs, in ms:

    load        the file read, references followed, contracts checked
    contracts   only the contracts, with every conversion of a colour done anew
    cached      the same once more: conversions are kept from one combination of modes to the next
"""

from __future__ import annotations

import argparse
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from layoutkit.color import difference, spaces, srgb, vision
from layoutkit.tokens import load_theme
from layoutkit.tokens.contracts import check_contracts, measure

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
CACHES = (srgb.luminance, spaces.lab, difference.difference, vision.seen)


def best(repeat: int, action: Callable[[], object], *, before: Callable[[], object] = lambda: None) -> float:
    """The shortest of several runs, in ms."""
    times = []
    for _ in range(repeat):
        before()
        begin = perf_counter()
        action()
        times.append(perf_counter() - begin)
    return 1e3 * min(times)


def forget() -> None:
    """Empty the caches of the colour maths."""
    for cache in CACHES:
        cache.cache_clear()


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=20)
    parser.add_argument("--tokens", type=Path, default=ROOT / "tokens.toml")
    options = parser.parse_args()

    theme = load_theme(options.tokens)
    assert check_contracts(theme) == []
    print(f"load        {best(options.repeat, lambda: load_theme(options.tokens), before=forget):8.2f} ms")
    print(f"contracts   {best(options.repeat, lambda: check_contracts(theme), before=forget):8.2f} ms")
    print(f"cached      {best(options.repeat, lambda: check_contracts(theme)):8.2f} ms")
    print(f"{len(list(measure(theme)))} values measured in {len(list(theme.contract))} contracts")


if __name__ == "__main__":
    main()
