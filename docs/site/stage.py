"""Puts the pages of the repository where the site is built from, with links that work there."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["ROOT", "Stage"]

ROOT = Path(__file__).parents[2]
_MOVED = {
    "README.md": "index.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "figures/README.md": "series.md",
    "figures": "series.md",
    "docs/gallery/README.md": "gallery/index.md",
    "docs/gallery": "gallery/index.md",
}
"""Pages that stand elsewhere in the repository than in the site."""
_FENCE = re.compile(r"(^ *```.*?^ *```|^(?: {4}|\t).*?$)", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(\[(?:[^\[\]]|\[[^\]]*\])*\])\(([^()\s]+)\)")


@dataclass
class Stage:
    """The folder that the site is built from."""

    folder: Path
    files: set[Path] = field(default_factory=set)
    """What pages link to besides pages, in the repository."""

    def place_of(self, path: Path) -> str:
        """Where a page or file of the repository stands in the site."""
        name = path.relative_to(ROOT).as_posix()
        if name in _MOVED:
            return _MOVED[name]
        return name.removeprefix("docs/") if name.startswith("docs/") else f"files/{name}"

    def add(self, page: Path, text: str | None = None) -> None:
        """Stage a page, its own text or another."""
        shown = page.read_text(encoding="utf-8") if text is None else text
        parts = _FENCE.split(shown)
        parts[::2] = [_LINK.sub(lambda found: self._link(page, found), part) for part in parts[::2]]
        target = self.folder / self.place_of(page)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("".join(parts), encoding="utf-8")

    def _link(self, page: Path, found: re.Match[str]) -> str:
        """A link as it is in the site; words alone where a folder has no page there."""
        path, mark, anchor = found[2].partition("#")
        if not path or ":" in path:
            return found[0]
        target = (page.parent / path).resolve()
        if target.is_dir() and target.relative_to(ROOT).as_posix() not in _MOVED:
            return found[1][1:-1]
        place = self.place_of(target)
        if not place.endswith(".md"):
            self.files.add(target)
        up = "../" * self.place_of(page).count("/")
        return f"{found[1]}({up}{place}{mark}{anchor})"

    def finish(self) -> None:
        """Copy the files that pages link to."""
        for path in sorted(self.files):
            target = self.folder / self.place_of(path)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
