"""Shapes of the display list as SVG elements, and the definitions that they share."""

from __future__ import annotations

import base64
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from layoutkit.color import Color
from layoutkit.output.svg_path import path_data
from layoutkit.output.svg_xml import number
from layoutkit.output.xml_element import XmlElement
from layoutkit.paint.display import Clip, RadialGradient

if TYPE_CHECKING:
    from layoutkit.geometry import Rect
    from layoutkit.output.svg_colors import Palette, Tint
    from layoutkit.paint.display import (
        ClipPath,
        Dots,
        DrawPicture,
        DropShadow,
        Fade,
        Fill,
        FillPath,
        FillRect,
        StrokePath,
        StrokeRect,
    )

__all__ = ["Shapes"]

_REACH = 3.0
"""A shadow is cut off at so many standard deviations, where it is 0.1 %."""

_DIGITS = 4
"""Decimals of an opacity."""
_MITER_LIMIT = 4.0
"""SVG's own default."""

Tints = tuple["Tint", ...]


@dataclass(slots=True)
class Shapes:
    """Makes elements; equal definitions are made once."""

    palette: Palette
    prefix: str
    """What every id begins with."""
    definitions: dict[str, XmlElement] = field(default_factory=dict)
    """By what they consist of."""

    def fill_rect(self, op: FillRect, tints: Tints) -> XmlElement:
        """A filled rectangle."""
        return XmlElement("rect", {**self._fill(op.fill, tints), **_rect(op.rect, op.radius)})

    def stroke_rect(self, op: StrokeRect, tints: Tints) -> XmlElement:
        """A border: SVG's stroke lies on both sides of the outline, so the outline moves in by half of it."""
        return XmlElement("rect", {**self._stroke(tints[0], op.width, *op.dashes), **_rect(*op.line)})

    def shadow(self, op: DropShadow, tints: Tints) -> XmlElement:
        """A blurred rectangle.

        SVG's own Gaussian blur: it is computed in the resolution of the screen, so it is as sharp as gradients
        would be, and one line to read and edit where gradients would be dozens.
        """
        attributes = {**self._fill(op.color, tints), **_rect(op.rect, op.radius)}
        if op.sigma:
            attributes["filter"] = f"url(#{self._blur(op)})"
        return XmlElement("rect", attributes)

    def dots(self, op: Dots, tints: Tints) -> XmlElement:
        """Dots are the round ends of dashes without length: one line for each row, or for what is left of it."""
        left, top = op.rect.x + op.pitch / 2, op.rect.y + op.pitch / 2
        lines = (
            (left + first * op.pitch, top + row * op.pitch, (many - 1) * op.pitch + op.radius)
            for row, runs in enumerate(op.rows())
            for first, many in runs
        )  # the last dot is not left to rounding
        return XmlElement("path", {
            **self._stroke(tints[0], 2 * op.radius, (0.0, op.pitch)),
            "stroke-linecap": "round",
            "d": "".join(f"M{number(x)} {number(y)}h{number(width)}" for x, y, width in lines),
        })  # fmt: skip

    def fill_path(self, op: FillPath, tints: Tints) -> XmlElement:
        """A filled outline."""
        rule = {} if op.rule == "nonzero" else {"fill-rule": op.rule}
        return XmlElement("path", {**self._fill(op.fill, tints), **rule, "d": path_data(op.path.ops)})

    def stroke_path(self, op: StrokePath, tints: Tints) -> XmlElement:
        """A line; SVG's own defaults are butt ends and mitered joins."""
        attributes = self._stroke(tints[0], op.width, op.dash, op.dash_offset)
        if op.cap != "butt":
            attributes["stroke-linecap"] = op.cap
        if op.join != "miter":
            attributes["stroke-linejoin"] = op.join
        elif op.miter_limit != _MITER_LIMIT:
            attributes["stroke-miterlimit"] = number(op.miter_limit)
        return XmlElement("path", {**attributes, "d": path_data(op.path.ops)})

    def picture(self, op: DrawPicture) -> XmlElement:
        """A picture; its data is in the file once, however often it is shown."""
        data = base64.b64encode(op.picture.data).decode()
        source = {"href": f"data:{op.picture.media_type};base64,{data}", "width": "1", "height": "1"}
        name = self._define("picture", XmlElement("image", {**source, "preserveAspectRatio": "none"}))
        rect = op.rect
        place = f"translate({number(rect.x)} {number(rect.y)}) scale({number(rect.width)} {number(rect.height)})"
        return XmlElement("use", {"href": f"#{name}", "transform": place})

    def clip(self, op: Clip | ClipPath) -> XmlElement:
        """A group that is seen inside an outline only."""
        if isinstance(op, Clip):
            inside = XmlElement("rect", _rect(op.rect, op.radius))
        else:
            rule = {} if op.rule == "nonzero" else {"clip-rule": op.rule}
            inside = XmlElement("path", {**rule, "d": path_data(op.path.ops)})
        name = self._define("clip", XmlElement("clipPath", {}, [inside]))
        return XmlElement("g", {"clip-path": f"url(#{name})"})

    def fade(self, op: Fade) -> XmlElement:
        """A group that is composed by itself."""
        opacity = {"opacity": number(op.opacity, _DIGITS)} if op.opacity < 1 else {}
        style = {} if op.blend == "normal" else {"style": f"mix-blend-mode: {op.blend}"}
        return XmlElement("g", {**opacity, **style} or {"style": "isolation: isolate"})

    def _fill(self, fill: Fill, tints: Tints) -> dict[str, str]:
        if isinstance(fill, Color):
            return self.palette.attributes("fill", tints[0])
        stops = [
            XmlElement("stop", {"offset": number(at, 4), **self.palette.attributes("stop-color", tint)})
            for (at, _), tint in zip(fill.stops, tints, strict=True)
        ]
        if isinstance(fill, RadialGradient):
            gradient = XmlElement("radialGradient", {"gradientUnits": "userSpaceOnUse", **_circles(fill)}, stops)
            return {"fill": f"url(#{self._define('radial', gradient)})"}
        places = {"x1": number(fill.x1), "y1": number(fill.y1), "x2": number(fill.x2), "y2": number(fill.y2)}
        gradient = XmlElement("linearGradient", {"gradientUnits": "userSpaceOnUse", **places}, stops)
        return {"fill": f"url(#{self._define('gradient', gradient)})"}

    def _stroke(self, tint: Tint, width: float, dash: tuple[float, ...], start: float = 0.0) -> dict[str, str]:
        attributes = {**self.palette.attributes("stroke", tint), "fill": "none", "stroke-width": number(width)}
        if dash:
            attributes["stroke-dasharray"] = " ".join(map(number, dash))
        if number(start) != "0":
            attributes["stroke-dashoffset"] = number(start)
        return attributes

    def _blur(self, op: DropShadow) -> str:
        """The filter; its region is in shares of the rectangle, in whole tenths so that more rectangles share it."""
        reach = _REACH * op.sigma
        across, down = (math.ceil(10 * reach / max(side, 1.0)) / 10 for side in (op.rect.width, op.rect.height))
        region = {"x": number(-across), "y": number(-down), "width": number(1 + 2 * across)}
        blur = XmlElement("feGaussianBlur", {"stdDeviation": number(op.sigma)})
        return self._define("blur", XmlElement("filter", {
            **region,
            "height": number(1 + 2 * down),
            "color-interpolation-filters": "sRGB",
        }, [blur]))  # fmt: skip

    def _define(self, kind: Literal["blur", "clip", "gradient", "picture", "radial"], element: XmlElement) -> str:
        """The id of a definition."""
        key = repr(element)
        if key not in self.definitions:
            count = sum(known.tag == element.tag for known in self.definitions.values())
            name = f"{self.prefix}-{kind}-{count + 1}"
            self.definitions[key] = XmlElement(element.tag, {"id": name, **element.attributes}, element.children)
        return self.definitions[key].attributes["id"]


def _circles(fill: RadialGradient) -> dict[str, str]:
    """The circles of a gradient; what is SVG's own default is left out."""
    circles = {"cx": number(fill.x2), "cy": number(fill.y2), "r": number(fill.r2)}
    if (fill.x1, fill.y1) != (fill.x2, fill.y2):
        circles |= {"fx": number(fill.x1), "fy": number(fill.y1)}
    if fill.r1:
        circles["fr"] = number(fill.r1)
    if fill.matrix != (1.0, 0.0, 0.0, 1.0, 0.0, 0.0):
        circles["gradientTransform"] = f"matrix({' '.join(number(value, 6) for value in fill.matrix)})"
    return circles


def _rect(rect: Rect, radius: float) -> dict[str, str]:
    attributes = {
        "x": number(rect.x),
        "y": number(rect.y),
        "width": number(rect.width),
        "height": number(rect.height),
    }
    return {**attributes, "rx": number(radius)} if radius > 0 else attributes
