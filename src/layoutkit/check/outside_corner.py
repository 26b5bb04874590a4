"""``outside-corner``: words or icons lie in the rounded corner of their box, and partly outside it."""

from __future__ import annotations

from math import hypot, sqrt
from typing import TYPE_CHECKING

from layoutkit.check.ink import line_glyphs
from layoutkit.check.inside import on_path
from layoutkit.check.naming import line_of, name, px
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.diagnostics import Severity
from layoutkit.geometry import Rect
from layoutkit.paint.art import paint_art
from layoutkit.paint.display import FillPath, StrokePath
from layoutkit.style.content import IconContent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.context import CheckContext, VisibleBox

__all__ = ["RULE"]

_BEYOND = 0.5
"""px that may lie outside; less is not seen."""
_DIAGONAL = sqrt(2) / 4
"""Half the side of the square inside a round pen, as a share of the pen's width: its corners touch the pen's edge."""


def find(subject: CheckContext) -> Iterator[Finding]:
    """Texts and icons by the boxes around them that are seen and have round corners; the worst of each is reported."""
    for seen in subject.boxes:
        frames = [frame for frame in (seen, *seen.ancestors()) if _may_reach(seen, frame)]
        pieces = list(_pieces(seen)) if frames else []
        if not pieces:
            continue
        beyond, frame = max(
            ((_beyond(piece, frame), frame) for frame in frames for piece in pieces),
            key=lambda found: found[0],
        )
        if beyond > _BEYOND:
            radius = px(max(frame.box.look.radii(frame.rect)))
            whose = "its own box" if frame is seen else f"{name(frame)}{line_of(frame.node, seen.node)}"
            message = f"{name(seen)} reaches {px(beyond)} out of the round corner of {whose}, whose radius is {radius}"
            hint = "give the box a smaller radius or more padding"
            yield at(seen.node, message, hint=hint, others=(frame.node,), marks=(seen.ink,))


def _may_reach(seen: VisibleBox, frame: VisibleBox) -> bool:
    """Whether any ink of a box may lie in the square of a round corner."""
    ink, rect = seen.own_ink, frame.rect
    if ink is None or not frame.framed or not frame.box.look.radius:
        return False
    radius = max(frame.box.look.radii(rect))
    is_beside = ink.x < rect.x + radius or ink.right > rect.right - radius
    return is_beside and (ink.y < rect.y + radius or ink.bottom > rect.bottom - radius)


def _pieces(seen: VisibleBox) -> Iterator[Rect]:
    """Small rectangles that hold ink: around each letter of a text, and along the outlines of an icon."""
    if seen.block is not None:
        for line in seen.block.lines:
            yield from map(seen.line_space.rect, line_glyphs(line))
    elif isinstance(seen.box.content, IconContent):
        for operation in paint_art(seen.box.content, seen.content, 0.0, ()):
            if isinstance(operation, FillPath | StrokePath):
                pen = operation.width * _DIAGONAL if isinstance(operation, StrokePath) else 0.0
                yield from (Rect(x, y, 0.0, 0.0).grown(pen) for x, y in on_path(operation.path))


def _beyond(piece: Rect, frame: VisibleBox) -> float:
    """How far a rectangle inside a box reaches out of its rounded corners, in px; 0 where the box cannot be seen.

    What reaches into the border of a corner is crossed by it.
    """
    rect, look = frame.rect, frame.box.look
    if not frame.framed or not look.radius or not rect.contains(piece, 1.0):
        return 0.0
    edges, (top_left, top_right, bottom_right, bottom_left) = look.edges, look.radii(rect)
    distances = []
    for x in (piece.x, piece.right):
        for y in (piece.y, piece.bottom):
            is_left, is_top = x - rect.x < rect.right - x, y - rect.y < rect.bottom - y
            radius = (top_left if is_left else top_right) if is_top else bottom_left if is_left else bottom_right
            across = radius - min(x - rect.x, rect.right - x)
            down = radius - min(y - rect.y, rect.bottom - y)
            if across > 0 and down > 0:
                border = max(edges.left if is_left else edges.right, edges.top if is_top else edges.bottom)
                distances.append(hypot(across, down) - (radius - border))
    return max(distances, default=0.0)


RULE = Rule(
    id="outside-corner",
    severity=Severity.ERROR,
    summary="words or an icon cross the round corner of their box",
    why=(
        "A round corner takes away some of the room that the padding provides. Letters there are crossed by the "
        "outline, and part of them is painted on another background: white words of a dark card vanish on a white "
        "page. The rule measures how far letters and the outlines of icons reach beyond the curve."
    ),
    bad="""\
@figure(title="Nota", alt="Um cartão cujo canto corta as primeiras palavras.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Uma linha."), Text("Outra linha."), radius=t.radius.round, padding="{space.xs}"))
""",
    good="""\
@figure(title="Nota", alt="Um cartão com cantos que deixam as palavras inteiras.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Uma linha."), Text("Outra linha."), radius=t.radius.s, padding="{space.s}"))
""",
    find=find,
    by_color=False,
    of_boxes=True,
)
