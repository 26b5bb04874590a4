"""``near-miss``: edges, gaps or centres are almost equal, and not quite.

An icon has ink in a part of its square only. Where its square is in line, its author had no choice; where its lines
are, they were put there; and where they are far off, nobody sees that the square is almost in line. So both have to be
almost in line, but for two icons, which are compared by their squares where their lines differ as well. In a column the
layout puts the ink of icons in line, and so their ink is compared.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from layoutkit.check.naming import line_of, name, px
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.diagnostics import Severity
from layoutkit.geometry import union
from layoutkit.style.content import IconContent, ShapeContent
from layoutkit.tokens.tables import registry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from layoutkit.check.context import CheckContext, VisibleBox
    from layoutkit.geometry import Rect

__all__ = ["RULE"]

_SEEN = 0.5
"""CSS px as a reader sees the figure: what differs by less is the same."""
_MEANT = 3.0
"""px from which on a difference is taken as meant."""
_LARGE = 0.01
"""Share of the page from which on boxes are compared across the figure."""
_AXES = ("x", "y")
_EDGES = (("left", "right"), ("top", "bottom"))


def find(subject: CheckContext) -> Iterator[Finding]:
    """Edges of large boxes anywhere in the figure, then gaps, centres and starts inside each container."""
    page, tracks = subject.page.rect, registry.with_trait("track")
    large = [
        seen
        for seen in subject.boxes[1:]
        if seen.paints
        and seen.block is None
        and seen.rect.width * seen.rect.height > _LARGE * page.width * page.height
        and not any(box.outlined for box in seen.ancestors())  # a label on an outline is placed by the outline
        and not _is_data(seen, tracks)
    ]
    least = _SEEN / subject.shown_scale
    yield from _edges(large, least)
    among_large = set(large)
    extents = {seen: extent for seen in subject.boxes if (extent := _extent(seen, subject)) is not None}
    for seen in subject.boxes:
        children = [child for child in subject.children(seen) if child.in_flow]
        yield from _gaps(children, extents, least)
        if (
            seen.box.style.display != "grid" or seen.box.stacked
        ):  # its children are placed by tracks, not by what is around them all
            yield from _centres(seen, [child for child in children if child in among_large], least)
            yield from _starts(seen, children, least, told=among_large)


def _is_data(seen: VisibleBox, tracks: frozenset[str]) -> bool:
    """Whether a box is where its data put it: a shape of a drawing, and how full a meter is."""
    in_track = seen.parent is not None and seen.parent.box.name in tracks
    return in_track or isinstance(seen.box.content, ShapeContent)


def _edges(boxes: Sequence[VisibleBox], least: float) -> Iterator[Finding]:
    """The same edge of two boxes, one above or beside the other; what differs at both edges is reported once."""
    pairs: dict[tuple[int, int], list[tuple[str, float]]] = {}
    for axis, edges in zip(_AXES, _EDGES, strict=True):
        for index, edge in enumerate(edges):
            places = sorted((_span(seen.rect, axis)[index], i) for i, seen in enumerate(boxes))
            for (one, i), (two, j) in pairwise(places):
                a, b = boxes[min(i, j)], boxes[max(i, j)]
                seen = abs(_span(b.ink, axis)[index] - _span(a.ink, axis)[index])
                almost = least < two - one < _MEANT and _is_seen(seen, least, (a, b))
                if almost and a not in b.ancestors() and _in_line(a, b, axis):
                    pairs.setdefault((min(i, j), max(i, j)), []).append((edge, two - one))
    for (i, j), edges_off in pairs.items():
        a, b = boxes[i], boxes[j]
        which = " and ".join(edge for edge, _ in edges_off)
        off = " and ".join(dict.fromkeys(px(off) for _, off in edges_off))
        message = f"the {which} edges of {name(b)} and of {name(a)}{line_of(a.node, b.node)} differ by {off}"
        hint = "give both the same size or place, and borders of the same width; or make the difference plain"
        yield at(b.node, message, hint=hint, others=(a.node,), marks=(a.rect, b.rect))


def _is_seen(off: float, least: float, boxes: Sequence[VisibleBox]) -> bool:
    """Whether what is seen of two boxes is almost in line as well; of two icons, whether it is not in line."""
    return off > least and (off < _MEANT or all(seen.box.art is not None for seen in boxes))


def _span(rect: Rect, axis: str) -> tuple[float, float]:
    return (rect.x, rect.right) if axis == "x" else (rect.y, rect.bottom)


def _in_line(a: VisibleBox, b: VisibleBox, axis: str) -> bool:
    """Whether two boxes stand so that the eye compares their edges along an axis: apart along the other."""
    other = "y" if axis == "x" else "x"
    (start, end), (other_start, other_end) = _span(a.rect, other), _span(b.rect, other)
    return end <= other_start + _SEEN or other_end <= start + _SEEN


def _extent(seen: VisibleBox, subject: CheckContext) -> tuple[Rect, Rect] | None:
    """The edges and the ink of a box, or of the boxes in it; None where text reaches beyond their edges."""
    if seen.paints:
        return (seen.rect, seen.ink) if seen.block is None else None
    inside = [box for box in subject.within(seen) if box.paints and box.arrow is None]
    framed = [box for box in inside if box.block is None]
    if not framed:
        return None
    extent = union(box.rect for box in framed)
    if not all(extent.contains(box.ink) for box in inside):
        return None
    return extent, union(box.ink for box in framed)


def _gaps(
    children: Sequence[VisibleBox], extents: Mapping[VisibleBox, tuple[Rect, Rect]], least: float
) -> Iterator[Finding]:
    """Gaps between neighbours of one container, where all lie in one row or one column."""
    rects = [extents[child][0] for child in children if child in extents]
    if len(rects) != len(children):
        return
    inks = [extents[child][1] for child in children]
    for axis in _AXES:
        gaps, seen = _between(rects, axis), _between(inks, axis)
        if min(gaps, default=-1.0) < 0:
            continue
        for (i, one), (_, two) in pairwise(enumerate(gaps)):
            if least < abs(two - one) < _MEANT and least < abs(seen[i + 1] - seen[i]) < _MEANT:
                after = children[i + 2]
                message = f"the gap before {name(after)} is {px(two)}, the one before that {px(one)}"
                yield at(after.node, message, hint="make the gaps equal", marks=(rects[i + 2],))
        return


def _between(rects: Sequence[Rect], axis: str) -> list[float]:
    return [_span(b, axis)[0] - _span(a, axis)[1] for a, b in pairwise(rects)]


def _centres(parent: VisibleBox, children: Sequence[VisibleBox], least: float) -> Iterator[Finding]:
    """Children that are almost in the middle of the box around them, with room on both sides.

    What grows takes the room that the others leave: its place says nothing.
    """
    for child in children:
        if child.box.style.flex_grow > 0:
            continue
        for axis, across in zip(_AXES, ("left", "top"), strict=True):
            (low, high), (start, end) = _span(parent.content, axis), _span(child.rect, axis)
            before, after = start - low, high - end
            alone = all(_in_line(child, other, axis) for other in children if other is not child)
            off_centre = (
                least < abs(before - after) / 2 < _MEANT and least < abs(_off_centre(child, parent, axis)) < _MEANT
            )
            if alone and min(before, after) >= _MEANT and off_centre:
                side = across if before < after else {"left": "right", "top": "bottom"}[across]
                off = px(abs(before - after) / 2)
                message = f"{name(child)} is {off} too far to the {side} to be in the middle of {name(parent)}"
                yield at(child.node, message, hint="centre it, or make the difference plain", marks=(child.rect,))


def _off_centre(child: VisibleBox, parent: VisibleBox, axis: str) -> float:
    """How far the middle of a box's ink is from the middle of the content box around it."""
    return sum(_span(child.ink, axis)) / 2 - sum(_span(parent.content, axis)) / 2


def _starts(
    parent: VisibleBox, children: Sequence[VisibleBox], least: float, told: set[VisibleBox]
) -> Iterator[Finding]:
    """Texts, icons and small boxes that start almost where their siblings do; of others the edges are compared."""
    if parent.box.style.flex_wrap != "nowrap":
        return
    axis, words = ("x", ("left", "right")) if parent.is_column else ("y", ("up", "down"))
    start = _span(parent.content, axis)[0]
    off = [(child, _span(_edge(child, axis), axis)[0] - start) for child in children if _starts_its_line(child, parent)]
    level = [child for child, by in off if abs(by) <= least]
    for child, by in off:
        if not least < abs(by) < _MEANT or child in told:
            continue
        start = _span(_outline(child), axis)[0]
        seen = ((one, abs(start - _span(_outline(one), axis)[0])) for one in level)
        for beside in [one for one, by_ink in seen if _is_seen(by_ink, least, (one, child))][:1]:
            than = f"{name(beside)}{line_of(beside.node, child.node)}"
            message = f"{name(child)} starts {px(abs(by))} further {words[by > 0]} than {than}"
            yield at(child.node, message, hint="take out its margin, or make the difference plain", marks=(child.rect,))


def _edge(seen: VisibleBox, axis: str) -> Rect:
    """What the layout puts at the start of a line: of an icon in a column its ink, of anything else the box."""
    return seen.ink if axis == "x" and isinstance(seen.box.content, IconContent) else seen.rect


def _outline(seen: VisibleBox) -> Rect:
    """The place of a text, since words line up by their lines whatever letter they begin with; else the ink."""
    return seen.rect if seen.block is not None else seen.ink


def _starts_its_line(child: VisibleBox, parent: VisibleBox) -> bool:
    """Whether a child begins where the content box around it does, but for its margin."""
    own, around = child.box.style.align_self, parent.box.style.align_items
    return (around if own == "auto" else own) in {"normal", "stretch", "start", "flex-start"}


RULE = Rule(
    id="near-miss",
    severity=Severity.WARNING,
    summary="edges, gaps or centres are almost equal, but not quite",
    why=(
        "Two edges that differ by one or two pixels look like a mistake. The rule compares the edges of large boxes "
        "above or beside each other, the starting edges of the children of a row or column, the gaps between them, and "
        "the distance of boxes from the centre of their container. Differences below half a CSS px count as equal; 3 "
        "px or more count as intended."
    ),
    bad="""\
@figure(title="Etapas", alt="Dois cartões com larguras quase iguais.")
def example(t: Theme) -> Node:
    return Column(Card(Heading("Etapa 1"), width=t.space.xxl * 8), Card(Heading("Etapa 2"), width=t.space.xxl * 8.05))
""",
    good="""\
@figure(title="Etapas", alt="Dois cartões com a mesma largura.")
def example(t: Theme) -> Node:
    return Column(Card(Heading("Etapa 1"), width=t.space.xxl * 8), Card(Heading("Etapa 2"), width=t.space.xxl * 8))
""",
    find=find,
    by_color=False,
    of_boxes=True,
)
