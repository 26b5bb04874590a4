"""What counts as another picture, and how `make accept` shows and takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops

from tests.goldens.accept import accept
from tests.goldens.comparing import compared, side_by_side
from tests.goldens.drawing import draw, goldens, read, stored

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RED, BLUE = (200, 30, 30), (30, 30, 200)


def plain(color: tuple[int, int, int] = RED, size: tuple[int, int] = (40, 20)) -> Image.Image:
    return Image.new("RGB", size, color)


def moved(image: Image.Image) -> Image.Image:
    """A word of the title, a pixel to the right: 2 px of the page."""
    box = (200, 50, 240, 70)
    changed = image.copy()
    changed.paste(image.crop(box), (box[0] + 1, box[1]))
    return changed


def dotted(image: Image.Image) -> Image.Image:
    changed = image.copy()
    changed.paste((120, 120, 120), (100, 100, 102, 102))
    return changed


def brighter(image: Image.Image) -> Image.Image:
    return ImageChops.subtract(image, plain((2, 2, 2), image.size))


def test_other_antialiasing_and_the_palette_do_not_count(tmp_path: Path) -> None:
    golden = goldens()[-1]
    (tmp_path / "a.png").write_bytes(stored(draw(golden)))
    kept = read("a", tmp_path)
    assert kept
    change = compared(kept, draw(golden, finer=3))
    assert change.worst > 0
    assert not change.counts


@pytest.mark.parametrize("change", [moved, dotted, brighter])
def test_what_readers_could_see_counts(change: Callable[[Image.Image], Image.Image]) -> None:
    before = draw(goldens()[0])
    assert compared(before, change(before)).counts
    assert not compared(before, before).counts


def test_a_change_says_where_it_is_and_how_large() -> None:
    before, now = plain(), plain()
    now.paste(BLUE, (10, 6, 14, 8))
    assert str(compared(before, now)) == (
        "differs by 170 levels at (10, 6) and 1.70 on average; 11 and 1.0 are allowed"
    )
    assert str(compared(before, plain(size=(40, 30)))) == "is 40x30 pixels; was 40x20"
    assert compared(before, plain(size=(40, 30))).counts


def test_before_now_and_difference_stand_side_by_side() -> None:
    row = side_by_side(plain(RED), plain(BLUE), "a")
    y = row.height - 20
    found = [row.getpixel((12 + column * 52 + 20, y)) for column in range(3)]
    assert found == [RED, BLUE, (255, 255, 255)]
    assert side_by_side(None, plain(BLUE), "a").size == row.size


def test_nothing_is_taken_before_it_was_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept, shown = tmp_path / "kept", tmp_path / "shown"
    kept.mkdir()
    for name, image in (("01-a", plain()), ("01-a-dark", plain()), ("02-gone", plain())):
        (kept / f"{name}.png").write_bytes(stored(image))
    drawn = [("01-a", "01-a", plain()), ("01-a", "01-a-dark", plain(BLUE)), ("03-c", "03-c", plain())]

    def run(*, take: bool) -> tuple[list[str], list[str], list[str]]:
        accept(drawn, kept, shown, take=take)
        files, pictures = (sorted(path.name for path in folder.glob("*")) for folder in (kept, shown))
        return capsys.readouterr().out.splitlines(), files, pictures

    lines, files, pictures = run(take=False)
    assert lines == [
        "01-a-dark differs by 170 levels at (0, 0) and 170.00 on average; 11 and 1.0 are allowed",
        "03-c is new",
        "02-gone belongs to no figure",
        str(shown / "01-a.png"),
        str(shown / "03-c.png"),
        "3 pictures compared, 3 different; look at them, then accept them with: make accept TAKE=1",
    ]
    assert files == ["01-a-dark.png", "01-a.png", "02-gone.png"]
    assert pictures == ["01-a.png", "03-c.png"]
    assert run(take=True)[0][-1] == "3 pictures compared, 3 different; taken"
    assert run(take=False) == (
        ["3 pictures compared; none looks different"],
        ["01-a-dark.png", "01-a.png", "03-c.png"],
        [],
    )
