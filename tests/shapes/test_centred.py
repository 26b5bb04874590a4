"""Any node stands with its middle on a point, and a label with its middle on its arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit import (
    Arrow,
    Badge,
    Callout,
    Card,
    Column,
    Icon,
    IconCircle,
    Matrix,
    Node,
    Pill,
    Row,
    Table,
    Text,
    load_theme,
)
from layoutkit.chart import Chart, line
from layoutkit.layout.arrange import arrange
from layoutkit.paint.boxes import paint
from layoutkit.paint.display import Glyphs
from layoutkit.renderer import Renderer
from layoutkit.shapes import At, Circle, Drawing
from layoutkit.style.resolve import resolve
from tests.nodes.faults import fault

if TYPE_CHECKING:
    from layoutkit.geometry import Rect
    from layoutkit.layout.arrange import Placed
    from layoutkit.layout.tree import PlacedBox
    from layoutkit.style.styled import Styled


def placed(*nodes: Node) -> Placed:
    theme = load_theme()
    return arrange(resolve(Column(*nodes), theme, Renderer(theme).typesetter, language="en"), 600)


def every(box: PlacedBox[Styled], x: float = 0.0, y: float = 0.0) -> list[tuple[PlacedBox[Styled], Rect]]:
    here = box.rect.moved(x, y)
    return [(box, here), *(inner for child in box.children for inner in every(child, here.x, here.y))]


TARGET = Text("target")
NODES: dict[str, Node] = {
    "text": Text("k = 3", wrap="nowrap"),
    "lines": Text("three words here", width=60),
    "turned": Text("k = 3", writing_mode="sideways-lr"),
    "card": Card(Text("a"), Text("b")),
    "pill": Pill("a"),
    "badge": Badge(3),
    "icon": Icon("check", size=24),
    "icon circle": IconCircle("check"),
    "row": Row(Text("a"), Text("b"), gap=7),
    "matrix": Matrix([[1, 2], [3, 4]]),
    "table": Table(("a", "b"), [["c", "d"]]),
    "chart": Chart(line([1, 2]), width=200, lines=3),
    "callout": Callout("a note", TARGET),
    "drawing": Drawing(Circle((0.5, 0.5), radius=4), width=31, height=17),
}


@pytest.mark.parametrize("name", NODES)
def test_the_middle_of_a_node_stands_on_its_point(name: str) -> None:
    point = 0.35, 0.6
    drawing = Drawing(At(*point, NODES[name]), width=500, height=400)
    found = placed(*([TARGET] if name == "callout" else []), drawing)
    (whole,) = (rect for box, rect in every(found.root) if box.box.element.kind == "Drawing" and rect.width == 500)
    (at,) = (rect for box, rect in every(found.root) if box.box.element.kind == "At")
    assert [at.center.x - whole.x, at.center.y - whole.y] == pytest.approx([point[0] * 500, point[1] * 400])
    (held,) = next(box for box, _ in every(found.root) if box.box.element.kind == "At").children
    assert held.rect.center.x == pytest.approx(at.width / 2)
    assert held.rect.center.y == pytest.approx(at.height / 2)


def test_the_middle_of_a_label_stands_on_its_arrow() -> None:
    start, end = Row(width=40, height=40), Row(width=40, height=40)
    found = placed(Row(start, end, gap=200), Arrow(start.right, end.left, label="k = 3"))
    (route,) = found.routes
    glyphs = [one for one in paint(found).operations if isinstance(one, Glyphs)]
    left, right = min(one.x for one in glyphs), max(one.x + one.run.width for one in glyphs)
    assert (left + right) / 2 == pytest.approx(route.label.x)
    assert route.label.y == route.points[0].y
    assert "".join(one.run.text for one in glyphs) == "k = 3"


def test_the_british_spelling_is_corrected() -> None:
    with fault("bad-value") as found:
        At(0.5, 0.5, "a", anchor="centre")  # type: ignore[arg-type]
    assert found.hint == "did you mean 'center'?"
