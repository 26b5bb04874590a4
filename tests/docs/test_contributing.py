"""CONTRIBUTING.md: its ten changes can be made as they are printed, and do what is shown."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.ten_changes import CHANGES, PAGE, Change

ROOT = Path(__file__).parents[2]
COPIED = ("src", "figures", "fonts", "docs", "tests/check/faulty", "tokens.toml")
"""What the changes and their commands touch."""

every_change = pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.title)


def copy(to: Path) -> Path:
    """A copy of the project, as far as it is needed."""
    for name in COPIED:
        path = ROOT / name
        if path.is_dir():
            shutil.copytree(path, to / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy(path, to / name)
    return to


def test_there_are_ten() -> None:
    assert len(CHANGES) == 10
    assert all(change.edits and change.commands for change in CHANGES)


def test_every_file_that_is_named_exists() -> None:
    made = {edit.path for change in CHANGES for edit in change.edits if edit.how == "new"}
    named = set(re.findall(r"`((?:src|tests|docs|figures)/[\w./-]+\.\w+)`", PAGE)) - made
    assert {name for name in named if not (ROOT / name).is_file()} == set()
    assert len(named) > 30


def test_every_test_that_is_named_exists() -> None:
    for function, file in re.findall(r"`(test_\w+)` in `(tests/[\w/]+\.py)`", PAGE):
        assert f"def {function}(" in (ROOT / file).read_text(encoding="utf-8")


def test_all_changes_can_be_made_one_after_another(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    for change in CHANGES:
        for edit in change.edits:
            edit.make(folder)
            if edit.path.endswith(".py"):
                compile((folder / edit.path).read_text(encoding="utf-8"), edit.path, "exec")


@pytest.mark.slow
@every_change
def test_a_change_does_what_is_shown(change: Change, tmp_path: Path) -> None:
    folder = copy(tmp_path)
    for edit in change.edits:
        edit.make(folder)
    programs = folder / "bin"
    programs.mkdir()
    program = programs / "layoutkit"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m layoutkit "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    known = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(folder / "src")}
    for command, shown in change.commands:
        ran = subprocess.run(
            ["/bin/sh", "-ec", command], cwd=folder, env=known, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stderr
        for line in shown.splitlines():
            assert line in ran.stdout
