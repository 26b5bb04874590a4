"""Icons by name: those of lucide.json, drawn with strokes on a grid of 24 units, and the author's own."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from layoutkit.drawing.outline import outline
from layoutkit.drawing.shapes import CURRENT, VectorImage, VectorShape

__all__ = ["icon", "icon_names"]

_DATA = Path(__file__).with_name("lucide.json")


@cache
def icon(name: str) -> VectorImage:
    """A bundled icon; its strokes have the current colour.

    Raises:
        KeyError: there is none of this name.
    """
    _, _, width, height = (float(number) for number in _bundled()["grid"].split())
    shapes = (
        VectorShape(outline(data), None, CURRENT, width=2.0, cap="round", join="round")
        for data in _bundled()["icons"][name]
    )
    return VectorImage(tuple(shapes), width, height)


def icon_names() -> tuple[str, ...]:
    """The names of the bundled icons, in alphabetical order."""
    return tuple(_bundled()["icons"])


@cache
def _bundled() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(_DATA.read_text(encoding="utf-8"))
    return data
