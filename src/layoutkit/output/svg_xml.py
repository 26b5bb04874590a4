"""Numbers and names as SVG files have them."""

from __future__ import annotations

import re

__all__ = ["number", "slug"]

_NO_NAME = re.compile(r"[^A-Za-z0-9]+")


def number(value: float, digits: int = 2) -> str:
    """A number with at most so many decimals, and no more signs than it needs."""
    text = f"{value:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def slug(text: str) -> str:
    """A name for CSS and ids: ``color.on_engine`` is ``color-on-engine``."""
    return _NO_NAME.sub("-", text).strip("-").lower()
