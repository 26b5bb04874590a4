"""Gradients and shadows as smooth shadings; where they are transparent, a soft mask holds the transparency.

A soft mask is a picture in grey made of shadings (ISO 32000-1, section 11.5.3): it is as free of pixels as they are.
All coordinates are those of the user space that is in force where the shading or the mask is used.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from layoutkit.geometry import Edges
from layoutkit.output.pdf_colors import in_one_space
from layoutkit.output.pdf_objects import Name, number
from layoutkit.output.pdf_shadow import shadow_parts
from layoutkit.paint.display import RadialGradient

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.geometry import Rect
    from layoutkit.output.pdf_colors import ColorSpace
    from layoutkit.output.pdf_objects import Dictionary, PdfFile, Ref
    from layoutkit.paint.display import DropShadow, LinearGradient

__all__ = ["gradient_mask", "gradient_shading", "rectangle", "shadow_mask"]

_OVERLAP = 0.5
"""In px: parts of a shadow reach under their neighbours, so that no seam shows where a viewer smooths edges."""


def rectangle(rect: Rect) -> str:
    """The operator that adds a rectangle to the path."""
    return f"{number(rect.x)} {number(rect.y)} {number(rect.width)} {number(rect.height)} re"


def gradient_shading(gradient: LinearGradient | RadialGradient) -> Dictionary:
    """The colours of a gradient, without their transparency."""
    space, colors = in_one_space([color for _, color in gradient.stops])
    places = [place for place, _ in gradient.stops]
    return _between_ends(gradient, space, _function(list(zip(places, colors, strict=True))))


def gradient_mask(file: PdfFile, gradient: LinearGradient | RadialGradient, bounds: Rect) -> Ref:
    """The transparency of a gradient, inside ``bounds``."""
    stops = [(place, (color.alpha,)) for place, color in gradient.stops]
    shading = _between_ends(gradient, "DeviceGray", _function(stops))
    operators = ["/S0 sh"]
    if isinstance(gradient, RadialGradient):
        operators.insert(0, f"{' '.join(number(value, 8) for value in gradient.matrix)} cm")
    return _mask(file, bounds, operators, {"S0": shading})


def shadow_mask(file: PdfFile, shadow: DropShadow) -> tuple[Ref, Rect]:
    """How much of a shadow's colour is seen where, and the rectangle outside which none is."""
    parts = shadow_parts(shadow)
    profile = file.add(_function([(place, (share,)) for place, share in parts.stops]))
    shadings: Dictionary = {}
    operators = [f"{number(parts.stops[0][1])} g", rectangle(parts.middle.grown(_OVERLAP)), "f"]
    for rect, start, end in parts.edges:
        shading = _axial((start.x, start.y, end.x, end.y), "DeviceGray", profile)
        along = Edges(0, -_OVERLAP, 0, -_OVERLAP) if start.x == end.x else Edges(-_OVERLAP, 0, -_OVERLAP, 0)
        operators += _piece(rect.inset(along), shadings, shading)
    for rect, center in parts.corners:
        coordinates = [center.x, center.y, 0, center.x, center.y, parts.reach]
        operators += _piece(rect, shadings, _shading(3, coordinates, "DeviceGray", profile))
    return _mask(file, parts.bounds, operators, shadings), parts.bounds


def _piece(rect: Rect, shadings: Dictionary, shading: Dictionary) -> list[str]:
    name = f"S{len(shadings)}"
    shadings[name] = shading
    return ["q", rectangle(rect), "W n", f"/{name} sh", "Q"]


def _mask(file: PdfFile, bounds: Rect, operators: list[str], shadings: Dictionary) -> Ref:
    """The graphics state that puts a mask in force."""
    form = file.stream(
        "\n".join(operators).encode("ascii"),
        {
            "Type": Name("XObject"),
            "Subtype": Name("Form"),
            "BBox": [bounds.x, bounds.y, bounds.right, bounds.bottom],
            "Group": {"S": Name("Transparency"), "CS": Name("DeviceGray"), "I": True},
            "Resources": {"Shading": shadings},
        },
    )
    return file.add({"Type": Name("ExtGState"), "SMask": {"Type": Name("Mask"), "S": Name("Luminosity"), "G": form}})


def _between_ends(
    gradient: LinearGradient | RadialGradient, space: ColorSpace, function: Dictionary | Ref
) -> Dictionary:
    """The shading of a gradient, in its own coordinates."""
    if isinstance(gradient, RadialGradient):
        circles = [gradient.x1, gradient.y1, gradient.r1, gradient.x2, gradient.y2, gradient.r2]
        return _shading(3, circles, space, function)
    return _axial((gradient.x1, gradient.y1, gradient.x2, gradient.y2), space, function)


def _axial(line: tuple[float, float, float, float], space: ColorSpace, function: Dictionary | Ref) -> Dictionary:
    return _shading(2, list(line), space, function)


def _shading(kind: int, coordinates: list[float], space: ColorSpace, function: Dictionary | Ref) -> Dictionary:
    return {
        "ShadingType": kind,
        "ColorSpace": Name(space),
        "Coords": coordinates,
        "Function": function,
        "Extend": [True, True],
    }


def _function(stops: Sequence[tuple[float, tuple[float, ...]]]) -> Dictionary:
    """Straight lines from stop to stop (sections 7.10.3 and 7.10.4), level before the first and after the last."""
    stops = [(0.0, stops[0][1]), *stops, (1.0, stops[-1][1])]
    pieces = [(one, other) for one, other in pairwise(stops) if other[0] > one[0]]
    lines: list[Dictionary] = [
        {"FunctionType": 2, "Domain": [0, 1], "C0": c0, "C1": c1, "N": 1} for (_, c0), (_, c1) in pieces
    ]
    if len(lines) == 1:
        return lines[0]
    return {
        "FunctionType": 3,
        "Domain": [0, 1],
        "Functions": lines,
        "Bounds": [place for _, (place, _) in pieces[:-1]],
        "Encode": [0, 1] * len(lines),
    }
