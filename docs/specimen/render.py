"""Renders the specimen sheet at once and twice its size: ``make docs``.

    python docs/specimen/render.py [FOLDER]

The tokens are those of the series with those of this folder behind them.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from layoutkit.cli import main

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NAMES = {"once": "specimen.png", "twice": "specimen@2x.png"}


def render(into: Path) -> int:
    """Write both pictures into a folder; the exit status is that of ``layoutkit render``."""
    with tempfile.TemporaryDirectory() as folder:
        tokens = Path(folder) / "tokens.toml"
        parts = (ROOT / "tokens.toml", HERE / "tokens.toml")
        tokens.write_text("\n".join(part.read_text("utf-8") for part in parts), encoding="utf-8")
        for name in ("fonts", "icons"):
            (Path(folder) / name).symlink_to(ROOT / name)
        out = Path(folder) / "out"
        figure = str(HERE / "01-specimen.py")
        status = main(["render", figure, "--tokens", str(tokens), "--out", str(out), "--target", ",".join(NAMES)])
        for target, name in NAMES.items():
            for path in (out / target).glob("*.png"):
                shutil.copyfile(path, into / name)
    return status


if __name__ == "__main__":
    sys.exit(render(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE))
