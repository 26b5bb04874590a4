"""Icons and images in figures."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image as Pixels

import layoutkit
from layoutkit import Column, Icon, IconCircle, Image, Row
from layoutkit.color import Color
from layoutkit.drawing.icons import icon, icon_names
from layoutkit.geometry import Rect
from layoutkit.paint import paint
from layoutkit.paint.display import Begin, Clip, DrawPicture, FillRect, Operation, StrokePath, Unclip
from tests.nodes.faults import fault
from tests.style.resolving import arranged
from tests.tokens.small import loaded, small_theme

if TYPE_CHECKING:
    from layoutkit import Node, Theme

FOLDER = Path(layoutkit.__file__).parent / "drawing"
ICON = '\n[icon]\nsize = 12\nstroke_width = 1\n[icon_circle]\nbackground = "{color.sunken}"\nwidth = 30\nheight = 30\n'


@pytest.fixture(scope="module")
def theme(tmp_path_factory: pytest.TempPathFactory) -> Theme:
    return loaded(tmp_path_factory.mktemp("icons"), add=ICON)


def operations(node: Node, theme: Theme) -> tuple[Operation, ...]:
    return paint(arranged(Column(node, align="start"), theme)).operations


def strokes(node: Node, theme: Theme) -> list[StrokePath]:
    return [operation for operation in operations(node, theme) if isinstance(operation, StrokePath)]


def extent(painted: list[StrokePath]) -> Rect:
    boxes = [box for stroke in painted if (box := stroke.path.control_box())]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Rect(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


@pytest.fixture
def photograph(tmp_path: Path) -> Path:
    Pixels.new("RGB", (40, 20), (9, 9, 9)).save(tmp_path / "photo.png")
    return tmp_path / "photo.png"


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_stays_on_its_grid(name: str) -> None:
    drawing = icon(name)
    assert (drawing.width, drawing.height) == (24, 24)
    for shape in drawing.shapes:
        box = shape.path.control_box()
        assert box is not None
        assert min(box.x, box.y) >= 0.9
        assert max(box.right, box.bottom) <= 23.1


def test_the_icons_say_where_they_come_from() -> None:
    data = json.loads((FOLDER / "lucide.json").read_text())
    assert (data["package"], data["licence"]) == ("lucide-static", "ISC")
    script = (FOLDER.parents[2] / "icons" / "collect.py").read_text()
    assert data["sha256"] in script
    assert len(data["sha256"]) == 2 * hashlib.sha256().digest_size
    assert (FOLDER / "LICENSE-lucide.txt").read_text().startswith("ISC License")
    assert list(data["icons"]) == sorted(data["icons"])


def test_every_icon_is_listed_in_the_documentation() -> None:
    text = (FOLDER.parents[2] / "docs" / "icons.md").read_text()
    assert set(re.findall(r"`([a-z0-9-]+)`", text.partition("## Names")[2])) == set(icon_names())


def test_an_icon_takes_size_and_weight_from_its_component(theme: Theme) -> None:
    (stroke,) = strokes(Icon("check"), theme)
    assert (stroke.width, stroke.cap, stroke.join) == (1, "round", "round")
    assert stroke.color == theme.color.ink  # the page's text colour
    drawn = extent([stroke])
    assert [drawn.x, drawn.right] == pytest.approx([2, 10])  # 4 and 20 of 24 units


def test_a_larger_icon_has_heavier_lines_in_proportion(theme: Theme) -> None:
    (stroke,) = strokes(Icon("check", size=36, color="{color.accent}"), theme)
    assert stroke.width == 3
    assert stroke.color == theme.color.accent
    assert extent([stroke]).width == pytest.approx(24)
    (thin,) = strokes(Icon("check", size=36, stroke_width=1.5), theme)
    assert thin.width == 1.5


def test_an_icon_does_not_shrink_or_stretch(theme: Theme) -> None:
    row = arranged(Row(Icon("check"), Row(width=400), height=50), theme).root
    assert (row.children[0].rect.width, row.children[0].rect.height) == (12, 12)


def test_an_icon_sits_in_the_middle_of_its_circle(theme: Theme) -> None:
    found = operations(IconCircle("x"), theme)
    circle = [o for o in found if isinstance(o, FillRect)][-1]
    assert (circle.rect.width, circle.rect.height, circle.fill) == (30, 30, theme.color.sunken)
    cross = extent([o for o in found if isinstance(o, StrokePath)])
    assert [cross.x + cross.width / 2, cross.y + cross.height / 2] == pytest.approx([15, 15])


def test_an_icon_of_ones_own_has_its_place_first(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "check.svg").write_text(
        '<svg viewBox="0 0 10 10"><path d="M0 5H10" stroke="currentColor" stroke-width="1"/></svg>'
    )
    theme = loaded(tmp_path, add=ICON.replace("size", 'folder = "mine"\nsize'))
    for node in (Icon("check"), Icon(path=tmp_path / "mine" / "check.svg")):
        assert extent(strokes(node, theme)) == Rect(0, 6, 12, 0)
    assert len(strokes(Icon("x"), theme)) == 2


def test_what_an_icon_means_is_told(theme: Theme) -> None:
    found = operations(Icon("check", alt="Certo"), theme)
    assert [o.text for o in found if isinstance(o, Begin) and o.kind == "picture"] == ["Certo"]


def test_icons_that_do_not_exist(theme: Theme) -> None:
    with fault("unknown-icon") as found:
        arranged(Column(Icon("chek")), theme)
    assert found.message == "there is no icon 'chek'"
    assert "'check'" in found.hint
    for wrong in ({}, {"name": "check", "path": "a.svg"}):
        with fault("bad-value"):
            Icon(**wrong)  # type: ignore[arg-type]
    with fault("unknown-token"):
        arranged(Column(Icon("check")), small_theme())
    with fault("missing-token") as found:
        arranged(Column(Icon("check", component="card")), small_theme())
    assert "'size'" in found.message


def test_a_picture_takes_a_px_for_each_pixel_where_there_is_room(photograph: Path) -> None:
    placed = arranged(Column(Image(photograph, alt=""), Row(Image(photograph, alt=""), width=10)), small_theme()).root
    assert placed.children[0].rect == Rect(0, 0, 40, 20)
    assert placed.children[1].children[0].rect == Rect(0, 0, 10, 5)


@pytest.mark.parametrize(
    ("props", "size"),
    [
        ({"width": 60}, (60, 30)),
        ({"height": 60}, (120, 60)),
        ({"width": "50%"}, (100, 50)),
        ({"width": 30, "height": 30}, (30, 30)),
    ],
)
def test_a_picture_keeps_its_proportions(photograph: Path, props: Any, size: tuple[float, float]) -> None:  # noqa: ANN401
    placed = arranged(Column(Row(Image(photograph, alt="", **props), Row(height=300))), small_theme()).root
    rect = placed.children[0].children[0].rect
    assert (rect.width, rect.height) == size


def test_a_picture_is_contained_or_covers(photograph: Path) -> None:
    theme = small_theme()
    whole = operations(Image(photograph, alt="", width=30, height=30), theme)
    assert [o.rect for o in whole if isinstance(o, DrawPicture)] == [Rect(0, 7.5, 30, 15)]
    assert not any(isinstance(o, Clip) for o in whole)
    full = operations(Image(photograph, alt="", width=30, height=30, fit="cover"), theme)
    assert [o.rect for o in full if isinstance(o, DrawPicture)] == [Rect(-15, 0, 60, 30)]
    assert [o for o in full if isinstance(o, Clip | Unclip)] == [Clip(Rect(0, 0, 30, 30), 0), Unclip()]


def test_the_corners_of_a_picture_are_round_inside_its_padding(photograph: Path) -> None:
    found = operations(Image(photograph, alt="Foto", width=50, radius=10, padding=4), small_theme())
    assert [o for o in found if isinstance(o, Clip)] == [Clip(Rect(4, 4, 42, 17), 6)]
    assert [o.text for o in found if isinstance(o, Begin) and o.kind == "picture"] == ["Foto"]


def test_an_svg_picture_is_painted_as_shapes(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text('<svg viewBox="10 10 20 10"><path d="M10 10h20" stroke="#f00"/></svg>')
    (stroke,) = strokes(Image(tmp_path / "a.svg", alt="", width=60), small_theme())
    assert (stroke.width, stroke.color, extent([stroke])) == (3, Color(1, 0, 0), Rect(0, 0, 60, 0))


def test_a_relative_path_starts_at_the_scripts_folder() -> None:
    assert Image("a.png", alt="").path == Path(__file__).parent / "a.png"


def test_pictures_that_cannot_be_placed(photograph: Path) -> None:
    with fault("alt-text"):
        Image(photograph)
    with fault("bad-value"):
        Image(photograph, alt="", fit="fill")  # type: ignore[arg-type]
    with fault("picture-file") as found:
        arranged(Column(Image(photograph.with_name("foto.png"), alt="")), small_theme())
    assert found.message == "the file foto.png cannot be placed: it does not exist"
    assert "'photo.png'" in found.hint
    assert found.marked == 'Image(photograph.with_name("foto.png"), alt="")'
    with fault("picture-file") as found:
        arranged(Column(Icon(path=photograph, size=10, component="card")), small_theme())
    assert found.message == "the icon photo.png is a PNG file; icons are SVG files"
