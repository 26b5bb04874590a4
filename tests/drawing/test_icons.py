"""Icons and images in figures."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image as Pixels

import layoutkit
from layoutkit import Column, Icon, IconCircle, Image, Row
from layoutkit.color import Color
from layoutkit.drawing.icon_hint import icon_hint
from layoutkit.drawing.icon_words import icon_words, icons_called
from layoutkit.drawing.icons import icon, icon_data, icon_names
from layoutkit.geometry import Rect, union
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


def test_every_icon_stays_on_its_grid() -> None:
    for name in icon_names():
        drawing = icon(name)
        boxes = [box for shape in drawing.shapes if (box := shape.path.bounds())]
        assert (drawing.width, drawing.height) == (24, 24), name
        assert min(min(box.x, box.y) for box in boxes) >= 0.9, name
        assert max(max(box.right, box.bottom) for box in boxes) <= 23.1, name


def test_the_whole_of_lucide_is_there_and_says_where_it_comes_from() -> None:
    head, *lines = (FOLDER / "lucide.txt").read_text().splitlines()
    names = [line.partition("\t")[0] for line in lines]
    assert (len(names), len(icon_words())) == (2176, 1908)
    assert names == sorted(set(names)), "icons are found by bisection"
    assert {one.name for one in icon_words()} == {line.partition("\t")[0] for line in lines if "\t=" not in line}
    script = (FOLDER.parents[2] / "icons" / "collect.py").read_text()
    (digest,) = re.findall(r"SHA-256 ([0-9a-f]{64})", head)
    assert f'SHA256 = "{digest}"' in script
    assert "lucide-static" in head
    assert (FOLDER / "LICENSE-lucide.txt").read_text().startswith("ISC License")


def test_an_icon_is_found_without_reading_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a-arrow-down", "trash", "zoom-out"):  # the first, one in the middle, the last
        assert len(icon_data(name)) > 1
    reads = [0]

    class Counted(io.FileIO):
        def readinto(self, buffer: Any) -> int | None:  # noqa: ANN401
            count = super().readinto(buffer)
            reads[0] += count or 0
            return count

    monkeypatch.setattr(Path, "open", lambda path, _mode: io.BufferedReader(Counted(path), 512))
    icon_data("trash")
    assert 0 < reads[0] < (FOLDER / "lucide.txt").stat().st_size / 10
    for wrong in ("", "#", "a", "trash-", "zz", "\udc80", "trash\t"):
        with pytest.raises(KeyError):
            icon_data(wrong)


def test_rendering_reads_no_words() -> None:
    """They are for hints and searches: the words of 1,908 icons would slow every start."""
    code = (
        "import sys, layoutkit.style.art as a; a.icon('check'); sys.exit('layoutkit.drawing.icon_words' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_earlier_names_of_icons_still_work() -> None:
    for earlier, name in (
        ("trash-2", "trash"),
        ("filter", "funnel"),
        ("home", "house"),
        ("alert-circle", "circle-alert"),
    ):
        assert icon(earlier) == icon(name)


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ("lixeira", "'trash'"),
        ("Relógios", "'clock'"),
        ("garbage", "'trash' or 'trash-off'"),
        ("error", "'circle-x', 'bug' or 'bomb'"),
        ("seta-direita", "'arrow-right'"),
        ("lixera", "'trash'"),
        ("lightbulp", "'lightbulb'"),
        ("redes", "'rede'"),
    ],
)
def test_a_word_for_an_icon_leads_to_its_name(wrong: str, expected: str) -> None:
    assert icon_hint(wrong, ("rede",)) == f"did you mean {expected}?"


@pytest.mark.parametrize("wrong", ["xyzzy", "\n", "-" * 300, ""])
def test_what_means_no_icon_leads_to_the_list(wrong: str) -> None:
    assert icon_hint(wrong).startswith("`layoutkit icons` lists them all")


def test_every_word_of_the_list_leads_to_its_icon() -> None:
    for line in (FOLDER.parents[2] / "icons" / "words.txt").read_text().splitlines():
        names, _, words = line.partition(": ")
        for word in () if line.startswith("#") else re.split(r", | \| ", words):
            meant = {icon(name) for name in icons_called(word)}
            assert len(meant) == 3 or meant & {icon(name) for name in names.split()}, (word, names)


def test_an_icon_takes_size_and_weight_from_its_component(theme: Theme) -> None:
    (stroke,) = strokes(Icon("check"), theme)
    assert (stroke.width, stroke.cap, stroke.join) == (1, "round", "round")
    assert stroke.color == theme.color.ink  # the page's text colour
    drawn = extent([stroke])
    assert [drawn.x, drawn.right] == pytest.approx([0.5, 8.5])  # 16 of 24 units, the ink at the edge of the column


def test_lines_have_the_weight_of_the_series_at_any_size(theme: Theme) -> None:
    (stroke,) = strokes(Icon("check", size=36, color="{color.accent}"), theme)
    assert stroke.width == 1
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


def inks(node: Node, theme: Theme, *names: str) -> list[Rect]:
    """What encloses the ink of each icon of a column, from the top."""
    placed = arranged(Column(node, align="stretch"), theme)
    found: list[list[Rect]] = []
    for operation in paint(placed).operations:
        match operation:
            case Begin(kind="picture"):
                found.append([])
            case StrokePath() if (bounds := operation.path.bounds()) and found:
                found[-1].append(bounds.grown(operation.width / 2))
            case _:
                pass
    assert len(found) == len(names)
    return [union(boxes) for boxes in found]


def test_an_icon_far_from_the_middle_of_its_square_is_centred_by_its_ink(theme: Theme) -> None:
    names = ("volume", "tally-1", "wifi-low", "star-half", "signal-zero")
    row = Row(*(IconCircle(name) for name in names))
    for place, ink in enumerate(inks(row, theme, *names)):
        assert [ink.center.x - 30 * place, ink.center.y] == pytest.approx([15, 15], abs=0.3), names[place]
    (play,) = inks(IconCircle("play"), theme, "play")
    assert play.center.x - 15 == pytest.approx(0.5, abs=0.1)  # a 24th to the right, by the eye of those who drew it


def test_an_icon_in_a_column_stands_at_its_edge_with_its_ink(theme: Theme) -> None:
    names = ("chevron-right", "play", "flag", "tally-1")
    icons = [Icon(name, size=48) for name in names]
    assert [ink.x for ink in inks(Column(*icons), theme, *names)] == pytest.approx([0] * 4, abs=1e-6)
    right = inks(Column(*icons, align="end", width=200), theme, *names)
    assert [ink.right for ink in right] == pytest.approx([200] * 4, abs=1e-6)
    middle = inks(Column(*icons, align="center", width=200), theme, *names)
    assert [ink.center.x for ink in middle] == pytest.approx([100, 102, 100, 100], abs=0.1)


def test_words_behind_the_icons_of_a_list_begin_at_one_place(theme: Theme) -> None:
    rows = [Row(Icon(name), Row(width=9, height=9)) for name in ("chevron-right", "flag", "tally-1")]
    placed = arranged(Column(*rows), theme).root
    assert {row.children[1].rect.x for row in placed.children} == {12}


def test_an_icon_with_a_background_or_padding_stands_where_its_box_does(theme: Theme) -> None:
    (ink,) = inks(Column(Icon("chevron-right", margin_left=5)), theme, "chevron-right")
    assert ink.x == pytest.approx(5)
    for props in ({"background": "{color.sunken}"}, {"padding": 3}):
        placed = arranged(Column(Icon("chevron-right", **props)), theme).root
        assert placed.children[0].rect.x == 0


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
