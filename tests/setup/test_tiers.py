"""The two tiers of tests: what is left out or skipped is said at the end, in parallel too, and the two runs add up."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
TESTS = """
import pytest
from tests.programs import needs

def test_quick(): pass

@pytest.mark.slow
def test_slow(): pass

@needs("no-such-program", "no-such-package")
@pytest.mark.parametrize("number", [1, 2])
def test_compares(number): raise AssertionError

@needs("python3", "python3")
@needs("/no/such/file", "unicode-data")
def test_reads(): raise AssertionError
"""
FIRST, SECOND = "not programs and not slow", "programs or slow"


def run(folder: Path, *arguments: str) -> list[str]:
    """The lines that pytest prints about four small tests."""
    file = folder / "test_tiers.py"
    file.write_text(TESTS, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-c", "pyproject.toml", "-p", "tests.conftest", "-p", "no:cacheprovider"]
    done = subprocess.run([*command, *arguments, str(file)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("workers", ["0", "2"])
def test_the_first_tier_says_what_it_leaves_out(tmp_path: Path, workers: str) -> None:
    lines = run(tmp_path, "-n", workers, "-m", FIRST)
    assert lines[-3:-1] == [
        "left out: 3 tests that need other programs (`make test-all` runs them)",
        "left out: 1 tests that take long (`make test-all` runs them)",
    ]
    assert lines[-1].startswith("1 passed")


@pytest.mark.parametrize("workers", ["0", "2"])
def test_the_second_tier_names_the_programs_that_are_missing(tmp_path: Path, workers: str) -> None:
    lines = run(tmp_path, "-n", workers, "-m", SECOND)
    assert lines[-3:-1] == [
        "skipped: 1 tests: /no/such/file is missing: apt-get install unicode-data",
        "skipped: 2 tests: no-such-program is missing: apt-get install no-such-package",
    ]
    assert lines[-1].startswith("1 passed, 3 skipped")


@pytest.mark.parametrize(
    ("summaries", "total"),
    [
        (["2 passed in 1.50s", "1 failed, 3 passed, 1 warning in 62.00s (0:01:02)"], "1 failed, 5 passed, 1 warnings"),
        (["2 passed, 1 error in 1.50s", "3 skipped, 2 errors in 62.00s"], "2 passed, 3 skipped, 3 errors"),
        (["== 2 passed in 63.50s ==", "no tests ran in 0.00s"], "2 passed"),
        (["no tests ran in 63.50s"], "no tests ran"),
    ],
)
def test_the_summaries_of_both_tiers_add_up(summaries: Sequence[str], total: str) -> None:
    told = "".join(f"{line}\n" for line in summaries)
    command = ["awk", "-f", str(ROOT / ".ci" / "summary.awk")]
    done = subprocess.run(command, input=told, capture_output=True, text=True, check=True)
    assert done.stdout == f"{total} in 63.50s\n"
