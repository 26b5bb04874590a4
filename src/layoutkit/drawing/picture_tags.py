"""What PNG and JPEG files say of their colours and of which side is up; what is damaged counts as not said.

Sources: the PNG specification (third edition), section 11.3; Exif 2.32, sections 4.5 and 4.6; ICC.1:2022, annex B.4.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.drawing.segments import PNG, jpeg_segments, png_chunks

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["PictureTags", "read_tags"]

_LONGEST = 16_000_000
"""Bytes that a colour profile may have once it is unpacked; those for presses have up to 4 million."""
_LONGEST_NAME = 79
"""Bytes that the name of a profile may have."""
_EXIF, _PROFILE = b"Exif\0\0", b"ICC_PROFILE\0"
_EXIF_SEGMENT, _PROFILE_SEGMENT = 0xE1, 0xE2
_ORIENTATION, _SHORT = 0x0112, 3
"""The tag of Exif, and the type of its value."""


@dataclass(frozen=True, slots=True)
class PictureTags:
    """Each None where the file does not say it."""

    orientation: int = 1
    """As in Exif, from 1 (upright) to 8."""
    profile: bytes | None = None
    """An ICC profile."""
    gamma: float | None = None
    """The exponent from light to the numbers in the file, such as 1 / 2.2."""
    primaries: tuple[float, ...] | None = None
    """The chromaticities x and y of white, red, green and blue."""
    code_points: tuple[int, ...] | None = None
    """Primaries, transfer function, matrix and range, numbered as in ITU-T H.273."""
    is_srgb: bool = False
    """Whether the file says that it is."""


def read_tags(data: bytes) -> PictureTags:
    """The tags of a PNG or JPEG file; of several that say the same thing, the first one counts."""
    return _png(data) if data.startswith(PNG) else _jpeg(data)


def _png(data: bytes) -> PictureTags:
    chunks: dict[bytes, bytes] = {}
    begun = False
    try:
        for name, chunk in png_chunks(data):
            begun = begun or name == b"IDAT"  # what says the colours of pixels stands before them
            if (not begun or name == b"eXIf") and zlib.crc32(chunk[4:-4]) == int.from_bytes(chunk[-4:]):
                chunks.setdefault(name, chunk[8:-4])
    except ValueError:
        pass  # what stands before the damage counts
    gamma = _numbers(chunks.get(b"gAMA", b""), 1)
    code_points = chunks.get(b"cICP", b"")
    return PictureTags(
        orientation=_orientation(chunks.get(b"eXIf", b"")),
        profile=_unpacked(chunks.get(b"iCCP", b"")),
        gamma=gamma[0] if gamma and gamma[0] > 0 else None,
        primaries=_primaries(chunks.get(b"cHRM", b"")),
        code_points=tuple(code_points) if len(code_points) == len("ptmr") else None,
        is_srgb=b"sRGB" in chunks,
    )


def _numbers(data: bytes, count: int) -> tuple[float, ...] | None:
    """Numbers that are stored as whole ones, 100,000 times as large."""
    if len(data) != 4 * count:
        return None
    return tuple(value / 100_000 for value in struct.unpack(f">{count}I", data))


def _primaries(chunk: bytes) -> tuple[float, ...] | None:
    """Chromaticities; None where one of them is beyond all light (CIE 15: x, y and 1 - x - y are shares)."""
    found = _numbers(chunk, 8)
    if found is None or any(x + y > 1 + 1e-9 for x, y in zip(found[::2], found[1::2], strict=True)):
        return None
    return found


def _unpacked(chunk: bytes) -> bytes | None:
    """The profile in an iCCP chunk: its name, 0, how it is packed (0), and the packed bytes."""
    name, separator, packed = chunk.partition(b"\0")
    if not 1 <= len(name) <= _LONGEST_NAME or not separator or packed[:1] != b"\0":
        return None
    try:
        return zlib.decompressobj().decompress(packed[1:], _LONGEST) or None
    except zlib.error:
        return None


def _jpeg(data: bytes) -> PictureTags:
    exif: bytes | None = None
    parts: dict[int, bytes] = {}
    try:
        for marker, segment in jpeg_segments(data):
            inside = segment[2:]
            if marker == _EXIF_SEGMENT and exif is None and inside.startswith(_EXIF):
                exif = inside.removeprefix(_EXIF)
            elif marker == _PROFILE_SEGMENT and inside.startswith(_PROFILE) and len(inside) > len(_PROFILE) + 2:
                number, count = inside[len(_PROFILE) :][:2]
                if 1 <= number <= count:
                    parts.setdefault(number, inside[len(_PROFILE) + 1 :])
    except ValueError:
        pass  # what stands before the damage counts
    return PictureTags(orientation=_orientation(exif or b""), profile=_joined(parts))


def _joined(parts: dict[int, bytes]) -> bytes | None:
    """A profile from its numbered parts, each behind the count of all."""
    counts: Iterable[int] = {part[0] for part in parts.values()}
    if list(counts) != [len(parts)]:
        return None
    return b"".join(parts[number][1:] for number in sorted(parts)) or None


def _orientation(exif: bytes) -> int:
    """The orientation in the first directory of a TIFF file."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(exif[:4])
    if order is None:
        return 1
    try:
        (directory,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, directory)
        for index in range(count):
            tag, kind, values, value = struct.unpack_from(f"{order}HHIH", exif, directory + 2 + 12 * index)
            if tag == _ORIENTATION:
                is_one = kind == _SHORT and values == 1 and 1 <= value <= 8  # noqa: PLR2004 - the eight orientations
                return value if is_one else 1
    except struct.error:
        pass
    return 1
