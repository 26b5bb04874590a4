"""``layoutkit inspect``: where every box is."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

if TYPE_CHECKING:
    from tests.cli.series import Series

CONTENT = 'Row(Text("um"), Text("dois", grow=1), gap="{space.m}", padding="{space.s}"), gap="{space.s}"'


@pytest.fixture
def rows(series: Series) -> Series:
    """A series whose only figure has a row of two texts."""
    series.script("01-good", series.figure(CONTENT))
    return series


def tree(series: Series) -> Any:  # noqa: ANN401 - as json gives it
    (found,) = json.loads("\n".join(series.run("inspect", "figures", "--json").out))
    assert found["figure"] == "01-good"
    return found["root"]


def test_the_tree_shows_place_line_and_what_decides(rows: Series) -> None:
    result = rows.run("inspect", "figures")
    assert (result.status, result.err, result.files) == (0, "", [])
    title, page, row, first, second = result.out
    assert title.startswith("01-good  200 × ")
    assert page.split()[:2] == ["Column", "page"]
    assert row.startswith("└─ Row")
    assert "figures/01-good.py:5" in row
    assert row.endswith("padding 4, gap 8")
    assert first.startswith("   ├─ Text body “um”")
    assert second.startswith("   └─ Text body “dois”")
    assert second.endswith("grow 1")


def test_rectangles_are_measured_from_the_top_left_of_the_figure(rows: Series) -> None:
    page = tree(rows)
    (row,) = page["children"]
    first, second = row["children"]
    assert page["rect"]["width"] == 200
    assert (first["rect"]["x"], first["rect"]["y"]) == (row["rect"]["x"] + 4, row["rect"]["y"] + 4)
    assert second["rect"]["x"] == pytest.approx(first["rect"]["x"] + first["rect"]["width"] + 8)
    assert second["rect"]["x"] + second["rect"]["width"] == pytest.approx(row["content"]["x"] + row["content"]["width"])
    assert (row["style"]["column-gap"], second["style"]) == (8, {"flex-grow": 1})
    assert (first["text"], first["name"], first["file"], first["line"]) == ("um", "body", "figures/01-good.py", 5)


def test_arrows_have_a_path(series: Series) -> None:
    series.script("01-good", series.figure('Row(Text("um"), Arrow(), Text("dois"))'))
    first, arrow, second = tree(series)["children"][0]["children"]
    (start, _), (end, _) = arrow["path"][0], arrow["path"][-1]
    assert first["rect"]["x"] + first["rect"]["width"] == pytest.approx(start)
    assert end == pytest.approx(second["rect"]["x"])


def test_the_overlay_shows_padding_gap_and_baseline(rows: Series) -> None:
    assert rows.run("inspect", "figures", "--overlay").files == ["inspect/01-good.png"]
    picture = Image.open(BytesIO((rows.folder / "out/inspect/01-good.png").read_bytes())).convert("RGB")
    row = tree(rows)["children"][0]
    first = row["children"][0]

    def color(x: float, y: float) -> tuple[int, int, int]:
        red, green, blue = picture.getpixel((int(2 * x), int(2 * y)))  # type: ignore[misc]  # of an RGB picture
        return red, green, blue

    padding = color(row["rect"]["x"] + 40, row["rect"]["y"] + row["rect"]["height"] - 2)
    assert padding[1] > max(padding[0], padding[2]) + 10
    right = first["rect"]["x"] + first["rect"]["width"]
    middle = first["rect"]["y"] + first["rect"]["height"] / 2
    gap = [color(right + dx / 2, middle) for dx in range(2, 14)]
    assert all(blue > green + 5 for _, green, blue in gap)
    column = [color(first["rect"]["x"] + 3, first["rect"]["y"] + y / 2) for y in range(30)]
    assert any(red > 200 and max(green, blue) < red - 40 for red, green, blue in column)


def test_a_broken_figure_does_not_keep_the_others_from_being_shown(rows: Series) -> None:
    rows.script("02-bad", rows.figure("Text(7)"))
    result = rows.run("inspect", "figures")
    assert result.status == 1
    assert [line.partition(":")[0] for line in result.headlines] == ["error[not-text]"]
    assert result.out[0].startswith("01-good")
