"""The hint about an icon that does not exist."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from layoutkit.drawing.icon_words import folded, icons_called, icons_found, words_of_icons
from layoutkit.drawing.icons import icon_names
from layoutkit.near_names import NearNames

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["icon_hint"]

_OFFERED = 3
"""Icons that are named."""
_LIKE = 0.8
"""How much of two words is the same, from 0 to 1, where one may be meant by the other: meanings are guessed less
boldly than names, as a wrong one is of no use."""


def icon_hint(name: str, own: Collection[str] = ()) -> str:
    """A hint that names the icons that were probably meant: ``icon_hint("lixeira")`` is ``"did you mean 'trash'?"``.

    A name may be an English or Portuguese word for the icon, several words, a misspelt name, or a misspelt word.

    Args:
        name: what the author wrote.
        own: the names of the author's own icons.
    """
    its_own = _alike(name, own)
    meant = (its_own,) if its_own else icons_called(name)
    meant = meant or tuple(one.name for one in icons_found(name)[:_OFFERED]) or _misspelt(name, own)
    if not meant:
        return "`layoutkit icons` lists them all; Icon(path=…) takes an SVG file of your own"
    *first, last = map(repr, meant)
    return f"did you mean {', '.join(first)}{' or ' if first else ''}{last}?"


def _misspelt(name: str, own: Collection[str]) -> tuple[str, ...]:
    """The name, or the icons of the word, that is most like what was written."""
    word = folded(name)
    near_name = NearNames((*own, *icon_names())).nearest(name) or ""
    near_word = NearNames(words_of_icons()).nearest(word) or ""
    by_name, by_word = _likeness(near_name, name), _likeness(near_word, word)
    if by_word >= _LIKE and by_word > by_name:
        return icons_called(near_word)
    return (near_name,) if near_name else ()


def _alike(name: str, names: Collection[str]) -> str:
    """The name that can hardly be anything but this one; empty where there is none."""
    near = NearNames(names).nearest(name) or ""
    return near if _likeness(near, name) >= _LIKE else ""


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()
