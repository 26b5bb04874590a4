"""Colours that hardly differ become one: a picture of fewer colours, at most ΔE 1 (CIEDE2000) from the original.

The commonest colours stay as they are, which flat areas have. Each other colour becomes the nearest of those kept, or
is kept itself where none is near enough. There may be a smaller set, which would take minutes to find.
"""

from __future__ import annotations

import sys
from array import array
from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

from PIL import Image

from layoutkit.color import Color
from layoutkit.color.difference import ciede2000
from layoutkit.color.spaces import lab

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from layoutkit.color.spaces import Lab

__all__ = ["MOST_DIFFERENT", "merged", "with_merged_colors"]

MOST_DIFFERENT = 1.0
"""ΔE of CIEDE2000 between a colour and what it becomes: just noticeable side by side."""
_LIGHTNESS, _CHROMA = 2.0, 7.0
"""How far apart in CIELAB colours of such a difference can be, along L and along a or b: the divisors of CIEDE2000
are at most 1.75 for lightness and, within sRGB, about 7 for chroma."""
_RGB, _OPAQUE = "RGB", 255


def with_merged_colors(image: Image.Image) -> Image.Image:
    """An opaque picture with fewer colours."""
    if image.mode != _RGB:
        return image
    counted = image.getcolors(image.width * image.height) or []
    becomes = merged((count, color) for count, color in counted if isinstance(color, tuple))
    if all(one == other for one, other in becomes.items()):
        return image
    places = {_place(one): _place(other) for one, other in becomes.items()}
    pixels = memoryview(image.convert("RGBA").tobytes()).cast("I")
    data = array("I", map(places.__getitem__, pixels)).tobytes()
    return Image.frombytes("RGBA", image.size, data).convert(_RGB)


def _place(color: tuple[int, ...]) -> int:
    return int.from_bytes((*color, _OPAQUE), sys.byteorder)


def merged(counted: Iterable[tuple[int, tuple[int, ...]]]) -> Mapping[tuple[int, ...], tuple[int, ...]]:
    """What each colour becomes.

    Args:
        counted: how often each colour is there, and its red, green and blue from 0 to 255.
    """
    kept: dict[tuple[int, int, int], list[tuple[Lab, tuple[int, ...]]]] = defaultdict(list)
    becomes = {}
    for _, color in sorted(counted, reverse=True):
        its = lab(Color(color[0] / 255, color[1] / 255, color[2] / 255))
        near = min(_within(its, kept), default=None)
        if near is None:
            kept[_cell(its)].append((its, color))
        becomes[color] = color if near is None else near[1]
    return becomes


def _within(
    its: Lab, kept: Mapping[tuple[int, int, int], list[tuple[Lab, tuple[int, ...]]]]
) -> Iterator[tuple[float, tuple[int, ...]]]:
    """The kept colours that are near enough, with their differences."""
    around = product((-1, 0, 1), repeat=3)
    (x, y, z) = _cell(its)
    for dx, dy, dz in around:
        for other, color in kept.get((x + dx, y + dy, z + dz), ()):
            if abs(other[0] - its[0]) < _LIGHTNESS:
                apart = ciede2000(its, other)
                if apart <= MOST_DIFFERENT:
                    yield apart, color


def _cell(its: Lab) -> tuple[int, int, int]:
    return int(its[0] // _LIGHTNESS), int(its[1] // _CHROMA), int(its[2] // _CHROMA)
