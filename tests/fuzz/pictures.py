"""Pictures: PNG and JPEG files of every kind, SVG files with everything in them, all of them damaged now and then."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from tests.fuzz.case import TARGETS, Case, script
from tests.fuzz.values import now, one_of

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

__all__ = ["pictures"]

_MODES = {"PNG": ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"), "JPEG": ("1", "L", "RGB", "CMYK")}
_NUMBERS = ("0", "1", "5", "12.5", "24", "-3", "1e2", "40", "2px", "50%", "1e300", "nan", "", ".5.5", "3mm", "-0")
_PATHS = ("M2 2h20v20z", "M0 0L24 24", "m5 5 3-3a2 2 0 1 1 4 4z", "M1 1C2 2 3 3 4 4S9 9 1 9Q3 3 1 1T9 9Z", "", "M",
    "M0 0A0 0 0 0 1 5 5", "M1e9 1e9h1", "L5 5", "M2 2H22V22H2ZM6 6h9v9H6Z")  # fmt: skip
_COLORS = ("#f00", "#1A73E8", "none", "currentColor", "rgb(1, 2, 3)", "black", "transparent", "url(#g)",
    "url(#p)", "url(#no) red", "context-fill", "rebeccapurple",
    "rgb(10%,0%,0%)", "inherit", "#12345678", "hsl(1,2%,3%)", "")  # fmt: skip
_TRANSFORMS = ("translate(2 3)", "scale(2)", "rotate(45)", "rotate(30 12 12)", "matrix(1 0 0 1 0 0)", "skewX(20)",
    "scale(0)", "scale(-1 1)", "translate(1e308)", "rotate()", "foo(1)")  # fmt: skip
_ATTRIBUTES = {
    "fill": _COLORS, "stroke": _COLORS, "stroke-width": _NUMBERS, "transform": _TRANSFORMS, "opacity": ("0.5", "1",
    "0", "50%", "x"),
    "fill-opacity": ("0.5", "1", "2"), "stroke-opacity": ("0.5", "-1"), "fill-rule": ("evenodd", "nonzero", "x"),
    "stroke-linecap": ("round", "butt", "square"), "stroke-linejoin": ("round", "miter", "bevel", "arcs"),
    "style": ("fill:#0f0", "fill: red; stroke : blue", "display:none", ";;:", "opacity:.3"), "display": ("none",
    "inline"),
    "visibility": ("hidden", "visible"), "stroke-dasharray": ("none", "2 3"), "class": ("a",), "id": ("g",),
    "clip-path": ("none", "url(#k)", "url(#g)"), "filter": ("none",), "marker": ("none",),
    "marker-start": ("url(#m)", "none", "url(#no)"), "marker-mid": ("url(#m)",), "transform-origin": ("5 5", "left"),
    "paint-order": ("stroke", "x"), "color": ("#00f", "currentColor"), "font-size": ("2em", "9px", "x"),
}  # fmt: skip
_SHAPES = {
    "path": ("d",), "rect": ("x", "y", "width", "height", "rx", "ry"), "circle": ("cx", "cy", "r"), "line": ("x1",
    "y1", "x2", "y2"),
    "ellipse": ("cx", "cy", "rx", "ry"), "polyline": ("points",), "polygon": ("points",),
}  # fmt: skip
_STOPS = '<stop offset="0" stop-color="currentColor"/><stop offset="0.7" stop-color="#123" stop-opacity="0.5"/>'
_EMBEDDED = "data:image/svg+xml,%3Csvg viewBox='0 0 9 9'%3E%3Crect width='5' height='5'/%3E%3C/svg%3E"
_DEFINITIONS = (
    f'<linearGradient id="g" x1="{{0}}" y2="{{1}}" spreadMethod="{{2}}">{_STOPS}</linearGradient>',
    f'<radialGradient id="g" gradientUnits="userSpaceOnUse" r="{{1}}" spreadMethod="{{2}}">{_STOPS}</radialGradient>',
    '<pattern id="p" width="{0}" height="{1}" patternUnits="userSpaceOnUse"><rect width="3" height="{1}"/></pattern>',
    '<pattern id="p" width="0.2" height="0.3" x="{0}"><path fill="url(#p)" d="M0 0L5 5V{1}z"/></pattern>',
    '<clipPath id="k"><rect width="{0}" height="20"/><circle r="{1}" clip-path="url(#k2)"/></clipPath>',
    '<clipPath id="k" clipPathUnits="objectBoundingBox"><use href="#u" clip-path="url(#k)"/></clipPath>',
    '<marker id="m" orient="auto" refX="{0}" markerWidth="{1}" markerHeight="9"><path d="M0 0L5 5"/></marker>',
    '<marker id="m" viewBox="0 0 9 9" refX="{0}"><path marker-mid="url(#m)" d="M0 0L9 5"/></marker>',
    '<symbol id="u" viewBox="0 0 {0} {1}"><rect width="4" height="4"/></symbol>',
    '<g id="u"><use href="#v" x="{0}"/><use href="#v" y="{1}"/></g><g id="v"><use href="#u"/><path d="M0 0h{0}"/></g>',
    "<style>path {{ fill: #00f }} rect:first-child, .a > g {{ stroke: red; stroke-width: {0} }}</style>",
)
"""What is used by its id, with two numbers and a word."""
_USERS = (
    '<use href="#u" width="{0}" height="{1}"/>',
    '<text x="{0}" y="{1}" font-size="9">Olá <tspan dy="{0}" text-anchor="end">vê</tspan></text>',
    '<path d="M1 1C9 1 9 9 {0} {1}A5 3 20 1 0 4 4z" stroke="url(#g)" marker-end="url(#m)"/>',
    '<g opacity="0.5" clip-path="url(#k)"><rect width="{0}" height="{1}" fill="url(#p)"/><circle r="{0}"/></g>',
    f'<image width="{{0}}" href="{_EMBEDDED}"/>',
    '<rect width="9" height="9" fill="url(#g)" style="mix-blend-mode: multiply" transform="scale({0} 2)"/>',
)
_FOREIGN = ('<text x="2" y="9">t</text>', "<defs/>", "<title>t</title>", '<use href="#g"/>',
    '<image href="a.png"/>', "<!-- c -->",
    '<linearGradient id="g"/>', "<style>path{fill:red}</style>", "<a/>", "text", "<![CDATA[x]]>",
    "<metadata><x/></metadata>",
    "<symbol/>", '<switch><rect width="4" height="4"/></switch>', "<?pi x?>")  # fmt: skip


_NODES = (
    'Image("a.{0}", alt="vê")',
    'Image("a.{0}", alt="", width=100)',
    'Image("a.{0}", alt="x", fit="cover", width=90, height=30)',
    'Image("a.{0}", alt="x", width="50%", radius=9)',
    'Row(Image("a.{0}", alt="x", height=40), Text("x"))',
    'Image("a.{0}", alt="x", fit="contain", aspect_ratio=3)',
    'Icon(path="a.{0}", size=40)',
    'Icon(path="a.{0}", stroke_width=1)',
)
"""Where a picture is placed; the last two take SVG files only."""


@st.composite
def pictures(draw: DrawFn) -> Case:
    """A figure with one picture file, in an Image or an Icon."""
    if now(draw, 0.5):
        data, suffix = draw(_svg()).encode("utf-8", "surrogatepass"), "svg"
    else:
        kind = one_of(draw, "PNG", "JPEG")
        data, suffix = (
            _pixels(kind, *(draw(st.sampled_from(choice)) for choice in (_MODES[kind], *_KINDS))),
            kind.lower(),
        )
    whole = suffix != "svg" and not now(draw, 0.35)
    if not whole and (suffix != "svg" or now(draw, 0.1)):
        data = draw(_damaged(data))
    node = one_of(draw, *_NODES[: None if suffix == "svg" or now(draw, 0.1) else -2]).format(suffix)
    shown = int(whole and node.count("Image"))
    lines = [node] if now(draw, 0.9) else [f"n = {node}", f'Column(n, Arrow(), Image("a.{suffix}", alt="x"))']
    return Case(script(*lines), one_of(draw, *TARGETS), files={f"a.{suffix}": data}, pictures=shown)


_ORIENTATION = 0x0112
_HEIGHT = 7
_COORDINATES = 6
_KINDS = ((1, 3, 40, 300), (0, 3, 6, 8), (False, True), (False, False, True), ("", "dpi", "text", "transparency"))
"""Width, Exif orientation, progressive or interlaced, a colour profile, and what else is in the file."""


@lru_cache(maxsize=512)
def _pixels(kind: str, mode: str, width: int, orientation: int, progressive: bool, profile: bool, also: str) -> bytes:  # noqa: FBT001, PLR0913, PLR0917
    """A small picture of a kind."""
    source = Image.linear_gradient("L").resize((width, _HEIGHT))
    if mode == "I;16":
        image = Image.frombytes(mode, source.size, b"".join(bytes((level, level)) for level in source.tobytes()))
    else:
        image = source.convert(mode)
    more: dict[str, Any] = {"progressive": progressive} if kind == "JPEG" else {}
    if orientation:
        exif = Image.Exif()
        exif[_ORIENTATION] = orientation
        more["exif"] = exif.tobytes()
    if profile:
        space: Literal["LAB", "XYZ"] = "LAB" if width == 1 else "XYZ"
        more["icc_profile"] = ImageCms.ImageCmsProfile(ImageCms.createProfile(space)).tobytes()
    if kind == "PNG" and also == "text":
        words = PngImagePlugin.PngInfo()
        words.add_itxt("Title", "maçã", "pt", zip=True)
        more["pnginfo"] = words
    if kind == "PNG" and also == "transparency" and mode in ("L", "RGB", "P"):
        more["transparency"] = (1, 2, 3) if mode == "RGB" else 0
    if also == "dpi":
        more["dpi"] = (72, 300)
    file = io.BytesIO()
    image.save(file, kind, **more)
    return file.getvalue()


@st.composite
def _damaged(draw: DrawFn, data: bytes) -> bytes:
    """Bytes swapped, cut out, doubled, or lost at the end."""
    for _ in range(draw(st.integers(1, 4))):
        at, length = draw(st.integers(0, max(0, len(data) - 1))), draw(st.sampled_from((0, 1, 1, 2, 4, 16, 4000)))
        match draw(st.integers(0, 3)):
            case 0:
                data = data[:at]
            case 1:
                data = data[:at] + data[at + length :]
            case 2:
                data = data[:at] + data[at : at + length] + data[at:]
            case _:
                data = data[:at] + draw(st.binary(min_size=1, max_size=4)) + data[at + length :]
    return data


@st.composite
def _svg(draw: DrawFn) -> str:
    """An SVG file, mostly of things that are understood."""
    odd = 0.12 if now(draw, 0.4) else 0.0
    box = one_of(draw, 'viewBox="0 0 24 24"', 'viewBox="0 0 24 24"', 'viewBox="-5,-5 40 20"', 'width="30" height="20"')
    if now(draw, odd):
        box = one_of(
            draw, "", 'viewBox="0 0 0 9"', 'viewBox="a b"', 'width="1e9" height="1e-9"', 'viewBox="0 0 1e308 1e308"'
        )
    inside = "".join(draw(_element(2, odd)) for _ in range(draw(st.integers(0, 4))))
    if now(draw, 0.5):
        used = [one_of(draw, *_DEFINITIONS) for _ in range(draw(st.integers(1, 3)))]
        inside += "".join(draw(_filled(one, odd)) for one in (*used, one_of(draw, *_USERS), one_of(draw, *_USERS)))
    head = one_of(draw, "", '<?xml version="1.0"?>', "<!DOCTYPE svg>") if now(draw, 0.2) else ""
    space = 'xmlns="http://www.w3.org/2000/svg"' if not now(draw, odd) else ""
    return f"{head}<svg {space} {box}{draw(_attributes(odd))}>{inside}</svg>"


@st.composite
def _filled(draw: DrawFn, template: str, odd: float) -> str:
    """A template with two numbers and a word."""
    numbers = _NUMBERS if now(draw, odd) else _NUMBERS[1:5]
    first, second = (draw(st.sampled_from(numbers)) for _ in range(2))
    return template.format(first, second, one_of(draw, "pad", "repeat", "reflect"))


@st.composite
def _attributes(draw: DrawFn, odd: float) -> str:
    names = draw(st.lists(st.sampled_from(sorted(_ATTRIBUTES)), max_size=3, unique=True))
    pairs = (
        (name, draw(st.sampled_from(_ATTRIBUTES[name] if now(draw, odd) else _ATTRIBUTES[name][:2]))) for name in names
    )
    return "".join(f' {name}="{value}"' for name, value in pairs)


@st.composite
def _element(draw: DrawFn, depth: int, odd: float) -> str:
    if now(draw, odd):
        return one_of(draw, *_FOREIGN)
    if depth and now(draw, 0.2):
        inside = "".join(draw(_element(depth - 1, odd)) for _ in range(draw(st.integers(0, 3))))
        tag = one_of(draw, "g", "g", "g", "svg")
        return f"<{tag}{draw(_attributes(odd))}>{inside}</{tag}>"
    tag = draw(st.sampled_from(sorted(_SHAPES)))
    numbers = _NUMBERS if now(draw, odd) else _NUMBERS[:5]
    paths = _PATHS if now(draw, odd) else _PATHS[:4]
    given = {}
    for name in _SHAPES[tag]:
        count = _COORDINATES if name == "points" else 1
        several = " ".join(draw(st.sampled_from(numbers)) for _ in range(count))
        given[name] = one_of(draw, *paths) if name == "d" else several
    return f"<{tag}" + "".join(f' {name}="{value}"' for name, value in given.items()) + f"{draw(_attributes(odd))}/>"
