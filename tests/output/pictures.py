"""Short ways to replay operations and to look at the pixels."""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image

from layoutkit.output.metadata import Metadata
from layoutkit.output.png import png
from layoutkit.paint.display import DisplayList

if TYPE_CHECKING:
    from layoutkit.paint.display import Operation

__all__ = ["ABOUT", "RED_PIXEL", "WHITE_PIXEL", "Picture", "Pixel", "chunks", "picture", "replayed"]

ABOUT = Metadata("Título", "O que se vê: maçãs", "pt-BR")
Pixel = tuple[int, int, int]
WHITE_PIXEL, RED_PIXEL = (255, 255, 255), (255, 0, 0)
_SIGNS = {WHITE_PIXEL: ".", RED_PIXEL: "#"}


@dataclass(frozen=True, slots=True)
class Picture:
    """The pixels of an image."""

    width: int
    height: int
    rgb: bytes

    def at(self, x: int, y: int) -> Pixel:
        """One pixel."""
        offset = 3 * (y * self.width + x)
        red, green, blue = self.rgb[offset : offset + 3]
        return red, green, blue

    def pixels(self) -> list[Pixel]:
        """All pixels, row by row."""
        return [self.at(x, y) for y in range(self.height) for x in range(self.width)]

    def row(self, y: int) -> str:
        """A row of pixels: ``.`` for white, ``#`` for red, ``?`` for anything else."""
        return "".join(_SIGNS.get(self.at(x, y), "?") for x in range(self.width))

    def column(self, x: int) -> str:
        """A column of pixels, likewise."""
        return "".join(_SIGNS.get(self.at(x, y), "?") for y in range(self.height))

    def darkness(self, x: int, y: int) -> float:
        """0 for white, 1 for black."""
        return 1 - sum(self.at(x, y)) / 765

    def covered(self) -> float:
        """How many pixels black ink covers."""
        return sum(1 - sum(pixel) / 765 for pixel in self.pixels())

    def ink(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of everything that is not white."""
        across = [x for x in range(self.width) if self.column(x).strip(".")]
        down = [y for y in range(self.height) if self.row(y).strip(".")]
        return across[0], down[0], across[-1] + 1, down[-1] + 1


def picture(data: bytes) -> Picture:
    """Decode a PNG file without transparency."""
    with Image.open(io.BytesIO(data)) as image:
        assert image.format == "PNG"
        assert image.mode in ("RGB", "P")
        return Picture(*image.size, image.convert("RGB").tobytes())


def replayed(*operations: Operation, width: float = 20, height: float = 20, scale: float = 1) -> Picture:
    """Paint operations on white."""
    return picture(png(DisplayList(width, height, operations), scale, 96 * scale, ABOUT))


def chunks(data: bytes) -> list[tuple[str, bytes]]:
    """The chunks of a PNG file, in order (PNG specification, 5.3)."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    found, at = [], 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        found.append((data[at + 4 : at + 8].decode(), data[at + 8 : at + 8 + length]))
        at += 12 + length
    return found
