"""The looks in the package: short, their own, and clean in every mode."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from layoutkit.base import TOKENS
from layoutkit.looks import LOOKS
from layoutkit.renderer import Renderer
from layoutkit.tokens import Themes, load_all, load_theme
from tests.base.test_base_theme import EXAMPLES, LATIN_OF_EUROPE, SHEETS, findings
from tests.check.figures import faults
from tests.tokens.small import faults as told

if TYPE_CHECKING:
    from pathlib import Path

BY_CHANCE = re.compile(r"edges of .* differ by")
"""Two texts that end at almost the same place do so by their words in one face."""
every_look = pytest.mark.parametrize("look", LOOKS)


@cache
def themes(look: str) -> Themes:
    return load_all(LOOKS[look])


@every_look
def test_a_look_is_short(look: str) -> None:
    lines = [line for line in LOOKS[look].read_text("utf-8").splitlines() if line and not line.startswith("#")]
    assert len(lines) < 25
    assert max(map(len, lines)) <= 120


@every_look
def test_a_look_has_its_own_fonts_beside_it(look: str) -> None:
    own = {file.path for _, family in themes(look).default.font.items() for file in family.files}
    assert {path for path in own if path.name.startswith(f"{look}-")} == set(
        (TOKENS.parents[1] / "looks" / "fonts").glob(f"{look}-*.ttf")
    )


def test_the_technical_look_is_dark_by_default_but_on_paper() -> None:
    default = themes("technical").default
    assert default.selection.values["theme"] == "dark"
    assert default.output.print.modes == default.output.pdf.modes == {"theme": "light"}


@every_look
@pytest.mark.parametrize("script", [*EXAMPLES, SHEETS[0]], ids=lambda script: script.stem)
def test_nothing_is_wrong_with_a_figure(look: str, script: Path) -> None:
    wanted: list[dict[str, str]] = [{"theme": "light"}, {"theme": "dark", "contrast": "high"}, {"medium": "print"}]
    if script in EXAMPLES:
        wanted.append({"width": "narrow"})
    for modes in wanted:
        theme = themes(look).theme(modes)
        found = [message for message in findings(script, theme) if not BY_CHANCE.search(message)]
        assert found == [], str(theme.selection)


@every_look
@pytest.mark.parametrize("text", LATIN_OF_EUROPE, ids=["letters", "signs"])
def test_every_sign_is_there(look: str, text: str, tmp_path: Path) -> None:
    script = f"""@figure(title="Signs", alt="Letters and signs of every kind.", language="en")
def signs(t: Theme) -> Node:
    return Column(Text({text!r}, role="title"), Text({text!r}))
"""
    found = [fault.diagnostic for fault in faults(script, tmp_path, look=Renderer(themes(look).default))]
    assert [each.message for each in found if each.rule == "missing-glyph"] == []


# -- naming one ---------------------------------------------------------------------------------------


def test_a_token_file_extends_a_look_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "tokens.toml"
    path.write_text('extends = "layoutkit/editorial"\n[tone]\naccent = "#123456"\n')
    own, look, base = load_theme(path), themes("editorial").default, load_theme()
    assert own.color.accent.hex == "#123456"
    assert own.type.title.size == look.type.title.size != base.type.title.size
    assert own.space.m == base.space.m


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("layoutkit/editorail", "'layoutkit/editorial'"),
        ("layoutkit/", "'layoutkit/friendly'"),
        ("layoutkit/../base/tokens.toml", "known here"),
        ("layoutkit/friendly.toml", "'layoutkit/friendly'"),
    ],
)
def test_a_look_that_there_is_not_is_refused_with_those_that_there_are(name: str, hint: str, tmp_path: Path) -> None:
    path = tmp_path / "tokens.toml"
    path.write_text(f'extends = "{name}"\n')
    (found,) = told(path)
    assert found.rule == "tokens-file"
    assert found.message == f"extends is '{name}'; the looks in the package are editorial, friendly, technical"
    assert hint in found.hint
    assert found.places[0].line == 1
