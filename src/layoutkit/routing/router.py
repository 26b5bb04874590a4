"""All wires of a figure: each one's way, then all of them apart."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from math import hypot, inf
from typing import TYPE_CHECKING

from layoutkit.routing.bends import fit_bends
from layoutkit.routing.ends import Port, loop_ports, ports, straight_ports
from layoutkit.routing.model import Block, RoutePath
from layoutkit.routing.nudge import nudge
from layoutkit.routing.search import exit_from, search, straight_way
from layoutkit.routing.space import Blocks
from layoutkit.routing.straight import crosses, straight
from layoutkit.routing.track import RoutingTrack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.geometry import Point
    from layoutkit.routing.model import Rules, Wire
    from layoutkit.routing.search import Exit, Way
    from layoutkit.routing.space import RoutingSpace

__all__ = ["find_paths"]

_LOOP = 3.0
"""How far apart the ends of a loop are, in spacings."""
_EPSILON = 1e-6


def find_paths(blocks: Sequence[Block], wires: Sequence[Wire], rules: Rules) -> list[RoutePath]:
    """The paths of all wires, in their order.

    Args:
        blocks: the page first, then what is inside it; a block comes after its parent.
        wires: their ends are indices into the blocks.
        rules: the distances to keep.
    """
    scene = Blocks(blocks, rules)
    tracks: dict[int, RoutingTrack] = {}
    unfree: set[int] = set()
    for number, wire in enumerate(wires):
        if wire.shape == "straight" and wire.start.block != wire.end.block:
            continue
        track = _free_way(scene, blocks, wire, number, rules)
        if track is None:
            unfree.add(number)
            track = _any_way(blocks, wire, number, rules)
        if track is not None:
            tracks[number] = track
    nudge([track for number, track in tracks.items() if number not in unfree], rules)
    return [
        _path(scene, wire, tracks.get(number), rules, checked=number not in unfree) for number, wire in enumerate(wires)
    ]


def _path(scene: Blocks, wire: Wire, track: RoutingTrack | None, rules: Rules, *, checked: bool) -> RoutePath:
    """What comes of a track, or of a wire that has none; ``checked`` where it is known to be free."""
    first, second = wire.start.block, wire.end.block
    points = straight(wire, scene.blocks[first], scene.blocks[second]) if track is None else track.points
    heads = _heads(points, wire)
    if track is not None and checked:
        radius = inf if wire.shape == "curved" else rules.radius
        return RoutePath(points, fit_bends(points, radius, heads, track.space.boxes), heads)
    visible = scene.space(0, first, second).index
    crossed = tuple(i for i, box in visible.items() if any(crosses(box, *pair) for pair in pairwise(points)))
    return RoutePath(points, fit_bends(points, rules.radius, heads), heads, crossed)


def _heads(points: Sequence[Point], wire: Wire) -> tuple[float, float]:
    """The lengths of both heads, each within its own segment."""
    first, last = (hypot(q.x - p.x, q.y - p.y) for p, q in (points[:2], points[-2:]))
    if len(points) == 2 and wire.tail + wire.head > first:  # noqa: PLR2004 - one segment for both
        share = first / (wire.tail + wire.head)
        return wire.tail * share, wire.head * share
    return min(wire.tail, first), min(wire.head, last)


def _free_way(scene: Blocks, blocks: Sequence[Block], wire: Wire, number: int, rules: Rules) -> RoutingTrack | None:
    """A way around everything, as deep inside the figure as there is one."""
    first, second = wire.start.block, wire.end.block
    for domain in scene.domains(first, second):
        track = _track(scene.space(domain, first, second), blocks[first], blocks[second], wire, number, rules)
        if track is not None:
            return track
    return None


def _any_way(blocks: Sequence[Block], wire: Wire, number: int, rules: Rules) -> RoutingTrack | None:
    """A way around nothing but its own two ends; None where these lie on each other."""
    page = Block(blocks[0].rect)
    first, second = (Block(blocks[end.block].rect, blocks[end.block].radius, 0) for end in (wire.start, wire.end))
    space = Blocks([page, first, second], rules).space(0, 1, 2)
    return _track(space, first, second, wire, number, rules)


def _track(  # noqa: PLR0913, PLR0917 - a search has this many givens
    space: RoutingSpace, first: Block, second: Block, wire: Wire, number: int, rules: Rules
) -> RoutingTrack | None:
    if wire.start.block == wire.end.block:
        way = _loop(space, first, wire, rules)
        return None if way is None else RoutingTrack(number, way, space, first, second, wire.label)
    start, end = wire.start, wire.end
    curved = wire.shape == "curved"

    @cache
    def leaving(port: Port) -> Exit | None:
        return exit_from(first.rect, port, space, wire.tail, _wish(wire.tail, rules, curved=curved))

    @cache
    def arriving(port: Port) -> Exit | None:
        return exit_from(second.rect, port, space, wire.head, _wish(wire.head, rules, curved=curved))

    def exits(places: list[tuple[Port, Port]]) -> list[tuple[Exit | None, Exit | None]]:
        return [(leaving(a), arriving(b)) for a, b in places]

    way = straight_way(exits(straight_ports(start, first, end, second)))
    way = way or search(space, exits(ports(start, first, end, second)))
    return None if way is None else RoutingTrack(number, way, space, first, second, wire.label)


def _wish(head: float, rules: Rules, *, curved: bool) -> float:
    """How far from a block the first bend is: a curve has the whole margin for it, beside its head."""
    return head + rules.margin if curved else rules.margin / 2


def _loop(space: RoutingSpace, block: Block, wire: Wire, rules: Rules) -> Way | None:
    """A wire that comes back to its block: at the first side with room for it and its label, or where most room is."""
    width, height = wire.label.width, wire.label.height
    least = _LOOP * rules.spacing
    bends = 2 * rules.radius  # they are seen before and after the label
    apart = max(least, height + bends + rules.spacing), max(least, width + bends + rules.spacing)
    best: tuple[tuple[bool, float], tuple[Exit, Exit]] | None = None
    for one, other in loop_ports(wire.start, wire.end, block, apart):
        same, level = one.side is other.side, one.side.horizontal
        wishes = [_wish(head, rules, curved=wire.shape == "curved") for head in (wire.tail, wire.head)]
        if width:
            beside = [(width if port.side.horizontal else height) / 2 for port in (one, other)]
            least_seen = max(rules.margin / 2, wire.tail, wire.head)
            wishes = [max(wish, half + least_seen) for wish, half in zip(wishes, beside, strict=True)]
        leaving = exit_from(block.rect, one, space, wire.tail, wishes[0])
        arriving = exit_from(block.rect, other, space, wire.head, wishes[1])
        if leaving is None or arriving is None:
            continue
        wanted = apart[0] if level else apart[1]
        fits = not same or abs(one.at - other.at) >= wanted - _EPSILON
        fits = fits and leaving.lead >= wishes[0] - _EPSILON and arriving.lead >= wishes[1] - _EPSILON
        rank = fits, round(min(leaving.comfort, arriving.comfort, rules.margin), 6)
        if best is None or rank > best[0]:
            best = rank, (leaving, arriving)
    return search(space, [best[1]]) if best else None
