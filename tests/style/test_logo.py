"""The logo of a page: where it stands, and what makes room for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image as PillowImage

from layoutkit import Column, Figure, Grid, Node, Row, Text
from layoutkit.check.context import look_at
from layoutkit.check.margin import RULE as MARGIN
from layoutkit.paint import paint
from layoutkit.paint.display import DrawPicture, FillPath
from tests.nodes.faults import fault, marked
from tests.style.extended import extended, placed_in
from tests.tokens.small import faults

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.geometry import Rect
    from layoutkit.layout.arrange import Placed

PAGE = '[page]\nwidth = 400\npadding_x = 20\npadding_y = 30\ngap = 10\nlogo = "logo.png"\nlogo_height = 40\n'


def with_logo(folder: Path, tokens: str, node: Node | None = None) -> Placed:
    """A page with a logo of 80 by 40 px and a box of 50."""
    PillowImage.new("RGB", (20, 10), "red").save(folder / "logo.png")
    return placed_in(extended(folder, PAGE + tokens), Column(Row(height=50)) if node is None else node)


def drawn(placed: Placed) -> Rect:
    (picture,) = (one for one in paint(placed).ink if isinstance(one, DrawPicture))
    return picture.rect


@pytest.mark.parametrize(
    ("position", "x", "y", "content"),
    [
        ("top-left", 20, 30, 80),
        ("top-center", 160, 30, 80),
        ("top-right", 300, 30, 80),
        ("bottom-left", 20, 90, 30),
        ("bottom-center", 160, 90, 30),
        ("bottom-right", 300, 90, 30),
    ],
)
def test_it_has_a_row_of_its_own(tmp_path: Path, position: str, x: float, y: float, content: float) -> None:
    placed = with_logo(tmp_path, f'logo_position = "{position}"')
    logo = drawn(placed)
    assert (logo.x, logo.y, logo.width, logo.height) == (x, y, 80, 40)
    assert placed.root.children[0].rect.y == content
    assert placed.root.rect.height == 30 + 40 + 10 + 50 + 30


@pytest.mark.parametrize("node", [Row, Column, Grid, lambda *a, **k: Column(*a, padding="5%", **k)])
def test_any_root_has_one(tmp_path: Path, node: type[Node]) -> None:
    plain = placed_in(extended(tmp_path, PAGE.partition("logo")[0]), node(Row(height=50)))
    placed = with_logo(tmp_path, "", node(Row(height=50)))
    assert placed.root.rect.height == plain.root.rect.height + 50


def test_it_is_within_the_margin_and_what_is_beside_it_is_not(tmp_path: Path) -> None:
    root = Column(Row(height=50), Text("a", position="absolute", top=0, left=0))
    placed = with_logo(tmp_path, "", root)
    theme = extended(tmp_path, PAGE)
    figure = Figure(lambda _: root, "T", "A", "", "en", None, ())
    found = list(MARGIN.find(look_at(figure, theme, placed, paint(placed))))
    assert [finding.message.partition(" is ")[0] for finding in found] == ["Text “a”"]


def test_a_drawing_takes_the_colour_of_the_page(tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4H0z" fill="currentColor"/></svg>'
    (tmp_path / "logo.svg").write_text(svg)
    theme = extended(tmp_path, '[page]\nlogo = "logo.svg"\n')
    (shape,) = (one for one in paint(placed_in(theme, Column())).ink if isinstance(one, FillPath))
    assert shape.fill == theme.page.color


def test_a_mode_may_take_it_away(tmp_path: Path) -> None:
    placed = with_logo(tmp_path, '[mode.theme.dark.page]\nlogo = "none"')
    assert drawn(placed).width == 80
    dark = extended(tmp_path, PAGE.replace("logo.png", "none"))
    assert not [one for one in paint(placed_in(dark, Column())).ink if isinstance(one, DrawPicture)]


def test_a_file_that_does_not_exist_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "tokens.toml"
    path.write_text('extends = "layoutkit"\n[page]\nlogo = "none.svg"\n')
    (found,) = faults(path)
    assert (found.rule, found.message) == ("picture-file", f"there is no picture file {tmp_path}/none.svg")
    assert marked(found) == '"none.svg"'


def test_a_broken_file_is_reported_where_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"none")
    theme = extended(tmp_path, PAGE)
    with fault("picture-file") as found:
        placed_in(theme, Column())
    assert found.marked == '"logo.png"'
