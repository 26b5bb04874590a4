"""What a command imports: modules are counted, as time depends on the machine."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

MAIN = """
import json, sys
from layoutkit.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(json.dumps(sorted(sys.modules)))
"""
FIGURE = """
from layoutkit import *

@figure(title="T", alt="A", language="pt-BR")
def f(t):
    return Column(Card(Heading("Dados"), Text("Pares de texto, para treinar o modelo.")))
"""


def loaded(folder: Path, *arguments: str) -> set[str]:
    """The modules that are there after a command."""
    run = subprocess.run(
        [sys.executable, "-c", MAIN, *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return set(json.loads(run.stdout.splitlines()[-1]))


def own(modules: set[str]) -> int:
    """How many are the package's."""
    return sum(name.startswith("layoutkit") for name in modules)


def test_the_version_needs_neither_commands_nor_libraries(tmp_path: Path) -> None:
    modules = loaded(tmp_path, "--version")
    assert not modules & {"PIL", "cairo", "cairocffi", "uharfbuzz", "fontTools", "tomllib", "importlib.resources"}
    assert not any(name.startswith("layoutkit.commands.") for name in modules - {"layoutkit.commands.reporting"})
    assert own(modules) <= 16


@pytest.mark.parametrize("target", ["web", "svg", "pdf"])
def test_an_output_loads_its_own_writer_alone(tmp_path: Path, target: str) -> None:
    (tmp_path / "f.py").write_text(FIGURE)
    (tmp_path / "tokens.toml").write_text('extends = "layoutkit/editorial"\n')
    modules = loaded(tmp_path, "render", "f.py", "--target", target, "--jobs", "1")
    writers = {"web": "layoutkit.output.png", "svg": "layoutkit.output.svg", "pdf": "layoutkit.output.pdf"}
    assert {name for name in writers.values() if name in modules} == {writers[target]}
    assert (tmp_path / "out" / target).is_dir()
    assert not modules & {"fontTools", "multiprocessing", "subprocess", "ctypes.util", "PIL.PngImagePlugin"} - (
        {"PIL.PngImagePlugin"} if target == "web" else set()
    )
    assert ("PIL" in modules) == (target == "web")
    assert own(modules) <= 370
