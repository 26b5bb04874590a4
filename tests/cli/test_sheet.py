"""``layoutkit tokens sheet``: a picture of all tokens in every mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.color import Color
from layoutkit.color.vision import VISIONS, seen
from tests.cli.series import written
from tests.output.pictures import picture

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.series import Series

MODES = """
[contract]
text = { of = ["ink"], on = ["paper"], contrast = 4.5 }
shape = { of = ["accent"], on = ["paper"], contrast = 2 }
[modes]
theme = ["light", "dark"]
medium = ["screen", "print"]
[mode.theme.dark.color]
ink = "#E0E0E0"
paper = "#202020"
[mode.theme.dark.palette]
red = "#F04040"
"""
WIDE = ("width = 200", "width = 1000")
SMALL = ("scale = 2", "scale = 0.5")
FIXED = ("dpi = 50.8", 'dpi = 50.8\nmode = { medium = "print" }')


def colors(file: Path) -> set[tuple[int, ...]]:
    return {tuple(pixel) for pixel in picture(file.read_bytes()).pixels()}


def test_a_sheet_for_every_combination_of_modes(series: Series) -> None:
    written(series.folder, WIDE, SMALL, FIXED, add=MODES)
    result = series.run("tokens", "sheet", "--all")
    assert (result.status, result.err) == (0, "")
    assert result.files == [
        "tokens/paper-dark/tokens.png",
        "tokens/paper/tokens.png",
        "tokens/web-dark-print/tokens.png",
        "tokens/web-dark/tokens.png",
        "tokens/web-print/tokens.png",
        "tokens/web/tokens.png",
    ]
    light, dark = (colors(series.folder / "out/tokens" / name / "tokens.png") for name in ("web", "web-dark"))
    assert (0xC0, 0x20, 0x20) in light - dark
    assert (0xF0, 0x40, 0x40) in dark - light


def test_one_sheet(series: Series) -> None:
    written(series.folder, WIDE, SMALL, add=MODES)
    result = series.run("tokens", "sheet", "--mode", "theme=dark", "--target", "paper", "--out", "out/here")
    assert (result.status, result.files) == (0, ["here/paper-dark/tokens.png"])


def test_one_sheet_where_nothing_is_said(series: Series) -> None:
    written(series.folder, WIDE, SMALL, add=MODES)
    assert len(series.run("tokens", "sheet").files) == 1


def test_a_file_without_modes_and_contracts(series: Series) -> None:
    series.tokens(WIDE, SMALL)
    assert series.run("tokens", "sheet", "--target", "web").files == ["tokens/web/tokens.png"]


LARGE = (
    ("m = 8", "m = 240\nxxl = 9000"),
    ("red = ", 'white_is_the_lightest_of_all = "#FFF"\n' + "x" * 60 + ' = "#F00"\nred = '),
    ("m = 6", "m = 40000"),
    ("thin = 2", "thin = 900"),
    ("offset_x = 1, offset_y = 3, blur = 8", "offset_x = -900, offset_y = 3000, blur = 1000"),
    ("size = 20, line_height = 30", "size = 2000, line_height = 90000, letter_spacing = 4000"),
    ("[page]", '[page]\npadding = 400\npattern = "dots"\npattern_size = 24\npattern_color = "{color.ink}"'),
)


def test_any_legal_file_has_a_sheet(series: Series) -> None:
    text = '[contract]\na = { of = ["ink", "accent"], distance = 3, vision = ["normal", "grey"] }\n'
    written(series.folder, *LARGE, SMALL, ("width = 200", "width = 30"), add=text)
    result = series.run("tokens", "sheet", "--target", "web")
    assert (result.status, result.err) == (0, "")
    sheet = picture((series.folder / "out/tokens/web/tokens.png").read_bytes())
    assert sheet.width == 500
    assert sheet.height < 2000


def test_a_font_that_is_none_is_told(series: Series) -> None:
    (series.folder / "none.ttf").write_text("no font")
    text = (series.folder / "tokens.toml").read_text()
    start = text.index('400 = "')
    (series.folder / "tokens.toml").write_text(text[:start] + '400 = "none.ttf"' + text[text.index("\n", start) :])
    result = series.run("tokens", "sheet", "--target", "web")
    assert (result.status, len(result.headlines)) == (1, 1)
    assert "none.ttf is not an OpenType font" in result.headlines[0]


def test_colours_that_are_to_be_told_apart_are_shown_as_each_vision_sees_them(series: Series) -> None:
    contract = '[contract]\na = { of = ["accent", "sunken"], distance = 1, vision = ["protanopia", "grey"] }\n'
    written(series.folder, WIDE, SMALL, add=contract)
    assert series.run("tokens", "sheet", "--target", "web").status == 0
    shown = colors(series.folder / "out/tokens/web/tokens.png")
    red, pale = Color(0xC0 / 255, 0x20 / 255, 0x20 / 255), Color(0xE0 / 255, 0xE0 / 255, 0xF0 / 255)
    for vision in (VISIONS[1], VISIONS[-1]):
        for color in (seen(red, vision), seen(pale, vision)):
            assert tuple(round(255 * part) for part in (color.red, color.green, color.blue)) in shown
