"""The same boxes in other colours are at the same places: a figure that is placed need not be laid out again.

Two trees of boxes are alike where all that the layout and the rules about boxes look at is equal: styles, words, lines,
what is seen at all and what can be seen through. Which colours they have does not matter, nor how a shadow is cast.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from layoutkit.color import Color
from layoutkit.style.content import BraceContent
from layoutkit.style.element import Element
from layoutkit.style.styled import Look, Styled
from layoutkit.text.paragraph import Paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layoutkit.layout.connectors import Route, RouteFault
    from layoutkit.layout.tree import PlacedBox
    from layoutkit.style.content import Content

__all__ = ["Counterparts", "alike"]


def alike(known: Styled, new: Styled) -> Counterparts | None:
    """What stands for what in two trees that are alike; None where they are not."""
    found = Counterparts()
    return found if found.same_boxes(known, new) else None


class Counterparts:
    """The boxes of a tree by those of another that is like it."""

    def __init__(self) -> None:
        self.elements: dict[Element, Element] = {}
        self._boxes: dict[Element, Styled] = {}
        """The new box of each known element."""
        self._own: dict[int, Styled] = {}
        """By the ``id`` of a box: that which stands for it."""

    # -- comparing ------------------------------------------------------------------------------

    def same_boxes(self, known: Styled, new: Styled) -> bool:
        """Whether two boxes are alike, and all in them."""
        if len(known.children) != len(new.children) or known.name != new.name or known.stacked != new.stacked:
            return False
        if known.style != new.style or known.size_group != new.size_group or known.said != new.said:
            return False
        one, other = known.element, new.element
        if one.kind != other.kind or one.origin != other.origin or one.allow != other.allow:
            return False
        if self.elements.setdefault(one, other) is not other or not _same_keywords(one.keywords, other.keywords):
            return False
        if not self._same_looks(known.look, new.look) or not self._same(known.content, new.content):
            return False
        self._boxes[one] = self._own[id(known)] = new
        return all(map(self.same_boxes, known.children, new.children))

    def _same_looks(self, known: Look, new: Look) -> bool:
        if known == new:
            return True
        for name in _names(Look):
            one, other = getattr(known, name), getattr(new, name)
            if name == "shadow":
                if (one is None) is not (other is None):
                    return False
            elif not self._same(one, other):
                return False
        return True

    def _same(self, known: object, new: object) -> bool:
        """Whether two values are equal but for colours."""
        match known, new:
            case Color(), Color():
                same = known.opaque is new.opaque and (known.alpha == 0) is (new.alpha == 0)
            case Paragraph(), Paragraph():
                same = known.shaped is new.shaped
            case Element(), Element():
                same = self.elements.setdefault(known, new) is new
            case tuple(), tuple():
                same = len(known) == len(new) and all(map(self._same, known, new))
            case _ if known == new:
                same = True
            case _ if is_dataclass(known) and known.__class__ is new.__class__:
                same = all(self._same(getattr(known, name), getattr(new, name)) for name in _names(known.__class__))
            case _:
                same = False
        return same

    # -- what stands for what -------------------------------------------------------------------

    def placed(self, known: PlacedBox[Styled]) -> PlacedBox[Styled]:
        """The new tree where the known one is."""
        children = tuple([self.placed(child) for child in known.children])
        return replace(known, box=self.box(known.box), children=children)

    def box(self, known: Styled) -> Styled:
        """The box that stands for another, which the layout may have made or changed."""
        own = self._own.get(id(known))
        if own is None:
            new = self._boxes.get(known.element)
            if new is None:  # words, which have a box only where they are placed
                own = replace(known, element=self.elements[known.element])
            else:
                children = tuple([self.box(child) for child in known.children])
                own = replace(new, style=known.style, children=children, content=_sized(new.content, known.content))
            self._own[id(known)] = own
        return own

    def route(self, known: Route, arrows: Mapping[int, Styled]) -> Route:
        """The path of an arrow that stands for another.

        Args:
            known: the path of the other.
            arrows: the boxes of the known arrows by the ``id`` of their contents.
        """
        connector = self.box(arrows[id(known.connector)]).connector
        assert connector is not None  # noqa: S101 - only arrows have a path
        return replace(known, connector=connector)

    def fault(self, known: RouteFault) -> RouteFault:
        """What an arrow runs through."""
        return replace(known, arrow=self.box(known.arrow), crossed=tuple([self.box(box) for box in known.crossed]))


def _sized(new: Content, known: Content) -> Content:
    """A content with what the layout has added to the other: how long a brace is."""
    if isinstance(new, BraceContent) and isinstance(known, BraceContent):
        return replace(new, length=known.length)
    return new


def _same_keywords(known: Mapping[str, object], new: Mapping[str, object]) -> bool:
    """Whether what was given by name is equal as far as a rule reads it: words, numbers, and lists of them."""
    return known == new or (known.keys() == new.keys() and all(_same_values(known[key], new[key]) for key in known))


def _same_values(known: object, new: object) -> bool:
    if isinstance(known, list | tuple) and isinstance(new, list | tuple):
        return len(known) == len(new) and all(map(_same_values, known, new))
    if isinstance(known, str | int | float) or isinstance(new, str | int | float):
        return known == new
    return type(known) is type(new)


@cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - a dataclass
    return tuple(field.name for field in fields(kind))
