"""Labels of arrows on pixels: all that lies under a label is seen as without it, in every output."""

from __future__ import annotations

import io
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

import pytest
from PIL import Image

from layoutkit import Arrow, Card, Column, Row, Stack, Text
from layoutkit.layout.arrange import route_all
from layoutkit.layout.snap import snap
from layoutkit.output.pdf import Sheet, pdf
from layoutkit.output.png import png
from layoutkit.output.svg import svg
from layoutkit.paint import paint
from layoutkit.paint.display import Glyphs, StrokePath
from layoutkit.paint.interrupt import length
from tests.output.documents import rasterised
from tests.output.pictures import ABOUT
from tests.output.viewers import by_chromium, needs
from tests.style.resolving import arranged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from layoutkit import Node
    from layoutkit.color import Color
    from layoutkit.geometry import Rect
    from layoutkit.layout.arrange import Placed

SCALE = 4
"""Device pixels for one px."""
COLORS = ("#ff0000", "#00aa00", "#0000ff")
FAR = 90
"""Levels of 255 by which a pixel differs from a colour that it has nothing of."""
NEAR = 6
Output = Literal["png", "pdf", "svg"]
Pixel = tuple[int, int, int]

in_every_output = pytest.mark.parametrize(
    "output", ["png", "pdf", pytest.param("svg", marks=needs("chromium", "chromium"))]
)


def shown(placed: Placed, output: Output) -> Image.Image:
    """The figure as a reader's program shows it, four pixels for one px."""
    display = paint(placed, SCALE if output == "png" else None)
    match output:
        case "png":
            with Image.open(io.BytesIO(png(display, SCALE, 96 * SCALE, ABOUT))) as image:
                return image.convert("RGB")
        case "pdf":
            return rasterised(pdf(Sheet(display, ABOUT, display.width)), SCALE * 96 / 72)
        case "svg":
            with TemporaryDirectory() as folder:
                (Path(folder) / "figure.svg").write_bytes(svg(display, ABOUT))
                return by_chromium(Path(folder), "light", SCALE)["figure"]


def in_place(figure: Node) -> Placed:
    return route_all(snap(arranged(figure).root, SCALE))


def apart(one: Pixel, other: Pixel) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def pixel(image: Image.Image, x: float, y: float) -> Pixel:
    """The one at a place in px."""
    found = image.getpixel((int(x * SCALE), int(y * SCALE)))
    assert isinstance(found, tuple)
    red, green, blue = found
    return red, green, blue


def rgb(color: Color) -> Pixel:
    return round(255 * color.red), round(255 * color.green), round(255 * color.blue)


def three_labels(a: Node, b: Node) -> Iterator[Arrow]:
    for at, color in zip((0.4, 0.5, 0.6), COLORS, strict=True):
        yield Arrow(a.right.at(at), b.left.at(at), label="mmm", color=color)


def there_and_back(a: Node, b: Node) -> Iterator[Arrow]:
    yield Arrow(a.right.at(0.45), b.left.at(0.45), label="there", color=COLORS[0])
    yield Arrow(b.left.at(0.55), a.right.at(0.55), label="back", color=COLORS[1])


@in_every_output
@pytest.mark.parametrize("arrows", [three_labels, there_and_back])
def test_no_label_covers_the_line_of_another_arrow(
    arrows: Callable[[Node, Node], Iterator[Arrow]], output: Output
) -> None:
    a, b = Card(Text("a"), height=70), Card(Text("b"), height=70)
    placed = in_place(Column(Row(a, b, gap=110), *arrows(a, b)))
    image = shown(placed, output)
    covered = 0
    for route in placed.routes:
        gap = route.gap
        assert gap is not None
        y = route.points[0].y
        covered += any(
            other.gap.y < y < other.gap.bottom for other in placed.routes if other is not route and other.gap
        )
        left, right = sorted((route.points[0].x, route.points[-1].x))
        x = left + 12
        while x < right - 12:
            if not gap.x - 1 < x < gap.right + 1:
                assert apart(pixel(image, x, y), rgb(route.connector.color)) < FAR, (x, y)
            x += 1
    assert covered, "no line runs where a label's ground would be"


def corners(gap: Rect) -> list[tuple[float, float]]:
    """Places in a label's room that no letter and no line comes to."""
    return [(x, y) for x in (gap.x + 1, gap.right - 1) for y in (gap.y + 1, gap.bottom - 1)]


def on_a_gradient(*arrows: Node, a: Node, b: Node) -> Node:
    image = "linear-gradient(to right, {color.accent}, {color.sunken})"
    return Column(Stack(Row(background_image=image), Row(a, b, gap=110, padding=10)), *arrows)


@in_every_output
def test_a_label_on_a_gradient_leaves_the_gradient(output: Output) -> None:
    def boxes() -> tuple[Node, Node]:
        return Card(Text("a"), height=40), Card(Text("b"), height=40)

    a, b = boxes()
    placed = in_place(on_a_gradient(Arrow(a.right.at(0.5), b.left.at(0.5), label="mmm"), a=a, b=b))
    a, b = boxes()
    without = shown(in_place(on_a_gradient(a=a, b=b)), output)
    image = shown(placed, output)
    (route,) = placed.routes
    assert route.gap is not None
    for place in [*corners(route.gap), (route.gap.x + 1, route.points[0].y), (route.gap.right - 1, route.points[0].y)]:
        assert apart(pixel(image, *place), pixel(without, *place)) <= NEAR, place


@in_every_output
@pytest.mark.parametrize("weight", [1, 5])
def test_no_sliver_of_a_dash_is_left_at_a_label(weight: int, output: Output) -> None:
    a, b = Card(Text("a"), width=20, height=30), Card(Text("b"), width=20, height=30, margin_top=70)
    arrow = Arrow(a.right, b.left, label="mm", dashed=True, route="straight", weight=weight, color=COLORS[0])
    placed = in_place(Column(Row(a, b, gap=130, align="start"), arrow))
    (route,) = placed.routes
    gap = route.gap
    assert gap is not None
    image = shown(placed, output)
    for x in range(int(gap.x) + 1, int(gap.right)):
        for y in range(int(gap.y) + 1, int(gap.bottom)):
            red, green, blue = pixel(image, x, y)
            assert red - max(green, blue) < FAR, (x, y)


@pytest.mark.parametrize("height", range(0, 90, 5))
@pytest.mark.parametrize("route", ["straight", "curved"])
def test_each_part_of_a_dashed_line_begins_and_ends_with_a_whole_dash(
    height: int, route: Literal["straight", "curved"]
) -> None:
    a, b = Card(Text("a"), width=20, height=30), Card(Text("b"), width=20, height=30, margin_top=height)
    arrow = Arrow(a.right, b.left, label="mm", dashed=True, route=route)
    placed = in_place(Column(Row(a, b, gap=120, align="start"), arrow))
    lines = [operation for operation in paint(placed).ink if isinstance(operation, StrokePath)]
    assert len(lines) == 2
    for line in lines:
        on, off = line.dash
        count = (length(line.path) + off) / (on + off)
        assert count == pytest.approx(round(count), abs=1e-6)
        assert on > line.width


@pytest.mark.parametrize("words", ["mm\nm", "m\nmmm\nmm"])
def test_the_lines_of_a_label_are_centred_on_its_path(words: str) -> None:
    a, b = Card(Text("a"), height=60), Card(Text("b"), height=60)
    placed = in_place(Column(Row(a, b, gap=120), Arrow(a.right.at(0.5), b.left.at(0.5), label=words)))
    (route,) = placed.routes
    runs = [operation for operation in paint(placed).ink if isinstance(operation, Glyphs)]
    for run in runs[-1 - words.count("\n") :]:
        assert run.x + run.run.width / 2 == pytest.approx(route.label.x, abs=0.5)


@pytest.mark.parametrize("label", ["again", "m", "m\nm", "a long label"])
@pytest.mark.parametrize("ends", ["any", "corner"])
def test_the_label_of_a_loop_leaves_the_loop(label: str, ends: str) -> None:
    a = Card(Text("a"), width=70, height=70)
    arrow = Arrow(a, a, label=label) if ends == "any" else Arrow(a.top, a.right, label=label)
    placed = in_place(Column(a, arrow, padding_x=20, padding_y=60, align="start"))
    (route,) = placed.routes
    gap = route.gap
    assert gap is not None
    corner_count = len(route.points) - 2
    bends = [p for p in route.points[1:-1] if not (gap.x < p.x < gap.right and gap.y < p.y < gap.bottom)]
    assert len(bends) == corner_count
    parts = [operation for operation in paint(placed).ink if isinstance(operation, StrokePath)]
    whole = sum(length(part.path) for part in parts)
    assert len(parts) == 2
    assert whole > gap.width + 2 * route.connector.radius
