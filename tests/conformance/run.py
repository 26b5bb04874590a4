"""Lay measured trees out and compare them with what a browser measured.

    python tests/conformance/run.py [--results OUT.json] [--agreed] CASES.json …

A case passes when every rectangle that is not hidden is within 0.1 px. The exit status is 1 if any fails.
"""

# ruff: noqa: T201 - a command prints what it finds

from __future__ import annotations

import argparse
import gzip
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from layoutkit.layout import layout  # noqa: E402 - the lines above say where it is
from tests.conformance import css  # noqa: E402 - likewise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.layout import PlacedBox

TOLERANCE = 0.1
"""px."""

Numbers = list[float]


def load(path: Path) -> list[dict[str, Any]]:
    """The cases of a file, plain or gzip."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    cases: list[dict[str, Any]] = json.loads(data)
    return cases


def placed_rects(placed: PlacedBox[Any]) -> Iterator[Numbers]:
    """x, y, width and height of every box, parents first."""
    yield [placed.rect.x, placed.rect.y, placed.rect.width, placed.rect.height]
    for child in placed.children:
        yield from placed_rects(child)


def expected_rects(expected: dict[str, Any], *, hidden: bool = False) -> Iterator[Numbers | None]:
    """The measured rectangles in the same order; None where hidden. Both forms of the cases are read."""
    hidden = hidden or expected.get("hidden", False)
    rect = expected["rect"] if "rect" in expected else [expected[name] for name in "xywh"]
    yield None if hidden else rect
    for child in expected.get("children", ()):
        yield from expected_rects(child, hidden=hidden)


def deviation(case: dict[str, Any], got: list[Numbers]) -> float:
    """The largest difference between a measured number and ours, in px."""
    want = list(expected_rects(case["expected"]))
    if len(want) != len(got):
        return float("inf")
    pairs = [(w, g) for w, g in zip(want, got, strict=True) if w is not None]
    return max((abs(a - b) for w, g in pairs for a, b in zip(w, g, strict=True)), default=0.0)


def run(case: dict[str, Any]) -> list[Numbers]:
    """The rectangles of a case, laid out here."""
    return list(placed_rects(layout(css.box(case["tree"]))))


def main() -> int:
    """Run the files named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--results", type=Path, help="write {name: [[x, y, width, height] in preorder]}")
    parser.add_argument("--agreed", action="store_true", help="only the cases on which two browsers agree")
    options = parser.parse_args()
    results: dict[str, list[Numbers]] = {}
    passed = failed = 0
    for path in options.files:
        good = bad = 0
        for case in load(path):
            if options.agreed and not case.get("browsers_agree", case.get("agreed")):
                continue
            try:
                results[case["name"]] = run(case)
                off = deviation(case, results[case["name"]])
            except Exception as fault:  # noqa: BLE001 - a crash is a failed case, and the next one still runs
                off = float("inf")
                print(f"{case['name']}: {type(fault).__name__}: {fault}")
            if off <= TOLERANCE:
                good += 1
            else:
                bad += 1
                print(f"{case['name']}: off by {off:.2f} px")
        print(f"{path.name}: {good} passed, {bad} failed")
        passed, failed = passed + good, failed + bad
    if options.results:
        options.results.write_text(json.dumps(results))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
