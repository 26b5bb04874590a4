"""Compares what is drawn now with the picture that the documentation shows."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.goldens.comparing import compared, side_by_side

ROOT = Path(__file__).parents[2]


def small(picture: Image.Image, smaller: int = 4) -> Image.Image:
    """A picture of the means of squares: what it looks like, without the edges of letters."""
    return picture.convert("RGB").reduce(smaller)


def assert_looks_as(kept: Path, drawn: bytes, smaller: int = 4) -> None:
    """Fail where a drawing looks different from its picture, and save both side by side.

    Args:
        kept: the picture in docs/.
        drawn: a PNG file.
        smaller: device pixels along the side of a square whose mean is compared.
    """
    with Image.open(io.BytesIO(drawn)) as picture:
        now = small(picture, smaller)
    with Image.open(kept) as picture:
        before = small(picture, smaller)
    change = compared(before, now)
    if change.counts:
        shown = ROOT / "out" / "goldens" / kept.name
        shown.parent.mkdir(parents=True, exist_ok=True)
        side_by_side(before, now, kept.stem).save(shown)
        pytest.fail(f"{kept.stem} {change}. See {shown.relative_to(ROOT)}; if it is meant, run `make docs`")
