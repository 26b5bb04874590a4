"""What a figure paints of the tokens that a contract compares: which boxes have this ink on that ground.

An ink is that of a token where it was read from it, or from another that refers to it, and has its value; a colour that
was typed or mixed counts by its value alone. A ground is what is seen beside the ink, or the background around it.
Left out, as inks: gradients, pictures, shadows and dots.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain, combinations, pairwise, product
from typing import TYPE_CHECKING

from layoutkit.check.colour_only import alike
from layoutkit.check.ground import inked, painted
from layoutkit.check.legibility import strokes
from layoutkit.check.naming import name
from layoutkit.color.difference import difference
from layoutkit.color.vision import seen as seen_with
from layoutkit.style.content import IconContent
from layoutkit.tokens.causes import behind
from layoutkit.tokens.contracts import Colors, color_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from layoutkit.check.colour_only import Sign
    from layoutkit.check.context import CheckContext, VisibleArrow, VisibleBox
    from layoutkit.color import Color
    from layoutkit.geometry import Rect
    from layoutkit.style.element import Element
    from layoutkit.tokens.contracts import Measurement

__all__ = ["Paints", "Place"]

_BESIDE = 1.0
"""px from an edge at which its ground is looked at."""
_ALONG = (0.1, 0.5, 0.9)
"""Where along each side of a box, as shares of it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A box, or several at once, in which a figure shows a pair of tokens."""

    name: str
    """What a message calls it."""
    nodes: tuple[Element, ...]
    """The first is the one to name a line of."""
    marks: tuple[Rect, ...]
    """In px from the figure's top-left."""


@dataclass(frozen=True, slots=True)
class _Ink:
    """Something painted in one colour."""

    color: Color
    grounds: frozenset[str]
    """The opaque colours that are seen beside it, as hex."""
    around: tuple[Color, ...]
    """The backgrounds of the boxes that it touches: of its own, and of the nearest around it that has one."""
    place: Place


class Paints:
    """A figure, asked for what it paints; nothing is computed before the first question."""

    def __init__(self, subject: CheckContext) -> None:
        self.subject = subject
        self._behind: dict[str, set[str]] = {}
        self._shown = Colors(partial(color_of, subject.theme.sections()))

    def places(self, measured: Measurement) -> Iterator[Place]:
        """Where the figure shows what a contract measured, box by box.

        A contrast shows where one colour lies on the other, and so does a distance from other colours (``on``). Two
        colours that have to differ show where the figure has both, or, ``unless = "labelled"``, where two things are
        alike but for these.
        """
        contract = measured.contract
        if contract.contrast is not None:
            yield from self._on(measured.one, measured.other)
        elif contract.unless:
            yield from self._told_by_color(measured)
        elif contract.on:
            yield from self._on(measured.one, measured.other)
            yield from self._on(measured.other, measured.one)
        elif contract.distance is not None:
            both = [[ink.place for ink in self._inks if self._is(ink.color, t)] for t in (measured.one, measured.other)]
            yield from chain(*both) if all(both) else ()
        else:
            yield from self._sized(measured.one)

    # -- colours --------------------------------------------------------------------------------

    def _is(self, color: Color, token: str) -> bool:
        """Whether a colour is that of a token."""
        value = color_of(self.subject.theme.tables, token)
        if value is None or value.hex != color.hex:
            return False
        return not color.token or token in self._follows(color.token)

    def _follows(self, token: str) -> set[str]:
        if token not in self._behind:
            self._behind[token] = {token, *behind(self.subject.theme, token)}
        return self._behind[token]

    def _on(self, one: str, other: str) -> Iterator[Place]:
        """Where the first colour lies on the second."""
        ground = self._shown.seen(other).hex
        for ink in self._inks:
            touches = ground in ink.grounds or any(self._is(background, other) for background in ink.around)
            if touches and self._is(ink.color, one):
                yield ink.place

    def _told_by_color(self, measured: Measurement) -> Iterator[Place]:
        """Where two things are alike but for two colours, and can be told by no other."""
        least, vision = measured.least, measured.vision
        for group in alike(self.subject):
            for first, second in combinations(group, 2):
                pairs = [
                    (a, b) for a, b in zip(first.colors, second.colors, strict=True) if a is not None and b is not None
                ]
                if any(self._are(pair, measured) for pair in pairs) and all(
                    difference(seen_with(a, vision), seen_with(b, vision)) < least for a, b in pairs
                ):
                    yield _both(first, second)

    def _are(self, pair: tuple[Color, Color], measured: Measurement) -> bool:
        one, other = measured.one, measured.other
        return any(self._is(a, one) and self._is(b, other) for a, b in (pair, pair[::-1]))

    # -- inks -----------------------------------------------------------------------------------

    @cached_property
    def _inks(self) -> tuple[_Ink, ...]:
        return tuple(chain(self._letters(), *map(self._of_box, self.subject.boxes), map(self._of_arrow, self._lines)))

    @property
    def _lines(self) -> Sequence[VisibleArrow]:
        return self.subject.lines

    def _letters(self) -> Iterator[_Ink]:
        """Each text once for each of its colours."""
        grounds: dict[tuple[int, Color, str], set[str]] = {}
        boxes: dict[int, VisibleBox] = {}
        for place in inked(self.subject.display):
            box = None if place.group is None else self.subject.made_at(place.group.origin)
            if box is not None:
                boxes[id(box)] = box
                color = place.glyphs.color
                grounds.setdefault((id(box), color, color.token), set()).add(place.behind.hex)
        for (key, color, token), its in grounds.items():
            box = boxes[key]
            yield _Ink(color.named(token), frozenset(its), _background((box, *box.ancestors())), _place(box, box.ink))

    def _of_box(self, box: VisibleBox) -> Iterator[_Ink]:
        """Background, border, rules, and what is drawn inside in one colour."""
        yield from self._of_rules(box)
        if not box.paints or box is self.subject.page:
            return
        look, around = box.box.look, _background(box.ancestors())
        own = () if look.background is None else (look.background,)
        outside, place = self._beside(box.rect.grown(_BESIDE)), _place(box, box.rect)
        if look.background is not None:
            yield _Ink(look.background, outside, around, place)
        if look.border is not None and look.border_width:
            inside = self._beside(box.rect.grown(-look.border_width - _BESIDE))
            for color in look.border_colors:
                yield _Ink(color, outside | inside, (*own, *around), place)
        if isinstance(box.box.content, IconContent):
            color = box.box.content.color
            yield _Ink(color, self._beside(box.content), own or around, _place(box, box.ink))
        if box.box.brace is not None:
            yield _Ink(box.box.brace.color, outside, around, _place(box, box.ink))

    def _of_rules(self, box: VisibleBox) -> Iterator[_Ink]:
        """The lines between the children of a box."""
        gutters, look = box.gutters, box.box.look
        if gutters is None:
            return
        around = _background((box, *box.ancestors()))
        for rule, places in ((look.column_rule, gutters.columns), (look.row_rule, gutters.rows)):
            if rule is not None and places:
                middles = [(place.center.x, place.center.y) for place in places]
                yield _Ink(rule.color, self._seen_at(middles), around, _place(box, box.rect))

    def _of_arrow(self, line: VisibleArrow) -> _Ink:
        middles = [((p.x + q.x) / 2, (p.y + q.y) / 2) for p, q in pairwise(line.route.points)]
        around = _background(line.around)
        place = Place("Arrow", (line.node,), (line.bounds,))
        return _Ink(line.route.connector.color, self._seen_at(middles), around, place)

    @cached_property
    def _color_at(self) -> Callable[[float, float], Color]:
        return painted(self.subject.display)

    def _beside(self, rect: Rect) -> frozenset[str]:
        """The colours along the sides of a rectangle."""
        across = [rect.x + share * rect.width for share in _ALONG]
        down = [rect.y + share * rect.height for share in _ALONG]
        return self._seen_at(chain(product(across, (rect.y, rect.bottom)), product((rect.x, rect.right), down)))

    def _seen_at(self, points: Iterable[tuple[float, float]]) -> frozenset[str]:
        page = self.subject.page.rect
        return frozenset(
            self._color_at(x, y).hex for x, y in points if page.x <= x < page.right and page.y <= y < page.bottom
        )

    # -- sizes ----------------------------------------------------------------------------------

    def _sized(self, token: str) -> Iterator[Place]:
        """The texts that are set in the size of a type role, or the lines that have the width of a token."""
        theme = self.subject.theme
        section, _, rest = token.partition(".")
        if section == "type":
            role = rest.partition(".")[0]
            yield from (_place(box, box.ink) for box in self.subject.texts if role in self._roles(box))
            return
        width = theme.tables[section].get(rest)
        for box in self.subject.boxes:
            if any(its == width for _, its in strokes(box)):
                yield _place(box, box.rect)
        for arrow in self._lines:
            if arrow.route.connector.width == width:
                yield Place("Arrow", (arrow.node,), (arrow.bounds,))

    def _roles(self, box: VisibleBox) -> set[str]:
        """The type roles that a text is set in: its own, and of any other size those that have it."""
        roles = self.subject.theme.type
        lines = box.block.lines if box.block is not None else ()
        sizes = {run.glyphs.size for line in lines for run in line.runs}
        own = roles.get(box.box.name)
        found = {name for name, role in roles.items() if role.size in sizes - {own.size if own else 0.0}}
        return {*found, box.box.name} if own is not None and own.size in sizes else found


def _place(box: VisibleBox, mark: Rect) -> Place:
    return Place(name(box), (box.node,), (mark,))


def _both(first: Sign, second: Sign) -> Place:
    return Place(second.title, (second.node, first.node), (first.rect, second.rect))


def _background(boxes: Iterable[VisibleBox]) -> tuple[Color, ...]:
    """That of the first box that has one."""
    return next(((box.box.look.background,) for box in boxes if box.box.look.background is not None), ())
