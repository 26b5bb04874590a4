"""How large a figure becomes on an output."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from layoutkit.tokens import OutputTokens

__all__ = ["PX_PER_INCH", "Raster", "page_width", "raster"]

PX_PER_INCH = 96


@dataclass(frozen=True, slots=True)
class Raster:
    """The resolution of a picture."""

    scale: float
    """Device pixels for one px."""
    dpi: float
    """Device pixels per inch."""


def raster(output: OutputTokens, figure_width: float) -> Raster:
    """The resolution that gives a figure its size.

    Args:
        output: tokens with either a scale, or a width on paper and dpi.
        figure_width: width of the layout in px.
    """
    if output.scale is not None:
        return Raster(output.scale, output.scale * PX_PER_INCH)
    if output.width is None or output.dpi is None:
        raise ValueError(f"output {output.name} has neither a scale nor a width with dpi")
    device_pixels = round(output.width / PX_PER_INCH * output.dpi)
    return Raster(device_pixels / figure_width, output.dpi)


def page_width(output: OutputTokens, figure_width: float) -> float:
    """The width of a figure on a page, in px of 1/96 inch.

    Args:
        output: tokens with either a scale or a width on paper.
        figure_width: width of the layout in px.
    """
    if output.width is not None:
        return output.width
    if output.scale is None:
        raise ValueError(f"output {output.name} has neither a scale nor a width")
    return figure_width * output.scale
