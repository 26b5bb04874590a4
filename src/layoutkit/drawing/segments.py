"""The parts of PNG and JPEG files: ITU-T T.81, annex B; the PNG specification (third edition), section 5."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["END", "JPEG", "PNG", "START", "jpeg_segments", "png_chunks"]

PNG = b"\x89PNG\r\n\x1a\n"
"""What a PNG file begins with."""
JPEG = b"\xff\xd8"
"""What a JPEG file begins with."""
START, END = 0xD8, 0xD9
_SCAN = 0xDA
_MARKER = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])")
"""In the data of a scan, a byte of 255 stands before 0, and before restart markers, which belong to the scan."""


def png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The name and the whole of each chunk, to IEND.

    Raises:
        ValueError: the file is cut short.
    """
    at, name = len(PNG), b""
    while name != b"IEND":
        if at + 12 > len(data):
            raise ValueError("it ends within a chunk")
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise ValueError("it ends within a chunk")
        yield name, data[at:end]
        at = end


def jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The marker and the data of each segment, to the end of the first picture.

    The data begin with the length of the segment; after the head of a scan, the scan follows.

    Raises:
        ValueError: the file is cut short, or has no marker where one belongs.
    """
    at, marker = len(JPEG), START
    while marker != END:
        found = _MARKER.match(data, at)
        if found is None:
            raise ValueError("it lacks a marker")
        marker, at = found[1][0], found.end()
        if marker == END:
            yield marker, b""
            return
        end = at + int.from_bytes(data[at : at + 2])
        if end > len(data) or end < at + 2:
            raise ValueError("it ends within a segment")
        if marker == _SCAN:
            following = _MARKER.search(data, end)
            if following is None:
                raise ValueError("it ends within a scan")
            end = following.start()
        yield marker, data[at:end]
        at = end
