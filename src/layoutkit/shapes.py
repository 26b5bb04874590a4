"""Drawings and what they hold: ``from layoutkit.shapes import Curve, Drawing, Line``.

Example:
    >>> from layoutkit.shapes import At, Curve, Drawing, LinearScale
    >>> Drawing(
    ...     Curve([(0, 4.2), (1, 2.8), (2, 2.3), (3, 2.1)]),
    ...     At(3, 2.1, "training", anchor="left"),
    ...     x=LinearScale(0, 3), y=LinearScale(0, 5), height=160,
    ... )
    <Drawing with 2 children>
"""

from layoutkit.keywords import Marker
from layoutkit.nodes.drawing import At, AtAnchor, Drawing
from layoutkit.nodes.fills import Area, Band, Circle, Ellipse, Polygon, Rectangle, Sector
from layoutkit.nodes.strokes import Curve, Line, OutlinePath, Points
from layoutkit.scales import BandScale, LinearScale, LogScale, PointScale

__all__ = [
    "Area",
    "At",
    "AtAnchor",
    "Band",
    "BandScale",
    "Circle",
    "Curve",
    "Drawing",
    "Ellipse",
    "Line",
    "LinearScale",
    "LogScale",
    "Marker",
    "OutlinePath",
    "PointScale",
    "Points",
    "Polygon",
    "Rectangle",
    "Sector",
]
