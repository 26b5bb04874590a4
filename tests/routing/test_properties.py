"""What holds for every scene."""

from __future__ import annotations

from collections import deque
from itertools import pairwise

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from layoutkit.geometry import Rect, Side
from layoutkit.routing import Block, End, Rules, Wire, find_paths
from tests.routing.scenes import bends, is_orthogonal, on_border, runs_into, scene

PAGE = Rect(0, 0, 240, 200)
RULES = Rules(margin=8, spacing=6)
CELL = 10


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


SIDES = st.sampled_from([None, *Side])


@st.composite
def wires(draw: st.DrawFn, count: int, most: int = 5) -> list[Wire]:
    """Wires between any two of the blocks."""
    numbers = st.integers(1, count)
    one = st.builds(End, numbers, SIDES, st.none())
    return draw(st.lists(st.builds(Wire, one, one, head=st.sampled_from([0.0, 3.0])), min_size=1, max_size=most))


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.data())
def test_wires_run_from_border_to_border_and_through_nothing(data: st.DataObject) -> None:
    rects = data.draw(layouts())
    blocks = scene(*rects, page=PAGE, radius=4)
    asked = data.draw(wires(len(rects)))
    paths = find_paths(blocks, asked, RULES)
    assert paths == find_paths(blocks, asked, RULES)
    for wire, path in zip(asked, paths, strict=True):
        assert path.crossed == ()  # blocks that do not touch leave a way between any two
        assert is_orthogonal(path)
        assert on_border(path.points[0], rects[wire.start.block - 1], wire.start.side)
        assert on_border(path.points[-1], rects[wire.end.block - 1], wire.end.side)
        assert all(not runs_into(path, rect) for rect in rects)
        assert all(PAGE.x < p.x < PAGE.right and PAGE.y < p.y < PAGE.bottom for p in path.points)


@settings(deadline=None, derandomize=True, max_examples=40)
@given(layouts(), st.sampled_from(list(Side)), st.sampled_from(list(Side)))
@example([Rect(30, 10, 20, 20), Rect(10, 40, 20, 20)], Side.BOTTOM, Side.TOP)
def test_no_way_has_fewer_bends(rects: list[Rect], start: Side, end: Side) -> None:
    wire = Wire(End(1, start, 0.5), End(2, end, 0.5))
    (path,) = find_paths(scene(*rects, page=PAGE), [wire], RULES)
    assert bends(path) == fewest_bends(rects, start, end)


def fewest_bends(rects: list[Rect], start: Side, end: Side) -> int:
    """By trying every way over the middles between all edges of the first block and the second."""
    first, second = rects[0].on(start, 0.5), rects[1].on(end, 0.5)
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
    raise AssertionError("blocks that do not touch leave a way")


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


@settings(deadline=None, derandomize=True, max_examples=30)
@given(st.data())
def test_a_scene_elsewhere_has_the_same_wires(data: st.DataObject) -> None:
    rects = data.draw(layouts())
    asked = data.draw(wires(len(rects)))
    here = find_paths(scene(*rects, page=PAGE), asked, RULES)
    there = find_paths(
        [Block(PAGE.moved(1000.5, 64.25)), *(Block(r.moved(1000.5, 64.25), 0, 0) for r in rects)], asked, RULES
    )
    for one, other in zip(here, there, strict=True):
        assert len(one.points) == len(other.points)
        for p, q in zip(one.points, other.points, strict=True):
            assert abs(p.x + 1000.5 - q.x) < 1e-6
            assert abs(p.y + 64.25 - q.y) < 1e-6
