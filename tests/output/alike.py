"""How far one picture is from another, and a picture of it where that is too far."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageChops, ImageFilter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["Distance", "assert_alike", "distance", "share_off"]

_SEEN = 25
"""Levels of 255 from which a difference counts: a tenth."""
_GAIN = 4
"""Differences are shown so many times as strong."""


class Distance(NamedTuple):
    """Levels of 255 by which two pictures differ."""

    mean: float
    percentile: int
    """99.9th: what one pixel in a thousand differs by, or more."""
    patch: int
    """The largest mean of 7 × 7 pixels: edges of letters give little here, what is missing or moved gives much."""


def distance(expected: Image.Image, found: Image.Image, left_out: Sequence[tuple[int, int, int, int]] = ()) -> Distance:
    """Compare two pictures of one size, but for rectangles of left, top, right and bottom."""
    return _distance(_apart(expected, found, left_out))


def assert_alike(
    expected: Image.Image,
    found: Image.Image,
    most: Distance,
    picture: Path,
    left_out: Sequence[tuple[int, int, int, int]] = (),
) -> None:
    """Fail where any of the distances is larger than ``most``, and leave a picture of both and their difference."""
    assert found.size == expected.size
    apart = _apart(expected, found, left_out)
    measured = _distance(apart)
    if all(one <= limit for one, limit in zip(measured, most, strict=True)):
        return
    width, height = expected.size
    shown = Image.new("RGB", (3 * width, height))
    for column, image in enumerate((expected, found, apart.point([min(255, _GAIN * level) for level in range(256)]))):
        shown.paste(image.convert("RGB"), (column * width, 0))
    shown.save(picture)
    raise AssertionError(f"{measured} is more than {most}: see {picture}")


def share_off(expected: Image.Image, found: Image.Image) -> float:
    """How many pixels in a hundred have a channel that differs by more than a tenth.

    Programs round broken heights up or down: the last row counts only where both have it.
    """
    assert found.width == expected.width
    assert abs(found.height - expected.height) <= 1
    box = (0, 0, expected.width, min(found.height, expected.height))
    one, two = (image.convert("RGB").crop(box) for image in (expected, found))
    red, green, blue = ImageChops.difference(one, two).split()
    counts = ImageChops.lighter(ImageChops.lighter(red, green), blue).histogram()
    return 100 * sum(counts[_SEEN + 1 :]) / sum(counts)


def _apart(expected: Image.Image, found: Image.Image, left_out: Sequence[tuple[int, int, int, int]]) -> Image.Image:
    apart = ImageChops.difference(expected.convert("RGB"), found.convert("RGB")).convert("L")
    for box in left_out:
        apart.paste(0, box)
    return apart


def _distance(apart: Image.Image) -> Distance:
    counts = apart.histogram()
    total = sum(counts)
    mean = sum(value * count for value, count in enumerate(counts)) / total
    allowed, percentile = math.ceil(total / 1000), 255
    while (allowed := allowed - counts[percentile]) > 0:
        percentile -= 1
    patch = apart.filter(ImageFilter.BoxBlur(3)).getextrema()[1]
    assert isinstance(patch, int)
    return Distance(mean, percentile, patch)
