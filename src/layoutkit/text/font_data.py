"""The bytes of a font file as HarfBuzz reads them: WOFF files are unpacked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.diagnostics import error
from layoutkit.text.unpacked import unpacked

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.origin import Location

__all__ = ["font_data"]

_WOFF, _WOFF2 = b"wOFF", b"wOF2"


def font_data(path: Path, place: Location | None) -> bytes:
    """The file as an SFNT (TrueType or OpenType); what is neither this nor WOFF is returned as it is.

    Raises:
        LayoutkitError: ``font-file``, where the file cannot be read, or is WOFF and cannot be unpacked.
    """
    try:
        data = path.read_bytes()
    except OSError as reason:
        raise error(
            "font-file",
            f"cannot read the font file {path}: {reason.strerror or reason}",
            place=place,
            hint="check the path in the tokens; it is looked up from the tokens' own folder",
        ) from None
    if data[:4] not in (_WOFF, _WOFF2):
        return data
    try:
        return unpacked(path, data)
    except ImportError:
        raise error(
            "font-file",
            f"{path} is a WOFF2 file, which needs the package brotli to be unpacked",
            place=place,
            hint="install brotli, or convert the file to WOFF, TTF or OTF",
        ) from None
    except Exception as reason:  # noqa: BLE001 - fontTools lets through whatever a damaged file sets off
        raise error(
            "font-file", f"the WOFF file {path} is damaged: {reason}", place=place, hint="use an undamaged copy"
        ) from None
