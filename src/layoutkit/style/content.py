"""What a box shows besides its background, its border and its children: a closed set of types.

``layout``, ``paint`` and ``check`` match on them and end with ``assert_never``: a new type is added here, and the type
checker lists every place that has to know it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from layoutkit.color import Color
from layoutkit.sizing import MAX_CONTENT, Fit, Measured
from layoutkit.text.line_space import LineSpace
from layoutkit.tokens.image import Gradient

if TYPE_CHECKING:
    from layoutkit.drawing.shapes import VectorImage
    from layoutkit.geometry import Rect, Side
    from layoutkit.keywords import HeadShape, Marker, RouteShape, WritingMode
    from layoutkit.path import Path
    from layoutkit.picture import Picture
    from layoutkit.sizing import Request
    from layoutkit.style.element import Element
    from layoutkit.text.lines import TextBlock
    from layoutkit.text.paragraph import Paragraph

__all__ = [
    "BraceContent",
    "ConnectorContent",
    "ConnectorEnd",
    "Content",
    "IconContent",
    "KeyedWords",
    "OutlineContent",
    "PictureContent",
    "ShapeContent",
    "TextContent",
    "WordsContent",
]


@dataclass(frozen=True, slots=True, eq=False)
class TextContent:
    """A paragraph."""

    paragraph: Paragraph
    text: str
    """What it says, in the language of the figure and before ``text-transform``."""
    heading: bool
    """Whether it names what follows."""
    wraps: bool
    """Whether its lines may break."""
    words: tuple[KeyedWords, ...] = ()
    """Those of its words that arrows may lead to."""
    writing_mode: WritingMode = "horizontal-tb"
    length: float | None = None
    """Of lines that are turned, at most, in px; None breaks them at line feeds alone."""

    def measure(self, request: Request) -> Measured:
        """The size of its lines; see :class:`layoutkit.sizing.Measurable`.

        Lines that are turned ask for no width: they are as long as the height of their box lets them be. Their baseline
        is the lower edge, as that of a picture.
        """
        if self.writing_mode == "horizontal-tb":
            return self.paragraph.measure(request)
        lines = self.paragraph.measure(MAX_CONTENT if self.length is None else Fit(self.length))
        return Measured(lines.height, lines.width, lines.width)

    def within(self, content: Rect) -> TextBlock:
        """The paragraph set in lines for a content box."""
        return self.block(content.width if self.writing_mode == "horizontal-tb" else content.height)

    def space(self, content: Rect) -> LineSpace:
        """Where the lines are in a content box: from their coordinates to those of the box."""
        return LineSpace.of(self.writing_mode, content)

    def block(self, width: float) -> TextBlock:
        """The paragraph set in lines of at most ``width`` px, before they are turned."""
        return self.paragraph.set(width)


@dataclass(frozen=True, slots=True, eq=False)
class KeyedWords:
    """Words of a paragraph that have a key."""

    element: Element
    """What an arrow ends at."""
    text: str
    """What they say, in the language of the figure."""
    start: int
    """Index of their first character in the paragraph's text."""
    end: int
    """Index after their last character."""


@dataclass(frozen=True, slots=True)
class WordsContent:
    """Words that have a key: their text paints them, their box is an end for arrows."""

    text: str
    """What they say, in the language of the figure."""


@dataclass(frozen=True, slots=True)
class PictureContent:
    """A picture from a file."""

    source: VectorImage | Picture
    fit: Literal["contain", "cover"]
    alt: str
    """Empty where it is decoration."""
    color: Color
    """What ``currentColor`` stands for."""


@dataclass(frozen=True, slots=True)
class IconContent:
    """A small drawing in one colour."""

    name: str
    """Of the icon; empty for a file of the author's."""
    source: VectorImage
    alt: str
    """Empty where it is decoration."""
    color: Color
    """What ``currentColor`` stands for."""
    stroke_width: float | None
    """Of its lines, in px; None keeps the drawing's own."""
    shift: tuple[float, float] = (0.0, 0.0)
    """How far it is moved to the right and down, in shares of its canvas, so that its ink stands in the middle."""


@dataclass(frozen=True, slots=True)
class ConnectorEnd:
    """Where an arrow starts or ends."""

    element: Element
    side: Side | None = None
    """None where the router chooses."""
    fraction: float | None = None
    """0 is the left or top end of the side, 1 its right or bottom end; None leaves the place to the router."""


@dataclass(frozen=True, slots=True, eq=False)
class ConnectorContent:
    """An arrow whose two ends are known; the path is found once the boxes are placed. Its label is a child.

    Two that are alike are two.
    """

    start: ConnectorEnd
    end: ConnectorEnd
    color: Color
    width: float
    """Stroke width in px."""
    radius: float
    """Radius of the bends in px."""
    dashed: bool
    head: HeadShape
    tail: HeadShape
    head_length: float
    """Length of a head along the path, in px."""
    clearance: float
    """Distance of the line from its label, in px."""
    margin: float
    """Distance from boxes that the arrow passes, and of its first bend from its own box, in px."""
    spacing: float
    """Distance from other arrows that run beside it, in px."""
    route: RouteShape = "orthogonal"


@dataclass(frozen=True, slots=True)
class BraceContent:
    """A brace or bracket, drawn along the side of its box that faces the run; all lengths are px."""

    targets: tuple[Element, ...]
    """What the run consists of; empty where the brace takes room among its siblings."""
    shape: Literal["brace", "bracket"]
    side: Side
    """Of the run on which it stands."""
    color: Color
    width: float
    """Of the stroke."""
    size: float
    """From the ends to the tip."""
    clearance: float
    """From the run."""
    length: float | None = None
    """In the middle of the box; None is the whole of it."""


@dataclass(frozen=True, slots=True)
class ShapeContent:
    """A shape of a drawing, in the box around it."""

    path: Path
    """In fractions of the box; empty where there are markers alone."""
    points: tuple[tuple[float, float], ...]
    """Where markers stand, in fractions of the box."""
    marker: Marker
    radius: float
    """Of a marker, in px."""
    fill: Color | Gradient | None
    stroke: Color | None
    width: float
    """Of the stroke, in px."""
    dash: tuple[float, ...]
    """Lengths on and off, in px; empty for a solid line."""
    cap: Literal["butt", "round", "square"]

    @property
    def colors(self) -> tuple[Color, ...]:
        """All that it is painted with."""
        fill = () if self.fill is None else (self.fill,) if isinstance(self.fill, Color) else ()
        stops = tuple(color for _, color in self.fill.stops) if isinstance(self.fill, Gradient) else ()
        return (*fill, *stops, *(() if self.stroke is None else (self.stroke,)))


@dataclass(frozen=True, slots=True)
class OutlineContent:
    """A box whose edges are drawn around others."""

    targets: tuple[Element, ...]
    """The elements that it is around; empty where it takes room among its siblings."""


Content = (
    TextContent
    | WordsContent
    | PictureContent
    | IconContent
    | ShapeContent
    | ConnectorContent
    | BraceContent
    | OutlineContent
    | None
)
