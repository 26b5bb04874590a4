"""Picture files without what they tell of whoever took them: place, time, camera, names, previews, second pictures.

What decides the pixels is copied byte by byte, so nothing is lost. What decides their colours and which side is up
(``picture_tags.py``) is left out as well: pictures are sRGB and upright once they are read.
"""

from __future__ import annotations

from layoutkit.drawing.segments import END, JPEG, PNG, jpeg_segments, png_chunks

__all__ = ["without_metadata"]

_PNG_KEPT = (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS")
_COMMENT = 0xFE
_APPLICATION = range(0xE0, 0xF0)
_APPLICATION_KEPT = {b"JFIF\0": 14, b"Adobe": 12}
"""What begins the application segments that decide how colours are read, and the bytes that they have at least."""


def without_metadata(data: bytes) -> bytes | None:
    """The file without metadata and without what follows its end; None where it is not understood."""
    try:
        if data.startswith(PNG):
            return PNG + b"".join(chunk for name, chunk in png_chunks(data) if name in _PNG_KEPT)
        return _jpeg(data) if data.startswith(JPEG) else None
    except ValueError:
        return None


def _jpeg(data: bytes) -> bytes:
    kept = [JPEG]
    for marker, segment in jpeg_segments(data):
        if marker == END or (marker != _COMMENT and (marker not in _APPLICATION or _decides(segment[2:]))):
            kept.append(bytes((0xFF, marker)) + segment)
    return b"".join(kept)


def _decides(inside: bytes) -> bool:
    """Whether an application segment decides how colours are read; one that is cut short does not."""
    return any(inside.startswith(name) and len(inside) >= least for name, least in _APPLICATION_KEPT.items())
