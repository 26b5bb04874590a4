"""What commands do however the package is installed, and how often they read files."""

from __future__ import annotations

import compileall
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import layoutkit

if TYPE_CHECKING:
    from tests.cli.series import Series

NOTES = "from layoutkit import *\n\ndef note(words):\n    return Text(words, wrap='nowrap', width=8)\n"
_opened: list[Counter[str]] = []
"""Where files that are opened are counted; empty while they are not."""
_hooks: list[bool] = []


@pytest.fixture
def opened() -> Counter[str]:
    """Counts the files that are opened, by their names."""
    if not _hooks:
        _hooks.append(True)
        sys.addaudithook(_note)
    return Counter()


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if _opened and event == "open":
        _opened[-1][os.path.basename(str(arguments[0]))] += 1  # noqa: PTH119 - it may be bytes or a number


@pytest.mark.parametrize("options", [[], ["--json"], ["--sarif", "findings.sarif"]])
def test_a_script_is_read_once_however_much_is_found_in_it(
    series: Series, opened: Counter[str], options: list[str]
) -> None:
    (series.folder / "figures" / "_notes.py").write_text(NOTES)
    lines = "\n".join(f'        note("largo demais {i}"),\n        Text("x", margin={i + 1}),' for i in range(48))
    head = 'from layoutkit import *\nfrom _notes import note\n\n@figure(title="T", alt="A", language="pt-BR")\n'
    series.script("02-many", f"{head}def f(t):\n    return Column(\n{lines}\n    )\n")
    _opened.append(opened)
    try:
        result = series.run("check", "figures", *options)
    finally:
        _opened.clear()
    assert result.status == 1
    assert len(result.headlines) >= 96 or options == ["--json"]
    assert opened["02-many.py"] == 2  # to run it, and for its lines
    assert opened["_notes.py"] <= 3  # its bytecode is looked for beside it
    assert sum(times for name, times in opened.items() if not name.endswith(".pyc")) < 30


@pytest.mark.parametrize("arguments", [["check"], ["render"], ["inspect"], ["tokens", "list"], ["explain", "overflow"]])
def test_commands_need_no_sources_of_the_package(series: Series, arguments: list[str]) -> None:
    site = series.folder / "site"
    shutil.copytree(Path(layoutkit.__file__).parent, site / "layoutkit", ignore=shutil.ignore_patterns("__pycache__"))
    compileall.compile_dir(site, legacy=True, quiet=1)
    for source in site.rglob("*.py"):
        source.unlink()
    series.script("02-bad", series.figure("Row(widht=3)"))
    figures = ["figures"] if arguments[0] in {"check", "render", "inspect"} else []
    code = (
        f"import sys; sys.path.insert(0, {str(site)!r}); import layoutkit; assert layoutkit.__file__.endswith('.pyc')\n"
    )
    run = [sys.executable, "-c", f"{code}from layoutkit.cli import main; sys.exit(main())", *arguments, *figures]
    result = subprocess.run(run, capture_output=True, text=True, check=False)
    assert "internal" not in result.stderr
    assert "Traceback" not in result.stderr
    assert result.returncode == bool(figures)
    assert ("figures/02-bad.py:5:19" in result.stderr) is bool(figures)
