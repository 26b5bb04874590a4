"""Draws the figure that the README has as its example: docs/dough.png."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from layoutkit import render

DOCS = Path(__file__).parent
TOKENS = 'extends = "layoutkit"\n[series]\nlanguage = "en"\n'


def main() -> None:
    """Render the example alone, in the base theme."""
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    example = re.search(r"```python\n(.*?)```", readme, re.DOTALL)
    if example is None:
        raise SystemExit("the README has no example")
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "02-dough.py"
        script.write_text(example[1], encoding="utf-8")
        script.with_name("tokens.toml").write_text(
            'extends = "layoutkit"\n[series]\nlanguage = "en"\n', encoding="utf-8"
        )
        render([script], targets=["web"], out=folder)
        shutil.copy(Path(folder) / "web" / "02-dough.png", DOCS / "dough.png")


if __name__ == "__main__":
    main()
