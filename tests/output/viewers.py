"""Pictures of PDF and SVG files as other people's programs show them: Poppler's pdftoppm and headless Chromium.

Both are Debian packages, which `make test` installs where it may. A test that needs one is in the second tier, and is
skipped where the program is missing.
"""

from __future__ import annotations

import io
import subprocess
import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

from PIL import Image

from tests.programs import needs

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["by_chromium", "by_pdftoppm", "needs", "part_by_pdftoppm", "screenshot", "size_of"]

_FINER = 4
"""A PDF is drawn so many times as fine and then reduced: Poppler puts edges of letters on quarters of a pixel."""
_GAP = 1
"""CSS px between two pictures on one page."""
_SMALLEST_WINDOW = 500, 300
"""CSS px; of lower windows headless Chromium paints too little, and the rest of the picture is white."""
_PATIENCE = 240
"""Seconds that a program may take on a busy machine."""
_PREFERENCES: Mapping[str, tuple[str, ...]] = {
    "light": (),
    "dark": ("--blink-settings=preferredColorScheme=0",),
}


def by_pdftoppm(path: Path, size: tuple[int, int]) -> Image.Image:
    """The first page at a width in pixels; what the page is higher than the size, a part of a pixel, is cut off."""
    width = str(_FINER * size[0])
    return _by_pdftoppm(path, (0, 0, *size), "-scale-to-x", width, "-scale-to-y", "-1")


def part_by_pdftoppm(path: Path, box: tuple[int, int, int, int], scale: int) -> Image.Image:
    """A part of the first page, at so many pixels for one CSS px; white where it reaches beyond the page.

    Args:
        path: the PDF.
        box: left, top, width and height, in these pixels.
        scale: pixels for one CSS px, of which an inch has 96.
    """
    part = Image.new("RGB", box[2:], "white")
    part.paste(_by_pdftoppm(path, box, "-r", str(96 * scale * _FINER)))
    return part


def _by_pdftoppm(path: Path, box: tuple[int, int, int, int], *how: str) -> Image.Image:
    left, top, width, height = (str(_FINER * length) for length in box)
    command = ["pdftoppm", *how, "-x", left, "-y", top, "-W", width, "-H", height, "-singlefile", str(path)]
    done = subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)
    with Image.open(io.BytesIO(done.stdout)) as drawn:
        return drawn.convert("RGB").reduce(_FINER)


@cache
def by_chromium(folder: Path, mode: Literal["light", "dark"], scale: int) -> Mapping[str, Image.Image]:
    """Every SVG file of a folder by its stem, as an ``<img>`` for readers who prefer one of the modes.

    One process draws them all, below each other on one page.

    Args:
        folder: where the files are.
        mode: what the reader prefers.
        scale: device pixels for one CSS px.
    """
    boxes: dict[str, tuple[int, int, int]] = {}
    top, widest = 0, 0
    images = []
    for path in sorted(folder.glob("*.svg")):
        width, height = size_of(path)
        images.append(f'<img src="{path.as_uri()}" style="position:absolute;left:0;top:{top}px">')
        boxes[path.stem] = top, round(scale * width), round(scale * height)
        top += int(height) + 1 + _GAP
        widest = max(widest, int(width) + 1)
    html = f"<!doctype html><style>body{{margin:0}}</style>{''.join(images)}"
    whole = screenshot(html, (widest, top), scale, _PREFERENCES[mode])
    return {
        name: whole.crop((0, scale * top, width, scale * top + height)) for name, (top, width, height) in boxes.items()
    }


def screenshot(html: str, size: tuple[int, int], scale: int, preferences: tuple[str, ...]) -> Image.Image:
    """So many CSS px of a page, from its top left; the window is larger where Chromium needs that."""
    window = max(size[0], _SMALLEST_WINDOW[0]), max(size[1], _SMALLEST_WINDOW[1])
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:  # Chromium may still be writing its profile
        page, shot = Path(name) / "page.html", Path(name) / "shot.png"
        page.write_text(html, encoding="utf-8")
        command = [
            "chromium",
            *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run"),
            *("--disable-background-networking", "--disable-dev-shm-usage", "--force-color-profile=srgb"),
            *(f"--force-device-scale-factor={scale}", f"--window-size={window[0]},{window[1]}", *preferences),
            *(f"--user-data-dir={Path(name) / 'profile'}", f"--screenshot={shot}", page.as_uri()),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)
        with Image.open(shot) as image:
            return image.convert("RGB").crop((0, 0, scale * size[0], scale * size[1]))


def size_of(path: Path) -> tuple[float, float]:
    """Width and height of an SVG file in CSS px."""
    root = ET.parse(path).getroot()  # noqa: S314 - written by this package
    return float(root.get("width", "")), float(root.get("height", ""))
