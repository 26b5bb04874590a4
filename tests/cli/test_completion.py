"""``layoutkit completion``: what a shell is given for a command line."""

from __future__ import annotations

import os
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
        ("layoutkit completion ", ["bash", "zsh", "fish", "powershell"]),
    ],
)
def test_words_of_a_line(tmp_path: Path, line: str, expected: list[str]) -> None:
    assert words(line, tmp_path) == expected


@needs("bash", "bash")
def test_bash_completes_with_the_code_that_is_printed() -> None:
    script = """
    layoutkit() { "$PYTHON" -m layoutkit "$@"; }; export -f layoutkit
    eval "$(layoutkit completion bash)"
    COMP_LINE="layoutkit explain overf"; COMP_POINT=${#COMP_LINE}; COMP_TYPE=9
    COMP_WORDS=(layoutkit explain overf); COMP_CWORD=2
    _python_argcomplete layoutkit
    echo "${COMPREPLY[@]}"; complete -p layoutkit
    """
    around = {**os.environ, "PYTHON": sys.executable}
    done = subprocess.run(
        [str(shutil.which("bash")), "-c", script], cwd=ROOT, env=around, capture_output=True, text=True, check=False
    )
    assert done.stdout.split()[0] == "overflow", done.stderr
    assert "-F _python_argcomplete layoutkit" in done.stdout


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
