"""The same figure gives the same bytes: in every process, folder and hash seed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def rendered(root: Path, out: Path, seed: str) -> dict[str, bytes]:
    """The files that a process of its own writes."""
    command = [sys.executable, "-m", "layoutkit", "render", "figures", "--only", "01,04", "--out", str(out)]
    subprocess.run(command, check=True, cwd=root, env={**os.environ, "PYTHONHASHSEED": seed}, stdout=subprocess.PIPE)
    return {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*.*") if not path.name.startswith(".")}


def test_bytes_do_not_depend_on_process_folder_or_hash_seed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "another folder"
    elsewhere.mkdir()
    for name in ("figures", "fonts"):
        shutil.copytree(ROOT / name, elsewhere / name)
    shutil.copy(ROOT / "tokens.toml", elsewhere)
    first, second = rendered(ROOT, tmp_path / "a", "1"), rendered(elsewhere, elsewhere / "b", "2")
    assert {Path(name).suffix for name in first} == {".png", ".pdf", ".svg"}
    assert first == second
