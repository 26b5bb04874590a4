"""What counts for an element of an SVG file: attributes, style sheets and ``style`` (CSS Cascade 4; CSS Syntax 3).

Of ``display``, ``visibility`` and ``overflow``, which decide what is seen at all, a value that CSS does not have counts
for nothing, as in browsers. Of all else, ``styled`` refuses it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layoutkit.drawing.svg_error import SvgError
from layoutkit.drawing.svg_known import check_attributes, check_property
from layoutkit.drawing.svg_sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.drawing.svg_tree import Element

__all__ = ["Cascade"]

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
_BOX = ("width", "height", "max-width", "min-width", "max-height", "margin", "padding", "x", "y", "inline-size")
"""What says of the outermost element how large its box is in a page around it, and nothing of what is inside."""
_NOT_INHERITED = frozenset(
    [
        "opacity",
        "clip-path",
        "stop-color",
        "stop-opacity",
        "transform",
        "css-transform",
        "transform-origin",
        "transform-box",
        "display",
    ]
)
_SHORTHANDS = {"transform": ("css-transform",), "marker": ("marker-start", "marker-mid", "marker-end")}
"""Properties that a declaration sets under other names."""


class Cascade:
    """What counts for the elements of one file."""

    def __init__(self, root: Element) -> None:
        """Read the style sheets of a file, if there are any.

        Raises:
            SvgError: they are not understood.
        """
        self._root = root
        self._sheet = Sheet(root) if any(one.tag == "style" for one in root.below()) else None
        self._known: dict[Element, dict[str, str]] = {}

    def values(self, element: Element) -> dict[str, str]:
        """The attributes, and what style sheets and ``style`` put over them; what says ``inherit`` is left out.

        A ``transform`` of CSS, which has units, is ``css-transform`` here.

        Raises:
            SvgError: something is not understood, or viewers do not read it alike.
        """
        if element not in self._known:
            self._known[element] = self._read(element)
        return self._known[element]

    def _read(self, element: Element) -> dict[str, str]:
        given = {key: value.strip() for key, value in element.attributes.items()}
        style = given.pop("style", "")
        check_attributes(element.tag, given)
        values = {name: word for name, value in given.items() if (word := _valid(name, value)) is not None}
        normal, important = self._sheet.declarations(element) if self._sheet else ([], [])
        own = list(_declarations(style))
        layers = (
            *normal,
            *((name, value) for name, value, is_important in own if not is_important),
            *important,
            *((name, value) for name, value, is_important in own if is_important),
        )
        moved = () if element is self._root else _GEOMETRY.get(element.tag, ())
        for name, value in layers:
            if name in moved:
                raise SvgError(
                    f"its <{element.tag}> has the {name} in its style, which viewers do not read alike",
                    hint=f"write it as an attribute: {name}={value!r:.60}",
                )
            if element is self._root and name in _BOX:
                continue
            check_property(element.tag, name, value)
            word = _valid(name, value)
            if word is None:
                continue
            for longhand in _SHORTHANDS.get(name, (name,)):
                values[longhand] = word
        return {name: found for name, value in values.items() if (found := self._inherited(element, name, value))}

    def _inherited(self, element: Element, name: str, value: str) -> str | None:
        """A value; where it says so, that of the parent. None leaves it to what is inherited anyway."""
        if value != "inherit" or name == "overflow":
            return value
        if name not in _NOT_INHERITED:
            return None
        return None if element.parent is None else self.values(element.parent).get(name)


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
        if name.strip() and not name.strip().count(" "):  # CSS leaves out what has no name
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
