"""Renders the specimen sheet at once and twice its size: ``make docs``.

    python docs/specimen/render.py [FOLDER]

The token file of this folder extends that of the series.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from layoutkit.cli import main

HERE = Path(__file__).parent
NAMES = {"once": "specimen.png", "twice": "specimen@2x.png"}


def render(into: Path) -> int:
    """Write both pictures into a folder; the exit status is that of ``layoutkit render``."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        figure, tokens = str(HERE / "01-specimen.py"), str(HERE / "tokens.toml")
        status = main(["render", figure, "--tokens", tokens, "--out", str(out), "--target", ",".join(NAMES)])
        for target, name in NAMES.items():
            for path in (out / target).glob("*.png"):
                shutil.copyfile(path, into / name)
    return status


if __name__ == "__main__":
    sys.exit(render(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE))
