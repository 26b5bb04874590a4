"""SVG outputs: one file with a light and a dark look, which are both checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.series import written

if TYPE_CHECKING:
    from tests.cli.series import Series

MODES = """
[modes]
theme = ["light", "dark"]
[mode.theme.dark.color]
paper = "#000040"
"""
SVG = ('format = "png"\nscale = 2', 'format = "svg"\nscale = 1.5\ndark = { theme = "dark" }')
CARD = 'Row(width=20, height=5, background="{color.paper}")'
QUERY = "prefers-color-scheme: dark"


@pytest.fixture
def drawn(series: Series) -> Series:
    written(series.folder, SVG, add=MODES)
    series.script("01-good", series.figure(CARD))
    return series


def source(series: Series, file: str) -> str:
    return (series.folder / "out" / file).read_text(encoding="utf-8")


def test_a_file_has_the_look_for_readers_who_prefer_dark(drawn: Series) -> None:
    result = drawn.render("--target", "web")
    assert (result.status, result.files) == (0, ["web/01-good.svg"])
    light, dark = source(drawn, "web/01-good.svg").split(QUERY)
    assert ("#ffffff" in light, "#000040" in light, "#000040" in dark) == (True, False, True)
    assert 'viewBox="0 0 200 ' in light
    assert 'width="300"' in light


def test_who_asks_for_dark_alone_gets_that(drawn: Series) -> None:
    result = drawn.render("--target", "web", "--mode", "theme=dark")
    assert (result.status, result.files) == (0, ["web-dark/01-good.svg"])
    text = source(drawn, "web-dark/01-good.svg")
    assert (QUERY in text, "#ffffff" in text, "#000040" in text) == (False, False, True)


def test_the_dark_look_is_checked(drawn: Series) -> None:
    drawn.script("02-unread", drawn.figure('Text("preto", color="#000000", allow={"literal": "teste"})'))
    result = drawn.render("--only", "02", "--target", "web")
    assert (result.status, result.files) == (1, ["draft-dark/02-unread.png"])
    (message,) = result.headlines
    assert message.startswith("error[contrast] #1: “preto” has a contrast of 1.1 : 1")
    assert message.endswith(", for readers who prefer dark (theme=dark)")
    drawn.script("02-unread", drawn.figure(CARD))
    result = drawn.render("--only", "02", "--target", "web")
    assert (result.status, result.files) == (0, ["web/02-unread.svg"])


def test_looks_that_differ_in_more_than_colours(drawn: Series) -> None:
    written(drawn.folder, SVG, add=MODES + "[mode.theme.dark.space]\nm = 30\n")
    drawn.script("01-good", drawn.figure('Row(width=t.space.l, height=t.space.m, background="{color.paper}")'))
    result = drawn.render()
    assert (result.status, result.files) == (1, ["paper/01-good.png"])
    assert result.headlines[-1] == (
        "error[modes-differ]: the figure differs in more than its colours: "
        "200 × 8 px with 4 operations in light, 200 × 30 px with 4 operations in dark"
    )
