"""How far a picture is from the one that was accepted, and pictures that show it.

Versions of Cairo and FreeType differ in the last levels along edges, and a palette rounds colours; neither changes how
bright or which colour a small square is on the whole. So what counts is the mean over squares of a few pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageDraw, ImageStat

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Change", "compared", "sheet", "side_by_side"]

SQUARE = 2
"""Pixels along the side of a square: 4 px of the page."""
MOST_IN_A_SQUARE = 11
"""Levels of 255 by which a channel of one square may differ: other antialiasing makes 9, another letter 13 or more."""
MOST_ON_AVERAGE = 1.0
"""Levels of 255 by which squares may differ on average: the palette makes 0.5."""
_GAIN = 4
"""How much stronger differences are shown than they are."""
_GAP = 12
_PAPER, _INK = (90, 90, 90), (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Change:
    """What is different."""

    sizes: tuple[tuple[int, int], tuple[int, int]]
    """Width and height in pixels, before and now."""
    worst: float
    """Levels by which the square differs most; 255 where the sizes differ."""
    mean: float
    """Levels by which squares differ on average; likewise."""
    where: tuple[int, int]
    """The left upper corner of that square, in pixels of the picture."""

    @property
    def counts(self) -> bool:
        """Whether it is more than versions of libraries make."""
        return self.sizes[0] != self.sizes[1] or self.worst > MOST_IN_A_SQUARE or self.mean > MOST_ON_AVERAGE

    def __str__(self) -> str:
        if self.sizes[0] != self.sizes[1]:
            before, now = ("x".join(map(str, size)) for size in self.sizes)
            return f"is {now} pixels; was {before}"
        return (
            f"differs by {self.worst:.0f} levels at {self.where} and {self.mean:.2f} on average; "
            f"{MOST_IN_A_SQUARE} and {MOST_ON_AVERAGE} are allowed"
        )


def compared(before: Image.Image, now: Image.Image) -> Change:
    """Compare two pictures."""
    sizes = (before.size, now.size)
    if before.size != now.size:
        return Change(sizes, 255, 255, (0, 0))
    squares = ImageChops.difference(*(image.convert("RGB").reduce(SQUARE) for image in (before, now)))
    strongest = _strongest(squares)
    worst = strongest.getextrema()[1]
    assert isinstance(worst, int | float)
    place = strongest.tobytes().index(int(worst))
    where = (SQUARE * (place % strongest.width), SQUARE * (place // strongest.width))
    return Change(sizes, worst, ImageStat.Stat(strongest).mean[0], where)


def side_by_side(before: Image.Image | None, now: Image.Image | None, title: str) -> Image.Image:
    """Before, now and the difference in one row; what is not there stays empty."""
    there = [image.convert("RGB") for image in (before, now) if image is not None]
    width, height = (max(image.size[axis] for image in there) for axis in (0, 1))
    row = Image.new("RGB", (3 * width + 4 * _GAP, height + 3 * _GAP), _PAPER)
    pictures = [image and image.convert("RGB") for image in (before, now)]
    if len(there) == 2:
        grown = [_grown(image, (width, height)) for image in there]
        pictures.append(_strongest(ImageChops.difference(*grown)).point(lambda level: _GAIN * level).convert("RGB"))
    names = (f"{title}: before", "now", f"difference, {_GAIN} times as strong")
    for column, (name, image) in enumerate(zip(names, [*pictures, None][:3], strict=True)):
        x = _GAP + column * (width + _GAP)
        ImageDraw.Draw(row).text((x, _GAP // 2), name, _INK)
        if image:
            row.paste(image, (x, 2 * _GAP))
    return row


def sheet(rows: Sequence[Image.Image]) -> Image.Image:
    """Rows below one another."""
    whole = Image.new("RGB", (max(row.width for row in rows), sum(row.height for row in rows)), _PAPER)
    y = 0
    for row in rows:
        whole.paste(row, (0, y))
        y += row.height
    return whole


def _strongest(image: Image.Image) -> Image.Image:
    """The highest channel of each pixel."""
    red, green, blue = image.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _grown(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    whole = Image.new("RGB", size)
    whole.paste(image)
    return whole
