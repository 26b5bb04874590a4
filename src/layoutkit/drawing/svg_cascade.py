"""What counts for an element of an SVG file, of its attributes and its ``style`` (CSS Cascade 4; CSS Syntax 3).

Of ``display``, ``visibility`` and ``overflow``, which decide what is seen at all, a value that CSS does not have counts
for nothing, as in browsers. Of all else, ``styled`` refuses it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layoutkit.drawing.svg_outlines import tag_of
from layoutkit.drawing.svg_values import SvgError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree as ET

__all__ = ["values_of"]

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_PIECE = re.compile(r"""[^;"'()]+|"[^"]*"?|'[^']*'?|\([^()"']*\)?|.""", re.DOTALL)
"""What a semicolon ends a declaration in, and what it does not: strings and ``url(…)``."""
_KNOWN = {
    "display": (
        *("none", "contents", "inline", "block", "flow", "flow-root", "list-item", "run-in", "math"),
        *("flex", "grid", "table", "ruby", "inline-block", "inline-flex", "inline-grid", "inline-table"),
        *("table-row-group", "table-header-group", "table-footer-group", "table-row", "table-cell", "table-caption"),
        *("table-column-group", "table-column", "ruby-base", "ruby-text", "-webkit-box", "-webkit-flex"),
    ),
    "visibility": ("visible", "hidden", "collapse"),
    "overflow": ("visible", "hidden", "clip", "scroll", "auto", "overlay"),
}
"""Words that these properties have; each may have several."""
_DEFAULTS: dict[str, dict[str, str]] = {
    "display": {"inherit": "inherit", **dict.fromkeys(("initial", "unset", "revert", "revert-layer"), "inline")},
    "visibility": {"initial": "visible", **dict.fromkeys(("inherit", "unset", "revert", "revert-layer"), "inherit")},
    "overflow": {
        "inherit": "inherit",
        **dict.fromkeys(("initial", "unset"), "visible"),
        **dict.fromkeys(("revert", "revert-layer"), "hidden"),
    },
}
"""What the words stand for that every property has."""
_GEOMETRY = {
    "svg": ("x", "y", "width", "height"),
    "rect": ("x", "y", "width", "height", "rx", "ry"),
    "circle": ("cx", "cy", "r"),
    "ellipse": ("cx", "cy", "rx", "ry"),
    "path": ("d",),
}
"""Attributes that some viewers also read in a ``style``."""


def values_of(element: ET.Element, *, is_root: bool = False) -> dict[str, str]:
    """The attributes, and what ``style`` puts over them; those that say ``inherit`` are left out.

    Args:
        element: of the file.
        is_root: whether it is the outermost one, whose size in a ``style`` is that of its box alone.

    Raises:
        SvgError: the ``style`` says what viewers do not read alike.
    """
    values = {key: value.strip() for key, value in element.attrib.items() if not key.startswith("{")}
    style = values.pop("style", "")
    values = {name: word for name, value in values.items() if (word := _valid(name, value)) is not None}
    moved = () if is_root else _GEOMETRY.get(tag_of(element), ())
    important: set[str] = set()
    for name, value, is_important in _declarations(style):
        word = _valid(name, value)
        if name in moved:
            raise SvgError(
                f"it has a <{tag_of(element)}> with the {name} in its style, which viewers do not read alike"
            )
        if word is None or (name in important and not is_important):
            continue
        values[name] = word
        if is_important:
            important.add(name)
    return {name: value for name, value in values.items() if value != "inherit" or name == "overflow"}


def _declarations(style: str) -> Iterator[tuple[str, str, bool]]:
    """Name, value and whether it is important, in the order of the ``style``."""
    pieces: list[str] = []
    for piece in (*_PIECE.findall(_COMMENT.sub(" ", style)), ";"):
        if piece != ";":
            pieces.append(piece)
            continue
        name, _, value = "".join(pieces).partition(":")
        if any("\\" in part for part in pieces if part[0] not in "\"'"):
            raise SvgError(f"it has the style {style!r:.60} with a backslash, which is not understood")
        plain, _, mark = value.rpartition("!")
        is_important = mark.strip().lower() == "important"
        yield name.strip().lower(), (plain if is_important else value).strip(), is_important
        pieces = []


def _valid(name: str, value: str) -> str | None:
    """The value; None where it counts for nothing."""
    if name not in _KNOWN:
        return value
    words = value.lower().split()
    if len(words) == 1 and words[0] in _DEFAULTS[name]:
        return _DEFAULTS[name][words[0]]
    return " ".join(words) if words and all(word in _KNOWN[name] for word in words) else None
