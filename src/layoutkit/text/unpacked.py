"""WOFF files unpacked once: the result is kept beside the file, in ``__pycache__``, as Python keeps what it compiles.

Unpacking a WOFF2 file takes longer than everything else that a font needs at the start. A kept file has the digests of
the packed and of the unpacked bytes in its name, so that one of another font, or one that is damaged, is never used.
Where the folder cannot be written, the font is unpacked again each time.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["unpacked"]

_FOLDER = "__pycache__"
_DIGITS = 16
"""Hexadecimal digits of a digest in a name."""
_SUFFIX = ".sfnt"


def unpacked(path: Path, data: bytes) -> bytes:
    """The font of a WOFF or WOFF2 file as TrueType or OpenType.

    Args:
        path: the file.
        data: what is in it.

    Raises:
        ImportError: a package is missing that WOFF2 needs.
        Exception: the file is damaged; fontTools lets through whatever it sets off.
    """
    start = f"{path.name}-{_digest(data)}-"
    kept = _kept(path.parent / _FOLDER, start)
    if kept is None:
        kept = _unpack(data)
        with contextlib.suppress(OSError):  # a folder that is not ours, or a full disk
            _keep(path, start, kept)
    return kept


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:_DIGITS]


def _kept(folder: Path, start: str) -> bytes | None:
    """The bytes that were kept under a name, as they were written; None where there are none."""
    try:
        for path in folder.iterdir():
            if path.name.startswith(start) and path.suffix == _SUFFIX:
                data = path.read_bytes()
                if path.name == f"{start}{_digest(data)}{_SUFFIX}":
                    return data
    except (OSError, ValueError):  # ValueError: no folder can have such a name
        pass
    return None


def _keep(path: Path, start: str, data: bytes) -> None:
    """Keep what was unpacked, and nothing that was unpacked of the file before."""
    folder = path.parent / _FOLDER
    folder.mkdir(exist_ok=True)
    handle, written = tempfile.mkstemp(dir=folder, prefix=f"{path.name}-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(written, folder / f"{start}{_digest(data)}{_SUFFIX}")  # noqa: PTH105 - both are in the same folder
    except OSError:
        os.unlink(written)  # noqa: PTH108
        raise
    for other in folder.iterdir():
        if other.name.startswith(f"{path.name}-") and other.suffix == _SUFFIX and not other.name.startswith(start):
            other.unlink(missing_ok=True)


def _unpack(data: bytes) -> bytes:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - only who uses a WOFF file pays for the import

    result = BytesIO()
    with TTFont(BytesIO(data), recalcBBoxes=False, recalcTimestamp=False) as font:
        font.flavor = None
        font.save(result)
    return result.getvalue()
