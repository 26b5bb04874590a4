"""The files of the series as the command line writes them, for all tests that read them back."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that ``render`` fills: every figure for every output, the book, and the web pictures in dark."""
    out = tmp_path_factory.mktemp("published")
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    render = [sys.executable, "-m", "layoutkit", "render", "figures", "--out", str(out)]
    for options in (["--book", "Capítulo 7"], ["--target", "web", "--mode", "theme=dark"]):
        subprocess.run([*render, *options], check=True, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    return out
