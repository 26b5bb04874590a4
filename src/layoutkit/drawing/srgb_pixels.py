"""Pixels in the colours of a file -> pixels in sRGB.

Of what a PNG file says, the first of code points, profile, "sRGB", gamma and primaries counts, as in its specification
(third edition, 4.3) and in browsers, where primaries without a gamma count for nothing. A profile is judged by the
colours that it gives. One that is damaged, or that is for other colours than those of the file, counts for nothing, as
in browsers: what else the file says counts then. Gamma and primaries become a profile, so that there is one way to
convert.
"""

from __future__ import annotations

import io
import struct
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PIL.Image import Image

    from layoutkit.drawing.picture_tags import PictureTags

__all__ = ["UnknownColorsError", "profile_of", "to_srgb"]

_SRGB_PRIMARIES = (0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06)
_PRIMARIES = {
    1: _SRGB_PRIMARIES,
    9: (0.3127, 0.329, 0.708, 0.292, 0.17, 0.797, 0.131, 0.046),
    12: (0.3127, 0.329, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06),
}
"""sRGB, BT.2020 and Display P3 by their numbers in H.273."""
_EXPONENTS: dict[int, float | None] = {4: 2.2, 5: 2.8, 8: 1.0, 13: None}
"""Transfer functions by their numbers in H.273; None is that of sRGB."""
_USUAL_GAMMA, _EXACT = 1 / 2.2, 1e-3
"""The gamma that stands for sRGB where a file says nothing else, and how near it has to be."""
_SRGB_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""Exponent, a, b, c and d of a parametric curve (ICC.1:2022, 10.18, function type 3)."""
_D50 = (0.9642, 1.0, 0.8249)
_BRADFORD = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))
_NEAR = 2
"""Levels of 255 by which a profile's colours may differ from sRGB's and count as the same."""
_STEPS = (0, 20, 60, 128, 192, 255)
"""Levels that are compared in each channel."""
_FITTING = {"L": ("GRAY", "RGB "), "RGB": ("RGB ",), "CMYK": ("CMYK",)}
"""The colours that a profile may be for."""
_KEPT = 16

Triple = tuple[float, float, float]
Rows = tuple[Triple, Triple, Triple]


class UnknownColorsError(ValueError):
    """The file has colours that cannot be converted; ``str()`` of it is a clause for a message."""


class _UnusableProfileError(ValueError):
    """A profile is damaged, or for other colours than those of the file."""


def to_srgb(image: Image, tags: PictureTags) -> Image | None:
    """The pixels in sRGB, grey ones in grey, their transparency untouched; None where they are sRGB already.

    Raises:
        UnknownColorsError: there are code points that are not understood.
    """
    profile = profile_of(tags)
    if profile is None:
        return None
    clear = image.mode in ("LA", "PA", "RGBA") or "transparency" in image.info
    alpha = image.convert("RGBA").getchannel("A") if clear else None
    grey = image.mode in ("1", "L", "LA")
    space = "L" if grey else "CMYK" if image.mode == "CMYK" else "RGB"
    try:
        change = _change(profile, space)
    except _UnusableProfileError:
        return to_srgb(image, replace(tags, profile=None)) if profile is tags.profile else None
    if change is None:
        return None
    pixels = (image.convert("RGBA") if image.mode == "P" else image).convert(space)
    if change.inputMode == "RGB":
        pixels = pixels.convert("RGB")
    converted: Image = change.apply(pixels)
    if grey:
        converted = converted.convert("L")
    if alpha is not None:
        converted.putalpha(alpha)
    return converted


def profile_of(tags: PictureTags) -> bytes | None:
    """The ICC profile that stands for what a file says; None where it says nothing, or sRGB.

    Raises:
        UnknownColorsError: there are code points that are not understood.
    """
    if tags.code_points is not None:
        primaries, transfer, matrix, full = tags.code_points
        if primaries not in _PRIMARIES or transfer not in _EXPONENTS or matrix or not full:
            numbers = ", ".join(map(str, tags.code_points))
            raise UnknownColorsError(f"its cICP chunk has the numbers {numbers}; sRGB, Display P3 and BT.2020 are read")
        return _built(_PRIMARIES[primaries], _EXPONENTS[transfer])
    if tags.profile is not None or tags.is_srgb or tags.gamma is None:
        return tags.profile
    if tags.primaries is None and abs(tags.gamma - _USUAL_GAMMA) < _EXACT:
        return None
    return _built(tags.primaries or _SRGB_PRIMARIES, 1 / tags.gamma)


def _apart(one: Iterable[float], other: Iterable[float]) -> float:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


@lru_cache(maxsize=_KEPT)
def _change(profile: bytes, space: str) -> Any:  # noqa: ANN401 - Pillow's ImageCmsTransform, which has no types
    """How pixels become sRGB; None where they are it already.

    Raises:
        _UnusableProfileError: the profile is none for them.
    """
    from PIL import Image, ImageCms  # noqa: PLC0415 - only pictures with colours of their own need it

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        colors = source.profile.xcolor_space
        if colors not in _FITTING[space]:
            raise _UnusableProfileError
        mode = {"GRAY": "L", "RGB ": "RGB", "CMYK": "CMYK"}[colors]
        change = ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        raise _UnusableProfileError from None
    if mode == "CMYK":
        return change
    levels = (
        [(r, g, b) for r in _STEPS for g in _STEPS for b in _STEPS] if mode == "RGB" else [(v,) * 3 for v in _STEPS]
    )
    sample = Image.frombytes("RGB", (len(levels), 1), bytes(level for color in levels for level in color))
    found: Image.Image = change.apply(sample.convert(mode))
    return change if _apart(found.tobytes(), sample.tobytes()) > _NEAR else None


@lru_cache(maxsize=_KEPT)
def _built(primaries: tuple[float, ...], exponent: float | None) -> bytes | None:
    """A profile of three primaries and one curve (ICC.1:2022, 8.3); None where no colours can have such primaries.

    Args:
        primaries: chromaticities of white, red, green and blue.
        exponent: from numbers to light; None is the curve of sRGB.
    """
    columns = _columns(primaries)
    if columns is None:
        return None
    curve = (exponent,) if exponent is not None else _SRGB_CURVE
    if not all(abs(value) < 1 << 15 for column in columns for value in column) or not curve[0] < 1 << 15:
        return None
    kind = 0 if exponent is not None else 3
    shared = struct.pack(">4s4xHxx", b"para", kind) + b"".join(map(_fixed, curve))
    xyz = [struct.pack(">4s4x", b"XYZ ") + b"".join(map(_fixed, values)) for values in (*columns, _D50)]
    names = (b"rXYZ", b"gXYZ", b"bXYZ", b"wtpt", b"rTRC", b"gTRC", b"bTRC")
    at, table, body = 128 + 4 + 12 * len(names), b"", b""
    for name, data in zip(names, (*xyz, shared, shared, shared), strict=True):
        table += struct.pack(">4sII", name, at + len(body), len(data))
        body += data
    size = at + len(body)
    head = struct.pack(">I4xI4s4s4s12x4s28x", size, 0x04300000, b"mntr", b"RGB ", b"XYZ ", b"acsp")
    head += b"".join(map(_fixed, _D50))
    return head.ljust(128, b"\0") + struct.pack(">I", len(names)) + table + body


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def _columns(primaries: tuple[float, ...]) -> tuple[Triple, ...] | None:
    """XYZ of red, green and blue under D50 (Lindbloom, RGB/XYZ Matrices and Chromatic Adaptation)."""
    points = list(zip(primaries[::2], primaries[1::2], strict=True))
    if any(y <= 0 for _, y in points):
        return None
    white, *columns = [(x / y, 1.0, (1 - x - y) / y) for x, y in points]
    scales = _solved(columns, white)
    if scales is None:
        return None
    scaled = [tuple(scale * value for value in column) for scale, column in zip(scales, columns, strict=True)]
    before, after = (_times(_BRADFORD, values) for values in (white, _D50))
    if not all(before):
        return None
    adapted = []
    axes = list(zip(*_BRADFORD, strict=True))
    for column in scaled:
        cones = [value * a / b for value, a, b in zip(_times(_BRADFORD, column), after, before, strict=True)]
        found = _solved(axes, cones)
        if found is None:
            return None
        adapted.append(found)
    return tuple(adapted)


def _times(rows: Any, vector: Any) -> Triple:  # noqa: ANN401 - three numbers, in any sequence
    one, two, three = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in rows)
    return one, two, three


def _solved(columns: Any, wanted: Any) -> Triple | None:  # noqa: ANN401 - likewise
    """How much of each column gives what is wanted (Cramer); None where they lie in one plane."""
    whole = _volume(*columns)
    if abs(whole) < 1e-9:  # noqa: PLR2004 - as good as none
        return None
    one, two, three = columns
    return (
        _volume(wanted, two, three) / whole,
        _volume(one, wanted, three) / whole,
        _volume(one, two, wanted) / whole,
    )


def _volume(one: Any, two: Any, three: Any) -> float:  # noqa: ANN401 - likewise
    a, b, c = one
    d, e, f = two
    g, h, i = three
    return float(a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g))
