"""What authors build figures from."""

from layoutkit.nodes.arrow import Arrow
from layoutkit.nodes.figure import Figure, figure
from layoutkit.nodes.flow import Chip, Column, Row, Spacer
from layoutkit.nodes.grid import Grid, Stack
from layoutkit.nodes.list import BulletList, NumberedList
from layoutkit.nodes.markup import plain
from layoutkit.nodes.node import Anchor, Child, Node
from layoutkit.nodes.picture import Icon, Image
from layoutkit.nodes.props import BoxProps, ColorLike, LengthLike
from layoutkit.nodes.span import Inline, Numeral, Span, Word
from layoutkit.nodes.text import Heading, Text

__all__ = [
    "Anchor",
    "Arrow",
    "BoxProps",
    "BulletList",
    "Child",
    "Chip",
    "ColorLike",
    "Column",
    "Figure",
    "Grid",
    "Heading",
    "Icon",
    "Image",
    "Inline",
    "LengthLike",
    "Node",
    "NumberedList",
    "Numeral",
    "Row",
    "Spacer",
    "Span",
    "Stack",
    "Text",
    "Word",
    "figure",
    "plain",
]
