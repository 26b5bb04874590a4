"""Picture files -> drawings and pictures, each read once while it stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.cache import ByteCache
from layoutkit.drawing.pixels import PixelsError, read_pixels
from layoutkit.drawing.svg_error import SvgError
from layoutkit.reads import note_file

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.drawing.shapes import VectorImage
    from layoutkit.picture import Picture

__all__ = ["FileError", "read_picture"]

_LONGEST = 64_000_000
"""Bytes that a file may have."""
_KEPT = 256_000_000
"""Bytes of what was read that are kept."""
_SHAPES = 30
"""How many times larger an SVG file is once it is read."""
_cache: ByteCache[tuple[Path, int, int], VectorImage | Picture] = ByteCache(_KEPT)


class FileError(ValueError):
    """Why a file cannot be used; ``str()`` of it is a clause for a message."""

    def __init__(self, message: str, *, line: int = 0, hint: str = "") -> None:
        super().__init__(message)
        self.line = line
        """Of the file, counted from 1; 0 where no line is at fault."""
        self.hint = hint
        """What to do about it; may be empty."""


def read_picture(path: Path) -> VectorImage | Picture:
    """Read a PNG, JPEG or SVG file; its content decides which it is.

    Raises:
        FileError: it is missing, too large, broken, or of another format.
    """
    note_file(path)
    try:
        status = path.stat()
    except (OSError, ValueError):  # ValueError: no file can have such a name
        raise FileError("it does not exist") from None
    if not path.is_file():
        raise FileError("it is not a file")
    if status.st_size > _LONGEST:
        raise FileError(f"it has {status.st_size:,} bytes; at most {_LONGEST:,} are read")
    weight = status.st_size * (_SHAPES if path.suffix.lower() == ".svg" else 1)
    return _cache.get((path, status.st_mtime_ns, status.st_size), weight, lambda: _read(path))


def _read(path: Path) -> VectorImage | Picture:
    try:
        data = path.read_bytes()
    except OSError as cause:
        raise FileError(f"it cannot be read: {cause.strerror}") from None
    try:
        if path.suffix.lower() == ".svg" or data.lstrip()[:4] in (b"<svg", b"<?xm"):
            from layoutkit.drawing.svg import parse_svg  # noqa: PLC0415 - most figures have no SVG files

            return parse_svg(data.decode("utf-8-sig"))
        return read_pixels(data)
    except SvgError as cause:
        raise FileError(str(cause), line=cause.line, hint=cause.hint) from None
    except PixelsError as cause:
        raise FileError(str(cause)) from None
    except UnicodeDecodeError:
        raise FileError("it is not written in UTF-8") from None
