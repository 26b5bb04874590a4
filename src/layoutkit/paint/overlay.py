"""How a figure is laid out, painted over it: boxes, paddings, margins, gaps and baselines, with names and sizes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from layoutkit.color import Color, luminance
from layoutkit.geometry import Rect
from layoutkit.paint.display import DisplayList, FillRect, Glyphs, Operation, StrokePath, StrokeRect
from layoutkit.paint.marks import stripes
from layoutkit.path import LineTo, MoveTo, Path
from layoutkit.style.content import TextContent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from layoutkit.layout.arrange import Placed
    from layoutkit.layout.tree import PlacedBox
    from layoutkit.style.styled import Styled
    from layoutkit.text.lines import TextBlock

__all__ = ["LaidBox", "baselines", "gap_areas", "laid_box", "laid_boxes", "overlaid"]


# No token decides these: what is shown here is not part of the figure, and has to be seen on every theme.
@dataclass(frozen=True, slots=True)
class _Inks:
    """The colours of an overlay."""

    component: Color
    container: Color
    text: Color
    padding: Color
    margin: Color
    gap: Color
    stripe: Color
    baseline: Color


_ON_LIGHT = _Inks(
    component=Color(0.10, 0.33, 0.85),
    container=Color(0.36, 0.40, 0.47),
    text=Color(0.55, 0.58, 0.64),
    padding=Color(0.18, 0.65, 0.33, 0.22),
    margin=Color(0.95, 0.55, 0.10, 0.30),
    gap=Color(0.56, 0.25, 0.82, 0.12),
    stripe=Color(0.56, 0.25, 0.82, 0.55),
    baseline=Color(0.88, 0.11, 0.20),
)
_ON_DARK = _Inks(
    component=Color(0.30, 0.55, 1.00),
    container=Color(0.55, 0.60, 0.68),
    text=Color(0.55, 0.58, 0.64),
    padding=Color(0.30, 0.85, 0.48, 0.28),
    margin=Color(1.00, 0.65, 0.25, 0.32),
    gap=Color(0.75, 0.50, 1.00, 0.20),
    stripe=Color(0.78, 0.58, 1.00, 0.70),
    baseline=Color(1.00, 0.38, 0.42),
)
_DARK = 0.18
"""A page of less luminance is dark: white stands out more from it than black."""
_WHITE = Color(1, 1, 1)
_INK = Color(0.13, 0.14, 0.17)
_VEIL = 0.45
"""How much of the page's colour lies over the figure, so that what is shown stands out."""
_LINE, _HAIRLINE = 1.0, 0.5
"""Outlines and baselines, in px."""
_PITCH, _STRIPE = 5.0, 0.75
"""Distance and width of the stripes in a gap, in px."""
_TAG_X, _TAG_Y = 4.0, 2.5
"""Room around the words of a tag, in px."""
_WITH_DESCENDERS = 1.3
"""Height of letters as a multiple of their cap height."""
_LARGEST_TAG = 0.3
"""A tag is at most this share of its box's height: in small boxes it would hide what it names."""
_LEGEND = 44.0
"""Height of the strip below the figure, in px."""
_SWATCH, _AROUND = 14.0, 24.0
"""Size of a colour in the legend and distance between its entries, in px."""
_LEAST = 0.25
"""Less than this many px is no padding and no gap."""


@dataclass(frozen=True, slots=True)
class LaidBox:
    """A visible box; rectangles are in px from the figure's top-left."""

    placed: PlacedBox[Styled]
    rect: Rect
    content: Rect
    children: tuple[LaidBox, ...]

    @property
    def kind(self) -> Literal["text", "component", "container"]:
        """How it is outlined."""
        box = self.placed.box
        if isinstance(box.content, TextContent):
            return "text"
        return "component" if box.name else "container"


def overlaid(placed: Placed, display: DisplayList, label: Callable[[str, Color], TextBlock]) -> DisplayList:
    """The picture with its layout shown, and a legend below it.

    Args:
        placed: the figure.
        display: what is painted of it.
        label: sets a few words in a colour, trimmed to their capitals.
    """
    root = laid_box(placed.root)
    boxes = list(laid_boxes(root))
    page = placed.root.box.look.background or _WHITE
    inks = _ON_DARK if luminance(page) < _DARK else _ON_LIGHT
    shown: list[Operation] = [*display.operations, FillRect(root.rect, 0, page.faded(_VEIL))]
    for paint in (_spaces, _gaps, _outline, _baselines):
        for box in boxes:
            shown += paint(box, inks)
    shown += _tags(boxes, inks, label)
    shown += _legend(root.rect, page, inks, label)
    return DisplayList(display.width, display.height + _LEGEND, tuple(shown))


def laid_box(placed: PlacedBox[Styled], x: float = 0.0, y: float = 0.0) -> LaidBox:
    """A box and those inside it that are seen; ``x`` and ``y`` are where the box around it begins."""
    rect = placed.rect.moved(x, y)
    children = tuple(laid_box(child, rect.x, rect.y) for child in placed.children if not child.hidden)
    return LaidBox(placed, rect, placed.content.moved(rect.x, rect.y), children)


def laid_boxes(box: LaidBox) -> Iterator[LaidBox]:
    """Boxes before what is inside them; the labels of arrows are placed by their paths, and left out."""
    yield box
    if box.placed.box.connector is None:
        for child in box.children:
            yield from laid_boxes(child)


# -- spaces -------------------------------------------------------------------------------------


def _spaces(box: LaidBox, inks: _Inks) -> Iterator[Operation]:
    """Padding inside and margin outside, as four strips each."""
    style, rect = box.placed.box.style, box.rect
    inner = Rect(
        rect.x + style.border_left,
        rect.y + style.border_top,
        rect.width - style.border_left - style.border_right,
        rect.height - style.border_top - style.border_bottom,
    )
    yield from _frame(inner, box.content, inks.padding)
    left, top, right, bottom = (
        max(0.0, side) if isinstance(side, int | float) else 0.0
        for side in (style.margin_left, style.margin_top, style.margin_right, style.margin_bottom)
    )
    yield from _frame(
        Rect(rect.x - left, rect.y - top, rect.width + left + right, rect.height + top + bottom), rect, inks.margin
    )


def _frame(outer: Rect, inner: Rect, color: Color) -> Iterator[Operation]:
    strips = (
        Rect(outer.x, outer.y, outer.width, inner.y - outer.y),
        Rect(outer.x, inner.bottom, outer.width, outer.bottom - inner.bottom),
        Rect(outer.x, inner.y, inner.x - outer.x, inner.height),
        Rect(inner.right, inner.y, outer.right - inner.right, inner.height),
    )
    for strip in strips:
        if min(strip.width, strip.height) > _LEAST:
            yield FillRect(strip, 0, color)


def _gaps(box: LaidBox, inks: _Inks) -> Iterator[Operation]:
    for gap in gap_areas(box):
        yield from _striped(gap, inks)


def gap_areas(box: LaidBox) -> list[Rect]:
    """The room that ``gap`` keeps free between neighbours; what ``justify`` adds to it is left plain."""
    style = box.placed.box.style
    across = style.column_gap if isinstance(style.column_gap, int | float) else 0.0
    down = style.row_gap if isinstance(style.row_gap, int | float) else 0.0
    inside = [child.rect for child in box.children if child.placed.box.style.position != "absolute"]
    between = [
        (_between(one, inside, across, beside=True), _between(one, inside, down, beside=False)) for one in inside
    ]
    return list(dict.fromkeys(gap for pair in between for gap in pair if gap is not None))


def _striped(rect: Rect, inks: _Inks) -> Iterator[Operation]:
    yield FillRect(rect, 0, inks.gap)
    for stripe in stripes(rect, _PITCH):
        yield StrokePath(stripe, _STRIPE, (), inks.stripe)


def _between(one: Rect, others: Sequence[Rect], gap: float, *, beside: bool) -> Rect | None:
    """The gap between a box and the nearest one that follows it to the right (or below), as long as both face it."""
    if gap <= _LEAST:
        return None
    facing = [
        (other.x - one.right if beside else other.y - one.bottom, other)
        for other in others
        if (
            _common(one.y, one.bottom, other.y, other.bottom)
            if beside
            else _common(one.x, one.right, other.x, other.right)
        )
    ]
    ahead = [(distance, other) for distance, other in facing if distance >= gap - _LEAST]
    if not ahead:
        return None
    distance, other = min(ahead, key=lambda pair: pair[0])
    if beside:
        top, bottom = min(one.y, other.y), max(one.bottom, other.bottom)
        return Rect(one.right + (distance - gap) / 2, top, gap, bottom - top)
    left, right = min(one.x, other.x), max(one.right, other.right)
    return Rect(left, one.bottom + (distance - gap) / 2, right - left, gap)


def _common(start: float, end: float, other_start: float, other_end: float) -> bool:
    return min(end, other_end) - max(start, other_start) > _LEAST


# -- lines --------------------------------------------------------------------------------------


def _outline(box: LaidBox, inks: _Inks) -> Iterator[Operation]:
    if box.placed.box.connector is not None and min(box.rect.width, box.rect.height) <= 0:
        return  # an arrow between two nodes takes no room
    match box.kind:
        case "component":
            yield StrokeRect(box.rect, 0, _LINE, "solid", inks.component)
        case "container":
            yield StrokeRect(box.rect, 0, _LINE, "dashed", inks.container)
        case "text":
            yield StrokeRect(box.rect, 0, _HAIRLINE, "solid", inks.text)


def _baselines(box: LaidBox, inks: _Inks) -> Iterator[Operation]:
    for start, end in baselines(box):
        yield StrokePath(Path((MoveTo(*start), LineTo(*end))), _HAIRLINE, (), inks.baseline)


def baselines(box: LaidBox) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The ends of the baseline of each line of a text, in px from the figure's top-left."""
    text = box.placed.box.content
    if not isinstance(text, TextContent):
        return
    space = text.space(box.content)
    for line in text.within(box.content).lines:
        if line.runs:
            yield space.point(line.x, line.baseline), space.point(line.x + line.width, line.baseline)


# -- words --------------------------------------------------------------------------------------


def _tags(boxes: Sequence[LaidBox], inks: _Inks, label: Callable[[str, Color], TextBlock]) -> Iterator[Operation]:
    """Name and size at the top left of each box, further right where a text or another tag is, or not at all."""
    taken = [ink for box in boxes for ink in _ink(box)]
    for box in sorted(boxes, key=lambda box: box.kind != "component"):  # what has a name goes first
        if box.kind == "text" or box.placed.box.connector is not None:
            continue
        name = box.placed.box.name or box.placed.box.element.kind
        words = label(f"{name}  {box.rect.width:.0f} × {box.rect.height:.0f}", _WHITE)
        width, height = words.lines[0].width + 2 * _TAG_X, words.height + 2 * _TAG_Y
        tag = Rect(box.rect.x, max(0.0, box.rect.y - height / 2), width, height)
        while (hit := next((other for other in taken if _overlap(tag, other)), None)) is not None:
            tag = Rect(hit.right + 1, tag.y, width, height)
        if tag.right > box.rect.right or height > _LARGEST_TAG * box.rect.height:
            continue
        taken.append(tag)
        yield FillRect(tag, 2, inks.component if box.kind == "component" else inks.container)
        yield from _words(words, tag.x + _TAG_X, tag.y + _TAG_Y, _WHITE)


def _ink(box: LaidBox) -> Iterator[Rect]:
    """Where a text has letters, from its capitals to its descenders."""
    text = box.placed.box.content
    if isinstance(text, TextContent):
        block, space = text.within(box.content), text.space(box.content)
        for line in block.lines:
            top = line.baseline - block.cap_height
            yield space.rect(Rect(line.x, top, line.width, block.cap_height * _WITH_DESCENDERS))


def _overlap(one: Rect, other: Rect) -> bool:
    return _common(one.x, one.right, other.x, other.right) and _common(one.y, one.bottom, other.y, other.bottom)


def _words(words: TextBlock, x: float, y: float, color: Color) -> Iterator[Operation]:
    line = words.lines[0]
    for run in line.runs:
        yield Glyphs(x + run.x - line.x, y + line.baseline, run.glyphs, color)


def _legend(page: Rect, ground: Color, inks: _Inks, label: Callable[[str, Color], TextBlock]) -> Iterator[Operation]:
    """What each colour and line stands for, in a strip below the figure."""
    ink = _WHITE if inks is _ON_DARK else _INK
    yield FillRect(Rect(page.x, page.bottom, page.width, _LEGEND), 0, ground)
    x, middle = _AROUND, page.bottom + _LEGEND / 2
    for name in ("component", "row, column, grid", "text", "padding", "margin", "gap", "baseline"):
        swatch = Rect(x, middle - _SWATCH / 2, _SWATCH, _SWATCH)
        yield from _swatch(name, swatch, inks)
        words = label(name, ink)
        left = swatch.right + 2 * _TAG_X
        yield from _words(words, left, middle - words.height / 2, ink)
        x = left + words.lines[0].width + _AROUND


def _swatch(name: str, rect: Rect, inks: _Inks) -> Iterator[Operation]:
    match name:
        case "component":
            yield StrokeRect(rect, 0, _LINE, "solid", inks.component)
        case "text":
            yield StrokeRect(rect, 0, _HAIRLINE, "solid", inks.text)
        case "padding" | "margin":
            yield FillRect(rect, 0, inks.padding if name == "padding" else inks.margin)
        case "gap":
            yield from _striped(rect, inks)
        case "baseline":
            y = rect.center.y
            yield StrokePath(Path((MoveTo(rect.x, y), LineTo(rect.right, y))), _LINE, (), inks.baseline)
        case _:
            yield StrokeRect(rect, 0, _LINE, "dashed", inks.container)
