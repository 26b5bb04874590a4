"""Every kind of operation as a display list, and what Cairo makes of it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image

from layoutkit.color import Color
from layoutkit.geometry import Rect
from layoutkit.output.png import png
from layoutkit.paint.display import (
    Clip,
    DisplayList,
    Dots,
    DropShadow,
    FillPath,
    FillRect,
    GridLines,
    LinearGradient,
    StrokePath,
    StrokeRect,
    Unclip,
)
from layoutkit.path import CLOSE, ClosePath, CurveTo, LineTo, MoveTo, Path
from tests.output.pictures import ABOUT

if TYPE_CHECKING:
    from layoutkit.paint.display import Operation

__all__ = ["BLACK", "BLUE", "GLASS", "OPERATIONS", "PAGE", "RED", "pixels"]

RED, BLUE, BLACK, GLASS = Color(1, 0, 0), Color(0, 0, 1), Color(0, 0, 0), Color(0, 0.5, 0, 0.4)


def pixels(display: DisplayList) -> Image.Image:
    """What Cairo draws, one pixel a px."""
    with Image.open(io.BytesIO(png(display, 1, 96, ABOUT))) as image:
        return image.convert("RGB")


def square(x: float, y: float, size: float) -> tuple[MoveTo | LineTo | CurveTo | ClosePath, ...]:
    return (MoveTo(x, y), LineTo(x + size, y), LineTo(x + size, y + size), LineTo(x, y + size), CLOSE)


BOW = Path((MoveTo(20, 80), CurveTo(60, -40, 140, -40, 180, 80), CLOSE))
RISING = LinearGradient(20, 0, 180, 60, ((0.1, RED), (0.4, BLUE), (0.9, GLASS)))
EVEN = LinearGradient(20, 0, 180, 0, ((0, GLASS), (1, Color(0.9, 0.7, 0, 0.4))))
PAGE = Rect(20, 10, 160, 80)

OPERATIONS: dict[str, tuple[Operation, ...]] = {
    "rectangle": (FillRect(PAGE, 0, RED), FillRect(Rect(40, 30, 100, 30), 12, GLASS)),
    "border": (StrokeRect(PAGE, 20, 3, "solid", BLUE), StrokeRect(Rect(50, 30, 90, 40), 0, 2, "dashed", RED)),
    "dotted border": (StrokeRect(PAGE, 8, 4, "dotted", BLACK),),
    "shadow": (DropShadow(PAGE.grown(-12), 10, 5, Color(0, 0, 0, 0.5)),),
    "shadow of a pill": (DropShadow(Rect(50, 40, 100, 20), 10, 6, RED.faded(0.25)),),
    "dots": (Dots(PAGE, 12, 2.5, GLASS),),
    "dots around words": (Dots(PAGE, 12, 2.5, GLASS, (Rect(70, 5, 60, 40), Rect(30, 60, 170, 20))),),
    "grid": (GridLines(PAGE, (30.5, 100.5, 170.5), (20.5, 60.5), 1, GLASS),),
    "grid around words": (GridLines(PAGE, (30.5, 100.5), (20.5, 60.5), 3, GLASS, (Rect(70, 50, 60, 30),)),),
    "path": (FillPath(BOW, RED),),
    "rule": (FillPath(Path(square(20, 10, 80) + square(40, 30, 40)), RED, "evenodd"),),
    "gradient": (FillPath(BOW, RISING),),
    "gradient of one alpha": (FillRect(PAGE, 16, EVEN),),
    "lines": (
        StrokePath(BOW, 6, (), GLASS, join="bevel"),
        StrokePath(Path((MoveTo(30, 50), LineTo(165, 50))), 8, (16, 12), RED, cap="round"),
        StrokePath(Path((MoveTo(60, 90), LineTo(90, 60), LineTo(120, 90))), 6, (), BLUE, "square", "miter"),
    ),
    "clip": (
        Clip(PAGE, 30), FillRect(PAGE, 0, RED), Clip(Rect(0, 0, 100, 100), 0), FillRect(PAGE, 0, BLUE), Unclip(),
        FillRect(Rect(80, 60, 60, 60), 0, GLASS), Unclip(), FillRect(Rect(0, 0, 10, 10), 0, BLUE),
    ),
}  # fmt: skip
