"""Infographics from short Python scripts and one file of design tokens.

A figure goes through five passes over frozen values::

    figure(theme) -> Node                       nodes    what is in the figure; no coordinates
    resolve(node, theme)         -> Styled      style    every token and default applied
    arrange(styled)              -> Placed      layout   a rectangle for every box, a path for every arrow
    paint(placed)                -> DisplayList paint    a flat list of operations, in paint order
    replay(display list, target) -> bytes       output   one short function per target

What authors import is listed in ``__all__``.
"""

from layoutkit.components import Badge, Card, Code, IconCircle, Pill
from layoutkit.nodes import (
    Anchor,
    Arrow,
    BoxProps,
    BulletList,
    Child,
    Chip,
    ColorLike,
    Column,
    Figure,
    Grid,
    Heading,
    Icon,
    Image,
    Inline,
    LengthLike,
    Node,
    NumberedList,
    Row,
    Spacer,
    Span,
    Stack,
    Text,
    figure,
    plain,
)
from layoutkit.output import formats as _formats  # noqa: F401 - registers them
from layoutkit.tokens import Theme

__version__ = "0.1.0"

__all__ = [
    "Anchor",
    "Arrow",
    "Badge",
    "BoxProps",
    "BulletList",
    "Card",
    "Child",
    "Chip",
    "Code",
    "ColorLike",
    "Column",
    "Figure",
    "Grid",
    "Heading",
    "Icon",
    "IconCircle",
    "Image",
    "Inline",
    "LengthLike",
    "Node",
    "NumberedList",
    "Pill",
    "Row",
    "Spacer",
    "Span",
    "Stack",
    "Text",
    "Theme",
    "figure",
    "plain",
]
