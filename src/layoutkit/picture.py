"""A picture made of pixels, as a file that PNG, PDF and SVG can all take in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Picture"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG or JPEG file in sRGB or grey, upright: what it says of its orientation has been applied."""

    width: int
    """In pixels."""
    height: int
    format: Literal["png", "jpeg"]
    data: bytes
    """The bytes of the file, for targets that embed it as it is."""

    @property
    def media_type(self) -> str:
        """As in ``data:`` URLs."""
        return f"image/{self.format}"
