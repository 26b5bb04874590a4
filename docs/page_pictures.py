"""Draws the pictures of the pages from the examples of these pages."""

from __future__ import annotations

import contextlib
import io
import re
import tempfile
from pathlib import Path
from typing import Any

from layoutkit import load_theme
from layoutkit.cli import main as layoutkit
from layoutkit.loading import load_figures

__all__ = ["DOCS", "PICTURES", "run_blocks", "started"]

DOCS = Path(__file__).parent
PICTURES = {
    "charts.md": {
        "losses": "charts-first.png",
        "marks": "charts-marks.png",
        "over_time": "charts-time.png",
        "turned": "charts-turned.png",
        "beside": "charts-beside.png",
        "rows": "charts-rows.png",
        "drawing": "charts-drawing.png",
        "parts": "charts-parts.png",
    },
    "arrows.md": {"training": "arrows-training.png", "baking": "arrows-annotations.png"},
    "icons.md": {"icons": "icons-first.png"},
    "text.md": {
        "mascara": "text-marks.png",
        "resposta": "text-words.png",
        "etapas": "text-lists.png",
        "codigo": "text-code.png",
    },
    "components.md": {"answers": "components-answers.png"},
    "write-a-figure.md": {"dough": "write-a-figure-dough.png", "boxes": "write-a-figure-boxes.png"},
}


def run_blocks(page: str) -> dict[str, Any]:
    """Run the Python blocks of a page, which build on one another; the names that they define."""
    known: dict[str, Any] = {"__name__": "example"}
    text = (DOCS / page).read_text(encoding="utf-8")
    for number, example in enumerate(re.findall(r"```python\n(.*?)```", text, re.DOTALL), start=1):
        exec(compile(example, f"{page}-{number}.py", "exec"), known)  # noqa: S102 - our own pages
    return known


def started(folder: Path) -> dict[str, bytes]:
    """The pictures of get-started.md: a series begun in a folder, a figure written, and its look changed."""
    page = (DOCS / "get-started.md").read_text(encoding="utf-8")
    series = folder / "bread"
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        layoutkit(["new", str(series)])
    script = series / "figures" / "02-dough.py"
    script.write_text(re.findall(r"```python\n(.*?)```", page, re.DOTALL)[0], encoding="utf-8")
    (first, dough), _ = load_figures([series / "figures"])
    tokens = series / "tokens.toml"
    pictures = {}

    def draw(name: str, figure: Any, **modes: str) -> None:  # noqa: ANN401 - a figure of the folder
        pictures[f"get-started-{name}.png"] = figure.figure.render(load_theme(tokens, modes), scale=1)

    draw("first", first)
    draw("dough", dough)
    change = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)[0]
    tokens.write_text(f"{tokens.read_text(encoding='utf-8')}\n{change}", encoding="utf-8")
    draw("restyled", dough)
    draw("dark", dough, theme="dark")
    return pictures


def main() -> None:
    """Run the examples of each page and save its figures in the base theme."""
    for page, pictures in PICTURES.items():
        known = run_blocks(page)
        for name, file in pictures.items():
            known[name].save(DOCS / file, load_theme(), scale=1)
    with tempfile.TemporaryDirectory() as folder:
        for file, picture in started(Path(folder)).items():
            (DOCS / file).write_bytes(picture)


if __name__ == "__main__":
    main()
