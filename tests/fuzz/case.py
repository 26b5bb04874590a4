"""One input of the fuzzers: a figure script with the files beside it, and what has to be seen of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tests.tokens.merged import as_one_file, tables

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ROOT", "TARGETS", "Case", "Target", "plain_tokens", "script"]

ROOT = Path(__file__).parents[2]
Target = Literal["png", "pdf", "svg"]
TARGETS: tuple[Target, ...] = ("png", "pdf", "svg")
_OUTPUTS = """
[output.png]
format = "png"
scale = 1

[output.pdf]
format = "pdf"
width = "90mm"

[output.svg]
format = "svg"
display = 420
"""


@dataclass(frozen=True)
class Case:
    """An input, and what must not be lost of it."""

    script: str
    """The Python text of the figure script."""
    target: Target
    """The output that it is written to."""
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """Files beside the script, by name."""
    tokens: bytes | None = field(default=None, repr=False)
    """The token file; None takes ``plain_tokens``."""
    said: tuple[str, ...] = ()
    """Texts that an output has to show; those that the case cuts off on purpose are not among them."""
    pictures: int = 0
    """How many pictures made of pixels an output has to show."""
    modes: Mapping[str, str] = field(default_factory=dict)

    def save(self, folder: Path) -> Path:
        """Write the case, so that ``layoutkit render`` can run it; the path of its script."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in self.files.items():
            (folder / name).write_bytes(data)
        (folder / "tokens.toml").write_bytes(plain_tokens() if self.tokens is None else self.tokens)
        path = folder / "01-fuzz.py"
        path.write_text(self.script, encoding="utf-8", errors="surrogatepass")
        return path


@cache
def plain_tokens() -> bytes:
    """The project's tokens in one file: on a small page, without modes, with one output for each format."""
    sections = {name: table for name, table in tables().items() if name not in ("mode", "modes", "output")}
    sections["page"] |= {"width": 420, "padding_x": 20}
    return (as_one_file(sections) + _OUTPUTS).encode()


def script(*lines: str, arguments: str = "") -> str:
    """A figure script; the last line is what the figure returns."""
    *body, last = lines
    inside = "".join(f"    {line}\n" for line in [*body, f"return {last}"])
    return (
        "from layoutkit import *\n\n\n"
        f'@figure(title="Fuzz", alt="Formas e palavras ao acaso."{arguments})\ndef made(t):\n{inside}'
    )
