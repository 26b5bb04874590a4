"""A folder with tokens and figure scripts, and the command line run in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.cli import main
from tests.tokens import small

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

__all__ = ["Result", "Series", "written"]


def written(folder: Path, *changes: tuple[str, str], add: str = "") -> Path:
    """The token file of the tests, with room around the page: words at its edge are a fault."""
    return small.written(folder, ("[page]\n", "[page]\npadding_x = 4\n"), *changes, add=add)


@dataclass(frozen=True, slots=True)
class Result:
    """What a command left behind."""

    status: int
    out: list[str]
    """Lines on stdout."""
    err: str
    files: list[str]
    """Everything below ``out``, hidden files included; what a run keeps for the next one left out."""

    @property
    def headlines(self) -> list[str]:
        """The first line of each message."""
        return [line for line in self.err.split("\n") if line.startswith(("error[", "warning["))]

    @property
    def places(self) -> list[str]:
        """Where each message points: file, line and column."""
        return [line.partition("--> ")[2] for line in self.err.split("\n") if "--> " in line]


class Series:
    """Scripts in ``figures`` beside ``tokens.toml``."""

    def __init__(self, folder: Path, captured: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.captured = captured
        self.tokens()
        (folder / "figures").mkdir()

    def tokens(self, *changes: tuple[str, str]) -> Path:
        """Write the token file anew, with changes."""
        return written(self.folder, *changes)

    def place(self, text: str, column: int) -> str:
        """Where a line of the token file stands, as messages show it."""
        lines = (self.folder / "tokens.toml").read_text().split("\n")
        (number,) = (i for i, line in enumerate(lines, start=1) if line.startswith(text))
        return f"tokens.toml:{number}:{column}"

    def script(self, name: str, text: str) -> Path:
        """Write a figure script."""
        path = self.folder / "figures" / f"{name}.py"
        path.write_text(text, encoding="utf-8")
        return path

    @staticmethod
    def figure(content: str, declaration: str = 'title="T", alt="A"', before: str = "") -> str:
        """The text of a script with one figure; its content stands in line 5."""
        return (
            f"from layoutkit import *\n{before}\n"
            f"@figure({declaration})\n"
            f"def declared(t):\n    return Column({content})\n"
        )

    def render(self, *arguments: str, path: str = "figures") -> Result:
        """Run ``layoutkit render``."""
        return self.run("render", path, *arguments)

    def run(self, *arguments: str) -> Result:
        """Run a command."""
        self.captured.readouterr()
        try:
            status = main(arguments)
        except SystemExit as leaving:  # argparse's way out
            status = leaving.code if isinstance(leaving.code, int) else -1
        shown = self.captured.readouterr()
        out = self.folder / "out"
        paths = (path.relative_to(out) for path in out.rglob("*") if path.is_file())
        files = sorted(str(path) for path in paths if path.parts[0] != ".layoutkit")
        return Result(status, shown.out.splitlines(), shown.err, files)
