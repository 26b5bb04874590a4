"""The same figure gives the same bytes, in every process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def rendered(out: Path, seed: str) -> dict[str, bytes]:
    """The files that a process of its own writes."""
    command = [sys.executable, "-m", "layoutkit", "render", "figures", "--only", "01,04", "--out", str(out)]
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, stdout=subprocess.PIPE)
    return {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*.png")}


def test_bytes_do_not_depend_on_the_process(tmp_path: Path) -> None:
    first, second = rendered(tmp_path / "a", "1"), rendered(tmp_path / "b", "2")
    assert len(first) == 4
    assert first == second
