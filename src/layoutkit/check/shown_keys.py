"""Which keys of component tables decide something in a figure: those that a box has from its table and that show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.keywords import SIDES
from layoutkit.style.content import TextContent
from layoutkit.style.look import LONGHANDS
from layoutkit.tokens.schema import BOX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.layout.tree import PlacedBox
    from layoutkit.style.styled import Look, Styled
    from layoutkit.tokens import Theme

__all__ = ["FINER", "shown_keys"]

_GAPS = ("gap", "row_gap", "column_gap")
_BORDER = ("border_width", "border_style")
_OF_SIDES = {word: at for at, side in enumerate(SIDES) for word in (f"border_{side}", f"border_{side}_width")}
"""Keys of one side of a border, and its number."""
FINER = {"padding": ("padding_x", "padding_y"), "gap": ("row_gap", "column_gap")}
"""Keys, and the two that say the same of one axis each."""


def shown_keys(root: PlacedBox[Styled], theme: Theme) -> Iterator[str]:
    """The keys of boxes, such as ``card.padding``, that a figure shows the value of; one may come several times.

    A keyword of the author, or of a component such as that of a tone, takes the place of a key. The width and the style
    of a border need its colour, and gaps need two children.
    """
    box = root.box
    name = str(box.element.keywords.get("component", "" if isinstance(box.content, TextContent) else box.name))
    table = theme.components.get(name, ())
    for key in table:
        given = box.element.keywords
        replaced = key in given or any(key in longhands and word in given for word, longhands in LONGHANDS.items())
        replaced = replaced or all(other in table for other in FINER.get(key, ("",)))
        if key in BOX and not replaced and _shows(key, box.look, len(box.children)):
            yield f"{name}.{key}"
    for child in root.children:
        yield from shown_keys(child, theme)


def _shows(key: str, look: Look, children: int) -> bool:
    for word, rule in (("column_rule", look.column_rule), ("row_rule", look.row_rule)):
        if key.startswith(word):
            return rule is not None and children > 1
    if key in _BORDER:
        return look.border is not None
    if key == "border":
        return look.border_width > 0
    if key in _OF_SIDES:
        return look.border_width > 0 if look.sides is None else look.sides[_OF_SIDES[key]] is not None
    return key not in _GAPS or children > 1
