"""``extends``: a token file says only what differs, and messages point to the file that holds the value."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from layoutkit.base import TOKENS as BASE
from layoutkit.check.unused_token import unused_tokens
from layoutkit.cli import main
from layoutkit.tokens import load_all, load_theme
from layoutkit.tokens.listing import listing
from tests.tokens.small import faults, written
from tests.tokens.test_json_schema import wrong

if TYPE_CHECKING:
    from layoutkit.tokens import Themes

MODES = """
[modes]
theme = ["light", "dark"]
[mode.theme.dark.color]
paper = "{palette.black}"
ink = "{palette.white}"
"""


def child(folder: Path, text: str, *changes: tuple[str, str], add: str = "", extends: str = "../tokens.toml") -> Path:
    """A token file in a folder below that of the small one, which it extends."""
    written(folder, *changes, add=add)
    inner = folder / "own"
    inner.mkdir(exist_ok=True)
    path = inner / "tokens.toml"
    path.write_text(f'extends = "{extends}"\n{text}')
    return path


def values(themes: Themes, modes: dict[str, str] | None = None) -> dict[str, str]:
    """Every token's value, as ``tokens list`` shows it."""
    return {token.name: token.value for token in listing(themes, modes or {})}


# -- what is merged -----------------------------------------------------------------------------


def test_five_lines_make_a_series_of_the_base_theme(tmp_path: Path) -> None:
    path = tmp_path / "tokens.toml"
    path.write_text('extends = "layoutkit"\n\n[tone]\naccent = "#2266AA"\n')
    own, base = load_theme(path), load_theme()
    assert own.color.accent.hex == "#2266aa"
    assert own.space.m == base.space.m
    assert own.font.text.files[0].path.is_file()


def test_a_file_that_changes_nothing_is_the_base_theme(tmp_path: Path) -> None:
    path = tmp_path / "tokens.toml"
    path.write_text('extends = "layoutkit"\n')
    own, base = load_all(path), load_all(BASE)
    for theme in base:
        assert values(own, dict(theme.selection.values)) == values(base, dict(theme.selection.values))


def test_what_refers_to_an_overridden_token_follows_it(tmp_path: Path) -> None:
    theme = load_theme(child(tmp_path, '[palette]\nred = "#123456"\n[space]\nm = 10\n'))
    assert theme.color.accent.hex == "#123456"
    assert theme.arrow.color.hex == "#123456"
    assert [float(x) for x in (theme.space.m, theme.space.l, theme.card.padding)] == [10, 20, 10]


def test_tables_merge_key_by_key_and_arrays_replace(tmp_path: Path) -> None:
    theme = load_theme(child(tmp_path, '[type.heading]\nsize = 18\nfeatures = ["lnum"]\n[card]\ngap = 5\n'))
    assert (theme.type.heading.size, theme.type.heading.line_height) == (18, 20)
    assert theme.type.heading.features == (("lnum", 1),)
    assert (theme.card.gap, theme.card.padding) == (5, 8)


def test_a_child_adds_tokens_tables_roles_and_outputs(tmp_path: Path) -> None:
    added = """
[palette]
blue = "#2040C0"
[color]
link = "{palette.blue}"
[type]
note = { font = "text", weight = 400, size = 9, line_height = 13 }
[note]
background = "{color.link}"
[output.big]
format = "png"
scale = 4
"""
    theme = load_theme(child(tmp_path, added))
    assert theme.note.background == theme.color.link
    assert theme.type.note.size == 9
    assert [name for name, _ in theme.output.items()] == ["web", "paper", "big"]


def test_a_family_that_names_files_replaces_those_of_the_other(tmp_path: Path) -> None:
    path = child(tmp_path, '[font.text]\n400 = "mine.ttf"\n')
    (path.parent / "mine.ttf").write_bytes((Path(__file__).parents[2] / "fonts/roboto-400.ttf").read_bytes())
    family = load_theme(path).font.text
    assert [file.path for file in family.files] == [path.parent / "mine.ttf"], "beside the file that names it"
    assert family.fallback == ("symbols",)


def test_the_fallback_of_a_family_can_change_alone(tmp_path: Path) -> None:
    family = load_theme(child(tmp_path, "[font.text]\nfallback = []\n")).font.text
    assert [file.weight for file in family.files] == [400, 700]
    assert family.fallback == ()


def test_an_output_of_another_format_replaces_the_other_whole(tmp_path: Path) -> None:
    output = load_theme(child(tmp_path, '[output.paper]\nformat = "pdf"\nwidth = "80mm"\n')).output.paper
    assert output.format == "pdf"


def test_a_key_of_an_output_changes_alone(tmp_path: Path) -> None:
    output = load_theme(child(tmp_path, "[output.web]\nscale = 3\n")).output.web
    assert (output.format, output.keys["scale"], output.display) == ("png", 3, 240)


def test_false_takes_an_output_a_contract_and_an_axis_away(tmp_path: Path) -> None:
    add = MODES + '[output.night]\nformat = "png"\nscale = 1\nmode = { theme = "dark" }\n'
    add += '[contract]\nink = { of = ["ink"], on = ["paper"], contrast = 4.5 }\n'
    path = child(tmp_path, "[output]\npaper = false\n[contract]\nink = false\n[modes]\ntheme = false\n", add=add)
    themes = load_all(path)
    assert [name for name, _ in themes.default.output.items()] == ["web"], "night is made for a mode that is gone"
    assert not list(themes.default.contract.items())
    assert len(list(themes)) == 1


def test_own_modes_add_axes_and_values(tmp_path: Path) -> None:
    text = """
[modes]
theme = ["light", "dark", "sepia"]
size = ["normal", "large"]
[mode.theme.sepia.color]
paper = "#F0E0C0"
[mode.theme.dark.color]
accent = "#FF8080"
[mode.size.large]
type.body.size = 12
"""
    themes = load_all(child(tmp_path, text, add=MODES))
    assert list(themes.axes.values) == ["theme", "size"]
    dark = themes.theme({"theme": "dark", "size": "large"})
    assert (dark.color.paper.hex, dark.color.accent.hex, dark.type.body.size) == ("#101010", "#ff8080", 12)
    assert themes.theme({"theme": "sepia"}).color.paper.hex == "#f0e0c0"


@pytest.mark.parametrize(
    ("own", "values", "default"),
    [
        ('{ default = "dark" }', ("light", "dark"), "dark"),
        ('{ values = ["light", "dark", "sepia"] }', ("light", "dark", "sepia"), "light"),
        ('["light", "dark"]', ("light", "dark"), "light"),
    ],
)
def test_an_axis_may_change_its_default_alone(tmp_path: Path, own: str, values: tuple[str, ...], default: str) -> None:
    themes = load_all(child(tmp_path, f"[modes]\ntheme = {own}\n", add=MODES))
    assert (themes.axes.values["theme"], themes.axes.default("theme")) == (values, default)


@pytest.mark.parametrize(
    ("own", "default"),
    [
        ('{ values = ["light", "dark", "sepia"] }', "dark"),
        ('{ values = ["light", "sepia"] }', "light"),
        ('["light", "dark"]', "light"),
        ('{ default = "light" }', "light"),
    ],
)
def test_a_default_is_inherited_by_tables_only(tmp_path: Path, own: str, default: str) -> None:
    named = MODES.replace('theme = ["light", "dark"]', 'theme = { values = ["light", "dark"], default = "dark" }')
    assert named != MODES
    assert load_all(child(tmp_path, f"[modes]\ntheme = {own}\n", add=named)).axes.default("theme") == default


def test_a_list_that_is_turned_around_names_the_default_and_the_output(tmp_path: Path) -> None:
    [fault] = faults(child(tmp_path, '[modes]\ntheme = ["dark", "light"]\n', add=MODES))
    turned = 'theme = { values = ["light", "dark"], default = "dark" }'
    assert turned in fault.hint
    assert "[output.web]" in fault.hint
    themes = load_all(child(tmp_path, f"[modes]\n{turned}\n", add=MODES))
    assert themes.default.color.paper.hex == "#101010"


def test_a_mode_that_is_not_listed_any_more_changes_nothing(tmp_path: Path) -> None:
    text = '[modes]\ntheme = ["light", "grey"]\n[mode.theme.grey.color]\npaper = "#808080"\n'
    themes = load_all(child(tmp_path, text, add=MODES))
    assert [theme.color.paper.hex for theme in themes] == ["#ffffff", "#808080"]


def test_a_chain_of_three_files(tmp_path: Path) -> None:
    path = child(tmp_path, "[space]\nm = 10\n")
    last = path.parent / "last.toml"
    last.write_text('extends = "tokens.toml"\n[space]\ns = 3\n')
    theme = load_theme(last)
    assert [float(x) for x in (theme.space.s, theme.space.m, theme.space.l)] == [3, 10, 20]
    assert {token.place.path.name for token in listing(load_all(last), {}) if token.inherited} == {"tokens.toml"}


def test_every_inherited_token_can_be_overridden(tmp_path: Path) -> None:
    """Each leaf of the base theme is written again, one file for all; the same file is then the holder of each."""
    themes = load_all(BASE)
    lines = ['extends = "layoutkit"']
    for name, leaf in themes.evaluation({}).leaves.items():
        raw = str(BASE.parent / str(leaf.raw)) if name.startswith("font.") and isinstance(leaf.raw, str) else leaf.raw
        shown = "{ " + ", ".join(f'{k} = "{v}"' for k, v in raw.items()) + " }" if isinstance(raw, dict) else None
        lines.append(f"{name} = {shown or json.dumps(raw)}")
    path = tmp_path / "tokens.toml"
    path.write_text("\n".join(lines) + "\n")
    own = load_all(path)
    assert [token.name for token in listing(own, {}) if token.inherited] == []
    assert values(own) == values(themes)


# -- where values stand -------------------------------------------------------------------------


def test_the_list_says_value_file_and_whose_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = child(tmp_path, "[space]\nm = 10\n")
    assert main(["tokens", "list", "--tokens", str(path), "--json"]) == 0
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    own, inherited = rows["space.m"], rows["space.s"]
    assert (own["value"], own["file"], own["line"], own["inherited"]) == ("10", str(path), 3, False)
    assert inherited["inherited"]
    assert Path(inherited["file"]) == tmp_path / "tokens.toml"
    assert main(["tokens", "list", "--all", "--tokens", str(path)]) == 0
    lines = {line.split()[0]: line for line in capsys.readouterr().out.splitlines() if line.strip()}
    assert f"own        {path}:3" in lines["space.m"]
    assert "inherited" in lines["space.s"]


def test_a_fault_stands_in_the_file_that_holds_the_value(tmp_path: Path) -> None:
    path = child(tmp_path, '[space]\nm = "ten"\n[color]\nink = "{palette.blak}"\n', ("s = 4", "s = true"))
    where = [(found.places[0].path, found.places[0].line) for found in faults(path)]
    assert (tmp_path / "tokens.toml", 15) in where
    assert (path, 3) in where
    assert (path, 5) in where


def test_an_item_of_a_list_stands_in_the_file_that_has_the_list(tmp_path: Path) -> None:
    path = child(tmp_path, '[type.heading]\nfeatures = ["lnum", "longer"]\n')
    [fault] = faults(path)
    assert (fault.places[0].path, fault.places[0].line, fault.places[0].column) == (path, 3, 21)


def test_an_inherited_contract_points_to_the_own_value_first(tmp_path: Path) -> None:
    add = '\n[contract]\nink = { of = ["ink"], on = ["paper"], contrast = 4.5 }\n'
    path = child(tmp_path, '[color]\nink = "#999999"\n', add=add)
    [fault] = faults(path)
    assert [place.path for place in fault.places] == [path]
    line = (tmp_path / "tokens.toml").read_text().partition("\nink = { of")[0].count("\n") + 2
    assert fault.notes == (f"contract.ink is in {tmp_path / 'tokens.toml'}, line {line}",)


def test_only_own_tokens_can_be_unused(tmp_path: Path) -> None:
    themes = load_all(child(tmp_path, '[color]\nlink = "#0000FF"\n'))
    assert [fault.message for fault in unused_tokens(themes, set())] == [
        "no figure and no other used token uses the token color.link"
    ]


# -- what is refused ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written_as", "rule", "message", "hint"),
    [
        ("3", "token-type", "extends is 3; expected the name of a token file", 'write "layoutkit"'),
        ('""', "token-type", "extends is ''; expected the name of a token file", 'write "layoutkit"'),
        ('"brand.toml"', "tokens-file", "which does not exist", 'write "layoutkit" for the base theme, or a path'),
        ('"Layoutkit"', "tokens-file", "which does not exist", 'write "layoutkit" for the base theme'),
        ('"folder"', "tokens-file", "which is a folder", 'write "folder/tokens.toml"'),
        ('"/dev/null"', "tokens-file", "which is not an ordinary file", 'write "layoutkit"'),
        (f'"{"x" * 300}"', "tokens-file", "which cannot be read: File name too long", 'write "layoutkit"'),
        ('"a\\u0000b"', "tokens-file", "which", 'write "layoutkit"'),
        ('"https://example.org/tokens.toml"', "tokens-file", "a web address", "copy the file"),
        ('"font.ttf"', "tokens-file", "is not UTF-8 text", "name a token file"),
        ('"project.toml"', "tokens-file", "which is not a token file", "name a token file"),
        ('"newer.toml"', "token-format", "whose format is 2; this version of layoutkit reads format 1", "install a"),
        ('"odd.toml"', "token-format", "whose format is 'one'", "write format = 1 there"),
        ('"tokens.toml"', "token-cycle", "a token file extends itself", "take one of them out"),
        ('"ring.toml"', "token-cycle", "ring.toml -> ", "take one of them out"),
    ],
)
def test_a_file_that_cannot_be_extended_is_one_message(
    tmp_path: Path, written_as: str, rule: str, message: str, hint: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/tokens.toml").write_text("")
    (tmp_path / "font.ttf").write_bytes((Path(__file__).parents[2] / "fonts/roboto-400.ttf").read_bytes())
    (tmp_path / "project.toml").write_text('[project]\nname = "x"\n')
    (tmp_path / "newer.toml").write_text('format = 2\nextends = { from = "layoutkit" }\n')
    (tmp_path / "odd.toml").write_text('format = "one"\n[color]\n')
    (tmp_path / "ring.toml").write_text('extends = "tokens.toml"\n[color]\n')
    path = tmp_path / "tokens.toml"
    path.write_text(f"# mine\nextends = {written_as}\n")
    [fault] = faults(path)
    assert (fault.rule, message in fault.message, fault.hint.startswith(hint)) == (rule, True, True), fault
    assert (fault.places[0].path.name, fault.places[0].line) in {("tokens.toml", 2), ("ring.toml", 1)}


def test_what_is_no_toml_is_told_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / "tokens.toml"
    path.write_text('extends = "other.toml"\n')
    (tmp_path / "other.toml").write_text("[color]\nink =\n")
    [fault] = faults(path)
    assert (fault.rule, fault.places[0].path.name, fault.places[0].line) == ("toml-syntax", "other.toml", 2)
    assert (fault.places[1].path, fault.places[1].line) == (path, 1)
    assert fault.hint


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("accent = 12", "color.accent is 12; expected a colour, such as"),
        ('accent = "{space.m}"', "color.accent refers to space.m, which is a length; expected a colour"),
        ('accent = "blu"', "color.accent is 'blu'; expected a colour"),
    ],
)
def test_a_tones_colour_of_another_kind_is_named_as_it_is_written(tmp_path: Path, text: str, message: str) -> None:
    """Whatever it is called inside, and with what it overrides."""
    path = tmp_path / "tokens.toml"
    path.write_text(f'extends = "layoutkit"\n[color]\n{text}\n')
    [fault] = faults(path)
    assert fault.message.startswith(message)
    assert fault.hint.startswith("it overrides '#00677B' in ")
    assert (fault.places[0].path, fault.places[0].line) == (path, 3)


def test_a_table_for_a_tones_colour(tmp_path: Path) -> None:
    path = tmp_path / "tokens.toml"
    path.write_text('extends = "layoutkit"\n[color.accent]\nlight = "#FFF"\n')
    [fault] = faults(path)
    assert fault.message == "color.accent is a table; expected a colour"
    assert fault.hint == "write one value: accent = …"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("[space]\nm = '#fff'\n", "space.m is '#fff'; expected a length", "it overrides 8 in "),
        ("[color]\nink = 3\n", "color.ink is 3; expected a colour", "it overrides '{palette.black}' in "),
        (
            "[color.ink]\nhex = 3\n",
            "color.ink is a table; it overrides a single value in",
            "write one value, as there: ink",
        ),
        ("[type]\nbody = 3\n", "type.body is 3; it overrides a table in", "write [type.body] and below it the keys"),
        ("[type]\nbody = false\n", "type.body is false; it overrides a table in", "write [type.body] and below it"),
        (
            "[card]\nshadow = { blur = 3 }\n",
            "card.shadow is a table; it overrides a single",
            "write one value, as there",
        ),
        (
            "[modes]\ntheme = ['dark', 'light']\n",
            "modes.theme begins with 'dark'; the tokens of",
            "to render dark by def",
        ),
    ],
)
def test_an_override_of_another_kind_is_one_message(tmp_path: Path, text: str, message: str, hint: str) -> None:
    path = child(tmp_path, text, add=MODES)
    [fault] = faults(path)
    assert fault.message.startswith(message), fault.message
    assert fault.hint.startswith(hint), fault.hint
    assert fault.places[0].path == path


def test_a_newer_format_of_the_file_itself_is_told(tmp_path: Path) -> None:
    path = tmp_path / "tokens.toml"
    path.write_text('format = 2\nextends = "layoutkit"\n')
    assert [fault.rule for fault in faults(path)] == ["token-format"]


def test_a_file_that_extends_follows_the_schema() -> None:
    assert wrong('extends = "layoutkit"\n[type.body]\nsize = 18\n[output]\nweb.scale = 3\npdf = false\n') == []
    assert wrong('extends = "layoutkit"\n[space]\nm = true\n') != []
    assert wrong("extends = 3\n") != []
