"""What the reader knows of SVG: elements, attributes and properties. What is on no list is refused."""

from __future__ import annotations

from layoutkit.drawing.svg_error import SvgError
from layoutkit.keywords import BLENDS

__all__ = ["DEFINITIONS", "GROUPS", "OF_TEXT", "PROPERTIES", "SHAPES", "SILENT", "check_attributes", "check_property"]

SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon")
GROUPS = ("svg", "g", "a", "switch", "use", "symbol")
SILENT = ("title", "desc", "metadata", "namedview", "style")
"""Elements that paint nothing."""
DEFINITIONS = ("defs", "symbol", "clipPath", "linearGradient", "radialGradient", "marker", "pattern", "mask", "filter")
"""Elements that paint nothing where they stand: they are refused, or drawn, where they are used."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DRAWN = _words(
    "clip-path clip-rule color display fill fill-opacity fill-rule font-size marker marker-end marker-mid "
    "marker-start opacity overflow paint-order stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset "
    "stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width transform transform-box "
    "transform-origin visibility"
)
"""Properties that are read."""
OF_TEXT = _words(
    "-inkscape-font-specification alignment-baseline baseline-shift direction dominant-baseline font font-family "
    "font-feature-settings font-kerning font-size-adjust font-stretch font-style font-variant "
    "font-variant-alternates font-variant-caps font-variant-east-asian font-variant-ligatures font-variant-numeric "
    "font-variant-position font-variation-settings font-weight glyph-orientation-horizontal "
    "glyph-orientation-vertical inline-size kerning letter-spacing line-height shape-inside shape-margin "
    "shape-padding text-align text-anchor text-decoration text-decoration-color text-decoration-line "
    "text-decoration-style text-decoration-thickness text-indent text-orientation text-rendering text-transform "
    "unicode-bidi white-space word-spacing writing-mode"
)
"""Properties that change texts alone."""
_HARMLESS = _words(
    "backface-visibility background background-color "
    "box-sizing buffered-rendering color-interpolation-filters color-profile color-rendering "
    "cursor enable-background flood-color flood-opacity font-synthesis image-rendering lighting-color mask-type "
    "outline pointer-events shape-rendering solid-color solid-opacity user-select -moz-user-select "
    "-webkit-user-select -webkit-font-smoothing will-change"
)
"""Properties that change nothing of what is drawn here: hints for speed, or for filters, which are refused."""
_ONLY = {
    **dict.fromkeys(("filter", "mask", "vector-effect", "offset-path", "mask-image"), ("none",)),
    "mix-blend-mode": BLENDS,
    "isolation": ("auto", "isolate"),
    **dict.fromkeys(("clip", "zoom"), ("auto", "1", "normal")),
    **dict.fromkeys(("rotate", "scale", "translate", "perspective"), ("none",)),
    **dict.fromkeys(("overflow-x", "overflow-y"), ("hidden",)),
    "color-interpolation": ("sRGB", "srgb", "auto"),
}
"""Properties that would change the picture, and the values with which they do not."""
PROPERTIES = _DRAWN | OF_TEXT | _HARMLESS | frozenset(_ONLY)
"""Names that a style sheet may set."""
_ATTRIBUTES = _words(
    "baseProfile class clipPathUnits contentScriptType contentStyleType cx cy d fr fx fy gradientTransform "
    "gradientUnits height href id lang markerHeight markerUnits markerWidth media nodetypes offset orient pathLength "
    "patternContentUnits patternTransform patternUnits points preserveAspectRatio r refX refY rel role rx ry space "
    "spreadMethod tabindex target type version viewBox width x x1 x2 y y1 y2 zoomAndPan requiredExtensions "
    "requiredFeatures externalResourcesRequired rotate dx dy textLength lengthAdjust "
    "xml:space focusable content host download hreflang"
)
"""Attributes that are read, or that are known to paint nothing."""
_STYLE_ALONE = ("mix-blend-mode", "isolation")
"""Properties that are no attributes."""
_NOTES = ("data-", "aria-")
"""What the names of attributes begin with that only scripts and screen readers look at."""
_NOTHING = ("initial", "unset", "")
_HINT = "flatten it in the program that drew the picture, or place the picture as PNG: see docs/icons.md"


def check_attributes(tag: str, attributes: dict[str, str]) -> None:
    """Refuse attributes that are on no list.

    Raises:
        SvgError: there is one.
    """
    for name, value in attributes.items():
        if name in _STYLE_ALONE and value not in ("normal", "auto"):
            raise SvgError(
                f"its <{tag:.60}> has the attribute {name}, which browsers read in a style alone",
                hint=f'write it as style="{name}: {value:.60}"',
            )
        if name in PROPERTIES:
            check_property(tag, name, value)
        elif name.startswith("on"):
            raise SvgError(
                f"its <{tag:.60}> has the script {name:.60}; scripts are not run", hint="save it as plain SVG"
            )
        elif name == "systemLanguage":
            raise SvgError(
                f"its <{tag:.60}> has a systemLanguage: what is seen depends on the reader's language",
                hint="keep the part for one language and take out the attribute",
            )
        elif name not in _ATTRIBUTES and not name.startswith(_NOTES):
            raise SvgError(
                f"its <{tag:.60}> has the attribute {name:.60}={value!r:.60}, which is not understood",
                hint="take it out if it changes nothing that is seen",
            )


def check_property(tag: str, name: str, value: str) -> None:
    """Refuse properties that are on no list, and values that would change the picture.

    Raises:
        SvgError: it is one of them.
    """
    if name in _ONLY:
        if value.lower() not in _NOTHING and value not in _ONLY[name]:
            raise SvgError(f"its <{tag:.60}> has the {name} {value!r:.60}, which is not understood", hint=_HINT)
    elif name not in PROPERTIES and not name.startswith("--"):
        raise SvgError(
            f"its <{tag:.60}> has the property {name:.60}: {value:.60}, which is not understood",
            hint="take it out if it changes nothing that is seen",
        )
