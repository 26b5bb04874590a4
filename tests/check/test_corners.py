"""Rules that look at corners and borders look at each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.check.figures import rules

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = """
@figure(title="Cantos", alt="Uma palavra em um canto.")
def example(t: Theme) -> Node:
    box = dict(background=t.color.surface, border=t.color.line_strong, padding="{{space.xs}}", align_self="start")
    return Column(Row(Heading("Mil palavras"), **box, {}))
"""


@pytest.mark.parametrize(
    ("props", "told"),
    [
        ('radius_top_left="{radius.l} * 2"', True),
        ('radius="{radius.l} * 2", radius_top_left=0, radius_bottom_left=0', False),
    ],
)
def test_words_may_stand_in_a_square_corner(props: str, told: bool, tmp_path: Path) -> None:  # noqa: FBT001
    assert ("outside-corner" in rules(SCRIPT.format(props), tmp_path)) is told


def test_a_thin_side_of_a_border_is_reported(tmp_path: Path) -> None:
    thin, thick = (SCRIPT.format(f'border_top_width="{{stroke.hairline}} * {factor}"') for factor in (0.2, 4))
    assert "legibility" in rules(thin, tmp_path)
    assert "legibility" not in rules(thick, tmp_path)


def test_a_colour_of_one_side_is_a_literal_too(tmp_path: Path) -> None:
    assert "literal" in rules(SCRIPT.format('border_top="#FF0000"'), tmp_path)
    assert "literal" in rules(SCRIPT.format("radius_top_left=3"), tmp_path)
    assert "literal" not in rules(SCRIPT.format("border_top=t.color.accent"), tmp_path)
