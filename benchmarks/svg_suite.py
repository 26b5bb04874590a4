"""Read a folder of SVG files and compare each with the PNG file of its name beside it.

    python benchmarks/svg_suite.py SUITE [--list refused|wrong] [--keep FOLDER] [--only PART]

SUITE is the folder ``crates/resvg/tests/tests`` of resvg's source, or any other of pairs. Left out is what has to do
with text, filters, masks and animation: the folders ``text``, ``filters`` and ``masking/mask``, and files with such
elements.

A file that is refused is no fault; one that is accepted is *wrong* where more than 0.5 % of its pixels differ. Both
pictures have the size of the PNG file and premultiplied alpha. A pixel differs where one of its four channels is more
than 16 of 255 away from all that the other picture has at this place and around it, one pixel far; so what only smooths
edges in another way does not count, and a line that is missing does.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageFilter

from layoutkit.color import Color
from layoutkit.drawing.svg import SvgError, parse_svg
from layoutkit.geometry import Rect
from layoutkit.output.cairo_binding import cairo
from layoutkit.output.cairo_replay import replay
from layoutkit.paint.art import paint_art
from layoutkit.paint.display import DisplayList
from layoutkit.style.content import PictureContent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.drawing.shapes import VectorImage

_OTHER_FOLDERS = ("text", "filters", "masking/mask")
_OTHER = re.compile(r"<(?:text|tref|textPath|filter|mask|set|animate\w*)\b|\b(?:filter|mask)\s*[=:]")
_STEP = 16
"""Of 255, by which a channel may differ."""
_SHARE = 0.005
"""Of the pixels, which may differ."""


def tests(suite: Path) -> Iterator[Path]:
    """The SVG files in scope that have a picture beside them."""
    for path in sorted(suite.rglob("*.svg")):
        folder = path.parent.relative_to(suite).as_posix()
        if any(folder == other or folder.startswith(f"{other}/") for other in _OTHER_FOLDERS):
            continue
        if path.with_suffix(".png").exists() and not _OTHER.search(path.read_text("utf-8", "replace")):
            yield path


def drawn(image: VectorImage, width: int, height: int) -> Image.Image:
    """A drawing on nothing, in premultiplied RGBA."""
    art = PictureContent(image, "contain", "", Color(0, 0, 0))
    box = Rect(0, 0, width, height)
    surface = cairo.ImageSurface(cairo.Format.ARGB32, width, height)
    replay(DisplayList(width, height, tuple(paint_art(art, box, 0, ()))), cairo.Context(surface))
    surface.flush()
    data = bytes(surface.get_data())
    return Image.frombuffer("RGBA", (width, height), data, "raw", "BGRA", surface.get_stride(), 1)


def differing(one: Image.Image, other: Image.Image) -> Image.Image:
    """White where two pictures differ."""
    found = Image.new("L", one.size)
    for channels in zip(one.split(), other.split(), strict=True):
        for band, around in (channels, channels[::-1]):
            low, high = around.filter(ImageFilter.MinFilter(3)), around.filter(ImageFilter.MaxFilter(3))
            for off in (ImageChops.subtract(band, high), ImageChops.subtract(low, band)):
                found = ImageChops.lighter(found, off.point(lambda value: 255 * (value > _STEP)))
    return found


def share_off(path: Path, image: VectorImage, keep: Path | None) -> float:
    """How many of the pixels differ, from 0 to 1."""
    reference = Image.open(path.with_suffix(".png")).convert("RGBA")
    red, green, blue, alpha = reference.split()
    expected = Image.merge("RGBA", [*(ImageChops.multiply(band, alpha) for band in (red, green, blue)), alpha])
    found = drawn(image, *reference.size)
    off = differing(found, expected)
    share = sum(off.histogram()[128:]) / (off.width * off.height)
    if keep is not None and share > _SHARE:
        sheet = Image.new("RGB", (3 * off.width, off.height), "white")
        for column, picture in enumerate((expected, found)):
            ground = Image.new("RGBA", picture.size, "#ccc")
            plain = Image.composite(picture, picture, picture.getchannel("A"))
            sheet.paste(Image.alpha_composite(ground, plain).convert("RGB"), (column * off.width, 0))
        sheet.paste(off.convert("RGB"), (2 * off.width, 0))
        keep.mkdir(parents=True, exist_ok=True)
        sheet.save(keep / f"{path.parent.name}-{path.stem}.png")
    return share


def main() -> None:
    """Print how many are accepted, and how many of those are wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suite", type=Path)
    parser.add_argument("--list", choices=("refused", "wrong"), action="append", default=[])
    parser.add_argument(
        "--keep", type=Path, help="writes expected, drawn and difference side by side for each wrong one"
    )
    parser.add_argument("--only", default="", help="a part of the path of the files to look at")
    arguments = parser.parse_args()
    counts: Counter[str] = Counter()
    for path in tests(arguments.suite):
        name = path.relative_to(arguments.suite).as_posix()
        if arguments.only not in name:
            continue
        counts["all"] += 1
        try:
            image = parse_svg(path.read_text("utf-8-sig"))
        except (SvgError, UnicodeDecodeError) as cause:
            counts["refused"] += 1
            if "refused" in arguments.list:
                print(f"refused {name}:{getattr(cause, 'line', 0)}: {cause}")
            continue
        share = share_off(path, image, arguments.keep)
        if share > _SHARE:
            counts["wrong"] += 1
            if "wrong" in arguments.list:
                print(f"wrong {name}: {share:.2%} of its pixels differ")
    accepted = counts["all"] - counts["refused"]
    if accepted:
        print(f"{accepted} of {counts['all']} files accepted ({accepted / counts['all']:.1%})")
        print(f"{counts['wrong']} of those wrong ({counts['wrong'] / accepted:.1%})")


if __name__ == "__main__":
    main()
