"""``layoutkit completion``: what a shell is given for a command line."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from layoutkit.cli import main
from tests.programs import needs

ROOT = Path(__file__).parents[2]


def words(line: str, folder: Path) -> list[str]:
    """What the program gives a shell for a line with the cursor at its end."""
    answer = folder / "answer"
    asked = {"_ARGCOMPLETE": "1", "_ARGCOMPLETE_IFS": "\n", "_ARGCOMPLETE_STDOUT_FILENAME": str(answer)}
    around = {**os.environ, **asked, "COMP_LINE": line, "COMP_POINT": str(len(line)), "COMP_TYPE": "9"}
    command = [sys.executable, "-m", "layoutkit"]
    done = subprocess.run(command, cwd=ROOT, env=around, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [word.strip() for word in answer.read_text(encoding="utf-8").split("\n")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("layoutkit ins", ["inspect"]),
        ("layoutkit render figures --tar", ["--target"]),
        ("layoutkit render figures --target p", ["phone", "print", "pdf"]),
        ("layoutkit render figures --target web,p", ["web,phone", "web,print", "web,pdf"]),
        ("layoutkit render figures --target pdf,pd", [""]),
        ("layoutkit tokens sheet --mode co", ["contrast=normal", "contrast=high"]),
        ("layoutkit check figures --only 0", sorted(path.stem for path in (ROOT / "figures").glob("0*.py"))),
        ("layoutkit explain over", ["overflow", "overlap"]),
        ("layoutkit check figures --allow unused", ["unused-token"]),
        ("layoutkit render figures --tokens missing.toml --target ", [""]),
        ("layoutkit new x --example ", ["plain", "series"]),
        ("layoutkit completion ", ["bash", "zsh", "fish", "powershell"]),
    ],
)
def test_words_of_a_line(tmp_path: Path, line: str, expected: list[str]) -> None:
    assert words(line, tmp_path) == expected


PAGE = (ROOT / "docs" / "rendering.md").read_text(encoding="utf-8")
SHOWN = dict(re.findall(r"^\| (\w+) \| `[^`]+` \| `(.+)` \|$", PAGE, re.MULTILINE))
"""By shells: the line for its start-up file, as docs/rendering.md has it."""


def in_shell(shell: str, *options: str, then: str) -> str:
    """What a shell prints that runs the page's line and another one, with this program as ``layoutkit``."""
    script = SHOWN[shell].replace(r"\|", "|") + "\n" + then
    around = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    command = [str(shutil.which(shell)), *options, "-c", script]
    done = subprocess.run(command, cwd=ROOT, env=around, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@needs("bash", "bash")
def test_bash_completes_with_the_line_of_the_docs() -> None:
    then = """
    COMP_LINE="layoutkit explain overf"; COMP_POINT=${#COMP_LINE}; COMP_TYPE=9
    COMP_WORDS=(layoutkit explain overf); COMP_CWORD=2
    _python_argcomplete layoutkit
    echo "${COMPREPLY[@]}"; complete -p layoutkit
    """
    printed = in_shell("bash", "--norc", then=then)
    assert printed.split()[0] == "overflow"
    assert "-F _python_argcomplete layoutkit" in printed


@needs("fish", "fish")
def test_fish_completes_with_the_line_of_the_docs() -> None:
    assert in_shell("fish", "--no-config", then='complete -C "layoutkit explain over"').split() == [
        "overflow",
        "overlap",
    ]


@needs("zsh", "zsh")
def test_zsh_knows_the_program_by_the_line_of_the_readme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZDOTDIR", str(tmp_path))  # where it keeps what it found
    assert in_shell("zsh", "-f", then="echo $_comps[layoutkit]").strip() == "_python_argcomplete"


def test_the_readme_has_a_line_for_each_shell() -> None:
    assert [name.lower() for name in SHOWN] == ["bash", "zsh", "fish", "powershell"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_each_shell_has_code_of_its_own(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    code = capsys.readouterr().out
    assert "layoutkit" in code
    assert {"bash": "complete ", "zsh": "#compdef layoutkit", "fish": "complete --command layoutkit",
            "powershell": "Register-ArgumentCompleter"}[shell] in code  # fmt: skip


def test_completion_costs_nothing_where_no_shell_asks() -> None:
    code = "import sys\nfrom layoutkit.cli import main\nmain(['explain'])\nassert 'argcomplete' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
