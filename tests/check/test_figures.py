"""The series itself, in every combination of modes: no error, no warning, and no fault that had to be allowed."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from layoutkit.check.context import look_at
from layoutkit.loading import load_figures
from layoutkit.nodes.node import descendants
from layoutkit.paint import paint
from layoutkit.policy import check
from layoutkit.renderer import Renderer
from layoutkit.tokens import load_all

if TYPE_CHECKING:
    from layoutkit.discover import NamedFigure
    from layoutkit.tokens import Themes

ROOT = Path(__file__).parents[2]
NAMES = tuple(sorted(path.stem for path in (ROOT / "figures").glob("[0-9]*.py")))


@functools.cache
def themes() -> Themes:
    return load_all(ROOT / "tokens.toml")


@functools.cache
def figures() -> dict[str, NamedFigure]:
    found, failed = load_figures([ROOT / "figures"])
    assert failed == []
    return {named.name: named for named in found}


@pytest.mark.parametrize("name", NAMES)
def test_no_fault_in_any_mode(name: str) -> None:
    """Sizes are measured as all outputs show them, and the two looks of an SVG are modes of their own."""
    figure = figures()[name]
    for theme in themes():
        assert figure.figure.suits(theme, themes().default)
        renderer = Renderer(theme)
        placed = renderer.place(figure)
        assert [fault.diagnostic.message for fault in check(renderer, figure, placed)] == [], theme.selection
        assert all("allow" not in node.props for node in descendants(figure.figure.build(theme)))


def test_every_output_has_modes_that_are_checked() -> None:
    checked = [theme.selection.values for theme in themes()]
    outputs = dict(themes().default.output.items())
    for output in outputs.values():
        assert any(output.modes.items() <= values.items() for values in checked)
        assert output.dark is None or any(output.dark.items() <= values.items() for values in checked)


def test_sizes_are_those_of_the_outputs_that_a_mode_is_written_to() -> None:
    """An article shows the wide layout, and a phone the narrow one: neither is measured at the other's width."""
    figure = figures()[NAMES[0]]
    shares = []
    for modes in ({}, {"width": "narrow"}):
        theme = themes().theme(modes)
        placed = Renderer(theme).place(figure)
        shares.append(look_at(figure.figure, theme, placed, paint(placed)).shown_scale)
    assert shares == [800 / 1000, 390 / 480]
