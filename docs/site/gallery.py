"""The pages that show figures: each with its script, and its picture in four modes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docs.site.stage import ROOT, Stage
from layoutkit import load_theme
from layoutkit.loading import load_figures

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.discover import NamedFigure

__all__ = ["add_gallery", "add_series"]

_MODES: dict[str, dict[str, str]] = {
    "Light": {},
    "Dark": {"theme": "dark"},
    "Print": {"medium": "print"},
    "High contrast": {"contrast": "high"},
}


class _Pictures:
    """Draws figures of one token file in four modes."""

    def __init__(self, tokens: Path, folder: Path) -> None:
        self.themes = {title: load_theme(tokens, modes) for title, modes in _MODES.items()}
        self.folder = folder

    def shown(self, named: NamedFigure, script: Path) -> str:
        """Tabs with the pictures of a figure, and its script below them, Markdown."""
        parts = []
        self.folder.mkdir(parents=True, exist_ok=True)
        for title, theme in self.themes.items():
            name = f"{named.name}-{title.lower().replace(' ', '-')}.png"
            (self.folder / name).write_bytes(named.figure.render(theme, scale=1))
            alt = named.figure.alt.replace("]", "\\]")
            parts.append(f'=== "{title}"\n\n    ![{alt}](pictures/{name})\n')
        code = "\n".join(f"    {line}".rstrip() for line in script.read_text(encoding="utf-8").splitlines())
        return "\n".join([*parts, f'??? note "The script: {script.name}"\n', "    ```python", code, "    ```", ""])


def _loaded(folder: Path) -> list[tuple[NamedFigure, Path]]:
    scripts = sorted(path for path in folder.glob("[0-9]*.py"))
    found = []
    for script in scripts:
        (named, *_), _failed = load_figures([script])
        found.append((named, script))
    return found


def add_gallery(stage: Stage) -> None:
    """The page of docs/gallery, with tabs in the place of its pictures."""
    folder = ROOT / "docs" / "gallery"
    pictures = _Pictures(folder / "tokens.toml", stage.folder / "gallery" / "pictures")
    shown = {script.stem: pictures.shown(named, script) for named, script in _loaded(folder)}
    text = (folder / "README.md").read_text(encoding="utf-8")
    stage.add(folder / "README.md", re.sub(r"!\[[^\]]+\]\(([\w-]+)\.png\)", lambda found: f"\n{shown[found[1]]}", text))


def add_series(stage: Stage) -> None:
    """The five figures of the series, by what they say of themselves."""
    pictures = _Pictures(ROOT / "tokens.toml", stage.folder / "pictures")
    parts = [
        "# A series of five",
        "The figures of the chapter *Instruction Tuning*, in one look. Their texts are Portuguese.",
    ]
    for named, script in _loaded(ROOT / "figures"):
        parts += [f"## {named.figure.title}", named.figure.goal, pictures.shown(named, script)]
    stage.add(ROOT / "figures" / "README.md", "\n\n".join(parts))
