"""Whether a file shows what its figure is drawn as now: pixels and texts, not bytes that a reader does not see."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from layoutkit.diagnostics import Diagnostic
from layoutkit.published import File, Published

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.published import Content, Made

__all__ = ["compared", "outdated"]


def compared(made: Made, out: Path) -> Published:
    """A figure and its files, with an error for each that shows something else; nothing is written.

    Args:
        made: the figure.
        out: the folder that has a folder for each output.
    """
    findings = [*made.findings, *(fault for content in made.files for fault in outdated(content, out))]
    files = tuple(File(out / one.path, len(one.data), one.output) for one in made.files)
    return Published(tuple(findings), files)


def outdated(content: Content, out: Path) -> tuple[Diagnostic, ...]:
    """An error where a file shows something else; nothing where it does not."""
    what = _difference(content, out)
    hint = "render it, look at it, and commit it"
    return (Diagnostic("outdated-file", f"{out / content.path} {what}", hint=hint),) if what else ()


def _difference(content: Content, out: Path) -> str:
    """How a file differs from what it would be now, in words after its name; empty where nobody sees a difference."""
    path = out / content.path
    try:
        there = path.read_bytes()
    except OSError:
        return "is missing"
    if there == content.data:
        return ""
    if path.suffix in (".png", ".webp"):
        return _of_pictures(there, content.data)
    if path.suffix == ".svg" and there.replace(b"\r\n", b"\n") == content.data:
        return ""  # a checkout may change the ends of lines
    return "is not what its figure is drawn as now"


def _of_pictures(there: bytes, now: bytes) -> str:
    from PIL import Image, ImageChops, UnidentifiedImageError  # noqa: PLC0415 - where pictures differ

    try:
        with Image.open(io.BytesIO(there)) as old, Image.open(io.BytesIO(now)) as new:
            if old.size != new.size:
                (width, height), (wide, high) = old.size, new.size
                return f"is {width}×{height} px; its figure is drawn as {wide}×{high} px now"
            texts = [getattr(one, "text", {}) for one in (old, new)]
            changed = ImageChops.difference(old.convert("RGBA"), new.convert("RGBA"))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return "is not a picture"
    bands = changed.split()
    worst = bands[0]
    for band in bands[1:]:
        worst = ImageChops.lighter(worst, band)
    count = worst.size[0] * worst.size[1] - worst.histogram()[0]
    if count:
        return f"differs from what its figure is drawn as now in {count:,} of {worst.size[0] * worst.size[1]:,} pixels"
    return "has other texts than its figure has now" if texts[0] != texts[1] else ""
