"""``line-through-text``: a line of a drawing runs through words."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from layoutkit.check.naming import line_of, name, px
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.color import Color, contrast, over
from layoutkit.diagnostics import Severity
from layoutkit.paint.display import StrokePath
from layoutkit.paint.shapes import paint_shape
from layoutkit.path import CurveTo, LineTo, MoveTo
from layoutkit.style.content import ShapeContent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.context import CheckContext, VisibleBox
    from layoutkit.geometry import Rect
    from layoutkit.path import Path, RepeatedPath

__all__ = ["RULE"]

_LEAST_PX = 2.0
"""A line that runs over words for less only touches them."""
_FAINT = 2.0
"""Contrast to the page below which a line, such as that of a grid, does not get in the way of words."""
_IN_DRAWING = "move the words: another anchor, a gap, or another place"
_IN_CHART = "move the words: another anchor= or side= where their mark has it, or another place"
"""Marks keep a distance of their own: they have no gap to change."""
_PIECES = 8
"""Straight lines that stand for a curve."""


def find(subject: CheckContext) -> Iterator[Finding]:
    """The first line through each text, unless the text stands on a ground of its own before it."""
    shapes = [seen for seen in subject.boxes if isinstance(seen.box.content, ShapeContent)]
    lines = [seen for seen in shapes if _is_seen(seen, subject)]
    order = {seen: i for i, seen in enumerate(subject.boxes)}
    for text in subject.texts:
        words = text.letters
        if not words.width or not words.height:
            continue
        for line in lines:
            if order[line] < order[text] and _is_hidden(line, text):
                continue
            between = (shape for shape in shapes if order[line] < order[shape] < order[text])
            if any(_covers(shape, words) for shape in between):
                continue
            length = sum(_inside(piece, words) for piece in _pieces(line))
            if length > _LEAST_PX:
                message = (
                    f"the line of {name(line)} runs {px(length)} through {name(text)}{line_of(text.node, line.node)}"
                )
                in_chart = any(box.box.name == "chart" for box in text.ancestors())
                yield at(
                    text.node, message, hint=_IN_CHART if in_chart else _IN_DRAWING, others=(line.node,), marks=(words,)
                )
                break


def _is_seen(seen: VisibleBox, subject: CheckContext) -> bool:
    content = seen.box.content
    assert isinstance(content, ShapeContent)  # noqa: S101 - the caller looked
    if content.stroke is None or not content.width or content.points:
        return False
    page = subject.page.box.look.background or Color(1, 1, 1)
    return contrast(over(content.stroke, page), page) >= _FAINT


def _is_hidden(line: VisibleBox, text: VisibleBox) -> bool:
    """Whether something opaque around the words lies over the line."""
    around = set(line.ancestors())
    return any(box.hides and box not in around for box in (text, *text.ancestors()))


def _covers(shape: VisibleBox, words: Rect) -> bool:
    """Whether a shape is an opaque ground for words."""
    content = shape.box.content
    assert isinstance(content, ShapeContent)  # noqa: S101 - the caller looked
    opaque = isinstance(content.fill, Color) and content.fill.alpha == 1
    return opaque and not content.points and shape.rect.contains(words)


def _pieces(seen: VisibleBox) -> Iterator[tuple[float, float, float, float]]:
    """The line as straight pieces: x1, y1, x2, y2."""
    content = seen.box.content
    assert isinstance(content, ShapeContent)  # noqa: S101 - the caller looked
    for operation in paint_shape(content, seen.rect):
        if isinstance(operation, StrokePath):
            points = list(_points(operation.path))
            yield from ((*one, *other) for one, other in pairwise(points) if one is not None and other is not None)


def _points(path: Path | RepeatedPath) -> Iterator[tuple[float, float] | None]:
    """The corners of a path, curves in pieces; None before each new subpath."""
    x = y = 0.0
    for op in path.ops:
        match op:
            case MoveTo():
                yield None
                x, y = op.x, op.y
                yield x, y
            case LineTo():
                x, y = op.x, op.y
                yield x, y
            case CurveTo():
                for piece in range(1, _PIECES + 1):
                    t = piece / _PIECES
                    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
                    yield a * x + b * op.x1 + c * op.x2 + d * op.x, a * y + b * op.y1 + c * op.y2 + d * op.y
                x, y = op.x, op.y
            case _:
                pass


def _inside(piece: tuple[float, float, float, float], box: Rect) -> float:
    """How long a straight piece runs inside a rectangle, in px (Liang and Barsky 1984)."""
    x1, y1, x2, y2 = piece
    enter, leave = 0.0, 1.0
    for low, high, start, way in ((box.x, box.right, x1, x2 - x1), (box.y, box.bottom, y1, y2 - y1)):
        if way == 0:
            if not low < start < high:
                return 0.0
            continue
        one, other = sorted(((low - start) / way, (high - start) / way))
        enter, leave = max(enter, one), min(leave, other)
    return max(0.0, leave - enter) * hypot(x2 - x1, y2 - y1)


RULE = Rule(
    id="line-through-text",
    severity=Severity.ERROR,
    summary="a line of a drawing crosses words",
    why=(
        "A curve through a label makes it hard to read, and often appears only when the data changes. The rule "
        "compares the lines of all shapes with the letters of all texts. Lines that hardly differ from the page, such "
        "as those of a grid, are allowed, and so are lines behind the background of a label."
    ),
    bad="""\
from layoutkit.shapes import At, Drawing, Line


@figure(title="Curva", alt="Uma curva que passa por cima do seu nome.")
def example(t: Theme) -> Node:
    curve = Line((0, 0.5), (1, 0.5), stroke=t.color.ink)
    return Column(Drawing(curve, At(0.5, 0.5, Text("perda", wrap="nowrap")), height=t.space.xxl * 2))
""",
    good="""\
from layoutkit.shapes import At, Drawing, Line


@figure(title="Curva", alt="Uma curva com o seu nome logo acima.")
def example(t: Theme) -> Node:
    curve = Line((0, 0.5), (1, 0.5), stroke=t.color.ink)
    name = At(0.5, 0.5, Text("perda", wrap="nowrap"), anchor="bottom", gap=t.space.xs)
    return Column(Drawing(curve, name, height=t.space.xxl * 2))
""",
    find=find,
)
