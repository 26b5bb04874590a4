"""The ten changes of CONTRIBUTING.md, read from the page and made in a copy of the project.

    python -m tests.docs.ten_changes 3 FOLDER     makes change 3 in FOLDER, a clone of the repository

A change is a section with a number. In it a paragraph that ends with a path in bold and a colon names the file of the
next block: a ``diff`` changes lines that occur once, any other block is a new file, and one that says "add at the end"
is added to it.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

__all__ = ["CHANGES", "PAGE", "Change", "Edit"]

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
_FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_TARGET = re.compile(r"\*\*`([^`]+)`\*\*([^*\n]*):\s*\Z")


@dataclass(frozen=True)
class Edit:
    """What is done to one file."""

    path: str
    how: str
    """``new``, ``end`` or ``diff``."""
    text: str

    def make(self, root: Path) -> None:
        """Write the file."""
        file = root / self.path
        if self.how == "new":
            assert not file.exists(), f"{self.path} is there already"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(self.text, encoding="utf-8")
            return
        before = file.read_text(encoding="utf-8")
        if self.how == "end":
            file.write_text(f"{before}\n{self.text}", encoding="utf-8")
            return
        for hunk in self.text.split("@@\n"):
            lines = hunk.splitlines(keepends=True)
            old = "".join(line[1:] for line in lines if line[0] in " -").rstrip("\n")
            new = "".join(line[1:] for line in lines if line[0] in " +").rstrip("\n")
            assert before.count(old) == 1, f"{self.path} has {before.count(old)} times:\n{old}"
            before = before.replace(old, new)
        file.write_text(before, encoding="utf-8")


@dataclass(frozen=True)
class Change:
    """One of the ten."""

    title: str
    text: str
    """The section, Markdown."""

    @property
    def edits(self) -> list[Edit]:
        """In the order of the page."""
        found = []
        for fence in _FENCE.finditer(self.text):
            target = _TARGET.search(self.text[: fence.start()])
            if target is not None:
                how = "diff" if fence[1] == "diff" else "end" if "at the end" in target[2] else "new"
                found.append(Edit(target[1], how, fence[2]))
        return found

    @property
    def commands(self) -> list[tuple[str, str]]:
        """Each command that shows success, and what it prints; empty where that is not shown."""
        runs = re.finditer(r"```sh\n(.*?)```\n(?:\n```text\n(.*?)```)?", self.text, re.DOTALL)
        return [(run[1].strip(), run[2] or "") for run in runs]

    @property
    def tests(self) -> list[str]:
        """The files of tests that are named."""
        return sorted(set(re.findall(r"tests/[\w/]+\.py", self.text)))


CHANGES = [
    Change(title, text)
    for title, text in re.findall(r"^### \d+\. (.*?)\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL)
]

if __name__ == "__main__":
    for edit in CHANGES[int(sys.argv[1]) - 1].edits:
        edit.make(Path(sys.argv[2]))
