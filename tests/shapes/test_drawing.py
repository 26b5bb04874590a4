"""Shapes stand where their coordinates say, and nodes at their points."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from layoutkit import Bar, Bars, Card, Column, LayoutkitError, Matrix, Meter, Node, Row, Text, Theme, figure, load_theme
from layoutkit.layout.arrange import arrange
from layoutkit.layout.snap import snap
from layoutkit.renderer import Renderer
from layoutkit.shapes import (
    Area,
    At,
    Band,
    BandScale,
    Circle,
    Curve,
    Drawing,
    Ellipse,
    Line,
    LinearScale,
    LogScale,
    OutlinePath,
    Points,
    Polygon,
    Rectangle,
    Sector,
)
from layoutkit.style.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Callable

    from layoutkit.geometry import Rect
    from layoutkit.layout.tree import PlacedBox
    from layoutkit.style.styled import Styled

UNIT = LinearScale(0, 10)


@cache
def renderer() -> Renderer:
    return Renderer(load_theme())


def boxes(*children: Node, **props: object) -> dict[str, Rect]:
    """By kind, where the children of a drawing of 800 by 400 px stand in it."""

    root = Column(Drawing(*children, width=800, height=400, **props))  # type: ignore[arg-type]
    placed = arrange(resolve(root, load_theme(), renderer().typesetter, language="en"), 1000)
    (drawing,) = [box for box in every(placed.root) if box.box.element.kind == "Drawing"]
    return {f"{box.box.element.kind} {i}": box.rect for i, box in enumerate(drawing.children)}


def every(box: PlacedBox[Styled]) -> list[PlacedBox[Styled]]:
    return [box, *(inner for child in box.children for inner in every(child))]


def test_a_line_has_the_box_around_it() -> None:
    found = boxes(Line((0.25, 0.5), (0.75, 1)), Curve([(0, 0), (0.5, 0), (1, 0.5)]))
    line, curve = found.values()
    assert (line.x, line.y, line.width, line.height) == pytest.approx((200, 200, 400, 200))
    assert (curve.x, curve.y, curve.width, curve.height) == pytest.approx((0, 0, 800, 200))


def test_scales_put_data_in_its_place() -> None:
    found = boxes(
        Line((0, 0), (10, 10)), Band(x=(2, 4)), Area([(0, 5), (10, 5)], base=0), Ellipse((5, 5), 1, 2),
        Polygon((0, 0), (5, 10), (10, 0)), Rectangle((8, 0), (10, 10)), Points([(3, 3), (7, 8)]),
        x=UNIT, y=UNIT,
    )  # fmt: skip
    expected = [
        (0, 0, 800, 400), (160, 0, 160, 400), (0, 200, 800, 200), (320, 120, 160, 160), (0, 0, 800, 400),
        (640, 0, 160, 400), (240, 80, 320, 200),
    ]  # fmt: skip
    for rect, wanted in zip(found.values(), expected, strict=True):
        assert (rect.x, rect.y, rect.width, rect.height) == pytest.approx(wanted)


def test_circles_and_sectors_keep_their_size() -> None:
    found = boxes(Circle((5, 5), radius=20), Sector((0, 0), 0, 90, radius=50), x=UNIT, y=UNIT)
    circle, sector = found.values()
    assert (circle.x, circle.y, circle.width, circle.height) == pytest.approx((380, 180, 40, 40))
    assert (sector.x, sector.y, sector.width) == pytest.approx((-50, 350, 100))


@pytest.mark.parametrize(
    ("anchor", "place"),
    [
        ("center", (0.5, 0.5)), ("left", (0, 0.5)), ("right", (1, 0.5)), ("top", (0.5, 0)), ("bottom", (0.5, 1)),
        ("top left", (0, 0)), ("bottom right", (1, 1)),
    ],
)  # fmt: skip
def test_the_anchor_of_a_node_stands_at_the_point(anchor: str, place: tuple[float, float]) -> None:
    node = Row(width=90, height=30)
    (rect,) = boxes(At(0.5, 0.25, node, anchor=anchor)).values()  # type: ignore[arg-type]
    assert (rect.width, rect.height) == (90, 30)
    assert (rect.x + place[0] * 90, rect.y + place[1] * 30) == pytest.approx((400, 100))


def test_a_gap_keeps_a_node_from_its_point() -> None:
    (rect,) = boxes(At(0.5, 0.5, Row(width=90, height=30), anchor="left", gap=12)).values()
    assert (rect.x, rect.width) == pytest.approx((400, 102))


def test_a_label_near_the_edge_keeps_its_line() -> None:
    (rect,) = boxes(At(1, 0.5, "a name of several words", anchor="right")).values()
    assert rect.right == pytest.approx(800)
    assert rect.height < 30


def colors(png: bytes, places: list[tuple[float, float]]) -> list[tuple[int, ...]]:
    with Image.open(io.BytesIO(png)) as image:
        return [image.convert("RGB").getpixel((round(x), round(y))) for x, y in places]  # type: ignore[misc]


def test_what_is_drawn_is_seen() -> None:
    @figure(title="Drawing", alt="A drawing.", language="en")
    def drawn(_t: Theme) -> Node:
        shapes = (
            Rectangle((0, 0), (0.5, 0.5), fill="#ff0000"), Circle((0.75, 0.25), radius=50, fill="#00ff00"),
            Line((0, 0.75), (1, 0.75), stroke="#0000ff", stroke_width=20, cap="butt"),
            OutlinePath("M0.1 0.9 L0.4 0.9", stroke="#ff00ff", stroke_width=20),
        )  # fmt: skip
        return Column(Drawing(*shapes, width=400, height=400), width=400, padding_x=0, padding_y=0)

    png = drawn.render(theme=load_theme(), format="png", scale=1)
    seen = colors(png, [(100, 100), (300, 100), (200, 300), (100, 360), (350, 250)])
    assert seen[:4] == [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 0, 255)]
    assert min(seen[4]) > 240


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Line((0, 0)), "1 points are too few; at least 2 are needed"),
        (lambda: Line((0, 0), (1,)), r"point 2 is \(1,\); expected a pair"),  # type: ignore[arg-type]
        (lambda: Line((0, 0), (float("nan"), 1)), "point 2 is"),
        (lambda: Curve([(0, 0), (1, 1)], curve="wavy"), "curve is 'wavy'"),  # type: ignore[arg-type]
        (lambda: Area([(0, 0), (1, 1)], base=[0, 0, 0]), "2 points and 3 bases"),
        (Band, "needs x="),
        (lambda: Line((0, 10**400), (1, 1)), "point 1 is"),
        (lambda: Sector((0, 0), 0, 10**400, radius=4), "cannot be drawn"),
        (lambda: Meter(10**400), "cannot show 1000"),
        (lambda: Bars([Bar("a", 10**400, "x")]), "the bar 'a' has the value 1000"),
        (lambda: Matrix([[1, 10**400]]), "this Matrix shows numbers"),
        (lambda: OutlinePath("Q"), "cannot be read"),
        (lambda: Ellipse((0, 0), 1, None), "the radii of an Ellipse are 1 and None"),  # type: ignore[arg-type]
        (lambda: Sector((0, 0), 90, 0, radius=4), "cannot be drawn"),
        (lambda: Points([(0, 0)], marker="star"), "marker is 'star'"),  # type: ignore[arg-type]
        (lambda: At(0, 0, Row(), anchor="middle"), "anchor is 'middle'"),  # type: ignore[arg-type]
        (lambda: Points([(i, i) for i in range(100_001)]), "too many; at most 100000"),
    ],
)
def test_what_cannot_be_drawn_is_said_at_once(make: Callable[[], object], words: str) -> None:
    with pytest.raises(LayoutkitError, match=words):
        make()


@pytest.mark.parametrize(
    ("child", "scale", "words"),
    [
        (lambda: Line((0, 1), (-1, 1)), LogScale(1, 10), "0 has no place on a logarithmic scale"),
        (lambda: Line(("a", 1), ("c", 1)), BandScale(("a", "b")), "'c' is none of the names"),
        (lambda: At("z", 1, "here"), BandScale(("a", "b")), "'z' is none of the names"),
    ],
)
def test_a_coordinate_without_a_place_is_said(child: Callable[[], Node], scale: LogScale, words: str) -> None:
    with pytest.raises(LayoutkitError, match=words):
        boxes(child(), x=scale, y=UNIT)


def test_a_shape_needs_a_drawing() -> None:
    @figure(title="Drawing", alt="A drawing.", language="en")
    def drawn(_t: Theme) -> Node:
        return Card(Text("a"), Line((0, 0), (1, 1)))

    with pytest.raises(LayoutkitError, match="this Line stands in a Column, which has no coordinates"):
        drawn.render(theme=load_theme())


def test_words_on_an_opaque_shape_are_not_crossed_by_lines_below_it() -> None:
    @figure(title="Hub", alt="A line that ends at a circle with a word.", language="en")
    def hub(t: Theme) -> Node:
        line, word = Line((0, 0.5), (0.5, 0.5), stroke=t.color.ink), At(0.5, 0.5, Text("hub", role="small"))
        disc = Circle((0.5, 0.5), radius=t.space.l, fill=t.color.surface)
        return Column(Drawing(line, disc, word, height=t.space.xxl * 2))

    assert [found.rule for found in hub.check(load_theme()) if found.rule == "line-through-text"] == []


def test_typed_colours_and_lengths_of_shapes_are_reported_and_coordinates_are_not() -> None:
    @figure(title="Dots", alt="Two dots.", language="en")
    def dots(t: Theme) -> Node:
        tokens = Circle((12, 7), radius=t.space.m, fill=t.color.accent, stroke_width=t.stroke.thin)
        typed = Circle((30, 40), radius=9, fill="#C00000")
        return Column(Drawing(tokens, typed, x=LinearScale(0, 50), y=LinearScale(0, 50), aspect_ratio=1.5))

    (found,) = [one.message for one in dots.check(load_theme()) if one.rule == "literal"]
    assert found == "fill of Circle is the colour #C00000 and radius of Circle is 9 px, typed in the figure"


@pytest.mark.parametrize("scale", [1, 1.5, 2])
@pytest.mark.parametrize("place", [(0.111, 0.222), (0.5001, 0.7777), (0.3333, 0.6666)])
def test_a_circle_stays_round_on_device_pixels(scale: float, place: tuple[float, float]) -> None:
    root = Column(Drawing(Circle(place, radius=5), width=800, height=400))
    placed = arrange(resolve(root, load_theme(), renderer().typesetter, language="en"), 1000)
    (circle,) = [box for box in every(snap(placed.root, scale)) if box.box.element.kind == "Circle"]
    assert (circle.rect.width, circle.rect.height) == (10, 10)
