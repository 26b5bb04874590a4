"""Infographics from short Python scripts and one file of design tokens.

A figure goes through five passes over frozen values::

    figure(theme) -> Node                       nodes    what is in the figure; no coordinates
    resolve(node, theme)         -> Styled      style    every token and default applied
    arrange(styled)              -> Placed      layout   a rectangle for every box, a path for every arrow
    paint(placed)                -> DisplayList paint    a flat list of operations, in paint order
    replay(display list, target) -> bytes       output   one short function per target

``__all__`` lists the public names; docs/api.md describes them. Each is imported from its module when somebody asks for
it.
"""

from typing import TYPE_CHECKING

from layoutkit.components import MODULES as _COMPONENTS
from layoutkit.lazily import declare as _declare
from layoutkit.lazily import names_from as _names_from

if TYPE_CHECKING:
    from layoutkit.check.report import CheckReport
    from layoutkit.components.annotation import Brace, Bracket, Callout, Group
    from layoutkit.components.bars import Bar, Bars, Meter
    from layoutkit.components.card import Card
    from layoutkit.components.cell import Cell, Matrix, Vector
    from layoutkit.components.chat import ChatBubble
    from layoutkit.components.code import Code
    from layoutkit.components.divider import Divider
    from layoutkit.components.icon_circle import IconCircle
    from layoutkit.components.legend import Legend, LegendEntry
    from layoutkit.components.pill import Badge, Pill
    from layoutkit.components.quote import Quote
    from layoutkit.components.stepper import Stepper
    from layoutkit.components.table import Rubric, Table
    from layoutkit.components.token_strip import StripGroup, TokenStrip
    from layoutkit.components.tone import Tone
    from layoutkit.diagnostics import (
        Diagnostic,
        FigureError,
        LayoutkitError,
        OutputError,
        ScriptError,
        Severity,
        TokensError,
        UsageError,
    )
    from layoutkit.inspection import InspectedBox
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
    from layoutkit.renderer import Renderer
    from layoutkit.rendering import render
    from layoutkit.report import Report
    from layoutkit.series import check_figures
    from layoutkit.tokens.load import load_theme
    from layoutkit.tokens.tables import TokenTable, color_key, component, length_key, number_key
    from layoutkit.tokens.theme import Theme

__version__ = "0.1.0"

__all__ = [
    "Anchor",
    "Arrow",
    "Badge",
    "Bar",
    "Bars",
    "BoxProps",
    "Brace",
    "Bracket",
    "BulletList",
    "Callout",
    "Card",
    "Cell",
    "ChatBubble",
    "CheckReport",
    "Child",
    "Chip",
    "Code",
    "ColorLike",
    "Column",
    "Diagnostic",
    "Divider",
    "Figure",
    "FigureError",
    "Grid",
    "Group",
    "Heading",
    "Icon",
    "IconCircle",
    "Image",
    "Inline",
    "InspectedBox",
    "LayoutkitError",
    "Legend",
    "LegendEntry",
    "LengthLike",
    "Matrix",
    "Meter",
    "Node",
    "NumberedList",
    "OutputError",
    "Pill",
    "Quote",
    "Renderer",
    "Report",
    "Row",
    "Rubric",
    "ScriptError",
    "Severity",
    "Spacer",
    "Span",
    "Stack",
    "Stepper",
    "StripGroup",
    "Table",
    "Text",
    "Theme",
    "TokenStrip",
    "TokenTable",
    "TokensError",
    "Tone",
    "UsageError",
    "Vector",
    "check_figures",
    "color_key",
    "component",
    "figure",
    "length_key",
    "load_theme",
    "number_key",
    "plain",
    "render",
]

_HOMES = {
    **dict.fromkeys(
        (
            "Diagnostic",
            "FigureError",
            "LayoutkitError",
            "OutputError",
            "ScriptError",
            "Severity",
            "TokensError",
            "UsageError",
        ),
        "layoutkit.diagnostics",
    ),
    **dict.fromkeys(
        (
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
            "Row",
            "Spacer",
            "Span",
            "Stack",
            "Text",
            "figure",
            "plain",
        ),
        "layoutkit.nodes",
    ),
    **dict.fromkeys(["TokenTable", "color_key", "component", "length_key", "number_key"], "layoutkit.tokens.tables"),
    "Brace": "layoutkit.components.annotation",
    "Bracket": "layoutkit.components.annotation",
    "Callout": "layoutkit.components.annotation",
    "Group": "layoutkit.components.annotation",
    "Bar": "layoutkit.components.bars",
    "Bars": "layoutkit.components.bars",
    "Meter": "layoutkit.components.bars",
    "Card": "layoutkit.components.card",
    "Cell": "layoutkit.components.cell",
    "Matrix": "layoutkit.components.cell",
    "Vector": "layoutkit.components.cell",
    "ChatBubble": "layoutkit.components.chat",
    "Code": "layoutkit.components.code",
    "Divider": "layoutkit.components.divider",
    "IconCircle": "layoutkit.components.icon_circle",
    "Legend": "layoutkit.components.legend",
    "LegendEntry": "layoutkit.components.legend",
    "Badge": "layoutkit.components.pill",
    "Pill": "layoutkit.components.pill",
    "Quote": "layoutkit.components.quote",
    "Stepper": "layoutkit.components.stepper",
    "Rubric": "layoutkit.components.table",
    "Table": "layoutkit.components.table",
    "StripGroup": "layoutkit.components.token_strip",
    "TokenStrip": "layoutkit.components.token_strip",
    "Tone": "layoutkit.components.tone",
    "CheckReport": "layoutkit.check.report",
    "InspectedBox": "layoutkit.inspection",
    "Renderer": "layoutkit.renderer",
    "Report": "layoutkit.report",
    "render": "layoutkit.rendering",
    "check_figures": "layoutkit.series",
    "load_theme": "layoutkit.tokens.load",
    "Theme": "layoutkit.tokens.theme",
}
"""Modules by the names that are imported from them when somebody first asks."""

_SHAPES = (
    "Area At Band BandScale Circle Curve Drawing Ellipse Line LinearScale LogScale OutlinePath PointScale Points "
    "Polygon Rectangle Sector AtAnchor Marker"
)
_ELSEWHERE = {
    **dict.fromkeys(_SHAPES.split(), "layoutkit.shapes"),
    **dict.fromkeys(["Axis", "Chart"], "layoutkit.chart"),
}
"""Names that authors import from modules of their own, whose imports tell them so."""

if not TYPE_CHECKING:
    __getattr__ = _names_from(__name__, _HOMES, _ELSEWHERE)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


_declare("components", *_COMPONENTS)
_declare("formats", "layoutkit.output.formats")
_declare("presentation", "layoutkit.standalone")  # Cairo and HarfBuzz, for those who render
