"""The ink of glyphs on device pixels: where it begins, where it ends, where its weight lies."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image

from layoutkit.color import Color
from layoutkit.output.metadata import Metadata
from layoutkit.output.png import png
from layoutkit.paint.display import DisplayList, Glyphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from layoutkit.text.lines import TextBlock

BLACK = Color(0, 0, 0)
_TRACE = 0.1
"""A row of pixels with less ink than this share of the inkiest counts as empty."""


def glyphs_of(block: TextBlock, left: float, top: float) -> list[Glyphs]:
    """A block as operations, its top-left corner at (left, top)."""
    return [Glyphs(left + run.x, top + line.baseline, run.glyphs, BLACK) for line in block.lines for run in line.runs]


def darkness(glyphs: Iterable[Glyphs], width: float, height: float, scale: float) -> list[list[float]]:
    """Rows of pixels, 0 where there is no ink and 1 where it covers all, of a picture of width × height px."""
    black = tuple(Glyphs(g.x, g.y, g.run, BLACK) for g in glyphs)
    data = png(DisplayList(width, height, black), scale, 96 * scale, Metadata("", "", "pt-BR"))
    image = Image.open(io.BytesIO(data)).convert("L")
    pixels = image.tobytes()
    return [
        [1 - grey / 255 for grey in pixels[start : start + image.width]] for start in range(0, len(pixels), image.width)
    ]


def extent(shares: Sequence[float], scale: float) -> tuple[float, float]:
    """Where the ink begins and ends in px, from the darkest pixel of each row (or column).

    A row that is half as dark as the darkest is half covered.
    """
    most = max(shares)
    inked = [i for i, share in enumerate(shares) if share > most * _TRACE]
    first, last = inked[0], inked[-1]
    return (first + 1 - shares[first] / most) / scale, (last + shares[last] / most) / scale


def rows(pixels: list[list[float]]) -> list[float]:
    """The darkest pixel of each row."""
    return [max(row) for row in pixels]


def columns(pixels: list[list[float]]) -> list[float]:
    """The darkest pixel of each column."""
    return [max(column) for column in zip(*pixels, strict=True)]
