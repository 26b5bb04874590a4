"""A tone that refers to another has its colours, whoever says them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit.tokens import load_all, load_theme
from tests.tokens.small import faults

if TYPE_CHECKING:
    from pathlib import Path

PARTS = ("{}", "{}_ink", "{}_line", "{}_tint", "{}_edge", "{}_fill", "on_{}", "on_inverse_{}", "flow_{}")


def written(folder: Path, tones: str, rest: str = "") -> Path:
    path = folder / "tokens.toml"
    path.write_text(f'extends = "layoutkit"\n[tone]\npositive = "#137333"\n{tones}\n{rest}')
    return path


@pytest.mark.parametrize("reference", ["{tone.positive}", " { tone.positive } "])
def test_all_colours_are_those_of_the_other_in_every_mode(reference: str, tmp_path: Path) -> None:
    dark = '[mode.theme.dark.color]\npositive_ink = "#B0F0C0"\npositive_line = "#406040"\n'
    rest = f'[color]\npositive_ink = "#0A4020"\n{dark}'
    for theme in load_all(written(tmp_path, f'response = "{reference}"', rest)):
        assert "response" in theme.tones
        for part in PARTS:
            same, other = (theme.color.get(part.format(tone)) for tone in ("response", "positive"))
            assert same == other, (part, theme.selection)


def test_a_colour_of_its_own_wins(tmp_path: Path) -> None:
    path = written(tmp_path, 'response = "{tone.positive}"', '[color]\nresponse_ink = "#0A4020"\n')
    color = load_theme(path).color
    assert color.response_ink.hex == "#0a4020"
    assert color.response_tint == color.positive_tint


def test_a_tone_that_a_mode_changes_is_derived_in_all_modes(tmp_path: Path) -> None:
    rest = '[color]\npositive_ink = "#0A4020"\n[mode.theme.dark.tone]\nresponse = "#C0A0FF"\n'
    themes = load_all(written(tmp_path, 'response = "{tone.positive}"', rest))
    assert themes.theme({"theme": "dark"}).color.response.hex == "#c0a0ff"
    light = themes.theme({}).color
    assert light.response == light.positive
    assert light.response_ink != light.positive_ink


def test_a_chain_has_the_colours_of_the_nearest(tmp_path: Path) -> None:
    tones = 'right = "{tone.response}"\nresponse = "{tone.positive}"'
    color = load_theme(written(tmp_path, tones, '[color]\nresponse_ink = "#0A4020"\n')).color
    assert color.right_ink.hex == "#0a4020"
    assert color.right_tint == color.positive_tint


def test_a_ring_is_reported_once(tmp_path: Path) -> None:
    (found,) = faults(written(tmp_path, 'one = "{tone.other}"\nother = "{tone.one}"'))
    assert found.rule == "token-cycle"


def test_a_tone_that_does_not_exist_is_reported_where_it_is_written(tmp_path: Path) -> None:
    found = faults(written(tmp_path, 'response = "{tone.positiv}"'))
    assert [(one.rule, one.places[0].line) for one in found] == [("unknown-token", 4)]
    assert "did you mean 'tone.positive'?" in found[0].hint
