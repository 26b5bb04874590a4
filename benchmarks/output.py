"""Time of the last pass: painting a display list, rasterising it, encoding the file.

    python benchmarks/output.py [--repeat N] [--figure 03]

For each figure and each output of tokens.toml, as the best of N runs in ms, with megapixels and megapixels a second:

    paint      the placed and snapped figure -> display list
    raster     display list -> pixels
    encode     pixels -> PNG bytes
    levels     encoding at the zlib levels 1, 6 and 9, with the sizes of the files

PDF and SVG are written from the display list at once; they have KB a second. An SVG has its dark look in it.

On a busy 2-core machine, figure 01 at 2000 × 1642: paint 2 ms, raster 170 ms, encode 350 ms, 6.3 MP/s; the levels take
270, 360 and 1,200 ms for 374, 323 and 314 KB. Level 6 it is.
"""

from __future__ import annotations

import argparse
import io
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

from layoutkit.build import Studio, load_figures
from layoutkit.layout.arrange import route_all
from layoutkit.layout.snap import snap
from layoutkit.output.metadata import Metadata
from layoutkit.output.png import encode, rasterise
from layoutkit.output.target import raster
from layoutkit.paint import paint
from layoutkit.tokens import load_all

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL import Image

    from layoutkit.discover import NamedFigure
    from layoutkit.layout.arrange import Placed
    from layoutkit.tokens import OutputTokens

ROOT = Path(__file__).parents[1]
LEVELS = (1, 6, 9)
T = TypeVar("T")


def best(repeat: int, work: Callable[[], T]) -> tuple[float, T]:
    """The shortest time in ms, and the result."""
    times = []
    for _ in range(repeat):
        start = perf_counter()
        result = work()
        times.append(1000 * (perf_counter() - start))
    return min(times), result


def at_level(image: Image.Image, level: int) -> bytes:
    """The pixels as a PNG file."""
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=level)
    return file.getvalue()


def vector(repeat: int, studio: Studio, named: NamedFigure, placed: Placed, target: OutputTokens) -> None:
    """Measure a file without pixels: painting alone, then painting and writing."""
    painting, _ = best(repeat, lambda: paint(placed))
    other = studio.dark[target.name].place(named) if target.name in studio.dark else None
    total, data = best(repeat, lambda: studio.picture(named, placed, target, other))
    print(
        f"{named.name:36} {target.name:8} {'':8}  paint {painting:5.1f}  {'':13}  write  {total - painting:6.1f}  "
        f"{len(data) / 1000:6.0f} KB  {len(data) / total:5.0f} KB/s"
    )


def main() -> None:
    """Measure every figure on every output."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--figure", default="")
    options = parser.parse_args()
    themes = load_all(ROOT / "tokens.toml")
    dark = {"svg": themes.theme({"theme": "dark"})}
    studio = Studio.open(themes.theme({}), dark)
    figures, _ = load_figures([ROOT / "figures"])
    for named in figures:
        if not named.name.startswith(options.figure):
            continue
        placed = studio.place(named)
        metadata = Metadata(named.figure.title, named.figure.alt, named.figure.language)
        for target in (target for _, target in studio.theme.output.items()):  # a section has no values()
            if target.format != "png":
                vector(options.repeat, studio, named, placed, target)
            else:
                resolution = raster(target, placed.root.rect.width)
                snapped = route_all(snap(placed.root, resolution.scale))
                painting, display = best(options.repeat, lambda snapped=snapped: paint(snapped))  # type: ignore[misc]
                size = round(display.width * resolution.scale), round(display.height * resolution.scale)
                rastering, image = best(options.repeat, lambda: rasterise(display, resolution.scale, *size))  # noqa: B023 - called at once
                encoding, data = best(options.repeat, lambda: encode(image, resolution.dpi, metadata))  # noqa: B023 - called at once
                megapixels = size[0] * size[1] / 1e6
                total = painting + rastering + encoding
                print(
                    f"{named.name:36} {target.name:8} {megapixels:5.1f} MP  paint {painting:5.1f}  raster "
                    f"{rastering:6.1f}  encode {encoding:6.1f}  {len(data) / 1000:6.0f} KB  "
                    f"{1000 * megapixels / total:5.1f} MP/s"
                )
                for level in LEVELS:
                    time, coded = best(1, lambda: at_level(image, level))  # noqa: B023 - called at once
                    print(f"{'':36} level {level}: {time:6.1f} ms, {len(coded) / 1000:6.0f} KB")


if __name__ == "__main__":
    main()
