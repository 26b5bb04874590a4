"""A drawing: filled and stroked outlines in the order they are painted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from layoutkit.color import Color
    from layoutkit.drawing.polygon import Polygon
    from layoutkit.keywords import BlendMode
    from layoutkit.path import Path
    from layoutkit.picture import Picture

__all__ = [
    "CURRENT",
    "CurrentColor",
    "LinearPaint",
    "RadialPaint",
    "TextPiece",
    "VectorClip",
    "VectorClose",
    "VectorFade",
    "VectorImage",
    "VectorItem",
    "VectorPicture",
    "VectorShape",
    "VectorText",
]

Matrix = tuple[float, float, float, float, float, float]
"""SVG's ``matrix(a b c d e f)``: a point becomes (a·x + c·y + e, b·x + d·y + f)."""


@dataclass(frozen=True, slots=True)
class CurrentColor:
    """SVG's ``currentColor``: the colour of the text around the drawing."""

    alpha: float = 1.0
    """Multiplies the alpha of that colour."""

    def faded(self, share: float) -> CurrentColor:
        """With its alpha multiplied by ``share`` (0 to 1)."""
        return CurrentColor(self.alpha * share)


CURRENT = CurrentColor()


@dataclass(frozen=True, slots=True)
class LinearPaint:
    """Colours that change along a line; beyond its ends they go on as they are."""

    x1: float
    y1: float
    x2: float
    y2: float
    stops: tuple[tuple[float, Color | CurrentColor], ...]
    """Places on the line from 0 to 1, in ascending order, and the colour at each."""

    def faded(self, share: float) -> LinearPaint:
        """With the alpha of all its colours multiplied by ``share`` (0 to 1)."""
        return replace(self, stops=tuple((at, ink.faded(share)) for at, ink in self.stops))


@dataclass(frozen=True, slots=True)
class RadialPaint:
    """Colours that change from a circle to a larger one around it; beyond it they go on as they are."""

    fx: float
    """Centre of the circle where the first colour is."""
    fy: float
    fr: float
    cx: float
    """Centre of the circle where the last colour is."""
    cy: float
    r: float
    matrix: Matrix
    """From the coordinates of the circles to the drawing's own units."""
    stops: tuple[tuple[float, Color | CurrentColor], ...]

    def faded(self, share: float) -> RadialPaint:
        """With the alpha of all its colours multiplied by ``share`` (0 to 1)."""
        return replace(self, stops=tuple((at, ink.faded(share)) for at, ink in self.stops))


@dataclass(frozen=True, slots=True)
class VectorShape:
    """One outline; lengths are in the drawing's own units, from the canvas' top-left corner."""

    path: Path
    fill: Color | CurrentColor | LinearPaint | RadialPaint | None
    stroke: Color | CurrentColor | None = None
    width: float = 1.0
    """Of the stroke."""
    rule: Literal["nonzero", "evenodd"] = "nonzero"
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"
    miter_limit: float = 4.0
    """A miter longer than so many widths is a bevel."""
    clip: Polygon | None = None
    """Where it is seen; None where nothing cuts it off."""
    dash: tuple[float, ...] = ()
    """Lengths on and off; empty for a solid line."""
    dash_offset: float = 0.0
    """How far into the dashes the line begins."""


@dataclass(frozen=True, slots=True)
class VectorPicture:
    """A picture of pixels, stretched over an upright rectangle."""

    x: float
    y: float
    width: float
    height: float
    picture: Picture
    clip: Polygon | None = None
    """Where it is seen; None where nothing cuts it off."""


@dataclass(frozen=True, slots=True)
class TextPiece:
    """Some text in one look; lengths are in the coordinates of its ``VectorText``."""

    text: str
    families: tuple[str, ...]
    """Names of fonts, the one wanted most first; may be empty."""
    size: float
    weight: int
    italic: bool
    letter_spacing: float
    anchor: Literal["start", "middle", "end"]
    baseline: str
    """What of the letters stands at ``y``, in the words of ``dominant-baseline``."""
    look: VectorShape
    """How the letters are painted; it has no outline."""
    x: float | None
    """Where the piece begins; None where the one before it ends."""
    y: float | None
    dx: float
    """By how much it is moved."""
    dy: float
    keeps: bool
    """Whether white space is kept as it is written."""


@dataclass(frozen=True, slots=True)
class VectorText:
    """A text, which becomes shapes once the fonts are known."""

    pieces: tuple[TextPiece, ...]
    matrix: Matrix
    """From its own coordinates to the drawing's units."""
    farthest: float
    """How far from the canvas' corner it may reach."""
    line: int
    """Of the file, for messages."""


@dataclass(frozen=True, slots=True)
class VectorClip:
    """What follows is seen inside an outline only, up to its ``VectorClose``."""

    path: Path
    rule: Literal["nonzero", "evenodd"] = "nonzero"


@dataclass(frozen=True, slots=True)
class VectorFade:
    """What follows, up to its ``VectorClose``, is composed first and then seen through as a whole."""

    opacity: float
    """From 0 to 1."""
    blend: BlendMode = "normal"
    """How its colours are mixed with those below, in the words of CSS."""


@dataclass(frozen=True, slots=True)
class VectorClose:
    """Ends the clip or fade opened last."""


VectorItem = VectorShape | VectorPicture | VectorText | VectorClip | VectorFade | VectorClose


@dataclass(frozen=True, slots=True)
class VectorImage:
    """What is painted on a canvas, in order."""

    items: tuple[VectorItem, ...]
    width: float
    """Of the canvas, in the drawing's own units: px where nobody asks for another size."""
    height: float

    @property
    def shapes(self) -> tuple[VectorShape, ...]:
        """The shapes alone."""
        return tuple(item for item in self.items if isinstance(item, VectorShape))
