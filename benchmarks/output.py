"""Time of the last passes, split for each output of tokens.toml.

    python benchmarks/output.py [--repeat N] [--figure 03] [--encoders]

A line for each figure and output, with the best of N runs of each stage. What a stage is:

    paint      the placed and snapped figure -> display list
    raster     PNG: display list -> pixels
    encode     PNG: pixels -> bytes of the file
    write      PDF, SVG: display list -> bytes of the file, without the next two
    fonts      PDF, SVG: fonts cut down to the glyphs used; in an SVG packed as well
    pack       PDF: all streams, fonts among them, packed by zlib; SVG: elements made into text

Each stage of a PNG has megapixels a second, and so has the whole. A PDF or SVG has no pixels: its line has KB of the
file a second, to be compared among files of one format only. The times of an SVG are those of both its looks.

``--encoders`` compares rows without filters, as figures are written, packed by libdeflate and by zlib, with what Pillow
makes of them, which tries all five filters for each row: level by level, over the figures for the web.

On a busy 2-core machine, figure 01 at 2000 × 2000: paint 1.8 ms, 2,200 MP/s; raster 36 ms, 110 MP/s. Its PDF takes 20
ms, 2,600 KB/s. All five figures, 21.7 MP, for the web, in CPU time beside that of zlib's level 6:

    level   libdeflate        zlib               Pillow's filters
    1       0.30   1,762 KB   0.29   1,921 KB    0.86   2,238 KB
    4       0.30   1,591 KB   0.54   1,655 KB    1.62   1,955 KB
    6       0.43   1,504 KB   1.00   1,535 KB    1.79   1,919 KB
    7       0.51   1,468 KB   1.01   1,523 KB    2.07   1,912 KB
    9       1.07   1,436 KB   3.41   1,450 KB    4.96   1,881 KB
"""

from __future__ import annotations

import argparse
import io
import zlib
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeVar

from layoutkit.layout.arrange import route_all
from layoutkit.layout.snap import snap
from layoutkit.loading import load_figures
from layoutkit.output import pdf_fonts, svg
from layoutkit.output.deflated import packed
from layoutkit.output.metadata import Metadata
from layoutkit.output.pixels import rasterise
from layoutkit.output.png_file import encode
from layoutkit.output.target import raster
from layoutkit.paint import paint
from layoutkit.renderer import Renderer
from layoutkit.tokens import load_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PIL import Image

    from layoutkit.discover import NamedFigure
    from layoutkit.layout.arrange import Placed
    from layoutkit.output.pixels import Pixels
    from layoutkit.tokens import OutputTokens

ROOT = Path(__file__).parents[1]
LEVELS = (1, 4, 6, 7, 9)
T = TypeVar("T")


def best(repeat: int, work: Callable[[], T]) -> tuple[float, T]:
    """The shortest time in ms, and the result."""
    times = []
    for _ in range(repeat):
        start = perf_counter()
        result = work()
        times.append(1000 * (perf_counter() - start))
    return min(times), result


@contextmanager
def counted(owner: Any, name: str) -> Iterator[list[float]]:  # noqa: ANN401 - a module or a class
    """Notes how long each call of a function takes, in ms."""
    times: list[float] = []
    really = getattr(owner, name)

    def timed(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - whatever the function takes
        start = perf_counter()
        result = really(*arguments, **options)
        times.append(1000 * (perf_counter() - start))
        return result

    setattr(owner, name, timed)
    try:
        yield times
    finally:
        setattr(owner, name, really)


def stage(name: str, time: float, megapixels: float | None = None) -> str:
    """A stage as a part of a line."""
    speed = "" if megapixels is None else f" {1000 * megapixels / time:6.0f} MP/s"
    return f"  {name} {time:6.1f} ms{speed}"


def picture(repeat: int, placed: Placed, target: OutputTokens, metadata: Metadata) -> str:
    """The stages of a PNG."""
    resolution = raster(target, placed.root.rect.width)
    snapped = route_all(snap(placed.root, resolution.scale))
    painting, display = best(repeat, lambda: paint(snapped, resolution.scale))
    size = round(display.width * resolution.scale), round(display.height * resolution.scale)
    rastering, pixels = best(repeat, lambda: rasterise(display, resolution.scale, *size))
    encoding, data = best(repeat, lambda: encode(pixels, resolution.dpi, metadata))
    megapixels = size[0] * size[1] / 1e6
    total = painting + rastering + encoding
    stages = (("paint", painting), ("raster", rastering), ("encode", encoding))
    return "".join(stage(name, time, megapixels) for name, time in stages) + (
        f"  {len(data) / 1000:5.0f} KB, {megapixels:.1f} MP: {1000 * megapixels / total:.1f} MP/s"
    )


def vector(repeat: int, renderer: Renderer, named: NamedFigure, placed: Placed, target: OutputTokens) -> str:
    """The stages of a file without pixels."""
    is_pdf = target.format == "pdf"
    look = renderer.dark.get(target.name)
    other = None if look is None else look.place(named)
    painting, _ = best(repeat, lambda: [paint(one) for one in (placed, other) if one is not None])
    font_work = (pdf_fonts.PdfFont, "_subset") if is_pdf else (svg, "web_font")
    packing = (zlib, "compress") if is_pdf else (svg, "document")
    runs = []
    for _ in range(repeat):
        with counted(*font_work) as fonts, counted(*packing) as packed:
            whole, data = best(1, lambda: renderer.picture(named, placed, target, other))
        runs.append((whole, sum(fonts), sum(packed)))
    whole, font_time, pack_time = min(runs)
    writing = whole - painting - font_time - pack_time
    stages = (("paint", painting), ("write", writing), ("fonts", font_time), ("pack", pack_time))
    return "".join(stage(*pair) for pair in stages) + f"  {len(data) / 1000:5.0f} KB: {len(data) / whole:.0f} KB/s"


def encoders(repeat: int, pictures: Sequence[Pixels]) -> None:
    """Compare libdeflate and zlib, and Pillow's filters, level by level: the sums over some pictures."""
    images = [pixels.image() for pixels in pictures]
    rows = [bytes(pixels.scanlines()) for pixels in pictures]
    print(f"{len(images)} pictures, {sum(image.width * image.height for image in images) / 1e6:.1f} MP")
    for level in LEVELS:
        own = [best(repeat, partial(packed, its, level)) for its in rows]
        of_zlib = [best(repeat, partial(zlib.compress, its, level)) for its in rows]
        pillow = [best(repeat, partial(saved, image, level)) for image in images]
        for name, runs in (("no filter", own), ("no filter, zlib", of_zlib), ("Pillow's filters", pillow)):
            print(
                f"level {level}  {name:16}  {sum(time for time, _ in runs):6.0f} ms  "
                f"{sum(len(data) for _, data in runs) / 1000:6.0f} KB"
            )


def saved(image: Image.Image, level: int) -> bytes:
    """The file that Pillow makes."""
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=level, compress_type=0)
    return file.getvalue()


def web_pixels(renderer: Renderer, placed: Placed) -> Pixels:
    """The pixels of a figure for the web."""
    scale = raster(renderer.theme.output.web, placed.root.rect.width).scale
    display = paint(route_all(snap(placed.root, scale)), scale)
    return rasterise(display, scale, round(display.width * scale), round(display.height * scale))


def main() -> None:
    """Measure every figure on every output."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--figure", default="")
    parser.add_argument("--encoders", action="store_true", help="compare what packs PNG files instead")
    options = parser.parse_args()
    themes = load_all(ROOT / "tokens.toml")
    renderer = Renderer(themes.theme({}), {"svg": themes.theme({"theme": "dark"})})
    figures = [named for named in load_figures([ROOT / "figures"])[0] if named.name.startswith(options.figure)]
    if options.encoders:
        encoders(options.repeat, [web_pixels(renderer, renderer.place(named)) for named in figures])
        return
    for named in figures:
        placed, figure = renderer.place(named), named.figure
        about = Metadata(figure.title, figure.alt, renderer.theme.series.language, figure.description, named.name)
        print(named.name)
        for target in (target for _, target in renderer.theme.output.items()):  # a section has no values()
            if target.format == "png":
                line = picture(options.repeat, placed, target, about)
            else:
                line = vector(options.repeat, renderer, named, placed, target)
            print(f"  {target.name:6}{line}")


if __name__ == "__main__":
    main()
