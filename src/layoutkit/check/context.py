"""What the rules look at: a figure with every box in its place and everything that is painted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, Protocol, assert_never

from layoutkit.bins import Bins
from layoutkit.check.ink import content_ink, operation_ink
from layoutkit.geometry import Rect, union
from layoutkit.paint.connectors import paint_route
from layoutkit.style.content import (
    BraceContent,
    ConnectorContent,
    IconContent,
    OutlineContent,
    PictureContent,
    ShapeContent,
    TextContent,
    WordsContent,
)
from layoutkit.text.line_space import LineSpace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from layoutkit.layout.arrange import Placed
    from layoutkit.layout.connectors import Route
    from layoutkit.layout.tree import Gutters, PlacedBox
    from layoutkit.origin import Origin
    from layoutkit.paint.display import DisplayList
    from layoutkit.style.element import Element
    from layoutkit.style.styled import Styled
    from layoutkit.text.lines import TextBlock
    from layoutkit.tokens import Theme

__all__ = ["Captioned", "CheckContext", "VisibleArrow", "VisibleBox", "look_at"]


class Captioned(Protocol):
    """What a figure says about itself."""

    @property
    def title(self) -> str:
        """The title, for readers of the file."""
        ...

    @property
    def alt(self) -> str:
        """What the picture shows."""
        ...

    @cached_property
    def language(self) -> str:
        """A BCP 47 tag; empty where none is declared."""
        ...

    @property
    def origin(self) -> Origin:
        """Where the author declared it."""
        ...


@dataclass(frozen=True, eq=False)  # without slots: what is asked for often is cached
class VisibleBox:
    """A box of the figure. All rectangles are in px from the figure's top-left, y down."""

    box: Styled
    rect: Rect
    """The border box."""
    content: Rect
    """The content box, inside padding and border."""
    parent: VisibleBox | None
    """The box around it, of an arrow's label the innermost that holds both ends of the arrow; None for the page."""
    block: TextBlock | None
    """Its lines, where it is a text."""
    own_ink: Rect | None
    """What encloses its letters, the shapes of its icon, its picture, or the line of its brace; None without any."""
    arrow: Element | None = None
    """The arrow whose label it is."""
    gutters: Gutters | None = None
    """Where its rules are; None where it has none."""
    clip: Rect | None = None
    """Where it is seen: inside all boxes around it that clip; None where none does. Arrows are painted over boxes, and
    so their labels are never clipped."""

    @property
    def node(self) -> Element:
        """What the author made."""
        return self.box.element

    @property
    def in_flow(self) -> bool:
        """Whether the box takes room in its parent and stands there; a label beside an axis is moved out of it."""
        style = self.box.style
        return style.position != "absolute" and not style.translate_x and not style.translate_y

    @property
    def is_row(self) -> bool:
        """Whether its children stand beside one another."""
        return self.box.style.display == "flex" and self.box.style.flex_direction.startswith("row")

    @property
    def is_column(self) -> bool:
        """Whether its children stand below one another."""
        return self.box.style.display == "flex" and self.box.style.flex_direction.startswith("column")

    @property
    def clips(self) -> bool:
        """Whether what is inside is seen within its padding box only."""
        return self.box.style.overflow == "hidden"

    @cached_property
    def paints(self) -> bool:
        """Whether anything of the box itself can be seen, its children left out."""
        match self.box.content:
            case PictureContent() | IconContent() | BraceContent() | ShapeContent():
                has_content = True
            case TextContent():
                has_content = self.own_ink is not None
            case WordsContent() | OutlineContent() | ConnectorContent() | None:
                has_content = False
            case _ as unknown:
                assert_never(unknown)
        return (has_content or self.framed) and (self.clip is None or min(self.ink.width, self.ink.height) > 0)

    @cached_property
    def framed(self) -> bool:
        """Whether the edges of the box can be seen: it has a background or a border."""
        return self.box.look.is_frame

    @property
    def hides(self) -> bool:
        """Whether nothing can be seen through the box: it has an opaque background, or shows a picture."""
        background, picture = self.box.look.background, self.box.look.picture
        return self.box.art is not None or picture is not None or (background is not None and background.opaque)

    @property
    def outlined(self) -> tuple[Element, ...]:
        """The elements that the box is drawn around; none for anything but an outline."""
        return self.box.content.targets if isinstance(self.box.content, OutlineContent) else ()

    @cached_property
    def ink(self) -> Rect:
        """What the eye takes for the box: its edges where they are seen, else the ink of what it holds.

        What is clipped is no part of it.
        """
        whole = self.rect if self.framed or self.own_ink is None else self.own_ink
        if self.clips and not self.framed:
            whole = whole.common(self.rect)
        return whole if self.clip is None else whole.common(self.clip)

    @property
    def letters(self) -> Rect:
        """What encloses the ink of all letters of a text; without any, the empty start of the content box."""
        if self.block is None or self.own_ink is None:
            return Rect(self.content.x, self.content.y, 0.0, 0.0)
        return self.own_ink

    @property
    def line_space(self) -> LineSpace:
        """Where the lines of a text are on the page; anything else has them level."""
        text = self.box.content
        return LineSpace.of(text.writing_mode if isinstance(text, TextContent) else "horizontal-tb", self.content)

    @property
    def laid_out(self) -> Rect:
        """The border box, and the boxes of lines that reach beyond it, without what hangs from them on the left."""
        lines = () if self.block is None else self.block.lines
        boxes = (Rect(max(line.x, 0.0), line.top, line.width + min(line.x, 0.0), line.height) for line in lines)
        return union((self.rect, *map(self.line_space.rect, boxes)))

    def ancestors(self) -> Iterator[VisibleBox]:
        """The boxes around it, innermost first."""
        seen = self.parent
        while seen is not None:
            yield seen
            seen = seen.parent


@dataclass(frozen=True, eq=False)
class VisibleArrow:
    """An arrow of the figure."""

    arrow: Styled
    route: Route
    ends: tuple[VisibleBox, VisibleBox]
    """The boxes where it starts and ends."""
    label: VisibleBox | None

    @property
    def node(self) -> Element:
        """What the author made."""
        return self.arrow.element

    @property
    def around(self) -> tuple[VisibleBox, ...]:
        """The boxes that hold both ends, innermost first, wherever the arrow is written; none of a loop at the page."""
        return _around(self.ends)

    @property
    def length(self) -> float:
        """Of the whole path, in px."""
        return sum(hypot(q.x - p.x, q.y - p.y) for p, q in pairwise(self.route.points))

    @cached_property
    def ink(self) -> Rect:
        """What encloses all that is painted of it, heads included; the label is a box of its own."""
        return union(ink for operation in paint_route(self.route) if (ink := operation_ink(operation)) is not None)

    @property
    def bounds(self) -> Rect:
        """What encloses the path; a straight line has no width or no height."""
        return union(Rect(point.x, point.y, 0.0, 0.0) for point in self.route.points)


@dataclass(frozen=True, eq=False)
class CheckContext:
    """A figure under examination."""

    figure: Captioned
    theme: Theme
    placed: Placed
    display: DisplayList
    boxes: tuple[VisibleBox, ...]
    """All boxes but arrows and what is hidden, parents before their children, in source order; labels of arrows come
    last, as they are painted over all boxes."""
    inside: Mapping[VisibleBox, tuple[VisibleBox, ...]]
    """The children of each box that has some; labels of arrows take no room and are left out."""
    by_origin: Mapping[int, VisibleBox]
    """Each box by the ``id`` of its node's origin, as nodes that a loop makes have equal ones."""
    lines: tuple[VisibleArrow, ...]
    """The arrows, in source order."""

    @cached_property
    def language(self) -> str:
        """BCP 47 tag of the texts: that of the figure, else that of the series; empty where neither says one."""
        return self.figure.language or self.theme.series.language

    @cached_property
    def shown_scale(self) -> float:
        """CSS px on the screen of a reader for one px of the figure: by the narrowest ``display`` of the outputs."""
        displays = [output.display for output in self.theme.written() if output.display is not None]
        return min(displays, default=self.page.rect.width) / self.page.rect.width

    @cached_property
    def paper_scale(self) -> float | None:
        """Px of 1/96 inch on paper for one px of the figure: by the narrowest width; None without a paper output."""
        widths = [output.width for output in self.theme.written() if output.width is not None]
        return min(widths) / self.page.rect.width if widths else None

    def made_at(self, origin: Origin) -> VisibleBox | None:
        """The box of the node that an origin belongs to: the very object, since a loop makes equal ones."""
        return self.by_origin.get(id(origin))

    @property
    def page(self) -> VisibleBox:
        """The box of the whole figure."""
        return self.boxes[0]

    def children(self, parent: VisibleBox) -> tuple[VisibleBox, ...]:
        """The boxes directly inside a box, in source order."""
        return self.inside.get(parent, ())

    @cached_property
    def order(self) -> Mapping[VisibleBox, int]:
        """Where each box is among all."""
        return {seen: number for number, seen in enumerate(self.boxes)}

    def within(self, around: VisibleBox) -> tuple[VisibleBox, ...]:
        """A box and all in it, labels of arrows included, in the order of all boxes."""
        first = self.order[around]
        return (*self.boxes[first : self._ends[around]], *self._labels.get(around, ()))

    @cached_property
    def _ends(self) -> Mapping[VisibleBox, int]:
        """The number after that of the last box in each: boxes come before what is in them."""
        ends: dict[VisibleBox, int] = {}
        for number, seen in reversed([*enumerate(self.boxes, start=1)]):
            if seen.arrow is None:
                ends[seen] = max(number, ends.get(seen, 0))
                if seen.parent is not None:
                    ends[seen.parent] = max(ends[seen], ends.get(seen.parent, 0))
            else:
                ends[seen] = number
        return ends

    @cached_property
    def _labels(self) -> Mapping[VisibleBox, tuple[VisibleBox, ...]]:
        """The labels of arrows in each box that has some; a label itself has none."""
        labels: dict[VisibleBox, list[VisibleBox]] = {}
        for label in (line.label for line in self.lines if line.label is not None):
            for around in label.ancestors():
                labels.setdefault(around, []).append(label)
        return {around: tuple(its) for around, its in labels.items()}

    @cached_property
    def visible(self) -> Bins[VisibleBox]:
        """All boxes that paint but the page, by their ink, in their order."""
        return Bins((seen.ink, seen) for seen in self.boxes if seen.paints and seen is not self.page)

    @cached_property
    def texts(self) -> tuple[VisibleBox, ...]:
        """The boxes that hold text."""
        return tuple(seen for seen in self.boxes if seen.block is not None)


def look_at(figure: Captioned, theme: Theme, placed: Placed, display: DisplayList) -> CheckContext:
    """Gather what the rules need to know."""
    routes = {route.connector: route for route in placed.routes}
    boxes = tuple(_boxes(placed.root, None))
    inside: dict[VisibleBox, list[VisibleBox]] = {}
    for seen in boxes:
        if seen.parent is not None:
            inside.setdefault(seen.parent, []).append(seen)
    lines = tuple(_lines(placed.root, routes, boxes))
    boxes = (*boxes, *(line.label for line in lines if line.label is not None))
    by_origin = {id(seen.node.origin): seen for seen in boxes}
    children = {parent: tuple(its) for parent, its in inside.items()}
    return CheckContext(figure, theme, placed, display, boxes, children, by_origin, lines)


def _boxes(placed: PlacedBox[Styled], parent: VisibleBox | None) -> Iterator[VisibleBox]:
    if placed.hidden or placed.box.connector is not None:
        return
    seen = _seen(placed, placed.rect if parent is None else placed.rect.moved(parent.rect.x, parent.rect.y), parent)
    yield seen
    for child in placed.children:
        yield from _boxes(child, seen)


def _seen(placed: PlacedBox[Styled], rect: Rect, parent: VisibleBox | None, arrow: Element | None = None) -> VisibleBox:
    text = placed.box.content
    block = text.within(placed.content) if isinstance(text, TextContent) else None
    clip = None if parent is None or arrow is not None else _clip(parent)
    content = placed.content.moved(rect.x, rect.y)
    own_ink = content_ink(placed.box, rect, content, block)
    gutters = None if placed.gutters is None else placed.gutters.moved(rect.x, rect.y)
    return VisibleBox(placed.box, rect, content, parent, block, own_ink, arrow, gutters, clip)


def _clip(around: VisibleBox) -> Rect | None:
    """Where what is inside a box is seen: its padding box where it clips, and where it is seen itself."""
    if not around.clips:
        return around.clip
    inner = around.rect.inset(around.box.look.edges)
    return inner if around.clip is None else inner.common(around.clip)


def _around(ends: tuple[VisibleBox, VisibleBox]) -> tuple[VisibleBox, ...]:
    others = set(ends[1].ancestors())
    return tuple(box for box in ends[0].ancestors() if box in others)


def _lines(
    root: PlacedBox[Styled], routes: Mapping[ConnectorContent, Route], boxes: tuple[VisibleBox, ...]
) -> Iterator[VisibleArrow]:
    by_element = {seen.node: seen for seen in boxes}
    for arrow in _arrows(root):
        assert arrow.box.connector is not None  # noqa: S101 - only boxes with one are listed
        route = routes[arrow.box.connector]
        start, end = (by_element[end.element] for end in (route.connector.start, route.connector.end))
        label = None
        for its in arrow.children:
            left, top = route.label.x - its.rect.width / 2, route.label.y - its.rect.height / 2
            around = next(iter(_around((start, end))), boxes[0])
            label = _seen(its, Rect(left, top, its.rect.width, its.rect.height), around, arrow.box.element)
        yield VisibleArrow(arrow.box, route, (start, end), label)


def _arrows(placed: PlacedBox[Styled]) -> Iterator[PlacedBox[Styled]]:
    if placed.hidden:
        return
    if placed.box.connector is not None:
        yield placed
    for child in placed.children:
        yield from _arrows(child)
