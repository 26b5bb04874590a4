"""Names of earlier versions, each with the name that took its place: an error says what to write instead."""

from __future__ import annotations

__all__ = ["current_key", "current_keyword", "current_table", "current_word"]

_KEYS: dict[str, dict[str, str]] = {
    "type": {"line": "line_height", "spacing": "letter_spacing", "case": "text_transform"},
    "shadow": {"x": "offset_x", "y": "offset_y", "sigma": "blur, and twice the number"},
    "contract": {"type": "font_size", "stroke": "stroke_width"},
    "page": {
        "type": "role",
        "dot_color": 'pattern_color, with pattern = "dots"',
        "dot_pitch": "pattern_pitch",
        "dot_radius": "pattern_size, and twice the number",
    },
    "arrow": {"type": "role", "width": "stroke_width"},
}
"""Keys of tables in the token file, by section; those of all other components follow."""
_COMPONENT_KEYS = {"type": "role", "stroke": "stroke_width"}
_TABLES = {"engine": "card_inverse"}
_TABLE_END = "_engine"
_WORDS = {"engine": "inverse", "greedy": "wrap", "upper": "uppercase", "False": "nowrap", "True": "wrap"}
_KEYWORDS = {"mode": "wrap", "stroke": "stroke_width", "weight": "stroke_width"}


def current_key(section: str, key: str) -> str:
    """What a key of a table in the token file is called today; empty where it had no other name."""
    return _KEYS.get(section, _COMPONENT_KEYS).get(key, "")


def current_table(name: str) -> str:
    """What a component's table is called today; empty where it had no other name."""
    if name.endswith(_TABLE_END):
        return f"{name.removesuffix(_TABLE_END)}_inverse"
    return _TABLES.get(name, "")


def current_word(word: str) -> str:
    """What a word is called today, such as ``balance`` of ``wrap``; empty where it had no other name."""
    return _WORDS.get(word, "")


def current_keyword(word: str) -> str:
    """What a keyword of a node is called today; empty where it had no other name."""
    return _KEYWORDS.get(word, "")
