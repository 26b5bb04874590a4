"""Picture files without what they tell of whoever took them: place, time, camera, names, previews.

What decides the pixels is copied byte by byte, so nothing is lost. Formats: ITU-T T.81, annex B, for JPEG; the PNG
specification (third edition), sections 5 and 11.
"""

from __future__ import annotations

import re
import struct

__all__ = ["without_metadata"]

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"sRGB", b"gAMA", b"cHRM")
_START, _END, _SCAN, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_APPLICATION = range(0xE0, 0xF0)
_APPLICATION_KEPT = (b"JFIF\0", b"Adobe")
"""What begins the application segments that decide how colours are read."""
_MARKER = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])")
"""In the data of a scan, a byte of 255 stands before 0, and before restart markers, which belong to the scan."""


def without_metadata(data: bytes) -> bytes | None:
    """The file without metadata and without what follows its end; None where it is not understood."""
    try:
        return _png(data) if data.startswith(_PNG) else _jpeg(data)
    except (IndexError, struct.error):
        return None


def _png(data: bytes) -> bytes | None:
    kept, at, name = [_PNG], len(_PNG), b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            return None
        if name in _PNG_KEPT:
            kept.append(data[at:end])
        at = end
    return b"".join(kept)


def _jpeg(data: bytes) -> bytes | None:
    kept, at = [data[:2]], 2
    if kept != [bytes((0xFF, _START))]:
        return None
    while True:
        found = _MARKER.match(data, at)
        if found is None:
            return None
        marker, at = found[1][0], found.end()
        if marker == _END:
            return b"".join([*kept, bytes((0xFF, _END))])
        (length,) = struct.unpack_from(">H", data, at)
        segment, at = data[at : at + length], at + length
        if marker == _SCAN:
            following = _MARKER.search(data, at)
            if following is None:
                return None
            segment, at = segment + data[at : following.start()], following.start()
        if marker != _COMMENT and (marker not in _APPLICATION or segment[2:].startswith(_APPLICATION_KEPT)):
            kept.append(bytes((0xFF, marker)) + segment)
