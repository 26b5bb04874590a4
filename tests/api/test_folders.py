"""Folders of scripts in programs: what is rendered, what is found in all modes, and where every box is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from layoutkit import (
    Card,
    CheckReport,
    Column,
    FigureError,
    InspectedBox,
    Renderer,
    ScriptError,
    Severity,
    Text,
    TokensError,
    UsageError,
    check_figures,
    figure,
    render,
)
from layoutkit.watcher import Watcher
from tests.api.figures import LOOKS, ROOT, TOKENS

SCRIPT = """\
from layoutkit import Column, Text, figure

@figure(title="T", alt="A", language="en")
def page(t):
    return Column(Text("one"), CONTENT)
"""


def written(folder: Path, content: str, name: str = "01-page") -> Path:
    """A script in a folder of its own, far from any token file."""
    path = folder / "figures" / f"{name}.py"
    path.parent.mkdir(exist_ok=True)
    path.write_text(SCRIPT.replace("CONTENT", content), encoding="utf-8")
    return path


def tokens(folder: Path) -> Path:
    """A token file beside them."""
    path = folder / "tokens.toml"
    path.write_text('extends = "layoutkit"\n[series]\nlanguage = "en"\n', encoding="utf-8")
    return path


# -- check_figures ------------------------------------------------------------------------------


def test_figures_are_checked_in_every_combination_of_modes(tmp_path: Path) -> None:
    tokens(tmp_path)
    written(tmp_path, "Text('two')")
    written(tmp_path, "Text('two', color=t.color.line)", "02-pale")
    found = check_figures(tmp_path / "figures")
    assert isinstance(found, CheckReport)
    assert (found.ok, found.figures, len(found.modes)) == (False, 2, 8)
    assert {one.figure for one in found.found} == {"02-pale"}
    assert {(one.rule, one.severity) for one in found.findings} == {("contrast", Severity.ERROR)}
    assert list(tmp_path.rglob("out")) == []


def test_modes_names_and_rules_narrow_a_check(tmp_path: Path) -> None:
    tokens(tmp_path)
    written(tmp_path, "Text('two')")
    pale = written(tmp_path, "Text('two', color=t.color.line)", "02-pale")
    dark = check_figures([pale], modes={"theme": "dark"})
    assert {dict(modes)["theme"] for modes in dark.modes} == {"dark"}
    assert check_figures(tmp_path / "figures", only=["01"]).ok
    assert check_figures(pale, allow=["contrast"]).ok


def test_a_watcher_hears_of_each_figure_that_is_checked(tmp_path: Path) -> None:
    tokens(tmp_path)
    written(tmp_path, "Text('two')")
    written(tmp_path, "Text('two')", "02-more")
    heard: list[str] = []

    class Listener(Watcher):
        def begin(self, files: int) -> None:
            heard.append(str(files))

        def figure(self, name: str) -> None:
            heard.append(name)

    check_figures(tmp_path / "figures", watcher=Listener())
    assert heard == ["2", "01-page", "02-more"]


def test_a_script_that_fails_is_a_finding_and_the_others_are_checked(tmp_path: Path) -> None:
    tokens(tmp_path)
    written(tmp_path, "Text('two')")
    written(tmp_path, "1 / 0", "02-raises")
    (tmp_path / "figures" / "03-wrong.py").write_text("x = \n", encoding="utf-8")
    found = check_figures(tmp_path / "figures")
    assert (found.ok, found.figures) == (False, 2)
    assert [one.rule for one in found.findings] == ["script", "script"]


def test_what_keeps_all_figures_from_being_checked_is_raised(tmp_path: Path) -> None:
    script = written(tmp_path, "Text('two')")
    with pytest.raises(ScriptError, match="cannot find a folder or script"):
        check_figures(tmp_path / "nothing")
    with pytest.raises(TokensError, match="there is no token file"):
        check_figures(script, tokens=tmp_path / "other.toml")
    with pytest.raises(UsageError, match="there is no axis 'theem'"):
        check_figures(script, modes={"theem": "dark"})
    with pytest.raises(UsageError, match="no figure starts with 02"):
        check_figures(script, only=["02"])
    with pytest.raises(UsageError, match="allow names 'contrats', which is not a rule"):
        check_figures(script, allow=["contrats"])


# -- without a token file -----------------------------------------------------------------------


def test_scripts_without_a_token_file_have_the_base_theme_and_a_note(tmp_path: Path) -> None:
    script = written(tmp_path, "Text('two')")
    rendered = render(script, targets=["svg"], out=tmp_path / "out")
    checked = check_figures(script.parent)
    assert (rendered.ok, checked.ok) == (True, True)
    assert [path.name for path in rendered.files] == ["01-page.svg"]
    for one, path in ((rendered.findings, script), (checked.findings, script.parent)):
        (note,) = one
        assert (note.rule, note.severity) == ("no-tokens", Severity.WARNING)
        assert note.message == f"no tokens.toml is near {path}: its figures have the base theme of layoutkit"
        assert "layoutkit new DIR" in note.hint


def test_the_nearest_token_file_needs_no_note(tmp_path: Path) -> None:
    tokens(tmp_path)
    script = written(tmp_path, "Text('two')")
    assert render(script, targets=["svg"], out=tmp_path / "out").findings == ()
    assert check_figures(script.parent).findings == ()


# -- inspect ------------------------------------------------------------------------------------


def test_a_renderer_says_where_every_box_is() -> None:
    @figure(title="T", alt="A", language="en")
    def page(_: object) -> Column:
        return Column(Card(Text("one"), width=200), Text("two"), gap=30)

    root = Renderer(LOOKS["own"]).inspect(page)
    assert isinstance(root, InspectedBox)
    card, text = root.children
    assert (root.rect.x, root.rect.y, root.rect.width) == (0, 0, LOOKS["own"].page.width)
    assert (card.name, card.rect.width, text.text) == ("card", 200, "two")
    assert text.rect.y == card.rect.bottom + 30
    assert (card.place is not None and card.place.path, root.style["row_gap"]) == (Path(__file__), 30)


def test_what_cannot_be_built_cannot_be_inspected() -> None:
    wrong = figure(title="T", alt="A")(lambda t: Column(Text("x"), gap=t.space.huge))
    with pytest.raises(FigureError, match="huge"):
        Renderer(LOOKS["own"]).inspect(wrong)


def test_importing_the_names_of_checks_loads_no_cairo() -> None:
    code = f"""\
import sys
from layoutkit import check_figures
check_figures({str(ROOT / "figures")!r}, tokens={str(TOKENS)!r}, only=["04"], modes={{"theme": "dark"}})
print("cairo" in sys.modules, "cairocffi" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "False"]
