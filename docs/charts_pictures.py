"""Draws the pictures of charts.md from its examples: docs/charts-first.png, charts-marks.png and charts-time.png."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from layoutkit import load_theme

DOCS = Path(__file__).parent
PICTURES = {"losses": "charts-first.png", "marks": "charts-marks.png", "over_time": "charts-time.png"}


def main() -> None:
    """Run the examples, which build on one another, and save three figures in the base theme."""
    page = (DOCS / "charts.md").read_text(encoding="utf-8")
    known: dict[str, Any] = {"__name__": "example"}
    for number, example in enumerate(re.findall(r"```python\n(.*?)```", page, re.DOTALL), start=1):
        exec(compile(example, f"example-{number}.py", "exec"), known)  # noqa: S102 - our own page
    for name, file in PICTURES.items():
        known[name].save(DOCS / file, load_theme(), scale=1)


if __name__ == "__main__":
    main()
