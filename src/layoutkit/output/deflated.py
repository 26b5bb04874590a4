"""Bytes packed for a file (RFC 1950): by libdeflate, which makes them smaller than zlib in half the time."""

from __future__ import annotations

import zlib
from importlib import import_module
from typing import Any

__all__ = ["packed"]


def packed(data: bytes | memoryview, level: int) -> bytes:
    """Pack bytes; any decoder of zlib's streams reads them.

    Where the package ``deflate`` does not run, zlib packs: the bytes are others then, what they unpack to is the same.

    Args:
        data: all of them.
        level: 1 is quick, 9 packs best.
    """
    try:
        libdeflate: Any = import_module("deflate")  # only where a PNG file is written
    except ImportError:
        return zlib.compress(data, level)
    return bytes(libdeflate.zlib_compress(data, level))
