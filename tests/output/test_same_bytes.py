"""The same figure gives the same bytes: in every process, folder, hash seed, time zone and language of the machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PRESS = """
[output.press]
format = "pdf"
width = "180mm"
bleed = "3mm"
crop_marks = true

[output.small]
format = "png"
scale = 1
palette = true

[output.light]
format = "webp"
scale = 1
"""
FIGURES = sorted(path.stem for path in (ROOT / "figures").glob("[0-9]*.py"))


def copied(folder: Path) -> Path:
    """The series in another folder, with more outputs: for the press, and in few bytes."""
    for name in ("figures", "fonts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    tokens = (ROOT / "tokens.toml").read_text(encoding="utf-8")
    (folder / "tokens.toml").write_text(tokens + PRESS, encoding="utf-8")
    return folder


def rendered(root: Path, out: Path, **environment: str) -> dict[str, bytes]:
    """The files that a process of its own writes."""
    command = [sys.executable, "-m", "layoutkit", "render", "figures", "--book", "Capítulo 7", "--out", str(out)]
    around = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    subprocess.run(command, check=True, cwd=root, env={**around, **environment}, stdout=subprocess.DEVNULL)
    files = (path for path in out.rglob("*.*") if path.is_file() and path.parent.name != ".layoutkit")
    return {str(path.relative_to(out)): path.read_bytes() for path in files}


def test_bytes_do_not_depend_on_process_folder_or_machine(tmp_path: Path) -> None:
    one, other = copied(tmp_path / "a"), copied(tmp_path / "another folder" / "há")
    first = rendered(one, one / "out", PYTHONHASHSEED="1", TZ="UTC")
    second = rendered(other, tmp_path / "b", PYTHONHASHSEED="2", TZ="Asia/Tokyo", LC_ALL="C", HOME=str(tmp_path))
    kinds = {
        "web": "png",
        "phone": "png",
        "print": "png",
        "pdf": "pdf",
        "svg": "svg",
        "press": "pdf",
        "small": "png",
        "light": "webp",
    }
    expected = {f"{folder}/{name}.{kind}" for folder, kind in kinds.items() for name in FIGURES}
    assert set(first) == set(second) == expected | {"pdf/book.pdf", "press/book.pdf"}
    assert len(FIGURES) == 5
    assert [name for name in first if first[name] != second[name]] == []


@pytest.mark.parametrize("folder", ["web", "phone", "print", "pdf", "svg"])
def test_files_do_not_name_the_machine_or_the_day(folder: str, published: Path) -> None:
    for path in (published / folder).iterdir():
        data = path.read_bytes()
        for word in (str(ROOT), str(Path.home()), str(published), "CreationDate", "CreateDate", "tIME"):
            assert word.encode() not in data
