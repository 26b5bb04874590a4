"""Pieces composed from nodes; each is a plain function, styled by component tokens."""

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
from layoutkit.tokens.tables import TokenTable, color_key, component, length_key, number_key

__all__ = [
    "Badge",
    "Bar",
    "Bars",
    "Brace",
    "Bracket",
    "Callout",
    "Card",
    "Cell",
    "ChatBubble",
    "Code",
    "Divider",
    "Group",
    "IconCircle",
    "Legend",
    "LegendEntry",
    "Matrix",
    "Meter",
    "Pill",
    "Quote",
    "Rubric",
    "Stepper",
    "StripGroup",
    "Table",
    "TokenStrip",
    "TokenTable",
    "Tone",
    "Vector",
    "color_key",
    "component",
    "length_key",
    "number_key",
]
