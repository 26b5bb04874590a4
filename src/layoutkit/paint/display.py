"""The display list: everything that is painted, in order, as a closed set of operations.

All lengths are px from the figure's top-left corner, y down. An operation knows nothing of the
node it came from, and nothing of the target it will be replayed on; groups tell what belongs together.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING, Literal

from layoutkit.color import Color
from layoutkit.paint.dashes import around
from layoutkit.path import LineTo, MoveTo, Path, RepeatedPath
from layoutkit.text.line_space import LineSpace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from layoutkit.geometry import Rect
    from layoutkit.keywords import BlendMode, BorderStyle, Semantics
    from layoutkit.origin import Origin
    from layoutkit.path import PathOp
    from layoutkit.picture import Picture
    from layoutkit.text.line_space import Quarter
    from layoutkit.text.shape import GlyphRun

__all__ = [
    "DASHES",
    "Begin",
    "Clip",
    "ClipPath",
    "DisplayList",
    "Dots",
    "DrawPicture",
    "DropShadow",
    "End",
    "Fade",
    "Fill",
    "FillPath",
    "FillRect",
    "Glyphs",
    "GridLines",
    "Grouping",
    "Ink",
    "LinearGradient",
    "Operation",
    "RadialGradient",
    "StrokePath",
    "StrokeRect",
    "Unclip",
    "Unfade",
    "ink_colors",
]


@dataclass(frozen=True, slots=True)
class LinearGradient:
    """Colours that change along a line and stay the same across it; beyond the ends they go on as they are.

    Colours are mixed in sRGB and not premultiplied, as PDF and SVG do it.
    """

    x1: float
    """Where the first colour is."""
    y1: float
    x2: float
    """Where the last colour is."""
    y2: float
    stops: tuple[tuple[float, Color], ...]
    """Places on the line from 0 to 1, in ascending order, and the colour at each."""

    def place(self, x: float, y: float) -> float:
        """Where a point is on the line, by its projection: 0 at the first end, 1 at the last."""
        dx, dy = self.x2 - self.x1, self.y2 - self.y1
        length = dx * dx + dy * dy
        return ((x - self.x1) * dx + (y - self.y1) * dy) / length if length else 0.0


@dataclass(frozen=True, slots=True)
class RadialGradient:
    """Colours that change from a circle to one around it; outside of both they go on as they are.

    Colours are mixed as in a ``LinearGradient``.
    """

    x1: float
    """Centre of the circle where the first colour is, in the gradient's own coordinates."""
    y1: float
    r1: float
    x2: float
    """Centre of the circle where the last colour is."""
    y2: float
    r2: float
    matrix: tuple[float, float, float, float, float, float]
    """From the gradient's coordinates to px: a point becomes (a·x + c·y + e, b·x + d·y + f)."""
    stops: tuple[tuple[float, Color], ...]
    """Places between the circles from 0 to 1, in ascending order, and the colour at each."""

    def place(self, x: float, y: float) -> float:
        """Where a point is between the circles: 0 on the first, 1 on the last.

        A circle at t has the centre p₁ + t·(p₂ - p₁) and the radius r₁ + t·(r₂ - r₁); the largest t is seen.
        """
        a, b, c, d, e, f = self.matrix
        area = a * d - b * c
        if not area:
            return 1.0
        px, py = (d * (x - e) - c * (y - f)) / area - self.x1, (a * (y - f) - b * (x - e)) / area - self.y1
        dx, dy, dr = self.x2 - self.x1, self.y2 - self.y1, self.r2 - self.r1
        square, half = dr * dr - dx * dx - dy * dy, px * dx + py * dy + self.r1 * dr
        least = self.r1 * self.r1 - px * px - py * py
        root = half * half - square * least
        return (-half + sqrt(root)) / square if square > 0 and root >= 0 else 1.0


DASHES: dict[str, tuple[float, float]] = {"dashed": (5.0, 4.0), "dotted": (1.0, 2.0)}
"""On and off, in border widths; where they go around they are a little longer or shorter."""
Fill = Color | LinearGradient | RadialGradient
"""What a shape is filled with."""


@dataclass(frozen=True, slots=True)
class Begin:
    """Opens a group of operations that mean something together; its ``End`` closes it. Nothing is painted by it."""

    kind: Literal["box", "heading", "paragraph", "connector", "picture", "chart"]
    """What a reader would call it. Texts are never nested in each other. A connector lies over all boxes; where it has
    a label, an empty group of its kind and origin stands in the place that the author gave it."""
    name: str
    """The component, such as ``card``, or the type role of a text, such as ``title``; may be empty."""
    level: int = 0
    """Of a heading: 1 for the figure's title, 2 for those below it."""
    text: str = ""
    """Of a heading or paragraph: all its characters, as the author wrote them; of a picture: its alt text, empty
    where it is decoration; of a chart: the sentence that is said instead of all inside."""
    description: str = ""
    """Of a chart: its data in lines; may be empty."""
    role: Semantics | None = None
    """What it is to those who listen; None where only ``kind`` says so."""
    spans: tuple[int, int] = (1, 1)
    """Of a cell: how many columns and rows it covers."""
    origin: Origin = field(default=(), compare=False, repr=False)
    """Where the author made it, for messages."""


@dataclass(frozen=True, slots=True)
class End:
    """Closes the group opened last."""


@dataclass(frozen=True, slots=True)
class FillRect:
    """A filled rectangle with rounded corners."""

    rect: Rect
    radius: float
    fill: Fill


@dataclass(frozen=True, slots=True)
class StrokeRect:
    """A border: its outer edge is the rectangle, its whole width lies inside."""

    rect: Rect
    radius: float
    """Corner radius of the outer edge."""
    width: float
    style: BorderStyle
    color: Color

    @property
    def line(self) -> tuple[Rect, float]:
        """The middle of the border, and the radius of its corners."""
        half = self.width / 2
        return self.rect.grown(-half), max(0.0, self.radius - half)

    @property
    def dashes(self) -> tuple[tuple[float, ...], float]:
        """Lengths on and off in px, none for a solid line, and how far into them the line begins."""
        if self.style == "solid":
            return (), 0.0
        return around(*self.line, *(self.width * share for share in DASHES[self.style]))


@dataclass(frozen=True, slots=True)
class DropShadow:
    """The shadow of a rounded rectangle, blurred by a Gaussian."""

    rect: Rect
    """The shadow's own rectangle: the box, moved by the shadow's offset."""
    radius: float
    sigma: float
    """Standard deviation in px."""
    color: Color


@dataclass(frozen=True, slots=True)
class Dots:
    """A grid of dots that fills a rectangle; only dots that lie inside as a whole."""

    rect: Rect
    pitch: float
    """Distance of two centres; the first lies half a pitch from the left and the top."""
    radius: float
    color: Color
    holes: tuple[Rect, ...] = ()
    """Where no dot reaches into; one that would is left out as a whole."""

    def skips(self, x: float, y: float) -> bool:
        """Whether the dot with this centre is left out."""
        return any(
            hole.x - self.radius < x < hole.right + self.radius and hole.y - self.radius < y < hole.bottom + self.radius
            for hole in self.holes
        )

    def rows(self) -> Iterator[list[tuple[int, int]]]:
        """For each row the dots that are drawn, as runs of neighbours: the column of the first, and how many."""
        columns, rows = (int(length // self.pitch) for length in (self.rect.width, self.rect.height))
        for row in range(rows):
            y = self.rect.y + (row + 0.5) * self.pitch
            holes = tuple(hole for hole in self.holes if hole.y - self.radius < y < hole.bottom + self.radius)
            its = Dots(self.rect, self.pitch, self.radius, self.color, holes)
            skipped = [n for n in range(columns) if holes and its.skips(self.rect.x + (n + 0.5) * self.pitch, y)]
            ends = [-1, *skipped, columns]
            yield [(one + 1, other - one - 1) for one, other in pairwise(ends) if other - one > 1]


@dataclass(frozen=True, slots=True)
class GridLines:
    """Level and upright lines across a rectangle."""

    rect: Rect
    xs: tuple[float, ...]
    """Where the middles of the upright lines are."""
    ys: tuple[float, ...]
    """Where those of the level ones are."""
    width: float
    color: Color
    holes: tuple[Rect, ...] = ()
    """Where no line is drawn."""

    @property
    def stroke(self) -> StrokePath:
        """All lines as one path, which is stroked once: where they cross they are no darker."""
        rect = self.rect
        ops: list[PathOp] = []
        for x in self.xs:
            holes = [(hole.y, hole.bottom) for hole in self.holes if hole.x < x < hole.right]
            for start, end in _outside(holes, rect.y, rect.bottom):
                ops += (MoveTo(x, start), LineTo(x, end))
        for y in self.ys:
            holes = [(hole.x, hole.right) for hole in self.holes if hole.y < y < hole.bottom]
            for start, end in _outside(holes, rect.x, rect.right):
                ops += (MoveTo(start, y), LineTo(end, y))
        return StrokePath(Path(tuple(ops)), self.width, (), self.color)


def _outside(holes: Iterable[tuple[float, float]], start: float, end: float) -> Iterator[tuple[float, float]]:
    """What is left between two places without some stretches."""
    for hole_start, hole_end in sorted(holes):
        if hole_start > start:
            yield start, min(hole_start, end)
        start = max(start, hole_end)
    if start < end:
        yield start, end


@dataclass(frozen=True, slots=True)
class FillPath:
    """A filled outline."""

    path: Path | RepeatedPath
    fill: Fill
    rule: Literal["nonzero", "evenodd"] = "nonzero"
    """What counts as inside, in the words of SVG."""


@dataclass(frozen=True, slots=True)
class StrokePath:
    """A line of constant width; its ends are butt and its joins round unless it says otherwise."""

    path: Path | RepeatedPath
    width: float
    dash: tuple[float, ...]
    """Lengths on and off; empty for a solid line."""
    color: Color
    cap: Literal["butt", "round", "square"] = "butt"
    """How a line ends, in the words of SVG."""
    join: Literal["miter", "round", "bevel"] = "round"
    """How its segments meet."""
    miter_limit: float = 4.0
    """A miter longer than so many widths is a bevel."""
    dash_offset: float = 0.0
    """How far into the dashes the line begins."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A run of shaped text."""

    x: float
    """Where the pen starts."""
    y: float
    """The baseline."""
    run: GlyphRun
    color: Color
    joint: str = ""
    """What joins the run to the next line of its text: a space, a soft hyphen where the run's last glyph is the
    hyphen of a broken word, or nothing. It is not painted."""
    quarter: Quarter = 0
    """How the run is turned around its start: 1 runs downward, -1 upward."""

    def point(self, along: float, below: float) -> tuple[float, float]:
        """A place so far along the run from its start, and so far below its baseline."""
        return LineSpace(self.x, self.y, self.quarter).point(along, below)

    def rect(self, box: Rect) -> Rect:
        """The same of a rectangle."""
        return LineSpace(self.x, self.y, self.quarter).rect(box)


@dataclass(frozen=True, slots=True)
class DrawPicture:
    """A picture made of pixels, stretched over a rectangle."""

    rect: Rect
    picture: Picture


@dataclass(frozen=True, slots=True)
class Clip:
    """What follows is seen inside a rounded rectangle only, and inside the clips that are open already."""

    rect: Rect
    radius: float


@dataclass(frozen=True, slots=True)
class ClipPath:
    """What follows is seen inside an outline only, and inside the clips that are open already."""

    path: Path
    rule: Literal["nonzero", "evenodd"] = "nonzero"
    """What counts as inside, in the words of SVG."""


@dataclass(frozen=True, slots=True)
class Unclip:
    """Ends the clip opened last. Clips, fades and groups are nested in each other, never crossed."""


@dataclass(frozen=True, slots=True)
class Fade:
    """What follows is composed by itself, and then seen through as a whole."""

    opacity: float
    """From 0 to 1."""
    blend: BlendMode = "normal"
    """How its colours are mixed with those below, in the words of CSS."""


@dataclass(frozen=True, slots=True)
class Unfade:
    """Ends the fade opened last."""


Ink = FillRect | StrokeRect | DropShadow | Dots | GridLines | FillPath | StrokePath | Glyphs | DrawPicture
"""What paints."""
Grouping = Begin | End | Clip | ClipPath | Unclip | Fade | Unfade
"""What paints nothing itself."""
Operation = Grouping | Ink


def ink_colors(ink: Ink) -> tuple[Color, ...]:
    """The colours that an operation paints with; none for a picture, which brings its own."""
    match ink:
        case DrawPicture():
            return ()
        case FillRect() | FillPath():
            return (ink.fill,) if isinstance(ink.fill, Color) else tuple(color for _, color in ink.fill.stops)
        case _:
            return (ink.color,)


@dataclass(frozen=True, slots=True)
class DisplayList:
    """A figure, ready to be replayed."""

    width: float
    height: float
    operations: tuple[Operation, ...]

    @property
    def ink(self) -> tuple[Ink, ...]:
        """The operations that paint, without the groups and clips around them."""
        return tuple(o for o in self.operations if not isinstance(o, Grouping))
