"""Rendering in modes: ``--mode``, and outputs that fix theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit.color import parse_hex
from tests.cli.series import written
from tests.output.pictures import picture

if TYPE_CHECKING:
    from tests.cli.series import Series

MODES = """
[modes]
theme = ["light", "dark"]
medium = ["screen", "print"]
[mode.theme.dark.color]
paper = "#000040"
[mode.medium.print.color]
paper = "#FFFF80"
"""
FIXED = ("dpi = 50.8", 'dpi = 50.8\nmode = { medium = "print" }')


def page(series: Series, file: str) -> tuple[int, ...]:
    """The colour in the corner of a rendered file."""
    return tuple(picture((series.folder / "out" / file).read_bytes()).at(0, 0))


def rgb(text: str) -> tuple[int, ...]:
    color = parse_hex(text)
    assert color is not None
    return tuple(round(255 * channel) for channel in (color.red, color.green, color.blue))


@pytest.fixture
def modal(series: Series) -> Series:
    written(series.folder, FIXED, add=MODES)
    series.script("01-good", series.figure("Row(width=20, height=5)"))
    return series


def test_without_a_mode_outputs_have_the_default_and_what_they_fix(modal: Series) -> None:
    result = modal.render()
    assert (result.status, result.files) == (0, ["paper/01-good.png", "web/01-good.png"])
    assert page(modal, "web/01-good.png") == rgb("#FFFFFF")
    assert page(modal, "paper/01-good.png") == rgb("#FFFF80")


def test_other_modes_have_folders_of_their_own(modal: Series) -> None:
    result = modal.render("--mode", "theme=dark", "--target", "web")
    assert (result.status, result.files) == (0, ["web-dark/01-good.png"])
    assert page(modal, "web-dark/01-good.png") == rgb("#000040")


@pytest.mark.parametrize("words", [["--mode", "theme=dark,medium=print"], ["--mode=theme=dark", "--mode=medium=print"]])
def test_several_axes(modal: Series, words: list[str]) -> None:
    result = modal.render(*words)
    assert result.files == ["paper-dark/01-good.png", "web-dark-print/01-good.png"]
    assert page(modal, "web-dark-print/01-good.png") == page(modal, "paper-dark/01-good.png") == rgb("#FFFF80")


def test_what_the_output_fixes_goes_before_the_command_line(modal: Series) -> None:
    result = modal.render("--mode", "medium=screen")
    assert result.files == ["paper/01-good.png", "web/01-good.png"]
    assert page(modal, "paper/01-good.png") == rgb("#FFFF80")


@pytest.mark.parametrize(
    ("mode", "message"),
    [
        ("them=dark", "there is no axis 'them' in [modes]"),
        ("theme=drak", "theme has no mode 'drak'"),
        ("theme=dark,theme=light", "--mode names theme twice, as dark and as light"),
        ("dark", "'dark' is not a mode; write an axis and its value, such as theme=dark"),
    ],
)
def test_a_mode_that_does_not_exist_is_wrong_usage(modal: Series, mode: str, message: str) -> None:
    result = modal.render("--mode", mode)
    assert (result.status, result.files) == (2, [])
    assert message in result.err


def test_a_finding_of_two_modes_is_told_once(modal: Series) -> None:
    modal.script("01-good", modal.figure('Text("a", role="smal")'))
    result = modal.render()
    assert result.status == 1
    assert len(result.headlines) == 1


def test_figures_do_not_read_the_palette(modal: Series) -> None:
    modal.script("01-good", modal.figure('Row(background="{palette.red}")'))
    result = modal.render()
    assert result.headlines == [
        "error[token-layer]: background refers to 'palette.red'; figures do not read the palette"
    ]
    assert "hint: read a colour that has a meaning, such as t.color.ink" in result.err


WIDTHS = """
[modes]
width = ["wide", "narrow"]
[mode.width.narrow.page]
width = 60
[output.phone]
format = "png"
scale = 1
mode = { width = "narrow" }
"""
REFLOWS = 'title="T", alt="A", reflows=True'


@pytest.fixture
def two_widths(series: Series) -> Series:
    """One figure for pages of any width, and one that is wider than the narrow page."""
    written(series.folder, add=WIDTHS)
    series.script("01-good", series.figure("Row(width=t.page.width / 4, height=t.space.m)", REFLOWS))
    series.script("02-wide", series.figure("Row(width=t.space.m * 12, height=t.space.m)"))
    return series


def test_figures_with_one_layout_are_left_out_where_the_page_has_another_width(two_widths: Series) -> None:
    result = two_widths.render("--target", "web,phone")
    assert (result.status, result.files) == (0, ["phone/01-good.png", "web/01-good.png", "web/02-wide.png"])
    assert picture((two_widths.folder / "out/phone/01-good.png").read_bytes()).width == 60
    assert "02-wide" not in result.err


def test_a_figure_that_has_no_layout_for_any_output_is_told(two_widths: Series) -> None:
    result = two_widths.render("--target", "phone")
    assert (result.status, result.files) == (0, ["phone/01-good.png"])
    assert result.headlines == ["warning[no-layout]: 02-wide has no layout for a page of 60 px, and is left out"]


def test_each_figure_is_checked_in_the_widths_that_it_is_made_for(two_widths: Series) -> None:
    result = two_widths.run("check", "figures", "--allow=unused-token")
    assert (result.status, result.out) == (0, ["2 figures, 2 modes: 0 errors, 0 warnings"])
    two_widths.script("02-wide", two_widths.figure("Row(width=t.space.m * 12, height=t.space.m)", REFLOWS))
    result = two_widths.run("check", "figures", "--allow=unused-token")
    assert result.status == 1
    assert {line.partition(":")[0] for line in result.headlines} == {"error[overflow]"}
    assert all("with width=narrow" in line for line in result.headlines)
