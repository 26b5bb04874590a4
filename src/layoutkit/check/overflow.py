"""``overflow``: a text or a child is larger than the box that holds it, or lies across its edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check.naming import line_of, name, px
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.diagnostics import Severity
from layoutkit.geometry import Rect, union
from layoutkit.style.content import TextContent
from layoutkit.text.excess import excess

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from layoutkit.check.context import CheckContext, VisibleBox
    from layoutkit.style.element import Element

__all__ = ["RULE"]

_TOLERANCE = 0.5
"""px; less than half a pixel cannot be seen."""
_ON_EDGE = 1 / 3
"""Share of a box that has to be on either side of an edge, so that it sits on the edge."""


def find(subject: CheckContext) -> Iterator[Finding]:
    """Texts beyond their own boxes, children beyond the content boxes around them, then what lies across an edge."""
    told: set[Element] = set()
    extents = _extents(subject)
    for seen in subject.boxes:
        found: Iterable[Finding] = ()
        if seen.block is not None:
            found = _text(seen)
        elif not seen.clips:
            found = _children(seen, [child for child in subject.children(seen) if child.in_flow], extents)
        for finding in found:
            told |= set(finding.nodes)
            yield finding
    for seen in subject.boxes:
        around = _to_frame(seen)
        frame = around[-1]
        if not frame.framed or frame in (seen, subject.page) or not seen.paints or seen.arrow is not None:
            continue
        if not any(box.node in told for box in around) and (crossed := _across(seen, frame)) is not None:
            told.add(seen.node)
            yield crossed


def _to_frame(seen: VisibleBox) -> list[VisibleBox]:
    """A box and those around it, out to the innermost that has edges which can be seen."""
    found = [seen]
    for box in seen.ancestors():
        found.append(box)
        if box.framed:
            break
    return found


def _text(seen: VisibleBox) -> Iterator[Finding]:
    block, content, text = seen.block, seen.content, seen.box.content
    assert block is not None  # noqa: S101 - the caller has looked
    assert isinstance(text, TextContent)  # noqa: S101 - only texts have lines
    turned = bool(seen.line_space.quarter)
    found = {too_much.kind: too_much for too_much in excess(block, content.width if turned else content.height)}
    wide, many, high = found.get("width"), found.get("lines"), found.get("height")
    beside = max(content.x - seen.letters.x, seen.letters.right - content.right)  # spaces behind letters are not seen
    below = max(content.y - seen.letters.y, seen.letters.bottom - content.bottom)  # nor is the room of a line
    along, across = ("height", "width") if turned else ("width", "height")
    if turned:
        beside, below = below, beside
    if wide and min(wide.needed - wide.offered, beside) > _TOLERANCE and not seen.clips:
        message = f"{name(seen)} needs {px(wide.needed)} in {along}; its box offers {px(wide.offered)}"
        one_line = not text.wraps and " " in text.text.strip()
        hint = "make the box larger, or " + ('remove wrap="nowrap"' if one_line else "use a shorter word")
        mark = seen.line_space.rect(Rect(0.0, 0.0, wide.needed, block.height))
        yield at(seen.node, message, hint=hint, marks=(mark,))
    if many:
        message = f"{name(seen)} takes {many.needed} lines; max_lines allows {many.offered}"
        yield at(seen.node, message, hint="shorten the text, or add ellipsis=True", marks=(seen.rect,))
    elif high and min(high.needed - high.offered, below) > _TOLERANCE and not _is_clipped(seen):
        message = f"{name(seen)} needs {px(high.needed)} in {across}; its box offers {px(high.offered)}"
        mark = seen.line_space.rect(Rect(0.0, 0.0, block.width, high.needed))
        yield at(seen.node, message, hint=f"leave out the {across}, or shorten the text", marks=(mark,))


def _is_clipped(seen: VisibleBox) -> bool:
    """Whether a box around it clips: whether the text is seen is for ``clipped`` to say."""
    return any(box.clips for box in (seen, *seen.ancestors()))


def _extents(subject: CheckContext) -> Mapping[VisibleBox, Rect]:
    """What has to fit of each box, by its ``id``: its edges, without the empty rims of lines and of icons' squares.

    Where a box without edges of its own ends with such a rim, it ends with the ink as well.
    """
    extents: dict[VisibleBox, Rect] = {}
    for seen in reversed(subject.boxes):  # children before their parents
        rect = seen.rect
        inside = [child for child in subject.children(seen) if child.in_flow]
        if not seen.framed and inside:
            outer, inner = union(child.rect for child in inside), union(extents[child] for child in inside)
            left, right = (rect.x, rect.right) if outer.x > rect.x else (max(rect.x, inner.x), rect.right)
            top, bottom = (rect.y, rect.bottom) if outer.y > rect.y else (max(rect.y, inner.y), rect.bottom)
            right = right if outer.right < rect.right else min(right, inner.right)
            bottom = bottom if outer.bottom < rect.bottom else min(bottom, inner.bottom)
            rect = Rect(left, top, max(right - left, 0.0), max(bottom - top, 0.0))
        elif not seen.framed and seen.own_ink is not None:
            ink = seen.own_ink.common(rect)
            rect = ink if min(ink.width, ink.height) > 0 else rect
        extents[seen] = rect
    return extents


def _children(
    parent: VisibleBox, children: Sequence[VisibleBox], extents: Mapping[VisibleBox, Rect]
) -> Iterator[Finding]:
    """One finding for each direction: about the child that alone is too large, or about all of them."""
    if not children:
        return
    content = parent.content
    whole = union(_margin_box(child, child.rect) for child in children)
    seen = union(_margin_box(child, extents[child]) for child in children)
    if max(seen.right - content.right, content.x - seen.x) > _TOLERANCE:
        widest = max(children, key=lambda c: c.rect.width)
        yield _finding(parent, widest, "width", (widest.rect.width, whole.width, content.width))
    if max(seen.bottom - content.bottom, content.y - seen.y) > _TOLERANCE:
        highest = max(children, key=lambda c: c.rect.height)
        yield _finding(parent, highest, "height", (highest.rect.height, whole.height, content.height))


def _finding(parent: VisibleBox, largest: VisibleBox, side: str, sizes: tuple[float, float, float]) -> Finding:
    alone, together, offered = sizes
    if alone > offered + _TOLERANCE:
        message = f"{name(largest)} needs {px(alone)} in {side}; {name(parent)} offers {px(offered)}"
        hint = f"make {name(parent)} larger, or make its content smaller"
        return at(largest.node, message, hint=hint, others=(parent.node,), marks=(largest.rect,))
    message = f"the children of {name(parent)} need {px(together)} in {side}; it offers {px(offered)}"
    hint = (
        "make it wider, or make its children smaller; wrap=True puts them on several lines"
        if side == "width"
        else ("leave out its height, or give its children less room")
    )
    return at(parent.node, message, hint=hint, marks=(parent.rect,))


def _margin_box(seen: VisibleBox, rect: Rect) -> Rect:
    """What has to fit of a part of a box: a margin below zero reaches out on purpose."""
    style = seen.box.style
    left, right, top, bottom = map(
        _below_zero, (style.margin_left, style.margin_right, style.margin_top, style.margin_bottom)
    )
    return Rect(rect.x - left, rect.y - top, rect.width + left + right, rect.height + top + bottom)


def _below_zero(margin: object) -> float:
    return min(margin, 0.0) if isinstance(margin, float) else 0.0


def _across(seen: VisibleBox, frame: VisibleBox) -> Finding | None:
    """Words across an edge of the innermost frame around them, and boxes that reach over it by a part of them.

    A box that has a third of itself or more on either side sits on the edge on purpose: a pill, a badge.
    """
    ink, edge = seen.ink, frame.rect
    if min(ink.common(edge).width, ink.common(edge).height) <= _TOLERANCE or (seen.framed and not seen.in_flow):
        return None
    sides = (
        ("left", edge.x - ink.x, ink.width),
        ("right", ink.right - edge.right, ink.width),
        ("top", edge.y - ink.y, ink.height),
        ("bottom", ink.bottom - edge.bottom, ink.height),
    )
    side, out, whole = max(sides, key=lambda found: found[1])
    sits = seen.block is None or seen.framed
    if out <= _TOLERANCE or (sits and _ON_EDGE * whole <= out <= (1 - _ON_EDGE) * whole):
        return None
    message = (
        f"{name(seen)} lies across the {side} edge of {name(frame)}{line_of(frame.node, seen.node)}: "
        f"{px(out)} of {px(whole)} are outside"
    )
    hint = f"keep it inside, or put it outside {name(frame)}"
    return at(seen.node, message, hint=hint, others=(frame.node,), marks=(ink,))


RULE = Rule(
    id="overflow",
    severity=Severity.ERROR,
    summary="a text or a child is larger than its box, or crosses the edge of its box",
    why=(
        "A text that does not fit runs over the edge of its card, and readers see half a word. The rule compares each "
        "text with the width, height and `max_lines` of its box, and the children of each box with its content box "
        '(inside the padding). Boxes with `position="absolute"` and negative margins may sit on an edge on purpose, as '
        "a pill does, with at least a third of them on either side. But no words may cross an edge of the innermost "
        "frame around them, and no box may reach over an edge with only a small part of itself."
    ),
    bad="""\
@figure(title="Pesos", alt="Um cartão estreito demais para o texto.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Reutilização de pesos pré-treinados", wrap="nowrap"), width=t.space.xxl * 4))
""",
    good="""\
@figure(title="Pesos", alt="Um cartão com um texto de duas linhas.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Reutilização de pesos pré-treinados"), width=t.space.xxl * 4))
""",
    find=find,
    by_color=False,
    of_boxes=True,
)
