"""Shows which figures look different from the pictures in tests/goldens, then takes the new ones: ``make accept``.

    python -m tests.goldens.accept [--take]

For every figure that changed, out/accept has a picture: a row for each combination of modes, with the picture before,
the one now, and the difference. Without ``--take`` nothing else is written.
"""

# ruff: noqa: T201 - a command prints what it finds

from __future__ import annotations

import argparse
import io
import shutil
import sys
from collections import defaultdict
from typing import TYPE_CHECKING

from layoutkit.output.files import write_file
from tests.goldens.comparing import compared, sheet, side_by_side
from tests.goldens.drawing import PICTURES, ROOT, draw, goldens, read, stored

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from PIL import Image

__all__ = ["accept"]

Drawn = tuple[str, str, "Image.Image"]
"""A figure's name, the picture's name, and the picture."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Compare the figures with their accepted pictures.")
    parser.add_argument("--take", action="store_true", help="accept what is different")
    options = parser.parse_args(arguments)
    drawn = ((golden.figure.name, golden.name, draw(golden)) for golden in goldens())
    accept(drawn, PICTURES, ROOT / "out" / "accept", take=options.take)
    return 0


def accept(drawn: Iterable[Drawn], kept: Path, shown: Path, *, take: bool) -> None:
    """Print what is different and show it; replace what is kept where ``take`` says so.

    Args:
        drawn: the pictures as they are now.
        kept: the folder of accepted pictures.
        shown: the folder for comparisons; what is in it goes.
        take: whether what is different is accepted.
    """
    shutil.rmtree(shown, ignore_errors=True)
    rows: dict[str, list[Image.Image]] = defaultdict(list)
    names, changed = set[str](), 0
    for figure, name, now in drawn:
        names.add(name)
        before = read(name, kept)
        change = before and compared(before, now)
        if change and not change.counts:
            continue
        changed += 1
        print(f"{name} {change or 'is new'}")
        rows[figure].append(side_by_side(before, now, name))
        if take:
            write_file(kept / f"{name}.png", stored(now))
    for path in sorted(kept.glob("*.png")):
        if path.stem not in names:
            changed += 1
            print(f"{path.stem} belongs to no figure")
            if take:
                path.unlink()
    for figure, its in rows.items():
        path = shown / f"{figure}.png"
        file = io.BytesIO()
        sheet(its).save(file, "PNG")
        write_file(path, file.getvalue())
        print(path)
    print(_summary(len(names), changed, take=take))


def _summary(count: int, changed: int, *, take: bool) -> str:
    if not changed:
        return f"{count} pictures compared; none looks different"
    end = "taken" if take else "look at them, then accept them with: make accept TAKE=1"
    return f"{count} pictures compared, {changed} different; {end}"


if __name__ == "__main__":
    sys.exit(main())
