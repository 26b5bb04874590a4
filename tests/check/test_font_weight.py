"""Weights and slopes that a family lacks: reported with what is used instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from layoutkit.check.font_weight import TOPIC, replaced_weights
from layoutkit.tokens import load_all
from tests.nodes.faults import marked
from tests.text.test_fonts import variable_font

ROOT = Path(__file__).parents[2]
FONTS = "\n".join(f'{weight} = "{ROOT}/src/layoutkit/base/fonts/heading-{weight}.ttf"' for weight in (500, 700))


def reported(folder: Path, add: str) -> list[tuple[str, str, str]]:
    """Message, what is marked, and hint of each."""
    path = folder / "tokens.toml"
    path.write_text(f'extends = "layoutkit"\n{add}')
    return [(fault.message, marked(fault), fault.hint) for fault in replaced_weights(load_all(path))]


def test_the_base_theme_and_the_series_have_what_they_ask_for() -> None:
    for path in (ROOT / "tokens.toml", ROOT / "src/layoutkit/base/tokens.toml"):
        assert replaced_weights(load_all(path)) == []


@pytest.mark.parametrize(
    ("add", "message", "at", "hint"),
    [
        ("[type]\nlabel = { weight = 600 }",
         "type.label has weight 600, and font.heading has 500 and 700: 700 is used", "600",
         'set weight = 700, or name a file for it in [font.heading]: 600 = "…"'),
        ("[type]\nquote = { italic = true, weight = 500 }",
         "type.quote has weight 500, and font.text has 400 and 700: 400 is used", "500",
         'set weight = 400, or name a file for it in [font.text]: 500-italic = "…"'),
        ("[type]\nlabel = { italic = true }",
         "type.label is italic, and font.heading has upright files only", "true",
         'name a file for it in [font.heading]: 700-italic = "…"'),
        ("[mode.contrast.high.type]\ncode.weight = 900",
         "type.code has weight 900, and font.mono has 400, 500 and 700: 700 is used", "900",
         'set weight = 700, or name a file for it in [font.mono]: 900 = "…"'),
        ("[type]\nlabel = { weight = 600 }\n[mode.contrast.high.type]\nlabel = { weight = 800 }",
         "type.label has weight 600, and font.heading has 500 and 700: 700 is used", "600",
         'set weight = 700, or name a file for it in [font.heading]: 600 = "…"'),
        ('[mode.contrast.high.type]\nlabel = { font = "math" }',
         "type.label has weight 700, and font.math has 400: 400 is used (with contrast=high)", "700",
         'set weight = 400, or name a file for it in [font.math]: 700 = "…"'),
    ],
)  # fmt: skip
def test_the_weight_that_is_used_instead(tmp_path: Path, add: str, message: str, at: str, hint: str) -> None:
    (found,) = reported(tmp_path, add)
    assert found == (message, at, hint)


def test_a_variable_font_can_be_named_for_the_weight(tmp_path: Path) -> None:
    path = variable_font(tmp_path)
    found = reported(tmp_path, f'[font.text]\n400 = "{path}"\n[type]\nstrong = {{ weight = 700 }}')
    assert ("type.strong has weight 700, and font.text has 400: 400 is used", "700",
            f"{path.name} is variable: name it in [font.text] for 700 as well") in found  # fmt: skip


def test_the_examples_of_the_explanation(tmp_path: Path) -> None:
    heading, text = '500 = "fonts/heading-500.ttf"\n700 = "fonts/heading-700.ttf"\n', FONTS
    assert [bool(reported(tmp_path, example.replace(heading, text))) for example in (TOPIC.bad, TOPIC.good)] == [
        True, False,
    ]  # fmt: skip
