"""Tables of a font -> a WOFF file (W3C Recommendation "WOFF File Format 1.0")."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["woff"]

_HEADER, _ENTRY = struct.Struct(">4s4sLHHLHHLLLLL"), struct.Struct(">4sLLLL")
"""Sections 3 and 4."""
_SFNT_HEADER, _SFNT_ENTRY = struct.Struct(">4sHHHH"), struct.Struct(">4sLLL")
"""The same of the font when it is unpacked (OpenType specification, "Table directory")."""
_ADJUSTMENT = slice(8, 12)
"""Of ``head``: what makes the checksum of the whole font the one below."""
_WHOLE = 0xB1B0AFBA
_BEST = 9
"""Level of zlib: subsets are small."""
_LIMIT = 1 << 32


@dataclass(frozen=True, slots=True)
class _Table:
    tag: bytes
    data: bytes

    @property
    def padded(self) -> bytes:
        return _padded(self.data)

    @property
    def checksum(self) -> int:
        return _sum(self.padded)


def woff(flavor: bytes, tables: Mapping[str, bytes]) -> bytes:
    """A font as a WOFF file.

    Args:
        flavor: the first four bytes of the font: its kind of outlines.
        tables: all of them; ``head`` gets a new checksum of the whole.
    """
    its = [_Table(tag.encode("ascii"), data) for tag, data in sorted(tables.items())]
    its = [_Table(one.tag, _adjusted(flavor, its, one.data)) if one.tag == b"head" else one for one in its]
    at = _HEADER.size + _ENTRY.size * len(its)
    entries: list[bytes] = []
    bodies: list[bytes] = []
    for table in its:
        packed = zlib.compress(table.data, _BEST)
        body = packed if len(packed) < len(table.data) else table.data
        # the checksum of head leaves its adjustment out, as in the font itself
        entries.append(_ENTRY.pack(table.tag, at, len(body), len(table.data), _unadjusted(table).checksum))
        bodies.append(_padded(body))
        at += len(bodies[-1])
    unpacked = _SFNT_HEADER.size + sum(_SFNT_ENTRY.size + len(table.padded) for table in its)
    header = _HEADER.pack(b"wOFF", flavor, at, len(its), 0, unpacked, 1, 0, 0, 0, 0, 0, 0)
    return b"".join((header, *entries, *bodies))


def _adjusted(flavor: bytes, tables: Iterable[_Table], head: bytes) -> bytes:
    """The table ``head`` with the number that makes the sum over the whole font what the specification demands."""
    whole = _sum(_sfnt([_unadjusted(table) for table in tables], flavor))
    number = (_WHOLE - whole) % _LIMIT
    return head[: _ADJUSTMENT.start] + struct.pack(">L", number) + head[_ADJUSTMENT.stop :]


def _unadjusted(table: _Table) -> _Table:
    if table.tag != b"head":
        return table
    return _Table(table.tag, table.data[: _ADJUSTMENT.start] + bytes(4) + table.data[_ADJUSTMENT.stop :])


def _sfnt(tables: list[_Table], flavor: bytes) -> bytes:
    """The font when it is unpacked: directory and tables."""
    log = len(tables).bit_length() - 1
    span = 16 << log
    at = _SFNT_HEADER.size + _SFNT_ENTRY.size * len(tables)
    entries: list[bytes] = []
    for table in tables:
        entries.append(_SFNT_ENTRY.pack(table.tag, table.checksum, at, len(table.data)))
        at += len(table.padded)
    header = _SFNT_HEADER.pack(flavor, len(tables), span, log, _SFNT_ENTRY.size * len(tables) - span)
    return b"".join((header, *entries, *(table.padded for table in tables)))


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 4)


def _sum(data: bytes) -> int:
    """Of 32-bit numbers; the data is padded to whole ones."""
    numbers: tuple[int, ...] = struct.unpack(f">{len(data) // 4}L", data)
    return sum(numbers) % _LIMIT
