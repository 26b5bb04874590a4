"""What the rules look at: a figure with every box in its place and everything that is painted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.geometry import Rect
from layoutkit.nodes import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from layoutkit.layout.arrange import Placed
    from layoutkit.layout.tree import PlacedBox
    from layoutkit.nodes import Figure, Node
    from layoutkit.origin import Origin
    from layoutkit.paint.display import DisplayList
    from layoutkit.style.styled import Styled
    from layoutkit.text.lines import TextBlock
    from layoutkit.tokens import Theme

__all__ = ["Seen", "Subject", "look_at"]

_DESCENT = 0.3
"""How far letters reach below the baseline, as a share of the cap height."""


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A box of the figure. All rectangles are in px from the figure's top-left, y down."""

    box: Styled
    rect: Rect
    """The border box."""
    content: Rect
    """The content box, inside padding and border."""
    parent: Seen | None
    """The box around it; None for the page."""
    block: TextBlock | None
    """Its lines, where it is a text."""

    @property
    def node(self) -> Node:
        """What the author made."""
        return self.box.node

    @property
    def in_flow(self) -> bool:
        """Whether the box takes room in its parent."""
        return self.box.style.position != "absolute"

    @property
    def paints(self) -> bool:
        """Whether anything of the box itself can be seen, its children left out."""
        look = self.box.look
        has_text = self.block is not None and any(line.runs for line in self.block.lines)
        return has_text or look.background is not None or (look.border is not None and look.border_width > 0)

    @property
    def ink(self) -> Rect:
        """What the eye takes for the box: the lines of a text from capitals to descenders, else the border box."""
        if self.block is None:
            return self.rect
        lines = [line for line in self.block.lines if line.runs]
        if not lines:
            return Rect(self.content.x, self.content.y, 0.0, 0.0)
        left, right = min(line.x for line in lines), max(line.x + line.width for line in lines)
        top = lines[0].baseline - self.block.cap_height
        bottom = lines[-1].baseline + self.block.cap_height * _DESCENT
        return Rect(self.content.x + left, self.content.y + top, right - left, bottom - top)

    def ancestors(self) -> Iterator[Seen]:
        """The boxes around it, innermost first."""
        seen = self.parent
        while seen is not None:
            yield seen
            seen = seen.parent


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """A figure under examination."""

    figure: Figure
    theme: Theme
    placed: Placed
    display: DisplayList
    boxes: tuple[Seen, ...]
    """All boxes but connectors and what is hidden, parents before their children, in source order."""
    inside: Mapping[int, tuple[Seen, ...]]
    """The children of each box that has some, by its ``id``."""
    by_origin: Mapping[int, Seen]
    """Each box by the ``id`` of its node's origin."""

    @property
    def shown_scale(self) -> float:
        """CSS px on the screen of a reader for one px of the figure: by the widest ``display`` of the outputs."""
        displays = [o.display for _, o in self.theme.output.items() if o.display is not None]
        return max(displays, default=self.page.rect.width) / self.page.rect.width

    @property
    def paper_scale(self) -> float | None:
        """Px of 1/96 inch on paper for one px of the figure: by the narrowest width; None without a paper output."""
        widths = [o.width for _, o in self.theme.output.items() if o.width is not None]
        return min(widths) / self.page.rect.width if widths else None

    def made_at(self, origin: Origin) -> Seen | None:
        """The box of the node that an origin belongs to: the very object, since a loop makes equal ones."""
        return self.by_origin.get(id(origin))

    @property
    def page(self) -> Seen:
        """The box of the whole figure."""
        return self.boxes[0]

    def children(self, parent: Seen) -> tuple[Seen, ...]:
        """The boxes directly inside a box, in source order."""
        return self.inside.get(id(parent), ())

    @property
    def texts(self) -> tuple[Seen, ...]:
        """The boxes that hold text."""
        return tuple(seen for seen in self.boxes if seen.block is not None)


def look_at(figure: Figure, theme: Theme, placed: Placed, display: DisplayList) -> Subject:
    """Gather what the rules need to know."""
    boxes = tuple(_boxes(placed.root, None))
    inside: dict[int, tuple[Seen, ...]] = {}
    for seen in boxes:
        if seen.parent is not None:
            inside[id(seen.parent)] = (*inside.get(id(seen.parent), ()), seen)
    by_origin = {id(seen.node.origin): seen for seen in boxes}
    return Subject(figure, theme, placed, display, boxes, inside, by_origin)


def _boxes(placed: PlacedBox[Styled], parent: Seen | None) -> Iterator[Seen]:
    if placed.hidden or placed.box.connector is not None:
        return
    rect = placed.rect if parent is None else placed.rect.moved(parent.rect.x, parent.rect.y)
    content = placed.content.moved(rect.x, rect.y)
    text = placed.box.content if isinstance(placed.box.node, Text) else None
    seen = Seen(placed.box, rect, content, parent, None if text is None else text.set(placed.content.width))
    yield seen
    for child in placed.children:
        yield from _boxes(child, seen)
