"""Whether a font file is whole: its directory, the tables that every output needs, and the bytes in them.

A file that fails here is refused when it is opened, so that all outputs agree about it. The bytes are compared with the
checksums of the directory, which takes a few milliseconds. Where they differ, all tables are read by what reads them
later for SVG and PDF files: see :func:`check_deeply`.
"""

from __future__ import annotations

import logging
import struct
import sys
from array import array
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

import uharfbuzz as hb

from layoutkit.diagnostics import LayoutkitError, error

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.origin import Location

__all__ = ["check_deeply", "check_tables", "damaged"]

_TRUETYPE, _OPENTYPE, _APPLE, _COLLECTION = b"\0\1\0\0", b"OTTO", b"true", b"ttcf"
_NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post")
"""What a web font must have (OpenType, "Required Tables"); browsers refuse fonts that lack one."""
_READ = frozenset({
    *_NEEDED, "glyf", "loca", "CFF ", "CFF2", "GDEF", "GSUB", "GPOS", "kern", "fvar", "avar", "gvar", "HVAR", "MVAR",
})  # fmt: skip
"""What is read to shape, draw and embed; damage elsewhere does no harm."""
_COLOR = frozenset({"CBDT", "COLR", "sbix", "SVG "})
"""A font of colour pictures may do without outlines; its characters are refused one by one, where a text has them."""
_HEADER, _RECORD = struct.Struct(">4sHHHH"), struct.Struct(">4sLLL")
_ADJUSTMENT = slice(8, 12)
"""Bytes of the table ``head`` that its checksum leaves out: they hold the checksum of the file."""


logging.getLogger("fontTools").addHandler(logging.NullHandler())
"""What fontTools remarks about a file is for those who listen to it, and not printed among our messages."""


class _Table(NamedTuple):
    tag: str
    checksum: int
    offset: int
    """Bytes from the start of the file."""
    length: int


def damaged(path: Path, reason: object, place: Location | None) -> LayoutkitError:
    """The error about a font file whose content cannot be read.

    Args:
        path: the file.
        reason: what went wrong, as a sentence or an exception.
        place: where the file is named.
    """
    if isinstance(reason, Exception):
        reason = f"{type(reason).__name__}: {reason}" if str(reason) else type(reason).__name__
    text = " ".join(str(reason).split())
    return error(
        "font-file", f"the font file {path} is damaged: {text:.200}", place=place, hint="use an undamaged copy"
    )


def check_tables(data: bytes, path: Path, place: Location | None) -> None:
    """Refuse a font that a later pass could not use.

    Args:
        data: the file, unpacked.
        path: its name, for messages.
        place: where it is named, for messages.

    Raises:
        LayoutkitError: ``font-file``.
    """
    tables = _directory(data, path, place)
    present = {table.tag for table in tables}
    missing = [tag for tag in _NEEDED if tag not in present]
    if missing:
        raise error(
            "font-file",
            f"the font file {path} lacks the table {missing[0]!r}"
            + (f" and {len(missing) - 1} more of the {len(_NEEDED)} needed" if len(missing) > 1 else ""),
            place=place,
            hint="use an undamaged copy, or the font's full version where this is a subset",
        )
    if not (present & _COLOR or present >= {"glyf", "loca"} or present & {"CFF ", "CFF2"}):
        raise damaged(path, "it has no outlines (a table 'glyf' with 'loca', or 'CFF ')", place)
    if any(_checksum(data, table) != table.checksum for table in tables if table.tag in _READ):
        check_deeply(data, path, place)


def check_deeply(data: bytes, path: Path, place: Location | None) -> None:
    """Read every table that outputs use, to the last glyph, as they do.

    Raises:
        LayoutkitError: ``font-file``, with what fontTools or HarfBuzz says.
    """
    try:
        _read_all(data)
    except Exception as reason:  # noqa: BLE001 - fontTools lets through whatever a damaged file sets off
        raise damaged(path, reason, place) from None


@lru_cache(maxsize=64)
def _read_all(data: bytes) -> None:
    """Read the tables with fontTools, then cut the font with HarfBuzz.

    What is read is remembered, as a program may check the fonts of many token files.
    """
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - slow to import, and seldom needed

    with TTFont(BytesIO(data), lazy=False, ignoreDecompileErrors=False) as font:
        font.getGlyphOrder()
        for tag in sorted(_READ.intersection(font.keys())):
            table = font[tag]
            if tag in ("CFF ", "CFF2"):
                for outlines in table.cff[0].CharStrings.values():
                    outlines.decompile()
    wanted = hb.SubsetInput()
    wanted.keep_everything()
    hb.subset(hb.Face(hb.Blob(data)), wanted)


def _directory(data: bytes, path: Path, place: Location | None) -> list[_Table]:
    """The table directory (OpenType, "Table Directory")."""
    kind = data[:4]
    if kind == _COLLECTION:
        raise error(
            "font-file",
            f"{path} is a collection of fonts",
            place=place,
            hint="save the font that you need as a TTF or OTF file of its own",
        )
    if kind not in (_TRUETYPE, _OPENTYPE, _APPLE) or len(data) < _HEADER.size:
        raise error("font-file", f"{path} is not an OpenType font", place=place, hint="a TTF or OTF file is needed")
    count = _HEADER.unpack_from(data)[1]
    end = _HEADER.size + count * _RECORD.size
    if not count:
        raise error("font-file", f"{path} is not an OpenType font", place=place, hint="a TTF or OTF file is needed")
    if end > len(data):
        raise damaged(path, f"its table directory ends at byte {end}, the file at byte {len(data)}", place)
    tables = [
        _Table(tag.decode("latin-1"), *numbers) for tag, *numbers in _RECORD.iter_unpack(data[_HEADER.size : end])
    ]
    for table in tables:
        if not (table.tag.isascii() and table.tag.isprintable()):
            raise damaged(path, f"its directory lists a table {table.tag!a}", place)
        if table.offset + table.length > len(data):
            raise damaged(
                path,
                f"its table {table.tag!r} ends at byte {table.offset + table.length}, the file at byte {len(data)}",
                place,
            )
        if table.offset < end and table.length:
            raise damaged(path, f"its table {table.tag!r} begins at byte {table.offset}, inside the directory", place)
    if len({table.tag for table in tables}) < len(tables):
        raise damaged(path, "its directory lists a table twice", place)
    return tables


def _checksum(data: bytes, table: _Table) -> int:
    """The sum of a table's 32-bit words (OpenType, "Calculating Checksums")."""
    content = bytearray(data[table.offset : table.offset + table.length])
    if table.tag == "head":
        content[_ADJUSTMENT] = bytes(4)
    content += bytes(-len(content) % 4)
    words = array("I", bytes(content))
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF
