"""The JSON Schema of token files: right files follow it, wrong ones do not."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from layoutkit.tokens.json_schema import json_schema
from tests.tokens.small import SMALL

ROOT = Path(__file__).parents[2]
RIGHT = ["tokens.toml", "tests/tokens_palette.toml", "tests/tokens_large.toml", "tests/tokens/small.toml"]
MODES = """
[modes]
theme = ["light", "dark"]
[mode.theme.dark.color]
paper = "tone({palette.black}, 20) / 50%"
[mode.theme.dark]
type.body.size = "{space.m} * 2"
"""


@cache
def validator() -> Any:  # noqa: ANN401 - jsonschema has no types
    Draft7Validator.check_schema(json_schema())
    return Draft7Validator(json_schema())


def wrong(text: str) -> list[str]:
    """Where a token file breaks the schema."""
    return [".".join(map(str, error.absolute_path)) for error in validator().iter_errors(tomllib.loads(text))]


@pytest.mark.parametrize("name", RIGHT)
def test_right_files_follow_the_schema(name: str) -> None:
    assert wrong((ROOT / name).read_text()) == []


def test_modes_follow_the_schema() -> None:
    assert wrong(SMALL + MODES) == []
    assert wrong(SMALL + '[modes]\ntheme = { values = ["light", "dark"], default = "dark" }\n') == []
    assert wrong(SMALL + '[modes]\ntheme = { default = "dark" }\n') != []
    assert wrong(SMALL.replace("dpi = 254", 'dpi = 254\nmode = { theme = "dark" }') + MODES) == []


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("s = 4", "s = true", "space.s"),
        ("s = 4", "s = -4", "space.s"),
        ("s = 4", 's = "4rem"', "space.s"),
        ("s = 4", 's = "{space.m} / 50%"', "space.s"),
        ('red = "#C02020"', 'red = "#C0202"', "palette.red"),
        ('sunken = "#E0E0F0"', 'sunken = "tome(#fff, 30)"', "color.sunken"),
        ("weight = 400", "weight = 400.5", "type.body.weight"),
        (", line_height = 15", "", "type.body"),
        ("line_height = 15", "line_height = 15, line_heights = 2", "type.body"),
        ('text_transform = "uppercase"', 'text_transform = "upercase"', "type.heading.text_transform"),
        ("radius = 4", "raduis = 4", "arrow"),
        ("width = 200\n", "", "page"),
        ('format = "png"', 'format = "gif"', "output.web.format"),
        ("[palette]", "black = 1\n[palette]", "black"),
        ("[color]", "[colour]", "colour"),
        ('background = "{color.sunken}"', 'background = "{palette.red}"', "card.background"),
        ('background = "{color.sunken}"', 'background = "mix({palette.red}, #fff, 5%)"', "card.background"),
        ('color = "{color.accent}" }', 'color = "{palette.red}" }', "type.loud.color"),
        ('red = "#C02020"', 'red = "{color.ink}"', "palette.red"),
        ('red = "#C02020"', 'red = "mix({color.ink}, #fff, 5%)"', "palette.red"),
        ('sunken = "#E0E0F0"', 'sunken = "{card.border}"', "color.sunken"),
        ("s = 4", 's = "{card.padding} * 2"', "space.s"),
        ("head = 6", 'head = "{output.web.scale}"', "arrow.head"),
        ("s = 4", "s = 1e9", "space.s"),
        ("s = 4", "s = 4\na-b = 4", "space"),
        ("s = 4", "s = 4\nclass = 4", "space"),
        ("width = 200", "width = 0", "page.width"),
        ("[output.web]", '[output."../web"]', "output"),
        ("[arrow]", "[my-arrow]\n[arrow]", ""),
        ("[palette]", '[modes]\ntheme = ["light"]\n[palette]', "modes.theme"),
        ("[palette]", "[mode.theme.dark.output.web]\nscale = 3\n[palette]", "mode.theme.dark"),
        ("[palette]", "[mode.theme.dark.type.body]\nsise = 3\n[palette]", "mode.theme.dark.type.body"),
    ],
)
def test_wrong_files_do_not(old: str, new: str, at: str) -> None:
    assert old in SMALL
    assert at in wrong(SMALL.replace(old, new, 1))
