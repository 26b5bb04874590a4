"""What holds for every scene."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from layoutkit.geometry import Point, Rect, Side
from layoutkit.routing import Block, RouteEnd, RoutePath, Rules, Wire, find_paths
from layoutkit.routing.bends import flattened
from tests.routing.scenes import bends, is_orthogonal, on_border, runs_into, scene

PAGE = Rect(0, 0, 240, 200)
RULES = st.sampled_from([Rules(margin=8, spacing=6), Rules(margin=24, spacing=12)])
CELL = 10
MANY = 99
RADIUS = 4.0


@st.composite
def layouts(draw: st.DrawFn) -> list[Rect]:
    """Blocks that do not touch, on a lattice of 10 px, away from the page's edge."""
    found: list[Rect] = []
    for _ in range(draw(st.integers(2, 7))):
        x, y = draw(st.integers(1, 18)), draw(st.integers(1, 14))
        width, height = draw(st.integers(2, 8)), draw(st.integers(2, 8))
        rect = Rect(x * CELL, y * CELL, min(width, 23 - x) * CELL, min(height, 19 - y) * CELL)
        if all(not rect.grown(CELL / 2).overlap(other.grown(CELL / 4)).width for other in found):
            found.append(rect)
    assume(len(found) > 1)
    return found


@st.composite
def cards(draw: st.DrawFn) -> list[Block]:
    """The page, blocks on it that do not touch, and in each that is large enough up to two that do not touch either."""
    outer = [Rect(3 * r.x, 3 * r.y, 3 * r.width, 3 * r.height) for r in draw(layouts())]
    found = scene(*outer, radius=RADIUS, page=Rect(0, 0, 3 * PAGE.width, 3 * PAGE.height))
    for number, rect in enumerate(outer, 1):
        for k in range(draw(st.integers(0, 2))):
            left, top = draw(st.integers(1, 3)), draw(st.integers(1, 3))
            inner = Rect(
                rect.x + left * CELL, rect.y + (1 + 7 * k) * CELL + top, rect.width - 2 * left * CELL, 3 * CELL
            )
            if inner.width > CELL and rect.contains(inner.grown(CELL / 2)):
                found.append(Block(inner, RADIUS, number))
    return found


@st.composite
def wires(draw: st.DrawFn, blocks: list[Block], most: int = 5) -> list[Wire]:
    """Wires between any two of the blocks but the page, neither inside the other."""
    places = st.none() | st.sampled_from([0.0, 0.1, 0.5, 0.8, 1.0])
    ends = st.builds(
        lambda block, side, at: RouteEnd(block, side, at if side else None),
        st.integers(1, len(blocks) - 1), st.sampled_from([None, *Side]), places,
    )  # fmt: skip
    shapes = st.sampled_from(["orthogonal", "curved", "straight"])
    lengths = st.sampled_from([0.0, 3.0, 10.0])
    found = draw(st.lists(st.builds(Wire, ends, ends, lengths, lengths, shapes), min_size=1, max_size=most))
    joined = [(wire, {wire.start.block, wire.end.block}) for wire in found]
    known = [wire for wire, two in joined if not any(blocks[block].parent in two for block in two)]
    known = [wire for wire in known if wire.start != wire.end or wire.start.fraction is None]
    assume(known)
    return known


@settings(deadline=None, derandomize=True, max_examples=100)
@given(st.data(), RULES)
def test_wires_run_from_border_to_border_and_through_nothing(data: st.DataObject, rules: Rules) -> None:
    blocks = data.draw(layouts().map(lambda rects: scene(*rects, radius=RADIUS, page=PAGE)) | cards())
    asked = data.draw(wires(blocks))
    paths = find_paths(blocks, asked, rules)
    assert paths == find_paths(blocks, asked, rules)
    for wire, path in zip(asked, paths, strict=True):
        assert on_border(path.points[0], blocks[wire.start.block], wire.start.side)
        assert on_border(path.points[-1], blocks[wire.end.block], wire.end.side)
        ends = {wire.start.block, wire.end.block}
        holding = {0, *(blocks[end].parent for end in ends)}
        foreign = [block.rect for number, block in enumerate(blocks) if number not in {*holding, *ends}]
        if wire.shape == "straight" and wire.start.block != wire.end.block:
            assert len(path.points) == 2
            assert_names_what_it_crosses(wire, path, blocks)
            continue
        assert path.crossed == ()  # blocks that do not touch leave a way between any two
        assert is_orthogonal(path)
        assert all(not runs_into(path, rect) for rect in foreign)
        assert all(not holds(rect, point) for rect in foreign for point in flattened(path.points, path.bends))
        assert all(not holds(blocks[end].rect, point) for end in ends for point in path.points[1:-1])
        assert all(holds(blocks[0].rect, point) for point in path.points)


def holds(rect: Rect, point: Point) -> bool:
    """Whether a point lies inside a rectangle, not on its border."""
    return rect.x + 1e-6 < point.x < rect.right - 1e-6 and rect.y + 1e-6 < point.y < rect.bottom - 1e-6


def assert_names_what_it_crosses(wire: Wire, path: RoutePath, blocks: list[Block]) -> None:
    """Of a straight wire: each block on the page of which some point of the wire lies inside."""
    own = {blocks[end.block].parent or end.block for end in (wire.start, wire.end)}
    start, end = path.points
    line = [Point(start.x + k / 200 * (end.x - start.x), start.y + k / 200 * (end.y - start.y)) for k in range(201)]
    on_page = [number for number, block in enumerate(blocks) if block.parent == 0 and number not in own]
    assert {number for number in on_page if any(holds(blocks[number].rect, p) for p in line)} <= set(path.crossed)


@settings(deadline=None, derandomize=True, max_examples=100)
@given(st.data(), RULES)
def test_no_way_has_fewer_bends(data: st.DataObject, rules: Rules) -> None:
    rects = data.draw(layouts())
    blocks = scene(*rects, page=PAGE)
    asked = [replace(wire, shape="orthogonal") for wire in data.draw(wires(blocks, most=3))]
    asked = [wire for wire in asked if wire.start.block != wire.end.block]
    for wire, path in zip(asked, find_paths(blocks, asked, rules), strict=True):
        assert bends(path) <= fewest_bends(rects, wire)


def test_a_block_beside_the_way_out_costs_no_bend() -> None:
    rects = [Rect(20, 40, 60, 60), Rect(96, 80, 60, 60)]
    wire = Wire(RouteEnd(1, Side.RIGHT, 0.5), RouteEnd(2, Side.LEFT, 0.5), head=10)
    for margin in (4, 8, 12, 16, 24, 40):
        (path,) = find_paths(scene(*rects, page=PAGE), [wire], Rules(margin, 6))
        assert bends(path) == fewest_bends(rects, wire) == 2
        assert path.points[-1].x - path.points[-2].x >= 10


def fewest_bends(rects: list[Rect], wire: Wire) -> int:
    """From any of the sides that a wire may use to any other."""
    starts = [wire.start.side] if wire.start.side else list(Side)
    ends = [wire.end.side] if wire.end.side else list(Side)
    return min(bends_between(rects, wire, start, end) for start in starts for end in ends)


def bends_between(rects: list[Rect], wire: Wire, start: Side, end: Side) -> int:
    """By trying every way over the middles between all edges of the first block and the second."""
    one, other = ((0.5 if e.fraction is None else e.fraction) for e in (wire.start, wire.end))
    first, second = rects[wire.start.block - 1].on(start, one), rects[wire.end.block - 1].on(end, other)
    xs = lattice([v for r in rects for v in (r.x, r.right)], PAGE.width, first.x, second.x)
    ys = lattice([v for r in rects for v in (r.y, r.bottom)], PAGE.height, first.y, second.y)

    at = (xs.index(first.x), ys.index(first.y))
    goal = (xs.index(second.x), ys.index(second.y))
    leave, arrive = start.outward, (-end.outward[0], -end.outward[1])
    queue = deque([(0, at, leave)])
    seen = set()
    while queue:
        count, here, heading = queue.popleft()
        if (here, heading) in seen:
            continue
        seen.add((here, heading))
        for step in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            there = here[0] + step[0], here[1] + step[1]
            turned = step != heading
            if step == (-heading[0], -heading[1]) or (turned and here == at) or (there == goal and step != arrive):
                continue
            if not (0 <= there[0] < len(xs) and 0 <= there[1] < len(ys)):
                continue
            p, q = (xs[here[0]], ys[here[1]]), (xs[there[0]], ys[there[1]])
            if not free(rects, p, q, step, from_port=here == at, to_port=there == goal):
                continue
            if there == goal:
                return count + turned
            (queue.append if turned else queue.appendleft)((count + turned, there, step))
    return MANY  # the ends lie in the way of each other


def lattice(edges: list[float], size: float, *ports: float) -> list[float]:
    """The middles between all edges, and the ports."""
    known = sorted({0.0, size, *edges})
    return sorted({(a + b) / 2 for a, b in pairwise(known)} | set(ports))


def free(  # noqa: PLR0913 - a step between two points
    rects: list[Rect],
    p: tuple[float, float],
    q: tuple[float, float],
    step: tuple[int, int],
    *,
    from_port: bool,
    to_port: bool,
) -> bool:
    """Whether a step keeps off all blocks, but for the ports on their borders."""
    x1, y1 = (p[k] + 0.01 * step[k] * from_port for k in (0, 1))
    x2, y2 = (q[k] - 0.01 * step[k] * to_port for k in (0, 1))
    return not any(
        min(x1, x2) <= r.right and max(x1, x2) >= r.x and min(y1, y2) <= r.bottom and max(y1, y2) >= r.y for r in rects
    )


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.data(), RULES)
def test_a_scene_elsewhere_has_the_same_wires(data: st.DataObject, rules: Rules) -> None:
    blocks = data.draw(layouts().map(lambda rects: scene(*rects, radius=RADIUS, page=PAGE)) | cards())
    asked = data.draw(wires(blocks))
    here = find_paths(blocks, asked, rules)
    there = find_paths([replace(block, rect=block.rect.moved(1000.5, 64.25)) for block in blocks], asked, rules)
    for one, other in zip(here, there, strict=True):
        assert len(one.points) == len(other.points)
        for p, q in zip(one.points, other.points, strict=True):
            assert abs(p.x + 1000.5 - q.x) < 1e-6
            assert abs(p.y + 64.25 - q.y) < 1e-6
