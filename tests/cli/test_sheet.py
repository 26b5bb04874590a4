"""``layoutkit tokens sheet``: a picture of all tokens in every mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    result = series.run("tokens", "sheet")
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


def test_a_file_without_modes_and_contracts(series: Series) -> None:
    series.tokens(WIDE, SMALL)
    assert series.run("tokens", "sheet", "--target", "web").files == ["tokens/web/tokens.png"]
