"""``layoutkit render`` says what an author has to know of a file, behind its name and in the report for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from tests.cli.series import Series


def test_a_picture_that_a_palette_cannot_hold(series: Series) -> None:
    series.tokens(("[page]\n", '[output.small]\nformat = "png"\nscale = 1\npalette = true\n\n[page]\n'))
    picture = Image.new("RGB", (30, 30))
    picture.putdata([(8 * x, 8 * y, 128) for x in range(30) for y in range(30)])
    picture.save(series.folder / "figures" / "many.png")
    series.script("02-many", series.figure('Image("many.png", alt="")'))
    result = series.render("--target", "small", "--only", "02")
    assert [line.partition("KB  ")[2] for line in result.out] == ["(true colour: more than 256 colours remain)"]
    result = series.render("--target", "small", "--only", "02", "--force", "--json")
    (figure,) = json.loads("\n".join(result.out))["figures"]
    assert [file["remark"] for file in figure["files"]] == ["true colour: more than 256 colours remain"]
