"""The guides, icons.md and outputs.md: each command and snippet works as it is printed."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from docs.page_pictures import started
from layoutkit import Figure, Severity, load_theme
from layoutkit.cli import main
from tests.docs.kept_pictures import assert_looks_as
from tests.docs.snippets import BASE, DOCS, block, page_of, run_blocks

START = (DOCS / "get-started.md").read_text(encoding="utf-8")
TASKS = (DOCS / "i-want-to.md").read_text(encoding="utf-8")
ROWS = {row[0]: row[1] for row in re.findall(r"^\| ([a-z][^|]*) \| (.*?) \| ", TASKS, re.MULTILINE)}
LOOK = TASKS.partition("## Change the look")[2].partition("## ")[0]
CALLS = {task: code.strip("` ") for task, code in ROWS.items() if re.match(r"`+ ?[A-Z]", code)}
COMMANDS = {task: code.strip("`") for task, code in ROWS.items() if code.startswith("`layoutkit ")}
TOKENS = {task: code.strip("`") for task, code in ROWS.items() if f"| {code} |" in LOOK}


def test_get_started_works_from_the_first_command_to_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "\nlayoutkit new bread\ncd bread\nlayoutkit render figures/\n" in block(START, "sh")
    assert main(["new", "bread"]) == 0
    monkeypatch.chdir(tmp_path / "bread")
    script, tokens = Path("figures/02-dough.py"), Path("tokens.toml")
    script.write_text(block(START, "python"), encoding="utf-8")
    assert main(["render", "figures/", "--only", "02"]) == 0
    tokens.write_text(f"{tokens.read_text(encoding='utf-8')}\n{block(START, 'toml')}", encoding="utf-8")
    assert main(["render", "figures/", "--only", "02", "--target", "web", "--mode", "theme=dark"]) == 0
    assert Path("out/web-dark/02-dough.png").is_file()
    assert main(["check", "figures"]) == 0
    script.write_text(block(START, "python").replace(", bake)", ', bake, widht="50%")'), encoding="utf-8")
    capsys.readouterr()
    assert main(["render", "figures", "--only", "02"]) == 1
    assert capsys.readouterr().err.strip() == block(START, "text").strip()


def test_the_pictures_of_get_started_are_what_it_makes(tmp_path: Path) -> None:
    """``make docs`` draws the pictures anew; look at them."""
    made = started(tmp_path)
    assert [name for name in made if f"]({name})" not in START] == []
    for name, picture in made.items():
        assert_looks_as(DOCS / name, picture, 2)


def test_the_figures_of_write_a_figure_look_as_their_pictures() -> None:
    theme = load_theme()
    made = {name: one for name, one in run_blocks(DOCS / "write-a-figure.md").items() if isinstance(one, Figure)}
    assert list(made) == ["dough", "boxes", "steps"]
    assert [finding.message for one in made.values() for finding in one.check(theme)] == []
    for name in ("dough", "boxes"):
        assert_looks_as(DOCS / f"write-a-figure-{name}.png", made[name].render(theme, scale=1), 2)


def test_there_are_forty_tasks_and_more_and_each_is_tried() -> None:
    links = [task for task, code in ROWS.items() if code.startswith("[")]
    assert len(ROWS) >= 40
    assert len(ROWS) == len(CALLS) + len(COMMANDS) + len(TOKENS) + len(links)


@pytest.mark.parametrize("task", CALLS)
def test_a_snippet_has_no_error(task: str) -> None:
    findings = page_of([CALLS[task]]).check(load_theme())
    assert [finding.message for finding in findings if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize("task", TOKENS)
def test_a_change_of_tokens_loads(task: str, tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text("<svg/>", encoding="utf-8")
    path = tmp_path / "tokens.toml"
    path.write_text(f'extends = "layoutkit"\n{TOKENS[task]}\n', encoding="utf-8")
    assert load_theme(path)


def test_the_commands_are_those_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """They run in a series without faults; the one that starts a server is asked for its help."""
    monkeypatch.chdir(tmp_path)
    Path("figures").mkdir()
    Path("figures/03-boxes.py").write_text(block((DOCS / "write-a-figure.md").read_text(), "python"), encoding="utf-8")
    Path("tokens.toml").write_text(BASE, encoding="utf-8")
    for task, command in COMMANDS.items():
        words = shlex.split(command)[1:]
        if words[0] == "preview":
            with pytest.raises(SystemExit) as ended:
                main([*words, "--help"])
            assert ended.value.code == 0
        else:
            narrow = ["--target", "pdf" if "--book" in words else "web"] if words[0] == "render" else []
            assert main([*words, *narrow]) == 0, (task, capsys.readouterr().err)


def test_the_icons_of_the_page_are_drawn_without_a_finding() -> None:
    made = [one for one in run_blocks(DOCS / "icons.md").values() if isinstance(one, Figure)]
    assert [finding.message for one in made for finding in one.check(load_theme())] == []
    assert made


def test_the_outputs_of_the_page_are_read(tmp_path: Path) -> None:
    path = tmp_path / "tokens.toml"
    tokens = block((DOCS / "outputs.md").read_text(encoding="utf-8"), "toml")
    path.write_text(f'extends = "layoutkit"\n{tokens}', encoding="utf-8")
    assert {"web", "print", "pdf", "svg"} <= set(load_theme(path).output)


def test_the_table_of_the_page_has_no_error() -> None:
    findings = page_of([block((DOCS / "outputs.md").read_text(encoding="utf-8"), "python")]).check(load_theme())
    assert [finding.message for finding in findings if finding.severity is Severity.ERROR] == []
