"""Modes: what changes along axes such as theme and medium."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit.color import luminance, parse_hex
from layoutkit.tokens import load_all, load_theme
from tests.nodes.faults import fault, marked
from tests.tokens.small import faults, loaded, small_theme, written

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.color import Color
    from layoutkit.tokens import Theme

AXES = """
[modes]
theme = ["light", "dark"]
medium = ["screen", "print"]
"""
DARK = (
    AXES
    + """
[mode.theme.dark.palette]
black = "#EEEEEE"

[mode.theme.dark.color]
paper = "#111111"

[mode.theme.dark]
space.m = 10
type.body.size = 12

[mode.medium.print]
color.paper = "#FFFFF0"
shadow.soft = { blur = 2 }
"""
)


def rgb(text: str) -> tuple[float, float, float]:
    color = parse_hex(text)
    assert color is not None
    return channels(color)


def channels(color: Color) -> tuple[float, float, float]:
    return (color.red, color.green, color.blue)


def test_a_mode_changes_what_it_names_and_what_refers_to_that(tmp_path: Path) -> None:
    path = written(tmp_path, add=DARK)
    light, dark = load_theme(path), load_theme(path, {"theme": "dark"})
    assert channels(dark.color.ink) == rgb("#EEEEEE")
    assert channels(dark.card.border) == rgb("#EEEEEE")
    assert channels(dark.shadow.soft.color) == rgb("#EEEEEE")
    assert [light.space.l, dark.space.l, dark.card.padding] == [16.0, 20.0, 10.0]
    assert (dark.type.body.size, dark.type.body.line_height) == (12, 15)
    assert channels(light.color.ink) == rgb("#101010")
    assert light.color.accent == dark.color.accent


def test_sections_that_a_mode_leaves_alone_are_shared(tmp_path: Path) -> None:
    light, dark, *_ = load_all(written(tmp_path, add=DARK))
    assert light.font is dark.font
    assert light.stroke is dark.stroke
    assert light.color is not dark.color


def test_a_file_without_modes_has_one_theme(tmp_path: Path) -> None:
    (theme,) = load_all(written(tmp_path))
    assert dict(theme.selection.values) == {}
    assert theme.selection.folder("web") == "web"


def test_every_combination_is_there_the_default_first(tmp_path: Path) -> None:
    themes = list(load_all(written(tmp_path, add=DARK)))
    assert [str(theme.selection) for theme in themes] == ["", "medium=print", "theme=dark", "theme=dark,medium=print"]
    assert [theme.shadow.soft.sigma for theme in themes] == [4, 1, 4, 1]


def test_the_axis_listed_later_decides(tmp_path: Path) -> None:
    both = loaded_with(tmp_path, DARK)
    assert channels(both.color.paper) == rgb("#FFFFF0")
    turned = DARK.replace('theme = ["light", "dark"]\nmedium = ["screen", "print"]',
                          'medium = ["screen", "print"]\ntheme = ["light", "dark"]')  # fmt: skip
    assert channels(loaded_with(tmp_path, turned).color.paper) == rgb("#111111")


def loaded_with(folder: Path, add: str) -> Theme:
    return load_theme(written(folder, add=add), {"theme": "dark", "medium": "print"})


@pytest.mark.parametrize(
    ("modes", "message", "hint"),
    [
        ({"them": "dark"}, "there is no axis 'them' in [modes]", "did you mean 'theme'?"),
        ({"theme": "drak"}, "theme has no mode 'drak'", "did you mean 'dark'?"),
    ],
)
def test_a_mode_that_does_not_exist(tmp_path: Path, modes: dict[str, str], message: str, hint: str) -> None:
    with fault("unknown-mode") as found:
        load_theme(written(tmp_path, add=DARK), modes)
    assert (found.message, found.hint) == (message, hint)


@pytest.mark.parametrize(
    ("add", "rule", "message", "at", "hint"),
    [
        ('[modes]\ntheme = "dark"', "token-type", "modes.theme needs a list of at least two values", '"dark"',
         'list its values, that of the tokens outside [mode] first: ["light", "dark"]'),
        ('[modes]\ntheme = ["light", "Dark"]', "token-type",
         "modes.theme has 'Dark'; expected names of a-z, 0-9 and _", '["light", "Dark"]',
         'list its values, that of the tokens outside [mode] first: ["light", "dark"]'),
        ('[modes]\na = ["x", "y"]\nb = ["z", "y"]', "duplicate-name",
         "modes.b has 'y', which is a value of modes.a as well", '["z", "y"]', ""),
        (f'{AXES}[mode.them.dark.color]\nink = "#000000"', "unknown-mode",
         "[modes] has no axis 'them'", "mode.them.dark.color", "did you mean 'theme'?"),
        (f'{AXES}[mode.theme.drak.color]\nink = "#000000"', "unknown-mode",
         "modes.theme has no 'drak'", "mode.theme.drak.color", "did you mean 'dark'?"),
        (f'{AXES}[mode.theme.light.color]\nink = "#000000"', "unknown-mode",
         "light is the first value of theme: its tokens are those outside [mode]", "mode.theme.light.color",
         ('to render light by default, write theme = { values = ["dark", "light"], default = "light" }; '
          'for one output, add mode = { theme = "light" } to it, such as to [output.web]')),
        (f'{DARK}[mode.theme.light.color]\nink = "#000000"', "unknown-mode",
         "light is the first value of theme: its tokens are those outside [mode]", "mode.theme.light.color",
         "write them there"),
        ('[modes]\ntheme = { default = "dark" }', "token-type", "modes.theme needs a list of at least two values",
         '{ default = "dark" }', 'list its values, that of the tokens outside [mode] first: ["light", "dark"]'),
        ('[modes]\ntheme = { values = ["light", "dark"], default = "drak" }', "unknown-mode",
         "modes.theme.default is 'drak', which is none of its values", '"drak"', "did you mean 'dark'?"),
        ('[modes.theme]\nvalues = ["light", "dark"]\ndefautl = "dark"', "unknown-key",
         "modes.theme has no key 'defautl'", "defautl", "did you mean 'default'?"),
        (f'{AXES}[mode.theme.dark.colour]\nink = "#000000"', "unknown-token",
         "a mode changes [colour], which does not exist", "mode.theme.dark.colour", "did you mean 'color'?"),
        (f'{AXES}[mode.theme.dark.color]\ninc = "#000000"', "unknown-token",
         "a mode changes color.inc, which does not exist", "inc", "did you mean 'ink'?"),
        (f"{AXES}[mode.theme.dark.type]\nbody.sise = 3", "unknown-token",
         "a mode changes type.body.sise, which does not exist", "body.sise", "did you mean 'size'?"),
        (f"{AXES}[mode.theme.dark.shadow]\nhard = {{ blur = 4 }}", "unknown-token",
         "a mode changes shadow.hard, which does not exist", "hard", "take it out, or add hard to [shadow]"),
        (f"{AXES}[mode.theme.dark.zigzag]\ngap = 3", "unknown-token",
         "a mode changes [zigzag], which does not exist", "mode.theme.dark.zigzag",
         "take it out, or add [zigzag] outside [mode]"),
        (f"{AXES}[mode.theme.dark.type]\nbodi.size = 3", "unknown-token",
         "a mode changes type.bodi, which does not exist", "bodi.size", "did you mean 'body'?"),
        (f"{AXES}[mode.theme.dark.space.m]\nsize = 3", "token-type",
         "space.m is a table; expected a length", "mode.theme.dark.space.m", "write one value: m = …"),
        (f"{AXES}[mode.theme.dark]\ntype.body = 3", "token-type",
         "type.body is not a table; expected keys such as size = 16", "type.body", ""),
        (f"{AXES}[mode.theme.dark]\nspace = 3", "token-type", "mode.theme.dark.space is not a table", "space",
         "write headers such as [mode.theme.dark.color]"),
        (f"{AXES}[mode.theme.dark.space]\nm = -3", "token-type",
         "space.m is -3; expected a length of at least 0", "-3", ""),
        (f"{AXES}[mode.theme.dark.output.web]\nscale = 3", "unknown-key", "a mode cannot change an output",
         "mode.theme.dark.output.web", 'an output may name its modes instead: mode = { medium = "print" }'),
        (f'{AXES}[mode.theme.dark.space]\nm = "{{space.l}}"', "token-cycle",
         "space.l refers to itself: space.m -> space.l -> space.m (with theme=dark)", '"{space.m} * 2"', ""),
        (f"{AXES}[mode.theme.dark.space]\nm = 3\n[card2]\ngap = true", "token-type",
         'card2.gap is true; expected a length, such as 16, "0.75pt" or "2mm"', "true", ""),
    ],
)  # fmt: skip
def test_a_fault_in_a_mode_is_told_once(  # noqa: PLR0913, PLR0917 - one table for all faults
    tmp_path: Path, add: str, rule: str, message: str, at: str, hint: str
) -> None:
    (found,) = faults(written(tmp_path, add=f"\n{add}\n"))
    assert (found.rule, found.message, marked(found), found.hint) == (rule, message, at, hint)


def test_a_value_that_is_wrong_in_one_mode_names_that_mode(tmp_path: Path) -> None:
    path = written(
        tmp_path, ("weight = 400", 'weight = "{space.m} * 50"'), add=f"{AXES}[mode.theme.dark.space]\nm = 30\n"
    )
    (found,) = faults(path)
    assert found.message == (
        "type.body.weight is '{space.m} * 50'; expected a font weight from 1 to 1000 (with theme=dark)"
    )


def test_contracts_hold_in_every_mode(tmp_path: Path) -> None:
    contract = '[contract]\ntext = { of = ["ink"], on = ["paper"], contrast = 4.5 }\n'
    path = written(tmp_path, add=contract + AXES + '[mode.theme.dark.color]\npaper = "#303030"\n')
    (found,) = faults(path)
    assert found.rule == "contract"
    assert found.message.endswith("at least 4.5:1")
    assert found.modes == "with theme=dark"
    tighter = f"{contract}{AXES}[mode.theme.dark.contract]\ntext.contrast = 21\n"
    (found,) = faults(written(tmp_path, add=tighter))
    assert marked(found) == "21"


def test_an_output_may_fix_its_modes(tmp_path: Path) -> None:
    t = loaded(tmp_path, ("dpi = 50.8", 'dpi = 50.8\nmode = { medium = "print" }'), add=DARK)
    assert t.output.paper.modes == {"medium": "print"}
    assert t.output.web.modes == {}
    both = load_theme(t.path, {"theme": "dark", "medium": "print"}).selection
    assert both.folder("web") == "web-dark-print"
    assert both.folder("paper", t.output.paper.modes) == "paper-dark"


@pytest.mark.parametrize(
    ("mode", "message", "at"),
    [
        ('{ medum = "print" }', "output.paper.mode names the axis 'medum', which does not exist", "medum"),
        ('{ medium = "prind" }', "output.paper.mode.medium is 'prind', which is not a mode", '"prind"'),
        ('"print"', "output.paper.mode is 'print'; expected a table of modes, such as { theme = \"dark\" }", '"print"'),
    ],
)
def test_an_output_names_modes_that_exist(tmp_path: Path, mode: str, message: str, at: str) -> None:
    (found,) = faults(written(tmp_path, ("dpi = 50.8", f"dpi = 50.8\nmode = {mode}"), add=DARK))
    assert (found.message, marked(found)) == (message, at)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("web-dark", "the folder that output.web has in other modes"),
        ("web-dark-print", "the folder that output.web has in other modes"),
        ("WEB", "the folder that output.web has where upper and lower case are alike"),
        ("Web-Dark", "the folder that output.web has in other modes"),
        ("draft", "the folder out/draft, which is for pictures of figures with errors"),
        ("draft-dark", "the folder out/draft-dark, which is for pictures of figures with errors"),
        ("Draft", "the folder out/draft, which is for pictures of figures with errors"),
        ("inspect", "the folder out/inspect, which is for overlays of layoutkit inspect"),
        ("inspect-dark-print", "the folder out/inspect-dark-print, which is for overlays of layoutkit inspect"),
        ("tokens", "the folder out/tokens, which is for sheets of layoutkit tokens sheet"),
    ],
)
def test_an_output_never_overwrites_another_nor_a_draft(tmp_path: Path, name: str, message: str) -> None:
    (found,) = faults(written(tmp_path, ("[output.paper]", f"[output.{name}]"), add=DARK))
    assert (found.rule, found.message, marked(found)) == (
        "duplicate-name", f"output.{name} has {message}", f"output.{name}"
    )  # fmt: skip
    hint = f"{name.replace('-', '_')}_files"
    assert found.hint == f'choose another name, such as "{hint}"'
    assert loaded(tmp_path, ("[output.paper]", f"[output.{hint}]"), add=DARK).output.get(hint)


@pytest.mark.parametrize("name", ["web-light", "drafts", "draft-x", "web_dark", "dark", "web-print-dark"])
def test_outputs_may_have_names_that_only_look_alike(tmp_path: Path, name: str) -> None:
    assert loaded(tmp_path, ("[output.paper]", f"[output.{name}]"), add=DARK).output.get(name)


def test_an_output_with_a_hyphen_shares_no_folder_either(tmp_path: Path) -> None:
    more = '\n[output.web-dark-x-dark]\nformat = "png"\nscale = 1\n'
    assert faults(
        written(tmp_path, ("[output.paper]", "[output.web-x-dark]"), ("[output.web]", "[output.web-x]"), add=DARK)
    )
    assert loaded(tmp_path, add=DARK + more)


def test_too_many_combinations(tmp_path: Path) -> None:
    axes = "\n".join(f'a{i} = ["x{i}", "y{i}"]' for i in range(7))
    (found,) = faults(written(tmp_path, add=f"\n[modes]\n{axes}\n"))
    assert (found.rule, found.message) == ("too-many-modes", "[modes] makes 128 combinations; at most 64 are allowed")


TURNED = DARK.replace('theme = ["light", "dark"]', 'theme = { values = ["light", "dark"], default = "dark" }')


def test_an_axis_may_name_its_default(tmp_path: Path) -> None:
    path = written(tmp_path, add=TURNED)
    themes = load_all(path)
    assert channels(load_theme(path).color.paper) == rgb("#111111")
    assert channels(themes.default.color.paper) == rgb("#111111")
    assert channels(load_theme(path, {"theme": "light"}).color.paper) == channels(small_theme().color.paper)
    assert [str(theme.selection) for theme in themes] == [
        "theme=light", "theme=light,medium=print", "", "medium=print",
    ]  # fmt: skip


def test_the_folder_without_a_word_is_that_of_the_default(tmp_path: Path) -> None:
    path = written(tmp_path, add=TURNED)
    assert load_theme(path).selection.folder("web") == "web"
    assert load_theme(path, {"theme": "light", "medium": "print"}).selection.folder("web") == "web-light-print"


def test_what_a_mode_changes_does_not_depend_on_the_default(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    listed, turned = load_all(written(tmp_path, add=DARK)), load_all(written(tmp_path / "other", add=TURNED))
    for theme in listed:
        modes = theme.selection.values
        assert {name: value.hex for name, value in turned.theme(modes).color.items()} == {
            name: value.hex for name, value in theme.color.items()
        }


def test_a_message_of_a_mode_names_it_where_it_is_the_default_too(tmp_path: Path) -> None:
    add = TURNED.replace("space.m = 10", "space.m = 30")
    (found,) = faults(written(tmp_path, ("weight = 400", 'weight = "{space.m} * 50"'), add=add))
    assert found.message.endswith("expected a font weight from 1 to 1000 (with theme=dark)")


# -- values made from those that they override -----------------------------------------------------------


DARKER = (
    AXES
    + """
[mode.theme.dark]
color.paper = "mix({color.paper}, {palette.black}, 50%)"
space.m = "{space.m} * 2"

[mode.medium.print]
color.paper = "mix({color.paper}, {palette.black}, 50%)"
space.m = "{space.m} * 2"
"""
)


def test_a_mode_may_refer_to_the_value_that_it_overrides(tmp_path: Path) -> None:
    light, dark = loaded(tmp_path, add=DARKER), load_theme(written(tmp_path, add=DARKER), {"theme": "dark"})
    assert dark.space.m == 2 * light.space.m
    assert dark.space.l == 2 * light.space.l, "what refers to it follows"
    assert luminance(dark.color.paper) < luminance(light.color.paper)


def test_modes_of_several_axes_change_the_value_one_after_the_other(tmp_path: Path) -> None:
    path = written(tmp_path, add=DARKER)
    light, both = load_theme(path), load_theme(path, {"theme": "dark", "medium": "print"})
    once = load_theme(path, {"medium": "print"})
    assert both.space.m == 4 * light.space.m
    assert luminance(both.color.paper) < luminance(once.color.paper)


def test_the_overridden_value_follows_the_modes_as_well(tmp_path: Path) -> None:
    """So a colour that a dark theme changes below is the one that print changes further."""
    below = (
        AXES
        + """
[mode.theme.dark]
palette.white = "#808080"

[mode.medium.print]
color.paper = "mix({color.paper}, {palette.black}, 0%)"
"""
    )
    path = written(tmp_path, add=below)
    both = load_theme(path, {"theme": "dark", "medium": "print"})
    assert channels(both.color.paper) == pytest.approx(rgb("#808080"), abs=1e-3)


def test_without_a_mode_a_token_that_refers_to_itself_is_a_ring(tmp_path: Path) -> None:
    (found,) = faults(written(tmp_path, ('paper = "{palette.white}"', 'paper = "{color.paper}"')))
    assert found.rule == "token-cycle"


def test_a_fault_in_the_overridden_value_is_told_once(tmp_path: Path) -> None:
    (found,) = faults(written(tmp_path, ('paper = "{palette.white}"', 'paper = "white"'), add=DARKER))
    assert found.message.startswith("color.paper is 'white'")
