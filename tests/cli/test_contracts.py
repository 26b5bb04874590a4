"""A broken contract keeps only those figures from being published that are painted with it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema
import pytest

from tests.cli.sarif_essentials import SCHEMA
from tests.cli.series import written
from tests.output.pictures import picture

if TYPE_CHECKING:
    from tests.cli.series import Result, Series

BROKEN = """
[contract]
text = { of = ["accent"], on = ["paper"], contrast = 7{level} }
other = { of = ["sunken"], on = ["ink"], contrast = 21 }
[modes]
theme = ["light", "dark"]
medium = ["screen", "paper"]
[mode.theme.dark.color]
accent = "#FFD0D0"
ink = "#FFFFFF"
paper = "#101010"
"""
VECTOR = '[output.vector]\nformat = "svg"\ndark = { theme = "dark" }\n'
SENTENCE = "color.accent on color.paper has a contrast of 6.1:1; contract.text asks for at least 7:1"
DECLARED = 'title="Notas", alt="Uma nota em vermelho.", language="pt-BR"'


@pytest.fixture
def broken(series: Series) -> Series:
    """Two figures that were published; then the tokens break a contract, and the second is painted with it."""
    series.script("01-good", series.figure('Text("um texto")', DECLARED))
    series.script("02-red", series.figure('Text("uma nota", color=t.color.accent)', DECLARED))
    assert series.render().status == 0
    written(series.folder, add=BROKEN.replace("{level}", ""))
    return series


def headlines(result: Result, severity: str = "error") -> list[str]:
    return [line for line in result.headlines if line.startswith(f"{severity}[contract]")]


def test_render_publishes_what_is_not_painted_with_it(broken: Series) -> None:
    before = {name: (broken.folder / "out/web" / name).read_bytes() for name in ("01-good.png", "02-red.png")}
    (broken.folder / "out/web/01-good.png").unlink()
    result = broken.render("--target", "web")
    assert result.status == 1
    assert headlines(result) == [f"error[contract] #1: {SENTENCE} (with theme=light,medium=screen)"]
    assert "= painted by Text “uma nota” at figures/02-red.py:5" in result.err
    assert {name: (broken.folder / "out/web" / name).read_bytes() for name in before} == before


def test_the_draft_marks_the_boxes(broken: Series) -> None:
    broken.render("--target", "web")
    draft = broken.folder / "out/draft/02-red.png"
    assert any(r > 200 and g < 30 and 100 < b < 130 for r, g, b in picture(draft.read_bytes()).pixels())
    assert not (broken.folder / "out/draft/01-good.png").exists()


def test_modes_that_are_not_rendered_are_not_looked_at(broken: Series) -> None:
    assert broken.render("--target", "web", "--mode", "theme=dark").status == 0


def test_check_reports_it_once_with_its_modes_and_boxes(broken: Series) -> None:
    broken.script("03-red", broken.figure('Card(Text("outra nota"), border=t.color.accent)', DECLARED))
    result = broken.run("check", "figures", "--allow", "unused-token")
    assert result.status == 1
    assert headlines(result) == [f"error[contract]: {SENTENCE} (with theme=light)"]
    assert "= painted in 02-red: Text “uma nota” at line 5\n" in result.err
    assert "= painted in 03-red: Card “outra nota” at line 5\n" in result.err


def test_what_no_figure_shows_is_a_warning_that_says_so(broken: Series) -> None:
    result = broken.run("check", "figures", "--allow", "unused-token")
    (warning,) = headlines(result, "warning")
    assert warning.startswith("warning[contract]: color.sunken on color.ink has a contrast of ")
    assert warning.endswith("; no figure that was checked shows it (in every mode)")
    assert broken.run("check", "figures/01-good.py").status == 0


def test_check_looks_at_the_modes_it_is_asked_for(broken: Series) -> None:
    dark = broken.run("check", "figures", "--mode", "theme=dark")
    assert (dark.status, headlines(dark)) == (0, [])
    light = broken.run("check", "figures", "--mode", "theme=light")
    assert headlines(light) == [f"error[contract]: {SENTENCE} (in every mode)"]


def test_a_message_names_a_few_lines_and_figures(broken: Series) -> None:
    texts = ",\n".join(f'Text("nota {number}", color=t.color.accent)' for number in range(5))
    for number in range(3, 8):
        broken.script(f"0{number}-red", broken.figure(texts, DECLARED))
    result = broken.run("check", "figures")
    notes = [line.partition("= ")[2] for line in result.err.splitlines() if "painted in" in line or "e figure" in line]
    lines = "Text “nota 0” at line 5, Text “nota 1” at line 6, Text “nota 2” at line 7, and at 2 more lines"
    assert notes == [
        "painted in 02-red: Text “uma nota” at line 5",
        f"painted in 03-red: {lines}",
        f"painted in 04-red: {lines}",
        "and in 3 more figures",
    ]


def test_a_contract_that_is_a_warning_lets_figures_through(broken: Series) -> None:
    written(broken.folder, add=BROKEN.replace("{level}", ', level = "warning"'))
    result = broken.render("--target", "web")
    assert result.status == 0
    assert headlines(result, "warning") == [f"warning[contract]: {SENTENCE} (with theme=light,medium=screen)"]
    assert broken.run("check", "figures").status == 0


def test_allow_leaves_contracts_out(broken: Series) -> None:
    assert broken.render("--target", "web", "--allow", "contract").status == 0
    assert broken.run("check", "figures", "--allow", "contract,unused-token").headlines == []


def test_tokens_check_reports_all_whatever_is_painted(broken: Series) -> None:
    result = broken.run("tokens", "check")
    assert result.status == 1
    assert [line.partition(" has ")[0] for line in headlines(result)] == [
        "error[contract]: color.accent on color.paper",
        "error[contract]: color.sunken on color.ink",
    ]
    text = BROKEN.replace("{level}", ', level = "warning"').replace("contrast = 21", "contrast = 1")
    written(broken.folder, add=text)
    result = broken.run("tokens", "check")
    assert (result.status, len(headlines(result, "warning"))) == (0, 1)


def test_tools_get_the_boxes(broken: Series) -> None:
    result = broken.run("check", "figures", "--json", "--sarif", "check.sarif", "--allow", "unused-token")
    finding, warning = json.loads("\n".join(result.out))["findings"]
    assert (finding["rule"], finding["figure"], finding["message"]) == ("contract", "", SENTENCE)
    assert finding["modes"] == [{"theme": "light", "medium": medium} for medium in ("screen", "paper")]
    assert finding["notes"] == ["painted in 02-red: Text “uma nota” at line 5"]
    assert (warning["severity"], warning["notes"]) == ("warning", [])
    log = json.loads((broken.folder / "check.sarif").read_text())
    jsonschema.validate(log, SCHEMA)
    assert "(with theme=light); painted in 02-red" in log["runs"][0]["results"][0]["message"]["text"]


def test_the_look_for_readers_who_prefer_dark_is_checked_as_well(series: Series) -> None:
    series.script("01-good", series.figure('Text("uma nota", color=t.color.accent)', DECLARED))
    add = BROKEN.replace("{level}", "").replace('accent = "#FFD0D0"', 'accent = "#802020"')
    add = add.replace("contrast = 7 }", "contrast = 5.5 }", 1)
    written(series.folder, add=add + VECTOR)
    result = series.render("--target", "vector")
    (headline,) = headlines(result)
    assert ", for readers who prefer dark (theme=dark) (with theme=dark,medium=screen)" in headline


def test_what_no_figure_of_a_run_shows_is_said_in_a_line(broken: Series) -> None:
    result = broken.render("--target", "web", "--only", "01")
    assert (result.status, result.headlines) == (
        0,
        ["warning[contract]: contract.text and 1 more are broken, and no figure of this run has a finding about them"],
    )
    assert "hint: layoutkit tokens check --tokens tokens.toml lists what falls short" in result.err
    assert broken.render("--target", "web", "--only", "01", "--allow", "contract").headlines == []


# -- drafts -------------------------------------------------------------------------------------


def test_drafts_are_drawn_whatever_is_wrong_and_nothing_is_published(broken: Series) -> None:
    before = {path: path.stat().st_mtime_ns for path in (broken.folder / "out/web").iterdir()}
    broken.script("03-raises", broken.figure("Text(7)", DECLARED))
    result = broken.render("--draft")
    assert result.status == 1
    assert sorted(line.split("  ")[0] for line in result.out) == ["out/draft/01-good.png", "out/draft/02-red.png"]
    assert {path: path.stat().st_mtime_ns for path in (broken.folder / "out/web").iterdir()} == before
    assert "its previous files are kept" not in result.err


def test_a_draft_of_a_figure_without_errors_ends_well_and_goes_when_it_is_published(broken: Series) -> None:
    result = broken.render("--draft", "--only", "01", "--allow", "contract")
    assert (result.status, [line.split("  ")[0] for line in result.out]) == (0, ["out/draft/01-good.png"])
    broken.render("--only", "01", "--target", "web")
    assert not (broken.folder / "out/draft/01-good.png").exists()


def test_a_look_for_readers_who_prefer_dark_has_a_draft_beside_that_of_the_figure(series: Series) -> None:
    series.script("01-good", series.figure('Text("uma nota", color=t.color.accent)', DECLARED))
    add = BROKEN.replace("{level}", "").replace('accent = "#FFD0D0"', 'accent = "#802020"')
    written(series.folder, add=add.replace("contrast = 7 }", "contrast = 5.5 }", 1) + VECTOR)
    result = series.render("--target", "vector", "--draft")
    assert (result.status, result.files) == (1, ["draft-dark/01-good.png", "draft/01-good.png"])


def test_drafts_make_no_book(broken: Series) -> None:
    result = broken.render("--draft", "--book", "Notas")
    assert (result.status, result.headlines) == (2, ["error[no-book]: drafts make no book"])


LEGENDS = """
[contract]
greys = { of = ["accent", "ink"], distance = 90, vision = ["grey"], unless = "labelled" }
[modes]
theme = ["light", "dark"]
[mode.theme.dark.color]
ink = "#FFFFFF"
paper = "#101010"
"""


def test_what_labels_would_mend_is_told_at_the_line_of_each_figure(series: Series) -> None:
    square = "Row(background=t.color.{}, width=t.space.m, height=t.space.m)"
    alike = f"{square.format('accent')},\n    {square.format('ink')}"
    for name in ("02-two", "03-two"):
        series.script(name, series.figure(alike, DECLARED))
    written(series.folder, add=LEGENDS)
    result = series.run("check", "figures", "--allow", "unused-token,colour-only")
    assert len(headlines(result)) == 2
    assert [place.rpartition(":")[0] for place in result.places] == ["figures/02-two.py:6", "figures/03-two.py:6"]
    assert all("(with" not in line for line in headlines(result))
    assert "= contract.greys is in tokens.toml, line " in result.err
    assert series.run("tokens", "check").status == 0
    assert series.render("--target", "web", "--only", "02").places == ["figures/02-two.py:6:5"]
