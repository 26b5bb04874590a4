"""``layoutkit tokens``: lists, checks, and files for editors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont

from tests.cli.series import written
from tests.text.color_fonts import color_font
from tests.text.support import small_font

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.series import Series

MODES = """
[modes]
theme = ["light", "dark"]
[mode.theme.dark.color]
ink = "#E0E0E0"
paper = "#202020"
"""
CONTRACT = '[contract]\ntext = { of = ["ink"], on = ["paper"], contrast = 4.5 }\n'


def test_the_list_shows_value_place_and_referrers(series: Series) -> None:
    result = series.run("tokens", "list", "--all")
    assert (result.status, result.err) == (0, "")
    lines = {line.split()[0]: line.split() for line in result.out}
    place = series.place("m = 8", 1).rpartition(":")[0]
    assert lines["space.m"] == ["space.m", "8", place, "<-", "card.padding,", "space.l"]
    assert lines["space.l"][1] == "16"
    assert lines["palette.black"][1:2] == ["#101010"]
    assert lines["type.small.size"][4:] == ["arrow.role,", "card.role"]


def test_the_list_begins_with_what_a_brand_decides(series: Series) -> None:
    (series.folder / "own.toml").write_text('extends = "layoutkit"\n[tone]\nbrand = "#820AD1"\n')
    result = series.run("tokens", "list", "--tokens", "own.toml")
    assert (result.status, result.err) == (0, "")
    groups = {part.partition("\n")[0]: part.splitlines()[1:] for part in "\n".join(result.out).split("\n\n")}
    decided = "accent, meanings, neutrals, page, fonts, roundness, borders and shadows, spaces, title"
    assert list(groups)[:-1] == [f"# {name}" for name in decided.split(", ")]
    names = [line.split()[0] for name, lines in groups.items() if name.startswith("#") for line in lines]
    assert len(names) == len(set(names)) == 41
    assert names[:5] == ["tone.accent", "tone.positive", "tone.negative", "tone.caution", "tone.brand"]
    assert groups["# meanings"][-1].split()[:4] == ["tone.brand", "#820ad1", "own", "own.toml:3"]
    every = series.run("tokens", "list", "--all", "--tokens", "own.toml").out
    assert result.out[-1] == f"41 of {len(every)} tokens; --all lists every one, and a name those of a section"


def test_a_token_that_is_named_is_shown_whatever_it_is(series: Series) -> None:
    names = [line.split()[0] for line in series.run("tokens", "list", "ink", "arrow.head", "radius").out]
    assert names == ["color.ink", "radius.m", "arrow.head"]
    result = series.run("tokens", "list", "color.inc")
    assert (result.status, result.headlines) == (2, ["error[unknown-token]: there is no token 'color.inc'"])
    assert "hint: did you mean 'color.ink'?" in result.err
    rows = json.loads("\n".join(series.run("tokens", "list", "card", "--json").out))
    assert {row["name"].partition(".")[0] for row in rows} == {"card"}


def test_the_list_for_programs_in_a_mode(series: Series) -> None:
    written(series.folder, add=MODES)
    result = series.run("tokens", "list", "--json", "--mode", "theme=dark")
    rows = {row["name"]: row for row in json.loads("\n".join(result.out))}
    assert rows["color.ink"]["value"] == "#e0e0e0"
    assert (rows["shadow.soft.color"]["value"], rows["shadow.soft.color"]["written"]) == (
        "#e0e0e0 / 20%", "{color.ink} / 20%",
    )  # fmt: skip
    text = (series.folder / "tokens.toml").read_text().split("\n")
    assert text[rows["color.ink"]["line"] - 1] == 'ink = "#E0E0E0"'


def test_the_list_knows_referrers_of_every_mode_and_contracts(series: Series) -> None:
    dark = '[mode.theme.dark.card]\nborder = "{color.accent}"\n'
    written(series.folder, add=CONTRACT + MODES + dark)
    lines = {line.split()[0]: line.partition("<- ")[2] for line in series.run("tokens", "list", "color").out}
    assert lines["color.accent"] == "arrow.color, card.border, type.loud.color"
    assert lines["color.ink"] == "card.border, contract.text, page.color, shadow.soft.color"


def test_check_opens_the_fonts(series: Series) -> None:
    (series.folder / "no-font.ttf").write_text("This is no font.")
    text = (series.folder / "tokens.toml").read_text().split("\n")
    line = next(number for number, line in enumerate(text) if line.startswith("700 = "))
    (series.folder / "tokens.toml").write_text("\n".join([*text[:line], '700 = "no-font.ttf"', *text[line + 1 :]]))
    result = series.run("tokens", "check")
    assert result.status == 1
    (headline,) = result.headlines
    assert headline.startswith("error[font-file]: ")
    assert headline.endswith("no-font.ttf is not an OpenType font")


def with_font(series: Series, font: Path) -> None:
    """Make a file the bold font of the tokens."""
    text = (series.folder / "tokens.toml").read_text().split("\n")
    line = next(number for number, line in enumerate(text) if line.startswith("700 = "))
    added = ["[output.vector]", 'format = "svg"', "display = 240", "[output.sheet]", 'format = "pdf"', 'width = "60mm"']
    lines = [*text[:line], f'700 = "{font}"', *text[line + 1 :], *added]
    (series.folder / "tokens.toml").write_text("\n".join(lines))


@pytest.mark.parametrize("tag", ["name", "post"])
def test_a_font_that_no_browser_would_take_is_refused_by_check_and_in_every_output(series: Series, tag: str) -> None:
    path = small_font(series.folder, dict.fromkeys("Bold", 500))
    with TTFont(path) as font:
        del font[tag]
        font.save(path)
    with_font(series, path)
    message = f"error[font-file]: the font file {path} lacks the table {tag!r}"
    assert series.run("tokens", "check").headlines == [message]
    series.script("01-good", series.figure('Text("Bold", role="loud")'))
    for output in ("web", "vector", "sheet"):
        result = series.render("--target", output)
        assert (result.status, result.headlines, result.files) == (1, [message], [])
        assert "tokens.toml" in result.places[0]


def test_check_names_a_font_that_has_nothing_but_colour_pictures(series: Series) -> None:
    with_font(series, color_font(series.folder, "CBDT-alone"))
    (headline,) = series.run("tokens", "check").headlines
    assert headline.endswith("small.ttf can be drawn: it has colour pictures and no outlines")


def test_check_warns_of_a_component_that_is_nearly_one_of_layoutkit(series: Series) -> None:
    written(series.folder, add="[cadr]\npadding = 3\n[mine]\npadding = 3\n")
    result = series.run("tokens", "check")
    assert (result.status, result.headlines) == (
        0, ["warning[unused-token]: no component reads the table [cadr]"],
    )  # fmt: skip
    assert "hint: did you mean [card]?" in result.err


def test_check_measures_every_mode(series: Series) -> None:
    written(series.folder, add=CONTRACT + MODES)
    result = series.run("tokens", "check")
    assert (result.status, result.err) == (0, "")
    found = "color.ink on color.paper has a contrast of 12.3:1; contract.text asks for at least 4.5:1"
    assert result.out == [
        f"ok     {found} (with theme=dark)",
        "tokens.toml: 2 values measured in 2 combinations of modes, 0 broken",
    ]
    assert len(series.run("tokens", "check", "--all").out) == 3


def test_a_broken_contract_fails_with_every_value(series: Series) -> None:
    written(series.folder, add=CONTRACT + MODES.replace("#E0E0E0", "#606060"))
    result = series.run("tokens", "check")
    assert result.status == 1
    assert len(result.headlines) == 1
    assert result.headlines[0].startswith("error[contract]: color.ink on color.paper has a contrast of 2.")
    assert result.headlines[0].endswith("(with theme=dark)")
    assert "hint: in [mode.theme.dark], set color.ink to" in result.err
    assert result.out[0].startswith("FAULT  color.ink on color.paper")
    assert result.out[-1].endswith("1 broken")


@pytest.mark.parametrize("action", ["check", "list", "stub"])
def test_a_faulty_file_fails(series: Series, action: str) -> None:
    series.tokens(("s = 4", "s = true"), ("size = 10", "size = 0"), ("scale = 2", "scale = 2\ndpi = 3"))
    result = series.run("tokens", action)
    assert (result.status, len(result.headlines), result.out) == (1, 3, [])


def test_the_stub_is_written_where_editors_look(series: Series) -> None:
    result = series.run("tokens", "stub")
    assert (result.status, result.out) == (0, ["typings/layoutkit_tokens.pyi"])
    assert "    accent: _Color" in (series.folder / "typings" / "layoutkit_tokens.pyi").read_text()


def test_the_schema_goes_to_stdout_or_to_a_file(series: Series) -> None:
    shown = series.run("tokens", "schema")
    saved = series.run("tokens", "schema", "--out", "tokens.schema.json")
    assert json.loads("\n".join(shown.out)) == json.loads((series.folder / "tokens.schema.json").read_text())
    assert saved.out == ["tokens.schema.json"]
