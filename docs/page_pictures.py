"""Draws the pictures of charts.md and text.md from the examples of these pages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from layoutkit import load_theme

DOCS = Path(__file__).parent
PICTURES = {
    "charts.md": {
        "losses": "charts-first.png",
        "marks": "charts-marks.png",
        "over_time": "charts-time.png",
        "turned": "charts-turned.png",
        "beside": "charts-beside.png",
        "rows": "charts-rows.png",
    },
    "text.md": {"resposta": "text-words.png"},
}


def main() -> None:
    """Run the examples of each page, which build on one another, and save its figures in the base theme."""
    for page, pictures in PICTURES.items():
        text = (DOCS / page).read_text(encoding="utf-8")
        known: dict[str, Any] = {"__name__": "example"}
        for number, example in enumerate(re.findall(r"```python\n(.*?)```", text, re.DOTALL), start=1):
            exec(compile(example, f"{page}-{number}.py", "exec"), known)  # noqa: S102 - our own pages
        for name, file in pictures.items():
            known[name].save(DOCS / file, load_theme(), scale=1)


if __name__ == "__main__":
    main()
