"""The layouts that a browser measured, laid out here: see ``cases/README.md``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conformance import run

HERE = Path(__file__).parent
FILES = sorted((HERE / "cases").glob("*.json.gz"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for path in FILES for case in run.load(path)])
def test_agrees_with_the_browser(case: dict[str, Any]) -> None:
    assert run.deviation(case, run.run(case)) <= run.TOLERANCE


def test_the_selection_is_there() -> None:
    profiles = {"flex_basic", "flex_infographic", "flex_full", "grid_basic", "grid_full", "mixed", "size_words"}
    profiles |= {"shared_rows", "subgrid"}
    assert {path.name.removesuffix(".json.gz") for path in FILES} >= profiles


def test_the_runner_fails_with_a_wrong_case(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text(
        '[{"name": "good", "tree": {"style": {"width": "10px"}}, "expected": {"rect": [0, 0, 10, 0]}},'
        ' {"name": "bad", "tree": {"style": {"width": "10px"}}, "expected": {"rect": [0, 0, 10.2, 0]}}]'
    )
    results = tmp_path / "results.json"
    command = [sys.executable, str(HERE / "run.py"), "--results", str(results), str(wrong)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "bad: off by 0.20 px",
        "wrong.json: 1 passed, 1 failed",
        "1 passed, 1 failed",
    ]
    assert results.read_text() == '{"good": [[0.0, 0.0, 10.0, 0.0]], "bad": [[0.0, 0.0, 10.0, 0.0]]}'
