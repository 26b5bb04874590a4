"""A display list as pixels, handed out in bands: a second copy of a large picture is never held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PIL import Image

from layoutkit.color import Color
from layoutkit.output.cairo_binding import cairo
from layoutkit.output.cairo_replay import replay
from layoutkit.paint.display import FillRect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from layoutkit.paint.display import DisplayList

__all__ = ["Pixels", "rasterise", "scanlines"]

_TILE = 16384
"""Device pixels that are painted at once in each direction; a Cairo image may have 32,767."""
_BYTES = 4
"""Of one of Cairo's pixels."""
_BAND = 300_000
"""Pixels of a band, about: few enough to stay in a processor's cache."""
_NO_FILTER = 1
"""Bytes before each row of a PNG file: they name its filter."""


@dataclass(frozen=True, slots=True, eq=False)
class Pixels:
    """What was painted, in device pixels from the top-left corner."""

    width: int
    height: int
    opaque: bool
    """Whether the pixels are red, green and blue, without alpha."""
    tiles: tuple[tuple[Any, ...], ...]
    """Cairo's surfaces: rows of tiles, from left to right."""

    @property
    def mode(self) -> str:
        """Pillow's name of what a pixel is: ``RGB`` or ``RGBA``."""
        return "RGB" if self.opaque else "RGBA"

    def bands(self) -> Iterator[Image.Image]:
        """The rows from the top, some at a time."""
        rows = max(1, _BAND // self.width)
        for tiles in self.tiles:
            height = tiles[0].get_height()
            for top in range(0, height, rows):
                yield self._band(tiles, top, min(rows, height - top))

    def scanlines(self) -> memoryview:
        """The rows as a PNG file has them before they are packed: the filter "none", then the row, for each row.

        They take the memory of the surface where they fit, which is no picture any more then: so that a large picture
        needs no second one.
        """
        length = len(self.mode) * self.width + _NO_FILTER
        fits = self.opaque and len(self.tiles) == 1 and len(self.tiles[0]) == 1
        rows = memoryview(self.tiles[0][0].get_data() if fits else bytearray(self.height * length))
        return _filled(rows, self.bands())

    def image(self) -> Image.Image:
        """All pixels as one picture of Pillow's."""
        image = Image.new(self.mode, (self.width, self.height))
        top = 0
        for band in self.bands():
            image.paste(band, (0, top))
            top += band.height
        return image

    def _band(self, tiles: tuple[Any, ...], top: int, rows: int) -> Image.Image:
        if len(tiles) == 1:
            return self._part(tiles[0], top, rows)
        band, left = Image.new(self.mode, (self.width, rows)), 0
        for tile in tiles:
            band.paste(self._part(tile, top, rows), (left, 0))
            left += tile.get_width()
        return band

    def _part(self, tile: Any, top: int, rows: int) -> Image.Image:  # noqa: ANN401 - a surface of either binding
        stride = tile.get_stride()
        data = memoryview(tile.get_data())[top * stride : (top + rows) * stride]
        raw = "BGRX" if self.opaque else "BGRa"
        return Image.frombytes(self.mode, (tile.get_width(), rows), data, "raw", raw, stride, 1)


def scanlines(image: Image.Image) -> memoryview:
    """Those of a picture of Pillow's."""
    length = len(image.mode) * image.width + _NO_FILTER
    return _filled(memoryview(bytearray(image.height * length)), [image])


def _filled(rows: memoryview, bands: Iterable[Image.Image]) -> memoryview:
    """Room for scanlines, filled with those of bands; what is left over is cut off."""
    at = 0
    for band in bands:
        # Pillow fills rows up to a length with zeros: one more byte a row is the filter of the next row
        data = band.tobytes("raw", band.mode, len(band.mode) * band.width + _NO_FILTER, 1)
        rows[at : at + _NO_FILTER] = bytes(_NO_FILTER)
        rows[at + _NO_FILTER : at + len(data)] = memoryview(data)[:-_NO_FILTER]
        at += len(data)
    return rows[:at]


def rasterise(display: DisplayList, scale: float, width: int, height: int) -> Pixels:
    """Paint a display list, in tiles where the picture is larger than one.

    Args:
        display: what to draw, in px.
        scale: device pixels for one px.
        width: of the picture, in device pixels.
        height: likewise.
    """
    opaque = _opaque(display)
    tiles = tuple(
        tuple(
            _tile(display, scale, (left, top, min(left + _TILE, width), min(top + _TILE, height)), opaque=opaque)
            for left in range(0, width, _TILE)
        )
        for top in range(0, height, _TILE)
    )
    return Pixels(width, height, opaque, tiles)


def _opaque(display: DisplayList) -> bool:
    """Whether the page is: a background that covers it in a transparent colour says that it is not."""
    page = next(iter(display.ink), None)
    if not isinstance(page, FillRect) or not isinstance(page.fill, Color):
        return True
    covers = page.rect.width >= display.width and page.rect.height >= display.height
    return page.fill.opaque or not covers


def _tile(display: DisplayList, scale: float, box: tuple[int, int, int, int], *, opaque: bool) -> Any:  # noqa: ANN401 - a surface of either binding
    left, top, right, bottom = box
    surface = cairo.ImageSurface(cairo.Format.RGB24 if opaque else cairo.Format.ARGB32, right - left, bottom - top)
    context = cairo.Context(surface)
    if opaque:
        context.set_source_rgb(1, 1, 1)
        context.paint()
    context.translate(-left, -top)
    context.scale(scale, scale)
    replay(display, context)
    surface.flush()
    return surface
