"""What is worse about a picture, measured on the operations that paint it.

This is the yardstick of the mutation test, and on purpose another way of looking than that of the rules: it knows no
nodes, no boxes and no layout, only rectangles, paths and glyphs in paint order, and in ``pixels`` not even those. It
counts; a picture is worse than another where one of its counts is higher.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from layoutkit.color import Color, contrast, over
from layoutkit.geometry import Rect, union
from layoutkit.paint.display import (
    Begin,
    Clip,
    ClipPath,
    DrawPicture,
    End,
    FillPath,
    FillRect,
    Glyphs,
    StrokePath,
    StrokeRect,
    Unclip,
)
from layoutkit.path import ClosePath
from tests.check.pixels import spoiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.paint.display import DisplayList
    from layoutkit.text.shape import GlyphRun
    from layoutkit.tokens import Theme

__all__ = ["harm"]

_TOUCH = 1.0
"""px"""
_DOT = 2.0
"""The size in px of letters that are dots."""
_WHITE = Color(1, 1, 1)


class Word(NamedTuple):
    """A run of glyphs where it is painted."""

    rect: Rect
    size: float
    color: Color
    text: int
    """The number of its text."""
    order: int
    clip: Rect | None


class Area(NamedTuple):
    """A filled or outlined rectangle."""

    rect: Rect
    order: int
    fill: Color | None
    radius: float


class Stroke(NamedTuple):
    """The line of an arrow."""

    points: tuple[tuple[float, float], ...]
    order: int


class Scene(NamedTuple):
    """A picture taken apart."""

    page: Rect
    words: list[Word]
    areas: list[Area]
    strokes: list[Stroke]
    letters: int
    """Number of words that have a letter in them; values in cells are data."""


def harm(display: DisplayList, theme: Theme) -> Counter[str]:
    """How often each kind of harm is done."""
    scene = _scene(display)
    counts: Counter[str] = Counter()
    for what, found in (
        ("words on words", _on_each_other(scene)),
        ("words over an edge", _over_an_edge(scene)),
        ("words out of sight", _out_of_sight(scene)),
        ("words against an edge", _against_an_edge(scene)),
        ("faint words", _faint(scene, theme)),
        ("small words", _small(scene, theme)),
        ("boxes over boxes", _boxes_over_boxes(scene)),
        ("boxes against boxes", _boxes_against_boxes(scene)),
        ("things near the page's edge", _near_the_edge(scene, theme)),
        ("lines through words", _through_words(scene)),
        ("stumps of lines", _stumps(scene, theme)),
        ("almost in line", _almost(scene)),
        ("empty boxes", _empty(scene)),
    ):
        counts[what] = sum(1 for _ in found)
    counts["words beyond the limit"] = max(0, scene.letters - int(theme.components["page"].get("words") or 160))
    return counts + spoiled(display)


def _scene(display: DisplayList) -> Scene:  # noqa: C901, PLR0912 - a case for each operation
    page = Rect(0.0, 0.0, display.width, display.height)
    scene = Scene(page, [], [], [], _letters(display))
    groups: list[Begin] = []
    clips: list[Rect] = []
    number = 0
    for order, operation in enumerate(display.operations):
        match operation:
            case Begin():
                groups.append(operation)
                number += 1
            case End():
                groups.pop()
            case Clip():
                clips.append(operation.rect)
            case ClipPath():
                clips.append(operation.path.bounds() or page)
            case Unclip():
                clips.pop()
            case Glyphs() if operation.run.text.strip():
                size = operation.run.size
                height = (0.7 + _below(operation.run)) * size
                rect = _plain(Rect(operation.x, operation.y - 0.7 * size, operation.run.width, height))
                clip = clips[-1] if clips else None
                scene.words.append(Word(rect, size, operation.color, number, order, clip))
            case FillRect() if isinstance(operation.fill, Color):
                if operation.rect.width > _TOUCH and operation.rect.height > _TOUCH:
                    scene.areas.append(Area(_plain(operation.rect), order, operation.fill, operation.radius))
            case FillRect() | DrawPicture():
                scene.areas.append(Area(_plain(operation.rect), order, None, 0.0))
            case StrokeRect():
                scene.areas.append(Area(_plain(operation.rect), order, None, operation.radius))
            case StrokePath() if groups and groups[-1].kind == "connector":
                ends = [op for op in operation.path.ops if not isinstance(op, ClosePath)]
                scene.strokes.append(Stroke(tuple((op.x, op.y) for op in ends), order))
            case FillPath() if groups and groups[-1].kind == "connector":
                pass  # a head: it belongs to the line before it
            case _:
                pass
    return scene


def _below(run: GlyphRun) -> float:
    """How far letters reach below the baseline, in font sizes; at most 0.2, as far as a g does."""
    extents = [run.face.hb_font.get_glyph_extents(glyph) for glyph in run.glyph_ids]
    lowest = max((-(one.y_bearing + one.height) for one in extents if one), default=0)
    return min(max(lowest / run.face.units_per_em, 0.0), 0.2)


def _letters(display: DisplayList) -> int:
    groups: list[Begin] = []
    count = 0
    for operation in display.operations:
        if isinstance(operation, Begin):
            if not groups or groups[-1].name not in {"cell", "token"}:
                count += _lettered(operation.text)
            groups.append(operation)
        elif isinstance(operation, End):
            groups.pop()
    return count


def _plain(rect: Rect) -> Rect:
    """Without the tokens that lengths remember, which make arithmetic slow."""
    return Rect(float.__pos__(rect.x), float.__pos__(rect.y), float.__pos__(rect.width), float.__pos__(rect.height))


def _lettered(text: str) -> int:
    return sum(any(c.isalpha() for c in word) for word in text.split())


def _on_each_other(scene: Scene) -> Iterator[object]:
    for one, two in combinations(scene.words, 2):
        size = one.rect.overlap(two.rect)
        if one.text != two.text and min(size.width, size.height) > _TOUCH:
            yield one


def _ground(word: Word, scene: Scene) -> int:
    """The place in paint order of the topmost opaque area behind a whole word; -1 for the page."""
    return max(
        (
            a.order
            for a in scene.areas
            if a.order < word.order and a.fill is not None and a.rect.contains(word.rect, 0.5)
        ),
        default=-1,
    )


def _over_an_edge(scene: Scene) -> Iterator[object]:
    for word in scene.words:
        ground = _ground(word, scene)
        for area in scene.areas:
            size = area.rect.overlap(word.rect)
            if (
                area.order > ground
                and min(size.width, size.height) > _TOUCH
                and not area.rect.contains(word.rect, _TOUCH)
            ):
                yield word


def _out_of_sight(scene: Scene) -> Iterator[object]:
    for word in scene.words:
        frame = word.clip or scene.page
        if not frame.contains(word.rect, _TOUCH) or not scene.page.contains(word.rect, _TOUCH):
            yield word


def _against_an_edge(scene: Scene) -> Iterator[object]:
    """Words inside an area, less than 3 px from its left or right edge, or less than 1 px from the others."""
    for word in scene.words:
        inner = Rect(word.rect.x - 3, word.rect.y - _TOUCH, word.rect.width + 6, word.rect.height + 2 * _TOUCH)
        around = [a for a in scene.areas if a.order < word.order and a.rect.contains(word.rect, _TOUCH)]
        innermost = min(around, key=lambda a: a.rect.width * a.rect.height, default=None)
        if innermost is not None and not innermost.rect.contains(inner):
            yield word


def _faint(scene: Scene, theme: Theme) -> Iterator[object]:
    """Words whose middle is faint on what is behind it; words of a px or two are small, and no middle can be told."""
    del theme
    for word in (word for word in scene.words if word.size > _DOT):
        behind = _WHITE
        for area in scene.areas:
            middle = Rect(word.rect.center.x, word.rect.center.y, 0.0, 0.0)
            if area.order < word.order and area.fill is not None and area.rect.contains(middle):
                behind = over(area.fill, behind)
        if contrast(over(word.color, behind), behind) < (3.0 if word.size >= 28 else 4.5):
            yield word


def _small(scene: Scene, theme: Theme) -> Iterator[object]:
    paper = min((o.width for _, o in theme.output.items() if o.width is not None), default=None)
    for word in scene.words:
        if paper is not None and word.size * paper / scene.page.width * 0.75 < 6.999:
            yield word


def _boxes(scene: Scene) -> list[Area]:
    """One area for each rectangle, the page left out."""
    kept: dict[tuple[float, ...], Area] = {}
    for area in scene.areas:
        if not area.rect.contains(scene.page, _TOUCH):
            kept[tuple(round(v, 1) for v in (area.rect.x, area.rect.y, area.rect.width, area.rect.height))] = area
    return list(kept.values())


def _boxes_over_boxes(scene: Scene) -> Iterator[object]:
    for one, two in combinations(_boxes(scene), 2):
        size = one.rect.overlap(two.rect)
        apart = not one.rect.contains(two.rect, _TOUCH) and not two.rect.contains(one.rect, _TOUCH)
        if min(size.width, size.height) > _TOUCH and apart:
            yield one


def _boxes_against_boxes(scene: Scene) -> Iterator[object]:
    """Rounded rectangles with words in them that touch."""
    held = [a for a in _boxes(scene) if a.radius > 0 and any(a.rect.contains(w.rect, _TOUCH) for w in scene.words)]
    for one, two in combinations(held, 2):
        size = one.rect.overlap(two.rect)
        near = one.rect.grown(_TOUCH).overlap(two.rect)
        if min(size.width, size.height) <= _TOUCH and max(near.width, near.height) > 8:
            yield one


def _near_the_edge(scene: Scene, theme: Theme) -> Iterator[object]:
    least = float(theme.page.padding_x) * 0.8
    for rect in [w.rect for w in scene.words] + [a.rect for a in _boxes(scene)]:
        if min(rect.x, scene.page.width - rect.right) < least:
            yield rect


def _through_words(scene: Scene) -> Iterator[object]:
    for stroke in scene.strokes:
        for word in scene.words:
            if word.order > stroke.order and _ground(word, scene) > stroke.order:
                continue  # its label
            if any(_meets(p, q, word.rect.grown(-_TOUCH)) for p, q in pairwise(stroke.points)):
                yield word


def _meets(p: tuple[float, float], q: tuple[float, float], rect: Rect) -> bool:
    """Whether a segment enters a rectangle, looked at in steps of half a px."""
    if (
        max(p[0], q[0]) < rect.x
        or max(p[1], q[1]) < rect.y
        or min(p[0], q[0]) > rect.right
        or min(p[1], q[1]) > rect.bottom
    ):
        return False
    steps = int(2 * max(abs(q[0] - p[0]), abs(q[1] - p[1]))) + 1
    for i in range(steps + 1):
        x, y = p[0] + (q[0] - p[0]) * i / steps, p[1] + (q[1] - p[1]) * i / steps
        if rect.x < x < rect.right and rect.y < y < rect.bottom:
            return True
    return False


def _stumps(scene: Scene, theme: Theme) -> Iterator[object]:
    """Lines of arrows, heads left out, that are shorter than half a head."""
    for stroke in scene.strokes:
        size = union(Rect(x, y, 0.0, 0.0) for x, y in stroke.points)
        if size.width + size.height < 0.4 * float(theme.components["arrow"].get("head") or 0):
            yield stroke


def _almost(scene: Scene) -> Iterator[object]:
    """Edges of large rectangles, one above or beside the other, that differ by 1 to 2.5 px."""
    page = scene.page.width * scene.page.height
    large = [a.rect for a in _boxes(scene) if a.rect.width * a.rect.height > 0.02 * page]
    for one, two in combinations(large, 2):
        if one.bottom <= two.y or two.bottom <= one.y:
            yield from (1 for a, b in ((one.x, two.x), (one.right, two.right)) if 1 <= abs(a - b) <= 2.5)
        if one.right <= two.x or two.right <= one.x:
            yield from (1 for a, b in ((one.y, two.y), (one.bottom, two.bottom)) if 1 <= abs(a - b) <= 2.5)


def _empty(scene: Scene) -> Iterator[object]:
    page = scene.page.width * scene.page.height
    boxes = _boxes(scene)
    for box in boxes:
        size = box.rect.width * box.rect.height
        inside = [w.rect for w in scene.words if box.rect.contains(w.rect)]
        inside += [b.rect for b in boxes if b is not box and box.rect.contains(b.rect)]
        filled = sum(rect.width * rect.height for rect in inside)
        if size > 0.09 * page and inside and filled < 0.035 * size:
            yield box
