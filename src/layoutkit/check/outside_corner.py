"""``outside-corner``: words or icons lie in the rounded corner of their box, and partly outside it."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from layoutkit.check.naming import line_of, name, px
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.diagnostics import Severity
from layoutkit.geometry import Rect
from layoutkit.nodes import Icon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.subject import Seen, Subject

__all__ = ["RULE"]

_BEYOND = 0.5
"""px that may lie outside; less is not seen."""
_EMPTY = 0.15
"""Share of an icon's side that its corners leave empty."""


def find(subject: Subject) -> Iterator[Finding]:
    """Texts and icons by the boxes around them that are seen and have round corners; the worst of each is told."""
    for seen in subject.boxes:
        pieces = list(_pieces(seen))
        if not pieces:
            continue
        beyond, frame, piece = max(
            ((_beyond(piece, frame), frame, piece) for frame in (seen, *seen.ancestors()) for piece in pieces),
            key=lambda found: found[0],
        )
        if beyond > _BEYOND:
            radius = px(_radius(frame))
            whose = "its own box" if frame is seen else f"{name(frame)}{line_of(frame.node, seen.node)}"
            message = f"{name(seen)} reaches {px(beyond)} out of the round corner of {whose}, whose radius is {radius}"
            hint = "give the box a smaller radius or more padding"
            yield at(seen.node, message, hint=hint, others=(frame.node,), marks=(piece,))


def _pieces(seen: Seen) -> Iterator[Rect]:
    """The rectangles that hold ink: the lines of a text, from capitals to the baseline, and the middle of an icon."""
    if seen.block is not None:
        for line in seen.block.lines:
            if line.runs:
                top = seen.content.y + line.baseline - seen.block.cap_height
                yield Rect(seen.content.x + line.x, top, line.width, seen.block.cap_height)
    elif isinstance(seen.node, Icon):
        yield seen.content.grown(-_EMPTY * min(seen.content.width, seen.content.height))


def _beyond(piece: Rect, frame: Seen) -> float:
    """How far a rectangle inside a box reaches out of its rounded corners, in px; 0 where the box cannot be seen."""
    rect, radius = frame.rect, _radius(frame)
    if not frame.framed or not radius or not rect.contains(piece, 1.0):
        return 0.0
    distances = [
        hypot(across, down) - radius
        for x in (piece.x, piece.right)
        for y in (piece.y, piece.bottom)
        if (across := radius - min(x - rect.x, rect.right - x)) > 0
        and (down := radius - min(y - rect.y, rect.bottom - y)) > 0
    ]
    return max(distances, default=0.0)


def _radius(frame: Seen) -> float:
    return min(frame.box.look.radius, frame.rect.width / 2, frame.rect.height / 2)


RULE = Rule(
    id="outside-corner",
    severity=Severity.ERROR,
    summary="words or an icon reach out of the round corner of their box",
    why=(
        "A corner that is rounded takes room away that padding was meant to give. What lies there is crossed by the "
        "outline, and half of it stands on another ground: white words of a dark card vanish on a white page. The "
        "rule measures how far the lines of each text, and icons, reach beyond the curve."
    ),
    bad="""\
@figure(title="Nota", alt="Um cartão cujo canto corta as primeiras palavras.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Uma linha."), Text("Outra linha."), radius=t.radius.pill, padding="{space.xs}"))
""",
    good="""\
@figure(title="Nota", alt="Um cartão com cantos que deixam as palavras inteiras.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Uma linha."), Text("Outra linha."), radius=t.radius.s, padding="{space.s}"))
""",
    find=find,
    by_color=False,
)
