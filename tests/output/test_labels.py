"""Labels of arrows on pixels: all that lies under a label is seen as without it, in every output."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

import pytest
from PIL import Image

from layoutkit import Arrow, Card, Column, Row, Stack, Text
from layoutkit import Image as Picture
from layoutkit.geometry import Rect
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
def test_a_label_on_a_picture_leaves_the_picture(output: Output, tmp_path: Path) -> None:
    tiles = Image.new("RGB", (12, 4))
    tiles.putdata([(20 * x, 60 * y, 250 - 20 * x) for y in range(4) for x in range(12)])
    tiles.save(tmp_path / "tiles.png")

    def figure(label: str | None) -> Placed:
        a, b = Card(Text("a"), height=40), Card(Text("b"), height=40)
        picture = Picture(tmp_path / "tiles.png", alt="", fit="cover", width="100%", height=60)
        arrow = Arrow(a.right.at(0.5), b.left.at(0.5), label=label)
        return in_place(Column(Stack(picture, Row(a, b, gap=110, padding=10), arrow)))

    placed, plain = figure("mmm"), figure(None)
    image, without = shown(placed, output), shown(plain, output)
    (route,) = placed.routes
    assert route.gap is not None
    y = route.points[0].y
    assert apart(pixel(image, route.gap.x - 3, y), rgb(route.connector.color)) <= NEAR
    for place in corners(route.gap):
        assert apart(pixel(image, *place), pixel(without, *place)) <= NEAR, place
    for place in [(route.gap.x + 1, y), (route.gap.right - 1, y)]:
        assert apart(pixel(image, *place), rgb(route.connector.color)) > FAR / 2, place


@in_every_output
def test_the_label_of_a_loop_leaves_the_rest_of_it_in_view(output: Output) -> None:
    a = Card(Text("a"), width=70, height=70)
    placed = in_place(Column(a, Arrow(a, a, label="again"), padding_x=40, padding_y=60, align="start"))
    image = shown(placed, output)
    (route,) = placed.routes
    assert route.gap is not None
    seen = 0
    for p, q in pairwise(route.points):
        for share in (0.3, 0.4, 0.5, 0.6, 0.7):
            x, y = p.x + share * (q.x - p.x), p.y + share * (q.y - p.y)
            if not route.gap.overlap(Rect(x - 1, y - 1, 2, 2)).width:
                assert apart(pixel(image, x, y), rgb(route.connector.color)) < FAR, (x, y)
                seen += 1
    assert seen >= 8


@in_every_output
def test_two_lines_of_a_label_are_centred_above_each_other(output: Output) -> None:
    a, b = Card(Text("a"), height=60), Card(Text("b"), height=60)
    arrow = Arrow(a.right.at(0.5), b.left.at(0.5), label="mmmm\nmm", color=COLORS[0])
    placed = in_place(Column(Row(a, b, gap=120), arrow))
    image = shown(placed, output).convert("L")
    (route,) = placed.routes
    gap = route.gap
    assert gap is not None
    middle = []
    for top, bottom in ((gap.y, gap.center.y), (gap.center.y, gap.bottom)):
        box = [round(SCALE * edge) for edge in (gap.x + 1, top + 1, gap.right - 1, bottom - 1)]
        dark = image.crop((box[0], box[1], box[2], box[3])).point([255] * 128 + [0] * 128).getbbox()
        assert dark is not None
        middle.append((box[0] + (dark[0] + dark[2]) / 2) / SCALE)
    assert middle == pytest.approx([route.label.x] * 2, abs=0.75)


@needs("chromium", "chromium")
@pytest.mark.parametrize("height", [60, 100, 140])
def test_the_whole_of_a_low_svg_picture_is_looked_at(height: int, tmp_path: Path) -> None:
    shape = f'<path d="M0 0H50V{height}H0z"/>'
    figure = f'<svg xmlns="http://www.w3.org/2000/svg" width="50" height="{height}">{shape}</svg>'
    (tmp_path / "figure.svg").write_text(figure)
    assert by_chromium(tmp_path, "light", 2)["figure"].getcolors() == [(4 * 50 * height, (0, 0, 0))]


@in_every_output
@pytest.mark.parametrize("weight", [1, 5])
def test_no_sliver_of_a_dash_is_left_at_a_label(weight: int, output: Output) -> None:
    a, b = Card(Text("a"), width=20, height=30), Card(Text("b"), width=20, height=30, margin_top=70)
    arrow = Arrow(a.right, b.left, label="mm", dashed=True, route="straight", stroke_width=weight, color=COLORS[0])
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
