"""``layoutkit check``: every figure in every mode."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema
import pytest

from tests.cli.sarif_essentials import SCHEMA
from tests.cli.series import written

if TYPE_CHECKING:
    from tests.cli.series import Series

MODES = """
[modes]
theme = ["light", "dark"]
medium = ["screen", "paper"]
[mode.theme.dark.color]
ink = "#E0E0E0"
paper = "#202020"
sunken = "#303038"
[mode.medium.paper.color]
accent = "#104080"
"""
HELPER = 'def note(words):\n    return Text(words, wrap="nowrap", width="{space.m}")\n'
DECLARED = 'title="Duas notas", alt="Duas notas, uma abaixo da outra."'
WIDE = "Text {} needs {} px in width; its box offers 8 px"


@pytest.fixture
def modes(series: Series) -> Series:
    """The series in four combinations of modes, its tokens all allowed to be unused."""
    written(series.folder, add=MODES)
    series.script("01-good", series.figure('Text("um texto")', DECLARED))
    return series


def check(series: Series, *arguments: str) -> list[str]:
    return series.run("check", "figures", "--allow", "unused-token", *arguments).headlines


def test_a_series_without_faults(modes: Series) -> None:
    result = modes.run("check", "figures", "--allow", "unused-token")
    assert (result.status, result.err, result.files) == (0, "", [])
    assert result.out == ["1 figure, 4 modes: 0 errors, 0 warnings"]


def test_an_error_fails_and_a_warning_does_not(modes: Series) -> None:
    modes.script("02-wide", modes.figure('Text("largo demais", wrap="nowrap", width="{space.m}")', DECLARED))
    result = modes.run("check", "figures", "--allow", "unused-token")
    assert result.status == 1
    assert [line.partition(":")[0] for line in result.headlines] == ["error[overflow]"]
    assert result.out == ["2 figures, 4 modes: 1 error, 0 warnings"]
    modes.script("02-wide", modes.figure('Text("a"), gap=3', DECLARED))
    result = modes.run("check", "figures", "--allow", "unused-token")
    assert result.status == 0
    assert [line.partition(":")[0] for line in result.headlines] == ["warning[literal]"]


def test_a_fault_of_some_modes_names_them(modes: Series) -> None:
    modes.script("02-dim", modes.figure('Text("quase invisível", color=t.color.accent)', DECLARED))
    (headline,) = check(modes)
    assert headline.startswith("error[contrast]: “quase invisível” has a contrast of ")
    assert headline.endswith("(with theme=dark)")
    assert check(modes, "--mode", "theme=light") == []
    (headline,) = check(modes, "--mode", "theme=dark")
    assert "(with" not in headline


def test_an_allow_that_one_mode_needs_is_needed(modes: Series) -> None:
    reason = 'allow={"contrast": "de propósito"}'
    modes.script("02-dim", modes.figure(f'Text("quase invisível", color=t.color.accent, {reason})', DECLARED))
    assert check(modes) == []
    assert check(modes, "--mode", "theme=light") == []
    assert modes.run("render", "figures").headlines == []
    modes.script("02-dim", modes.figure(f'Text("bem visível", {reason})', DECLARED))
    assert check(modes) == ["warning[allow]: allow={'contrast': …} is not needed: nothing here breaks the rule"]


def test_a_fault_in_a_helper_shows_its_line_and_who_called_it(modes: Series) -> None:
    content = 'note("largo"),\n        note("mais largo")'
    modes.script("02-notes", modes.figure(content, DECLARED, before=HELPER))
    result = modes.run("check", "figures", "--allow", "unused-token")
    assert result.places == ["figures/02-notes.py:3:12"] * 2
    first, second = result.err.split("\n\n")[:2]
    assert '3 |     return Text(words, wrap="nowrap", width="{space.m}")' in first
    assert "= called from figures/02-notes.py:7:19" in first
    assert "= called from figures/02-notes.py:8:9" in second
    assert [words.split("”")[0] for words in result.headlines] == [
        "error[overflow]: Text “largo",
        "error[overflow]: Text “mais largo",
    ]


def test_errors_come_first_then_the_order_of_lines(modes: Series) -> None:
    content = 'Text("a", padding=2),\n  Text("largo demais", wrap="nowrap", width="{space.m}"),\n  Row(gap=3), gap=5'
    modes.script("02-many", modes.figure(content, DECLARED))
    result = modes.run("check", "figures", "--allow", "unused-token")
    lines = [int(place.split(":")[1]) for place in result.places]
    assert lines[1:] == sorted(lines[1:])
    kinds = [headline.partition(":")[0] for headline in result.headlines]
    assert kinds == ["error[overflow]", *["warning[literal]"] * (len(kinds) - 1)]
    assert len(kinds) > 2


def test_an_error_of_any_figure_comes_before_all_warnings(modes: Series) -> None:
    modes.script("02-typed", modes.figure('Text("a", padding=2)', DECLARED))
    modes.script("03-wide", modes.figure('Text("largo demais", wrap="nowrap", width="{space.m}")', DECLARED))
    result = modes.run("check", "figures", "--allow", "unused-token")
    assert [line.partition(":")[0] for line in result.headlines] == ["error[overflow]", "warning[literal]"]


def test_a_helper_of_two_figures_is_reported_once(modes: Series) -> None:
    helper = "from layoutkit import Row, Text\n\n\ndef note(words):\n    return Row(Text(words), padding=7)\n"
    modes.script("_notes", helper)
    for number in ("02", "03"):
        text = modes.figure('note("a"), note("b")', DECLARED)
        modes.script(f"{number}-notes", f"from _notes import note\n{text}")
    result = modes.run("check", "figures", "--allow", "unused-token")
    assert [line.partition(":")[0] for line in result.headlines] == ["warning[literal]"]


def test_colours_only_on_a_terminal(modes: Series, monkeypatch: pytest.MonkeyPatch) -> None:
    modes.script("02-wide", modes.figure('Text("largo demais", wrap="nowrap", width="{space.m}")', DECLARED))
    assert "\x1b[" not in modes.run("check", "figures").err
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert "\x1b[1;31merror[overflow]\x1b[0m" in modes.run("check", "figures").err


def test_what_a_figure_raises_is_told_once(modes: Series) -> None:
    modes.script("02-bad", modes.figure("Text(7)", DECLARED))
    modes.script("03-worse", "1 / 0\n")
    result = modes.run("check", "figures")
    assert [line.partition(":")[0] for line in result.headlines] == ["error[script]", "error[not-text]"]
    assert (result.status, result.out) == (1, ["2 figures, 4 modes: 2 errors, 0 warnings"])


def test_only_some_figures_say_nothing_about_unused_tokens(modes: Series) -> None:
    unused = [line for line in modes.run("check", "figures").headlines if line.startswith("warning[unused-token]")]
    assert "warning[unused-token]: no figure and no other used token uses the token type.loud" in unused
    for arguments in (["figures", "--only", "01"], ["figures/01-good.py"], ["figures", "--mode", "theme=dark"]):
        assert modes.run("check", *arguments).headlines == []


def test_the_place_of_an_unused_token(modes: Series) -> None:
    assert modes.place("loud = ", 1) in modes.run("check", "figures").places


def test_json(modes: Series) -> None:
    helper = 'def note(words):\n    return Text(words, color="#181818")\n'
    modes.script("02-dim", modes.figure('note("quase invisível")', DECLARED, before=helper))
    result = modes.run("check", "figures", "--json", "--allow", "unused-token,literal")
    assert (result.status, result.err) == (1, "")
    found = json.loads("\n".join(result.out))
    assert (found["figures"], len(found["modes"]), found["errors"], found["warnings"]) == (2, 4, 1, 0)
    (finding,) = found["findings"]
    assert (finding["rule"], finding["severity"], finding["figure"]) == ("contrast", "error", "02-dim")
    assert finding["modes"] == [{"theme": "dark", "medium": "screen"}, {"theme": "dark", "medium": "paper"}]
    assert [(place["file"], place["line"]) for place in finding["places"]] == [
        ("figures/02-dim.py", 3),
        ("figures/02-dim.py", 7),
    ]


def test_sarif(modes: Series) -> None:
    modes.script("02-notes", modes.figure('note("largo"), gap=3', DECLARED, before=HELPER))
    result = modes.run("check", "figures", "--allow", "unused-token", "--sarif", "build/check.sarif")
    assert len(result.headlines) == 2
    log = json.loads((modes.folder / "build" / "check.sarif").read_text())
    jsonschema.validate(log, SCHEMA)
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    wide, literal = run["results"]
    assert (wide["ruleId"], wide["level"], rules[wide["ruleIndex"]]) == ("overflow", "error", "overflow")
    assert (literal["ruleId"], literal["level"]) == ("literal", "warning")
    where = wide["locations"][0]["physicalLocation"]
    assert where["artifactLocation"] == {"uri": "figures/02-notes.py", "uriBaseId": "SRCROOT"}
    assert where["region"] == {"startLine": 3, "startColumn": 12, "endLine": 3, "endColumn": 57}
    assert wide["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 7


def test_sarif_of_a_series_without_faults(modes: Series) -> None:
    assert check(modes, "--sarif", "check.sarif") == []
    log = json.loads((modes.folder / "check.sarif").read_text())
    jsonschema.validate(log, SCHEMA)
    assert log["runs"][0]["results"] == []


def test_faults_of_the_tokens_reach_tools_as_well(modes: Series) -> None:
    written(modes.folder, ("s = 4", "s = true"))
    result = modes.run("check", "figures", "--json", "--sarif", "check.sarif")
    assert result.status == 1
    assert [finding["rule"] for finding in json.loads("\n".join(result.out))["findings"]] == ["token-type"]
    log = json.loads((modes.folder / "check.sarif").read_text())
    jsonschema.validate(log, SCHEMA)
    assert [found["ruleId"] for found in log["runs"][0]["results"]] == ["token-type"]


@pytest.mark.parametrize("command", ["check", "render"])
@pytest.mark.parametrize(
    ("rule", "message", "hint"),
    [
        ("overflw", "--allow names 'overflw', which is not a rule", "did you mean 'overflow'?"),
        (
            "missing-glyph",
            "--allow names 'missing-glyph', which cannot be left out",
            "correct the figure or the tokens",
        ),
    ],
)
def test_allow_knows_the_rules(series: Series, command: str, rule: str, message: str, hint: str) -> None:
    result = series.run(command, "figures", "--allow", f"margin,{rule}")
    assert (result.status, result.headlines) == (2, [f"error[unknown-rule]: {message}"])
    assert f"hint: {hint}" in result.err


def test_an_unknown_mode_is_wrong_usage(modes: Series) -> None:
    assert modes.run("check", "figures", "--mode", "theme=drak").status == 2
