"""Tokens that nobody uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit.check.shown_keys import shown_keys
from layoutkit.check.unused_token import TOPIC, misspelt_tones, unused_keys, unused_tokens
from layoutkit.diagnostics import LayoutkitError
from layoutkit.loading import load_figures
from layoutkit.renderer import Renderer
from layoutkit.tokens import load_all
from layoutkit.tokens.watching import watched
from tests.check.figures import IMPORTS, ROOT
from tests.tokens.small import small_theme, written

if TYPE_CHECKING:
    from pathlib import Path

FIGURE = '@figure(title="T", alt="A")\ndef f(t: Theme) -> Node:\n    return Column({})\n'


def unused(tokens: Path, content: str, folder: Path) -> list[str]:
    """The last word of each message: the names."""
    read = read_by(tokens, content, folder)
    return [fault.message.split()[-1] for fault in unused_tokens(load_all(tokens), read)]


def read_by(tokens: Path, content: str, folder: Path) -> set[str]:
    """What a figure reads and shows, in any mode."""
    script = folder / "01-example.py"
    script.write_text(IMPORTS + FIGURE.format(content))
    (named,), _ = load_figures([script])
    themes, read = load_all(tokens), set[str]()
    for theme in themes:
        read.update(shown_keys(Renderer(watched(theme, read)).place(named).root, theme))
    return read


ADDED = """
[note]
background = "{color.note}"
padding = "{space.note}"
"""
TOKENS = (("[color]", '[color]\nnote = "#EEEEEE"'), ("[space]", '[space]\nnote = "{space.s} * 3"\nidle = 7'))


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("", {"color.note", "space.note", "space.idle", "note"}),
        ('Row(component="note")', {"space.idle"}),
        ('Row(Text("a"), background=t.color.note)', {"space.note", "space.idle", "note"}),
        ('Row(Text("a"), background="mix({color.note}, {color.ink}, 5%)")', {"space.note", "space.idle", "note"}),
        ("Row(width=float(t.space.note) + 1, height=t.space.m + t.space.idle)", {"color.note", "note"}),
        ('Grid(Text("a"), columns="{space.note} 1fr")', {"color.note", "space.idle", "note"}),
        ('Row(padding="{note.padding} * 2")', {"space.idle"}),
    ],
)
def test_every_way_of_reading_a_token_counts(content: str, names: set[str], tmp_path: Path) -> None:
    assert set(unused(written(tmp_path, *TOKENS, add=ADDED), content, tmp_path)) & {
        "color.note", "space.note", "space.idle", "note",
    } == names  # fmt: skip


def test_a_type_role_that_nothing_sets(tmp_path: Path) -> None:
    found = unused(written(tmp_path), 'Text("a")', tmp_path)
    assert "type.loud" in found
    assert "palette.red" not in found  # color.accent refers to it, and the arrow to that
    assert "type.loud" not in unused(written(tmp_path), 'Text("a", role="loud")', tmp_path)


def test_a_reference_in_one_mode_is_enough(tmp_path: Path) -> None:
    modes = '[modes]\ntheme = ["light", "dark"]\n[mode.theme.dark.space]\nm = "{space.idle}"\n'
    assert "space.idle" not in unused(written(tmp_path, *TOKENS, add=modes), "Row(width=t.space.m)", tmp_path)


@pytest.mark.parametrize(
    ("add", "content", "found"),
    [
        ("[page]\nborder_width = 3", 'Text("a")',
         {"page.border_width": 'it needs border as well: border = "{color.line}"'}),
        ('[page]\nborder_width = 3\nborder = "{color.line}"', 'Text("a")', {}),
        ("[card]\nborder_width = 3", 'Card(Text("a"))', {}),
        ("[pill]\nborder_width = 3", 'Pill("a", border=None)',
         {"pill.border_width": "a tone or a keyword overrides it in every box; take it out, or --allow unused-token"}),
        ('[pill]\nbackground = "{color.sunken}"', 'Pill("a", tone="accent")',
         {"pill.background": "a tone or a keyword overrides it in every box; take it out, or --allow unused-token"}),
        ('[pill]\nbackground = "{color.sunken}"', 'Pill("a", tone="accent"), Pill("b")', {}),
        ('[pill]\nbackground = "{color.sunken}"', 'Text("a")', {}),
        ("[page]\npattern_pitch = 30", 'Text("a")',
         {"page.pattern_pitch": 'it needs pattern as well: pattern = "grid"'}),
        ('[page]\npattern_pitch = 30\npattern = "dots"', 'Text("a")', {}),
        ("[page]\npadding = 3", 'Text("a")', {"page.padding": "padding_x and padding_y override it; change those"}),
        ('[pill]\nbackground = "{color.sunken}"', 'Pill("a", tone="accent"), Row(background="{pill.background}")', {}),
        ('[pill]\nbackground = "{color.sunken}"\n[divider]\nbackground = "{pill.background}"',
         'Pill("a", tone="accent")', {}),
        ("[pill]\ngap = 3", 'Pill("a")',
         {"pill.gap": "no box of it has two children; take it out, or --allow unused-token"}),
        ("[card_label]\nclearance = 40", 'Card(Text("a"), label="b")', {}),
    ],
)  # fmt: skip
def test_a_key_of_a_component_that_no_figure_shows(
    tmp_path: Path, add: str, content: str, found: dict[str, str]
) -> None:
    tokens = tmp_path / "tokens.toml"
    tokens.write_text(f'extends = "layoutkit"\n{add}\n')
    themes, read = load_all(tokens), read_by(tokens, content, tmp_path)
    assert {fault.message.split()[0]: fault.hint for fault in unused_keys(themes, read)} == found


def test_what_follows_from_a_tone_is_not_reported(tmp_path: Path) -> None:
    tokens = tmp_path / "tokens.toml"
    tokens.write_text('extends = "layoutkit"\n[tone]\nbrand = "#2266AA"\nother = "{tone.brand}"\n')
    assert list(unused_tokens(load_all(tokens), read_by(tokens, 'Text("a")', tmp_path))) == []


def test_a_file_that_stands_alone_offers_every_key(tmp_path: Path) -> None:
    tokens = written(tmp_path)
    assert list(unused_keys(load_all(tokens), read_by(tokens, "", tmp_path))) == []


def test_a_shadow_goes_with_what_modes_change_of_it(tmp_path: Path) -> None:
    modes = '[modes]\ntheme = ["light", "dark"]\n[mode.theme.dark.shadow]\nsoft = { blur = 2 }\n'
    tokens = written(tmp_path, ('shadow = "soft"', 'shadow = "none"'), add=modes)
    (found,) = (fault for fault in unused_tokens(load_all(tokens), set()) if fault.message.endswith("shadow.soft"))
    line = 1 + tokens.read_text().split("\n").index("soft = { blur = 2 }")
    assert found.hint == f"take it out with what modes change of it (line {line}), or --allow unused-token"
    left = [text for text in tokens.read_text().split("\n") if not text.startswith("soft = ")]
    tokens.write_text("\n".join(left).replace("[shadow]", "").replace("[mode.theme.dark.shadow]", ""))
    assert load_all(tokens).default.card.shadow == "none"


def test_tokens_of_components_that_no_figure_uses_yet_are_kept(tmp_path: Path) -> None:
    found = unused(ROOT / "tokens.toml", 'Text("a")', tmp_path)
    assert not {"step_lit", "table_line", "bubble_assistant", "code", "color.wrong_line", "type.stage_lit"} & {*found}


def test_a_watched_theme_notes_reading_and_no_looking() -> None:
    read = set[str]()
    theme = watched(small_theme(), read)
    assert "m" in theme.space
    assert list(theme.color) == list(small_theme().color)
    assert theme.space.get("none") is None
    with pytest.raises(LayoutkitError):
        _ = theme.space.none
    assert read == set()
    assert theme.space.m == small_theme().space.m
    assert theme.type.get("body") is small_theme().type.body
    dict(theme.arrow.items())
    assert read == {"space.m", "type.body", "arrow"}


def test_the_examples_of_the_explanation(tmp_path: Path) -> None:
    gutter = TOPIC.bad.removeprefix("[space]\n")
    assert unused(written(tmp_path, ("[space]", f"[space]\n{gutter}")), 'Text("a")', tmp_path)[:1] == ["space.gutter"]
    tokens = written(tmp_path, ("m = 8", "m = 16"))
    assert {*TOPIC.good.split("\n")} <= {*tokens.read_text().split("\n")}
    assert not {"space.m", "card"} & {*unused(tokens, 'Card(Text("a"))', tmp_path)}


def test_a_tone_that_is_almost_called_as_another_is_told(tmp_path: Path) -> None:
    path = tmp_path / "tokens.toml"
    path.write_text('extends = "layoutkit"\n[tone]\nacent = "#820AD1"\nbrand = "#123456"\npositive = "#008000"\n')
    themes = load_all(path)
    (found,) = misspelt_tones(themes)
    assert found.message == "no figure uses the tone 'acent', which is almost called as the inherited 'accent'"
    assert found.hint == "did you mean 'accent'?"
    assert found.places[0].line == 3
    assert list(misspelt_tones(themes, {"color.acent_ink"})) == []
